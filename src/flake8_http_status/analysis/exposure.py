"""Where an enum member is not the same as its number: in texts, and where type or identity count.

On every Python ``repr`` shows a member as ``<HTTPStatus.NOT_FOUND: 404>``; below Python 3.11
``str`` shows it as ``HTTPStatus.NOT_FOUND``. The same holds for what formats with them: ``%r``,
``f"{code!r}"`` and the elements of a list that becomes text; ``%s``, ``print``, logging.
"""

from __future__ import annotations

import ast
import enum
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.evidence import TEXT_WRITERS, WRITERS
from flake8_http_status.analysis.scopes import Scope, ScopeKind
from flake8_http_status.analysis.sites import callee_name, defaults, parameter_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.file import File


class Exposure(enum.Flag):
    """How a value is looked at.

    ``TEXT``: through ``str``; ``REPR``: through ``repr``; ``TYPE``: its type or identity counts;
    ``WRITTEN``: by what writes numbers out and no members, where the file shows that it is that;
    ``MEMBER``: through an attribute other than ``value``.
    """

    NONE = 0
    TEXT = enum.auto()
    REPR = enum.auto()
    TYPE = enum.auto()
    WRITTEN = enum.auto()
    MEMBER = enum.auto()


_DEPTH = 4
_TEXT_CALLS = frozenset({"str", "print"})
_REPR_CALLS = frozenset({"ascii", "pformat", "pprint", "repr"})
_LOGGING = frozenset(
    {"critical", "debug", "error", "exception", "fatal", "info", "log", "warn", "warning"}
)
_EACH_AS_TEXT = frozenset(
    {"quote", "quote_plus", "safe_substitute", "substitute", "urlencode", "writerow", "writerows"}
)
# What connections, cursors and documents are told to write, whatever the file calls them.
_WRITES = frozenset(
    {"dump", "dump_all", "dumps", "execute", "executemany", "getset", "hmset", "hset", "lpush"}
    | {"mogrify", "mset", "publish", "rpush", "sadd", "safe_dump", "set", "setex", "setnx", "xadd"}
)
_SNAPSHOT = "snapshot"
_PERCENT = re.compile(
    r"%(?:\(.*?\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?[hlL]?(?P<kind>.)", re.DOTALL
)
_BRACES = re.compile(r"!(?P<kind>[rsa])(?=[:}])")
_TRANSPARENT = (ast.Await, ast.BoolOp, ast.IfExp, ast.keyword, ast.NamedExpr, ast.Starred)
_DISPLAYS = (ast.List, ast.Tuple)
_CONTAINERS = (
    *(ast.Dict, ast.List, ast.Set, ast.Tuple),
    *(ast.DictComp, ast.GeneratorExp, ast.ListComp, ast.SetComp),
)
_AROUND = (*_CONTAINERS, *_TRANSPARENT)


class Spot(NamedTuple):
    """An expression that holds the value, itself or in a container (``held``)."""

    node: ast.expr
    scope: Scope
    held: bool = False


class Target(NamedTuple):
    """A variable or parameter of ``owner``, or where that is None any attribute, of this name."""

    name: str
    owner: Scope | None


Looks: TypeAlias = tuple[Exposure, set[tuple[Target, bool]]]


