"""A condition that is the same for every status, or that says something twice.

## What it does

Tries all statuses on conditions that compare one and the same status with numbers. Flags those that
are always true or always false, a part that the other parts make superfluous, an ``elif`` that is
never reached, and ``status / 100 == 2``, which only 200 fulfils, as ``/`` keeps the fraction.
Comparisons of different statuses, and conditions that call something in between, are left alone.

## Why

``status != 200 or status != 201`` is true for every status, as none is both. Such a condition was
meant to ask something else.

## Example

```python
from http import HTTPStatus

import requests

answer = requests.post("https://example.org/baskets")
if answer.status_code != HTTPStatus.OK or answer.status_code != HTTPStatus.CREATED:
    raise RuntimeError(answer.text)
```

## Use instead

```python
from http import HTTPStatus

import requests

answer = requests.post("https://example.org/baskets")
if answer.status_code not in (HTTPStatus.OK, HTTPStatus.CREATED):
    raise RuntimeError(answer.text)
```

## Options

`attributes` names further attributes that hold a status.

## Fix safety

There is no fix: only the author knows which part was meant otherwise.
"""

from __future__ import annotations

import ast
from itertools import accumulate
from typing import TYPE_CHECKING

from flake8_http_status.rules._conditions import (
    TRUE,
    Truth,
    both,
    calculation,
    compared,
    conjunction,
    pure,
    truth,
    truths,
)
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.rules._conditions import Link
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC403",
    name="constant-status-condition",
    summary="a condition on a status that is constant or redundant",
    nodes=(ast.BoolOp, ast.Compare, ast.If),
)


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """What may be about one status more than once."""
    found = context.file.module.nodes[kind]
    return _chains(found) if kind is ast.If else filter(_MAY_REPEAT[kind], found)


def check(
    node: ast.BoolOp | ast.Compare | ast.If, scope: Scope, context: Context
) -> Iterator[Violation]:
    """Report what is constant or redundant in a condition, or in a chain of ``elif``."""
    if isinstance(node, ast.Compare):
        return _compared(node, scope, context)
    if isinstance(node, ast.If):
        return _branches(node, scope, context)
    return _joined(node, scope, context)


def _compared(node: ast.Compare, scope: Scope, context: Context) -> Iterator[Violation]:
    """A chain (``400 < status < 300``) or a comparison of the class (``status // 100 == 200``)."""
    for link, _ in _subjects([node], scope, context):
        parts = truths(node, link.subject, scope, context.file)
        known = conjunction(parts)
        if known.constant:
            message = _ALWAYS_TRUE if known.possibly else _ALWAYS_FALSE
            yield _violation(node, message, link, context)
        elif _redundant(parts):
            yield _violation(node, _REDUNDANT_END, link, context)
        elif all(isinstance(comparing, _EQUALITIES) for comparing in node.ops) and any(
            isinstance(part, ast.BinOp) and isinstance(part.op, ast.Div)
            for part in (node.left, *node.comparators)
        ):
            yield _violation(node, _FRACTION, link, context)


def _joined(node: ast.BoolOp, scope: Scope, context: Context) -> Iterator[Violation]:
    """Parts joined by ``and`` or ``or``, as far as nothing is called between them.

    ``a or b`` is judged as what it denies: that both are false.
    """
    if not any(len(parts) > 1 for _, parts in _subjects(node.values, scope, context)):
        return
    denied = isinstance(node.op, ast.Or)
    for stretch in _stretches(node.values):
        for link, parts in _subjects(stretch, scope, context):
            conditions = [truth(part, link.subject, scope, context.file) for part in parts]
            if len(parts) == 1 or any(known.constant for known in conditions):
                continue
            if denied:
                conditions = [known.negated for known in conditions]
            if not conjunction(conditions).possibly:
                yield _violation(node, _ALWAYS_TRUE if denied else _ALWAYS_FALSE, link, context)
                continue
            for index in _redundant(conditions):
                part = parts[index]
                if any(other.about_statuses for other in compared(part, scope, context.file)):
                    yield _violation(part, _REDUNDANT, link, context)


