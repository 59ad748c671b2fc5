"""Other Pythons on this machine."""

from __future__ import annotations

import os
import subprocess


def interpreter(version: str) -> str | None:
    """The first on the path that runs; a version manager's stand-in may refuse to."""
    for folder in os.get_exec_path():
        python = os.path.join(folder, f"python{version}")
        if os.access(python, os.X_OK):
            ran = subprocess.run([python, "-c", ""], check=False, capture_output=True)
            if ran.returncode == 0:
                return python
    return None
