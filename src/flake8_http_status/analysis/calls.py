"""Sites among the arguments of calls."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.company import is_answer
from flake8_http_status.analysis.comparisons import find_in_comparer, look_up_key, may_be_key
from flake8_http_status.analysis.messages import responds
from flake8_http_status.analysis.reading import Held, held, held_collection, held_item, looked_up
from flake8_http_status.analysis.roles import passed_to
from flake8_http_status.analysis.scopes import Scope, ScopeKind
from flake8_http_status.analysis.sites import (
    Callee,
    KnownCall,
    Place,
    callee_name,
    parameter_names,
)
from flake8_http_status.analysis.tables import find_in_table
from flake8_http_status.analysis.usages import may_stand
from flake8_http_status.analysis.values import elements, integer, integer_or_none, last_name
from flake8_http_status.analysis.views import find_in_prepared
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from flake8_http_status.analysis.catalogue import Known
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.resolver import Referent
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import Argument


def find_in_call(call: ast.Call, scope: Scope, sites: Sites) -> None:
    """What the catalogue, the file's own signature and the names say of each argument."""
    if not call.args and not call.keywords:
        return
    file = sites.file
    name = callee_name(call)
    if name == "__init__":
        name = _base_name(scope) or name
    callee = sites.callees.get(name)
    if callee is None:
        callee = sites.callees[name] = Callee(name, file.catalogue)
    callee.calls.append((call, scope))
    known, referent = callee.known, None
    settled: AbstractSet[str] = _NOTHING
    for _, comparer in callee.comparers:
        find_in_comparer(call, scope, sites, comparer)
    for _, table in callee.tables:
        find_in_table(call, scope, sites, table)
    if file.may_know(call.func):
        referent = file.resolver.resolve(call.func, scope)
        if referent is not None:
            if referent in file.catalogue.containers:
                return
            known = sites.known_as(referent, _known) or known
    if known is not None:
        settled = _find_known(call, scope, sites, known, referent)
    elif isinstance(referent, Scope):
        sites.calls.append((call, scope, referent))
    if not file.writes_statuses:
        return
    kinds = frozenset(map(type, call.args))
    literals = list(filter(_is_code, call.args)) if file.has_codes and ast.Constant in kinds else []
    if call.keywords:
        _find_keywords(call, scope, sites, name, settled)
    if callee.looks_up:
        _find_looked_up(call, scope, sites, name)
    if len(literals) == 1 and evidence.compares(name):
        if len(call.args) >= _OPERANDS:
            _find_compared(call, literals[0], scope, sites, name)
        elif isinstance(call.func, ast.Attribute):
            _find_fluent(literals[0], call.func.value, scope, sites)
    elif _DISPLAYS & kinds and file.has_codes and evidence.compares(name):
        for display in filter(_are_shown, call.args):
            _find_compared(call, display, scope, sites, name)
    elif ast.Call in kinds and file.has_codes and len(call.args) == _OPERANDS:
        _find_matched(call, scope, sites, name)
    if literals and name in evidence.MEMBERSHIPS and isinstance(call.func, ast.Attribute):
        status = held_collection(call.func.value, scope, file)
        if status is not None:
            sites.place(literals[0], scope, _member_place(status, call))
    if ast.Tuple in kinds and isinstance(call.args[0], ast.Tuple) and responds(name):
        find_in_prepared(call.args[0], scope, sites, Role.RETURN)
    if known is None and kinds and not isinstance(referent, Scope):
        shown = _DISPLAYS & kinds and (evidence.positions(name) or evidence.fails(name))
        if literals or ast.IfExp in kinds or shown:
            _find_positional(call, scope, sites, name)
        sites.usages.add_call(call, scope, callee, kinds)


def _base_name(scope: Scope) -> str:
    """The last part of the name of the base whose initializer ``super().__init__()`` calls."""
    owner = scope.enclosing(ScopeKind.CLASS)
    bases = owner.node.bases if owner is not None and isinstance(owner.node, ast.ClassDef) else ()
    return last_name(bases[0]) if bases else ""


