"""A literal assigned to something that is a status.

## What it does

Flags literals assigned to attributes, class attributes, variables, parameter defaults and mapping
items that hold a status.

## Why

A value that is set here is read elsewhere; the constant says at both ends what it is.

## Example

```python
from rest_framework.exceptions import APIException


class Busy(APIException):
    status_code = 503
```

## Use instead

```python
from rest_framework import status
from rest_framework.exceptions import APIException


class Busy(APIException):
    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone, `attributes` names further
attributes that hold a status.

## Fix safety

Safe: a constant equals its number.
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
    code="HSC106",
    name="magic-status-in-assignment",
    summary="a literal assigned to a status",
    roles=frozenset({Role.ASSIGNMENT, Role.DEFAULT, Role.CLASS_ATTRIBUTE, Role.MAPPING_VALUE}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
