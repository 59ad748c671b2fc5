"""From the positions of ``ast`` (UTF-8 bytes) to those a person sees (characters)."""

from __future__ import annotations

import io
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_http_status.violation import Span

if TYPE_CHECKING:
    import ast

# What ends a line for `str.splitlines` alone.
_OTHER_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def split_lines(source: str) -> list[str]:
    r"""The lines of ``source`` with their ends, as Python's tokenizer counts them.

    Only ``\n``, ``\r\n`` and ``\r`` end a line; form feeds and Unicode separators do not.
    """
    if any(map(source.__contains__, _OTHER_ENDS)):
        return list(io.StringIO(source, newline=""))
    return source.splitlines(keepends=True)


class Lines:
    """The lines of one source text, and the spans of nodes in it."""

    def __init__(self, source: str) -> None:
        """``source`` is split when the first line is asked for."""
        self._source = source
        self._ascii = source.isascii()
        self._columns: dict[int, list[int]] = {}

    @cached_property
    def _lines(self) -> list[str]:
        return split_lines(self._source)

    def column(self, line: int, offset: int) -> int:
        """The character column of the UTF-8 byte ``offset`` in ``line`` (counted from 1)."""
        if self._ascii or (text := self._lines[line - 1]).isascii():
            return offset
        if line not in self._columns:
            self._columns[line] = _columns_of_bytes(text)
        columns = self._columns[line]
        return columns[min(offset, len(columns) - 1)]

    def span(self, node: ast.expr | ast.stmt | ast.keyword | ast.pattern | ast.alias) -> Span:
        """The span of ``node``."""
        line = node.lineno
        end_line = node.end_lineno or line
        return Span(
            line,
            self.column(line, node.col_offset),
            end_line,
            self.column(end_line, node.end_col_offset or 0),
        )

    def text(self, span: Span) -> str:
        """The source text that ``span`` covers."""
        line, column, end_line, end_column = span
        if line == end_line:
            return self._lines[line - 1][column:end_column]
        first = self._lines[line - 1][column:]
        last = self._lines[end_line - 1][:end_column]
        return "".join([first, *self._lines[line : end_line - 1], last])

    def around(self, statement: ast.stmt) -> str:
        """The whole lines on which ``statement`` and its decorators stand."""
        last = statement.end_lineno or statement.lineno
        return "".join(self._lines[first_line(statement) - 1 : last])

    def __getitem__(self, line: int) -> str:
        """Line number ``line``, counted from 1, with its end."""
        return self._lines[line - 1]

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._lines)


def first_line(statement: ast.stmt) -> int:
    """The line on which ``statement`` begins, with its first decorator if it has any."""
    decorators = getattr(statement, "decorator_list", None)
    return decorators[0].lineno if decorators else statement.lineno


def _columns_of_bytes(text: str) -> list[int]:
    """For every byte of ``text`` in UTF-8, and the end, the column of the character it is of."""
    columns = [
        column
        for column, character in enumerate(text)
        for _ in range(len(character.encode("utf-8", "surrogatepass")))
    ]
    return [*columns, len(text)]
