"""``fix``: rewrite files so that what is fixable is no longer reported."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.arguments import add_shared_arguments, run_of
from flake8_http_status.cli.exit_codes import CLEAN, UNPROCESSED, VIOLATIONS
from flake8_http_status.cli.patch import coloured, patch
from flake8_http_status.cli.tally import Tally
from flake8_http_status.cli.text import counted, paint_for
from flake8_http_status.escaping import printable
from flake8_http_status.files import FileError, encoded, replace
from flake8_http_status.violation import Safety

if TYPE_CHECKING:
    import argparse

    from flake8_http_status.cli.running import Result, Run

AT_ONCE = 200


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
    parser.add_argument(
        "--format-command",
        type=_program,
        metavar="command",
        help="a formatter to run on the files that were written: 'ruff format'",
    )
    add_shared_arguments(parser)


def _program(text: str) -> list[str]:
    """The words of a command whose program exists."""
    import argparse
    import shlex
    import shutil

    words = shlex.split(text)
    if not words or shutil.which(words[0]) is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no command that can be run")
    return words


def run(arguments: argparse.Namespace) -> int:
    """Fix every file below the paths, or show what that would do."""
    fixes = {Safety.SAFE, Safety.UNSAFE} if arguments.unsafe else {Safety.SAFE}
    run = run_of(arguments, lambda found: not any(one.fix for one in found), frozenset(fixes))
    tally = Tally()
    fixed = files = 0
    written: list[str] = []
    unwritten = arguments.diff or arguments.check
    for result in tally.watch(run.results()):
        try:
            count = _process(result, arguments, run)
        except FileError as error:
            tally.refuse(result.path, str(error))
            continue
        fixed += count
        files += bool(count)
        if count and not (unwritten or result.standard_input):
            written.append(result.path)
    if arguments.format_command:
        _format(written, arguments.format_command, tally)
    if not arguments.quiet:
        done = "would be fixed" if unwritten else "fixed"
        words = f"{counted(fixed, 'violation')} {done} in {counted(files, 'file')}"
        print(f"{words}, {tally.violations - fixed} left", file=sys.stderr)
    if tally.problems:
        return UNPROCESSED
    return VIOLATIONS if files and unwritten else CLEAN


def _process(result: Result, arguments: argparse.Namespace, run: Run) -> int:
    """Write what became of one file; how many violations are fixed. Raises ``FileError``."""
    source, fixed = result.source, result.fixed
    if result.refusal:
        raise FileError(result.refusal)
    if source is None or result.problem:
        return 0
    if fixed is None:
        if result.standard_input and not (arguments.diff or arguments.check):
            _pass_on(source.data)
        return 0
    data = encoded(source, fixed.source)
    if arguments.diff:
        _show(patch(result.path, source.data, data), source.encoding)
    elif arguments.check:
        print(printable(result.path))
    elif result.standard_input:
        _pass_on(data)
    else:
        replace(source, fixed.source, run.paths)
        print(printable(f"{result.path}: {counted(len(fixed.applied), 'fix')}"))
    return len(fixed.applied)


def _pass_on(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    sys.stdout.flush()


def _format(paths: list[str], command: list[str], tally: Tally) -> None:
    """Run the formatter on the files, as many at once as any system takes."""
    import subprocess

    sys.stdout.flush()
    for start in range(0, len(paths), AT_ONCE):
        chosen = paths[start : start + AT_ONCE]
        code = subprocess.run([*command, *chosen], check=False).returncode  # noqa: S603 - the user's
        if code:
            tally.refuse(" ".join(command), f"ended with exit code {code}")


def _show(lines: list[bytes], encoding: str) -> None:
    """A patch: for a terminal in colours, else byte for byte."""
    paint = paint_for(sys.stdout)
    for line in lines:
        if paint.coloured:
            print(coloured(line, encoding, paint), end="")
        else:
            sys.stdout.buffer.write(line)
