"""Files and folders as no project has them on purpose: one clear line each, the rest is done."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from command import FIXED, SHOP, run, shop

from flake8_http_status.cli import examining, running
from flake8_http_status.files import FileError, read, replace

TIMEOUT = 120
AS_ROOT = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes rights that root has"
)
NOBODY = 65_534


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    shop()


def is_done(*problems: str) -> None:
    """Check and fix tell the problems and nothing else, exit with 3, and do the shop."""
    checked = run("check", "-q")
    assert checked.code == 3
    assert checked.out.count("HSC10") == 2
    assert checked.err.splitlines() == list(problems)
    fixed = run("fix", "-q")
    assert fixed.code == 3
    assert fixed.err.splitlines() == list(problems)
    assert Path("shop.py").read_text("utf-8") == FIXED


def test_special_files() -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("a_socket.py")
        os.mkfifo("b_pipe.py")
        os.symlink("nowhere", "c_dangling.py")
        os.symlink("d_circle.py", "d_circle.py")
        Path("folder.py").mkdir()
        is_done(
            "./a_socket.py: is no regular file",
            "./b_pipe.py: is no regular file",
            "./c_dangling.py: cannot be read: No such file or directory",
            "./d_circle.py: cannot be read: Too many levels of symbolic links",
        )


def test_a_folder_that_contains_itself() -> None:
    Path("folder").mkdir()
    Path("folder/again").symlink_to("..")
    assert run("check", "-q").out.count("HSC10") == 2


def test_files_that_vanish(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between the search for files and their reading, and between their reading and writing."""
    shop("a.py")
    shop("b.py")
    examined = examining._examined

    def and_then_gone(result: running.Result, **keywords: object) -> running.Result:
        if result.path == "./a.py":
            os.unlink("a.py")
        outcome = examined(result, **keywords)  # type: ignore[arg-type]
        if result.path == "./b.py":
            os.unlink("b.py")
        return outcome

    monkeypatch.setattr(examining, "_examined", and_then_gone)
    fixed = run("fix", "-q", "-j1")
    assert fixed.code == 3
    assert fixed.err.splitlines() == [
        "./a.py: cannot be read: No such file or directory",
        "./b.py: cannot be written: No such file or directory",
    ]
    assert Path("shop.py").read_text("utf-8") == FIXED
    assert os.listdir() == ["shop.py"]


@AS_ROOT
@pytest.mark.parametrize("mode", [0o000, 0o444])
def test_without_rights(mode: int) -> None:
    """Another user may neither read nor write a file, or not write it."""
    shop("a.py")
    for path in (Path(), Path("shop.py")):
        os.chown(path, NOBODY, NOBODY)
    Path("a.py").chmod(mode)
    for folder in Path.cwd().parents:
        if not folder.stat().st_mode & 0o001:
            folder.chmod(folder.stat().st_mode | 0o011)
    child = os.fork()
    if child == 0:
        code = 70
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            fixed = run("fix", "-q", "-j1", "--isolated")
            problem = "is write-protected" if mode else "cannot be read: Permission denied"
            assert fixed.err == f"./a.py: {problem}\n", fixed
            code = fixed.code
        finally:
            os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert Path("a.py").read_text("utf-8") == SHOP
    assert Path("shop.py").read_text("utf-8") == FIXED


@AS_ROOT
def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, check=False, capture_output=True, timeout=TIMEOUT).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        os.chdir(disk)
        shop()
        shop("small.py", "import flask\nflask.abort(404)\n")
        with pytest.raises(OSError, match="No space"), open("filler", "wb", 0) as filler:
            filler.writelines(itertools.repeat(bytes(4096)))
        before = sorted(os.listdir())
        fixed = run("fix", "-q", "-j1")
        assert fixed.code == 3
        assert "./shop.py: cannot be written: No space left on device" in fixed.err.splitlines()
        assert Path("shop.py").read_text("utf-8") == SHOP
        assert sorted(os.listdir()) == before
        os.unlink("filler")
        assert run("fix", "-q", "-j1").code == 0
        assert Path("shop.py").read_text("utf-8") == FIXED
    finally:
        os.chdir(tmp_path)
        subprocess.run(["umount", "-l", disk], check=True, timeout=TIMEOUT)


def test_a_tree_of_two_hundred_folders() -> None:
    deep = os.path.join(*["deep"] * 200)
    os.makedirs(deep)
    shutil.copy("shop.py", f"{deep}/shop.py")
    checked = run("check", "-q")
    assert checked.out.count(f"./{deep}/shop.py:") == 2
    assert run("fix", "-q").code == 0
    assert Path(deep, "shop.py").read_text("utf-8") == FIXED


NAMES = ["line\nend.py", "\udcff.py", "-q.py", "@names.py", "# noqa.py", "ü.py", "a:1:2.py"]


