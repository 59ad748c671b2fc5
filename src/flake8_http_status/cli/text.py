"""Text for people: counted, measured, and coloured where a terminal wants it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import TextIO

TAB = " " * 4
WIDEST = 160
STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def counted(number: int, thing: str) -> str:
    """``1 file``, ``2 files``, ``2 fixes``."""
    ending = "" if number == 1 else "es" if thing.endswith("x") else "s"
    return f"{number} {thing}{ending}"


def width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(2 if east_asian_width(one) in "WF" else not combining(one) for one in text)


def columns_of(stream: TextIO) -> int:
    """How many columns fit: those of the terminal, and never more than ``WIDEST``."""
    try:
        return min(os.get_terminal_size(stream.fileno()).columns or WIDEST, WIDEST)
    except OSError:
        return WIDEST


class Paint(NamedTuple):
    """Puts text into colours, or leaves it plain."""

    coloured: bool = False

    def __call__(self, text: str, *styles: str) -> str:
        """The text in some of ``STYLES``."""
        if not self.coloured or not styles:
            return text
        codes = ";".join(STYLES[style] for style in styles)
        return f"\x1b[{codes}m{text}\x1b[0m"


def paint_for(stream: TextIO) -> Paint:
    """Colours for a terminal, unless ``NO_COLOR`` is set; for others only with ``FORCE_COLOR``."""
    if os.environ.get("NO_COLOR"):
        return Paint()
    if os.environ.get("FORCE_COLOR"):
        return Paint(coloured=True)
    return Paint(stream.isatty() and os.environ.get("TERM") != "dumb")
