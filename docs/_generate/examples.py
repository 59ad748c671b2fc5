"""Examples from the case files of the tests, which every test run proves."""

from __future__ import annotations

import difflib
from pathlib import Path

from case_file import read

CASES = Path(__file__).parents[2] / "tests" / "cases"


def example(name: str) -> str:
    """The first case of a case file in which the fix changes something, as a difference."""
    path = CASES / name
    cases = read(path) if path.exists() else []
    case = next((case for case in cases if case.fixed), None)
    if case is None:
        return ""
    before, after = case.source.splitlines(), case.fixed_source.splitlines()
    lines = list(difflib.unified_diff(before, after, lineterm="", n=len(before)))[3:]
    return "\n".join(("```diff", *map(str.rstrip, lines), "```"))
