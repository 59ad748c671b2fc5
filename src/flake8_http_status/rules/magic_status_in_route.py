"""A literal in a route's declaration.

## What it does

Flags literals in decorators and other declarations of routes: ``status_code=201``,
``responses={404: ...}``, ``errorhandler(404)``.

## Why

A route's declaration is its documentation; the constant reads as what clients are promised.

## Example

```python
from fastapi import FastAPI

app = FastAPI()


@app.post("/orders", status_code=201)
async def order():
    return {}
```

## Use instead

```python
from fastapi import FastAPI, status

app = FastAPI()


@app.post("/orders", status_code=status.HTTP_201_CREATED)
async def order():
    return {}
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone.

## Fix safety

Safe: where the framework writes the status into a schema as text, an enum member is offered only
if every targeted Python is 3.11 or newer; an integer constant is safe everywhere.
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
    code="HSC105",
    name="magic-status-in-route",
    summary="a literal status in a route declaration",
    roles=frozenset({Role.ROUTE}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
