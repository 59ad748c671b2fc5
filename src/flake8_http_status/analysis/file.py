"""One file under analysis: its tree, names and the evidence of what it is about."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.evaluation import names
from flake8_http_status.analysis.evidence import Likeness, likeness
from flake8_http_status.analysis.parents import Parents
from flake8_http_status.analysis.positions import Lines, split_lines
from flake8_http_status.analysis.references import Reference, references
from flake8_http_status.analysis.resolver import RESOLVED, Resolver
from flake8_http_status.analysis.scopes import Module, ScopeKind
from flake8_http_status.analysis.sites import owner_name

if TYPE_CHECKING:
    from flake8_http_status.analysis.catalogue import Catalogue
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.settings import Settings

# The places that read each name, and the scopes these are read in.
Reads: TypeAlias = "dict[str, list[tuple[ast.Name, Scope]]]"


class File:
    """What rules and the site finder ask about the file as a whole."""

    def __init__(self, source: str, tree: ast.Module, catalogue: Catalogue) -> None:
        """``tree`` is the parsed ``source``; it is only read."""
        self._source = source
        self.lines = Lines(source)
        self.module = Module(tree)
        self.catalogue = catalogue
        self.settings: Settings = catalogue.settings
        self.resolver = Resolver(self.module, catalogue)
        self._reads: dict[int, Reads] = {}

    @cached_property
    def has_codes(self) -> bool:
        """Whether the file writes a number that is an official code."""
        return not codes.OFFICIAL.isdisjoint(self.module.numbers)

    @cached_property
    def writes_statuses(self) -> bool:
        """Whether anything is written that may be a status: a number, digits, or a constant."""
        return (
            not self.catalogue.numbers.isdisjoint(self.module.numbers)
            or not _DIGITS.isdisjoint(self.module.initials)
            or self.resolver.may_name_constants
        )

    @cached_property
    def mentions_literal(self) -> bool:
        """Whether ``Literal`` is anywhere in the source."""
        return "Literal" in self._source

    def may_hold(self, attribute: str) -> bool:
        """Whether the catalogue, this file or the name tells that ``attribute`` holds a status."""
        return (
            bool(likeness(attribute))
            or attribute in self.catalogue.holding
            or attribute in self._members
            or attribute in self.settings.attributes
            or attribute in evidence.STATUS_CALLS
        )

    def may_know(self, func: ast.expr) -> bool:
        """Whether the catalogue or this file may know what ``func`` is, when it is called.

        Most names tell that they are none of both, which saves resolving them.
        """
        if func.__class__ is ast.Attribute:
            attribute: str = func.attr
            known = attribute in self._members or attribute == "__init__"
            return known or attribute in self.catalogue.called
        if func.__class__ is ast.Name:
            name: str = func.id
            return name in self._bound or name in self.catalogue.called
        return True

    @cached_property
    def _bound(self) -> frozenset[str]:
        """The names that the file binds to what may be known when it is called.

        Most imports of a module bind what nothing is known of.
        """
        catalogue, (root, *inner) = self.catalogue, self.module.scopes
        return frozenset(
            name
            for name, bindings in root.bindings.items()
            if not all(
                binding.target and not catalogue.is_called(catalogue.canonical(binding.target))
                for binding in bindings
            )
        ).union(*(scope.bindings for scope in inner))

    @cached_property
    def _members(self) -> frozenset[str]:
        """What the classes of the file have, and what their methods set on ``self``."""
        classes = [scope for scope in self.module.scopes if scope.kind is ScopeKind.CLASS]
        return frozenset().union(
            *(scope.bindings for scope in classes), *(scope.attributes for scope in classes)
        )

    @cached_property
    def telling_attributes(self) -> frozenset[str]:
        """The names of all attributes that a constant, or its number, may be read from here."""
        if not self.resolver.may_name_constants:
            return frozenset()
        classes = [scope for scope in self.module.scopes if scope.kind is ScopeKind.CLASS]
        return self.catalogue.telling_attributes.union(
            (
                name
                for scope in classes
                for name, bindings in scope.bindings.items()
                if any(binding.value.__class__ in RESOLVED for binding in bindings)
            ),
            (
                name
                for scope in classes
                for name, values in scope.attributes.items()
                if any(value.__class__ in RESOLVED for value, _ in values)
            ),
        )

    @property
    def reads(self) -> Reads:
        """Where the file reads a name, annotations included, and the scopes these are read in."""
        return self.reads_within(self.module.root)

    def reads_within(self, owner: Scope) -> Reads:
        """The same for the scope ``owner`` and those inside, with the header of its definition."""
        found = self._reads.get(id(owner))
        if found is None:
            found = self._reads[id(owner)] = {}
            for node, scope in names(self.module, owner):
                if isinstance(node.ctx, ast.Load):
                    found.setdefault(node.id, []).append((node, scope))
        return found

    @cached_property
    def references(self) -> list[Reference]:
        """The places that name a constant of a vocabulary."""
        return references(self)

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The names that the file mentions in texts: in ``__all__`` and in quoted annotations."""
        names = {
            node.value
            for statement in self.module.tree.body
            if any(_is_all(node) for node in ast.walk(statement))
            for node in ast.walk(statement)
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        annotations: list[ast.AST | None] = [
            getattr(node, field, None)
            for node in ast.walk(self.module.tree)
            for field in ("annotation", "returns")
        ]
        while annotations:
            node = annotations.pop()
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                names.update(_names_in(node.value))
            elif node is not None and not isinstance(node, ast.Call) and not _is_literal(node):
                annotations += ast.iter_child_nodes(node)
        return frozenset(names)

    def parent(self, node: ast.AST) -> ast.AST | None:
        """The node that ``node`` is a part of; None for the module."""
        return self._parents.of(node)

    @cached_property
    def _parents(self) -> Parents:
        return Parents(self.module.tree)

    @cached_property
    def showing(self) -> frozenset[int]:
        """The ids of the scopes of functions that look at the ``repr`` or the type of objects."""
        return frozenset(
            id(scope.enclosing(ScopeKind.FUNCTION))
            for node, scope in self.module.nodes[ast.Call]
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"repr", "type"}
        )

    @cached_property
    def raised(self) -> frozenset[int]:
        """The ids of the expressions that are raised."""
        return frozenset(id(node.exc) for node, _ in self.module.of(ast.Raise))

    @cached_property
    def shown_by_doctests(self) -> frozenset[int]:
        """The numbers that examples in the file print: a member would print something else."""
        if ">>>" not in self._source:
            return frozenset()
        return frozenset(evidence.shown_by_doctests(split_lines(self._source)))

    @cached_property
    def holds_tests(self) -> bool:
        """Whether a function of the file is a test by its name, as pytest and unittest have it."""
        return any(
            name.startswith("test_") or (name.startswith("test") and scope.method_class is not None)
            for scope in self.module.scopes
            if (name := getattr(scope.node, "name", "")) and scope.kind is ScopeKind.FUNCTION
        )

    @cached_property
    def imported(self) -> frozenset[str]:
        """The dotted names of all modules and objects that the file imports."""
        names: set[str] = set()
        for plain, _ in self.module.of(ast.Import):
            names.update(alias.name for alias in plain.names)
        for node, _ in self.module.of(ast.ImportFrom):
            package = "." * node.level + (node.module or "")
            names.update(f"{package}.{alias.name}" for alias in node.names)
        return frozenset(names)

    @cached_property
    def telling_imports(self) -> frozenset[str]:
        """What is imported, without status constants: those are what fixes import."""
        return frozenset(filter(self.catalogue.tells, self.imported))

    @cached_property
    def speaks_http(self) -> bool:
        """Whether the file deals with HTTP: its imports say so, or a plain site was found in it.

        So does what it calls: ``utils.http.request(url)``.
        """
        return (
            self.speaks_known_http
            or evidence.speaks(self.telling_imports, evidence.HTTP_WORDS)
            or evidence.speaks(self._classes, _HTTP)
            or any(owner_name(call) in _HTTP for call, _ in self.module.of(ast.Call))
        )

    @cached_property
    def speaks_other(self) -> bool:
        """Whether the file speaks another protocol with numeric replies, and not HTTP."""
        return self._speaks_another or (
            not self.speaks_known_http
            and evidence.speaks([*self._objects, *self._classes], evidence.PROTOCOLS)
        )

    @cached_property
    def _speaks_another(self) -> bool:
        """Whether it imports a package that does, or shares the words of HTTP with the protocol.

        A name such as ``SMTPService`` tells less: what uses it may be a web application.
        """
        if self.speaks_known_http:
            return False
        packages = [name.partition(".")[0] for name in self.telling_imports]
        return (
            evidence.quotes_other_protocol(self._source)
            or evidence.speaks(packages, evidence.PROTOCOLS)
            or evidence.speaks([*self._objects, *self._classes], evidence.LIKE_HTTP)
        )

    @property
    def _objects(self) -> list[str]:
        """What is imported, by its last name, and whole where it is of the same project."""
        imports = self.telling_imports
        return [name if name.startswith(".") else name.rpartition(".")[2] for name in imports]

    @property
    def speaks_only_http(self) -> bool:
        """Whether the file deals with HTTP, and with no other protocol that has such numbers."""
        return self.speaks_http and not self.speaks_other

    @property
    def _classes(self) -> list[str]:
        return [node.name for node, _ in self.module.of(ast.ClassDef)]

    @cached_property
    def speaks_known_http(self) -> bool:
        """Whether the file imports a package of the catalogue that speaks HTTP."""
        return any(map(self.catalogue.speaks_http, self.telling_imports))

    @cached_property
    def writes_data(self) -> bool:
        """Whether the file imports a writer that takes an enum member for something else.

        YAML and TOML writers refuse it or write its ``repr``, and so do clients of Redis and MySQL.
        """
        return any(name.partition(".")[0] in evidence.WRITERS for name in self.imported)

    def accepts_name(self, name: str) -> bool:
        """Whether ``name`` alone is evidence enough of a status in this file."""
        like = likeness(name)
        if not like or (self.speaks_other and not self._is_of_http(name)):
            return name in self.settings.attributes
        return like is Likeness.PLAIN or self.speaks_http or name in self.settings.attributes

    def _is_of_http(self, name: str) -> bool:
        """Whether ``name`` is a status of HTTP although the file is about another protocol."""
        return evidence.is_of_http(name) and not self._speaks_another


_HTTP = frozenset({"http", "https"})
# What a text begins with that is a status.
_DIGITS = frozenset("123456789")


def _is_all(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "__all__"


def _is_literal(node: ast.AST) -> bool:
    """``Literal["text"]``, the texts of which name nothing."""
    return isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("Literal")


def _names_in(text: str) -> list[str]:
    """The names in a text that is an expression; none in prose."""
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (MemoryError, RecursionError, SyntaxError, ValueError):
        return []
    return [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
