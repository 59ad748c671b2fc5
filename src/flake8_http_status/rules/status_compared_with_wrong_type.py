"""A status compared with something that it never equals.

## What it does

Flags comparisons of an attribute that holds an integer with text, a tuple or a list; of an
attribute that holds a status line with a number; and of a whole response with a number.

## Why

Python compares any two objects, and objects of different types are just not equal:
``response.status_code == "200"`` is false for every answer, and so is Flask's
``response.status == 200``, as that attribute holds ``"200 OK"``.

## Example

```python
import requests

answer = requests.get("https://example.org")
if answer.status_code == "404":
    print("missing")
```

## Use instead

```python
from http import HTTPStatus

import requests

answer = requests.get("https://example.org")
if answer.status_code == HTTPStatus.NOT_FOUND:
    print("missing")
```

## Options

`attributes` names further attributes that hold a status.

## Fix safety

Unsafe: a condition that was constant begins to depend on the answer.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.comparisons import EQUAL_TO_NUMBERS, compared, may_be_key
from flake8_http_status.analysis.reading import Held
from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.analysis.values import ValueKind, elements, read_value
from flake8_http_status.frameworks._framework import Shape
from flake8_http_status.rules._integers import ATTRIBUTES, integer_status
from flake8_http_status.rules._operators import operator_edit
from flake8_http_status.rules._rule import Rule
from flake8_http_status.rules._statuses import comparison_fix, is_text
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.violation import Confidence, Edit, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.analysis.sites import Place
    from flake8_http_status.analysis.values import Value
    from flake8_http_status.frameworks._framework import Comparer, Framework
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Fix

RULE = Rule(
    code="HSC405",
    name="status-compared-with-wrong-type",
    summary="a status compared with something that it never equals",
    nodes=(ast.Compare, ast.Call),
    names=ATTRIBUTES,
    fixable="unsafe",
)
# Attributes that hold the status as an integer, those that a reader expects first.
_INTEGERS = ("status_code", "status_int", "status", "code")
_DISPLAYS = (ast.Dict, ast.List, ast.Set, ast.Tuple)
_SIGNS: dict[type[ast.cmpop], tuple[str, str]] = {ast.Eq: ("==", "in"), ast.NotEq: ("!=", "not in")}


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """Comparisons, and calls of what compares, where a status may stand."""
    if kind is ast.Call:
        return context.sites.calls_of(context.file.catalogue.comparers)
    found, named = context.sites.found, context.file.resolver.may_name_constants
    return [
        one for one in context.file.module.of(ast.Compare) if _may_fail(one[0], found, named=named)
    ]


def _may_fail(node: ast.Compare, found: Container[int], *, named: bool) -> bool:
    """Whether the operands may be a status and what it cannot equal, or there are more of them.

    ``found``: the ids of the expressions at sites; ``named``: attributes may be constants.
    """
    if len(node.ops) > 1 or not isinstance(node.ops[0], (ast.Eq, ast.NotEq)):
        return True
    left, right = node.left, node.comparators[0]
    return (
        id(left) in found
        or id(right) in found
        or (not isinstance(left, ast.Constant) and _may_be_status(right, named=named))
        or (not isinstance(right, ast.Constant) and _may_be_status(left, named=named))
    )


def _may_be_status(node: ast.expr, *, named: bool) -> bool:
    return (named or isinstance(node, (ast.Constant, ast.Name))) and may_be_key(node)


def check(node: ast.Compare | ast.Call, scope: Scope, context: Context) -> Iterable[Violation]:
    """Report the operands of comparisons and membership tests, and of assertions of either."""
    if isinstance(node, ast.Compare):
        return _chain(node, scope, context)
    comparers = context.file.catalogue.comparers[callee_name(node)]
    return _assertion(node, comparers, scope, context)


def _chain(node: ast.Compare, scope: Scope, context: Context) -> Iterator[Violation]:
    left = node.left
    for comparing, right in zip(node.ops, node.comparators, strict=True):
        if isinstance(comparing, (ast.Eq, ast.NotEq)):
            yield from _equal(left, right, _SIGNS[type(comparing)], scope, context)
        elif isinstance(comparing, (ast.In, ast.NotIn)):
            yield from _member(left, right, scope, context)
        left = right


def _assertion(
    node: ast.Call,
    comparers: Iterable[tuple[Framework, Comparer]],
    scope: Scope,
    context: Context,
) -> Iterator[Violation]:
    for _, comparer in comparers:
        operands = compared(node, comparer)
        if operands is not None and comparer.membership:
            yield from _member(*operands, scope, context)
        elif operands is not None:
            yield from _equal(*operands, None, scope, context)


def _equal(
    left: ast.expr,
    right: ast.expr,
    signs: tuple[str, str] | None,
    scope: Scope,
    context: Context,
) -> Iterator[Violation]:
    """Two operands; ``signs``: the operator between them, and the one that looks up instead."""
    for holder, other in ((left, right), (right, left)):
        if isinstance(other, _DISPLAYS) and id(other) in context.sites.found:
            status = integer_status(holder, scope, context.file)
            if status is not None:
                fix = None
                if signs is not None and holder is left:
                    operator = operator_edit(left, right, *signs, context.file.lines)
                    if operator is not None:
                        members = elements(other) or ()
                        fix = comparison_fix((operator,), members, scope, context)
                fault = f"never equal: {_shown(holder)} is an integer, and this a collection"
                yield _violation(other, fault, fix, status, context)
        else:
            yield from _text(holder, other, scope, context)
            if not isinstance(holder, ast.Constant) and _is_numeric(other, scope, context):
                yield from _numbers(holder, [other], other, scope, context)


def _member(
    member: ast.expr, container: ast.expr, scope: Scope, context: Context
) -> Iterator[Violation]:
    """An operand that is looked up in another."""
    members = elements(container)
    if members is not None:
        for other in members:
            yield from _text(member, other, scope, context)
        if members and all(_is_numeric(other, scope, context) for other in members):
            yield from _numbers(member, members, container, scope, context)
        return
    status = integer_status(member, scope, context.file)
    if status is not None and (
        isinstance(container, ast.Constant) or _is_numeric(container, scope, context)
    ):
        fault = f"raises TypeError: {_shown(member)} is an integer, and this no collection of them"
        yield _violation(container, fault, None, status, context)


def _text(holder: ast.expr, other: ast.expr, scope: Scope, context: Context) -> Iterator[Violation]:
    """Text where ``holder`` is an integer."""
    site = context.sites.found.get(id(other))
    if site is None or not _is_text(other, site.value):
        return
    status = integer_status(holder, scope, context.file)
    if status is None:
        return
    digits = site.value is not None and site.value.kind is ValueKind.DIGITS
    if status.confidence is Confidence.RESOLVED or digits:
        fault = f"never equal: {_shown(holder)} is an integer, and this is text"
        fix = comparison_fix((), [other], scope, context)
        yield _violation(other, fault, fix, status, context)


def _is_text(node: ast.expr, value: Value | None) -> bool:
    if value is not None:
        return is_text(value)
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _is_numeric(node: ast.expr, scope: Scope, context: Context) -> bool:
    """Whether ``node`` is a status without a phrase: an integer, or digits."""
    value = read_value(node, scope, context.file.resolver)
    if value is None or value.code not in STATUSES:
        return False
    return value.kind is ValueKind.DIGITS or not is_text(value)


def _numbers(
    holder: ast.expr,
    numbers: list[ast.expr],
    other: ast.expr,
    scope: Scope,
    context: Context,
) -> Iterator[Violation]:
    """Numbers, which ``other`` holds, where ``holder`` is a status line or a whole response."""
    dotted = context.file.resolver.dotted(holder, scope)
    if dotted is None:
        return
    site = context.sites.found.get(id(numbers[0]))
    fix = None
    _, _, line, end = context.file.lines.span(holder)
    if site is not None and site.place.text:
        name = _integer_attribute(dotted.rpartition(".")[0], context)
        if name is not None and isinstance(holder, ast.Attribute):
            attribute = Edit(Span(line, end - len(holder.attr), line, end), name)
            fix = comparison_fix((attribute,), numbers, scope, context)
        fault = f"never equal: {_shown(holder)} is a status line, and this a number"
        yield _violation(other, fault, fix, site.place, context)
    elif dotted not in EQUAL_TO_NUMBERS:
        name = _integer_attribute(dotted, context)
        if name is not None:
            if not isinstance(holder, ast.Await):
                attribute = Edit(Span(line, end, line, end), f".{name}")
                fix = comparison_fix((attribute,), numbers, scope, context)
            fault = f"never equal: {_shown(holder)} is a whole response, and this a number"
            known = Held(Confidence.RESOLVED, f"{dotted}.{name} holds the status")
            yield _violation(other, fault, fix, known, context)


def _integer_attribute(owner: str, context: Context) -> str | None:
    """The attribute of instances of ``owner`` that holds the status as an integer."""
    for name in _INTEGERS:
        known = context.file.catalogue.attributes.get(f"{owner}.{name}")
        if known is None:
            continue
        _, attribute = known
        if attribute.shape is Shape.STATUS and not attribute.text and not attribute.called:
            return name
    return None


def _shown(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else "the left side"


def _violation(
    node: ast.expr, fault: str, fix: Fix | None, known: Held | Place, context: Context
) -> Violation:
    return Violation(
        code=RULE.code,
        span=context.file.lines.span(node),
        message=fault,
        fix=fix,
        confidence=known.confidence,
        reason=known.reason,
    )
