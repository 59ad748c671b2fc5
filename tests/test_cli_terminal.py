"""What somebody sees who sits at a terminal, on a pseudo-terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest
from command import shop

if TYPE_CHECKING:
    from pathlib import Path

MANY = 100
LINE = re.compile(r"[^\n]*\r\x1b\[2K")
STYLE = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("TERM", "xterm")


def screen(*arguments: str, columns: int = 80, before: str = "pass") -> str:
    """What the command writes to a terminal, all of it; ``before`` runs before it."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("4H", 24, columns, 0, 0))
    code = f"import sys; from flake8_http_status import cli; {before}; sys.exit(cli.main())"
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdin=child, stdout=child, stderr=child
    )
    os.close(child)
    written = b""
    try:
        while piece := os.read(parent, 65536):
            written += piece
    except OSError:  # how Linux tells that nobody has the terminal open any more
        pass
    process.wait()
    os.close(parent)
    return written.decode().replace("\r\n", "\n")


def test_the_first_run() -> None:
    shop()
    assert screen("check", "shop.py") == (
        "\x1b[1mshop.py\x1b[0m\x1b[36m:3:7:\x1b[0m \x1b[31;1mHSC101\x1b[0m"
        " magic number 404: use HTTPStatus.NOT_FOUND\n"
        "\x1b[1mshop.py\x1b[0m\x1b[36m:5:25:\x1b[0m \x1b[31;1mHSC102\x1b[0m"
        " magic number 404: use HTTPStatus.NOT_FOUND\n"
        "2 violations in 1 of 1 file; 'flake8-http-status fix' repairs 2\n"
    )


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_no_colours(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shop()
    coloured = screen("check", "--format=full", "shop.py")
    monkeypatch.setenv(variable, value)
    plain = screen("check", "--format=full", "shop.py")
    assert "\x1b" not in plain
    assert STYLE.sub("", coloured) == plain


def test_lines_are_cut_to_the_terminal() -> None:
    shop(text=f"from flask import abort\n{'1; ' * 30}abort(404)\n")
    excerpt = STYLE.sub("", screen("check", "-q", "--format=full", columns=30)).splitlines()[2:4]
    assert excerpt == [
        "2 | …; 1; 1; 1; 1; abort(404)",
        "  |                      ^^^",
    ]


def test_a_patch_has_colours() -> None:
    shop()
    assert "\n\x1b[32m+abort(HTTPStatus.NOT_FOUND)\x1b[0m\n" in screen("fix", "--diff")


def test_a_long_run_counts_the_files() -> None:
    for number in range(MANY):
        shop(f"clean{number:02}.py", "")
    shop("shop.py")
    at_once = "from flake8_http_status.cli import progress; progress.INTERVAL = 0"
    written = screen("check", "-j1", "--no-cache", before=at_once)
    assert f"\r\x1b[2K{MANY} of {MANY + 1} files" in written
    assert STYLE.sub("", LINE.sub("", written)) == (
        "./shop.py:3:7: HSC101 magic number 404: use HTTPStatus.NOT_FOUND\n"
        "./shop.py:5:25: HSC102 magic number 404: use HTTPStatus.NOT_FOUND\n"
        f"2 violations in 1 of {MANY + 1} files; 'flake8-http-status fix' repairs 2\n"
    )
