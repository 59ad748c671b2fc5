"""The proof before writing: the new text means what the old one meant.

Two trees are the same when they are equal node by node, once every named constant counts as its
number and import statements are set aside. Names are resolved in their scopes: each must mean in
the new tree what it meant in the old one, and a constant that is shadowed, or whose import is
missing, is no constant and fails the proof.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.scopes import BindingKind, field_scope, opened_scopes
from flake8_http_status.analysis.values import ValueKind, read_value
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.scopes import Scope

_IGNORED = frozenset({"ctx", "kind", "lineno", "col_offset", "end_lineno", "end_col_offset"})
_MAY_BE_CONSTANT = (ast.Attribute, ast.Call, ast.Name, ast.Subscript)


def difference(old: File, new_source: str) -> str | None:
    """What is different in ``new_source``, in one line; None when both mean the same."""
    try:
        tree = ast.parse(new_source)
    except (SyntaxError, ValueError) as error:
        return f"the result does not parse: {error}"
    new = File(new_source, tree, old.catalogue)
    return _missing_import(old, new) or _Comparison(Side(old), Side(new)).run()


class Side:
    """One of the two trees, with what its names mean."""

    def __init__(self, file: File) -> None:
        """Nothing of ``file`` is changed."""
        self.file = file
        self.opened = opened_scopes(file.module)
        self._meanings: dict[tuple[str, int], Meaning] = {}

    def scope(self, node: ast.AST, field: str, scope: Scope) -> Scope:
        """The scope in which ``field`` of ``node`` is evaluated."""
        return field_scope(node, field, scope, self.opened)

    def meaning(self, name: str, scope: Scope) -> Meaning:
        """What ``name`` is bound to, as far as imports can change it; None for an unbound name."""
        owner = scope.lookup(name)
        if owner is None:
            return None
        key = (name, id(owner))
        if key not in self._meanings:
            self._meanings[key] = frozenset(
                (binding.kind, self.file.catalogue.canonical(binding.target))
                for binding in owner.bindings[name]
            )
        return self._meanings[key]

    def code(self, node: ast.AST, scope: Scope) -> Code | None:
        """The status that ``node`` names."""
        if not isinstance(node, _MAY_BE_CONSTANT):
            return None
        value = read_value(node, scope, self.file.resolver)
        if value is None or value.kind is not ValueKind.CONSTANT or value.followed:
            return None
        line = value.constant is not None and value.constant.vocabulary.kind is Kind.STATUS_LINE
        return Code(value.code, line=line)


Meaning: TypeAlias = frozenset[tuple[BindingKind, str]] | None


class Code(NamedTuple):
    """A status that is named; ``line``: by a text such as "404 Not Found"."""

    number: int | None
    line: bool


class _Comparison:
    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new

    def run(self) -> str | None:
        """Walk both trees in step, with a stack of pairs."""
        old, new = self.old.file.module, self.new.file.module
        pending: list[tuple[object, object, Scope, Scope]] = [
            (old.tree, new.tree, old.root, new.root)
        ]
        while pending:
            one, other, before, after = pending.pop()
            if isinstance(one, ast.AST) and isinstance(other, ast.AST):
                if self._same_code(one, other, before, after):
                    continue
                if type(one) is not type(other) or not self._same_name(one, other, before, after):
                    return _at(one, other)
                pending += [
                    (
                        getattr(one, field, None),
                        getattr(other, field, None),
                        self.old.scope(one, field, before),
                        self.new.scope(other, field, after),
                    )
                    for field in one._fields
                    if field not in _IGNORED
                ]
            elif isinstance(one, list) and isinstance(other, list):
                items, others = _without_imports(one), _without_imports(other)
                if len(items) != len(others):
                    return "statements or elements came or went"
                pending += [
                    (item, counterpart, before, after)
                    for item, counterpart in zip(items, others, strict=True)
                ]
            elif type(one) is not type(other) or one != other:
                return f"{one!r} became {other!r}"
        return None

    def _same_code(self, one: ast.AST, other: ast.AST, before: Scope, after: Scope) -> bool:
        """Whether both write the same status, and at least one of them by its name."""
        old, new = self.old.code(one, before), self.new.code(other, after)
        if old is not None and new is not None:
            return old == new
        if new is not None:
            return isinstance(one, ast.Constant) and _number(one.value) == new.number
        if old is not None and isinstance(other, ast.Constant):
            return type(other.value) is int and Code(other.value, line=False) == old
        return False

    def _same_name(self, one: ast.AST, other: ast.AST, before: Scope, after: Scope) -> bool:
        """Whether names that are read, if these nodes are some, mean the same."""
        if not isinstance(one, ast.Name) or not isinstance(other, ast.Name) or one.id != other.id:
            return True
        if not isinstance(one.ctx, ast.Load):
            return True
        return self.old.meaning(one.id, before) == self.new.meaning(other.id, after)


def _at(one: ast.AST, other: ast.AST) -> str:
    line = getattr(one, "lineno", 0)
    if type(one) is type(other):
        return f"line {line}: {ast.unparse(one)} has another meaning"
    return f"line {line}: {type(one).__name__} became {type(other).__name__}"


def _number(value: object) -> int | None:
    """The code that a constant of the source writes, as an integer or in digits."""
    if type(value) is int:
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _without_imports(nodes: list[object]) -> list[object]:
    return [node for node in nodes if not isinstance(node, (ast.Import, ast.ImportFrom))]


def _missing_import(old: File, new: File) -> str | None:
    """The import that went although it was not of status constants, or is still needed."""
    packages = old.catalogue.vocabulary_packages
    for module, name in sorted(set(_imported(old)) - set(_imported(new))):
        target = old.catalogue.canonical(f"{module}.{name}" if module and name else module or name)
        top = module.partition(".")[0]
        loads = not name and "." in module and top in new.reads
        if target.partition(".")[0] not in packages or loads:
            return f"the import of {target} went"
    gone = old.module.root.bindings.keys() - new.module.root.bindings.keys()
    quoted = sorted(gone & new.quoted)
    return f"{quoted[0]}, which is mentioned in a text, went" if quoted else None


def _imported(file: File) -> Iterator[tuple[str, str]]:
    """Module and name of everything that is imported, the name empty for a whole module."""
    for plain, _ in file.module.of(ast.Import):
        yield from ((alias.name, "") for alias in plain.names)
    for node, _ in file.module.of(ast.ImportFrom):
        package = "." * node.level + (node.module or "")
        yield from ((package, alias.name) for alias in node.names)
