"""The baseline: violations that a project has and does not want to hear of until they are touched.

A violation is remembered by its file, its code and the text of its line, not by the line's number:
moving it does not bring it back, changing its line does. The file is JSON made to be reviewed and
merged: ``{"version": 1, "files": {"shop.py": {"HSC101 abort(404)": 2}}}``.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from flake8_http_status.config import ConfigurationError
from flake8_http_status.files import put
from flake8_http_status.paths import relative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flake8_http_status.violation import Violation

VERSION = 1
LONGEST = 120


def contents(violations: Iterable[Violation], lines: Sequence[str]) -> list[str]:
    """What each violation is remembered by: its code and its line without what surrounds it."""
    return [
        f"{violation.code} {' '.join(lines[violation.span.line - 1].split())[:LONGEST]}"
        for violation in violations
    ]


class Baseline:
    """Violations of some files; paths start at the folder of ``file``, where a way leads there."""

    def __init__(self, file: str, files: dict[str, Counter[str]] | None = None) -> None:
        self.file = file
        self._folder = os.path.dirname(os.path.abspath(file))
        self._files = {} if files is None else files

    @classmethod
    def read(cls, file: str) -> Baseline:
        """Read a baseline file; raises ``ConfigurationError``."""
        import json

        try:
            with open(file, encoding="utf-8") as opened:
                document = json.load(opened)
            if document["version"] != VERSION:
                raise ConfigurationError(f"{file}: is a baseline of another version of this tool")
            files = {
                str(path): Counter({str(content): int(count) for content, count in found.items()})
                for path, found in document["files"].items()
            }
        except OSError as error:
            raise ConfigurationError(
                f"{file}: the baseline cannot be read: {error.strerror}; --write-baseline makes one"
            ) from error
        except (LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ConfigurationError(f"{file}: is no baseline") from error
        except ValueError as error:
            raise ConfigurationError(f"{file}: is no baseline: {error}") from error
        return cls(file, files)

    def write(self) -> None:
        """Write the file, one line per content, in an order that makes for small differences."""
        import json

        files = {path: dict(sorted(found.items())) for path, found in sorted(self._files.items())}
        document = {
            "version": VERSION,
            "files": {path: files[path] for path in files if files[path]},
        }
        text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
        put(os.path.realpath(self.file), text.encode("utf-8", "backslashreplace"))

    def add(self, path: str, violations: Iterable[Violation], lines: Sequence[str]) -> None:
        """Remember the violations of one more file."""
        self._files[self._key(path)] = Counter(contents(violations, lines))

    def new(
        self, path: str, violations: Sequence[Violation], lines: Sequence[str]
    ) -> list[Violation]:
        """The violations that are not remembered; of equal ones the first are."""
        known = Counter(self._files.get(self._key(path)))
        fresh = []
        for violation, content in zip(violations, contents(violations, lines), strict=True):
            known[content] -= 1
            if known[content] < 0:
                fresh.append(violation)
        return fresh

    def shrunk(self, current: Baseline) -> Baseline:
        """What is remembered here and still there; nothing is added.

        ``current`` holds the files that were looked at; others are kept as long as they exist.
        """
        files = {
            path: found & current._files[path] if path in current._files else found
            for path, found in self._files.items()
            if path in current._files or os.path.exists(os.path.join(self._folder, path))
        }
        return Baseline(self.file, files)

    def __len__(self) -> int:
        """How many violations are remembered."""
        return sum(found.total() for found in self._files.values())

    def _key(self, path: str) -> str:
        return relative(path, self._folder)
