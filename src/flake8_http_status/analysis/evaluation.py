"""In which scope each part of a tree is evaluated, and so where the names in it are looked up."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.scopes import PARTS

if TYPE_CHECKING:
    from flake8_http_status.analysis.scopes import Module, Scope


def names(module: Module, owner: Scope) -> list[tuple[ast.Name, Scope]]:
    """Every name in what makes ``owner``, annotations too, with the scope it is evaluated in."""
    opened = module.opened
    found: list[tuple[ast.Name, Scope]] = []
    pending: list[tuple[ast.AST, Scope]] = [(owner.node, owner.parent or owner)]
    while pending:
        node, scope = pending.pop()
        if isinstance(node, ast.Name):
            found.append((node, scope))
            continue
        for field in PARTS.get(node.__class__, ()):
            value = getattr(node, field, None)
            if value is not None:
                where = field_scope(node, field, scope, opened) if field in _MOVING else scope
                if value.__class__ is list:
                    pending += [(child, where) for child in value]
                else:
                    pending.append((value, where))
    return found


def field_scope(node: ast.AST, field: str, scope: Scope, opened: dict[int, Scope]) -> Scope:
    """The scope in which ``field`` of ``node``, which stands in ``scope``, is evaluated."""
    if field in _INSIDE.get(type(node), ("body",)):
        return opened.get(id(node), scope)
    if field == "iter" and isinstance(scope.node, _COMPREHENSIONS):
        return scope.parent or scope if node is scope.node.generators[0] else scope
    return scope


_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
# The fields of a node that are evaluated inside the scope that it opens, where not the body alone.
_INSIDE: dict[type[ast.AST], tuple[str, ...]] = {
    ast.ListComp: ("elt", "generators"),
    ast.SetComp: ("elt", "generators"),
    ast.GeneratorExp: ("elt", "generators"),
    ast.DictComp: ("key", "value", "generators"),
}
# The fields that may be evaluated in another scope than their node.
_MOVING = frozenset({"body", "iter"}.union(*_INSIDE.values()))
