"""A source text as it can be looked at without parsing it: its code, its words, its imports."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

_WORD = re.compile(r"[^\W\d]\w*")
# Comments and texts, be they open at the end.
_NO_CODE = re.compile(
    r"""(#[^\r\n]*+"""
    r"""|\"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:\""")?"""
    r"""|'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+(?:''')?"""
    r"""|"[^"\\\r\n]*+(?:\\(?:\r\n|.)[^"\\\r\n]*+)*+"?"""
    r"""|'[^'\\\r\n]*+(?:\\(?:\r\n|.)[^'\\\r\n]*+)*+'?)""",
    re.DOTALL,
)
_F, _R = frozenset("fF"), frozenset("rR")
# Short texts, a line each, and those of them that names stand in: one as a whole, several apart
# from each other ("url, status"), or the parts of one with dots. Longer ones speak to people, as do
# most with blanks.
_SHORT = re.compile(r"""^["'](.{1,100})["']$""", re.MULTILINE)
_NAMES = re.compile(
    r"^\[?+(?:[^\s\\,|=\[\]]++(?:(?:[ \t]*+[,|=\[\]])++[ \t]*+|$))++$", re.MULTILINE
)
_CONTINUED = re.compile(r"\\(?:\r\n?|\n)")
_FROM = re.compile(r"from[ \t\f]+\w+")
_IMPORT = re.compile(r"import[ \t\f]+[^\r\n;]*")
_APART = bytes(
    byte if byte >= 0x80 or chr(byte).isalnum() or byte == ord("_") else ord(" ")
    for byte in range(256)
)


class Text:
    """A source text, and what was worked out about it when it was asked for."""

    def __init__(self, source: str) -> None:
        """``source`` need not be valid."""
        self.source = source

    @cached_property
    def code(self) -> str:
        """The source without comments and texts, but with those into which code is formatted.

        Where such a text cannot be told from one inside of it, the source as it is.
        """
        return self._parts[0]

    @cached_property
    def _parts(self) -> tuple[str, list[str]]:
        """The code, and the texts and comments that were left out of it."""
        parts = _NO_CODE.split(self.source)
        code, others = parts[::2], parts[1::2]
        for place, other in enumerate(others):
            before = code[place]
            if before[-1:] in _F or (before[-1:] in _R and before[-2:-1] in _F):
                if other.count("{") != other.count("}"):
                    return self.source, []
                code[place] += other
        return " ".join(code), others

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the code, and short texts and their parts, where they can be names.

        Names are as Python reads them.
        """
        code, others = self._parts
        short = "\n".join(_SHORT.findall("\n".join(others)))
        words = _words_of(_normal("\n".join([code, *_NAMES.findall(short)])))
        return words.union(short.split("\n"))

    def reads(self, name: str) -> bool:
        """Whether the code has ``name`` other than to bind something to it, or pass it by it."""
        return re.search(rf"{name}\b(?!\s*=[^=])", _normal(self.code)) is not None

    @cached_property
    def imports(self) -> frozenset[str]:
        """All words on the first lines of import statements, the top-level packages among them."""
        source = _normal(self.source)
        if "\\\n" in source or "\\\r" in source:
            source = _CONTINUED.sub(" ", source)
        statements = [*_FROM.findall(source), *_IMPORT.findall(source)]
        return frozenset(_WORD.findall(" ".join(statements)))


def _normal(source: str) -> str:
    """``source`` in the form in which Python compares names."""
    return source if source.isascii() else unicodedata.normalize("NFKC", source)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.encode(errors="replace").translate(_APART).decode().split())
