"""A status that the API cannot produce.

## What it does

Flags codes that a function refuses although they are right in themselves, such as ``abort(402)``.

## Why

Some functions know a part of the codes only. Flask's ``abort`` and ``errorhandler`` look the code
up among the exception classes of Werkzeug, which has none below 400 and none for 402, 407, 425,
426, 506-508, 510 and 511: ``abort(204)`` raises ``LookupError``, so that the client gets a 500, and
``errorhandler(402)`` raises ``ValueError`` when the application is set up. Pyramid's
``exception_response`` raises ``KeyError``, h11 refuses an informational status in a final response.

## Example

```python
from http import HTTPStatus

from flask import abort


def withdraw(balance, amount):
    if amount > balance:
        abort(HTTPStatus.PAYMENT_REQUIRED)
```

## Use instead

```python
from http import HTTPStatus

from flask import Response, abort


def withdraw(balance, amount):
    if amount > balance:
        abort(Response("Not enough on the account", status=HTTPStatus.PAYMENT_REQUIRED))
```

## Options

`targets` tells which versions the project supports: a code that came late is flagged where an older
one is among them.

## Fix safety

There is no fix: what was meant is the author's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.frameworks._framework import LimitKind
from flake8_http_status.rules._limits import LIMITED, beyond_limit
from flake8_http_status.rules._rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC301",
    name="unsupported-status",
    summary="a code that the API cannot produce",
    roles=LIMITED,
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a status beyond the limit of the API that takes it."""
    return beyond_limit(site, LimitKind.UNSUPPORTED, RULE.code, context)
