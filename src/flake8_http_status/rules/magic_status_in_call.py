"""A literal in an argument that takes a status.

## What it does

Flags integers such as ``404`` that are passed where a status is expected.

## Why

A named constant says what the number means, can be searched for, and a typing slip in it fails
when the module is loaded instead of answering 440.

## Example

```python
from django.http import HttpResponse


def gone(request):
    return HttpResponse(status=410)
```

## Use instead

```python
from http import HTTPStatus

from django.http import HttpResponse


def gone(request):
    return HttpResponse(status=HTTPStatus.GONE)
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone, `sites` declares helpers of the
project.

## Fix safety

Safe: offered only where the callable treats the constant as it treats the number.
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
    code="HSC101",
    name="magic-status-in-call",
    summary="a literal status in an argument of a call",
    roles=frozenset({Role.ARGUMENT}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
