"""Places that the file itself shows to be statuses, by everything that stands in them.

Where neither a resolved API nor a name tells, the values do: a place that only ever gets registered
codes, several of them and not just round numbers, or a named constant beside numbers, is a status.
A file that does not speak of HTTP has to show more of them.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.messages import names_response
from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.roles import passed_to
from flake8_http_status.analysis.sites import Place
from flake8_http_status.analysis.values import BRANCHING, ValueKind, integer, leaves, read_value
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Callee, Sites

# What is neither a number nor a name, whatever it holds.
_OTHERS = frozenset(
    {ast.Call, ast.Dict, ast.GeneratorExp, ast.JoinedStr, ast.Lambda, ast.List, ast.ListComp}
    | {ast.Starred, ast.Subscript, ast.Tuple}
)
_TELLING = BRANCHING | {ast.Attribute, ast.Constant}
Key: TypeAlias = tuple[str, str | int, int]

_SEVERAL = 3
_TOGETHER = 2
_OK = 200


class Usage(NamedTuple):
    """One expression in a place: an integer, or a name that may be a constant or a variable."""

    node: ast.expr
    scope: Scope
    call: ast.Call | None


class Group:
    """What stands in one place.

    ``found``: the expressions, with scope and call; ``tells``: one of them may show that the place
    is a status.
    """

    __slots__ = ("found", "tells")

    def __init__(self) -> None:
        """Nothing yet."""
        self.found: list[tuple[ast.expr, Scope, ast.Call | None]] = []
        self.tells = False

    def usages(self) -> list[Usage]:
        """The integers and the names that stand there."""
        return [
            Usage(leaf, scope, call)
            for node, scope, call in self.found
            for leaf in leaves(node)
            if integer(leaf) is not None or isinstance(leaf, (ast.Attribute, ast.Name))
        ]


class Usages:
    """What stands in each place of which nothing else is known.

    A place is an argument of the callables of one name, a keyword, an item of mappings, what a name
    is compared with, or an element of returned tuples of one length.
    """

    def __init__(self, attributes: frozenset[str], *, has_codes: bool) -> None:
        """``attributes``: the names of those that may be constants; ``has_codes``: there are codes.

        Without any of both nothing can be shown, and nothing is noted.
        """
        self._attributes = attributes
        self.idle = not attributes and not has_codes
        self._groups: dict[Key, Group] = {}
        self._pairs: list[Usage] = []

    def _add(self, key: Key, node: ast.expr, scope: Scope, call: ast.Call | None) -> None:
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group()
        group.found.append((node, scope, call))
        if not group.tells:
            group.tells = self._may_tell(node)

    def add_call(
        self, call: ast.Call, scope: Scope, callee: Callee, kinds: frozenset[type[ast.expr]]
    ) -> None:
        """The positional arguments of ``call``; they are looked at if one of them may tell.

        ``kinds``: the types of these.
        """
        if callee.takes and not self.idle:
            callee.unknown.append((call, scope))
            if not _TELLING.isdisjoint(kinds) and any(map(self._may_tell, call.args)):
                callee.tells = True
                if len(call.args) >= _TOGETHER:
                    self._pairs += _pair(call, scope)

    def _may_tell(self, node: ast.expr) -> bool:
        """Whether ``node`` may be a status, or a constant."""
        if isinstance(node, ast.Constant):
            return node.value.__class__ is int and node.value in codes.OFFICIAL
        if isinstance(node, ast.Attribute):
            return node.attr in self._attributes
        return node.__class__ in BRANCHING

    def _add_calls(self, callees: dict[str, Callee]) -> None:
        for name, callee in callees.items():
            if callee.tells:
                for call, scope in callee.unknown:
                    for position, node in enumerate(call.args):
                        self._add(("call", name, position), node, scope, call)

    def add_keyword(self, name: str, value: ast.expr, scope: Scope, call: ast.Call) -> None:
        """The value of a keyword argument that is not named like a status."""
        self._add(("keyword", name, 0), value, scope, call)

    def add_item(self, name: str, value: ast.expr, scope: Scope) -> None:
        """An item of a mapping whose key is not named like a status."""
        self._add(("item", name, 0), value, scope, None)

    def add_compared(self, name: str, values: list[ast.expr], scope: Scope) -> None:
        """What a variable, or an attribute, is compared with."""
        for value in values:
            self._add(("compared", name, 0), value, scope, None)

    def add_bound(self, name: str, value: ast.expr, scope: Scope) -> None:
        """What a variable, or an attribute, with a doubtful name or a response's is bound to."""
        doubtful = evidence.likeness(name) is evidence.Likeness.DOUBTFUL
        if (doubtful or names_response(name)) and may_stand(value):
            self._add(("bound", name, 0), value, scope, None)

    def add_returned(self, node: ast.Tuple, scope: Scope) -> None:
        """The elements of a returned tuple."""
        for position, element in enumerate(() if self.idle else node.elts):
            self._add(("return", len(node.elts), position), element, scope, None)

    def place(self, sites: Sites) -> None:
        """Place what stands in the places that turn out to be statuses."""
        if self.idle or sites.file.speaks_other:
            return
        self._add_calls(sites.callees)
        for usage in self._pairs:
            place = Place(
                role=_role("call", usage.call, sites.file),
                confidence=Confidence.NAME,
                reason="two statuses are passed together",
                call=usage.call,
            )
            sites.place(usage.node, usage.scope, place)
        for (kind, name, _), group in self._groups.items():
            if not group.tells or _is_other(kind, str(name)):
                continue
            usages = group.usages()
            if _are_statuses(kind, name, usages, sites):
                anything = _may_be_anything(kind, str(name))
                for usage in usages:
                    if anything and isinstance(usage.node, ast.Name):
                        continue
                    place = Place(
                        role=_role(kind, usage.call, sites.file),
                        confidence=Confidence.NAME,
                        reason=_reason(kind, name),
                        callee=str(name) if kind == "call" else "",
                        name=str(name) if kind == "keyword" else "",
                        call=usage.call,
                    )
                    sites.place(usage.node, usage.scope, place)


