"""What the rules about magic numbers share: the literal, its constant and the fix."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.values import ValueKind
from flake8_http_status.frameworks._framework import Accepts, Role
from flake8_http_status.rules._members import must_be_plain, states_numbers, takes_constants
from flake8_http_status.violation import Edit, Fix, Violation
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context


def magic_number(site: StatusSite, code: str, context: Context) -> Iterator[Violation]:
    """Report a literal integer that has a name."""
    value = site.value
    if value is None or value.kind is not ValueKind.NUMBER or value.followed:
        return
    if Accepts.INTEGER not in site.place.accepts:
        return
    if site.place.text and site.place.role is not Role.ASSIGNMENT:
        return
    number = value.code
    if number is None or number in context.file.settings.allow or not _is_decimal(site, context):
        return
    name = context.speller.name(number)
    if name is None or not takes_constants(site.place, context):
        return
    if states_numbers(site.node, context):
        return
    fix = constant_fix(site, number, context)
    shown = fix.edits[0].text if fix is not None else name
    yield report(site, code, f"magic number {number}: use {shown}", fix, context)


def report(
    site: StatusSite, code: str, message: str, fix: Fix | None, context: Context
) -> Violation:
    """A violation at ``site``."""
    return Violation(
        code=code,
        span=context.file.lines.span(site.node),
        message=message,
        fix=fix,
        confidence=site.place.confidence,
        reason=site.place.reason,
    )


def constant_fix(site: StatusSite, number: int, context: Context) -> Fix | None:
    """The edit that names ``number`` at ``site``, as a plain number where no member will do."""
    spelling = context.speller.spell(
        number, site.node, site.scope, dotted=site.place.role is Role.CASE
    )
    named = context.speller.named(number)
    if spelling is None or named is None:
        return None
    text = spelling.text
    if named[0].kind is Kind.ENUM and must_be_plain(
        site.node, site.scope, site.place, named[0], context
    ):
        text += ".value"
    return Fix((Edit(context.file.lines.span(site.node), text, spelling.import_),))


def _is_decimal(site: StatusSite, context: Context) -> bool:
    """Whether the literal is written in decimal or hexadecimal, not as an octal or binary mode."""
    if not isinstance(site.node, ast.Constant):
        return False
    text = context.file.lines.text(context.file.lines.span(site.node))
    return text[:2].lower() not in ("0o", "0b")
