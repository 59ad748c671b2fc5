"""What earlier runs found: a later run need not look again at files that are as they were.

There is one file for all circumstances that decide what is found, which are the settings, this
package, Python and the current folder. Each of its lines holds a path, the key that tells whether
the file is as it was, and its violations. A digest stands above them, for a cache that is damaged
is none. Of violations it holds what reports show, and of fixes only that there are some: nothing
is written into a file that did not come from looking at it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

import flake8_http_status
from flake8_http_status.config import project_folder
from flake8_http_status.files import FileError, contents, discover, put
from flake8_http_status.violation import Fix, Safety, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flake8_http_status.config import Configuration

FOLDER = ".flake8_http_status_cache"
MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n",
}
CONTENT, STATUS = KEYS = ("content", "status")
MOST_FILES = 100_000
MOST_CIRCUMSTANCES = 8
# How a fix is written, which is all of it that is.
FIXES: dict[str, Fix | None] = {"none": None}
FIXES |= {safety.value: Fix((), safety) for safety in Safety}


def digest(data: bytes) -> str:
    """What tells whether bytes are the same."""
    import hashlib

    return hashlib.sha256(data).hexdigest()[:32]


class Cache:
    """What earlier runs with the same configuration found in files.

    ``key``: a file is as it was when it has the same ``content``, or the same ``status``, which is
    times and size, and misses a change that keeps them. The same tells whether this package is.
    """

    def __init__(self, configuration: Configuration, key: str, *, use_prefilter: bool) -> None:
        own = _own_modules(_status if key == STATUS else _content)
        asked = _circumstances(configuration, key, repr(use_prefilter), *own)
        self._folder = os.path.join(project_folder(), FOLDER)
        self._file = os.path.join(self._folder, digest(asked))
        self._known = self._stored()
        self._used: dict[str, str] = {}
        self._new: dict[str, str] = {}
        self._statuses: dict[str, str] | None = {} if key == STATUS else None

    def recall(self, path: str) -> tuple[Violation, ...] | None:
        """What was found in the file if it is as it was; without edits and reasons."""
        line = self._known.get(path)
        try:
            if self._statuses is not None:
                self._statuses[path] = _status(path)
            if line is None:
                return None
            known, *reports = line.split("\t")
            if known != (self._statuses[path] if self._statuses else _content(path)):
                return None
            violations = tuple(map(_read, reports))
        except (OSError, FileError, ValueError, KeyError):
            return None
        self._used[path] = line
        return violations

    def remember(self, path: str, content: str, violations: Sequence[Violation]) -> None:
        """Note what was found in the file when `digest` of it was ``content``."""
        key = content if self._statuses is None else self._statuses.get(path, "")
        reports = list(map(_written, violations))
        if key and all(map(str.isprintable, (path, *reports))):
            self._new[path] = "\t".join([key, *reports])

    def save(self) -> None:
        """Add what is new to what is there now; where that cannot be written, it is not.

        Nothing is written through a link, which may lead out of the project.
        """
        if not self._new or os.path.islink(self._folder):
            return
        lines = {**self._new, **self._used}
        lines |= {path: line for path, line in self._stored().items() if path not in lines}
        kept = list(lines.items())[:MOST_FILES]
        data = "".join([f"{path}\t{line}\n" for path, line in kept]).encode()
        with contextlib.suppress(OSError):
            if not os.path.isdir(self._folder):
                os.makedirs(self._folder)
                for name, text in MARKS.items():
                    put(os.path.join(self._folder, name), text.encode())
            put(self._file, digest(data).encode() + b"\n" + data)
            self._remove_oldest()

    def _remove_oldest(self) -> None:
        """Remove what belongs to circumstances of long ago."""
        files = [os.path.join(self._folder, name) for name in os.listdir(self._folder)]
        caches = [file for file in files if os.path.basename(file) not in MARKS]
        for file in sorted(caches, key=os.path.getmtime)[:-MOST_CIRCUMSTANCES]:
            os.unlink(file)

    def _stored(self) -> dict[str, str]:
        """What the file holds, by path; nothing where there is none or it is not whole."""
        try:
            with open(self._file, "rb") as file:
                expected, _, data = file.read().partition(b"\n")
            if digest(data).encode() != expected:
                return {}
            return dict(line.split("\t", 1) for line in data.decode().splitlines())
        except (OSError, ValueError):
            return {}


def _content(path: str) -> str:
    return digest(contents(path))


def _status(path: str) -> str:
    found = os.stat(path)
    return f"{found.st_mtime_ns} {found.st_ctime_ns} {found.st_size}"


def _written(violation: Violation) -> str:
    fix = violation.fix.safety.value if violation.fix else "none"
    return f"{violation.code} {' '.join(map(str, violation.span))} {fix} {violation.message}"


def _read(report: str) -> Violation:
    """What `_written` wrote; raises ``ValueError`` or ``KeyError`` for what it did not."""
    code, line, column, end_line, end_column, fix, message = report.split(" ", 6)
    span = Span(int(line), int(column), int(end_line), int(end_column))
    return Violation(code, span, message, FIXES[fix])


def _circumstances(configuration: Configuration, *more: str) -> bytes:
    """All but the file itself that decides what is found in it, always in the same order."""
    settings = configuration.settings._replace(baseline=None)
    texts = [
        *more,
        os.getcwd(),
        sys.version,
        flake8_http_status.__version__,
        repr(configuration.selection),
        repr(configuration.disable_noqa),
        *(repr(sorted(one) if isinstance(one, frozenset) else one) for one in settings),
    ]
    return "\0".join(texts).encode("utf-8", "surrogateescape")


def _own_modules(key_of: Callable[[str], str]) -> Iterator[str]:
    """The keys of this package's modules: its version stays while somebody works on it."""
    folders = flake8_http_status.__path__
    for module in sorted(discover(folders, ["__pycache__"], ["*.py"], lambda _: None)):
        with contextlib.suppress(OSError, FileError):  # in an archive, where the version has to do
            yield key_of(module)
