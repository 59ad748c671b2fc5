"""The count of a run, and the few words that sum it up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flake8_http_status.cli.running import complain
from flake8_http_status.cli.text import counted
from flake8_http_status.violation import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.running import Result


class Tally:
    """Counts results as they pass, and tells the problems at once."""

    def __init__(self) -> None:
        self.files = 0
        self.flagged = 0
        self.problems = 0
        self.violations = 0
        self.fixes: Counter[Safety] = Counter()

    def watch(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results."""
        for result in results:
            if result.problem:
                self.refuse(result.path, result.problem)
            else:
                self.files += 1
            if result.violations:
                self.flagged += 1
                self.violations += len(result.violations)
                self.fixes.update(found.fix.safety for found in result.violations if found.fix)
            yield result

    def refuse(self, path: str, problem: str) -> None:
        """Tell and count a file that cannot be processed."""
        self.problems += 1
        complain(path, problem)

    def summary(self) -> str:
        """One line such as ``312 violations in 41 of 90 files; ...``."""
        if not self.violations:
            return f"no violations in {counted(self.files, 'file')}{self._unprocessed()}"
        safe, unsafe = self.fixes[Safety.SAFE], self.fixes[Safety.UNSAFE]
        words = (
            f"{counted(self.violations, 'violation')} in {self.flagged}"
            f" of {counted(self.files, 'file')}"
        )
        if safe:
            words += f"; 'flake8-http-status fix' repairs {safe}"
        if unsafe:
            words += f"; 'fix --unsafe' repairs {unsafe}{' more' if safe else ''}"
        return words + self._unprocessed()

    def _unprocessed(self) -> str:
        return f"; {counted(self.problems, 'file')} not processed" if self.problems else ""
