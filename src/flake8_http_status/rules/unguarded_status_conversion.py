"""A status from elsewhere made a member of an enumeration, with nothing to catch the failure.

## What it does

Flags ``HTTPStatus(response.status_code)`` outside of a ``try`` that catches ``ValueError``.

## Why

``HTTPStatus`` has the registered statuses only. A server may answer with any other number:
``HTTPStatus(520)`` raises ``ValueError``, mostly where an error is about to be reported.

## Example

```python
from http import HTTPStatus

import requests

answer = requests.get("https://example.org")
print(HTTPStatus(answer.status_code).phrase)
```

## Use instead

```python
import requests

answer = requests.get("https://example.org")
print(answer.reason)
```

## Options

Off until it is selected, as some programs talk to servers of their own only.

## Fix safety

There is no fix: only the author knows what an unregistered status means here.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.evidence import Likeness, likeness
from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.scopes import BindingKind, ScopeKind
from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Confidence, Violation
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.reading import Held
    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC406",
    name="unguarded-status-conversion",
    summary="an enumeration called with a status that it may not have",
    nodes=(ast.Call,),
)
# What catches a ValueError.
_CATCHING = frozenset({"ValueError", "Exception", "BaseException"})


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """Calls of what may be an enumeration, where one may be imported."""
    file, sites = context.file, context.sites
    if not context.vocabulary_names and "*" not in file.module.root.bindings:
        return ()
    return [
        found
        for found in sites.calls_of(sites.callees)
        if len(found[0].args) == 1
        and not isinstance(found[0].args[0], ast.Constant)
        and file.may_know(found[0].func)
    ]


def check(node: ast.Call, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report the conversion of a status that was received."""
    if node.keywords:
        return
    file = context.file
    dotted = file.resolver.dotted(node.func, scope)
    vocabulary = None if dotted is None else file.catalogue.container(dotted)
    if vocabulary is None or vocabulary.kind is not Kind.ENUM:
        return
    received = _origin(node.args[0], scope)
    status = held(received, scope, file)
    if status is None or not _is_received(received, status) or _is_guarded(node, scope, file):
        return
    callee = vocabulary.container.rpartition(".")[2]
    yield Violation(
        code=RULE.code,
        span=file.lines.span(node),
        message=f"{callee}() raises ValueError for a status that is not registered, such as 520",
        confidence=status.confidence,
        reason=status.reason,
    )


def _origin(node: ast.expr, scope: Scope) -> ast.expr:
    """What ``node`` converts to an integer, or is bound to, where it is bound once."""
    if isinstance(node, ast.Call) and callee_name(node) == "int" and node.args:
        node = node.args[0]
    if isinstance(node, ast.Name):
        owner = scope.lookup(node.id)
        bindings = owner.bindings[node.id] if owner is not None else []
        if len(bindings) == 1 and bindings[0].kind is BindingKind.ASSIGNMENT:
            return bindings[0].value or node
    return node


def _is_received(node: ast.expr, status: Held) -> bool:
    """Whether the status is an attribute or item of something, and not a variable of the program.

    What is just called ``code`` is rarely received.
    """
    if isinstance(node, ast.Attribute) and status.confidence is Confidence.NAME:
        return likeness(node.attr) is Likeness.PLAIN
    return not isinstance(node, ast.Name)


def _is_guarded(node: ast.Call, scope: Scope, file: File) -> bool:
    """Whether a ``try`` of the function, or a ``with suppress()``, catches what ``node`` raises."""
    owner = scope
    while owner.kind is ScopeKind.COMPREHENSION and owner.parent is not None:
        owner = owner.parent
    child: ast.AST | None = node
    while child is not None and child is not owner.node:
        parent = file.parent(child)
        if isinstance(parent, (ast.Try, ast.TryStar)):
            guards = child in parent.body and any(map(_catches, parent.handlers))
        elif isinstance(parent, (ast.With, ast.AsyncWith)):
            guards = any(_names_error(item.context_expr) for item in parent.items)
        else:
            guards = False
        if guards:
            return True
        child = parent
    return False


def _catches(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or _names_error(handler.type)


def _names_error(node: ast.expr) -> bool:
    """Whether ``node`` names a class of exceptions that a ValueError belongs to."""
    return any(isinstance(part, ast.Name) and part.id in _CATCHING for part in ast.walk(node))