def _known(referent: str | Scope, sites: Sites) -> Known | None:
    """What the catalogue knows of what is called: itself, or its class elsewhere."""
    catalogue = sites.file.catalogue
    if isinstance(referent, str):
        known = catalogue.callables.get(referent)
        if known is None and referent.endswith(".__init__"):
            known = catalogue.callables.get(referent.removesuffix(".__init__"))
        return known
    if referent.kind is ScopeKind.CLASS and sites.initializer(referent) is None:
        for ancestor in sites.file.resolver.ancestors(referent):
            if ancestor in catalogue.callables:
                return catalogue.callables[ancestor]
    return None


def _find_known(
    call: ast.Call, scope: Scope, sites: Sites, known: Known, referent: Referent
) -> set[str]:
    """Place the arguments that the catalogue knows; the keywords it has decided on."""
    callee = referent if isinstance(referent, str) else callee_name(call)
    sites.known_calls.append(KnownCall(call, scope, known, callee))
    settled = {entry.name for entry in known.not_statuses}
    for argument in known.arguments:
        settled.add(argument.name)
        value = passed(call, argument.name, argument.position)
        if value is not None:
            sites.place(value, scope, _argument_place(call, sites, known, argument, callee))
    return settled


def find_in_operation(node: ast.BinOp, scope: Scope, sites: Sites) -> None:
    """``respx.get(url) % 404``: the method of an operator takes a status."""
    if isinstance(node.left, ast.Constant):
        return
    owner = sites.file.resolver.dotted(node.left, scope)
    callee = f"{owner}.__mod__"
    known = sites.file.catalogue.callables.get(callee)
    if known is not None:
        for argument in known.arguments:
            place = _argument_place(None, sites, known, argument, callee)
            sites.place(node.right, scope, place)


def _argument_place(
    call: ast.Call | None, sites: Sites, known: Known, argument: Argument, callee: str
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
        known=known,
    )


def passed(call: ast.Call, name: str, position: int | None) -> ast.expr | None:
    """The expression passed for a parameter, by keyword or at its place."""
    for item in call.keywords:
        if item.arg == name and name:
            return item.value
    position = None if position is None else position + _passes_self(call)
    if position is None or position >= len(call.args):
        return None
    before = call.args[: position + 1]
    return None if any(isinstance(item, ast.Starred) for item in before) else before[-1]


def _passes_self(call: ast.Call) -> bool:
    """Whether ``call`` names the class whose initializer it calls: ``Base.__init__(self, 404)``."""
    func = call.func
    return (
        isinstance(func, ast.Attribute)
        and func.attr == "__init__"
        and isinstance(func.value, (ast.Attribute, ast.Name))
    )


def _find_keywords(
    call: ast.Call, scope: Scope, sites: Sites, name: str, settled: AbstractSet[str]
) -> None:
    """Keyword arguments: those named like a status, and what is noted of the others."""
    known, usages = sites.file.catalogue.keywords, sites.usages
    for item in call.keywords:
        keyword, value = item.arg, item.value
        if keyword is None or keyword in settled:
            continue
        if evidence.likeness(keyword) or keyword in known:
            _find_telling(call, scope, sites, name, item)
        elif evidence.is_of_http(name) and _are_official(value) and not sites.file.speaks_other:
            place = _keyword_place(call, sites, name, keyword)
            reason = f"{name}() is named like a status"
            sites.place(value, scope, place._replace(shape=Shape.STATUSES, reason=reason))
        elif value.__class__ in _DISPLAYS or keyword in evidence.IGNORING:
            if sites.file.has_codes:
                _find_display(call, scope, sites, item)
        elif not usages.idle and may_stand(value) and not _is_query(call, name):
            usages.add_keyword(keyword, value, scope, call)


