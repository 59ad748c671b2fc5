"""``fix``: rewrite files so that what is fixable is no longer reported."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.arguments import add_shared_arguments, configuration_of, paths_of
from flake8_http_status.cli.exit_codes import CLEAN, UNPROCESSED, VIOLATIONS
from flake8_http_status.cli.patch import patch
from flake8_http_status.cli.running import Reporting, complain, defect, results
from flake8_http_status.cli.text import printable
from flake8_http_status.files import FileError, encoded, replace
from flake8_http_status.violation import Safety

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from flake8_http_status.cli.running import Result
    from flake8_http_status.codemod import FixResult
    from flake8_http_status.config import Configuration
    from flake8_http_status.files import SourceFile
    from flake8_http_status.violation import Violation


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``fix`` takes."""
    actions = parser.add_mutually_exclusive_group()
    actions.add_argument(
        "--diff", action="store_true", help="show a patch and write no file; exit 1 if there is one"
    )
    actions.add_argument(
        "--check",
        action="store_true",
        help="name the files that would change and write none; exit 1 if there is one",
    )
    parser.add_argument(
        "--unsafe", action="store_true", help="apply also the fixes that a person should read"
    )
    add_shared_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Fix every file below the paths, or show what that would do."""
    configuration = configuration_of(arguments)
    paths = paths_of(arguments)
    changed = unprocessed = False
    for result in results(paths, arguments.stdin_filename, configuration):
        try:
            changed |= _process(result, arguments, paths, configuration)
        except FileError as error:
            complain(result.path, str(error))
            unprocessed = True
    if unprocessed:
        return UNPROCESSED
    return VIOLATIONS if changed and (arguments.diff or arguments.check) else CLEAN


def _process(
    result: Result, arguments: argparse.Namespace, paths: list[str], configuration: Configuration
) -> bool:
    """Fix one file; whether it changes. Raises ``FileError``."""
    source = result.source
    if result.problem or source is None:
        raise FileError(result.problem)
    fixed = _fixed(source, result.violations, configuration, unsafe=arguments.unsafe)
    text = fixed.source if fixed else source.text
    if arguments.diff:
        for line in patch(result.path, source.data, encoded(source, text)):
            sys.stdout.buffer.write(line)
    elif arguments.check:
        if fixed:
            print(printable(result.path))
    elif result.standard_input:
        sys.stdout.buffer.write(encoded(source, text))
    elif fixed:
        replace(source, text, paths)
        count = len(fixed.applied)
        print(printable(f"{result.path}: {count} {'fix' if count == 1 else 'fixes'}"))
    return fixed is not None


def _fixed(
    source: SourceFile,
    violations: Iterable[Violation],
    configuration: Configuration,
    *,
    unsafe: bool,
) -> FixResult | None:
    """What becomes of the file, None when there is nothing to fix. Raises ``FileError``."""
    if not any(found.fix and (unsafe or found.fix.safety is Safety.SAFE) for found in violations):
        return None
    from flake8_http_status.codemod import fix_source

    try:
        fixed = fix_source(
            source.text,
            configuration.settings,
            unsafe=unsafe,
            select=Reporting(source, configuration),
        )
    except Exception as error:
        raise FileError(defect(error)) from error
    if fixed.refused is not None:
        raise FileError(f"is left as it is: {fixed.refused}")
    return fixed
