"""Paths as they are shown, remembered and handed to other programs."""

from __future__ import annotations

import os


def relative(path: str, start: str = os.curdir) -> str:
    """The way from the folder ``start`` to ``path``, with slashes.

    The absolute path where there is none: between the drives of Windows.
    """
    try:
        way = os.path.relpath(path, start)
    except ValueError:
        way = os.path.abspath(path)
    return way.replace(os.path.sep, "/")
