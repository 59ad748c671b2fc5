"""Statuses as a fix writes them where a comparison comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.analysis.values import ValueKind, read_value
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.violation import Edit, Fix, Safety
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterable

    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.values import Value
    from flake8_http_status.rules._rule import Context


def is_status(node: ast.expr, scope: Scope, context: Context) -> bool:
    """Whether ``node`` is a status, in whatever form."""
    value = read_value(node, scope, context.file.resolver)
    return value is not None and value.code in STATUSES


def is_text(value: Value) -> bool:
    """Whether a status is written as text, or is a constant that is text."""
    if value.constant is not None:
        return value.constant.vocabulary.kind is Kind.STATUS_LINE
    return value.kind in {ValueKind.DIGITS, ValueKind.STATUS_LINE}


def comparison_fix(
    edits: tuple[Edit, ...], statuses: Iterable[ast.expr], scope: Scope, context: Context
) -> Fix | None:
    """``edits``, by which something is compared with ``statuses``, and what these become with them.

    They become integers, as constants where they may be, so that no other rule finds anything to
    fix in what this fix has written. None where nothing is edited, and where one is a name for a
    status that is written elsewhere, and would have to be changed there.
    """
    for node in statuses:
        value = read_value(node, scope, context.file.resolver)
        if value is None or value.code not in STATUSES:
            continue
        if not is_text(value) and value.kind is not ValueKind.NUMBER:
            continue
        if value.followed:
            return None
        edits += status_edits(node, value, scope, context)
    return Fix(edits, Safety.UNSAFE) if edits else None


def status_edits(node: ast.expr, value: Value, scope: Scope, context: Context) -> tuple[Edit, ...]:
    """The edit that names a status, or at least makes a number of it."""
    span = context.file.lines.span(node)
    number = value.code or 0
    vocabulary = context.speller.vocabulary
    if vocabulary is not None and vocabulary.kind is not Kind.STATUS_LINE:
        spelling = context.speller.spell(number, node, scope)
        if spelling is not None and number not in context.file.settings.allow:
            return (Edit(span, spelling.text, spelling.import_),)
    return (Edit(span, str(number)),) if is_text(value) else ()
