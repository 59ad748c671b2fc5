"""Which expressions hold a status that is surely an integer when it is read."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.scopes import Binding, BindingKind
from flake8_http_status.frameworks._framework import METHODS, Accepts
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.reading import Held
    from flake8_http_status.analysis.scopes import Scope

# Attributes that hold an integer on whatever the methods of an HTTP client return.
ATTRIBUTES = frozenset({"status_code", "status_int"})
_SENDING = frozenset({*METHODS, "open", "request"})
_TEXT = Accepts.DIGITS | Accepts.STATUS_LINE


def integer_status(node: ast.expr, scope: Scope, file: File) -> Held | None:
    """What ``node`` holds, where that is surely an integer; None for text and for the unknown."""
    status = held(node, scope, file)
    if status is None:
        return None
    if status.confidence is Confidence.RESOLVED:
        handed_back = Accepts.KEEPS in status.accepts and bool(status.accepts & _TEXT)
        return status if status.text is False and not handed_back else None
    if isinstance(node, ast.Attribute):
        known = node.attr in ATTRIBUTES and _is_answer(node.value, scope)
        return status if known else None
    return None


def _is_answer(node: ast.expr, scope: Scope) -> bool:
    """Whether ``node`` is what ``client.get()`` returned, or the ``response`` of a caught error."""
    if isinstance(node, ast.Attribute) and node.attr == "response":
        return isinstance(node.value, ast.Name) and all(
            binding.kind is BindingKind.HANDLER for binding in _bindings(node.value, scope)
        )
    if isinstance(node, ast.Name):
        return all(
            binding.kind in {BindingKind.ASSIGNMENT, BindingKind.CONTEXT}
            and binding.value is not None
            and _is_sending(binding.value)
            for binding in _bindings(node, scope)
        )
    return _is_sending(node)


def _bindings(name: ast.Name, scope: Scope) -> list[Binding]:
    owner = scope.lookup(name.id)
    return [Binding(BindingKind.OTHER, name)] if owner is None else owner.bindings[name.id]


def _is_sending(node: ast.expr) -> bool:
    if isinstance(node, ast.Await):
        node = node.value
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in _SENDING
    )
