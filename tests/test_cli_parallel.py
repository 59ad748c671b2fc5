from __future__ import annotations

import io
import os
import pickle
import signal
import time
from typing import TYPE_CHECKING

import pytest
from command import FOUND, Outcome, run, shop

from flake8_http_status.cli import parallel, progress
from flake8_http_status.cli.parallel import available_processors, in_order
from flake8_http_status.cli.running import Result
from flake8_http_status.violation import Span, Violation

if TYPE_CHECKING:
    from pathlib import Path


def square(number: int) -> int:
    return number * number


def large(_: int) -> str:
    return "x" * 100_000


def test_in_order() -> None:
    assert list(in_order(square, range(1000), 3)) == list(map(square, range(1000)))


@pytest.mark.parametrize("processes", [0, 1, 2])
def test_few_items_stay_here(processes: int) -> None:
    assert set(in_order(lambda _: os.getpid(), range(5), processes)) == {os.getpid()}


def test_many_items_go_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    assert os.getpid() not in set(in_order(lambda _: os.getpid(), range(100), 2))
    monkeypatch.delattr(os, "fork")
    assert set(in_order(lambda _: os.getpid(), range(100), 2)) == {os.getpid()}


def test_what_a_dead_worker_leaves_is_done(capsys: pytest.CaptureFixture[str]) -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 50 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(in_order(work, range(100), 2)) == list(range(100))
    assert capsys.readouterr().err == "a worker process died; its files are done without it\n"


def test_workers_end_when_nobody_reads_on() -> None:
    texts = in_order(large, range(100), 4)
    assert len(next(texts)) == 100_000
    del texts
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_who_is_free_takes_the_next() -> None:
    """The first block takes as long as all others, so one process does all of these."""
    others, done = os.pipe()

    def work(number: int) -> int:
        if number:
            os.write(done, b"x")
        else:
            left = 99
            while left:
                left -= len(os.read(others, left))
        return os.getpid()

    first, *rest = in_order(work, range(100), 2)
    assert {first}.isdisjoint(rest)
    assert len(set(rest)) == 1


def test_many_items_share_a_block() -> None:
    numbers = range(2 * parallel.MOST_BLOCKS + 1)
    assert list(in_order(square, numbers, 2)) == list(map(square, numbers))


def test_what_a_worker_does(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(code: int) -> None:
        raise SystemExit(code)

    monkeypatch.setattr(os, "_exit", stop)
    reading, writing = os.pipe()
    with pytest.raises(SystemExit):
        parallel._work(square, [[3], [4, 5]], parallel._pipe_with([1]), writing)
    message = os.read(reading, 1000)[parallel.WIDTH :]
    assert pickle.loads(message) == (1, [16, 25])
    monkeypatch.setattr(os, "fork", lambda: 0)
    with pytest.raises(SystemExit):
        parallel._Worker(square, [[3]], parallel._pipe_with([0]))


def test_available_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    assert available_processors() >= 1
    monkeypatch.delattr(os, "sched_getaffinity")
    assert available_processors() >= 1
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert available_processors() == 1


def test_the_command_in_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for number in range(40):
        shop(f"shop{number:02}.py")
    shop("broken.py", "(")
    found = "".join(FOUND.replace("shop.py", f"./shop{number:02}.py") for number in range(40))
    one = run("check", "-j1")
    assert one.out == found
    assert one.code == 3
    assert run("check", "-j2") == one
    assert run("check", "--jobs=auto") == one
    assert run("fix", "-q", "-j2").out.count(": 2 fixes\n") == 40
    assert run("check", "-q", "--exclude=broken.py") == Outcome(0, "")


@pytest.mark.parametrize("jobs", ["-1", "many", ""])
def test_a_wrong_number_of_processes(jobs: str) -> None:
    outcome = run("check", f"--jobs={jobs}")
    assert outcome.code == 2
    assert "argument --jobs/-j: allowed is 'auto' or a number" in outcome.err


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def results(count: int) -> list[Result]:
    violation = Violation("HSC101", Span(1, 0, 1, 3), "text")
    return [
        Result(f"{number}.py", violations=(violation,) if number == 50 else ())
        for number in range(count)
    ]


def test_progress_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    screen = Screen()
    lines = [screen.getvalue() for _ in progress.shown(results(100), 100, screen)]
    assert lines[1] == "\r\x1b[2K1 of 100 files"
    assert lines[49].endswith("\r\x1b[2K49 of 100 files")
    assert lines[50].endswith("\r\x1b[2K50 of 100 files\r\x1b[2K")
    assert screen.getvalue().endswith("\r\x1b[2K100 of 100 files\r\x1b[2K")


def test_an_interruption_takes_the_progress_away(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(1000))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    screen = Screen()
    shown = progress.shown(results(100), 100, screen)
    next(shown)
    next(shown)
    with pytest.raises(KeyboardInterrupt):
        shown.throw(KeyboardInterrupt())  # type: ignore[attr-defined]
    assert screen.getvalue() == "\r\x1b[2K1 of 100 files\r\x1b[2K"


def test_no_progress_where_it_is_short_or_nobody_looks() -> None:
    for count, screen in [(99, Screen()), (100, io.StringIO())]:
        assert len(list(progress.shown(results(count), count, screen))) == count
        assert screen.getvalue() == ""
    screen = Screen()
    assert len(list(progress.shown(results(100), 100, screen))) == 100
    assert screen.getvalue() == ""
