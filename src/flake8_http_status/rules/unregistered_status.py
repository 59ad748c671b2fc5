"""A code that the registry does not know.

## What it does

Flags codes within 100-599 that are not registered, where they are sent: numbers that nobody uses,
and those that a product has invented (420, 440, 499, 520 and others), but for 286, which tells htmx
to stop asking. Comparisons are left alone,
since a client may well meet such codes, and so are files of tests and the answers of test doubles.

## Why

A client that does not know a code has to treat it as the first one of its class (RFC 9110, section
15): for a browser, a cache or a library, 432 is a 400. Often the number is a slip, such as 240 for
204, or there is a registered code that says the same to everybody.

## Example

```python
from django.http import HttpResponse


def limited(request):
    return HttpResponse("Slow down", status=420)
```

## Use instead

```python
from http import HTTPStatus

from django.http import HttpResponse


def limited(request):
    return HttpResponse("Slow down", status=HTTPStatus.TOO_MANY_REQUESTS)
```

## Options

`known` lists the unregistered codes that the project uses.

## Fix safety

There is no fix: clients may rely on the number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.frameworks._framework import LimitKind
from flake8_http_status.rules._limits import broken_limit
from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.rules._produced import PRODUCING, produced_code
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import STATUS_CODES, STATUSES, State, is_registered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC202",
    name="unregistered-status",
    summary="a code that is not registered, where it is sent",
    roles=PRODUCING,
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report an unregistered code, unless the API cannot even send it."""
    number = produced_code(site, context)
    if number is None or number not in STATUSES or is_registered(number):
        return
    row = STATUS_CODES.get(number)
    if row is not None and (row.state is not State.UNOFFICIAL or row.awaited):
        return
    if broken_limit(site, LimitKind.UNSUPPORTED, context) is None:
        yield from mistake_at(site, RULE.code, _message(number), context)


def _message(number: int) -> str:
    row = STATUS_CODES.get(number)
    swapped = number // 100 * 100 + number % 10 * 10 + number // 10 % 10
    if row is not None and row.instead is not None:
        return f"{_described(number)}: use {_titled(row.instead)}"
    if row is None and is_registered(swapped):
        return f"{number} is not registered: did you mean {_titled(swapped)}?"
    return f"{_described(number)}: clients treat it as {_titled(number // 100 * 100)}"


def _described(number: int) -> str:
    row = STATUS_CODES.get(number)
    owner = "" if row is None else f" ({row.phrase}, {row.owner})"
    return f"{number} is not registered{owner}"


def _titled(number: int) -> str:
    return f"{number} {STATUS_CODES[number].phrase}"
