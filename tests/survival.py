"""What must hold for every source, also for one that is no program."""

from __future__ import annotations

import ast
import contextlib
from typing import NamedTuple

import pytest

from flake8_http_status.checker import check_source
from flake8_http_status.codemod import fix_source
from flake8_http_status.plugin import Plugin

UNPARSABLE = (SyntaxError, ValueError, RecursionError, MemoryError)


class Survival(NamedTuple):
    """What came of a source: ``fixed`` is the source where nothing was changed or it is none."""

    parsed: bool
    found: int
    fixed: str
    refused: str | None


def is_refused(source: str) -> None:
    """The parser's error is told, unless the text shows that nothing is in it."""
    with pytest.raises(UNPARSABLE):
        check_source(source, prefilter=False)
    with contextlib.suppress(*UNPARSABLE):
        assert check_source(source) == []
    with contextlib.suppress(*UNPARSABLE):
        assert fix_source(source).source == source


def survive(source: str) -> Survival:
    """Check and fix; the plugin finds the same, and the fixed source compiles if the source does.

    What no parser takes is refused with the parser's error, unless its text shows that nothing is
    in it.
    """
    try:
        tree = ast.parse(source)
    except UNPARSABLE:
        is_refused(source)
        return Survival(False, 0, source, None)
    before = ast.dump(tree, include_attributes=True)
    found = check_source(source, tree=tree)
    assert ast.dump(tree, include_attributes=True) == before
    places = [
        (one.span.line, one.span.column, f"{one.code} {one.message}")
        for one in found
        if one.code not in Plugin.off
    ]
    plugin = Plugin(tree, source.splitlines(keepends=True), "source.py")
    assert [report[:3] for report in plugin.run()] == places
    fix_source(source)
    fixed = fix_source(source, unsafe=True, select=lambda violation: True)
    ast.parse(fixed.source)
    return Survival(True, len(found), fixed.source, fixed.refused)
