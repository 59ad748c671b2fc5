"""Files: finding them as flake8 does, reading them as Python does, replacing them safely."""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import stat
from codecs import BOM_UTF8
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.gitignore import Gitignore
from flake8_http_status.patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

STANDARD_INPUT = "-"
TEMPORARY = r"\.flake8-http-status-([1-9][0-9]*)-[0-9a-f]{16}\.tmp"
BINARY = getattr(os, "O_BINARY", 0)  # where bytes are not bytes unless one says so


class FileError(Exception):
    """A file that cannot be processed; the message completes the sentence "path: ..."."""


class SourceFile(NamedTuple):
    """A file as it was read: ``text`` keeps its line ends and has no byte-order mark.

    ``encoding`` is that of Python's rules, ``utf-8-sig`` where there is a byte-order mark.
    """

    path: str
    data: bytes
    text: str
    encoding: str


def normalized(pattern: str, folder: str) -> str:
    """The pattern made absolute, from ``folder``, when it names a path and no mere file name."""
    separators = os.sep + (os.altsep or "")
    if pattern == "." or any(separator in pattern for separator in separators):
        pattern = os.path.abspath(os.path.join(folder, pattern))
    return pattern.rstrip(separators)


def matches(path: str, patterns: Iterable[str]) -> bool:
    """Whether the last part of the path, or the absolute path, matches one of the patterns."""
    fits = _any_of(tuple(patterns))
    name = os.path.basename(path)
    return bool((name not in {".", ".."} and fits(name)) or fits(os.path.abspath(path)))


@functools.cache
def _any_of(patterns: tuple[str, ...]) -> Callable[[str], bool]:
    """Tells whether a text matches one of the patterns as a whole: `fnmatch.fnmatch` for many."""
    normcase = os.path.normcase
    fits = any_of(map(normcase, patterns))
    return fits if normcase("A/") == "A/" else lambda text: fits(normcase(text))


def expanded(paths: Iterable[str]) -> list[str]:
    """The paths, with those that a pattern such as ``tests/**/test_*.py`` stands for.

    Not every shell expands patterns, and a configuration of an editor or a hook has no shell.
    What exists under the very name is no pattern; a pattern that nothing matches stays.
    """
    found: list[str] = []
    for path in paths:
        if os.path.lexists(path) or not any(character in path for character in "*?["):
            found.append(path)
        else:
            from glob import glob

            found += sorted(glob(path, recursive=True)) or [path]
    return found


def discover(
    paths: Sequence[str],
    exclude: Sequence[str],
    patterns: Sequence[str],
    on_error: Callable[[OSError], None],
    *,
    respect_gitignore: bool = False,
) -> Iterator[str]:
    """The files at and below the paths, each once.

    ``exclude`` patterns hold for files and folders, also for ``paths`` themselves; ``patterns``
    choose among the files in folders, a file that was named is taken whatever its name, and
    whether git ignores it or not. Folders that cannot be listed are handed to ``on_error``.
    """
    found = (
        file
        for path in paths
        if not matches(path, exclude)
        for file in (
            _below(
                path, exclude, patterns, on_error, Gitignore(path) if respect_gitignore else None
            )
            if os.path.isdir(path)
            else [path]
        )
    )
    return iter(dict.fromkeys(found))


def _below(
    folder: str,
    exclude: Sequence[str],
    patterns: Sequence[str],
    on_error: Callable[[OSError], None],
    gitignore: Gitignore | None,
) -> Iterator[str]:
    excluded, wanted = _any_of(tuple(exclude)), _any_of(tuple(patterns or ["*"]))
    pending = [(folder, os.path.abspath(folder))]
    while pending:
        folder, absolute = pending.pop()
        try:
            with os.scandir(folder) as listed:
                entries = list(listed)
        except OSError as error:
            on_error(error)
            continue
        ignores = gitignore.below(absolute, {one.name for one in entries}) if gitignore else None
        here = os.path.join(absolute, "")
        folders: list[tuple[str, str]] = []
        for entry in entries:
            name, path, is_folder = entry.name, entry.path, _is_folder(entry)
            if (
                (is_folder or wanted(path))
                and not (excluded(name) or excluded(here + name))
                and not (ignores and ignores(f"{name}/" if is_folder else name))
            ):
                if not is_folder:
                    yield path
                elif not entry.is_symlink():
                    folders.append((path, here + name))
        pending += reversed(folders)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads nowhere
        return False


def read(path: str) -> SourceFile:
    """Read a regular file; raises ``FileError`` for any other and for what cannot be decoded."""
    return decoded(path, contents(path))


