"""An HTTP exception that is returned instead of raised.

## What it does

Flags a handler of a request that returns an exception which has to be raised. Frameworks whose
exceptions are responses at the same time (Flask, aiohttp, Bottle, Pyramid) are left alone, and so
are functions that are annotated to return the exception.

## Why

FastAPI serializes what is returned: ``return HTTPException(404)`` answers 200 with
``{"status_code": 404, "detail": "Not Found", "headers": null}``. Others cannot make a response of
it and answer 500.

## Example

```python
from fastapi import FastAPI, HTTPException, status

app = FastAPI()


@app.get("/orders/{number}")
def order(number: int):
    if number == 0:
        return HTTPException(status.HTTP_404_NOT_FOUND)
    return {"number": number}
```

## Use instead

```python
from fastapi import FastAPI, HTTPException, status

app = FastAPI()


@app.get("/orders/{number}")
def order(number: int):
    if number == 0:
        raise HTTPException(status.HTTP_404_NOT_FOUND)
    return {"number": number}
```

## Options

None.

## Fix safety

Unsafe, since the program answers something else afterwards: the fix writes ``raise`` for
``return``.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.catalogue import tail
from flake8_http_status.analysis.scopes import BindingKind, Scope
from flake8_http_status.analysis.values import leaves
from flake8_http_status.analysis.views import declared, may_answer, returned_by
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Edit, Fix, Safety, Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC307",
    name="returned-http-exception",
    summary="an HTTP exception returned instead of raised",
    nodes=(ast.Return,),
    fixable="unsafe",
)


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """What endpoints return."""
    table, returns = context.file.catalogue.endpoints, context.file.module.nodes[kind]
    return returned_by(
        lambda function: may_answer(function) and declared(function, context.file, table), returns
    )


def check(node: ast.Return, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report what is returned although it has to be raised."""
    for leaf in leaves(node.value) if node.value is not None else ():
        classes = context.file.catalogue.raised.intersection(_classes(leaf, scope, context))
        if not classes or _is_annotated(classes, scope):
            continue
        table = context.file.catalogue.endpoints
        for framework, endpoint in declared(scope, context.file, table):
            for name in classes.intersection(endpoint.exceptions):
                message = (
                    f"{tail(name)} is returned instead of raised: "
                    f"{framework.name} {endpoint.exception_outcome}"
                )
                fix = _fix(node, context) if leaf is node.value else None
                yield Violation(RULE.code, context.file.lines.span(leaf), message, fix)
                return


def _classes(node: ast.expr, scope: Scope, context: Context) -> list[str]:
    """The classes from elsewhere of which ``node`` surely makes, or names, an instance."""
    resolver = context.file.resolver
    if isinstance(node, ast.Name):
        owner = scope.lookup(node.id)
        bindings = [] if owner is None else owner.bindings[node.id]
        if owner is None or len(bindings) != 1:
            return []
        binding = bindings[0]
        if binding.kind is BindingKind.HANDLER and binding.value is not None:
            caught = resolver.resolve(binding.value, owner)
            return resolver.ancestors(caught) if isinstance(caught, Scope) else [caught or ""]
        if binding.kind is not BindingKind.ASSIGNMENT or not isinstance(binding.value, ast.Call):
            return []
        node, scope = binding.value, owner
    if not isinstance(node, ast.Call) or not context.file.may_know(node.func):
        return []
    made = resolver.resolve(node.func, scope)
    return resolver.ancestors(made) if isinstance(made, Scope) else [made or ""]


def _is_annotated(classes: frozenset[str], function: Scope) -> bool:
    """Whether the function says that it returns one of ``classes``."""
    node = function.node
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or node.returns is None:
        return False
    annotation = ast.unparse(node.returns)
    return any(tail(name) in annotation for name in classes)


def _fix(node: ast.Return, context: Context) -> Fix:
    span = context.file.lines.span(node)
    word = span._replace(end_line=span.line, end_column=span.column + len("return"))
    return Fix((Edit(word, "raise"),), Safety.UNSAFE)