@pytest.mark.parametrize("processes", ["-j1", "-j2"])
def test_odd_names(processes: str) -> None:
    for name in NAMES:
        shop(name)
    for number in range(40):
        Path(f"clean{number}.py").touch()
    checked = run("check", "-q", processes)
    assert len(checked.out.splitlines()) == 2 * (len(NAMES) + 1)
    for shown in ("./line\\nend.py:3:7: ", "./\\udcff.py:3:7: ", "./-q.py:3:7: "):
        assert shown in checked.out
    assert run("check", "-q", processes, "--baseline=k.json", "--write-baseline").code == 0
    assert run("check", "-q", processes, "--baseline=k.json").code == 0
    assert run("fix", "-q", processes).code == 0
    assert {Path(name).read_text("utf-8") for name in NAMES} == {FIXED}


NEWER = {  # by the first Python that can read it
    "template strings": ((3, 14), "from flask import abort\nt'{abort(404)}'\n", 0),
    "quotes in text formats": (
        (3, 12),
        "from flask import abort\nf'{abort(404)} {'a' + f'{abort(500)}'}'\n",
        2,
    ),
    "text formats on lines": (
        (3, 12),
        "from flask import abort\nf'{\nabort(404)  # why\n}'; f'''é{abort(404):>{abort(410)}}'''\n",
        3,
    ),
    "type parameters": (
        (3, 12),
        "from flask import abort\ntype A[T] = int\ndef f[T](x: T, status=404):\n    abort(404)\n",
        1,
    ),
}
OLDER = {
    "print": "print 'x'\n",
    "octal": "abort(0404)\n",
    "exec": "exec 'x' in y\n",
    "except": "try:\n    x\nexcept A, e:\n    pass\n",
    "backquotes": "`x`\n",
    "raise": "raise A, 'b'\n",
    "not equal": "r.status_code <> 404\n",
    "unpacked parameters": "def f(a, (b, c)): pass\n",
}


@pytest.mark.parametrize("text", OLDER.values(), ids=OLDER)
def test_python_2(text: str) -> None:
    shop("old.py", f"from flask import abort\n{text}")
    checked = run("check", "-q")
    assert len(checked.err.splitlines()) == 1
    assert checked.err.startswith("./old.py: cannot be parsed: line ")
    is_done(checked.err.rstrip("\n"))
    assert Path("old.py").read_text("utf-8").endswith(text)


@pytest.mark.parametrize(("version", "text", "count"), NEWER.values(), ids=NEWER)
def test_newer_python(version: tuple[int, int], text: str, count: int) -> None:
    Path("new.py").write_text(text, "utf-8")
    checked = run("check", "-q")
    if sys.version_info < version:
        assert len(checked.err.splitlines()) == 1
        is_done(checked.err.rstrip("\n"))
    else:
        assert checked.err == ""
        assert checked.out.count("new.py:") >= count
        assert run("fix", "-q").code == 0
        compile(Path("new.py").read_text("utf-8"), "new.py", "exec", dont_inherit=True)


def test_two_runs_at_once() -> None:
    """Every file is fixed once by one of them; the other finds it done, or changed and says so."""
    names = [f"shop{number:02}.py" for number in range(40)]
    for name in names:
        shop(name)
    command = [sys.executable, "-m", "flake8_http_status", "fix", "-q", "-j1"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    outcomes = [one.communicate(timeout=TIMEOUT) for one in runs]
    assert {one.returncode for one in runs} <= {0, 3}
    complaints = [line for _, errors in outcomes for line in errors.decode().splitlines()]
    assert all(line.endswith(": has changed since it was read") for line in complaints)
    assert {Path(name).read_text("utf-8") for name in names} == {FIXED}
    assert not [name for name in os.listdir() if name.endswith(".tmp")]


START = """
import multiprocessing, sys
from flake8.main.cli import main

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    sys.exit(main(["--isolated", "-j2", "--select=HSC", "--http-status-allow=410", *sys.argv[2:]]))
"""


@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_flake8s_processes(method: str, tmp_path: Path) -> None:
    """However flake8's processes begin, they have the plugin's options."""
    (tmp_path / "start.py").write_text(START)
    shop("other.py", SHOP + "abort(410)\n")
    ran = subprocess.run(
        [sys.executable, str(tmp_path / "start.py"), method, "shop.py", "other.py"],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
    )
    assert ran.stderr == ""
    assert sorted(line.partition(" HSC")[0] for line in ran.stdout.splitlines()) == [
        *("other.py:3:7:", "other.py:5:25:", "shop.py:3:7:", "shop.py:5:25:"),
    ]


def test_a_file_that_is_another_by_the_time_it_is_written() -> None:
    source = read("shop.py")
    os.replace("shop.py", "old.py")
    os.mkfifo("shop.py")
    with pytest.raises(FileError, match="is no regular file"):
        replace(source, FIXED, ["."])
