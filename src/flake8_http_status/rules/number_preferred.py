"""A named constant where the project prefers numbers.

## What it does

Flags named status constants where the option `constants` is `number`. Off unless it is selected.

## Why

The reverse of naming numbers, for projects that read 404 as a word, or that want to be rid of
constants whose names differ from version to version.

## Example

```toml
[tool.flake8-http-status]
constants = "number"
extend-select = ["HSC503"]
```

```python
from http import HTTPStatus


def is_gone(response):
    return response.status_code in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE)
```

## Use instead

```python
def is_gone(response):
    return response.status_code in (404, 410)
```

## Options

`constants` must be `number`; then no rule asks for names.

## Fix safety

Safe where only the number counts: for constants that are integers, in comparisons, and in arguments
that a framework reads as a number. Imports that nothing reads any more are removed, unless they are
exported or marked with `noqa`. Unsafe where a member of an enum goes where nothing is known of;
where it is known to be shown, or asked for its type or phrase, there is no fix. The status lines of
Falcon are texts and are left alone.
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
    code="HSC503",
    name="number-preferred",
    summary="a named constant where the project prefers numbers",
    references=True,
    fixable="sometimes",
)


def check(reference: Reference, context: Context) -> Iterator[Violation]:
    """Report a constant that could be a number."""
    if context.file.settings.constants == "number" and context.moves.is_candidate(reference):
        fix = context.moves.to_number(reference)
        number = str(reference.code)
        yield report(reference, RULE.code, "named constant", number, fix, context)
