"""Where an operator stands, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.violation import Edit, Span

if TYPE_CHECKING:
    import ast

    from flake8_http_status.analysis.positions import Lines


def operator_edit(left: ast.expr, right: ast.expr, old: str, new: str, lines: Lines) -> Edit | None:
    """The edit that makes ``old`` between two operands ``new``; None unless they share a line.

    Then nothing but parentheses and blanks can stand beside it, while other lines have comments.
    """
    _, _, line, column = lines.span(left)
    end_line, end_column, _, _ = lines.span(right)
    if line != end_line:
        return None
    between = lines.text(Span(line, column, end_line, end_column))
    start = column + between.index(old)
    return Edit(Span(line, start, line, start + len(old)), new)
