from __future__ import annotations

import os
import stat
import subprocess
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from unittest import mock

import pytest
from flake8.discover_files import expand_paths
from flake8.utils import normalize_paths
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_http_status import files
from flake8_http_status.files import (
    FileError,
    decoded,
    discover,
    encoded,
    matches,
    normalized,
    read,
    replace,
)

if TYPE_CHECKING:
    from collections.abc import Callable

BOM = b"\xef\xbb\xbf"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture(name="next_run")
def _next_run() -> Callable[[], None]:
    """What a run does once, the next one does again."""
    return files._remove_left_over.cache_clear


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"")


def found(
    paths: list[str], exclude: list[str] | None = None, patterns: list[str] | None = None
) -> list[str]:
    def fail(error: OSError) -> None:
        raise error

    exclude, patterns = exclude or [], ["*.py"] if patterns is None else patterns
    here = list(discover(paths, exclude, patterns, fail))
    by_flake8 = expand_paths(
        paths=paths, stdin_display_name="stdin", filename_patterns=patterns, exclude=exclude
    )
    assert here == list(dict.fromkeys(by_flake8))
    return here


TREE = ("a.py", "b.txt", "build/c.py", "deep/build/d.py", "deep/er/e.pyi", ".git/f.py", "g.py/h.py")


@pytest.mark.parametrize(
    ("paths", "exclude", "patterns", "names"),
    [
        (["."], [], ["*.py"], "./a.py ./.git/f.py ./build/c.py ./deep/build/d.py ./g.py/h.py"),
        (["."], ["build", ".git"], ["*.py"], "./a.py ./g.py/h.py"),
        (["deep"], ["*.pyi"], ["*"], "deep/build/d.py"),
        (["deep/"], [], ["deep/er/*"], "deep/er/e.pyi"),
        (["b.txt", "b.txt", "gone.py"], [], ["*.py"], "b.txt gone.py"),
        (["build/c.py"], ["build"], ["*.py"], "build/c.py"),
        (["build/c.py", "a.py"], ["c.py"], ["*.py"], "a.py"),
        (["."], ["."], ["*.py"], "./a.py ./.git/f.py ./build/c.py ./deep/build/d.py ./g.py/h.py"),
        (["deep"], [], [], "deep/build/d.py deep/er/e.pyi"),
        ([".", "a.py"], ["g.py"], ["a.py"], "a.py"),
    ],
)
def test_discovers_what_flake8_discovers(
    paths: list[str], exclude: list[str], patterns: list[str], names: str
) -> None:
    write(*TREE)
    assert sorted(found(paths, exclude, patterns)) == sorted(names.split())


def test_absolute_patterns() -> None:
    write(*TREE)
    pattern = normalized("deep/build", os.getcwd())
    assert "deep/build/d.py" not in found(["deep"], [pattern])
    assert found(["."], [normalized(".", os.getcwd())]) == []


@pytest.mark.parametrize("pattern", ["a.py", ".", "./", "a/", "a/b", "/a/b/", "../a", "*", ""])
def test_normalizes_as_flake8_does(pattern: str) -> None:
    assert [normalized(pattern, "/x/y")] == normalize_paths([pattern], "/x/y")


@pytest.mark.parametrize("path", [".", "..", "a", "./a", "b/a"])
def test_dots_are_no_names(path: str) -> None:
    assert matches(path, [".*"]) is False
    assert matches(path, ["a"]) is path.endswith("a")


