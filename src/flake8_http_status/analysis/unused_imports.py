"""Which imports of status constants go, once nothing reads them any more."""

from __future__ import annotations

import ast
import bisect
import sys
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.violation import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.imports import ImportStatement
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.violation import Edit


class Removal(NamedTuple):
    """``statement`` loses the ``names`` that it binds; ``whole``: these are all."""

    statement: ImportStatement
    names: frozenset[str]
    whole: bool


def unused_imports(file: File, edits: Sequence[Edit]) -> list[Removal]:
    """What nothing reads any more once ``edits`` are made.

    What was unused before stays, and so does what is exported or marked with ``noqa``, depends on a
    condition, or shares a line with other statements.
    """
    if not file.references:
        return []
    spans = sorted(edit.span for edit in edits)
    written = {edit.text.partition(".")[0] for edit in edits if edit.import_ is None}
    bound = {edit.import_.bound: edit.import_.target for edit in edits if edit.import_ is not None}
    unused: dict[ImportStatement, set[str]] = {}
    for scope in file.module.scopes:
        for name, bindings in scope.bindings.items():
            statement = bindings[0].node
            target = file.catalogue.canonical(bindings[0].target)
            if (
                len(bindings) == 1
                and isinstance(statement, (ast.Import, ast.ImportFrom))
                and name not in written
                and name not in file.quoted
                and file.catalogue.canonical(bound.get(name, "")) != target
                and file.catalogue.leads_to_constants(target)
                and _loses_all_reads(file, name, scope, spans)
                and _can_lose_names(file, statement, spans)
            ):
                unused.setdefault(statement, set()).add(name)
    return [
        Removal(statement, frozenset(names), whole=len(names) == len(statement.names))
        for statement, names in unused.items()
    ]


def _loses_all_reads(file: File, name: str, scope: Scope, spans: Sequence[Span]) -> bool:
    """Whether the name is read, and only where something else will stand."""
    reads = [
        file.lines.span(node)
        for node, where in file.reads.get(name, ())
        if where.lookup(name) is scope
    ]
    return bool(reads) and all(_within_one(read, spans) for read in reads)


def _has_one_of(spans: Sequence[Span], whole: Span) -> bool:
    """Whether one of the spans, which are in order and do not overlap, lies within ``whole``."""
    first = bisect.bisect_left(spans, whole[:2], key=lambda span: span[:2])
    return first < len(spans) and _within(spans[first], whole)


def _can_lose_names(file: File, statement: ImportStatement, spans: Sequence[Span]) -> bool:
    parent = file.parent(statement)
    if not isinstance(parent, (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    whole = file.lines.span(statement)
    lines = [file.lines[line] for line in range(whole.line, whole.end_line + 1)]
    behind = lines[-1][whole.end_column :].strip()
    return (
        len(parent.body) > 1
        and not lines[0][: whole.column].strip("\ufeff \t\f")
        and (not behind or behind.startswith("#"))
        and not any("noqa" in line for line in lines)
        and not _has_one_of(spans, whole)
    )


def _within_one(span: Span, wholes: Sequence[Span]) -> bool:
    """Whether ``span`` is a part of one of those, which are in order and do not overlap."""
    place = bisect.bisect(wholes, (*span[:2], sys.maxsize, 0))
    return place > 0 and _within(span, wholes[place - 1])


def _within(span: Span, whole: Span) -> bool:
    return whole[:2] <= span[:2] and span[2:] <= whole[2:]


def emptied_lines(file: File, removals: Iterable[Removal]) -> list[Span]:
    """The lines of the statements that go as a whole, and the blank lines that would be too many.

    Where blank lines stood above and below, the smaller number of them goes; at the beginning of
    the file, or of a function, all below do.
    """
    gone: set[int] = set()
    for removal in removals:
        if removal.whole:
            span = file.lines.span(removal.statement)
            gone.update(range(span.line, span.end_line + 1))
    for first, last in _runs(gone):
        above = [line for line in _outwards(file, first, -1) if line not in gone]
        below = list(_outwards(file, last, 1))
        head = next((line for line in range(first - 1, 0, -1) if not _skipped(file, line, gone)), 0)
        at_top = not head or file.lines[head].lstrip().startswith(("def ", "async "))
        gone.update(below if at_top else below[: len(above)])
    return [Span(first, 0, last + 1, 0) for first, last in _runs(gone)]


def _runs(lines: set[int]) -> list[tuple[int, int]]:
    """The first and last of each run of successive numbers."""
    firsts = sorted(line for line in lines if line - 1 not in lines)
    lasts = sorted(line for line in lines if line + 1 not in lines)
    return list(zip(firsts, lasts, strict=True))


def _outwards(file: File, line: int, step: int) -> Iterator[int]:
    """The blank lines next to ``line`` in one direction."""
    line += step
    while 1 <= line <= len(file.lines) and not file.lines[line].strip():
        yield line
        line += step


def _skipped(file: File, line: int, gone: set[int]) -> bool:
    return line in gone or not file.lines[line].strip()
