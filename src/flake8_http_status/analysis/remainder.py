"""What of a text is neither a status nor an import: it must stay, character by character."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.positions import split_lines
from flake8_http_status.violation import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flake8_http_status.analysis.file import File

_MARK = "\ufeff"
_STATUS = "\0s\0"
_IMPORT = "\0i\0"
_IMPORT_LINE = re.compile(
    rf"{_IMPORT}(?:[ \t\f]*+;[ \t\f]*+{_IMPORT})*[ \t\f]*+;?[ \t\f]*+(?P<comment>#.*)?"
)
_COMMENT = re.compile(r"#[^\r\n]*")
# The marks of statuses that touch a word: before them, and behind them.
_BEHIND_WORD = re.compile(rf"{_STATUS}(?<=\w{_STATUS})")
_BEFORE_WORD = re.compile(rf"{_STATUS}(?=\w)")


class Remainder(NamedTuple):
    """A text without its statuses and imports.

    ``lines``: those with code or a comment, with their ends; ``gaps``: the blank lines above each
    of them and at the end, None where an import stands among these; ``comments``: those of imports.
    """

    lines: list[str]
    gaps: list[str | None]
    comments: list[str]


def remainder(file: File, statuses: Iterable[Span]) -> Remainder:
    """What is left of ``file`` without the text at ``statuses`` and without import statements.

    A blank that keeps a status apart from a word next to it counts as there.
    """
    lines: list[str] = []
    gaps: list[str | None] = []
    comments: list[str] = []
    gap: str | None = ""
    imports = [
        file.lines.span(node)
        for kind in (ast.Import, ast.ImportFrom)
        for node, _ in file.module.of(kind)
    ]
    marks = [(span, _STATUS) for span in statuses] + [(span, _IMPORT) for span in imports]
    text = _marked(file, sorted(marks))
    apart = _BEHIND_WORD.sub(f" {_STATUS}", text.removeprefix(_MARK))
    for line in split_lines(_BEFORE_WORD.sub(f"{_STATUS} ", apart)):
        content = line.strip()
        import_line = content.startswith(_IMPORT) and _IMPORT_LINE.fullmatch(content)
        if import_line:
            gap = None
            comments += [import_line["comment"]] * (import_line["comment"] is not None)
        elif content:
            lines.append(line)
            gaps.append(gap)
            gap = ""
        elif gap is not None:
            gap += line
    for span in sorted(imports):
        comments += _COMMENT.findall(file.lines.text(span))
    return Remainder([_MARK * text.startswith(_MARK), *lines], [*gaps, gap], comments)


def same(old: Remainder, new: Remainder, *, lost: bool) -> bool:
    """Whether nothing differs but blank lines next to imports.

    ``lost``: names went from the imports, and their comments may have gone with them.
    """
    comments = iter(old.comments)
    return (
        old.lines == new.lines
        and all(
            one == other or one is None or other is None
            for one, other in zip(old.gaps, new.gaps, strict=True)
        )
        and (
            old.comments == new.comments or (lost and all(one in comments for one in new.comments))
        )
    )


def _marked(file: File, marks: Iterable[tuple[Span, str]]) -> str:
    """The text of ``file`` with a mark in place of that at each span, in order."""
    parts: list[str] = []
    line, column = 1, 0
    for span, mark in marks:
        parts += [file.lines.text(Span(line, column, span.line, span.column)), mark]
        line, column = span.end_line, span.end_column
    last = len(file.lines)
    parts.append(file.lines.text(Span(line, column, last, len(file.lines[last]))))
    return "".join(parts)
