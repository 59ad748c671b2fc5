"""Status sites: the places in a file that expect a status, found in one pass over the candidates.

A site is found through what is surest: an API that resolves to the catalogue, then a signature
that the file itself declares, then names (`analysis.evidence`).
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.codes import are_before_final, is_used
from flake8_http_status.analysis.evidence import (
    OTHER_CALLABLES,
    RECALLING,
    Likeness,
    is_other_code,
    likeness,
)
from flake8_http_status.analysis.reading import LOOKING_UP
from flake8_http_status.analysis.scopes import BindingKind, Scope
from flake8_http_status.analysis.values import elements, integer, last_name, leaves, read_value
from flake8_http_status.frameworks._framework import NUMBER, Accepts, Framework, Role, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from flake8_http_status.analysis.catalogue import Catalogue, Known
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.usages import Usages
    from flake8_http_status.analysis.values import Value


class Place(NamedTuple):
    """What is known of a place before its value is looked at.

    ``callee``: the dotted name of what takes the status; ``name``: of the parameter, attribute or
    key; ``text``: the place holds a string; ``produces``: the program sends this status; ``known``:
    what the catalogue says of the callee.
    """

    role: Role
    confidence: Confidence
    reason: str
    framework: Framework | None = None
    accepts: Accepts = NUMBER
    shape: Shape = Shape.STATUS
    produces: bool = False
    text: bool = False
    callee: str = ""
    name: str = ""
    call: ast.Call | None = None
    known: Known | None = None


class StatusSite(NamedTuple):
    """One expression that stands where a status is expected.

    ``node``: the expression; ``value``: the status it is, None where that is not known;
    ``scope``: the scope it is evaluated in; ``whole``: the expression that fills the place, of
    which ``node`` is one outcome (``404`` in ``200 if ok else 404``).
    """

    node: ast.expr
    value: Value | None
    place: Place
    scope: Scope
    whole: ast.expr


class KnownCall(NamedTuple):
    """A call of something that the catalogue knows; ``callee``: its name, dotted if resolved."""

    node: ast.Call
    scope: Scope
    known: Known
    callee: str


class Callee:
    """All calls with arguments of what is called by one name, and what the name tells of them.

    ``unknown``: the calls of which nothing else is known; ``tells``: one of these may have a
    status.
    """

    __slots__ = ("calls", "comparers", "known", "looks_up", "tables", "takes", "tells", "unknown")

    def __init__(self, name: str, catalogue: Catalogue) -> None:
        """No call yet."""
        self.calls: list[tuple[ast.Call, Scope]] = []
        self.unknown: list[tuple[ast.Call, Scope]] = []
        self.tells = False
        self.takes = bool(name) and name not in OTHER_CALLABLES
        self.known = catalogue.callables.get(name)
        self.comparers = catalogue.comparers.get(name, ())
        self.tables = catalogue.tables.get(name, ())
        self.looks_up = name in LOOKING_UP


class Table(NamedTuple):
    """Rows of values, each for the variables named by ``columns``.

    ``wrappers``: names of callables that wrap the cells of a row (``pytest.param``).
    """

    rows: list[ast.expr]
    columns: list[str]
    scope: Scope
    place: Place
    wrappers: frozenset[str] = frozenset()


def _cells(row: ast.expr, table: Table) -> list[ast.expr]:
    """The cells of one row; none where it is not written out."""
    if isinstance(row, ast.Call) and callee_name(row) in table.wrappers:
        return list(row.args)
    if len(table.columns) == 1:
        return [row]
    return row.elts if isinstance(row, (ast.Tuple, ast.List)) else []


def callee_name(call: ast.Call) -> str:
    """The last part of the name that is called; empty where a call's result is called.

    ``Base.__init__(self, ...)`` counts as a call of ``Base``, and
    ``mock_abort.assert_called_with(...)`` as one of ``abort``.
    """
    func = call.func
    if func.__class__ is ast.Name:
        return func.id
    if not isinstance(func, ast.Attribute):
        return ""
    name = func.attr
    if name == "__init__":
        return last_name(func.value) or name
    if name in RECALLING:
        return last_name(func.value).removeprefix("mock_").removesuffix("_mock")
    return name


def owner_name(call: ast.Call) -> str:
    """The last part of the name whose attribute is called: ``response`` in ``response.error()``."""
    return last_name(call.func.value) if isinstance(call.func, ast.Attribute) else ""


class Sites:
    """The sites of one file, collected by the finders.

    ``known_calls``: calls of what the catalogue knows; ``calls``: calls of functions and classes
    that the file defines, judged when it is known which of their parameters take a status;
    ``callees``: all calls with arguments, by the name of what is called;
    ``usages``: places of which nothing is known but what stands in them; ``tables``: the tables
    of parametrized tests, by the id of the function's scope.
    """

    def __init__(self, file: File, usages: Usages) -> None:
        """No site yet."""
        self.file = file
        self.found: dict[int, StatusSite] = {}
        self.known_calls: list[KnownCall] = []
        self.calls: list[tuple[ast.Call, Scope, Scope]] = []
        self.callees: dict[str, Callee] = {}
        self.usages = usages
        self.tables: dict[int, list[Table]] = {}
        self._loops: dict[tuple[int, str], Table] = {}
        self._taken: dict[int, dict[str, Place]] = {}
        self._changed: list[Scope] = []
        self._known: dict[str | Scope, Known | None] = {}
        self._followed: set[tuple[int, str]] = set()
        self._late: list[tuple[ast.expr, Scope, Place]] = []
        self._pending: list[tuple[ast.expr, Scope, Place]] = []
        self._placing = False

    def known_as(
        self, referent: str | Scope, find: Callable[[str | Scope, Sites], Known | None]
    ) -> Known | None:
        """What ``find`` says of what ``referent`` is, which is asked once."""
        if referent not in self._known:
            self._known[referent] = find(referent, self)
        return self._known[referent]

    def calls_of(self, names: Iterable[str]) -> list[tuple[ast.Call, Scope]]:
        """The calls with arguments of what is called by one of ``names``."""
        callees = [self.callees[name] for name in names if name in self.callees]
        return [call for callee in callees for call in callee.calls]

    def place(self, node: ast.expr, scope: Scope, place: Place) -> None:
        """Note the statuses that ``node`` brings to ``place``.

        What flows there through names follows without recursion, however long the way is.
        """
        self._pending.append((node, scope, place))
        if self._placing:
            return
        self._placing = True
        while self._pending:
            self._place(*self._pending.pop())
        self._placing = False

    def place_later(self, node: ast.expr, scope: Scope, place: Place) -> None:
        """Place ``node`` when all else is placed, which may know it better."""
        self._late.append((node, scope, place))

    def place_rest(self) -> None:
        """Place what was left for later."""
        for node, scope, place in self._late:
            self.place(node, scope, place)

    def _place(self, node: ast.expr, scope: Scope, place: Place) -> None:
        if place.shape is not Shape.STATUS:
            self._follow(node, scope, place)
        items = _shaped(node, place.shape)
        if place.confidence is Confidence.NAME and _are_others(items, place.name):
            return
        for item in items:
            for leaf in leaves(item):
                self._leaf(leaf, scope, place, item)

    def _leaf(self, leaf: ast.expr, scope: Scope, place: Place, whole: ast.expr) -> None:
        known = self.found.get(id(leaf))
        if known is not None and known.place.confidence >= place.confidence:
            return
        value = read_value(leaf, scope, self.file.resolver)
        self.found[id(leaf)] = StatusSite(leaf, value, place, scope, whole)
        if value is None or value.followed:
            self._follow(leaf, scope, place._replace(shape=Shape.STATUS))

    def _follow(self, node: ast.expr, scope: Scope, place: Place) -> None:
        """A name flows into a site: what it is assigned are sites, a parameter takes a status.

        So do attributes of the classes of the file, but for members of enums, which have names, and
        codes of another kind.
        """
        name = last_name(node)
        if isinstance(node, ast.Name):
            owner = scope.lookup(name)
        elif isinstance(node, ast.Attribute):
            owner = self._class_with(name, node.value, scope)
        else:
            return
        if owner is None or (id(owner), name) in self._followed:
            return
        self._followed.add((id(owner), name))
        for value, inner in owner.attributes.get(name, ()):
            self.place(value, inner, _flow(place, Role.ASSIGNMENT))
        if (id(owner), name) in self._loops:
            self.place_table(self._loops[id(owner), name], (name,))
        for binding in owner.bindings.get(name, ()):
            if binding.kind is BindingKind.PARAMETER:
                self.parameter(owner, name, place)
            elif binding.kind is BindingKind.ASSIGNMENT and binding.value is not None:
                self.place(binding.value, owner, _flow(place, Role.ASSIGNMENT))

    def _class_with(self, name: str, node: ast.expr, scope: Scope) -> Scope | None:
        """The class of the file that gives what ``node`` is its attribute ``name``."""
        resolver = self.file.resolver
        owner = None if is_other_code(name) else resolver.resolve(node, scope)
        if not isinstance(owner, Scope) or resolver.is_enum(owner):
            return None
        return next(
            (one for one in resolver.lineage(owner) if name in {*one.bindings, *one.attributes}),
            None,
        )

    def parameter(self, function: Scope, name: str, place: Place) -> None:
        """Parameter ``name`` of ``function`` takes a status."""
        taken = self._taken.setdefault(id(function), {})
        if name not in taken:
            taken[name] = place
            self._changed.append(function)

    def taken_by(self, function: Scope) -> dict[str, Place]:
        """The parameters of ``function`` that take a status, and what for."""
        return self._taken.get(id(function), {})

    def follow_parameters(self, find: Callable[[ast.Call, Scope, Sites, Scope], None]) -> None:
        """Let ``find`` judge every call of a function whose parameters take a status.

        A call inside another such function may show more parameters, so this goes on until
        nothing is new; every parameter is new once.
        """
        calls: dict[int, list[tuple[ast.Call, Scope]]] = {}
        for call, scope, callee in self.calls:
            function = self.initializer(callee) or callee
            calls.setdefault(id(function), []).append((call, scope))
        while self._changed:
            function = self._changed.pop()
            self._place_defaults(function)
            for table in self.tables.get(id(function), ()):
                self.place_table(table, self.taken_by(function))
            for call, scope in calls.get(id(function), ()):
                find(call, scope, self, function)

    def _place_defaults(self, function: Scope) -> None:
        node = function.node
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            return
        for name, default in defaults(node.args):
            place = self.taken_by(function).get(name)
            if place is not None:
                outer = function.parent or function
                self.place(default, outer, _flow(place, Role.DEFAULT))

    def place_table(self, table: Table, taken: Container[str] = ()) -> None:
        """Place the cells of the columns that are named like a status, or are ``taken`` as one."""
        for row in table.rows:
            for name, cell in zip(table.columns, _cells(row, table), strict=False):
                if name in taken or self.file.accepts_name(name):
                    self.place(cell, table.scope, table.place._replace(name=name))

    def loop(self, table: Table) -> None:
        """The variables named by the columns of ``table`` take its rows in turn."""
        owner = table.scope
        for name in table.columns:
            self._loops[id(owner), name] = table
        self.place_table(
            table, [name for name in table.columns if (id(owner), name) in self._followed]
        )

    def function_scope(self, node: ast.AST) -> Scope:
        """The scope that the function or class ``node`` makes."""
        return self.file.module.opened[id(node)]

    def initializer(self, owner: Scope) -> Scope | None:
        """The ``__init__`` of a class of the file: its own, or that of a base in the file."""
        return next(
            (
                binding.scope
                for one in self.file.resolver.lineage(owner)
                for binding in one.bindings.get("__init__", ())
                if binding.scope is not None
            ),
            None,
        )

    def decorated(self, decorator: ast.Call) -> Scope | None:
        """The function on which ``decorator`` stands."""
        node = self.file.module.decorators.get(id(decorator))
        return None if node is None else self.function_scope(node)


def _flow(place: Place, role: Role) -> Place:
    """A place from where a value may, or may not, reach ``place``."""
    return place._replace(role=role, call=None, known=None, produces=False)


def parameter_names(function: Scope) -> list[str]:
    """The positional parameters of ``function``, without ``self``; the fields of a class."""
    node = function.node
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        names = [parameter.arg for parameter in (*node.args.posonlyargs, *node.args.args)]
        return names[1:] if function.instance_name is not None else names
    body = node.body if isinstance(node, ast.ClassDef) else []
    return [
        field.target.id
        for field in body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]


def defaults(arguments: ast.arguments) -> list[tuple[str, ast.expr]]:
    """The parameters that have a default, with it."""
    positional = [*arguments.posonlyargs, *arguments.args]
    without = len(positional) - len(arguments.defaults)
    pairs = [
        (parameter.arg, default)
        for parameter, default in zip(positional[without:], arguments.defaults, strict=True)
    ]
    pairs += [
        (parameter.arg, default)
        for parameter, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        if default is not None
    ]
    return pairs


def _are_others(items: list[ast.expr], name: str) -> bool:
    """Whether most of several numbers are no HTTP statuses, so that none of them is.

    Codes of answers that go on, such as 101, are rather a project's own under a doubtful ``name``.
    """
    numbers = [number for item in items if (number := integer(item)) is not None]
    if likeness(name) is Likeness.DOUBTFUL and are_before_final(numbers):
        return True
    used = sum(map(is_used, numbers))
    return len(numbers) > 1 and used * 2 <= len(numbers)


def _shaped(node: ast.expr, shape: Shape) -> list[ast.expr]:
    """The expressions in ``node`` that are statuses, where it has ``shape``."""
    if shape is Shape.STATUS:
        return [node]
    if shape is Shape.STATUSES:
        outcomes: list[ast.expr] = []
        for leaf in leaves(node):
            found = elements(leaf)
            outcomes += [leaf] if found is None else found
        return outcomes
    if not isinstance(node, ast.Dict):
        return []
    if shape is Shape.KEYS:
        keys: list[ast.expr] = []
        for key in node.keys:
            keys += elements(key) or [key] if key is not None else []
        return keys
    return list(node.values)
