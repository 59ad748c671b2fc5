"""A literal status returned from a view beside its body.

## What it does

Flags ``return body, 404`` in views of frameworks that read the status from a returned tuple.

## Why

The number stands alone at the end of a line, with no keyword to say what it is.

## Example

```python
from flask import Flask

app = Flask(__name__)


@app.get("/cart")
def cart():
    return {"error": "no cart"}, 404
```

## Use instead

```python
from http import HTTPStatus

from flask import Flask

app = Flask(__name__)


@app.get("/cart")
def cart():
    return {"error": "no cart"}, HTTPStatus.NOT_FOUND
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone.

## Fix safety

Safe: the frameworks in question take an enum member for its number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.frameworks._framework import Role
from flake8_http_status.rules._magic import magic_number
from flake8_http_status.rules._rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC104",
    name="magic-status-in-return",
    summary="a literal status returned from a view",
    roles=frozenset({Role.RETURN}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
