"""The proof before writing: the new text means what the old one meant, and looks like it.

Two trees are the same when they are equal node by node, once every named constant counts as its
number. Of the imports only those of constants may come and go. Names are resolved in their scopes:
each must mean in the new tree what it meant in the old one, and a constant that is shadowed, whose
import is missing or may not have run, is no constant and fails the proof. What is neither a status
nor an import is the same text.
"""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.evaluation import field_scope
from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.order import Order
from flake8_http_status.analysis.remainder import remainder, same
from flake8_http_status.analysis.scopes import BindingKind
from flake8_http_status.analysis.values import ValueKind, read_value
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from flake8_http_status.analysis.imports import ImportStatement
    from flake8_http_status.analysis.scopes import Scope

_IGNORED = frozenset({"ctx", "kind", "lineno", "col_offset", "end_lineno", "end_col_offset"})
_IMPORTS = (ast.Import, ast.ImportFrom)
_MAY_BE_CONSTANT = (ast.Attribute, ast.Call, ast.Name, ast.Subscript)


def difference(old: File, new_source: str) -> str | None:
    """What is different in ``new_source``, in one line; None when both mean the same."""
    try:
        tree = ast.parse(new_source)
    except (SyntaxError, ValueError) as error:
        return f"the result does not parse: {error}"
    problem = compilation_error(tree)
    if problem is not None and compilation_error(old.module.tree) is None:
        return problem
    new = File(new_source, tree, old.catalogue)
    comparison = _Comparison(Side(old), Side(new))
    problem = comparison.run() or _missing_name(old, new) or comparison.other_text()
    new.module.forget()
    return problem