class Exposures:
    """Answers for one file how the values of expressions are looked at."""

    def __init__(self, file: File) -> None:
        """Nothing is computed before it is asked for."""
        self.file = file
        self._known: dict[tuple[Target, bool], Looks] = {}

    def of(self, node: ast.expr, scope: Scope, *, attributes: bool = True) -> Exposure:
        """How the value of ``node`` is looked at, here and under the names it is bound to.

        ``attributes``: also under the names of attributes, whichever objects have them.
        """
        return self._follow([Spot(node, scope)], attributes=attributes)

    def of_parameter(self, name: str) -> Exposure:
        """How parameters called ``name`` are looked at, in whichever function of the file."""
        spots = [
            spot
            for function in self._functions_binding.get(name, ())
            for spot in self._reads(Target(name, function))
        ]
        return self._follow(spots)

    def _follow(self, spots: Iterable[Spot], *, attributes: bool = True) -> Exposure:
        found, bound = self._looks(spots)
        seen: set[tuple[Target, bool]] = set()
        for _ in range(_DEPTH - 1):
            fresh = {(target, held) for target, held in bound if attributes or target.owner} - seen
            seen |= fresh
            bound = set()
            for target, held in fresh:
                looked, further = self._under(target, held=held)
                found |= looked
                bound |= further
        return found

    def _under(self, target: Target, *, held: bool) -> Looks:
        """What looks at a value that ``target`` is bound to."""
        key = (target, held)
        if key not in self._known:
            self._known[key] = self._looks(spot._replace(held=held) for spot in self._reads(target))
        return self._known[key]

    def _looks(self, spots: Iterable[Spot]) -> Looks:
        found = Exposure.NONE
        targets: set[tuple[Target, bool]] = set()
        for spot in spots:
            looked, bound = self._at(spot)
            found |= looked
            targets |= bound
        return found, targets

    def _reads(self, target: Target) -> Iterator[Spot]:
        name, owner = target
        if owner is None:
            for attribute, scope in self._attributes.get(name, ()):
                yield Spot(attribute, scope)
        else:
            for node, scope in self.file.reads_within(owner).get(name, ()):
                if scope.lookup(name) is owner:
                    yield Spot(node, scope)

    @cached_property
    def _attributes(self) -> dict[str, list[tuple[ast.Attribute, Scope]]]:
        """The attributes of the file by their names."""
        found: dict[str, list[tuple[ast.Attribute, Scope]]] = {}
        for node, scope in self.file.module.of(ast.Attribute):
            found.setdefault(node.attr, []).append((node, scope))
        return found

    @cached_property
    def _functions_binding(self) -> dict[str, list[Scope]]:
        """The functions of the file by the names that they bind."""
        found: dict[str, list[Scope]] = {}
        for scope in self.file.module.scopes:
            if scope.kind is ScopeKind.FUNCTION:
                for name in scope.bindings:
                    found.setdefault(name, []).append(scope)
        return found

    def _at(self, spot: Spot) -> tuple[Exposure, set[tuple[Target, bool]]]:
        """What looks at the value where it stands, and what it is bound to there."""
        below: ast.AST = spot.node
        child: ast.AST = spot.node
        held = spot.held
        bound: set[tuple[Target, bool]] = set()
        parent = self.file.parent(child)
        while isinstance(parent, _AROUND):
            if isinstance(parent, ast.IfExp) and child is parent.test:
                return Exposure.NONE, bound
            if isinstance(parent, ast.NamedExpr):
                bound |= {(target, held) for target in _targets([parent.target], spot.scope)}
            if isinstance(parent, _CONTAINERS):
                held = held or not self._is_formatted(parent)
            below, child, parent = child, parent, self.file.parent(parent)
        looked = self._by(parent, child, below, held=held)
        return looked, bound | self._bound(parent, child, spot.scope, held=held)

    def _is_formatted(self, node: ast.AST) -> bool:
        """Whether ``node`` is the tuple or mapping on the right of a ``%``."""
        parent = self.file.parent(node)
        return isinstance(parent, ast.BinOp) and _is_percent(parent) and parent.right is node

    def _by(
        self, parent: ast.AST | None, child: ast.AST, below: ast.AST, *, held: bool
    ) -> Exposure:
        """How ``parent`` looks at its part ``child``, in which the value is ``below`` or deeper."""
        if isinstance(parent, ast.FormattedValue):
            kind = chr(parent.conversion) if parent.conversion > 0 else ""
            return _shown(kind, held=held)
        if isinstance(parent, ast.Call):
            return _NONE if child is parent.func else self._by_call(parent, child, held=held)
        if isinstance(parent, ast.BinOp):
            if not _is_percent(parent) or child is not parent.right:
                return _NONE
            values = child.elts if isinstance(child, ast.Tuple) else [parent.right]
            return _by_template(parent.left, _PERCENT, values, below, held=held)
        if isinstance(parent, ast.Compare):
            if any(isinstance(operator, (ast.Is, ast.IsNot)) for operator in parent.ops):
                return Exposure.TYPE
            shown = any(map(_is_snapshot, [parent.left, *parent.comparators]))
            return Exposure.REPR if shown else _NONE
        if isinstance(parent, ast.Attribute):
            return _NONE if held or parent.attr == "value" else Exposure.MEMBER
        return _NONE

    def _by_call(self, call: ast.Call, child: ast.AST, *, held: bool) -> Exposure:
        func = call.func
        name = callee_name(call)
        writer = self._writer(func)
        if writer is not None:
            return Exposure.TEXT if writer in TEXT_WRITERS else Exposure.WRITTEN
        if name in _WRITES and self._writes(func):
            return Exposure.TYPE
        if _is_snapshot(func):
            return Exposure.REPR
        if name in _REPR_CALLS:
            return Exposure.REPR
        if name in _EACH_AS_TEXT:
            return Exposure.TEXT
        if isinstance(func, ast.Name):
            if name in _TEXT_CALLS:
                return _shown("s", held=held)
            if name == "format":
                return _shown("", held=held)
            return Exposure.TYPE if name == "type" or _asks_class(call) else _NONE
        if isinstance(func, ast.Attribute) and name == "format":
            return _by_template(func.value, _BRACES, [], child, held=held)
        if isinstance(func, ast.Attribute) and name in _LOGGING and call.args:
            place = 1 if name == "log" and len(call.args) > 1 else 0
            message, values = call.args[place], call.args[place + 1 :]
            if child is message:
                return _shown("s", held=held)
            return _by_template(message, _PERCENT, values, child, held=held)
        return _NONE

    def _writer(self, func: ast.expr) -> str | None:
        """The package that tells members from numbers and that ``func`` comes from."""
        while isinstance(func, (ast.Attribute, ast.Call)):
            func = func.value if isinstance(func, ast.Attribute) else func.func
        if not isinstance(func, ast.Name):
            return None
        bindings = self.file.module.root.bindings.get(func.id, ())
        packages = (binding.target.partition(".")[0] for binding in bindings)
        return next((package for package in packages if package in WRITERS), None)

    def _writes(self, func: ast.expr) -> bool:
        """Whether ``func`` may be a method of an object of such a package."""
        return isinstance(func, ast.Attribute) and self.file.writes_data

    def _bound(
        self, parent: ast.AST | None, child: ast.AST, scope: Scope, *, held: bool
    ) -> set[tuple[Target, bool]]:
        """The names that ``parent``, which is no expression around the value, binds it to."""
        found: list[Target] = []
        if isinstance(parent, ast.Assign):
            found = _targets(parent.targets, scope)
            held = held and not any(isinstance(node, _DISPLAYS) for node in parent.targets)
        elif isinstance(parent, ast.AnnAssign) and child is parent.value:
            found = _targets([parent.target], scope)
        elif (
            isinstance(parent, (ast.For, ast.AsyncFor, ast.comprehension)) and child is parent.iter
        ):
            return {
                (target, False) for target in _targets([parent.target], self._inner(parent, scope))
            }
        elif isinstance(parent, ast.arguments):
            found = self._parameters(parent, child)
        elif isinstance(parent, ast.Call) and child is not parent.func:
            found = self._arguments(parent, child, scope)
        return {(target, held) for target in found}

    def _inner(self, node: ast.AST, scope: Scope) -> Scope:
        """The scope in which the targets of a loop are bound."""
        if isinstance(node, ast.comprehension):
            return self.file.module.opened.get(id(self.file.parent(node)), scope)
        return scope

    def _parameters(self, arguments: ast.arguments, default: ast.AST) -> list[Target]:
        function = self.file.module.opened.get(id(self.file.parent(arguments)))
        return [Target(name, function) for name, value in defaults(arguments) if value is default]

    def _arguments(self, call: ast.Call, child: ast.AST, scope: Scope) -> list[Target]:
        """The parameter of a function of this file that ``child`` is passed for."""
        function = self.file.resolver.resolve(call.func, scope)
        if not isinstance(function, Scope) or function.kind is not ScopeKind.FUNCTION:
            return []
        if isinstance(child, ast.keyword):
            return [Target(child.arg, function)] if child.arg is not None else []
        names = parameter_names(function)
        places = [place for place, node in enumerate(call.args) if node is child]
        return [Target(names[place], function) for place in places if place < len(names)]


