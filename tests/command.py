"""The command, run in this process, and a file for it to work on."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from flake8_http_status.cli import main

SHOP = """\
from flask import abort

abort(404)
abort(404)  # noqa: HSC101
response.status_code == 404
"""
FIXED = """\
from http import HTTPStatus

from flask import abort

abort(HTTPStatus.NOT_FOUND)
abort(404)  # noqa: HSC101
response.status_code == HTTPStatus.NOT_FOUND
"""
FOUND = """\
shop.py:3:7: HSC101 magic number 404: use HTTPStatus.NOT_FOUND
shop.py:5:25: HSC102 magic number 404: use HTTPStatus.NOT_FOUND
"""


class Outcome(NamedTuple):
    code: int
    out: str
    err: str = ""


def run(*arguments: str, stdin: bytes = b"") -> Outcome:
    """Run the command in this process."""
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2)]
    with (
        contextlib.redirect_stdout(streams[0]),
        contextlib.redirect_stderr(streams[1]),
        pytest.MonkeyPatch.context() as patched,
    ):
        patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
    for stream in streams:
        stream.flush()
    out, err = (stream.buffer.getvalue() for stream in streams)
    return Outcome(code, os.fsdecode(out), os.fsdecode(err))


def shop(name: str = "shop.py", text: str = SHOP) -> None:
    Path(name).write_text(text, "utf-8")
