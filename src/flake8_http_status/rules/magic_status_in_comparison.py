"""A literal compared with a status.

## What it does

Flags integers compared with a status by ``==``, ``!=``, ``in``, ``not in`` or ``match``.
Ordered comparisons (``status >= 400``) and arithmetic (``status // 100``) are never flagged: there
the number is a bound, not a code.

## Why

A named constant says which answer the program waits for.

## Example

```python
import requests

answer = requests.get("https://example.org")
if answer.status_code == 404:
    print("missing")
```

## Use instead

```python
from http import HTTPStatus

import requests

answer = requests.get("https://example.org")
if answer.status_code == HTTPStatus.NOT_FOUND:
    print("missing")
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone, `attributes` names further
attributes that hold a status.

## Fix safety

Safe: a constant equals its number. A ``case`` gets a dotted name, as a bare one would capture.
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
    code="HSC102",
    name="magic-status-in-comparison",
    summary="a literal compared with a status",
    roles=frozenset({Role.COMPARISON, Role.MEMBERSHIP, Role.CASE}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
