"""Fixes keep what a program does: generated modules run before and after, with equal results."""

from __future__ import annotations

import pytest
from case_file import Project
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import meaning
from programs import FIRST_LINES, IMPORTS, SITES, VOCABULARIES, WAYS, Program, pairs, program
from run_programs import results


def judge(one: Program) -> None:
    """Fix the program and hold it against the laws."""
    once = one.fixed()
    assert once.refused is None or once.source == one.source
    assert results(once.source) == results(one.source), once.source
    assert meaning(once.source, Project()) == meaning(one.source, Project())
    again = one._replace(source=once.source).fixed()
    assert again.source == once.source


@pytest.mark.parametrize("imports", IMPORTS)
def test_every_import_in_every_scope(imports: str) -> None:
    for case in pairs():
        if case[1] == imports:
            judge(program(*case))


@given(
    st.sampled_from(list(FIRST_LINES)),
    st.sampled_from(list(IMPORTS)),
    st.sampled_from(list(WAYS)),
    st.sampled_from(list(SITES)),
    st.sampled_from(VOCABULARIES),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_what_is_combined_at_random(
    first: str, imports: str, way: str, site: str, constants: str, end: str, ended: bool
) -> None:
    one = program(first, imports, way, site, constants)
    source = one.source if ended else one.source.rstrip("\n")
    judge(one._replace(source=source.replace("\n", end)))


def test_the_programs_do_what_they_are_for() -> None:
    one = program("nothing", "nothing", "at the top", "an argument")
    fixed = one.fixed()
    assert results(one.source) == [404]
    assert results(fixed.source) == [404]
    assert fixed.source.startswith("from http import HTTPStatus\n\nfrom flask")
    assert results(fixed.source.replace("NOT_FOUND", "CONFLICT")) != results(one.source)
