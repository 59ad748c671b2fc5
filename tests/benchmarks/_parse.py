"""Parse every Python file of the current folder; with ``--check``, run the engine as well.

Started in two processes, so that the difference is the engine's own work inside flake8.
"""

from __future__ import annotations

import ast
import sys
import tokenize
import warnings
from pathlib import Path


def main(*, checking: bool) -> None:
    """Parse, and check."""
    warnings.simplefilter("ignore")
    for path in Path().rglob("*.py"):
        try:
            with tokenize.open(path) as file:
                source = file.read()
            tree = ast.parse(source)
        except (SyntaxError, ValueError, RecursionError):
            continue
        if checking:
            from flake8_http_status.checker import check_source

            check_source(source, tree=tree)


if __name__ == "__main__":
    main(checking="--check" in sys.argv)
