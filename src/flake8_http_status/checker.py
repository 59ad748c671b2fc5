"""The engine's entry: source in, violations out."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.finding import find_sites, in_order
from flake8_http_status.registry import (
    CALL_CHECKS,
    NODE_CHECKS,
    REFERENCE_CHECKS,
    SITE_CHECKS,
    catalogue,
    prefilter_for,
    rule_of,
)
from flake8_http_status.rules._rule import Context
from flake8_http_status.settings import DEFAULT_SETTINGS, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flake8_http_status.registry import Check
    from flake8_http_status.violation import Violation


class Examination(NamedTuple):
    """What came of a source: its violations by position, and by code the rules that failed."""

    violations: list[Violation]
    defects: dict[str, Exception]


def check_source(
    source: str,
    settings: Settings = DEFAULT_SETTINGS,
    *,
    tree: ast.Module | None = None,
    prefilter: bool = True,
) -> list[Violation]:
    """All violations in ``source``, by position; selection and noqa are the hosts' business.

    ``tree``: the parsed ``source``, if it is at hand; it is only read.
    ``prefilter``: look at the text first and do not parse what shows that there is nothing to find;
    without it the same is found, and it takes longer.
    Raises ``SyntaxError``, ``ValueError`` (null bytes), ``RecursionError`` or ``MemoryError`` for
    source that Python cannot parse, where it is parsed, and the error of a rule that fails.
    """
    return _complete(examine(source, settings, tree=tree, prefilter=prefilter))


def violations_in(file: File) -> list[Violation]:
    """All violations in ``file``, by position. Raises the error of a rule that fails."""
    return _complete(examine_file(file))


def _complete(examination: Examination) -> list[Violation]:
    for error in examination.defects.values():
        raise error
    return examination.violations


def examine(
    source: str,
    settings: Settings = DEFAULT_SETTINGS,
    *,
    tree: ast.Module | None = None,
    prefilter: bool = True,
) -> Examination:
    """The same as ``check_source``, but a rule that fails costs no findings except its own."""
    gate = prefilter_for(settings) if prefilter else None
    if gate and not gate.admits(source):
        return Examination([], {})
    file = File(source, ast.parse(source) if tree is None else tree, catalogue(settings))
    examination = examine_file(file)
    file.module.forget()
    return examination


def examine_file(file: File) -> Examination:
    """The violations in ``file``, and the rules that failed."""
    settings = file.settings
    sites = find_sites(file)
    context = Context(file, sites)
    questions: list[tuple[Sequence[Check], Iterable[tuple[Any, ...]]]] = [
        *(
            (SITE_CHECKS.get(site.place.role, ()), [(site,)])
            for site in in_order(sites)
            if site.place.confidence >= settings.confidence
        ),
        (CALL_CHECKS, zip(sites.known_calls)),
        (REFERENCE_CHECKS, zip(file.references)),
        *(((judge,), candidates(kind, context)) for judge, kind, candidates in NODE_CHECKS),
    ]
    found: list[Violation] = []
    defects: dict[str, Exception] = {}
    for judges, subjects in questions:
        for subject in subjects:
            for judge in judges:
                try:
                    found += judge(*subject, context)
                except Exception as error:  # noqa: BLE001 - whatever it is, others have their say
                    defects.setdefault(rule_of(judge).code, error)
    vars(context).clear()  # it holds what holds it
    sure = [violation for violation in found if violation.confidence >= settings.confidence]
    return Examination(
        sorted(sure, key=lambda violation: (violation.span, violation.code)), defects
    )
