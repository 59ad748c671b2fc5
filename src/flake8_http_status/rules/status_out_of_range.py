"""A number that is no status at all.

## What it does

Flags numbers outside 100-599 where a status is sent. Files of tests are left alone: they send such
numbers to see what becomes of them.

## Why

HTTP knows the classes 1 to 5 and nothing else (RFC 9110, section 15), and every server breaks in
its own way: Django's ``HttpResponse`` raises ``ValueError``; Starlette and FastAPI accept the
number, their test client shows it as if all were well, and uvicorn then closes the connection
without an answer; Flask sends ``600 UNKNOWN``, which clients have to take for a server error.

## Example

```python
from django.http import HttpResponse


def lookup(request):
    return HttpResponse("No such order", status=4004)
```

## Use instead

```python
from http import HTTPStatus

from django.http import HttpResponse


def lookup(request):
    return HttpResponse("No such order", status=HTTPStatus.NOT_FOUND)
```

## Options

`known` lists numbers that the project uses in spite of this.

## Fix safety

There is no fix: the number does not say what was meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.frameworks._framework import LimitKind
from flake8_http_status.rules._limits import api_name, limit_for
from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.rules._produced import PRODUCING, produced_code
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC201",
    name="status-out-of-range",
    summary="a number outside 100-599 where a status is sent",
    roles=PRODUCING,
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a number that is no status, with what the API makes of it."""
    number = produced_code(site, context)
    if number is None or number in STATUSES:
        return
    message = f"{number} is no HTTP status: they are 100-599"
    limit = limit_for(number, LimitKind.UNSUPPORTED, site, context)
    if limit is not None and site.place.known is not None:
        message += (
            f", and {api_name(site.place.callee, site.place.known, context.file)} {limit.outcome}"
        )
    yield from mistake_at(site, RULE.code, message, context)
