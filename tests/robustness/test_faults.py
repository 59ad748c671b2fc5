"""Every system call that ``fix`` makes fails once in each of some ways, or is the last one."""

from __future__ import annotations

import importlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest
from command import FIXED, SHOP, run

from flake8_http_status import files
from flake8_http_status.cli import main
from flake8_http_status.cli.parallel import FEW

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.robustness
BEGIN = "here-begins-what-is-tried"
CALL = re.compile(r"(?:\d+ +)?(\w+)\((.*)")
NOT_TRIED = {
    *("brk", "mmap", "munmap", "mprotect", "mremap", "madvise"),  # memory, which comes as it comes
    *("exit_group", "rt_sigaction", "rt_sigprocmask", "futex"),
}
PACKAGE = os.path.dirname(os.path.realpath(files.__file__))
ERRORS = [f"error={name}" for name in ("EIO", "EACCES", "ENOSPC", "EROFS")]
FEW_OF_A_NAME = 20
SOME_USER = 12_345


class State(NamedTuple):
    """What is to be kept of a file, and its text."""

    mode: int
    user: int
    link: str
    text: str


class Ran(NamedTuple):
    code: int
    errors: str


def tree() -> None:
    """A project in the current folder: files to be fixed in some ways, and enough for the cache."""
    for name in ("pyproject.toml", ".gitignore", "setup.cfg"):
        Path(name).touch()
    for number in range(FEW):
        Path(f"clean{number}.py").touch()
    Path("deep").mkdir()
    for name in ("deep/shop.py", "mode.py", "owner.py", "target.py"):
        Path(name).write_text(SHOP, "utf-8")
    Path("mode.py").chmod(0o750)
    if os.geteuid() == 0:
        os.chown("owner.py", SOME_USER, SOME_USER)
    Path("link.py").symlink_to("target.py")


def states() -> dict[str, State]:
    found = {}
    for path in Path().rglob("*"):
        if path.is_file() and ".flake8_http_status_cache" not in path.parts:
            status = path.stat()
            link = os.readlink(path) if path.is_symlink() else ""
            found[str(path)] = State(status.st_mode, status.st_uid, link, path.read_text("utf-8"))
    return found


def left_over() -> list[Path]:
    return [path for path in Path().rglob("*") if re.fullmatch(files.TEMPORARY, path.name)]


def fix_in_a_child(go: int) -> NoReturn:
    """Run the command when there is something to read; for a process that was forked."""
    code = 70
    try:
        for stream in (1, 2):
            os.dup2(os.open(f"../{stream}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
        os.read(go, 1)
        os.access(BEGIN, os.F_OK)
        code = main(["fix", "--isolated", "-j1", "."])
    except BaseException:  # noqa: BLE001 - the child must not become a second run of the tests
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def traced(*options: str) -> Ran:
    """Run ``fix`` under strace with these options, in a process that has all modules."""
    waiting, ready = os.pipe()
    child = os.fork()
    if child == 0:
        fix_in_a_child(waiting)
    with subprocess.Popen(
        ["strace", "-f", "-p", str(child), *options, "-o", "../log"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as strace:
        assert strace.stderr
        attached = "attached" in strace.stderr.readline()
        watch = threading.Timer(60, os.kill, (child, signal.SIGKILL))
        watch.start()
        os.write(ready, b"x")
        _, status = os.waitpid(child, 0)
        watch.cancel()
    os.close(waiting)
    os.close(ready)
    if not attached:
        pytest.skip("no process may be traced here")
    return Ran(os.waitstatus_to_exitcode(status), Path("../2").read_text("utf-8"))


def calls() -> list[tuple[str, int]]:
    """The system calls that are tried: name, and the how many-th of its name it is.

    The cache asks for all sources of this package; of those calls the first of each name counts.
    """
    seen: Counter[str] = Counter()
    own: set[str] = set()
    tried = []
    begun = False
    for line in Path("../log").read_text("utf-8", "replace").splitlines():
        match = CALL.match(line)
        if not match or match[1] in NOT_TRIED:
            continue
        name, arguments = match.groups()
        seen[name] += 1
        is_own = PACKAGE in arguments
        if begun and not (is_own and name in own):
            tried.append((name, seen[name]))
        if is_own:
            own.add(name)
        begun = begun or BEGIN in arguments
    return tried


def faults(tried: list[tuple[str, int]]) -> Iterator[tuple[str, int, str]]:
    """Every call is the last one, and fails: in all ways where there are few calls of its name."""
    draw = random.Random(404)
    of_name = Counter(name for name, _ in tried)
    for name, number in tried:
        yield name, number, "signal=KILL"
        for error in ERRORS if of_name[name] < FEW_OF_A_NAME else draw.sample(ERRORS, 1):
            yield name, number, error


@pytest.mark.skipif(shutil.which("strace") is None, reason="faults are injected by strace")
def test_every_system_call_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)
    tree()
    old = states()
    importlib.import_module("flake8_http_status.codemod")
    run("fix", "--isolated", "-j1", "--diff")  # so that all is loaded
    shutil.rmtree(".flake8_http_status_cache")
    files._remove_left_over.cache_clear()
    ran = traced("-y")
    assert ran.code == 0, ran.errors
    tried = calls()
    print(len(tried), Counter(name for name, _ in tried))
    new = states()
    assert {name for name in old if new[name] != old[name]} == {
        *("deep/shop.py", "link.py", "mode.py", "owner.py", "target.py")
    }
    counts: Counter[str] = Counter()
    for name, number, fault in faults(tried):
        shutil.rmtree(project / ".flake8_http_status_cache", ignore_errors=True)
        for path in ("deep/shop.py", "mode.py", "owner.py", "target.py"):
            if Path(path).read_text("utf-8") != SHOP:
                Path(path).write_text(SHOP, "utf-8")
        assert states() == old
        files._remove_left_over.cache_clear()
        how = f"{name}:{fault}:when={number}"
        ran = traced(f"--trace={name}", f"--inject={how}")
        after = states()
        kept = {path: state for path, state in after.items() if path in old}
        for path, state in kept.items():
            assert state in {old[path], new[path]}, (how, path)
        assert kept.keys() == old.keys(), how
        stray = after.keys() - old.keys()
        killed = ran.code == -signal.SIGKILL
        assert not stray or killed or name == "unlink", (how, stray, ran)
        assert "Traceback" not in ran.errors, f"{how}: {ran.errors}"
        if ran.code == 0:
            assert after == new, how
        files._remove_left_over.cache_clear()
        assert run("fix", "--isolated", "-j1", ".").code == 0, how
        assert states() == new, how
        assert left_over() == [], how
        counts.update(
            faults=1,
            killed=killed,
            told=ran.code == 3,
            harmless=ran.code == 0,
            otherwise=ran.code not in {0, 3} and not killed,
            cleaned=len(stray),
        )
    print(dict(counts))
    assert FIXED in {state.text for state in new.values()}
    assert counts["faults"] >= 1_000
