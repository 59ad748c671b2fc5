"""A source text as it can be looked at without parsing it: its code, its words, its imports."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

_WORD = re.compile(r"[^\W\d]\w*")
# Comments and texts, be they open at the end.
_NO_CODE = re.compile(
    r"""#[^\r\n]*+"""
    r"""|\"""[^"\\]*+(?:(?:\\.|"(?!""))[^"\\]*+)*+(?:\""")?"""
    r"""|'''[^'\\]*+(?:(?:\\.|'(?!''))[^'\\]*+)*+(?:''')?"""
    r"""|"[^"\\\r\n]*+(?:\\(?:\r\n|.)[^"\\\r\n]*+)*+"?"""
    r"""|'[^'\\\r\n]*+(?:\\(?:\r\n|.)[^'\\\r\n]*+)*+'?""",
    re.DOTALL,
)
_F, _R = frozenset("fF"), frozenset("rR")
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
        source, end, pieces = self.source, 0, []
        for match in _NO_CODE.finditer(source):
            start = match.start()
            before = source[start - 1 : start]
            if before in _F or (before in _R and source[start - 2 : start - 1] in _F):
                if match[0].count("{") != match[0].count("}"):
                    return source
                continue
            pieces.append(source[end:start])
            end = match.end()
        pieces.append(source[end:])
        return " ".join(pieces)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in comments and texts, too; names as Python reads them."""
        apart = self._normal.encode(errors="replace").translate(_APART)
        return frozenset(apart.decode().split())

    @cached_property
    def _normal(self) -> str:
        """The source in the form in which Python compares names."""
        source = self.source
        return source if source.isascii() else unicodedata.normalize("NFKC", source)

    @cached_property
    def imports(self) -> frozenset[str]:
        """All words on the first lines of import statements, the top-level packages among them."""
        source = self._normal
        if "\\" in source:
            source = _CONTINUED.sub(" ", source)
        statements = [*_FROM.findall(source), *_IMPORT.findall(source)]
        return frozenset(_WORD.findall(" ".join(statements)))
