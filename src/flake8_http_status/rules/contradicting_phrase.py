"""A text that is the reason phrase of another code.

## What it does

Flags status lines such as ``"404 Forbidden"``, and calls whose detail, message, reason or
description is, word for word, the reason phrase of another code than the one that they pass. What
ends with a full stop is a sentence and says what it says: "Method not allowed." with a 403.

## Why

One of the two is wrong. Programs go by the number and people by the text, so that they part ways:
the log says "Not Found" while the client saw a 403.

## Example

```python
from fastapi import HTTPException, status


def ensure(order):
    if order is None:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, detail="Not Found")
```

## Use instead

```python
from fastapi import HTTPException, status


def ensure(order):
    if order is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, detail="Not Found")
```

## Options

None.

## Fix safety

There is no fix: either the number or the text is wrong.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.values import ValueKind
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.rules._phrases import belongs_to, code_of_phrase, is_telling
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC310",
    name="contradicting-phrase",
    summary="a text that is the reason phrase of another code",
    roles=frozenset(Role),
)
_TEXTS = frozenset({"description", "detail", "message", "msg", "reason", "reason_phrase"})


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a phrase of another code beside the status."""
    value = site.value
    if value is None or value.code is None:
        return
    if value.kind is ValueKind.STATUS_LINE and not value.followed:
        texts = [value.phrase]
    elif value.code in STATUSES and site.place.call is not None and site.whole is site.node:
        texts = _texts(site.place.call) if site.place.shape is Shape.STATUS else []
    else:
        return
    for text in texts:
        phrase = text.strip()
        meant = code_of_phrase(phrase) if text is value.phrase or is_telling(phrase) else None
        if meant is not None and meant != value.code and not belongs_to(phrase, value.code):
            message = f'"{phrase}" is the phrase of {meant}, not of {value.code}'
            yield from mistake_at(site, RULE.code, message, context)


def _texts(call: ast.Call) -> list[str]:
    """The texts in ``call`` that people read beside the status."""
    return [
        item.value.value
        for item in call.keywords
        if item.arg in _TEXTS
        and isinstance(item.value, ast.Constant)
        and isinstance(item.value.value, str)
    ] + [
        item.value
        for item in call.args
        if isinstance(item, ast.Constant) and isinstance(item.value, str)
    ]
