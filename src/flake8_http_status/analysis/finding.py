"""Finds every site of a file: each candidate once, then the calls of what the file defines."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.calls import (
    find_in_call,
    find_in_local_call,
    find_in_operation,
)
from flake8_http_status.analysis.codes import is_official
from flake8_http_status.analysis.comparisons import (
    find_in_comparison,
    find_in_lookup,
    find_in_match,
)
from flake8_http_status.analysis.definitions import (
    find_in_assignment,
    find_in_fields,
    find_in_mapping,
    find_in_parameters,
)
from flake8_http_status.analysis.sites import Sites
from flake8_http_status.analysis.tables import (
    SHOWN,
    find_in_alternative,
    find_in_choice,
    find_in_display,
    find_in_loop,
)
from flake8_http_status.analysis.usages import Usages
from flake8_http_status.analysis.views import find_in_lambda, find_in_return

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.sites import StatusSite

_FINDERS: dict[type[ast.AST], Callable[..., None]] = {
    ast.Call: find_in_call,
    ast.Mod: find_in_operation,
    ast.Compare: find_in_comparison,
    ast.Match: find_in_match,
    ast.Subscript: find_in_lookup,
    ast.Assign: find_in_assignment,
    ast.AnnAssign: find_in_assignment,
    ast.NamedExpr: find_in_assignment,
    ast.Dict: find_in_mapping,
    ast.List: find_in_display,
    ast.Set: find_in_display,
    ast.Tuple: find_in_display,
    ast.FunctionDef: find_in_parameters,
    ast.AsyncFunctionDef: find_in_parameters,
    ast.ClassDef: find_in_fields,
    ast.For: find_in_loop,
    ast.AsyncFor: find_in_loop,
    ast.comprehension: find_in_loop,
    ast.Return: find_in_return,
    ast.Lambda: find_in_lambda,
    ast.IfExp: find_in_choice,
    ast.BoolOp: find_in_alternative,
}
# Those that find what is a mistake although no status is written: where an API takes one, which may
# get anything else, and where one is compared. What the others find is nothing without a status.
_NEEDING_NONE = frozenset(
    {find_in_call, find_in_operation, find_in_comparison, find_in_assignment, find_in_mapping}
    | {find_in_return}
)


def find_sites(file: File) -> Sites:
    """All status sites of ``file``.

    Where its imports do not speak of HTTP but a site with a registered code does, doubtful names
    count as well, so they are looked at once more.
    """
    sites = _find(file)
    if any(map(_has_status, sites.found.values())) and not file.speaks_http:
        file.speaks_http = True
        sites = _find(file)
    return sites


def _has_status(site: StatusSite) -> bool:
    return site.value is not None and is_official(site.value.code)


def _speaks(site: StatusSite) -> bool:
    """Whether ``site`` has a status and stays one, whatever else is found."""
    return site.place.reason != SHOWN and _has_status(site)


def _find(file: File) -> Sites:
    """The sites of ``file``; only the first ones where these show that it speaks of HTTP."""
    sites = Sites(file, Usages(file.telling_attributes, has_codes=file.has_codes))
    for kind, find in _FINDERS.items():
        if file.writes_statuses or find in _NEEDING_NONE:
            for node, scope in file.module.nodes[kind]:
                find(node, scope, sites)
            if any(map(_speaks, sites.found.values())) and not file.speaks_http:
                return sites
    sites.usages.place(sites)
    sites.follow_parameters(find_in_local_call)
    sites.place_rest()
    return sites


def in_order(sites: Sites) -> list[StatusSite]:
    """The sites by their position in the source."""
    return sorted(sites.found.values(), key=lambda site: (site.node.lineno, site.node.col_offset))
