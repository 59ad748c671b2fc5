"""Fixes as plain edits of text, for those who apply them: editors and code scanners."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.imports import Insertion, place_import
from flake8_http_status.analysis.splicing import apart
from flake8_http_status.analysis.unused_imports import unused_imports
from flake8_http_status.registry import catalogue
from flake8_http_status.violation import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.imports import Merge
    from flake8_http_status.cli.running import Result
    from flake8_http_status.settings import Settings
    from flake8_http_status.violation import Import, Violation

Replacement = tuple[Span, str]


class Edits:
    """The edits that repair the violations of one file, each violation on its own.

    They make the same text as ``fix`` does where it repairs that violation alone. LibCST is loaded
    where an import statement changes, and not for what is merely inserted or replaced.
    """

    def __init__(self, result: Result, settings: Settings) -> None:
        self._result = result
        self._settings = settings

    @cached_property
    def _file(self) -> File:
        text = self._result.text()
        return File(text, ast.parse(text), catalogue(self._settings))

    @cached_property
    def _lines(self) -> list[str]:
        return self._result.lines()

    def of(self, violation: Violation) -> list[Replacement]:
        """Spans and the texts that replace them; none where there is no fix to apply alone."""
        if violation.fix is None:
            return []
        edits = violation.fix.edits
        wanted = list(dict.fromkeys(edit.import_ for edit in edits if edit.import_))
        if len(wanted) > 1 or unused_imports(self._file, edits):
            return list(self._compared(violation))
        first = min(edit.span.line for edit in edits)
        imports = [self._import(one, first) for one in wanted]
        if None in imports:
            return []
        replaced = [(edit.span, apart(self._lines, edit.span, edit.text)) for edit in edits]
        return [*filter(None, imports), *replaced]

    def _import(self, wanted: Import, line: int) -> Replacement | None:
        place = place_import(self._file, wanted, line)
        if place is None:
            return None
        if isinstance(place, Insertion):
            return Span(place.line, 0, place.line, 0), place.text
        return self._merged(place)

    def _merged(self, place: Merge) -> Replacement:
        from flake8_http_status.fixing import merged

        return place.span, merged(self._file.lines.text(place.span), [place])

    def _compared(self, violation: Violation) -> Iterator[Replacement]:
        """Whole lines, by comparing the text with what becomes of it."""
        from difflib import SequenceMatcher

        from flake8_http_status.analysis.positions import split_lines
        from flake8_http_status.fixing import applied_to

        fixed = applied_to(self._file, self._result.text(), [violation])
        after = split_lines(fixed or self._result.text())
        compared = SequenceMatcher(None, self._lines, after, autojunk=False)
        for kind, start, end, new_start, new_end in compared.get_opcodes():
            if kind != "equal":
                yield Span(start + 1, 0, end + 1, 0), "".join(after[new_start:new_end])
