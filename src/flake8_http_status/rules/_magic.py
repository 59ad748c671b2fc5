"""What the rules about magic numbers share: the literal, its constant and the fix."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.naming import lowest_target
from flake8_http_status.analysis.values import ValueKind
from flake8_http_status.frameworks._framework import Accepts, Role
from flake8_http_status.violation import Edit, Fix, Safety, Violation
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context

# From this Python on, an enum member that is an int becomes text as its number.
_TEXT_IS_NUMBER = (3, 11)


def magic_number(site: StatusSite, code: str, context: Context) -> Iterator[Violation]:
    """Report a literal integer that has a name."""
    value = site.value
    if value is None or value.kind is not ValueKind.NUMBER or value.followed:
        return
    if site.place.text and site.place.role is not Role.ASSIGNMENT:
        return
    number = value.code
    if number is None or number in context.file.settings.allow or not _is_decimal(site, context):
        return
    name = context.speller.name(number)
    if name is None:
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
    """The edit that names ``number`` at ``site``; None where the constant would differ from it."""
    place = site.place
    spelling = context.speller.spell(number, site.node, site.scope, dotted=place.role is Role.CASE)
    vocabulary = context.speller.vocabulary
    if spelling is None or vocabulary is None:
        return None
    if vocabulary.kind is Kind.ENUM and (
        not _enum_fits(place.accepts, context)
        or (place.role is Role.MAPPING_VALUE and context.file.writes_data)
    ):
        return None
    edit = Edit(context.file.lines.span(site.node), spelling.text, spelling.import_)
    return Fix((edit,), Safety.SAFE)


def _enum_fits(accepts: Accepts, context: Context) -> bool:
    """Whether the place takes an enum member as it takes the number, on every target."""
    if Accepts.ENUM not in accepts:
        return False
    if Accepts.AS_TEXT not in accepts:
        return True
    lowest = lowest_target("python", context.file.settings)
    return lowest is not None and lowest >= _TEXT_IS_NUMBER


def _is_decimal(site: StatusSite, context: Context) -> bool:
    """Whether the literal is written in decimal or hexadecimal, not as an octal or binary mode."""
    if not isinstance(site.node, ast.Constant):
        return False
    text = context.file.lines.text(context.file.lines.span(site.node))
    return text[:2].lower() not in ("0o", "0b")
