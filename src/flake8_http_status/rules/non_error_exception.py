"""An error type that is given a status of no error.

## What it does

Flags exceptions and error responses whose status is below 400: ``HTTPException(200)``,
``HttpResponseNotFound(status=200)``, an ``APIException`` with ``status_code = 200``. Files of
tests are left alone.

## Why

The client sees success, or a redirect without a location, while the content tells of an error, and
monitoring counts the request as served. An exception that is to redirect, with headers that say
where to, is left alone where the framework allows for it.

## Example

```python
from fastapi import HTTPException, status


def ensure(found):
    if not found:
        raise HTTPException(status_code=status.HTTP_200_OK, detail="No such order")
```

## Use instead

```python
from fastapi import HTTPException, status


def ensure(found):
    if not found:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="No such order")
```

## Options

None.

## Fix safety

There is no fix: only the author knows which error it is.
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
    code="HSC302",
    name="non-error-exception",
    summary="an error type with a status below 400",
    roles=LIMITED,
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a status beyond the limit of the API that takes it."""
    if not context.file.holds_tests:
        yield from beyond_limit(site, LimitKind.ERROR_ONLY, RULE.code, context)
