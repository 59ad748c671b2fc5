"""What an expression refers to: an object from elsewhere by its dotted name, or one of this file.

Instances are not told from their class: ``app = Flask(__name__)`` makes ``app.route`` the same as
``flask.Flask.route``.
"""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, TypeAlias

from flake8_http_status.analysis.scopes import Binding, BindingKind, Scope, ScopeKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.catalogue import Catalogue
    from flake8_http_status.analysis.scopes import Module

Referent: TypeAlias = str | Scope | None
_DEPTH = 12


class Resolver:
    """Resolves expressions of one module; answers are remembered per name and scope."""

    def __init__(self, module: Module, catalogue: Catalogue) -> None:
        """``catalogue`` knows the aliases and what calls return."""
        self.module = module
        self.catalogue = catalogue
        self._names: dict[tuple[str, int], Referent] = {}
        self._members: dict[tuple[str, int], Referent] = {}
        self._bases: dict[int, list[str | Scope]] = {}
        self._ancestors: dict[int, list[str]] = {}

    @cached_property
    def may_name_constants(self) -> bool:
        """Whether an import leads to constants, so that an expression may be one."""
        packages = self.catalogue.constant_packages
        return any(
            self.catalogue.canonical(target).partition(".")[0] in packages
            for _, target in self.module.imports
        )

    def dotted(self, node: ast.expr, scope: Scope) -> str | None:
        """The canonical dotted name of ``node``; None for unknown objects and local definitions."""
        referent = self.resolve(node, scope)
        return referent if isinstance(referent, str) else None

    def resolve(self, node: ast.expr, scope: Scope, depth: int = _DEPTH) -> Referent:
        """What ``node`` refers to, evaluated in ``scope``."""
        kind = node.__class__
        if kind not in RESOLVED or depth <= 0:
            return None
        if isinstance(node, ast.Name):
            return self._name(node.id, scope, depth - 1)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owner = self._name(node.value.id, scope, depth - 1)
            return None if owner is None else self.member(owner, node.attr, depth)
        attributes: list[str] = []
        while isinstance(node, (ast.Attribute, ast.Await)):
            if isinstance(node, ast.Attribute):
                attributes.append(node.attr)
            node = node.value
        referent = self._root(node, scope, depth)
        while attributes and referent is not None:
            referent = self.member(referent, attributes.pop(), depth)
        return referent

    def _root(self, node: ast.expr, scope: Scope, depth: int) -> Referent:
        if isinstance(node, ast.Name):
            return self._name(node.id, scope, depth - 1)
        if isinstance(node, ast.Call):
            return self._call(node, scope, depth - 1)
        if isinstance(node, ast.NamedExpr):
            return self.resolve(node.value, scope, depth - 1)
        return None

    def _call(self, node: ast.Call, scope: Scope, depth: int) -> Referent:
        if isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            owner = scope.enclosing(ScopeKind.CLASS)
            return self.base(owner, depth) if owner is not None else None
        referent = self.resolve(node.func, scope, depth)
        if isinstance(referent, Scope):
            return referent if referent.kind is ScopeKind.CLASS else None
        return self._instance(referent)

    def _instance(self, dotted: str | None) -> str | None:
        """What calling ``dotted`` gives: the class of its result, where that is known."""
        if dotted is None:
            return None
        is_a = self.catalogue.returns.get(dotted)
        if is_a is not None:
            return is_a
        return dotted if dotted.rpartition(".")[2][:1].isupper() else None

    def _name(self, name: str, scope: Scope, depth: int) -> Referent:
        owner = scope.lookup(name)
        if owner is None:
            return name if name in _BUILTINS else self._starred(name)
        key = (name, id(owner))
        if key not in self._names:
            self._names[key] = None
            self._names[key] = self._bound(owner.bindings[name], owner, name, depth)
        return self._names[key]

    def _starred(self, name: str) -> str | None:
        """The constant that the module's only star import binds to ``name``."""
        stars = self.module.root.bindings.get("*", ())
        if len(stars) != 1:
            return None
        module = self.catalogue.canonical(stars[0].target.removesuffix(".*"))
        dotted = f"{module}.{name}"
        constant = self.catalogue.constant(dotted)
        if constant is not None:
            known = constant.code is not None and not constant.vocabulary.general
            return dotted if known else None
        return dotted if self.catalogue.container(dotted) is not None else None

    def _bound(self, bindings: list[Binding], owner: Scope, name: str, depth: int) -> Referent:
        """The one thing that all ``bindings`` agree on."""
        if len(bindings) == 1:
            return self._binding(bindings[0], owner, name, depth)
        referents = {self._binding(binding, owner, name, depth) for binding in bindings}
        referents.discard(None)
        return referents.pop() if len(referents) == 1 else None

    def _binding(self, binding: Binding, owner: Scope, name: str, depth: int) -> Referent:
        kind = binding.kind
        if kind in _TO_VALUES:
            value = binding.value
            return None if value is None else self.resolve(value, owner, depth)
        if kind is _PARAMETER:
            return self._parameter(binding, owner, name, depth)
        return self.catalogue.canonical(binding.target) if binding.target else binding.scope

    def _parameter(self, binding: Binding, owner: Scope, name: str, depth: int) -> Referent:
        if name == owner.instance_name:
            return owner.method_class
        node = binding.node
        if isinstance(node, ast.arg) and node.annotation is not None:
            return self.annotation(node.annotation, owner.parent or owner, depth)
        return self.catalogue.fixtures.get(name) if name in self.catalogue.fixtures else None

    def annotation(self, node: ast.expr, scope: Scope, depth: int = _DEPTH) -> Referent:
        """The class that an annotation names; ``X | None`` and ``Optional[X]`` count as X."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            parts = node.value.partition("|")[0].strip().split(".")
            if not all(part.isidentifier() for part in parts):
                return None
            referent = self._name(parts[0], scope, depth)
            for part in parts[1:]:
                referent = None if referent is None else self.member(referent, part, depth)
            return referent
        if isinstance(node, ast.BinOp):
            return self.annotation(node.left, scope, depth - 1) if depth > 0 else None
        if isinstance(node, ast.Subscript):
            return self.annotation(node.slice, scope, depth - 1) if depth > 0 else None
        return self.resolve(node, scope, depth)

    def member(self, referent: str | Scope, name: str, depth: int = _DEPTH) -> Referent:
        """Attribute ``name`` of what ``referent`` is."""
        if isinstance(referent, str):
            owner = self.catalogue.returns.get(referent, referent)
            return self.catalogue.canonical(f"{owner}.{name}")
        if depth <= 0 or referent.kind is not ScopeKind.CLASS:
            return None
        key = (name, id(referent))
        if key not in self._members:
            self._members[key] = None
            self._members[key] = self._class_member(referent, name, depth - 1)
        return self._members[key]

    def _class_member(self, owner: Scope, name: str, depth: int) -> Referent:
        if name in owner.bindings:
            return self._bound(owner.bindings[name], owner, name, depth)
        found = {
            self.resolve(value, scope, depth) for value, scope in owner.attributes.get(name, ())
        }
        found.discard(None)
        if len(found) == 1:
            return found.pop()
        base = self.base(owner, depth)
        return None if base is None else self.member(base, name, depth)

    def base(self, owner: Scope, depth: int = _DEPTH) -> Referent:
        """The base class of the class scope ``owner`` that the catalogue or the file knows best."""
        bases = self.bases(owner, depth)
        return bases[0] if bases else None

    def bases(self, owner: Scope, depth: int = _DEPTH) -> list[str | Scope]:
        """The base classes of ``owner`` that resolve, those of the catalogue's packages first."""
        if depth <= 0 or not isinstance(owner.node, ast.ClassDef):
            return []
        if id(owner) not in self._bases:
            self._bases[id(owner)] = []
            found = [
                self.resolve(base, owner.parent or owner, depth - 1) for base in owner.node.bases
            ]
            known = [base for base in found if base is not None and base is not owner]
            self._bases[id(owner)] = sorted(known, key=self._foreign)
        return self._bases[id(owner)]

    def _foreign(self, base: str | Scope) -> bool:
        return isinstance(base, str) and base.partition(".")[0] not in self.catalogue.packages

    def ancestors(self, owner: Scope) -> list[str]:
        """Dotted names of all classes from elsewhere that the class ``owner`` derives from."""
        if id(owner) in self._ancestors:
            return self._ancestors[id(owner)]
        names: list[str] = []
        seen = {id(owner)}
        pending = [owner]
        while pending:
            for base in self.bases(pending.pop()):
                if isinstance(base, str):
                    names.append(base)
                elif id(base) not in seen:
                    seen.add(id(base))
                    pending.append(base)
        self._ancestors[id(owner)] = names
        return names

    def lineage(self, owner: Scope) -> Iterator[Scope]:
        """The class ``owner`` and what it derives from in the file, the first base of each."""
        seen = set()
        current: Scope | None = owner
        while current is not None and current.kind is ScopeKind.CLASS and id(current) not in seen:
            seen.add(id(current))
            yield current
            bases = self.bases(current)
            current = next((base for base in bases if isinstance(base, Scope)), None)

    def is_enum(self, owner: Scope) -> bool:
        """Whether the class ``owner`` is an enum, whose members are constants with names."""
        return any(name.rpartition(".")[2] in _ENUMS for name in self.ancestors(owner))


# How a name is bound to what an expression is; members of enums are looked up slowly.
_TO_VALUES = (BindingKind.ASSIGNMENT, BindingKind.CONTEXT, BindingKind.HANDLER)
_PARAMETER = BindingKind.PARAMETER
# The expressions that may refer to something that is known.
RESOLVED = frozenset({ast.Attribute, ast.Await, ast.Call, ast.Name, ast.NamedExpr})
_ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "Choices", "IntegerChoices"})
_BUILTINS = frozenset({"int", "str", "getattr", "super", "range", "len", "Exception", "isinstance"})
