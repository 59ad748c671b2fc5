"""Sites in comparisons, membership tests, match statements and assertion helpers."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.messages import is_received
from flake8_http_status.analysis.reading import HOLDING, Held, held, held_collection, keyed
from flake8_http_status.analysis.sites import Place
from flake8_http_status.analysis.values import elements, integer, last_name
from flake8_http_status.analysis.views import find_in_expected
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import Comparer

# With pytest-flask, the responses of Flask's test client equal their status.
EQUAL_TO_NUMBERS = frozenset({"flask.Response", "werkzeug.wrappers.Response"})

# What writes no number, as most of what is compared with anything.
_NAMES = frozenset({ast.Attribute, ast.Name, ast.Subscript})


def _place(
    role: Role, status: Held, shape: Shape = Shape.STATUS, call: ast.Call | None = None
) -> Place:
    return Place(
        role=role,
        confidence=status.confidence,
        reason=status.reason,
        framework=status.framework,
        accepts=status.accepts,
        shape=shape,
        text=bool(status.text),
        call=call,
    )


def find_in_comparison(node: ast.Compare, scope: Scope, sites: Sites) -> None:
    """Both sides of ``==``, ``!=``, ``in`` and ``not in``; ordered comparisons are left alone."""
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        if isinstance(operator, (ast.Eq, ast.NotEq)):
            compare(left, right, scope, sites, Role.COMPARISON)
        elif isinstance(operator, (ast.In, ast.NotIn)):
            look_up(left, right, scope, sites, Role.MEMBERSHIP)
        left = right


def compare(
    left: ast.expr,
    right: ast.expr,
    scope: Scope,
    sites: Sites,
    role: Role,
    call: ast.Call | None = None,
) -> None:
    """``left`` and ``right`` are compared: where one holds a status, the other is a site."""
    pending = [(left, right)]
    while pending:
        one, other = pending.pop()
        pairs = _pairs(one, other)
        if pairs:
            pending += pairs
            continue
        for holder, value in ((one, other), (other, one)):
            if holder.__class__ is ast.Constant:
                continue
            if isinstance(holder, ast.Attribute) and holder.attr in sites.file.catalogue.pairs:
                _redirects(value, scope, sites, role, call)
                break
            plural = status = None
            if holder.__class__ in HOLDING:
                plural = held_collection(holder, scope, sites.file)
                status = plural or _held(holder, value, scope, sites)
            if status is None:
                if isinstance(value, ast.Tuple):
                    find_in_expected(value, scope, sites, role)
                _remember(holder, value, scope, sites)
                continue
            one_of = plural is not None or isinstance(holder, ast.Subscript)
            shape = Shape.STATUSES if one_of else Shape.STATUS
            sites.place(value, scope, _place(role, status, shape, call))
            break


def _held(holder: ast.expr, value: ast.expr, scope: Scope, sites: Sites) -> Held | None:
    """What status ``holder``, which is compared with ``value``, holds by itself or by that.

    ``response == 404`` and ``client.get("/pets") == 404`` hold one where they are no known objects,
    and so does ``response[1] == 404``.
    """
    file = sites.file
    status = held(holder, scope, file)
    if status is None and (
        file.has_codes
        and value.__class__ not in _NAMES
        and _may_be_status(holder, list(map(integer, elements(value) or [value])))
        and file.speaks_only_http
        and file.resolver.dotted(holder, scope) in {None, *EQUAL_TO_NUMBERS}
    ):
        return Held(Confidence.NAME, "an answer is compared with it")
    return status


def _may_be_status(holder: ast.expr, numbers: list[int | None]) -> bool:
    """Whether ``holder``, which is compared with ``numbers``, is an answer or an element of one."""
    if isinstance(holder, ast.Subscript):
        return (
            integer(holder.slice) is not None
            and all(map(codes.is_distinctive, numbers))
            and is_received(holder.value)
        )
    return all(map(codes.is_usual, numbers)) and is_received(holder)


def _remember(holder: ast.expr, value: ast.expr, scope: Scope, sites: Sites) -> None:
    """``outcomes == [401, 200]``, and ``answer.code == 404`` where nothing speaks of HTTP."""
    if sites.usages.idle or (isinstance(value, ast.Constant) and integer(value) is None):
        return
    name = last_name(holder)
    if (
        evidence.likeness(name) is evidence.Likeness.DOUBTFUL
        or evidence.expects(name)
        or evidence.is_error_code(name)
    ):
        values = elements(value) or [value]
    elif isinstance(value, ast.List) and not evidence.says_other(name):
        values = value.elts
    else:
        return
    if not sites.file.catalogue.is_no_status(sites.file.resolver.dotted(holder, scope) or ""):
        sites.usages.add_compared(name, values, scope)


def _redirects(
    value: ast.expr, scope: Scope, sites: Sites, role: Role, call: ast.Call | None
) -> None:
    """The statuses in ``[("/next/", 302)]``, which a followed redirect leaves behind."""
    known = Held(Confidence.NAME, "it is compared with pairs of URL and status")
    for pair in elements(value) or ():
        if isinstance(pair, ast.Tuple) and len(pair.elts) == len(("url", "status")):
            sites.place(pair.elts[1], scope, _place(role, known, call=call))


def _pairs(one: ast.expr, other: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    """The elements of two displays that are compared with each other."""
    if (
        isinstance(one, (ast.Tuple, ast.List))
        and isinstance(other, (ast.Tuple, ast.List))
        and len(one.elts) == len(other.elts)
    ):
        return list(zip(one.elts, other.elts, strict=True))
    return []


def look_up(
    member: ast.expr,
    container: ast.expr,
    scope: Scope,
    sites: Sites,
    role: Role,
    call: ast.Call | None = None,
) -> None:
    """``member in container``: a status among literals, or a literal among statuses."""
    status = _held(member, container, scope, sites)
    if status is not None:
        sites.place(container, scope, _place(role, status, Shape.STATUSES, call))
        return
    status = keyed(container, scope, sites.file) or held_collection(container, scope, sites.file)
    if status is None:
        _remember(member, container, scope, sites)
    else:
        sites.place(member, scope, _place(role, status, call=call))


def find_in_lookup(node: ast.Subscript, scope: Scope, sites: Sites) -> None:
    """``http.client.responses[404]`` and ``app.exception_handlers[404] = not_found``."""
    key = node.slice
    if isinstance(key, (ast.Attribute, ast.Constant, ast.Name)) and may_be_key(key):
        read = isinstance(node.ctx, ast.Load)
        role = Role.MEMBERSHIP if read else Role.MAPPING_VALUE
        look_up_key(key, node.value, scope, sites, role)
        if id(key) not in sites.found and _groups_by_status(node.value, integer(key), sites.file):
            grouped = Held(Confidence.NAME, "things are grouped by their status")
            sites.place(key, scope, _place(role, grouped))


def may_be_key(key: ast.expr) -> bool:
    """Whether ``key`` may be a status: no index, and no text that is a name."""
    if not isinstance(key, ast.Constant):
        return True
    if isinstance(key.value, str):
        return key.value[:1].isdigit()
    number = integer(key)
    return number is not None and number in STATUSES


def look_up_key(
    key: ast.expr, mapping: ast.expr, scope: Scope, sites: Sites, role: Role = Role.MEMBERSHIP
) -> None:
    """``mapping[key]``: a literal where the keys are statuses, or a status among literal keys."""
    status = keyed(mapping, scope, sites.file)
    if status is not None:
        sites.place(key, scope, _place(role, status))
        return
    status = held(key, scope, sites.file)
    if status is not None:
        sites.place(mapping, scope, _place(Role.MAPPING_VALUE, status, Shape.KEYS))


def _groups_by_status(mapping: ast.expr, number: int | None, file: File) -> bool:
    """``failed[404].append(task)``, ``schema["responses"][200]``, and ``error_map[412]``."""
    if not file.speaks_only_http:
        return False
    words = evidence.words(last_name(mapping))
    if not evidence.OUTCOMES.isdisjoint(words[-1:]):
        return codes.is_usual(number)
    return codes.are_likely_errors([number]) and not evidence.GROUPING.isdisjoint(words)


def find_in_match(node: ast.Match, scope: Scope, sites: Sites) -> None:
    """``match response.status_code:`` with ``case 404:`` and ``case 404 | 410:``."""
    status = held(node.subject, scope, sites.file)
    if status is None:
        return
    place = _place(Role.CASE, status)
    pending: list[ast.pattern] = [case.pattern for case in node.cases]
    while pending:
        pattern = pending.pop()
        if isinstance(pattern, ast.MatchValue):
            sites.place(pattern.value, scope, place)
        elif isinstance(pattern, ast.MatchOr):
            pending += pattern.patterns
        elif isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
            pending.append(pattern.pattern)


def find_in_comparer(call: ast.Call, scope: Scope, sites: Sites, comparer: Comparer) -> None:
    """``assertEqual(response.status_code, 404)`` and kin."""
    operands = compared(call, comparer)
    if operands is None:
        return
    first, second = operands
    if comparer.membership:
        look_up(first, second, scope, sites, Role.EXPECTATION, call)
    else:
        compare(first, second, scope, sites, Role.EXPECTATION, call)


def compared(call: ast.Call, comparer: Comparer) -> tuple[ast.expr, ast.expr] | None:
    """The two arguments that ``call`` compares; None where one is missing."""
    operands: list[ast.expr] = []
    for position, keyword in zip(comparer.operands, comparer.keywords, strict=True):
        if position < len(call.args):
            operands.append(call.args[position])
        else:
            operands += [item.value for item in call.keywords if item.arg == keyword]
    if len(operands) != len(comparer.operands):
        return None
    return operands[0], operands[1]
