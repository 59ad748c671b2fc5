"""Sites in tables: parametrized tests, and loops over literal rows."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.messages import is_request, is_text
from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.roles import standing
from flake8_http_status.analysis.sites import Place, Table, parameter_names
from flake8_http_status.analysis.values import elements, integer, leaves
from flake8_http_status.analysis.views import has_headers
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import ParameterTable


# The reason where nothing but the numbers tells.
SHOWN = "all numbers beside it are statuses"


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


def _rows(node: ast.expr | None, scope: Scope) -> list[ast.expr]:
    """The rows of a display, also of one that a name is bound to once."""
    if isinstance(node, ast.Name):
        owner = scope.lookup(node.id)
        bindings = owner.bindings[node.id] if owner is not None else []
        node = bindings[0].value if len(bindings) == 1 else None
    return [] if node is None else elements(node) or []


def find_in_table(call: ast.Call, scope: Scope, sites: Sites, table: ParameterTable) -> None:
    """The cells of a parametrized test whose column is a status."""
    function = sites.decorated(call)
    if table.names is not None:
        columns = _columns(_argument(call, table.names))
    else:
        columns = [] if function is None else parameter_names(function)
    if table.variadic:
        rows: list[ast.expr] = list(call.args[table.values[1] :])
    else:
        rows = _rows(_argument(call, table.values), scope)
    found = Table(
        rows,
        columns,
        scope,
        _cell_place(Role.EXPECTATION),
        frozenset(wrapper.rpartition(".")[2] for wrapper in table.row),
    )
    sites.place_table(found)
    if function is not None:
        sites.tables.setdefault(id(function), []).append(found)


def find_in_loop(
    node: ast.For | ast.AsyncFor | ast.comprehension, scope: Scope, sites: Sites
) -> None:
    """``for status in (404, 410)`` and ``for path, status in [("/", 200), ...]``."""
    target = node.target
    names = target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]
    columns = [name.id if isinstance(name, ast.Name) else "" for name in names]
    rows = _rows(node.iter, scope)
    if rows:
        sites.loop(Table(rows, columns, scope, _cell_place(Role.ASSIGNMENT)))
        for place, name in enumerate(columns):
            if evidence.is_other_code(name):
                _withdraw(place, rows, sites)


def _withdraw(place: int, rows: list[ast.expr], sites: Sites) -> None:
    """Leave a column alone that holds codes of another kind, whatever its numbers are like."""
    for row in rows:
        cells = row.elts if isinstance(row, (ast.Tuple, ast.List)) else [row]
        for cell in cells[place : place + 1]:
            site = sites.found.get(id(cell))
            if site is not None and site.place.reason == SHOWN:
                del sites.found[id(cell)]


def _cell_place(role: Role) -> Place:
    return Place(
        role=role,
        confidence=Confidence.NAME,
        reason="the column is a status by its name or its use",
        shape=Shape.STATUSES,
    )


def find_in_display(node: ast.List | ast.Set | ast.Tuple, scope: Scope, sites: Sites) -> None:
    """``[401, 403, 403, 200]``, and tables with a column of nothing but statuses.

    Nothing but the numbers tells: all of them are official codes, and enough of them are telling.
    """
    if not node.elts or not sites.file.has_codes or sites.file.speaks_other:
        return
    first = node.elts[0]
    if isinstance(first, ast.Constant):
        if codes.is_official(integer(first)):
            _show_all(node.elts, scope, sites)
            if isinstance(node, ast.Tuple) and _is_answer(node, sites.file):
                sites.place_later(first, scope, _place(first, "headers and a body follow", sites))
    elif isinstance(first, (ast.Tuple, ast.List)):
        find_in_columns(node.elts, scope, sites)
    distinctive = [element for element in node.elts if codes.is_distinctive(integer(element))]
    if distinctive and sites.file.speaks_http and any(map(is_request, node.elts)):
        for code in distinctive:
            reason = "it stands beside the request that it answers"
            sites.place_later(code, scope, _place(code, reason, sites))


def _is_answer(node: ast.Tuple, file: File) -> bool:
    """``(404, {"Content-Type": "text/plain"}, b"gone")``."""
    return (
        len(node.elts) == len(("status", "headers", "body"))
        and codes.is_final(integer(node.elts[0]))
        and is_text(node.elts[2])
        and has_headers(node, file)
    )


def find_in_choice(node: ast.IfExp, scope: Scope, sites: Sites) -> None:
    """``401 if anonymous else 403``, wherever it stands."""
    if not sites.file.has_codes:
        return
    outcomes = [] if id(node.body) in sites.found else leaves(node)
    if (
        sites.file.speaks_only_http
        and len(set(map(integer, outcomes))) > 1
        and all(codes.is_distinctive(integer(outcome)) for outcome in outcomes)
    ):
        _show(outcomes, node, scope, sites)


def find_in_alternative(node: ast.BoolOp, scope: Scope, sites: Sites) -> None:
    """``response.status_code or 500``."""
    last = node.values[-1]
    if isinstance(node.op, ast.Or) and codes.is_official(integer(last)):
        for value in node.values[:-1]:
            status = held(value, scope, sites.file)
            if status is not None and not status.text:
                place = Place(
                    role=Role.DEFAULT,
                    confidence=status.confidence,
                    reason=status.reason,
                    framework=status.framework,
                )
                sites.place(last, scope, place)


def find_in_columns(rows: Sequence[ast.expr | None], scope: Scope, sites: Sites) -> None:
    """The columns of a table that have nothing but statuses."""
    cells = [row.elts for row in rows if isinstance(row, (ast.Tuple, ast.List))]
    if len(cells) == len(rows) and len(set(map(len, cells))) == 1:
        for column in zip(*cells, strict=True):
            _show_all(_flat(column), scope, sites)


def _show_all(nodes: list[ast.expr], scope: Scope, sites: Sites) -> None:
    """Place what stands side by side, if all of it is statuses by the numbers alone."""
    if codes.are_statuses(list(map(integer, nodes)), speaks=sites.file.speaks_http):
        _show(nodes, nodes[0], scope, sites)


def _show(nodes: list[ast.expr], whole: ast.expr, scope: Scope, sites: Sites) -> None:
    """Place ``nodes``, of which nothing but the numbers tells; they stand where ``whole`` does."""
    place = _place(whole, SHOWN, sites)
    for node in nodes:
        sites.place(node, scope, place)


def _place(node: ast.expr, reason: str, sites: Sites) -> Place:
    """A place of the kind that the statement around ``node`` makes it."""
    return Place(role=standing(node, sites.file), confidence=Confidence.NAME, reason=reason)


def _flat(cells: tuple[ast.expr, ...]) -> list[ast.expr]:
    """The cells of a column; those that are displays by their elements."""
    return [element for cell in cells for element in elements(cell) or [cell]]
