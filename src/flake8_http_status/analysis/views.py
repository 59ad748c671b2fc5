"""Sites in what functions return: ``return body, 404`` where a framework reads it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, TypeVar

from flake8_http_status.analysis import codes
from flake8_http_status.analysis.messages import is_address, is_headers, is_text
from flake8_http_status.analysis.scopes import ScopeKind
from flake8_http_status.analysis.sites import Place
from flake8_http_status.analysis.values import integer, leaves
from flake8_http_status.frameworks._framework import Endpoint, Framework, ReturnedTuple, Role
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.analysis.sites import Sites

T = TypeVar("T", ReturnedTuple, Endpoint)

_STATUS_INDEX = 1
_OUTCOME = Place(
    role=Role.RETURN,
    confidence=Confidence.NAME,
    reason="a number like this is returned as a status",
)


def find_in_return(node: ast.Return, scope: Scope, sites: Sites) -> None:
    """The tuples that ``node`` returns, and statuses returned by functions named so."""
    function = scope.enclosing(ScopeKind.FUNCTION)
    if (
        function is None
        or node.value is None
        or not isinstance(function.node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ):
        return
    outcomes = leaves(node.value)
    answers = [outcome for outcome in outcomes if isinstance(outcome, ast.Tuple)]
    if answers:
        views = declared(function, sites.file, sites.file.catalogue.views)
        for answer in answers:
            _find_in_answer(answer, scope, sites, views)
    if sites.file.accepts_name(function.node.name):
        sites.place(
            node.value,
            scope,
            Place(
                role=Role.RETURN,
                confidence=Confidence.NAME,
                reason=f"{function.node.name}() is named like a status",
                name=function.node.name,
            ),
        )
    else:
        for outcome in outcomes:
            if codes.is_distinctive(integer(outcome)) and sites.file.speaks_only_http:
                sites.place(outcome, scope, _OUTCOME)


def find_in_lambda(node: ast.Lambda, scope: Scope, sites: Sites) -> None:
    """``lambda: ("", 204)``, which is a view in one line."""
    for leaf in leaves(node.body):
        if isinstance(leaf, ast.Tuple):
            _find_in_answer(leaf, sites.function_scope(node), sites, [])


def may_answer(function: Scope) -> bool:
    """Whether a function of this form can answer requests: it is decorated, or a method."""
    return function.method_class is not None or bool(getattr(function.node, "decorator_list", ()))


def returned_by(functions: Callable[[Scope], object], returns: list[Candidate]) -> list[Candidate]:
    """Those of ``returns`` that stand in one of ``functions``, asked once about each of these."""
    scopes = {id(scope): scope for _, scope in returns}
    wanted = {key for key, scope in scopes.items() if functions(scope)}
    return [found for found in returns if id(found[1]) in wanted]


def decorator_names(function: Scope, file: File) -> list[str]:
    """The dotted names of the decorators of ``function``, called or not, that resolve."""
    names = [
        file.resolver.dotted(
            decorator.func if isinstance(decorator, ast.Call) else decorator,
            function.parent or function,
        )
        for decorator in getattr(function.node, "decorator_list", ())
    ]
    return [name for name in names if name is not None]


def declared(
    function: Scope, file: File, table: dict[str, list[tuple[Framework, T]]]
) -> list[tuple[Framework, T]]:
    """What ``table`` says of ``function``, by its decorators and by the bases of its class."""
    found: list[tuple[Framework, T]] = []
    for name in decorator_names(function, file):
        found += table.get(name, ())
    node, owner = function.node, function.method_class
    if (
        owner is not None
        and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and not node.name.startswith("_")
    ):
        for ancestor in file.resolver.ancestors(owner):
            found += [
                (framework, entry)
                for framework, entry in table.get(ancestor, ())
                if not entry.methods or node.name in entry.methods
            ]
    return found


def _find_in_answer(
    node: ast.Tuple,
    scope: Scope,
    sites: Sites,
    views: list[tuple[Framework, ReturnedTuple]],
) -> None:
    """The status in a tuple that a function returns; ``views``: what is known of the function."""
    for framework, returned in views:
        if len(node.elts) in returned.lengths:
            place = Place(
                role=Role.RETURN,
                confidence=Confidence.RESOLVED,
                reason=f"{framework.name} reads the status from the returned tuple",
                framework=framework,
                accepts=returned.accepts,
                produces=True,
            )
            sites.place(node.elts[returned.status_at], scope, place)
    if not views:
        sites.usages.add_returned(node, scope)
        find_in_prepared(node, scope, sites, Role.RETURN)


def find_in_prepared(node: ast.Tuple, scope: Scope, sites: Sites, role: Role) -> None:
    """An answer that nothing is known of: ``{"POST": ({"done": True}, 201)}`` in a test."""
    index = _status_index(node, scope, sites.file) if sites.file.has_codes else None
    if index is not None:
        place = Place(
            role=role,
            confidence=Confidence.NAME,
            reason="a body and a status are returned together",
        )
        sites.place(node.elts[index], scope, place)


def find_in_expected(node: ast.Tuple, scope: Scope, sites: Sites, role: Role) -> None:
    """An answer that is compared whole: ``assertEqual(view(), ({"done": True}, 200))``.

    A text and a round number may be anything.
    """
    has_body = any(isinstance(element, ast.Dict) for element in node.elts)
    tells = any(codes.is_telling(integer(element)) for element in node.elts)
    if sites.file.speaks_only_http and (has_body or (tells and any(map(is_text, node.elts)))):
        find_in_prepared(node, scope, sites, role)


def _status_index(node: ast.Tuple, scope: Scope, file: File) -> int | None:
    """Where ``body, 404``, ``404, headers, body`` or ``headers, body, 404`` has its status."""
    if _looks_like_answer(node, scope, file):
        return _STATUS_INDEX
    if _starts_with_status(node, file):
        return 0
    if len(node.elts) == len(("status", "headers", "body")) and not file.speaks_other:
        for index in (0, 2):
            if codes.is_final(integer(node.elts[index])) and has_headers(node, file):
                return index
    return None


def has_headers(node: ast.Tuple, file: File) -> bool:
    """Whether an element of ``node`` is called headers, or writes some.

    A mapping with other keys, or nothing, may be something else where no known package speaks HTTP.
    """
    return any(
        is_headers(element) or (file.speaks_known_http and _may_be_headers(element))
        for element in node.elts
    )


def _may_be_headers(node: ast.expr) -> bool:
    """``{"X": "y"}``, and ``[]``, which has no pair that tells."""
    return isinstance(node, ast.Dict) or (isinstance(node, ast.List) and not node.elts)


def _starts_with_status(node: ast.Tuple, file: File) -> bool:
    """``return 503, "not now"``."""
    return (
        len(node.elts) == len(("status", "message"))
        and file.speaks_only_http
        and (
            codes.is_telling(integer(node.elts[0]))
            or (file.speaks_known_http and codes.is_error(integer(node.elts[0])))
        )
        and is_text(node.elts[1])
    )


def _looks_like_answer(node: ast.Tuple, scope: Scope, file: File) -> bool:
    """``body, 404`` or ``body, 404, headers`` where nothing says that the number is another."""
    if len(node.elts) not in (2, 3) or file.speaks_other:
        return False
    if integer(node.elts[0]) is not None:
        return False
    numbers = [integer(leaf) for leaf in leaves(node.elts[_STATUS_INDEX])]
    flag = isinstance(node.elts[0], ast.Constant) and isinstance(node.elts[0].value, bool)
    if not all(map(codes.is_telling if flag else codes.is_final, numbers)):
        return False
    body = isinstance(node.elts[0], ast.Dict) and all(
        isinstance(key, ast.Constant) and isinstance(key.value, str) for key in node.elts[0].keys
    )
    telling = body or is_headers(node.elts[-1]) or any(map(codes.is_telling, numbers))
    return file.speaks_http or telling or _is_routed(scope)


def _is_routed(scope: Scope) -> bool:
    """Whether a decorator names an address that the function answers: ``@app.route("/")``."""
    function = scope.enclosing(ScopeKind.FUNCTION)
    return any(
        isinstance(decorator, ast.Call) and any(map(is_address, decorator.args[:1]))
        for decorator in getattr(function and function.node, "decorator_list", ())
    )
