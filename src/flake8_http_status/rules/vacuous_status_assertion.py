"""An assertion that every status passes, or none.

## What it does

Flags assertions of one argument whose message is the status that was meant to be compared, such as
``assertTrue(response.status_code, 404)`` and ``assert response.status_code, 404``, and assertions
of nothing but the status of an answer.

## Why

The second argument of ``assertTrue()`` is the message for a failure. A status is a number above
zero, so the assertion passes whatever was answered, and ``assertFalse()`` never does.

## Example

```python
from http import HTTPStatus

from django.test import TestCase


class BasketTest(TestCase):
    def test_missing(self):
        response = self.client.get("/baskets/7/")
        self.assertTrue(response.status_code, HTTPStatus.NOT_FOUND)
```

## Use instead

```python
from http import HTTPStatus

from django.test import TestCase


class BasketTest(TestCase):
    def test_missing(self):
        response = self.client.get("/baskets/7/")
        self.assertEqual(response.status_code, HTTPStatus.NOT_FOUND)
```

## Options

`attributes` names further attributes that hold a status.

## Fix safety

Unsafe: the test begins to compare, and fails where it had hidden a wrong answer.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.rules._integers import ATTRIBUTES, integer_status
from flake8_http_status.rules._rule import Rule
from flake8_http_status.rules._statuses import comparison_fix, is_status
from flake8_http_status.violation import Edit, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Fix

RULE = Rule(
    code="HSC401",
    name="vacuous-status-assertion",
    summary="an assertion that every status passes, or none",
    nodes=(ast.Assert, ast.Call),
    names=ATTRIBUTES,
    fixable="unsafe",
)

# Assertions of one value, with a message, and the comparison that was meant.
_MEANT = {
    "assertTrue": "assertEqual",
    "assertFalse": "assertNotEqual",
    "assertIsNotNone": "assertEqual",
    "assert_": "assertEqual",
    "assert_true": "assert_equal",
    "assert_false": "assert_not_equal",
    "failIf": "assertNotEqual",
    "failUnless": "assertEqual",
}
# What compares by itself.
_CONDITIONS = (ast.BoolOp, ast.Compare, ast.UnaryOp)
_NEGATED = frozenset({"assertFalse()", "assert_false()", "failIf()"})
_ALWAYS, _NEVER = "every status passes", "no status passes"


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """Assertions, as a statement and by the methods of tests."""
    if kind is ast.Call:
        return [found for found in context.sites.calls_of(_MEANT) if found[0].args]
    return [
        found
        for found in context.file.module.of(ast.Assert)
        if found[0].msg is not None or not isinstance(found[0].test, _CONDITIONS)
    ]


def check(node: ast.Assert | ast.Call, scope: Scope, context: Context) -> Iterable[Violation]:
    """Report an assertion that does not compare the status it is about."""
    if isinstance(node, ast.Assert):
        return _check(node, "assert", (node.test, node.msg), scope, context)
    name = callee_name(node)
    messages = (*node.args[1:], *(item.value for item in node.keywords if item.arg == "msg"))
    return _check(node, f"{name}()", (node.args[0], next(iter(messages), None)), scope, context)


def _check(
    node: ast.Assert | ast.Call,
    name: str,
    arguments: tuple[ast.expr, ast.expr | None],
    scope: Scope,
    context: Context,
) -> Iterator[Violation]:
    lines = context.file.lines
    asserted, message = arguments
    fix = None
    if message is not None and is_status(message, scope, context):
        status = held(asserted, scope, context.file)
    elif message is not None and is_status(asserted, scope, context):
        status = held(message, scope, context.file)
    else:
        status, message = integer_status(asserted, scope, context.file), None
    if status is None:
        return
    if message is None:
        fault = "compares the status with nothing"
    else:
        fault = f"takes {' '.join(lines.text(lines.span(message)).split())} as its message"
        fix = _fix(node, asserted, message, scope, context)
    yield Violation(
        code=RULE.code,
        span=lines.span(node),
        message=f"{name} {fault}: {_NEVER if name in _NEGATED else _ALWAYS}",
        fix=fix,
        confidence=status.confidence,
        reason=status.reason,
    )


def _fix(
    node: ast.Assert | ast.Call,
    asserted: ast.expr,
    message: ast.expr,
    scope: Scope,
    context: Context,
) -> Fix | None:
    """The comparison that was meant, where nothing but its operator or name is missing."""
    lines = context.file.lines
    if isinstance(node, ast.Assert):
        place = Span(*lines.span(asserted)[2:], *lines.span(message)[:2])
        if lines.text(place).strip() != ",":
            return None
        comparison = Edit(place, " == ")
    elif isinstance(node.func, ast.Attribute) and message in node.args:
        _, _, line, end = lines.span(node.func)
        place = Span(line, end - len(node.func.attr), line, end)
        comparison = Edit(place, _MEANT[node.func.attr])
    else:
        return None
    return comparison_fix((comparison,), (asserted, message), scope, context)
