"""A constant of another vocabulary than the one that the project chose.

## What it does

Flags constants that are not written as the option `constants` says: `status.HTTP_404_NOT_FOUND`,
`requests.codes.not_found`, `http.client.NOT_FOUND`, `codes["not_found"]` and `HTTPStatus(404)`
where `HTTPStatus.NOT_FOUND` is wanted, and any other way round. Off unless it is selected.

## Why

One status has a dozen names. A project that uses one set of them can be searched with one word, and
needs no import of a framework for a number.

## Example

```toml
[tool.flake8-http-status]
constants = "http"
extend-select = ["HSC501"]
```

```python
import requests
from rest_framework import status


def is_gone(response):
    return response.status_code in (status.HTTP_404_NOT_FOUND, requests.codes.gone)
```

## Use instead

```python
from http import HTTPStatus


def is_gone(response):
    return response.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
```

## Options

`constants` chooses the vocabulary; with `auto` and `number` this rule has nothing to say.
`vocabularies` describes constants of the project's own, to move from or to.

## Fix safety

Safe where only the number counts: in comparisons, in arguments that a framework reads as a number,
and between constants that are integers. Imports that nothing reads any more are removed, unless
they are exported or marked with `noqa`. Where a member of an enum would become another text than
its number, `.value` is written. Unsafe where a member of an enum becomes an integer and goes where
nothing is known of: what is there could ask for its `phrase`. Where it is known to be shown, or
asked for its type, there is no fix. The status lines of Falcon are texts and are left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.rules._moving import report
from flake8_http_status.rules._rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.references import Reference
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC501",
    name="foreign-status-constant",
    summary="a constant of another vocabulary than the one that the project chose",
    references=True,
    fixable="sometimes",
)


def check(reference: Reference, context: Context) -> Iterator[Violation]:
    """Report a constant that the chosen vocabulary has, too."""
    if context.file.settings.constants == "auto":
        return
    name = context.speller.name(reference.code)
    if name is None or not context.moves.is_candidate(reference):
        return
    own = reference.constant.vocabulary.key == context.file.settings.constants
    problem = "roundabout constant" if own else "foreign constant"
    fix = context.moves.to_vocabulary(reference, context.moves.freed)
    yield report(reference, RULE.code, problem, name, fix, context)
