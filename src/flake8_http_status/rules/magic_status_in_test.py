"""A literal in an assertion helper, an expectation of a test client, or a test double.

## What it does

Flags integers passed to ``assertEqual(response.status_code, ...)`` and kin, as a test client's
expected status, in columns of parametrized tests, and as what a test double answers.

## Why

Tests tell the next reader what is promised; a name says it without a table of codes.

## Example

```python
import unittest


class Shop(unittest.TestCase):
    def test_closed(self):
        self.assertEqual(self.client.get("/").status_code, 503)
```

## Use instead

```python
import unittest
from http import HTTPStatus


class Shop(unittest.TestCase):
    def test_closed(self):
        self.assertEqual(self.client.get("/").status_code, HTTPStatus.SERVICE_UNAVAILABLE)
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone. Ignore this rule for tests with
flake8's `per-file-ignores`.

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
    code="HSC103",
    name="magic-status-in-test",
    summary="a literal status in an assertion helper or a test double",
    roles=frozenset({Role.EXPECTATION, Role.DOUBLE}),
    fixable="safe",
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a literal at a site of these roles."""
    return magic_number(site, RULE.code, context)
