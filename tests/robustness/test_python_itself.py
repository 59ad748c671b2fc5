"""The standard libraries of all Pythons that are there, with their tests, and of Python 2."""

from __future__ import annotations

import ast
import glob
import os
import re
import subprocess
import sys
import warnings
from collections import Counter
from pathlib import Path

import pytest

from flake8_http_status.files import FileError, read

pytestmark = pytest.mark.robustness
ROOT = os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv"))
LIBRARIES = sorted({*glob.glob(f"{ROOT}/versions/*/lib/python*"), os.path.dirname(os.__file__)})
PROBLEM = re.compile(r".+: cannot be (?:parsed|decoded)", re.DOTALL)


def is_python(path: str) -> bool:
    """Whether this Python can read the file."""
    try:
        with warnings.catch_warnings(action="ignore"):
            ast.parse(read(path).text)
    except (FileError, SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


@pytest.mark.parametrize("library", LIBRARIES)
def test_standard_library(library: str, tmp_path: Path) -> None:
    folders = [f"{library}/{name}" for name in ("test", "lib2to3")]
    if "python2" in library:
        folders = [library]
    folders = [folder for folder in folders if os.path.isdir(folder)]
    if not folders:
        pytest.skip("is installed without its tests")
    names = [
        str(path)
        for folder in folders
        for path in Path(folder).rglob("*.py")
        if "site-packages" not in path.parts
    ]
    unreadable = {name for name in names if not is_python(name)}
    (tmp_path / "names").write_text("\n".join(names), "utf-8")
    counts = Counter(files=len(names), unreadable=len(unreadable))
    for command in (["check", "--exit-zero"], ["fix", "--diff", "--unsafe"]):
        ran = subprocess.run(
            [
                *(sys.executable, "-m", "flake8_http_status", *command, "--isolated"),
                *("--no-cache", "--no-prefilter", "--select=HSC", "--exclude=", "-q"),
                f"@{tmp_path / 'names'}",
            ],
            check=False,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=3_000,
        )
        problems = {}
        for line in ran.stderr.splitlines():
            path, _, problem = line.partition(": ")
            problems[path] = problem
            refused = problem.startswith("is left as it is") and command[0] == "fix"
            counts.update(refused=refused)
            assert PROBLEM.match(line) or refused, line
        assert {path for path, text in problems.items() if text.startswith("cannot")} == unreadable
        assert ran.returncode == 3 if unreadable else ran.returncode in {0, 1}
        counts[command[0]] = len(ran.stdout.splitlines())
    print(f"{library}: {dict(counts)}")
