"""``list``: the codes, rules, frameworks and vocabularies that are known."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.choices import add_choice
from flake8_http_status.cli.exit_codes import CLEAN
from flake8_http_status.cli.table import add_shape_argument, rendered
from flake8_http_status.cli.text import paint_for
from flake8_http_status.registry import RULES, all_frameworks, all_vocabularies
from flake8_http_status.status_codes import STATUS_CODES

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``list`` takes."""
    add_choice(parser, "things", list(LISTS), help="what to list")
    add_shape_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the list."""
    header, rows = LISTS[arguments.things]()
    sys.stdout.writelines(rendered(arguments.format, header, rows, paint_for(sys.stdout)))
    return CLEAN


def _codes() -> Table:
    header = ("code", "phrase", "state", "reference", "owner")
    return header, [
        (row.number, row.phrase, row.state.value, row.reference, row.owner)
        for row in STATUS_CODES.values()
    ]


def _rules() -> Table:
    header = ("code", "name", "fix", "default", "summary")
    return header, [
        (rule.code, rule.name, rule.fixable, rule.default, rule.summary) for rule in RULES
    ]


def _frameworks() -> Table:
    header = ("framework", "packages", "vocabulary", "verified")
    return header, [
        (one.name, list(one.packages), one.vocabulary, list(one.verified))
        for one in sorted(all_frameworks(), key=lambda framework: framework.name.lower())
    ]


def _vocabularies() -> Table:
    header = ("vocabulary", "container", "kind", "codes", "package", "verified")
    return header, [
        (
            one.key,
            one.container,
            one.kind.value,
            len(one.names),
            one.distribution,
            list(one.verified),
        )
        for one in sorted(all_vocabularies(), key=lambda vocabulary: vocabulary.key)
    ]


Table = tuple[tuple[str, ...], list[tuple[object, ...]]]
LISTS: dict[str, Callable[[], Table]] = {
    "codes": _codes,
    "rules": _rules,
    "frameworks": _frameworks,
    "vocabularies": _vocabularies,
}
