"""A code that is no longer in use, or never was.

## What it does

Flags 305, 306, 418 and 510 where they are sent, but for files of tests.

## Why

The registry keeps their numbers, but they mean nothing to a client: 305 was deprecated because it
lets anybody insert a proxy, 306 is unused, 510 belonged to an experiment that is over, and 418 is a
joke of 1 April 1998 whose number is reserved because software answers with it.

## Example

```python
from http import HTTPStatus

from flask import Response


def brew():
    return Response("No coffee here", status=HTTPStatus.IM_A_TEAPOT)
```

## Use instead

```python
from http import HTTPStatus

from flask import Response


def brew():
    return Response("No coffee here", status=HTTPStatus.NOT_IMPLEMENTED)
```

## Options

`known` lists those that the project uses all the same.

## Fix safety

There is no fix: what to answer instead is the author's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.rules._produced import PRODUCING, produced_code
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import STATUS_CODES, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC203",
    name="obsolete-status",
    summary="a code that is unused, deprecated or obsoleted",
    roles=PRODUCING,
)

_GONE = frozenset({State.DEPRECATED, State.OBSOLETED, State.UNUSED})


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a code that the registry has given up, with its story."""
    number = produced_code(site, context)
    row = None if number is None else STATUS_CODES.get(number)
    if row is not None and row.state in _GONE:
        story = row.meaning[0].lower() + row.meaning[1:].removesuffix(".")
        message = f"{row.number} is {row.state.value} ({row.reference}): {story}"
        yield from mistake_at(site, RULE.code, message, context)
