"""A bound that cuts a class of statuses one too early or one too late.

## What it does

Flags ordered comparisons and ranges whose bound is next to the border of a class: ``status > 200``,
``status <= 300``, ``status < 299``, ``status >= 399`` and ``range(200, 299)``.

## Why

The classes are 100-199, 200-299 and so on up to 599. ``200 < status < 299`` leaves out 200, the
status of nearly every answer, and 299; ``status <= 300`` takes in 300, which is no success.

## Example

```python
import requests

answer = requests.get("https://example.org")
if answer.status_code > 400:
    raise RuntimeError(answer.text)
```

## Use instead

```python
import requests

answer = requests.get("https://example.org")
if answer.status_code >= 400:
    raise RuntimeError(answer.text)
```

## Options

Off until it is selected, as such a bound can be meant. `attributes` names further attributes that
hold a status.

## Fix safety

Unsafe: the condition changes for the status on the border.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.values import integer
from flake8_http_status.rules._conditions import links
from flake8_http_status.rules._operators import operator_edit
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Edit, Fix, Safety, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.reading import Held
    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.analysis.sites import Place
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC404",
    name="status-range-off-by-one",
    summary="a bound next to the border of a class of statuses",
    nodes=(ast.Compare, ast.Call),
    fixable="unsafe",
)
# The first status of each class, and the first number behind the last class.
_BORDERS = range(100, 700, 100)
_SIGNS: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_TOGGLED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """Comparisons by order, and ranges."""
    if kind is ast.Call:
        return context.sites.calls_of(("range",))
    comparisons = context.file.module.of(ast.Compare)
    return [found for found in comparisons if not _SIGNS.keys().isdisjoint(map(type, found[0].ops))]


def check(node: ast.Compare | ast.Call, scope: Scope, context: Context) -> Iterable[Violation]:
    """Report bounds next to a border."""
    if isinstance(node, ast.Compare):
        return _bounds(node, scope, context)
    return _range(node, context)


def _bounds(node: ast.Compare, scope: Scope, context: Context) -> Iterator[Violation]:
    signs = [_SIGNS.get(type(comparing), "") for comparing in node.ops]
    if len({sign[0] for sign in signs if sign}) != 1:  # both ways is a mistake of another kind
        return
    lines = context.file.lines
    left = node.left
    for link, sign, right in zip(
        links(node, scope, context.file), signs, node.comparators, strict=True
    ):
        if link is not None and link.direct and sign:
            (number,) = link.numbers
            fault = _fault(sign if link.node is right else _MIRRORED[sign], number)
            if fault is not None:
                if number in _BORDERS:
                    edit = operator_edit(left, right, sign, _TOGGLED[sign], lines)
                else:
                    edit = _number_edit(link.node, number + 1, context)
                yield _violation(link.node, fault, edit, link.status, context)
        left = right


def _fault(sign: str, number: int) -> str | None:
    """What is wrong with ``status <sign> number``."""
    border = number if number in _BORDERS else number + 1
    first, last = border in _BORDERS[:-1], border in _BORDERS[1:]
    match sign:
        case ">" if first and number == border:
            return f"{number} is left out, with which the class begins"
        case ">=" if first and number != border:
            return f"{number} is taken in, which belongs to the class before"
        case "<" if last and number != border:
            return f"{number} is left out, with which the class ends"
        case "<=" if last and number == border:
            return f"{number} is taken in, which belongs to the next class"
        case _:
            return None


def _range(node: ast.Call, context: Context) -> Iterator[Violation]:
    """``range(200, 299)`` and ``range(200, 301)`` where statuses are expected."""
    if len(node.args) != 2:
        return
    site = context.sites.found.get(id(node))
    start, stop = map(integer, node.args)
    if site is None or start is None or stop is None or start not in _BORDERS or stop <= start + 1:
        return
    fault = _fault("<", stop) or _fault("<=", stop - 1)
    if fault is not None:
        border = stop + 1 if stop + 1 in _BORDERS else stop - 1
        edit = _number_edit(node.args[1], border, context)
        yield _violation(node.args[1], fault, edit, site.place, context)


def _number_edit(node: ast.expr, number: int, context: Context) -> Edit | None:
    if not isinstance(node, ast.Constant):
        return None
    return Edit(context.file.lines.span(node), str(number))


def _violation(
    node: ast.expr, fault: str, edit: Edit | None, known: Held | Place, context: Context
) -> Violation:
    return Violation(
        code=RULE.code,
        span=context.file.lines.span(node),
        message=f"off by one: {fault}",
        fix=None if edit is None else Fix((edit,), Safety.UNSAFE),
        confidence=known.confidence,
        reason=known.reason,
    )
