"""What the rules about names share: where a name is guarded, and how it becomes another one."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.naming import right_name
from flake8_http_status.status_codes import STATUS_CODES
from flake8_http_status.violation import Edit, Fix, Span, Violation
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.references import Reference
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.vocabularies._vocabulary import Name, Version

# What a missing name raises, and at an import also what catches everything.
_MISSING = frozenset({"AttributeError", "ImportError", "KeyError", "ModuleNotFoundError"})
_ANYTHING = frozenset({"BaseException", "Exception", ""})
# Names, or ends of names, in a condition that asks which version there is.
_ASKING = (
    *("TYPE_CHECKING", "VERSION", "Version", "__version__"),
    *("getattr", "hasattr", "hexversion", "version_info"),
)


class Replacement(NamedTuple):
    """What to write instead of a reference, as a message shows it, and the edits that do."""

    text: str
    fix: Fix | None


def is_guarded(reference: Reference, file: File) -> bool:
    """Whether the code around asks which version there is, or catches that the name is missing."""
    child: ast.AST = reference.node
    while (parent := file.parent(child)) is not None:
        if _guards(parent, child, reference, file):
            return True
        child = parent
    return False


def _guards(parent: ast.AST, child: ast.AST, reference: Reference, file: File) -> bool:
    if isinstance(parent, (ast.If, ast.IfExp)):
        return child is not parent.test and _asks(parent.test)
    if isinstance(parent, ast.BoolOp):
        return any(_asks(value) for value in parent.values if value is not child)
    if isinstance(parent, ast.ExceptHandler):
        tried = file.parent(parent)
        return not _MISSING.isdisjoint(_caught([parent])) and any(
            other.code == reference.code and _stands_in(other, tried.body, file)
            for other in file.references
            if isinstance(tried, (ast.Try, ast.TryStar))
        )
    if isinstance(parent, (ast.Try, ast.TryStar)) and child in parent.body:
        caught = _caught(parent.handlers)
        if isinstance(child, ast.ImportFrom):
            return not caught.isdisjoint(_MISSING | _ANYTHING)
        return isinstance(child, (ast.AnnAssign, ast.Assign)) and not caught.isdisjoint(_MISSING)
    return False


def _asks(condition: ast.expr) -> bool:
    return any(_name(node).endswith(_ASKING) for node in ast.walk(condition))


def _stands_in(reference: Reference, body: list[ast.stmt], file: File) -> bool:
    """Whether ``reference`` is a part of a statement of ``body`` itself."""
    child: ast.AST | None = reference.node
    while child is not None and not isinstance(child, ast.stmt):
        child = file.parent(child)
    return any(child is statement for statement in body)


def _name(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _caught(handlers: Iterable[ast.ExceptHandler]) -> set[str]:
    """The names of the exceptions that handlers catch; a bare ``except`` is an empty name."""
    names: set[str] = set()
    for handler in handlers:
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        names.update(_name(kind) if kind is not None else "" for kind in kinds)
    return names


def stands_for(reference: Reference) -> Name | None:
    """What the vocabulary says of the name that is read here.

    None where no name is written, or where the import statement of the name, which is a reference
    of its own, is the place that reads it.
    """
    node = reference.node
    if isinstance(node, ast.Name) and reference.scope.lookup(node.id) is not None:
        return None
    return reference.constant.entry


def is_starred(reference: Reference) -> bool:
    """Whether a star import has to bind the name."""
    return isinstance(reference.node, ast.Name)


def right_spelling(reference: Reference, context: Context) -> Replacement | None:
    """What is right on every target: a name of the same vocabulary, else what a literal becomes."""
    name = right_name(reference.code, reference.constant.vocabulary, context.file.settings)
    if name is None:
        return context.moves.stand_in(reference)
    return Replacement(name, _rename(reference, name, context))


def report(
    reference: Reference,
    code: str,
    problem: str,
    limit: Version | None,
    right: Replacement | None,
    context: Context,
) -> Violation:
    """A violation at ``reference``: it has the ``problem`` before or since version ``limit``."""
    vocabulary, name = reference.constant.vocabulary, reference.constant.name
    if isinstance(reference.node, (ast.Attribute, ast.Subscript)):
        name = f"{vocabulary.container.rpartition('.')[2]}.{name}"
    distribution = "Python" if vocabulary.distribution == "python" else vocabulary.distribution
    version = ".".join(map(str, limit or ()))
    if right is not None:
        advice = f"use {right.text}"
    else:
        advice = f"no name does on every target, write {_literal(reference)}"
    return Violation(
        code=code,
        span=context.file.lines.span(reference.node),
        message=f"{name} {problem} {distribution} {version}: {advice}",
        fix=None if right is None else right.fix,
    )


def _literal(reference: Reference) -> str:
    """What the constant is, written out."""
    if reference.constant.vocabulary.kind is Kind.STATUS_LINE:
        return repr(f"{reference.code} {STATUS_CODES[reference.code].phrase}")
    return str(reference.code)


def _rename(reference: Reference, name: str, context: Context) -> Fix | None:
    """The edits that make ``reference`` name the constant ``name`` of the same vocabulary."""
    node, file = reference.node, context.file
    if reference.constant.vocabulary.both_cases:
        name = name.upper() if reference.constant.name.isupper() else name.lower()
    if isinstance(node, ast.Attribute):
        return _replaced(file.lines.span(node), node.attr, name, file)
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        span = file.lines.span(node.slice)
        text = file.lines.text(span)
        quoted = text[0] + str(node.slice.value) + text[0]
        return Fix((Edit(span, text[0] + name + text[0]),)) if text == quoted else None
    if isinstance(node, ast.Name):
        free = reference.scope.lookup(name) is None
        return Fix((Edit(file.lines.span(node), name),)) if free else None
    return _rename_import(reference, node, name, file) if isinstance(node, ast.alias) else None


def _replaced(span: Span, old: str, new: str, file: File) -> Fix | None:
    """``new`` in place of ``old`` at the end of ``span``."""
    end = span._replace(line=span.end_line, column=span.end_column - len(old))
    return Fix((Edit(end, new),)) if file.lines.text(end) == old else None


def _rename_import(reference: Reference, alias: ast.alias, name: str, file: File) -> Fix | None:
    """The import binds the new name, and what reads the old one reads that.

    Where nobody reads the old name here, others may import it from this module: it stays.
    """
    whole = file.lines.span(alias)
    span = whole._replace(end_line=whole.line, end_column=whole.column + len(alias.name))
    if alias.asname is not None:
        return Fix((Edit(span, name),))
    if len(reference.scope.bindings[alias.name]) > 1:
        return None
    uses = [
        (node, scope)
        for node, scope in file.reads.get(alias.name, ())
        if scope.lookup(alias.name) is reference.scope
    ]
    if not uses or alias.name in file.quoted:
        return Fix((Edit(span, f"{name} as {alias.name}"),))
    if any(scope.lookup(name) is not None for _, scope in uses):
        return None
    return Fix((Edit(span, name), *(Edit(file.lines.span(node), name) for node, _ in uses)))
