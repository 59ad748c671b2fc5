"""``config``: the effective settings, and where each came from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.arguments import add_shared_arguments, configuration_of
from flake8_http_status.cli.exit_codes import CLEAN
from flake8_http_status.cli.table import add_shape_argument, rendered
from flake8_http_status.cli.text import paint_for
from flake8_http_status.config import PARSERS
from flake8_http_status.settings import OPTIONS

if TYPE_CHECKING:
    import argparse

    from flake8_http_status.config import Configuration, Entry

HEADER = ("key", "from", "value")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``config`` takes: what ``check`` takes, so that one can see what it would do."""
    add_shared_arguments(parser)
    add_shape_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print a row per key."""
    configuration = configuration_of(arguments)
    rows = [_row(key, configuration) for key in (*PARSERS, *(option.name for option in OPTIONS))]
    sys.stdout.writelines(rendered(arguments.format, HEADER, rows, paint_for(sys.stdout)))
    return CLEAN


def _row(key: str, configuration: Configuration) -> tuple[str, str, str]:
    entry = configuration.entries.get(key)
    if entry is None:
        return key, "default", _default(key, configuration)
    return key, entry.origin, _written(entry)


def _written(entry: Entry) -> str:
    """The value on one line, as a user would write it."""
    match entry.value:
        case dict(table):
            return ", ".join(f"{pattern}:{_joined(codes)}" for pattern, codes in table.items())
        case value:
            return _joined(value)


def _joined(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, list) else " ".join(str(value).split())


def _default(key: str, configuration: Configuration) -> str:
    defaults = {
        "select": "HSC",
        "exclude": ", ".join(configuration.exclude),
        "filename": ", ".join(configuration.filename),
        "respect-gitignore": "yes",
        "disable-noqa": "no",
    }
    return defaults.get(key) or {option.name: option.default for option in OPTIONS}.get(key, "")
