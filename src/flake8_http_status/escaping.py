"""File names, source lines and configuration come from anybody: text that is safe to show."""

from __future__ import annotations


def printable(text: str) -> str:
    r"""The text with every character that could drive a terminal as an escape, ``\x1b``."""
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() else ascii(character)[1:-1] for character in text
    )