def test_a_folder_that_cannot_be_listed() -> None:
    errors: list[OSError] = []
    write("a/b.py")

    def scandir(folder: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", folder)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        assert list(discover(["a"], [], ["*.py"], errors.append)) == []
    assert [error.filename for error in errors] == ["a"]


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"x = 1\r\ny = 2\rz\n", "x = 1\r\ny = 2\rz\n", "utf-8"),
        (BOM + b"x", "x", "utf-8-sig"),
        (BOM + b"# coding: utf-8\n", "# coding: utf-8\n", "utf-8-sig"),
        (b"# -*- coding: latin-1 -*-\n# \xe9", "# -*- coding: latin-1 -*-\n# é", "iso-8859-1"),
        (
            b"\n# vim: set fileencoding=cp1252 :\n\x80",
            "\n# vim: set fileencoding=cp1252 :\n€",
            "cp1252",
        ),
        (b"", "", "utf-8"),
    ],
)
def test_reads_as_python_does(data: bytes, text: str, encoding: str) -> None:
    Path("a.py").write_bytes(data)
    source = read("a.py")
    assert source == ("a.py", data, text, encoding)
    assert encoded(source, text) == data


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff", "cannot be decoded: "),
        (b"x\n\n\n\xe9", "cannot be decoded: 'utf-8' codec"),
        (b"# coding: nonsense\n", "cannot be decoded: unknown encoding"),
        (BOM + b"# coding: latin-1\n", "cannot be decoded: "),
        (b"# coding: hex\n", "cannot be decoded: "),
        (b"# coding: ascii\n\n\xe9", "cannot be decoded: 'ascii' codec"),
    ],
)
def test_what_cannot_be_decoded(data: bytes, problem: str) -> None:
    with pytest.raises(FileError) as caught:
        decoded("a.py", data)
    assert str(caught.value).startswith(problem)


@settings(deadline=None)
@given(st.binary(), st.sampled_from(["utf-8", "latin-1", "utf-7", "cp1252", "rot13", "idna"]))
def test_any_bytes_are_decoded_or_refused(data: bytes, encoding: str) -> None:
    try:
        source = decoded("a.py", b"# coding: %s\n" % encoding.encode() + data)
        assert encoded(source, source.text) == source.data
    except FileError:
        pass


def test_what_cannot_be_encoded() -> None:
    source = decoded("a.py", b"# coding: ascii\n")
    with pytest.raises(FileError, match=r"^cannot be encoded: 'ascii' codec"):
        encoded(source, "é")
    source = decoded("a.py", b"# coding: utf-7\n'+AGE-'\n")
    with pytest.raises(FileError, match=r"^is not written back exactly by the encoding utf-7$"):
        encoded(source, source.text)


def test_special_files_are_not_opened() -> None:
    os.mkfifo("pipe.py")
    Path("gone.py").symlink_to("nowhere")
    Path("loop.py").symlink_to("loop.py")
    Path("folder.py").mkdir()
    for name, problem in {
        "pipe.py": "is no regular file",
        "folder.py": "is no regular file",
        "gone.py": "cannot be read: No such file or directory",
        "loop.py": "cannot be read: Too many levels of symbolic links",
    }.items():
        with pytest.raises(FileError, match=f"^{problem}$"):
            read(name)


def test_replaces_and_keeps_mode_and_bytes() -> None:
    path = Path("a.py")
    path.write_bytes(BOM + b"a\r\nb\r")
    path.chmod(0o4751)
    replace(read("a.py"), "a\r\nc\r", ["."])
    assert path.read_bytes() == BOM + b"a\r\nc\r"
    assert stat.S_IMODE(path.stat().st_mode) == 0o4751
    assert os.listdir() == ["a.py"]


def test_follows_links_only_within_the_given_paths() -> None:
    write("inside/a.py", "outside/b.py")
    Path("inside/link.py").symlink_to("a.py")
    Path("inside/leak.py").symlink_to("../outside/b.py")
    Path("alias").symlink_to("inside")
    replace(read("inside/link.py"), "x", ["inside"])
    assert Path("inside/link.py").is_symlink()
    assert Path("inside/a.py").read_text() == "x"
    replace(read("alias/a.py"), "y", ["alias"])
    replace(read("alias/a.py"), "z", ["alias/a.py"])
    assert Path("inside/a.py").read_text() == "z"
    for roots in (["inside"], ["inside/leak.py"], ["outside/other.py"]):
        with pytest.raises(FileError, match=r"^is a link to a file outside of the given paths$"):
            replace(read("inside/leak.py"), "x", roots)
    assert Path("outside/b.py").read_text() == ""
    replace(read("inside/leak.py"), "x", ["inside", "outside"])
    assert Path("outside/b.py").read_text() == "x"


def test_a_link_that_cannot_be_followed_stays_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: str) -> None:
        raise OSError(5, "Input/output error")

    write("a.py")
    Path("link.py").symlink_to("a.py")
    source = read("link.py")
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", fail)
        with pytest.raises(FileError, match=r"^cannot be written: Input/output error$"):
            replace(source, "x", ["."])
    assert Path("link.py").is_symlink()


