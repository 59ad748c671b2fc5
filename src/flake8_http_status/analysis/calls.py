"""Sites among the arguments of calls."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import evidence
from flake8_http_status.analysis.comparisons import find_in_comparer
from flake8_http_status.analysis.scopes import Scope, ScopeKind
from flake8_http_status.analysis.sites import Place
from flake8_http_status.analysis.tables import find_in_table
from flake8_http_status.analysis.values import integer
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.status_codes import is_registered
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.analysis.catalogue import Known
    from flake8_http_status.analysis.resolver import Referent
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import Argument


def callee_name(call: ast.Call) -> str:
    """The last part of the name that is called; empty where a call's result is called."""
    func = call.func
    if isinstance(func, ast.Attribute):
        return func.attr
    return func.id if isinstance(func, ast.Name) else ""


def find_in_call(call: ast.Call, scope: Scope, sites: Sites) -> None:
    """What the catalogue, the file's own signature and the names say of each argument."""
    if not call.args and not call.keywords:
        return
    file = sites.file
    name = callee_name(call)
    for _, comparer in file.catalogue.comparers.get(name, ()):
        find_in_comparer(call, scope, sites, comparer)
    for _, table in file.catalogue.tables.get(name, ()):
        find_in_table(call, scope, sites, table)
    referent = file.resolver.resolve(call.func, scope)
    settled: set[str] = set()
    known = _known(referent, name, sites)
    if known is not None:
        settled = _find_known(call, scope, sites, known, referent)
    elif isinstance(referent, Scope):
        sites.calls.append((call, scope, referent))
    _find_keywords(call, scope, sites, name, settled)
    if known is None and not isinstance(referent, Scope):
        _find_positional(call, scope, sites, name)


def _known(referent: Referent, name: str, sites: Sites) -> Known | None:
    """What the catalogue knows of the callee: itself, its class elsewhere, or a declared tail."""
    catalogue = sites.file.catalogue
    if isinstance(referent, str):
        known = catalogue.callables.get(referent)
        if known is None and referent.endswith(".__init__"):
            known = catalogue.callables.get(referent.removesuffix(".__init__"))
        if known is not None:
            return known
    elif isinstance(referent, Scope) and referent.kind is ScopeKind.CLASS:
        if sites.initializer(referent) is None:
            for ancestor in sites.file.resolver.ancestors(referent):
                if ancestor in catalogue.callables:
                    return catalogue.callables[ancestor]
    return catalogue.callables.get(name)


def _find_known(
    call: ast.Call, scope: Scope, sites: Sites, known: Known, referent: Referent
) -> set[str]:
    """Place the arguments that the catalogue knows; the keywords it has decided on."""
    callee = referent if isinstance(referent, str) else callee_name(call)
    settled = {entry.name for entry in known.not_statuses}
    for argument in known.arguments:
        settled.add(argument.name)
        if argument.unless is not None and any(item.arg == argument.unless for item in call.keywords):
            continue
        value = _passed(call, argument.name, argument.position)
        if value is not None:
            sites.place(value, scope, _argument_place(call, sites, known, argument, callee))
    return settled


def _argument_place(
    call: ast.Call, sites: Sites, known: Known, argument: Argument, callee: str
) -> Place:
    role = argument.role
    if role is Role.ARGUMENT and id(call) in sites.file.module.decorators:
        role = Role.ROUTE
    return Place(
        role=role,
        confidence=Confidence.RESOLVED,
        reason=f"{callee}() takes a status as {argument.name}",
        framework=known.framework,
        accepts=argument.accepts,
        shape=argument.shape,
        produces=argument.produces,
        callee=callee,
        name=argument.name,
        call=call,
    )


def _passed(call: ast.Call, name: str, position: int | None) -> ast.expr | None:
    """The expression passed for a parameter, by keyword or at its place."""
    for item in call.keywords:
        if item.arg == name and name:
            return item.value
    if position is None or position >= len(call.args):
        return None
    before = call.args[: position + 1]
    return None if any(isinstance(item, ast.Starred) for item in before) else before[-1]


def _find_keywords(
    call: ast.Call, scope: Scope, sites: Sites, name: str, settled: set[str]
) -> None:
    """Keyword arguments named like a status."""
    file = sites.file
    for item in call.keywords:
        keyword = item.arg
        if keyword is None or keyword in settled:
            continue
        if keyword == "responses" and isinstance(item.value, ast.Dict):
            place = _keyword_place(call, sites, name, keyword)
            sites.place(item.value, scope, place._replace(role=Role.ROUTE, shape=Shape.KEYS))
        elif file.accepts_name(keyword) and name not in evidence.LOOKUPS:
            place = _keyword_place(call, sites, name, keyword)
            sites.place(item.value, scope, place._replace(shape=Shape.STATUSES))


def _keyword_place(call: ast.Call, sites: Sites, name: str, keyword: str) -> Place:
    if name in evidence.DOUBLES:
        role = Role.DOUBLE
    elif evidence.expects(keyword):
        role = Role.EXPECTATION
    elif id(call) in sites.file.module.decorators:
        role = Role.ROUTE
    else:
        role = Role.ARGUMENT
    return Place(
        role=role,
        confidence=Confidence.NAME,
        reason=f"the keyword {keyword} is named like a status",
        callee=name,
        name=keyword,
        call=call,
    )


def _find_positional(call: ast.Call, scope: Scope, sites: Sites, name: str) -> None:
    """Positional arguments of callables that take a status wherever they are found."""
    positions = evidence.POSITIONAL.get(name)
    if positions is None or sites.file.speaks_other:
        return
    for position in positions:
        if position >= len(call.args):
            continue
        node = call.args[position]
        number = integer(node)
        if number is None or is_registered(number):
            place = Place(
                role=Role.EXPECTATION if name.startswith("assert") else Role.ARGUMENT,
                confidence=Confidence.NAME,
                reason=f"{name}() is named like a callable that takes a status",
                callee=name,
                call=call,
            )
            if number is not None or isinstance(node, ast.IfExp):
                sites.place(node, scope, place)


def find_in_local_call(call: ast.Call, scope: Scope, sites: Sites, callee: Scope) -> None:
    """The arguments of a call of something that this file defines, by its signature."""
    function = sites.initializer(callee) if callee.kind is ScopeKind.CLASS else callee
    if function is None or not isinstance(function.node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return
    arguments = function.node.args
    positional = [parameter.arg for parameter in (*arguments.posonlyargs, *arguments.args)]
    if function.instance_name is not None:
        positional = positional[1:]
    for name, place in sites.taken_by(function).items():
        position = positional.index(name) if name in positional else None
        value = _passed(call, name, position)
        if value is not None:
            taken = Place(
                role=Role.EXPECTATION if place.role is Role.EXPECTATION else Role.ARGUMENT,
                confidence=Confidence.SIGNATURE,
                reason=f"{function.node.name}() passes {name} on as a status",
                shape=place.shape,
                callee=function.node.name,
                name=name,
                call=call,
            )
            sites.place(value, scope, taken)
