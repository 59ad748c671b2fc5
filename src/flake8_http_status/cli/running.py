"""From paths to what is to be shown: every file is read and checked, none stops the others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.cli.parallel import FEW, in_order
from flake8_http_status.cli.progress import shown
from flake8_http_status.escaping import printable
from flake8_http_status.files import STANDARD_INPUT, discover, matches

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flake8_http_status.cli.cache import Cache
    from flake8_http_status.cli.known import Known
    from flake8_http_status.cli.since import Changes
    from flake8_http_status.config import Configuration
    from flake8_http_status.files import SourceFile
    from flake8_http_status.fixing import FixResult
    from flake8_http_status.violation import Safety, Violation


class Result(NamedTuple):
    """What came of one file: the violations to report, and the ``problem`` that prevented more.

    ``path`` is the name to show; ``source`` is None where nobody wants it: the file could not be
    read, nothing was found in it, or the violations are enough.
    ``digest``: of what was read, where it is to be remembered.
    ``fixed``: what became of it, where something is fixed; ``refusal``: why nothing could be.
    """

    path: str
    source: SourceFile | None = None
    violations: tuple[Violation, ...] = ()
    problem: str = ""
    standard_input: bool = False
    digest: str = ""
    fixed: FixResult | None = None
    refusal: str = ""

    def text(self) -> str:
        """The source text, empty where there is none."""
        return self.source.text if self.source else ""

    def lines(self) -> list[str]:
        """The lines of the source text with their ends."""
        from flake8_http_status.analysis.positions import split_lines

        return split_lines(self.text())


class Run(NamedTuple):
    """One pass over files: what flake8 would show.

    ``changes``: only on these lines; ``known``: without what is remembered.
    ``stdin_name``: the name of what is read from standard input; ``processes``: how many work;
    ``cache_key``: how `cli.cache` tells that a file is as it was when an earlier run looked at it,
    where files are many; empty: look at all of them;
    ``use_prefilter``: parse no file whose text shows that there is nothing to find;
    ``reports_do``: violations are enough, without edits, reasons and source, so they can be
    remembered ones; ``fixes``: which fixes are applied.
    """

    configuration: Configuration
    paths: Sequence[str]
    stdin_name: str | None
    processes: int
    cache_key: str
    use_prefilter: bool
    changes: Changes | None
    known: Known | None
    reports_do: Callable[[Sequence[Violation]], bool]
    fixes: frozenset[Safety]

    def results(self) -> Iterator[Result]:
        """One result for every file, in the order of their names."""
        pending = list(self._pending())
        cached = self.cache_key and len(pending) >= FEW
        examined = self._with_cache(pending) if cached else self._examined(pending)
        results = shown(examined, len(pending), sys.stderr)
        if self.changes is not None:
            results = map(self._changed, results)
        return self.known.unknown(results) if self.known else results

    def _with_cache(self, pending: Sequence[Result]) -> Iterator[Result]:
        from flake8_http_status.cli.cache import Cache

        cache = Cache(self.configuration, self.cache_key, use_prefilter=self.use_prefilter)
        recalled = [self._recalled(item, cache) for item in pending]
        unknown = [item for item, known in zip(pending, recalled, strict=True) if not known]
        examined = self._examined(unknown, digests=True)
        for known in recalled:
            result = known or next(examined)
            if result.digest:
                cache.remember(result.path, result.digest, result.violations)
            yield result
        cache.save()

    def _recalled(self, item: Result, cache: Cache) -> Result | None:
        if item.problem or item.standard_input:
            return None
        violations = cache.recall(item.path)
        if violations is None:
            return None
        if violations and self.needs_source(violations):
            return None
        return item._replace(violations=violations) if violations else item

    def _examined(self, pending: Sequence[Result], *, digests: bool = False) -> Iterator[Result]:
        if not pending:
            return iter(())
        from flake8_http_status.cli.examining import examiner

        return in_order(examiner(self, digests=digests), pending, self.processes)

    def needs_source(self, violations: Sequence[Violation]) -> bool:
        """Whether somebody wants the source in which these were found, and their edits."""
        return self.known is not None or not self.reports_do(violations)

    def to_fix(self, result: Result) -> list[Violation]:
        """The violations that are to be fixed."""
        result = self._changed(result)
        found = self.known.new(result) if self.known else result.violations
        return [one for one in found if one.fix and one.fix.safety in self.fixes]

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


def complain(path: str, problem: str) -> None:
    """Tell in one line on standard error what is wrong with a file."""
    named = path or "''"
    print(printable(f"{named}: {problem}"), file=sys.stderr)
