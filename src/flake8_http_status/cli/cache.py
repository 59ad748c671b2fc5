"""Files in which nothing was found: a later run need not look at them again.

The cache is one file of digests, each of a path, its bytes, and all that decides what is found in
them: the settings, this package and Python. It holds no results, so what is wrong with it can cost
time and nothing else; files with violations are looked at every time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from typing import TYPE_CHECKING

import flake8_http_status
from flake8_http_status.config import project_folder
from flake8_http_status.files import FileError, contents, put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.config import Configuration

FOLDER = ".flake8_http_status_cache"
FILE = "clean"
MARKS = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n",
}
DIGEST_SIZE = 16
MOST = 100_000


class Cache:
    """What earlier runs with the same configuration found clean in the project."""

    def __init__(self, configuration: Configuration) -> None:
        self._folder = os.path.join(project_folder(), FOLDER)
        self._base = hashlib.blake2b(_circumstances(configuration), digest_size=DIGEST_SIZE)
        self._known = frozenset(self._stored())
        self._used: list[bytes] = []
        self._new: list[bytes] = []

    def knows(self, path: str) -> bool:
        """Whether the file is as it was when nothing was found in it."""
        try:
            digest = self._digest(path, contents(path))
        except FileError:
            return False
        if digest not in self._known:
            return False
        self._used.append(digest)
        return True

    def remember(self, path: str, data: bytes) -> None:
        """Note that nothing was found in a file with these bytes."""
        self._new.append(self._digest(path, data))

    def save(self) -> None:
        """Add what is new to what is there now; where that cannot be written, it is not.

        Nothing is written through a link, which may lead out of the project.
        """
        if not self._new or os.path.islink(self._folder):
            return
        digests = dict.fromkeys([*self._new, *self._used, *self._stored()])
        with contextlib.suppress(OSError):
            if not os.path.isdir(self._folder):
                os.makedirs(self._folder)
                for name, text in MARKS.items():
                    put(os.path.join(self._folder, name), text.encode())
            put(os.path.join(self._folder, FILE), b"".join(list(digests)[:MOST]))

    def _stored(self) -> list[bytes]:
        try:
            with open(os.path.join(self._folder, FILE), "rb") as file:
                data = file.read()
        except OSError:
            return []
        whole = range(0, len(data) - len(data) % DIGEST_SIZE, DIGEST_SIZE)
        return [data[start : start + DIGEST_SIZE] for start in whole]

    def _digest(self, path: str, data: bytes) -> bytes:
        digest = self._base.copy()
        digest.update(os.fsencode(os.path.abspath(path)) + b"\0")
        digest.update(data)
        return digest.digest()


def _circumstances(configuration: Configuration) -> bytes:
    """All but the file itself that decides what is found in it, always in the same order."""
    settings = configuration.settings._replace(baseline=None)
    texts = [
        sys.version,
        repr(configuration.selection),
        repr(configuration.disable_noqa),
        *(repr(sorted(one) if isinstance(one, frozenset) else one) for one in settings),
    ]
    return b"\0".join(["\0".join(texts).encode("utf-8", "surrogateescape"), *_own_sources()])


def _own_sources() -> Iterator[bytes]:
    """The sources of this package: its version does not change while somebody works on it."""
    for package in flake8_http_status.__path__:
        for root, folders, names in os.walk(package):
            folders.sort()
            for name in sorted(names):
                if name.endswith(".py"):
                    with contextlib.suppress(FileError):  # without it, it is another question
                        yield contents(os.path.join(root, name))
