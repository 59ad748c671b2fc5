"""Sites in tables: parametrized tests, and loops over literal rows."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.sites import Place
from flake8_http_status.analysis.values import elements
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import ParameterTable


def _argument(call: ast.Call, spot: tuple[str, int]) -> ast.expr | None:
    keyword, position = spot
    if position < len(call.args):
        return call.args[position]
    return next((item.value for item in call.keywords if item.arg == keyword), None)


def _columns(node: ast.expr | None) -> list[str]:
    """Column names: one string with commas, or a collection of strings."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [name.strip() for name in node.value.split(",")]
    names = [] if node is None else elements(node) or []
    return [
        name.value if isinstance(name, ast.Constant) and isinstance(name.value, str) else ""
        for name in names
    ]


def find_in_table(call: ast.Call, scope: Scope, sites: Sites, table: ParameterTable) -> None:
    """The cells of a parametrized test whose column is named like a status."""
    if table.names is not None:
        columns = _columns(_argument(call, table.names))
    else:
        columns = sites.decorated_parameters(call)
    rows: list[ast.expr] | None
    if table.variadic:
        rows = list(call.args[table.values[1] :])
    else:
        values = _argument(call, table.values)
        rows = None if values is None else elements(values)
    for row in rows or ():
        place_row(row, columns, scope, sites, table.row)


def place_row(
    row: ast.expr,
    columns: list[str],
    scope: Scope,
    sites: Sites,
    wrappers: tuple[str, ...] = (),
    role: Role = Role.EXPECTATION,
) -> None:
    """Place the cells of one row that stand in a column named like a status."""
    cells: list[ast.expr]
    if isinstance(row, ast.Call) and _is_wrapper(row, wrappers):
        cells = list(row.args)
    elif len(columns) == 1:
        cells = [row]
    elif isinstance(row, (ast.Tuple, ast.List)):
        cells = row.elts
    else:
        return
    for name, cell in zip(columns, cells, strict=False):
        if sites.file.accepts_name(name):
            place = Place(
                role=role,
                confidence=Confidence.NAME,
                reason=f"the column {name} is named like a status",
                shape=Shape.STATUSES,
                name=name,
            )
            sites.place(cell, scope, place)


def _is_wrapper(row: ast.Call, wrappers: tuple[str, ...]) -> bool:
    func = row.func
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    return any(wrapper.rpartition(".")[2] == name for wrapper in wrappers)


def find_in_loop(node: ast.For | ast.AsyncFor | ast.comprehension, scope: Scope, sites: Sites) -> None:
    """``for status in (404, 410)`` and ``for path, status in [("/", 200), ...]``."""
    rows = elements(node.iter)
    if rows is None:
        return
    target = node.target
    names = target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]
    columns = [name.id if isinstance(name, ast.Name) else "" for name in names]
    for row in rows:
        place_row(row, columns, scope, sites, role=Role.ASSIGNMENT)
