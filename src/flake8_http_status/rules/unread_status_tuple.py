"""A returned body and status that the framework does not read as such.

## What it does

Flags ``return body, 404`` in views of frameworks that do not know this form, and tuples in the
wrong order where they do: Flask reads the status from the second element, Django Ninja from the
first.

## Why

The form is Flask's, and looks as if it worked everywhere. FastAPI answers 200 with the list
``[body, 404]`` as its content, and so do others that serialize what they get; the rest answer 500.

## Example

```python
from fastapi import FastAPI, status

app = FastAPI()


@app.get("/orders/{number}")
def order(number: int):
    return {"error": "no such order"}, status.HTTP_404_NOT_FOUND
```

## Use instead

```python
from fastapi import FastAPI, HTTPException, status

app = FastAPI()


@app.get("/orders/{number}")
def order(number: int):
    raise HTTPException(status.HTTP_404_NOT_FOUND, "no such order")
```

## Options

None.

## Fix safety

There is no fix: each framework has its own ways to answer with a status.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.scopes import Scope
from flake8_http_status.analysis.values import BRANCHING, ValueKind, leaves, read_value
from flake8_http_status.analysis.views import declared, may_answer
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import is_registered
from flake8_http_status.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC308",
    name="unread-status-tuple",
    summary="a returned body and status that the framework does not read",
    nodes=(ast.Return,),
)
# What may be a tuple.
_RETURNED = BRANCHING | {ast.Tuple}
# Statuses with content start here.
_FINAL = 200
# Methods through which a view class may make responses of what its other methods return.
_DISPATCHERS = frozenset(
    {"__call__", "as_view", "dispatch", "dispatch_request", "finalize_response"}
)


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """Returned tuples, which one of several outcomes may be."""
    return [
        (node, scope)
        for node, scope in context.file.module.of(ast.Return)
        if node.value.__class__ in _RETURNED and may_answer(scope)
    ]


def check(node: ast.Return, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report returned tuples whose status is not read."""
    for leaf in leaves(node.value) if node.value is not None else ():
        if isinstance(leaf, ast.Tuple) and len(leaf.elts) in (2, 3):
            at = [_is_status(element, scope, context) for element in leaf.elts[:2]]
            message = None
            if at == [False, True]:
                message = _unread(scope, context)
            elif at == [True, False] and _is_body(leaf.elts[1]):
                message = _swapped(scope, context)
            if message is not None:
                yield Violation(RULE.code, context.file.lines.span(leaf), message)


def _unread(function: Scope, context: Context) -> str | None:
    """What becomes of ``(body, status)``."""
    table = context.file.catalogue.endpoints
    for framework, endpoint in declared(function, context.file, table):
        if endpoint.tuple_outcome and not _may_convert(function, context):
            return f"a body and a status are returned: {framework.name} {endpoint.tuple_outcome}"
    return None


def _swapped(function: Scope, context: Context) -> str | None:
    """What a framework says to ``(status, body)``."""
    table = context.file.catalogue.views
    for framework, returned in declared(function, context.file, table):
        if returned.status_at == 1:
            return f"{framework.name} reads the status from the second element, not from the first"
    return None


def _is_status(node: ast.expr, scope: Scope, context: Context) -> bool:
    value = read_value(node, scope, context.file.resolver)
    return (
        value is not None
        and value.kind in (ValueKind.NUMBER, ValueKind.CONSTANT)
        and value.code is not None
        and value.code >= _FINAL
        and is_registered(value.code)
    )


def _is_body(node: ast.expr) -> bool:
    text = isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes))
    return text or isinstance(node, (ast.JoinedStr, ast.Dict))


def _may_convert(function: Scope, context: Context) -> bool:
    """Whether something else may make a response of what ``function`` returns.

    A decorator of the project, the machinery of a base class of the project, or the framework
    itself where the function is declared to return a tuple.
    """
    returned = getattr(function.node, "returns", None)
    if returned is not None and "tuple" in ast.unparse(returned).lower():
        return True
    outer = function.parent or function
    resolver, table = context.file.resolver, context.file.catalogue.endpoints
    for decorator in getattr(function.node, "decorator_list", ()):
        called = decorator.func if isinstance(decorator, ast.Call) else decorator
        if resolver.dotted(called, outer) not in table:
            return True
        if isinstance(decorator, ast.Call) and any(
            item.arg == "response_model" and "tuple" in ast.unparse(item.value).lower()
            for item in decorator.keywords
        ):
            return True
    return function.method_class is not None and not _is_plain(function.method_class, context)


def _is_plain(owner: Scope, context: Context) -> bool:
    """Whether the class and its bases are known, and none of the file dispatches by itself."""
    if not isinstance(owner.node, ast.ClassDef) or not _DISPATCHERS.isdisjoint(owner.bindings):
        return False
    bases = context.file.resolver.bases(owner)
    return len(bases) == len(owner.node.bases) and all(
        _is_plain(base, context)
        if isinstance(base, Scope)
        else base in context.file.catalogue.endpoints
        for base in bases
    )
