"""What ``fix`` does around the files: a formatter at the end, and an interruption in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import FIXED, SHOP, run, shop

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATTER = """\
import sys
for name in sys.argv[1:]:
    text = open(name).read()
    open(name, "w").write(text.replace("abort(", "abort( "))
print(*sys.argv[1:], file=open("formatted.txt", "a"))
"""
COMMAND = f"{sys.executable} formatter.py"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("formatter.py").write_text(FORMATTER, "utf-8")


def test_a_formatter_runs_on_what_was_written() -> None:
    shop()
    shop("other.py", "abort(total)\n")
    assert run("fix", "-q", "--format-command", COMMAND).code == 0
    assert Path("formatted.txt").read_text("utf-8") == "./shop.py\n"
    assert Path("shop.py").read_text("utf-8") == FIXED.replace("abort(", "abort( ")
    assert Path("other.py").read_text("utf-8") == "abort(total)\n"


@pytest.mark.parametrize("arguments", [["--diff"], ["--check"], ["-"], ["formatter.py"]])
def test_no_formatter_where_no_file_is_written(arguments: list[str]) -> None:
    shop()
    run("fix", "-q", "--format-command", COMMAND, *arguments, stdin=SHOP.encode())
    assert not Path("formatted.txt").exists()


def test_a_formatter_takes_many_files() -> None:
    for number in range(201):
        shop(f"shop{number}.py", "abort(404, flask)\n")
    assert run("fix", "-q", "--format-command", COMMAND).code == 0
    calls = Path("formatted.txt").read_text("utf-8").splitlines()
    assert [len(call.split()) for call in calls] == [200, 1]


def test_a_formatter_that_fails() -> None:
    shop()
    failing = f"{sys.executable} -c 'raise SystemExit(7)'"
    outcome = run("fix", "-q", "--format-command", failing)
    assert outcome.code == 3
    assert outcome.err.endswith(" ended with exit code 7\n")
    assert Path("shop.py").read_text("utf-8") == FIXED


@pytest.mark.parametrize("command", ["", "no-such-formatter --fast", "'"])
def test_a_formatter_that_does_not_exist(command: str) -> None:
    shop()
    outcome = run("fix", "--format-command", command)
    assert outcome.code == 2
    assert "--format-command" in outcome.err
    assert Path("shop.py").read_text("utf-8") == SHOP


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """As in a terminal: what a shell runs in the background ignores interruptions."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.skipif(os.name == "nt", reason="there, Control-C goes to whole groups of processes")
def test_an_interruption_leaves_old_and_new_files() -> None:
    # Their names fill the pipe, so the command cannot end before it is interrupted.
    files = [Path(f"shop{number:0200}.py") for number in range(400)]
    for file in files:
        file.write_text(SHOP, "utf-8")
    command = [sys.executable, "-m", "flake8_http_status", "fix", "-j2", "."]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors == b""
    texts = [file.read_text("utf-8") for file in files]
    assert set(texts) == {SHOP, FIXED}
    assert set(os.listdir()) == {"formatter.py", *(file.name for file in files)}
    assert run("fix", "-q").code == 0
    assert {file.read_text("utf-8") for file in files} == {FIXED}
