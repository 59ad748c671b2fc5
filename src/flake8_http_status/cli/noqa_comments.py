"""Comments that silence what is reported, for those who start with a clean slate."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.positions import split_lines
from flake8_http_status.files import FileError
from flake8_http_status.noqa import COMMENT, Noqa

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flake8_http_status.violation import Violation


def with_comments(source: str, violations: Iterable[Violation]) -> str:
    """The source with a ``# noqa: CODE`` for every violation, joined to those that are there.

    Raises ``FileError`` where a comment would not silence a violation (the first text that looks
    like one, in a string perhaps, is what counts) or would change the program.
    """
    violations = list(violations)
    noqa = Noqa(source)
    codes: dict[int, set[str]] = {}
    for violation in violations:
        codes.setdefault(noqa.last_line(violation.span.line), set()).add(violation.code)
    lines = split_lines(source)
    for number, added in codes.items():
        lines[number - 1] = _with_comment(lines[number - 1], sorted(added))
    text = "".join(lines)
    silenced = Noqa(text)
    if not all(silenced.silences(found.code, found.span.line) for found in violations):
        raise FileError("has a line where no comment can be added")
    if ast.dump(ast.parse(text)) != ast.dump(ast.parse(source)):
        raise FileError("would not mean the same with the comments")
    return text


def _with_comment(line: str, codes: list[str]) -> str:
    text = line.rstrip("\r\n")
    comment = COMMENT.search(text)
    if comment and comment["codes"]:
        end = comment.start("codes") + len(comment["codes"].rstrip(", \t"))
        text = f"{text[:end]},{','.join(codes)}{text[end:]}"
    else:
        text = f"{text}  # noqa: {','.join(codes)}"
    return text + line[len(line.rstrip("\r\n")) :]
