"""A status written as text where an integer belongs.

## What it does

Flags ``"404"`` and ``"404 Not Found"`` where an API takes an integer status.

## Why

Some frameworks convert the text and some fail: Starlette's ``Response(status_code="404")`` raises
``TypeError`` when it is sent, Django converts digits and refuses a status line.

## Example

```python
from django.http import HttpResponse


def gone(request):
    return HttpResponse(status="410")
```

## Use instead

```python
from http import HTTPStatus

from django.http import HttpResponse


def gone(request):
    return HttpResponse(status=HTTPStatus.GONE)
```

## Options

`constants` chooses the vocabulary, `allow` leaves codes alone.

## Fix safety

Safe where the API converts digits to the integer; elsewhere the text is reported and left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.analysis.values import ValueKind
from flake8_http_status.frameworks._framework import Accepts, Role, Shape
from flake8_http_status.rules._magic import constant_fix, report
from flake8_http_status.rules._members import takes_constants
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC107",
    name="status-as-string",
    summary="a status written as text where an integer belongs",
    roles=frozenset(
        {Role.ARGUMENT, Role.ROUTE, Role.RETURN, Role.CLASS_ATTRIBUTE, Role.DOUBLE, Role.ASSIGNMENT}
    ),
    fixable="sometimes",
)
_TEXT = (ValueKind.DIGITS, ValueKind.STATUS_LINE)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report text at a site that a resolved API reads as an integer."""
    value, place = site.value, site.place
    if value is None or value.code is None or value.kind not in _TEXT or value.followed:
        return
    if place.confidence is not Confidence.RESOLVED or place.text:
        return
    if Accepts.INTEGER not in place.accepts or Accepts.STATUS_LINE in place.accepts:
        return
    if place.shape is Shape.KEYS and Accepts.DIGITS in place.accepts:
        return
    name = context.speller.name(value.code)
    if name is None or value.code in context.file.settings.allow:
        return
    if not takes_constants(place, context):
        return
    converted = value.kind is ValueKind.DIGITS and Accepts.DIGITS in place.accepts
    fix = constant_fix(site, value.code, context) if converted else None
    shown = fix.edits[0].text if fix is not None else name
    text = f"{value.code} {value.phrase}".rstrip()
    yield report(site, RULE.code, f'status as string "{text}": use {shown}', fix, context)
