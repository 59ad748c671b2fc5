"""Pieces of text put into a source in place of others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.analysis.positions import split_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flake8_http_status.violation import Span


def splice(source: str, pieces: Iterable[tuple[Span, str]]) -> str:
    """``source`` with the text at each span replaced; spans do not overlap."""
    lines = split_lines(source)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    parts: list[str] = []
    position = 0
    for span, text in sorted(pieces, key=lambda piece: (piece[0], piece[1])):
        start = starts[span.line - 1] + span.column
        parts.append(source[position:start])
        parts.append(apart(lines, span, text))
        position = starts[span.end_line - 1] + span.end_column
    parts.append(source[position:])
    return "".join(parts)


def apart(lines: Sequence[str], span: Span, text: str) -> str:
    """The text that replaces ``span``, with a blank where it would run into a word next to it."""
    line, column, end_line, end_column = span
    if not text or (line, column) == (end_line, end_column):
        return text
    before = lines[line - 1][:column][-1:]
    after = lines[end_line - 1][end_column:][:1] if end_line <= len(lines) else ""
    lead = " " if _in_word(before) and _in_word(text[0]) else ""
    tail = " " if _in_word(text[-1]) and _in_word(after) else ""
    return lead + text + tail


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"
