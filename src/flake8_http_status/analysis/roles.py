"""Which kind of place a status stands in, where names or numbers alone tell that it is one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, TypeGuard

from flake8_http_status.analysis import evidence
from flake8_http_status.analysis.values import COLLECTIONS, last_name
from flake8_http_status.frameworks._framework import Role

if TYPE_CHECKING:
    from flake8_http_status.analysis.file import File

# What a number is a part of, and stands in the same place with.
_WRAPPING = (
    ast.BinOp, ast.BoolOp, ast.IfExp, ast.List, ast.Set, ast.Starred, ast.Tuple, ast.keyword,
)  # fmt: skip
# Through how many of these a number is followed, so that the work does not grow with their depth.
_NEAR = 12
_STANDING: dict[type[ast.AST | None], Role] = {
    ast.Compare: Role.COMPARISON,
    ast.Dict: Role.MAPPING_VALUE,
    ast.Lambda: Role.RETURN,
    ast.Return: Role.RETURN,
    ast.arguments: Role.DEFAULT,
}


def passed_to(call: ast.Call, file: File) -> Role:
    """The role of an argument of ``call``: of an assertion, a declaration or anything else."""
    name = last_name(call.func)
    if name in file.catalogue.tables:
        return Role.EXPECTATION
    if id(call) in file.module.decorators:
        return Role.ROUTE
    return Role.EXPECTATION if evidence.compares(name) else Role.ARGUMENT


def standing(node: ast.AST, file: File) -> Role:
    """The role of ``node`` by the statement or the call that it is a part of, if that is near."""
    parent = file.parent(node)
    for _ in range(_NEAR):
        if not (isinstance(parent, _WRAPPING) or _collects(parent)):
            break
        parent = file.parent(parent)
    if isinstance(parent, ast.Call):
        return passed_to(parent, file)
    return _STANDING.get(type(parent), Role.ASSIGNMENT)


def _collects(node: ast.AST | None) -> TypeGuard[ast.Call]:
    """``frozenset([401, 403])``."""
    return isinstance(node, ast.Call) and last_name(node.func) in COLLECTIONS