_NONE = Exposure.NONE


def _shown(kind: str, *, held: bool) -> Exposure:
    """What a conversion looks at; without one, a member is formatted as its number.

    What a container holds is shown by its ``repr``, however the container is.
    """
    if held or kind in {"r", "a"}:
        return Exposure.REPR
    return Exposure.TEXT if kind == "s" else Exposure.NONE


def _by_template(
    template: ast.expr,
    pattern: re.Pattern[str],
    values: list[ast.expr],
    value: ast.AST,
    *,
    held: bool,
) -> Exposure:
    """How a template looks at ``value``, one of the ``values`` that are put into it in order."""
    if not (isinstance(template, ast.Constant) and isinstance(template.value, str)):
        return _shown("s", held=held)
    kinds = [match["kind"] for match in pattern.finditer(template.value)]
    kinds = [kind for kind in kinds if kind != "%"]
    places = [place for place, one in enumerate(values) if one is value]
    if places and len(kinds) == len(values):
        kinds = [kinds[places[0]]]
    found = _shown("", held=held and pattern is _BRACES)
    for kind in kinds:
        found |= _shown(kind, held=held and kind == "s")
    return found


def _is_snapshot(node: ast.expr) -> bool:
    """``snapshot``, ``snapshot(...)`` and methods of it, which keep the ``repr`` of values."""
    while isinstance(node, (ast.Attribute, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return isinstance(node, ast.Name) and _SNAPSHOT in node.id


def _is_percent(node: ast.BinOp) -> bool:
    return isinstance(node.op, ast.Mod)


def _asks_class(call: ast.Call) -> bool:
    """``isinstance(code, HTTPStatus)``; a member is an ``int``."""
    if callee_name(call) != "isinstance" or len(call.args) != 2:
        return False
    return not (isinstance(call.args[1], ast.Name) and call.args[1].id == "int")


def _targets(nodes: list[ast.expr], scope: Scope) -> list[Target]:
    """What an assignment binds: names, and attributes in classes and of objects."""
    found = []
    pending = list(nodes)
    while pending:
        node = pending.pop()
        if isinstance(node, _DISPLAYS):
            pending += node.elts
        elif isinstance(node, ast.Starred):
            pending.append(node.value)
        elif isinstance(node, ast.Attribute):
            found.append(Target(node.attr, None))
        elif isinstance(node, ast.Name):
            owner = scope.lookup(node.id)
            found.append(Target(node.id, owner))
            if owner is not None and owner.kind is ScopeKind.CLASS:
                found.append(Target(node.id, None))
    return found
