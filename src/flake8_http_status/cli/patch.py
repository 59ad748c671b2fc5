"""A patch that ``git apply`` accepts, from the bytes of a file before and after."""

from __future__ import annotations

import difflib
import io
import os
from typing import TYPE_CHECKING

from flake8_http_status.cli.text import TAB
from flake8_http_status.escaping import printable
from flake8_http_status.paths import relative

if TYPE_CHECKING:
    from flake8_http_status.cli.text import Paint


def patch(path: str, before: bytes, after: bytes) -> list[bytes]:
    """The lines of the unified diff of one file; none when nothing changed.

    Lines end at line feeds alone, as they do for git; the path is shown from the current folder.
    """
    lines = difflib.diff_bytes(
        difflib.unified_diff,
        io.BytesIO(before).readlines(),
        io.BytesIO(after).readlines(),
        _header("a", path),
        _header("b", path),
    )
    ended = b"\n\\ No newline at end of file\n"
    return [line if line.endswith(b"\n") else line + ended for line in lines]


def coloured(line: bytes, encoding: str, paint: Paint) -> str:
    """A line of a patch for a terminal."""
    text = line.decode(encoding, "backslashreplace")
    kept = text.rstrip("\r\n")
    styles = {"-": ("red",), "+": ("green",), "@": ("cyan",)}.get(text[:1], ())
    if text.startswith(("--- ", "+++ ")):
        styles = ("bold",)
    return paint(printable(kept.replace("\t", TAB)), *styles) + "\n"


def _header(side: str, path: str) -> bytes:
    """The name of a side as git writes it: quoted where it has characters that would mislead."""
    name = os.fsencode(f"{side}/{relative(path)}")
    if any(byte < 0x20 or byte in b'"\\\x7f' for byte in name):
        escaped = name.replace(b"\\", b"\\\\").replace(b'"', b'\\"')
        plain = b"".join(
            b"%c" % byte if 0x20 <= byte != 0x7F else b"\\%03o" % byte for byte in escaped
        )
        return b'"%s"' % plain
    return name + b"\t" if b" " in name else name
