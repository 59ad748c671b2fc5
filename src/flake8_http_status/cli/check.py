"""``check``: report what flake8 with the plugin reports, in any of several formats."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.arguments import add_shared_arguments, run_of
from flake8_http_status.cli.choices import add_choice
from flake8_http_status.cli.exit_codes import CLEAN, UNPROCESSED, VIOLATIONS
from flake8_http_status.cli.formats import FORMATS, FORMATS_OF_REPORTS, TEXT_FORMATS, Page, renderer
from flake8_http_status.cli.tally import Tally
from flake8_http_status.cli.text import columns_of, counted, paint_for
from flake8_http_status.config import ConfigurationError
from flake8_http_status.files import FileError, replace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Sequence
    from typing import TextIO

    from flake8_http_status.cli.known import Known
    from flake8_http_status.cli.running import Result


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``check`` takes."""
    add_shared_arguments(parser)
    output = parser.add_argument_group("output")
    shapes = output.add_mutually_exclusive_group()
    add_choice(
        shapes, "--format", FORMATS, default=FORMATS[0], help="how to report (default: concise)"
    )
    shapes.add_argument(
        "--statistics",
        dest="format",
        action="store_const",
        const="statistics",
        help="the same as --format statistics: how often each rule is violated",
    )
    shapes.add_argument(
        "--verbose",
        "-v",
        dest="format",
        action="store_const",
        const="full",
        help="the same as --format full: the line, the place in it, how sure it is and why",
    )
    output.add_argument("--output-file", metavar="file", help="write the report to this file")
    output.add_argument("--exit-zero", action="store_true", help="exit with 0 for violations, too")
    adoption = parser.add_argument_group("adoption").add_mutually_exclusive_group()
    adoption.add_argument(
        "--write-baseline",
        action="store_true",
        help="remember all violations in the file that --baseline names; where it exists, take out"
        " what is gone and add nothing",
    )
    adoption.add_argument(
        "--add-noqa", action="store_true", help="silence all violations by '# noqa' comments"
    )


def run(arguments: argparse.Namespace) -> int:
    """Report the violations, or remember or silence them."""
    if arguments.write_baseline and arguments.since:
        raise ConfigurationError("--write-baseline: needs all violations, not those --since")
    reports_do = arguments.format in FORMATS_OF_REPORTS and not arguments.add_noqa
    run = run_of(arguments, lambda _: reports_do)
    tally = Tally()
    results = tally.watch(run.results())
    if arguments.write_baseline:
        print(_write_baseline(run.known, results))
    elif arguments.add_noqa:
        print(_add_noqa(results, run.paths, tally))
    else:
        with _output(arguments.output_file) as stream:
            page = Page(run.configuration.settings, paint_for(stream), columns_of(stream))
            stream.writelines(renderer(arguments.format)(results, page))
        if arguments.format in TEXT_FORMATS and not arguments.quiet:
            print(_summary(tally, run.known), file=sys.stderr)
    if tally.problems:
        return UNPROCESSED
    silent = arguments.exit_zero or arguments.write_baseline or arguments.add_noqa
    return VIOLATIONS if tally.violations and not silent else CLEAN


def _output(file: str | None) -> contextlib.AbstractContextManager[TextIO]:
    if file is None:
        return contextlib.nullcontext(sys.stdout)
    try:
        return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise ConfigurationError(f"--output-file: {file}: {error.strerror}") from error


def _summary(tally: Tally, known: Known | None) -> str:
    lines = [tally.summary()]
    if known and known.hidden:
        lines.append(f"{counted(known.hidden, 'known violation')} in {known.file}")
    if known and known.gone():
        gone, it = counted(known.gone(), "violation"), "it" if known.gone() == 1 else "them"
        lines.append(f"{gone} in {known.file} no longer found: --write-baseline takes {it} out")
    return "\n".join(lines)


def _write_baseline(known: Known | None, results: Iterable[Result]) -> str:
    if known is None:
        raise ConfigurationError("--write-baseline: --baseline must name the file")
    for _ in results:
        pass
    return f"{counted(known.write(), 'violation')} remembered in {known.file}"


def _add_noqa(results: Iterable[Result], paths: Sequence[str], tally: Tally) -> str:
    from flake8_http_status.cli.noqa_comments import with_comments

    silenced = files = 0
    for result in results:
        if result.source and result.violations:
            try:
                text = with_comments(result.source.text, result.violations)
                replace(result.source, text, paths)
            except FileError as error:
                tally.refuse(result.path, str(error))
                continue
            files += 1
            silenced += len(result.violations)
    return f"{counted(silenced, 'violation')} silenced in {counted(files, 'file')}"
