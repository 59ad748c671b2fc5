"""Run django-upgrade on every Python file of a folder."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

if __name__ == "__main__":
    paths = map(str, Path(sys.argv[1]).rglob("*.py"))
    subprocess.run(["django-upgrade", "--target-version=4.2", *paths], check=False)
