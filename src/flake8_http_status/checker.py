"""The engine's one entry: source in, violations out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.finding import find_sites, in_order
from flake8_http_status.registry import (
    CALL_CHECKS,
    NODE_CHECKS,
    REFERENCE_CHECKS,
    SITE_CHECKS,
    catalogue,
)
from flake8_http_status.rules._rule import Context
from flake8_http_status.settings import DEFAULT_SETTINGS, Settings

if TYPE_CHECKING:
    from flake8_http_status.violation import Violation


def check(
    source: str, settings: Settings = DEFAULT_SETTINGS, *, tree: ast.Module | None = None
) -> list[Violation]:
    """All violations in ``source``, by position; selection and noqa are the hosts' business.

    ``tree``: the parsed ``source``, if it is at hand; it is only read.
    Raises ``SyntaxError``, ``ValueError`` (null bytes), ``RecursionError`` or ``MemoryError`` for
    source that Python cannot parse.
    """
    if tree is None:
        tree = ast.parse(source)
    file = File(source, tree, catalogue(settings))
    sites = find_sites(file)
    context = Context(file, sites)
    found: list[Violation] = []
    for site in in_order(sites):
        if site.place.confidence >= settings.confidence:
            for judge in SITE_CHECKS.get(site.place.role, ()):
                found += judge(site, context)
    for call in sites.known_calls:
        for judge in CALL_CHECKS:
            found += judge(call, context)
    for reference in file.references:
        for judge in REFERENCE_CHECKS:
            found += judge(reference, context)
    for kind, judges in NODE_CHECKS.items():
        for node, scope in file.module.nodes[kind]:
            for judge in judges:
                found += judge(node, scope, context)
    sure = [violation for violation in found if violation.confidence >= settings.confidence]
    return sorted(sure, key=lambda violation: (violation.span, violation.code))