def _stretches(parts: Sequence[ast.expr]) -> Iterator[list[ast.expr]]:
    """Neighbours that call nothing, so that the status is the same for all of them."""
    stretch: list[ast.expr] = []
    for part in parts:
        if pure(part):
            stretch.append(part)
        else:
            yield stretch
            stretch = []
    yield stretch


def _subjects(
    parts: Sequence[ast.expr], scope: Scope, context: Context
) -> list[tuple[Link, list[ast.expr]]]:
    """Each status that is compared with statuses: one such comparison, and the parts about it."""
    first: dict[str, Link] = {}
    about: dict[str, dict[int, ast.expr]] = {}
    for part in parts:
        for link in compared(part, scope, context.file):
            about.setdefault(link.subject, {})[id(part)] = part
            if link.about_statuses:
                first.setdefault(link.subject, link)
    return [(link, list(about[subject].values())) for subject, link in first.items()]


def _redundant(conditions: Sequence[Truth]) -> list[int]:
    """Which of the conditions joined by ``and`` follow from the others, the last ones first."""
    before = [TRUE, *accumulate(conditions, both)]
    behind = TRUE
    found: list[int] = []
    for index in reversed(range(len(conditions))):
        if both(before[index], behind).possibly <= conditions[index].surely:
            found.append(index)
        else:
            behind = both(conditions[index], behind)
    return found


def _branches(node: ast.If, scope: Scope, context: Context) -> Iterator[Violation]:
    """Each ``elif`` that the branches above it leave nothing to; ``node`` begins the chain."""
    taken: dict[str, frozenset[int]] = {}
    branch: ast.If | None = node
    while branch is not None:
        for link, _ in _subjects([branch.test], scope, context):
            known = truth(branch.test, link.subject, scope, context.file)
            before = taken.get(link.subject, frozenset())
            if not known.constant:
                if known.possibly <= before:
                    yield _violation(branch.test, _UNREACHED, link, context)
                taken[link.subject] = before | known.surely
        if not pure(branch.test):
            taken.clear()
        branch = _elif(branch)


def _chains(found: Sequence[Candidate]) -> list[Candidate]:
    """The first ``if`` of each chain."""
    first = [one for one in found if _elif(one[0]) is not None]
    behind = {id(_elif(node)) for node, _ in first}
    return [one for one in first if id(one[0]) not in behind]


def _elif(node: ast.AST) -> ast.If | None:
    """The ``elif`` behind ``node``, which stands in the same column."""
    if not isinstance(node, ast.If) or not node.orelse:
        return None
    following = node.orelse[0]
    if isinstance(following, ast.If) and following.col_offset == node.col_offset:
        return following
    return None


def _may_chain(found: Candidate) -> bool:
    node = found[0]
    return isinstance(node, ast.Compare) and (
        len(node.ops) > 1
        or calculation(node.left) is not None
        or calculation(node.comparators[0]) is not None
    )


def _may_join(found: Candidate) -> bool:
    node = found[0]
    return (
        isinstance(node, ast.BoolOp) and sum(type(part) in _CONDITIONS for part in node.values) > 1
    )


_CONDITIONS = frozenset({ast.BoolOp, ast.Compare, ast.UnaryOp})
_MAY_REPEAT = {ast.BoolOp: _may_join, ast.Compare: _may_chain}
_EQUALITIES = (ast.Eq, ast.NotEq, ast.In, ast.NotIn)
_ALWAYS_TRUE = "always true, whatever the status"
_ALWAYS_FALSE = "always false, whatever the status"
_REDUNDANT = "redundant: the other comparisons of the same status say as much"
_REDUNDANT_END = "redundant: one end of the comparison follows from the other"
_FRACTION = "not about a class of statuses: / keeps the fraction, and only // does not"
_UNREACHED = "never true here: the branches above take every such status"


def _violation(node: ast.expr, message: str, link: Link, context: Context) -> Violation:
    return Violation(
        code=RULE.code,
        span=context.file.lines.span(node),
        message=message,
        confidence=link.status.confidence,
        reason=link.status.reason,
    )
