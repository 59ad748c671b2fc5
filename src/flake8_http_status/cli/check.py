"""``check``: report what flake8 with the plugin reports, in any of several formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.cli.arguments import add_shared_arguments, configuration_of, paths_of
from flake8_http_status.cli.exit_codes import CLEAN, UNPROCESSED, VIOLATIONS
from flake8_http_status.cli.running import complain, results
from flake8_http_status.cli.text import printable

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``check`` takes."""
    add_shared_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one line per violation."""
    code = CLEAN
    configuration = configuration_of(arguments)
    for result in results(paths_of(arguments), arguments.stdin_filename, configuration):
        if result.problem:
            complain(result.path, result.problem)
            code = UNPROCESSED
        for violation in result.violations:
            line, column, *_ = violation.span
            print(
                printable(
                    f"{result.path}:{line}:{column + 1}: {violation.code} {violation.message}"
                )
            )
            code = code or VIOLATIONS
    return code
