"""From paths to what is to be shown: every file is read and checked, none stops the others."""

from __future__ import annotations

import ast
import functools
import gc
import sys
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.positions import split_lines
from flake8_http_status.checker import examine
from flake8_http_status.cli.parallel import FEW, in_order
from flake8_http_status.cli.progress import shown
from flake8_http_status.defects import apology
from flake8_http_status.escaping import printable
from flake8_http_status.files import (
    STANDARD_INPUT,
    FileError,
    SourceFile,
    decoded,
    discover,
    matches,
    read,
)
from flake8_http_status.registry import catalogue, prefilter_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flake8_http_status.analysis.prefilter import Prefilter
    from flake8_http_status.cli.known import Known
    from flake8_http_status.cli.since import Changes
    from flake8_http_status.config import Configuration
    from flake8_http_status.violation import Violation

MANY = 10_000  # a syntax tree has thousands of nodes, none of which is garbage before all are


class Result(NamedTuple):
    """What came of one file: the violations to report, and the ``problem`` that prevented more.

    ``path`` is the name to show; ``source`` is None where the file could not be read.
    """

    path: str
    source: SourceFile | None = None
    violations: tuple[Violation, ...] = ()
    problem: str = ""
    standard_input: bool = False

    def text(self) -> str:
        """The source text, empty where the file could not be read."""
        return self.source.text if self.source else ""

    def lines(self) -> list[str]:
        """The lines of the source text with their ends."""
        return split_lines(self.text())


class Run(NamedTuple):
    """One pass over files: what flake8 would show.

    ``changes``: only on these lines; ``known``: without what is remembered.
    ``stdin_name``: the name of what is read from standard input; ``processes``: how many work;
    ``use_cache``: pass over files in which an earlier run found nothing, where files are many;
    ``use_prefilter``: parse no file whose text shows that there is nothing to find.
    """

    configuration: Configuration
    paths: Sequence[str]
    stdin_name: str | None
    processes: int
    use_cache: bool
    use_prefilter: bool
    changes: Changes | None
    known: Known | None

    def results(self) -> Iterator[Result]:
        """One result for every file, in the order of their names."""
        pending = list(self._pending())
        cached = self.use_cache and len(pending) >= FEW
        examined = self._with_cache(pending) if cached else self._examined(pending)
        changed = map(self._changed, shown(examined, len(pending), sys.stderr))
        return self.known.unknown(changed) if self.known else changed

    def _with_cache(self, pending: Sequence[Result]) -> Iterator[Result]:
        from flake8_http_status.cli.cache import Cache

        cache = Cache(self.configuration)
        files = [item for item in pending if not item.problem and not item.standard_input]
        clean = {item for item in files if cache.knows(item.path)}
        examined = self._examined([item for item in pending if item not in clean])
        for item in pending:
            if item in clean:
                yield item
                continue
            result = next(examined)
            if result.source and not (result.violations or result.problem or result.standard_input):
                cache.remember(result.path, result.source.data)
            yield result
        cache.save()

    def _examined(self, pending: Sequence[Result]) -> Iterator[Result]:
        if not pending:
            return iter(())
        settings = self.configuration.settings
        catalogue(settings)  # loaded once, before processes are forked
        prefilter = prefilter_for(settings) if self.use_prefilter else None
        gc.freeze()  # it stays, so the collector need not look through it again and again
        gc.set_threshold(MANY)
        examine = functools.partial(
            _examined, configuration=self.configuration, prefilter=prefilter
        )
        return in_order(examine, pending, self.processes)

    def _pending(self) -> Iterator[Result]:
        unlisted: list[OSError] = []
        exclude, patterns = self.configuration.exclude, self.configuration.filename
        named = [path for path in self.paths if path != STANDARD_INPUT]
        files = sorted(
            discover(
                named,
                exclude,
                patterns,
                unlisted.append,
                respect_gitignore=self.configuration.respect_gitignore,
            )
        )
        for error in unlisted:
            yield Result(str(error.filename), problem=f"cannot be listed: {error.strerror}")
        left_out = self.stdin_name and matches(self.stdin_name, exclude)
        if STANDARD_INPUT in self.paths and not left_out:
            yield Result(self.stdin_name or "stdin", standard_input=True)
        for file in files:
            if self.changes is None or self.changes.touch(file):
                yield Result(file)

    def _changed(self, result: Result) -> Result:
        if self.changes is None or result.standard_input:
            return result
        path = result.path
        return result._replace(
            violations=tuple(
                found for found in result.violations if self.changes.touch_span(path, found.span)
            )
        )


def _examined(result: Result, configuration: Configuration, prefilter: Prefilter | None) -> Result:
    if result.problem:
        return result
    source = None
    try:
        if result.standard_input:
            source = decoded(result.path, sys.stdin.buffer.read())
        else:
            source = read(result.path)
        if prefilter and not prefilter.admits(source.text):
            return result._replace(source=source)
        tree = ast.parse(source.text)
    except FileError as error:
        return result._replace(problem=str(error))
    except SyntaxError as error:
        return result._replace(problem=f"cannot be parsed: line {error.lineno}: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        return result._replace(problem=f"cannot be parsed: {str(error) or type(error).__name__}")
    try:
        violations, defects = examine(
            source.text, configuration.settings, tree=tree, prefilter=False
        )
        reports = configuration.reports(source.path, source.text)
        reported = tuple(filter(reports, violations))
    except Exception as error:  # noqa: BLE001 - a defect in one file must not hide other findings
        return result._replace(problem=apology({"the engine": error}))
    problem = apology(defects) if defects else ""
    return result._replace(source=source, violations=reported, problem=problem)


def complain(path: str, problem: str) -> None:
    """Tell in one line on standard error what is wrong with a file."""
    named = path or "''"
    print(printable(f"{named}: {problem}"), file=sys.stderr)
