"""Console sessions in pages: the commands are run, and what they print is put below them."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from _generate.markdown import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOP = Path(__file__).parents[1] / "examples"
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)


def refreshed(page: Page) -> Page:
    """The page with the output of its commands, all run in one folder that holds ``shop/``."""
    if not BLOCK.search(page.text):
        return page
    with shop() as folder:
        text = BLOCK.sub(lambda block: "".join(_session(block[0], folder)), page.text)
    return Page(page.path, text)


@contextlib.contextmanager
def shop() -> Iterator[str]:
    """A folder with a copy of the examples as ``shop/``, where commands may do as they please."""
    with tempfile.TemporaryDirectory() as folder:
        ignored = shutil.ignore_patterns("__pycache__", "README*")
        shutil.copytree(SHOP, Path(folder) / "shop", ignore=ignored)
        yield folder


def _session(block: str, folder: str) -> Iterator[str]:
    for line in block.splitlines():
        if line.startswith("$ "):
            yield f"{line}\n"
            yield output(line[2:], folder, "NO_COLOR")


def output(command: str, folder: str, colours: str) -> str:
    """What a command prints; ``colours`` is the variable to set, NO_COLOR or FORCE_COLOR."""
    path = os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"]))
    ran = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, colours: "1", "COLUMNS": "100", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode > 1 or "this is a defect" in ran.stdout:
        raise RuntimeError(f"{command}: {ran.stdout}")
    return f"{ran.stdout.rstrip()}\n" if ran.stdout else ""
