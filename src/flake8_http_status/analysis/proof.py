"""The proof before writing: the new text means what the old one meant.

Two trees are the same when they are equal node by node, once every named constant counts as its
number and imports that were added are set aside. Names are resolved in their scopes, so a constant
that is shadowed, or whose import is missing, is no constant and fails the proof.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.values import ValueKind, read_value

if TYPE_CHECKING:
    from flake8_http_status.analysis.scopes import Scope

_IGNORED = frozenset({"ctx", "kind", "lineno", "col_offset", "end_lineno", "end_col_offset"})


def difference(old: File, new_source: str) -> str | None:
    """What is different in ``new_source``, in one line; None when both mean the same."""
    try:
        tree = ast.parse(new_source)
    except (SyntaxError, ValueError) as error:
        return f"the result does not parse: {error}"
    new = File(new_source, tree, old.catalogue)
    return _Comparison(old, new).run()


class _Comparison:
    def __init__(self, old: File, new: File) -> None:
        self.old = old
        self.new = new
        self.scopes = _scopes_by_node(new)

    def run(self) -> str | None:
        """Walk both trees in step, with a stack of pairs."""
        pending: list[tuple[object, object, Scope]] = [
            (self.old.module.tree, self.new.module.tree, self.new.module.root)
        ]
        while pending:
            one, other, scope = pending.pop()
            if isinstance(one, ast.AST) and isinstance(other, ast.AST):
                if type(one) is not type(other) or _is_code(one):
                    if not self._same_code(one, other, scope):
                        return self._at(one, other)
                    continue
                inner = self.scopes.get(id(other), scope)
                for field in one._fields:
                    if field not in _IGNORED:
                        where = inner if field in _INSIDE.get(type(other), ("body",)) else scope
                        pending.append(
                            (getattr(one, field, None), getattr(other, field, None), where)
                        )
            elif isinstance(one, list) and isinstance(other, list):
                if other and isinstance(other[0], ast.stmt):
                    one, other = _without_added_imports(one, other)
                if len(one) != len(other):
                    return "statements or elements came or went"
                pending += [(a, b, scope) for a, b in zip(one, other, strict=True)]
            elif type(one) is not type(other) or one != other:
                return f"{one!r} became {other!r}"
        return None

    def _same_code(self, one: ast.AST, other: ast.AST, scope: Scope) -> bool:
        """Whether ``other`` is the constant, or the number, for the status that ``one`` wrote."""
        if isinstance(one, ast.Constant) and isinstance(other, ast.Constant):
            return type(one.value) is type(other.value) and one.value == other.value
        if not isinstance(one, ast.expr) or not isinstance(other, ast.expr):
            return False
        value = read_value(other, scope, self.new.resolver)
        if value is None or value.kind is not ValueKind.CONSTANT or value.followed:
            return False
        return isinstance(one, ast.Constant) and _number(one.value) == value.code

    def _at(self, one: ast.AST, other: ast.AST) -> str:
        line = getattr(one, "lineno", 0)
        return f"line {line}: {type(one).__name__} became {type(other).__name__}"


# Which fields of a node are evaluated inside the scope that it opens.
_INSIDE: dict[type[ast.AST], tuple[str, ...]] = {
    ast.ListComp: ("elt", "generators"),
    ast.SetComp: ("elt", "generators"),
    ast.GeneratorExp: ("elt", "generators"),
    ast.DictComp: ("key", "value", "generators"),
}


def _number(value: object) -> int | None:
    """The code that a constant of the source writes, as an integer or in digits."""
    if type(value) is int:
        return value
    return int(value) if isinstance(value, str) and value.isascii() and value.isdigit() else None


def _is_code(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant)


def _scopes_by_node(file: File) -> dict[int, Scope]:
    return {id(scope.node): scope for scope in file.module.scopes}


def _without_added_imports(
    one: list[object], other: list[object]
) -> tuple[list[object], list[object]]:
    """Both bodies without imports, provided that no import of ``one`` is missing in ``other``."""
    before, after = _imported(one), _imported(other)
    if not before <= after:
        return one, other
    return (
        [item for item in one if not isinstance(item, (ast.Import, ast.ImportFrom))],
        [item for item in other if not isinstance(item, (ast.Import, ast.ImportFrom))],
    )


def _imported(body: list[object]) -> set[tuple[str, int, str, str | None]]:
    names: set[tuple[str, int, str, str | None]] = set()
    for item in body:
        if isinstance(item, ast.Import):
            names.update(("", 0, alias.name, alias.asname) for alias in item.names)
        elif isinstance(item, ast.ImportFrom):
            module = item.module or ""
            names.update((module, item.level, alias.name, alias.asname) for alias in item.names)
    return names
