"""A conditional expression that takes the comparison in as well.

## What it does

Flags ``response.status_code == 200 if ok else 404``, which compares in one of its branches only and
is a bare status in the other.

## Why

``==`` binds more tightly than ``if``, so the comparison is one branch and 404 is the other. Where
``ok`` is false the whole is 404, which counts as true: the assertion passes whatever was answered.

## Example

```python
from http import HTTPStatus


def test_basket(client, ok):
    response = client.get("/baskets/7/")
    assert response.status_code == HTTPStatus.OK if ok else HTTPStatus.NOT_FOUND
```

## Use instead

```python
from http import HTTPStatus


def test_basket(client, ok):
    response = client.get("/baskets/7/")
    assert response.status_code == (HTTPStatus.OK if ok else HTTPStatus.NOT_FOUND)
```

## Options

`attributes` names further attributes that hold a status.

## Fix safety

Unsafe: the test begins to compare in both cases, and fails where it had hidden a wrong answer.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.values import elements
from flake8_http_status.rules._rule import Rule
from flake8_http_status.rules._statuses import comparison_fix, is_status
from flake8_http_status.violation import Edit, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.reading import Held
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Fix

RULE = Rule(
    code="HSC402",
    name="conditional-swallows-assertion",
    summary="a conditional expression that takes the comparison in",
    nodes=(ast.IfExp,),
    fixable="unsafe",
)


def check(node: ast.IfExp, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report a comparison in one branch beside a bare status in the other."""
    lines = context.file.lines
    body, orelse = node.body, node.orelse
    if isinstance(body, ast.Compare) and _are_statuses(orelse, scope, context):
        status, bare, when = _compared(body, scope, context), orelse, "false"
        first, last = body.comparators[-1], orelse
        plain = ")" not in _between(body, node.test, context)
    elif (
        isinstance(orelse, ast.Compare)
        and _are_statuses(body, scope, context)
        and _are_statuses(orelse.left, scope, context)
    ):
        status, bare, when = _compared(orelse, scope, context), body, "true"
        first, last = body, orelse.left
        plain = "(" not in _between(node.test, orelse, context)
    else:
        return
    if status is None:
        return
    shown = " ".join(lines.text(lines.span(bare)).split())
    alike = (elements(first) is None) == (elements(last) is None)
    yield Violation(
        code=RULE.code,
        span=lines.span(node),
        message=(f"compares nothing when the condition is {when}: {shown} alone counts as true"),
        fix=_fix(first, last, bare, scope, context) if plain and alike else None,
        confidence=status.confidence,
        reason=status.reason,
    )


def _compared(node: ast.Compare, scope: Scope, context: Context) -> Held | None:
    """The status that ``node`` compares."""
    for operand in (node.left, *node.comparators):
        status = held(operand, scope, context.file)
        if status is not None:
            return status
    return None


def _are_statuses(node: ast.expr, scope: Scope, context: Context) -> bool:
    """Whether ``node`` is a status, or a display of some, in whatever form."""
    return all(is_status(member, scope, context) for member in elements(node) or [node])


def _between(left: ast.expr, right: ast.expr, context: Context) -> str:
    lines = context.file.lines
    return lines.text(Span(*lines.span(left)[2:], *lines.span(right)[:2]))


def _fix(
    first: ast.expr, last: ast.expr, bare: ast.expr, scope: Scope, context: Context
) -> Fix | None:
    """Parentheses from ``first`` to ``last``."""
    line, column, _, _ = context.file.lines.span(first)
    _, _, end_line, end_column = context.file.lines.span(last)
    edits = (
        Edit(Span(line, column, line, column), "("),
        Edit(Span(end_line, end_column, end_line, end_column), ")"),
    )
    return comparison_fix(edits, elements(bare) or [bare], scope, context)
