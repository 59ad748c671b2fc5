"""More files than any project has."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command import SHOP

pytestmark = pytest.mark.robustness
FILES = 200_000
IN_A_FOLDER = 1_000


def test_many_files(tmp_path: Path) -> None:
    for number in range(FILES // IN_A_FOLDER):
        folder = tmp_path / f"folder{number}"
        folder.mkdir()
        for name in range(IN_A_FOLDER):
            with open(folder / f"file{name}.py", "wb"):
                pass
    Path(tmp_path, "folder7", "shop.py").write_text(SHOP, "utf-8")
    for _ in ("looked at", "known from the cache, as far as it reaches"):
        begin = time.monotonic()
        ran = subprocess.run(
            [sys.executable, "-m", "flake8_http_status", "check", "--isolated"],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": "0"},
            timeout=3_000,
        )
        print(f"{ran.stderr.strip()}, {time.monotonic() - begin:.0f} s")
        assert ran.returncode == 1
        assert ran.stdout.count("HSC10") == 2
        assert f"of {FILES + 1} files" in ran.stderr
