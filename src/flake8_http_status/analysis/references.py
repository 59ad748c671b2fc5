"""The places that name a constant of a vocabulary, wherever in the file they stand."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.catalogue import Constant
from flake8_http_status.analysis.values import integer
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Scope

Naming: TypeAlias = ast.Attribute | ast.Name | ast.Subscript | ast.Call | ast.alias


class Reference(NamedTuple):
    """One place that names a constant.

    ``node``: the attribute, name or subscript, a conversion such as ``HTTPStatus(404)``, or the
    entry of an import statement that binds the constant itself.
    ``code``: the number that it stands for; ``plain``: the expression around it that makes a plain
    integer of it, ``node.value`` or ``int(node)``.
    """

    node: Naming
    scope: Scope
    constant: Constant
    code: int
    plain: ast.expr | None = None


def references(file: File) -> list[Reference]:
    """All references to constants, in the order of the source."""
    if not file.resolver.may_name_constants:
        return []
    found = [
        *_attributes(file),
        *_subscripts(file),
        *_conversions(file),
        *_imports(file),
        *_names(file),
    ]
    plain = _plain_numbers(file) if found else {}
    return sorted(
        (reference._replace(plain=plain.get(id(reference.node))) for reference in found),
        key=lambda reference: (reference.node.lineno, reference.node.col_offset),
    )


def _reference(node: Naming, scope: Scope, dotted: str | None, file: File) -> Iterator[Reference]:
    constant = None if dotted is None else file.catalogue.constant(dotted)
    if constant is not None and constant.code is not None:
        yield Reference(node, scope, constant, constant.code)


def _attributes(file: File) -> Iterator[Reference]:
    names = file.catalogue.constant_names
    for node, scope in file.module.of(ast.Attribute):
        if node.attr in names:
            yield from _reference(node, scope, file.resolver.dotted(node, scope), file)


def _subscripts(file: File) -> Iterator[Reference]:
    names = file.catalogue.constant_names
    for node, scope in file.module.of(ast.Subscript):
        if isinstance(node.slice, ast.Constant) and node.slice.value in names:
            container = file.resolver.dotted(node.value, scope)
            vocabulary = None if container is None else file.catalogue.container(container)
            if vocabulary is not None and vocabulary.subscript:
                yield from _reference(node, scope, f"{container}.{node.slice.value}", file)


def _conversions(file: File) -> Iterator[Reference]:
    """Calls such as ``HTTPStatus(404)``."""
    for node, scope in file.module.of(ast.Call):
        if len(node.args) == 1 and not node.keywords:
            code = integer(node.args[0])
            if code is None:
                continue
            container = file.resolver.dotted(node.func, scope)
            vocabulary = None if container is None else file.catalogue.container(container)
            if (
                vocabulary is not None
                and vocabulary.kind is Kind.ENUM
                and not vocabulary.module
                and code in vocabulary.names
            ):
                yield Reference(node, scope, Constant(vocabulary, "", code), code)


def _imports(file: File) -> Iterator[Reference]:
    """The entries of import statements that bind a constant itself."""
    for node, scope in file.module.of(ast.ImportFrom):
        if node.level == 0:
            for alias in node.names:
                target = file.catalogue.canonical(f"{node.module}.{alias.name}")
                yield from _reference(alias, scope, target, file)


def _names(file: File) -> Iterator[Reference]:
    """Names that an import statement bound to a constant."""
    local = {name for name, target in file.module.imports if _binds_constant(target, file)}
    if "*" in local:
        local |= file.reads.keys() & file.catalogue.constant_names
    for name in local:
        for node, scope in file.reads.get(name, ()):
            yield from _reference(node, scope, file.resolver.dotted(node, scope), file)


def _binds_constant(target: str, file: File) -> bool:
    """Whether an import of ``target`` binds a constant, or by a star several."""
    canonical = file.catalogue.canonical(target)
    constant = file.catalogue.constant(canonical)
    return constant is not None and (constant.code is not None or constant.name == "*")


def _plain_numbers(file: File) -> dict[int, ast.expr]:
    """The id of an expression -> the expression around it that is its plain integer."""
    found: dict[int, ast.expr] = {
        id(node.value): node for node, _ in file.module.of(ast.Attribute) if node.attr == "value"
    }
    found |= {
        id(node.args[0]): node
        for node, scope in file.module.of(ast.Call)
        if isinstance(node.func, ast.Name)
        and node.func.id == "int"
        and len(node.args) == 1
        and scope.lookup("int") is None
    }
    return found