def _find_telling(call: ast.Call, scope: Scope, sites: Sites, name: str, item: ast.keyword) -> None:
    """A keyword argument with a name that may be that of a status."""
    keyword, value = item.arg or "", item.value
    if keyword == "responses" and isinstance(value, (ast.Dict, ast.List)):
        place = _keyword_place(call, sites, name, keyword)
        shape = Shape.KEYS if isinstance(value, ast.Dict) else Shape.STATUSES
        sites.place(value, scope, place._replace(role=Role.ROUTE, shape=shape))
    elif _takes_status(keyword, name, sites) and not _is_query(call, name):
        place = _keyword_place(call, sites, name, keyword)
        sites.place(value, scope, place._replace(shape=Shape.STATUSES))
    elif keyword in evidence.MOCKED and isinstance(value, ast.Tuple):
        find_in_prepared(value, scope, sites, Role.DOUBLE)
    elif may_stand(value) and not _is_query(call, name):
        sites.usages.add_keyword(keyword, value, scope, call)


def _find_display(call: ast.Call, scope: Scope, sites: Sites, item: ast.keyword) -> None:
    """``response_schema={404: None}``, ``retry_on=[502, 503]``, and ``ignore=404``."""
    name = item.arg or ""
    if isinstance(item.value, ast.Dict):
        keys = map(integer_or_none, item.value.keys)
        if evidence.describes_responses(name) and all(map(codes.is_usual, keys)):
            place = _keyword_place(call, sites, callee_name(call), name)
            place = place._replace(role=Role.ROUTE, reason=f"{name} describes responses")
            sites.place(item.value, scope, place._replace(shape=Shape.KEYS))
        return
    ignored = name in evidence.IGNORING
    numbers = list(map(integer, elements(item.value) or [item.value]))
    errors = codes.are_likely_errors(numbers) if ignored else codes.are_errors(numbers)
    if errors and sites.file.speaks_only_http:
        place = _keyword_place(call, sites, callee_name(call), name)
        place = place._replace(reason="they are codes of errors", shape=Shape.STATUSES)
        sites.place_later(item.value, scope, place)


def _takes_status(keyword: str, name: str, sites: Sites) -> bool:
    """Whether ``keyword`` is named like a status, or doubtfully so in a call that answers."""
    file = sites.file
    return file.accepts_name(keyword) or (
        evidence.likeness(keyword) is _DOUBTFUL
        and not evidence.ANSWERING.isdisjoint(evidence.words(name))
        and not evidence.names_other_protocol(name)
        and not file.speaks_other
    )


def _is_query(call: ast.Call, name: str) -> bool:
    """Whether the keywords of ``call`` are columns of a table or another protocol's codes."""
    if name in evidence.OTHER_KEYWORDS:
        return True
    node: ast.expr = call.func
    while isinstance(node, (ast.Attribute, ast.Call)):
        if isinstance(node, ast.Call):
            node = node.func
        elif node.attr in evidence.QUERIES:
            return True
        else:
            node = node.value
    return False


def _find_looked_up(call: ast.Call, scope: Scope, sites: Sites, name: str) -> None:
    """``responses.get(404)``, ``getattr(error, "code", 500)`` and ``data.get("status", 404)``."""
    lookup = looked_up(call, name)
    if lookup is None:
        return
    if isinstance(call.func, ast.Attribute) and may_be_key(lookup[0]):
        look_up_key(lookup[0], call.func.value, scope, sites)
    if lookup[1] is None:
        return
    status = held_item(lookup[0], sites.file)
    if status is not None:
        sites.place(
            lookup[1],
            scope,
            Place(
                role=Role.DEFAULT,
                confidence=status.confidence,
                reason=status.reason,
                framework=status.framework,
                shape=Shape.STATUSES,
            ),
        )


def _find_compared(
    call: ast.Call, literal: ast.expr, scope: Scope, sites: Sites, name: str
) -> None:
    """``expect_success(200, response.status)``: a helper that compares a status with literals."""
    if isinstance(literal, ast.Constant) and id(literal) in sites.found:
        return
    for node in call.args:
        status = held(node, scope, sites.file) if node is not literal else None
        if status is not None and not status.text:
            place = Place(
                role=Role.EXPECTATION,
                confidence=Confidence.NAME,
                reason=f"{name}() compares it with a status",
                framework=status.framework,
                shape=Shape.STATUSES,
                callee=name,
                call=call,
            )
            sites.place(literal, scope, place)