def compilation_error(source: str | ast.Module) -> str | None:
    """Why a program does not compile; None where it does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            compile(source, "<fixed>", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            return f"the result does not compile: {error}"
    return None


class Side:
    """One of the two trees, with what its names mean."""

    def __init__(self, file: File) -> None:
        """Nothing of ``file`` is changed."""
        self.file = file
        self.opened = file.module.opened
        self.order = Order(file.module)
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
        if not isinstance(node, _MAY_BE_CONSTANT) or _is_written(node):
            return None
        value = read_value(node, scope, self.file.resolver)
        if value is None or value.kind is not ValueKind.CONSTANT or value.followed:
            return None
        line = value.constant is not None and value.constant.vocabulary.kind is Kind.STATUS_LINE
        return Code(value.code, line=line)

    def is_bound(self, node: ast.AST, scope: Scope) -> bool:
        """Whether the name that the constant ``node`` begins with is surely bound by then."""
        while not isinstance(node, ast.Name):
            node = next(ast.iter_child_nodes(node))
        owner = scope.lookup(node.id)
        return owner is None or self.order.runs_before(node.id, owner, node, scope)


# Parts of the old and the new tree, and the scopes that they are in.
Pair: TypeAlias = "tuple[object, object, Scope, Scope]"
Meaning: TypeAlias = frozenset[tuple[BindingKind, str]] | None


class Code(NamedTuple):
    """A status that is named; ``line``: by a text such as "404 Not Found"."""

    number: int | None
    line: bool


class Imported(NamedTuple):
    """A name that an import binds; ``name`` is empty where it is that of a whole module."""

    module: str
    name: str
    alias: str | None

    @property
    def target(self) -> str:
        """The dotted name of what is imported."""
        return ".".join(filter(None, (self.module, self.name)))

    @property
    def bound(self) -> str:
        """The name that it binds."""
        return self.alias or self.name or self.module.partition(".")[0]


class _Comparison:
    def __init__(self, old: Side, new: Side) -> None:
        self.old = old
        self.new = new
        self.statuses: list[tuple[ast.expr, ast.expr]] = []
        self.lost = False
        self.rebound: set[str] = set()

    def run(self) -> str | None:
        """Walk both trees in step, with a stack of pairs.

        Statements with the same text are put by. They can differ only in what their names mean, and
        so they are not walked unless they mention a name that an import binds that came or went.
        """
        old, new = self.old.file.module, self.new.file.module
        pending: list[Pair] = [(old.tree, new.tree, old.root, new.root)]
        alike: list[Pair] = []
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
                items, others = one, other
                if _are_statements(one) or _are_statements(other):
                    problem = self._other_imports(one, other)
                    if problem:
                        return problem
                    items, others = _without_imports(one), _without_imports(other)
                if len(items) != len(others):
                    return "statements or elements came or went"
                for item, counterpart in zip(items, others, strict=True):
                    put_by = alike if self._same_text(item, counterpart) else pending
                    put_by.append((item, counterpart, before, after))
            elif type(one) is not type(other) or one != other:
                return f"{one!r} became {other!r}"
            if not pending:  # all imports that came or went are known by now
                pending = [pair for pair in alike if self._mentions_rebound(pair[0])]
                alike = []
        return None

    def _same_text(self, one: object, other: object) -> bool:
        """Whether these are statements that have the same place in the same lines of text."""
        return (
            isinstance(one, ast.stmt)
            and isinstance(other, ast.stmt)
            and (one.col_offset, one.end_col_offset) == (other.col_offset, other.end_col_offset)
            and self.old.file.lines.around(one) == self.new.file.lines.around(other)
        )

    def _mentions_rebound(self, one: object) -> bool:
        """Whether the text of a statement has a name that may mean something else now."""
        text = self.old.file.lines.around(one) if isinstance(one, ast.stmt) else ""
        return any(name in text for name in self.rebound)

    def _same_code(self, one: ast.AST, other: ast.AST, before: Scope, after: Scope) -> bool:
        """Whether both write the same status, and at least one of them by its name.

        A number may become a line, where rules know that one is taken; a line stays one.
        """
        old, new = self.old.code(one, before), self.new.code(other, after)
        if new is not None:
            same = (old.number if old is not None else _number(one)) == new.number
            same = same and (old is None or old.line <= new.line)
            same = same and self._still_bound(one, other, before, after, named=old is not None)
        else:
            same = old is not None and Code(_number(other, text=False), line=False) == old
        if same and isinstance(one, ast.expr) and isinstance(other, ast.expr):
            self.statuses.append((one, other))
        return same

    def _still_bound(
        self, one: ast.AST, other: ast.AST, before: Scope, after: Scope, *, named: bool
    ) -> bool:
        """Whether ``other`` begins with a bound name, as far as ``one`` did if it is ``named``."""
        return self.new.is_bound(other, after) or (named and not self.old.is_bound(one, before))

    def _same_name(self, one: ast.AST, other: ast.AST, before: Scope, after: Scope) -> bool:
        """Whether names that are read, if these nodes are some, mean the same."""
        if not isinstance(one, ast.Name) or not isinstance(other, ast.Name) or one.id != other.id:
            return True
        if not isinstance(one.ctx, ast.Load):
            return True
        return self.old.meaning(one.id, before) == self.new.meaning(
            other.id, after
        ) and self._still_bound(one, other, before, after, named=True)

    def _other_imports(self, before: list[object], after: list[object]) -> str | None:
        """How the imports between the statements of two blocks differ, but for constants."""
        if _is_text(before) != _is_text(after):
            return "statements came or went"
        if not any(isinstance(node, _IMPORTS) for node in (*before, *after)):
            return None
        for olds, news in zip(_runs_of_imports(before), _runs_of_imports(after), strict=False):
            old = [one for statement in olds for one in _imported(statement)]
            new = [one for statement in news for one in _imported(statement)]
            gone = [one for one in old if one not in new]
            came = [one for one in new if one not in old]
            self.lost = self.lost or bool(gone)
            self.rebound.update(one.bound for one in (*gone, *came))
            if [one for one in old if one in new] != [one for one in new if one in old]:
                return "imports changed their order"
            for one in (*gone, *came):
                if (one in gone and self._loads(one)) or not self._is_of_constants(one):
                    return f"the import of {one.target} {'went' if one in gone else 'came'}"
            if self._texts(self.old, olds, news) != self._texts(self.new, news, olds):
                return "an import became another text"
        return None

    def _loads(self, one: Imported) -> bool:
        """Whether the import is of a module that is read through its package, as it still is."""
        top, dot, _ = one.module.partition(".")
        return not one.name and bool(dot) and top in self.new.file.reads

    def _is_of_constants(self, one: Imported) -> bool:
        catalogue = self.old.file.catalogue
        target = catalogue.canonical(one.target)
        return catalogue.leads_to_constants(target) or catalogue.constant(target) is not None

    def _texts(
        self, side: Side, statements: list[ImportStatement], others: list[ImportStatement]
    ) -> list[str]:
        """The texts of those statements that import the same as one of the others."""
        same = [_imported(other) for other in others]
        lines = side.file.lines
        return [lines.text(lines.span(one)) for one in statements if _imported(one) in same]

    def other_text(self) -> str | None:
        """What differs in the text, once the trees are known to be the same."""
        old, new = self.old.file, self.new.file
        exchanged = [(old.lines.span(one), new.lines.span(other)) for one, other in self.statuses]
        exchanged = [
            (one, other) for one, other in exchanged if old.lines.text(one) != new.lines.text(other)
        ]
        if same(
            remainder(old, [one for one, _ in exchanged]),
            remainder(new, [other for _, other in exchanged]),
            lost=self.lost,
        ):
            return None
        return "text that is neither a status nor an import changed"


def _at(one: ast.AST, other: ast.AST) -> str:
    line = getattr(one, "lineno", 0)
    if type(one) is type(other):
        return f"line {line}: {ast.unparse(one)} has another meaning"
    return f"line {line}: {type(one).__name__} became {type(other).__name__}"


def _number(node: ast.AST, *, text: bool = True) -> int | None:
    """The code that ``node`` writes, as an integer or, with ``text``, in digits."""
    value = node.value if isinstance(node, ast.Constant) else None
    if type(value) is int:
        return value
    if text and isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return None


def _are_statements(nodes: list[object]) -> bool:
    return bool(nodes) and isinstance(nodes[0], ast.stmt)


def _without_imports(nodes: list[object]) -> list[object]:
    return [node for node in nodes if not isinstance(node, _IMPORTS)]


def _runs_of_imports(nodes: list[object]) -> list[list[ImportStatement]]:
    """The import statements before, between and behind the other nodes."""
    runs: list[list[ImportStatement]] = [[]]
    for node in nodes:
        if isinstance(node, _IMPORTS):
            runs[-1].append(node)
        else:
            runs.append([])
    return runs


def _imported(statement: ImportStatement) -> list[Imported]:
    if isinstance(statement, ast.Import):
        return [Imported(alias.name, "", alias.asname) for alias in statement.names]
    package = "." * statement.level + (statement.module or "")
    return [Imported(package, alias.name, alias.asname) for alias in statement.names]


def _is_written(node: ast.AST) -> bool:
    return isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del))


def _is_text(nodes: list[object]) -> bool:
    """Whether the first of the statements is a text, as a docstring is."""
    return (
        bool(nodes) and isinstance(nodes[0], ast.Expr) and isinstance(nodes[0].value, ast.Constant)
    )


def _missing_name(old: File, new: File) -> str | None:
    """The name that is mentioned in a text, and is not imported any more."""
    gone = old.module.root.bindings.keys() - new.module.root.bindings.keys()
    quoted = sorted(gone & new.quoted) if gone else []
    return f"{quoted[0]}, which is mentioned in a text, went" if quoted else None
