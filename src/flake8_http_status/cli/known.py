"""The baseline in a run: what it hides, and what a baseline of now would hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from flake8_http_status.baseline import Baseline
from flake8_http_status.config import ConfigurationError
from flake8_http_status.paths import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.running import Result
    from flake8_http_status.violation import Violation


class Known:
    """Hides what the baseline ``file`` remembers.

    ``may_be_missing``: there need not be a file yet, as it is going to be written.
    Raises ``ConfigurationError`` for a file that is no baseline.
    """

    def __init__(self, file: str, *, may_be_missing: bool = False) -> None:
        self.file = relative(file)
        self.hidden = 0
        self._is_new = may_be_missing and not os.path.exists(file)
        self._current = Baseline(self.file)
        self._remembered = Baseline(self.file) if self._is_new else Baseline.read(self.file)

    def new(self, result: Result) -> list[Violation]:
        """What is found in a file and not remembered."""
        return self._remembered.new(result.path, result.violations, result.lines())

    def unknown(self, results: Iterable[Result]) -> Iterator[Result]:
        """The results without what is remembered."""
        return map(self._unknown, results)

    def _unknown(self, result: Result) -> Result:
        if not result.problem:  # else there may be more
            self._current.add(result.path, result.violations, result.lines())
        new = self.new(result)
        self.hidden += len(result.violations) - len(new)
        return result._replace(violations=tuple(new))

    def gone(self) -> int:
        """How much is remembered that is not there any more, after all results were taken."""
        return len(self._remembered) - len(self._remembered.shrunk(self._current))

    def write(self) -> int:
        """Write all that is there, or of what is remembered what is still there; how much it is."""
        written = self._current if self._is_new else self._remembered.shrunk(self._current)
        try:
            written.write()
        except OSError as error:
            raise ConfigurationError(f"{self.file}: cannot be written: {error.strerror}") from error
        return len(written)