def test_leaves_a_file_that_changed() -> None:
    write("a.py")
    source = read("a.py")
    Path("a.py").write_text("newer")
    with pytest.raises(FileError, match=r"^has changed since it was read$"):
        replace(source, "x", ["."])
    assert Path("a.py").read_text() == "newer"
    Path("a.py").unlink()
    with pytest.raises(FileError, match=r"^cannot be written: No such file or directory$"):
        replace(source, "x", ["."])
    assert os.listdir() == []


def test_leaves_a_protected_file(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.py")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(FileError, match=r"^is write-protected$"):
        replace(read("a.py"), "x", ["."])


@pytest.mark.parametrize("call", ["fsync", "fchmod", "replace"])
def test_a_failure_leaves_no_trace(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    write("a.py")
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(FileError, match=r"^cannot be written: No space left on device$"):
        replace(read("a.py"), "x", ["."])
    assert os.listdir() == ["a.py"]
    assert Path("a.py").read_text() == ""


KILLED = """
import os, signal, sys
from flake8_http_status.files import read, replace
os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
replace(read("a.py"), "new", ["."])
"""


def test_removes_what_a_killed_process_left() -> None:
    write("a.py", "b.py")
    subprocess.run([sys.executable, "-c", KILLED], check=False, timeout=120)
    assert len(os.listdir()) == 3
    replace(read("b.py"), "new", ["."])
    assert sorted(os.listdir()) == ["a.py", "b.py"]
    assert (Path("a.py").read_text(), Path("b.py").read_text()) == ("", "new")


@pytest.mark.parametrize(
    ("process", "kept"),
    [
        (os.getppid(), True),
        (os.getpid(), False),  # of an earlier process that had the same number
        (10**30, False),
        (0, True),  # no such name is ours
    ],
    ids=["another process", "this process", "no process", "no number"],
)
def test_removes_only_what_nobody_writes(process: int, kept: bool) -> None:
    name = f".flake8-http-status-{process}-0123456789abcdef.tmp"
    write("a.py", name)
    replace(read("a.py"), "new", ["."])
    assert os.path.exists(name) == kept


def test_looks_for_left_overs_once_in_a_run() -> None:
    """In a folder with many files that are fixed, listing it for each would take for ever."""
    write("a.py", "b.py")
    with pytest.MonkeyPatch.context() as patch:
        listing = mock.Mock(wraps=os.listdir)
        patch.setattr(os, "listdir", listing)
        for name in ("a.py", "b.py"):
            replace(read(name), "new", ["."])
    listing.assert_called_once_with(os.getcwd())


def test_new_files_have_the_usual_mode() -> None:
    files.put(os.path.abspath("a.py"), b"new")
    Path("b.py").touch()
    assert Path("a.py").read_bytes() == b"new"
    assert os.stat("a.py").st_mode == os.stat("b.py").st_mode


def test_keeps_what_the_process_of_another_user_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    name = ".flake8-http-status-1-0123456789abcdef.tmp"
    write("a.py", name)
    monkeypatch.setattr(os, "kill", fail)
    replace(read("a.py"), "new", ["."])
    assert os.path.exists(name)


def test_on_windows_open_files_cannot_be_removed(
    monkeypatch: pytest.MonkeyPatch, next_run: Callable[[], None]
) -> None:
    def fail(*_: object) -> None:
        raise PermissionError

    name = f".flake8-http-status-{os.getppid()}-0123456789abcdef.tmp"
    write("a.py", name)
    source = read("a.py")
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        patch.setattr(os, "unlink", fail)
        replace(source, "new", ["."])
        assert os.path.exists(name)
    next_run()
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        replace(read("a.py"), "newer", ["."])
    assert not os.path.exists(name)


def test_keeps_the_owner(monkeypatch: pytest.MonkeyPatch) -> None:
    owners = []
    write("a.py")
    status = os.stat("a.py")
    other = Namespace(st_mode=status.st_mode, st_uid=status.st_uid + 1, st_gid=7)
    monkeypatch.setattr(os, "fchown", lambda _, *owner: owners.append(owner))
    with open("b.py", "wb") as file:
        files._keep_owner_and_mode(file.fileno(), other)  # type: ignore[arg-type]
    assert owners == [(status.st_uid + 1, 7)]


def test_where_the_system_knows_no_owners(monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.py")
    monkeypatch.delattr(os, "fchown")
    replace(read("a.py"), "x", ["."])
    assert Path("a.py").read_text() == "x"
