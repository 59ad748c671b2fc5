"""The lines that changed since a revision, as git knows them."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.config import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.violation import Span

HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")


class Changes(NamedTuple):
    """New lines by absolute path, and the paths of files that are new as a whole."""

    lines: dict[str, set[int]]
    files: set[str]

    def touch(self, path: str) -> bool:
        """Whether anything in the file is new."""
        path = os.path.realpath(path)
        return path in self.files or path in self.lines

    def touch_span(self, path: str, span: Span) -> bool:
        """Whether one of the lines of the span is new."""
        path = os.path.realpath(path)
        lines = self.lines.get(path, set())
        return path in self.files or not lines.isdisjoint(range(span.line, span.end_line + 1))


def changes_since(revision: str) -> Changes:
    """What is new since ``revision``, committed or not.

    Raises ``ConfigurationError`` where there is no git, no repository or no such revision.
    """
    root = _git("rev-parse", "--show-toplevel").removesuffix(b"\n")
    try:
        commit = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    except ConfigurationError:
        raise ConfigurationError(f"--since: {revision!r} is no revision that git knows") from None
    diff = _git(
        *("diff", "--src-prefix=a/", "--dst-prefix=b/", "--unified=0", "--no-color"),
        *("--no-ext-diff", "--no-textconv", "--no-renames", os.fsdecode(commit), "--"),
    )
    untracked = _git("ls-files", "-z", "--others", "--exclude-standard", "--full-name", ":/")
    lines: dict[str, set[int]] = {}
    for name, added in _hunks(diff):
        lines.setdefault(_absolute(root, name), set()).update(added)
    return Changes(lines, {_absolute(root, name) for name in untracked.split(b"\0") if name})


def _absolute(root: bytes, name: bytes) -> str:
    return os.path.realpath(os.fsdecode(os.path.join(root, name)))


def _hunks(diff: bytes) -> Iterator[tuple[bytes, range]]:
    """File name and new lines of every hunk of a diff without context."""
    name = b""
    lines = iter(diff.split(b"\n"))
    for line in lines:
        if line.startswith(b"+++ "):
            name = _unquoted(line.removeprefix(b"+++ ").removesuffix(b"\t")).removeprefix(b"b/")
        elif hunk := HUNK.match(line):
            removed, start, added = (int(number) if number else 1 for number in hunk.groups())
            for _ in range(removed + added):
                next(lines)  # so that no line of the file is taken for a header
            yield name, range(start, start + added)


def _unquoted(name: bytes) -> bytes:
    if not name.startswith(b'"'):
        return name
    return name[1:-1].decode("unicode_escape").encode("latin-1")


def _git(*arguments: str) -> bytes:
    try:
        ran = subprocess.run(  # noqa: S603 - no shell, and a revision cannot be an option
            ["git", *arguments],  # noqa: S607 - the user's git, wherever it is
            capture_output=True,
            check=True,
        )
    except OSError as error:
        raise ConfigurationError(f"--since: git cannot be run: {error.strerror}") from error
    except subprocess.CalledProcessError as error:
        lines = os.fsdecode(error.stderr).strip().splitlines() or ["git failed"]
        raise ConfigurationError(f"--since: {lines[0]}") from error
    return ran.stdout
