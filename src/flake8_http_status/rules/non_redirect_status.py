"""A redirect whose status is not one.

## What it does

Flags redirect helpers and classes that are given a status on which nobody follows the location.

## Why

A client goes to the location for 301, 302, 303, 307 and 308, and offers a choice for 300. With any
other status it stays where it is: Flask's ``redirect(url, code=200)`` shows its page "You should be
redirected automatically". CherryPy, Litestar and Tornado raise an exception instead.

## Example

```python
from http import HTTPStatus

from flask import redirect


def moved():
    return redirect("/orders", code=HTTPStatus.OK)
```

## Use instead

```python
from http import HTTPStatus

from flask import redirect


def moved():
    return redirect("/orders", code=HTTPStatus.SEE_OTHER)
```

## Options

None.

## Fix safety

There is no fix: whether the redirect is permanent, and whether it keeps the method, is the author's
to say.
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
    code="HSC303",
    name="non-redirect-status",
    summary="a redirect with a status that is not a redirect",
    roles=LIMITED,
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a status beyond the limit of the API that takes it."""
    return beyond_limit(site, LimitKind.REDIRECT_ONLY, RULE.code, context)