def _find_fluent(value: ast.expr, subject: ast.expr, scope: Scope, sites: Sites) -> None:
    """``expect(response.status).to.equal(404)``."""
    while isinstance(subject, ast.Attribute):
        subject = subject.value
    status = held(subject, scope, sites.file) if isinstance(subject, ast.Call) else None
    if status is not None:
        place = Place(
            role=Role.EXPECTATION,
            confidence=Confidence.NAME,
            reason="a status is expected to be it",
            framework=status.framework,
        )
        sites.place(value, scope, place)


def _member_place(status: Held, call: ast.Call) -> Place:
    """``codes.append(404)``."""
    return Place(
        role=Role.MEMBERSHIP,
        confidence=status.confidence,
        reason=status.reason,
        framework=status.framework,
        call=call,
    )


def _find_matched(call: ast.Call, scope: Scope, sites: Sites, name: str) -> None:
    """``assert_that(response.status_code, equal_to(404))``."""
    matcher = call.args[1]
    literals = list(filter(_is_code, matcher.args)) if isinstance(matcher, ast.Call) else []
    if len(literals) == 1 and evidence.compares(name):
        _find_compared(call, literals[0], scope, sites, name)


def _is_code(node: ast.expr) -> bool:
    """Whether ``node`` writes an official code."""
    if node.__class__ is not ast.Constant:
        return False
    value = node.value
    return value.__class__ is int and value in codes.OFFICIAL


def _keyword_place(call: ast.Call, sites: Sites, name: str, keyword: str) -> Place:
    if name in evidence.DOUBLES:
        role = Role.DOUBLE
    elif evidence.expects(keyword):
        role = Role.EXPECTATION
    else:
        role = passed_to(call, sites.file)
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
    if sites.file.speaks_other:
        return
    positions = evidence.positions(name)
    for position, node in enumerate(call.args):
        number = integer(node)
        if position in positions:
            found = isinstance(node, ast.IfExp) or _are_official(node)
        elif number is None:
            found = evidence.fails(name) and _are_errors(node, sites.file)
        else:
            known = id(node) in sites.found
            found = not known and is_answer(number, position, call, name, sites.file)
        if found:
            place = Place(
                role=passed_to(call, sites.file),
                confidence=Confidence.NAME,
                reason=f"{name}() is named like a callable that takes a status",
                shape=Shape.STATUSES if number is None else Shape.STATUS,
                callee=name,
                call=call,
            )
            sites.place(node, scope, place)


def _are_shown(node: ast.expr) -> bool:
    """Whether ``node`` is a collection of official codes that is written out."""
    return node.__class__ in _DISPLAYS and bool(elements(node)) and _are_official(node)


def _are_official(node: ast.expr) -> bool:
    """Whether ``node`` writes an official code, or a collection of them."""
    numbers = list(map(integer, elements(node) or [node]))
    return all(map(codes.is_official, numbers))


def _are_errors(node: ast.expr, file: File) -> bool:
    """Whether ``node`` writes several codes of errors, where HTTP is spoken."""
    return file.speaks_only_http and codes.are_errors(list(map(integer, elements(node) or ())))


def find_in_local_call(call: ast.Call, scope: Scope, sites: Sites, function: Scope) -> None:
    """The arguments of a call of ``function``, which this file defines, by its signature."""
    callee = callee_name(call)
    positional = parameter_names(function)
    for name, place in sites.taken_by(function).items():
        position = positional.index(name) if name in positional else None
        value = passed(call, name, position)
        if value is not None:
            taken = Place(
                role=Role.EXPECTATION if place.role is Role.EXPECTATION else Role.ARGUMENT,
                confidence=Confidence.SIGNATURE,
                reason=f"{callee}() passes {name} on as a status",
                shape=place.shape,
                callee=callee,
                name=name,
                call=call,
            )
            sites.place(value, scope, taken)


_DISPLAYS = frozenset({ast.Dict, ast.List, ast.Set, ast.Tuple})
_OPERANDS = 2
_DOUBTFUL = evidence.Likeness.DOUBTFUL
_NOTHING: frozenset[str] = frozenset()
