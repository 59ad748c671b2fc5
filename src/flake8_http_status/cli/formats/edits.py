"""Fixes as plain edits of text, for those who apply them: editors and code scanners."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.imports import Insertion, newline, place_import, statement_of
from flake8_http_status.registry import catalogue
from flake8_http_status.violation import Span

if TYPE_CHECKING:
    from flake8_http_status.cli.running import Result
    from flake8_http_status.settings import Settings
    from flake8_http_status.violation import Import, Violation

Replacement = tuple[Span, str]


class Edits:
    """The edits that repair the violations of one file, each violation on its own.

    A name that the command would add to an import that exists is imported by a line of its own
    here: that is an insertion, which needs no other text.
    """

    def __init__(self, result: Result, settings: Settings) -> None:
        self._result = result
        self._settings = settings
        self._file: File | None = None

    def of(self, violation: Violation) -> list[Replacement]:
        """Spans and the texts that replace them; none where there is no fix to apply alone."""
        if violation.fix is None:
            return []
        wanted = dict.fromkeys(edit.import_ for edit in violation.fix.edits if edit.import_)
        imports = [self._import(one) for one in wanted]
        if None in imports:
            return []
        edits = [(edit.span, edit.text) for edit in violation.fix.edits]
        return [*filter(None, imports), *edits]

    def _import(self, wanted: Import) -> Replacement | None:
        if self._file is None:
            text = self._result.text()
            self._file = File(text, ast.parse(text), catalogue(self._settings))
        place = place_import(self._file, wanted)
        if isinstance(place, Insertion):
            return Span(place.line, 0, place.line, 0), place.text
        if place is None or place.span.column:
            return None
        line = place.span.line
        return Span(line, 0, line, 0), statement_of(wanted) + newline(self._file)
