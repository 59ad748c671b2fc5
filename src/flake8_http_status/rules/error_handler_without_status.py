"""An error handler that answers 200.

## What it does

Flags functions that are registered for an error and return content without a status: in Flask's and
Quart's ``errorhandler``, in exception handlers of FastAPI, Sanic and others, and in functions
called ``handler404`` and so on in Django.

## Why

What an error handler returns is the response. Without a status it is a 200, so that browsers,
caches, search engines and clients take the page "Not found" for what they asked for.

## Example

```python
from http import HTTPStatus

from flask import Flask, render_template

app = Flask(__name__)


@app.errorhandler(HTTPStatus.NOT_FOUND)
def missing(error):
    return render_template("missing.html")
```

## Use instead

```python
from http import HTTPStatus

from flask import Flask, render_template

app = Flask(__name__)


@app.errorhandler(HTTPStatus.NOT_FOUND)
def missing(error):
    return render_template("missing.html"), HTTPStatus.NOT_FOUND
```

## Options

The rule is off unless it is selected, since some protocols report errors in a 200.

## Fix safety

There is no fix: a handler may be registered for several errors.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.calls import passed
from flake8_http_status.analysis.values import leaves
from flake8_http_status.analysis.views import decorator_names, returned_by
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.frameworks._framework import ErrorHandler, Framework
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC309",
    name="error-handler-without-status",
    summary="an error handler that answers 200",
    nodes=(ast.Return,),
)


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """What error handlers return."""
    returns = context.file.module.nodes[kind]
    return returned_by(lambda function: _handlers(function, context), returns)


def check(node: ast.Return, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report what an error handler returns without a status."""
    for framework, handler in _handlers(scope, context)[:1]:
        for leaf in [] if node.value is None else leaves(node.value):
            if _answers_ok(leaf, handler, scope, context):
                message = f"no status in an error handler: {framework.name} answers 200"
                yield Violation(RULE.code, context.file.lines.span(leaf), message)


def _handlers(function: Scope, context: Context) -> list[tuple[Framework, ErrorHandler]]:
    """What ``function`` handles errors of, by its decorators or its name."""
    table = context.file.catalogue.error_handlers
    found = [
        entry for name in decorator_names(function, context.file) for entry in table.get(name, ())
    ]
    found += [
        (framework, handler)
        for framework, handler in table.get(getattr(function.node, "name", ""), ())
        if any(module.partition(".")[0] in framework.packages for module in context.file.imported)
    ]
    return found


def _answers_ok(node: ast.expr, handler: ErrorHandler, scope: Scope, context: Context) -> bool:
    if isinstance(node, ast.Constant):
        return handler.values and isinstance(node.value, (str, bytes))
    if isinstance(node, (ast.Dict, ast.JoinedStr)):
        return handler.values
    if not isinstance(node, ast.Call) or any(item.arg is None for item in node.keywords):
        return False
    catalogue = context.file.catalogue
    name = context.file.resolver.dotted(node.func, scope)
    if name is None or name not in map(catalogue.canonical, handler.plain):
        return False
    known = catalogue.callables.get(name)
    if any(isinstance(item, ast.Starred) for item in node.args):
        return False
    return known is None or not any(
        passed(node, argument.name, argument.position) is not None
        for argument in known.arguments
        if argument.role is Role.ARGUMENT
    )