def may_stand(node: ast.expr) -> bool:
    """Whether ``node`` can be an integer or a name."""
    if isinstance(node, ast.Constant):
        return node.value.__class__ is int
    return node.__class__ not in _OTHERS


def _pair(call: ast.Call, scope: Scope) -> list[Usage]:
    """The statuses of ``answered(response, 204, 404)``: what is wanted, and what else may come."""
    nodes = [node for node in call.args if integer(node) is not None]
    if len(nodes) < _TOGETHER:
        return []
    numbers = [integer(node) for node in nodes]
    telling = [number for number in numbers if codes.is_telling(number)]
    if (
        len(set(map(codes.is_error, numbers))) < _TOGETHER
        or not all(map(codes.is_final, numbers))
        or not (len(telling) == len(numbers) or (telling and _OK in numbers))
    ):
        return []
    return [Usage(node, scope, call) for node in nodes]


def _may_be_anything(kind: str, name: str) -> bool:
    """Whether a variable that stands there may hold anything: a response, or what is compared."""
    return evidence.compares(name) if kind == "call" else _holds_response(kind, name)


def _holds_response(kind: str, name: str) -> bool:
    """``expected_response = 403``, and the like in a mapping or a call."""
    return kind in _HOLDING and names_response(name)


def _is_other(kind: str, name: str) -> bool:
    """Whether a place says by its name that something else than a status stands there."""
    if kind in _NAMED:
        return evidence.says_measure(name)
    return kind == "call" and evidence.names_other_protocol(name)


def _role(kind: str, call: ast.Call | None, file: File) -> Role:
    return _ROLES[kind] if call is None else passed_to(call, file)


# The places that are called by a name, which may say that it is something else.
_NAMED = frozenset({"item", "keyword"})
# The places that hold something under a name.
_HOLDING = frozenset({*_NAMED, "bound"})
_ROLES = {
    "return": Role.RETURN,
    "bound": Role.ASSIGNMENT,
    "compared": Role.COMPARISON,
    "item": Role.MAPPING_VALUE,
}


def _reason(kind: str, name: str | int) -> str:
    where = {
        "call": f"every call of {name}()",
        "keyword": f"every keyword {name}",
        "item": f'every item "{name}"',
        "bound": f"every assignment of {name}",
        "compared": f"every comparison of {name}",
        "return": f"every returned tuple of {name}",
    }
    return f"{where[kind]} in this file has a status there"


def _are_statuses(kind: str, name: str | int, group: list[Usage], sites: Sites) -> bool:
    """Whether all of ``group`` are statuses.

    A number that is a site for another reason counts as a named constant, which a fix makes of it,
    and so does what holds a status: ``response.status``.
    """
    numbers: list[int] = []
    named = False
    for usage in group:
        number = integer(usage.node)
        if number is not None:
            if not codes.is_final(number):
                return False
            numbers.append(number)
            named = named or id(usage.node) in sites.found
        elif not named and isinstance(usage.node, ast.Attribute):
            value = read_value(usage.node, usage.scope, sites.file.resolver)
            named = (
                value.kind is ValueKind.CONSTANT
                if value is not None
                else held(usage.node, usage.scope, sites.file) is not None
            )
    if named or kind == "return":
        return named
    if _holds_response(kind, str(name)):
        return sites.file.speaks_http and bool(numbers) and all(map(codes.is_usual, numbers))
    errors = sites.file.speaks_http and codes.are_likely_errors(numbers)
    if errors and evidence.is_error_code(str(name)):
        return True
    if kind == "bound":
        return len(set(numbers)) >= _SEVERAL and all(map(codes.is_usual, numbers))
    telling = set(filter(codes.is_telling, numbers))
    if not sites.file.speaks_http:
        doubtful = evidence.likeness(str(name)) is evidence.Likeness.DOUBTFUL
        enough = 1 if kind == "compared" and doubtful else _SEVERAL
        return len(telling) >= enough and any(map(codes.is_unmistakable, telling))
    return bool(telling) and (len(set(numbers)) > 1 or len(numbers) >= _SEVERAL)