def contents(path: str) -> bytes:
    """The bytes of a regular file; raises ``FileError`` for any other."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            raise FileError("is no regular file")
        # A file object would ask the system more often, which costs as much as what is read.
        descriptor = os.open(path, os.O_RDONLY | BINARY)
        try:
            size = status.st_size + 1
            return b"".join(iter(functools.partial(os.read, descriptor, size), b""))
        finally:
            os.close(descriptor)
    except OSError as error:
        raise FileError(f"cannot be read: {error.strerror}") from error


def decoded(path: str, data: bytes) -> SourceFile:
    """Decode bytes by their byte-order mark or encoding comment; UTF-8 where there is none."""
    try:
        encoding = _encoding(data)
        return SourceFile(path, data, data.decode(encoding), encoding)
    except (SyntaxError, UnicodeError, LookupError) as error:
        raise FileError(f"cannot be decoded: {error}") from error


def _encoding(data: bytes) -> str:
    if not data.startswith(BOM_UTF8) and b"coding" not in b"".join(data.split(b"\n", 2)[:2]):
        return "utf-8"
    import tokenize

    return tokenize.detect_encoding(io.BytesIO(data).readline)[0]


def encoded(source: SourceFile, text: str) -> bytes:
    """The bytes of ``text`` in the encoding of the file.

    Raises ``FileError`` when the encoding has no such characters or does not give back the bytes
    that were read, so that text which was not touched would change.
    """
    try:
        if source.text.encode(source.encoding) == source.data:
            return text.encode(source.encoding)
    except UnicodeError as error:
        raise FileError(f"cannot be encoded: {error}") from error
    raise FileError(f"is not written back exactly by the encoding {source.encoding}")


def replace(source: SourceFile, text: str, roots: Sequence[str]) -> None:
    """Write ``text`` to the file in one step: whoever looks finds the old text or the new one.

    Mode, owner, encoding and a symbolic link's way are kept. Raises ``FileError``, with the file
    left as it is, when that cannot be done, when the file is write-protected, has changed since it
    was read, or lies (behind a link) outside of ``roots``, the paths that the user gave.
    """
    data = encoded(source, text)
    try:
        path = os.path.realpath(source.path, strict=True)
        if not any(_is_within(path, root) for root in roots):
            raise FileError("is a link to a file outside of the given paths")
        status = os.stat(path)
        if not os.access(path, os.W_OK):
            raise FileError("is write-protected")
        _put(path, data, status, source.data)
    except OSError as error:
        raise FileError(f"cannot be written: {error.strerror}") from error


def put(path: str, data: bytes) -> None:
    """Write a file in one step; mode and owner of the one whose place it takes are kept.

    Raises ``OSError`` where that cannot be done; then all is as it was.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        status = None
    _put(path, data, status)


def _put(
    path: str, data: bytes, status: os.stat_result | None, before: bytes | None = None
) -> None:
    """``status``: of the file that is there; ``before``: what must be in it."""
    folder = os.path.dirname(path)
    _remove_left_over(folder)
    temporary = os.path.join(folder, f".flake8-http-status-{os.getpid()}-{os.urandom(8).hex()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:  # an interruption may come as soon as the file is there
        descriptor = os.open(temporary, flags, 0o600 if status else 0o666)
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if status:
                _keep_owner_and_mode(descriptor, status)
        if before is not None:
            _require(path, before)
        os.replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise


def _is_within(path: str, root: str) -> bool:
    if os.path.isdir(root):
        return path.startswith(os.path.join(os.path.realpath(root), ""))
    folder, name = os.path.split(root)
    return path == os.path.join(os.path.realpath(folder), name)


@functools.cache
def _remove_left_over(folder: str) -> None:
    """Remove the temporary files of processes that were killed while they wrote one.

    Once in a run, for a folder may have as many files to write as files to list.
    """
    for name in os.listdir(folder):
        match = re.fullmatch(TEMPORARY, name, re.ASCII)
        if match and not _is_running(int(match[1])):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(folder, name))


def _is_running(process: int) -> bool:
    if os.name == "nt":
        return False  # where a file that is open cannot be removed, and signal 0 is Control-C
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return process != os.getpid()  # which is not writing, so the file is that of a namesake


def _require(path: str, data: bytes) -> None:
    if contents(path) != data:
        raise FileError("has changed since it was read")


def _keep_owner_and_mode(descriptor: int, status: os.stat_result) -> None:
    if not hasattr(os, "fchown"):
        return
    created = os.fstat(descriptor)
    if (created.st_uid, created.st_gid) != (status.st_uid, status.st_gid):
        os.fchown(descriptor, status.st_uid, status.st_gid)
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
