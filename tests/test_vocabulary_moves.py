"""Every vocabulary can be moved to every other one, and back to the very same text."""

from __future__ import annotations

import itertools
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_http_status.analysis.naming import right_name
from flake8_http_status.codemod import fix_source
from flake8_http_status.registry import all_vocabularies, catalogue
from flake8_http_status.settings import Settings, from_mapping
from flake8_http_status.vocabularies._vocabulary import Kind

NUMBER = "number"
OWN = {"shop.codes": {f"STATUS_{code}": code for code in (200, 301, 404, 410, 418, 422, 503)}}
OLD = from_mapping(
    {
        "targets": "python>=3.9, starlette>=0.20,<0.48, httpx2>=2.0,<2.10, requests>=2.28",
        "vocabularies": OWN,
    }
)
NEW = from_mapping(
    {
        "targets": "python>=3.13, starlette>=1, httpx2>=2.11, requests>=2.32, twisted>=24.7",
        "vocabularies": OWN,
    }
)
VOCABULARIES = {
    vocabulary.key: vocabulary
    for vocabulary in (*all_vocabularies(), catalogue(NEW).vocabularies["shop.codes"])
    if vocabulary.kind is not Kind.STATUS_LINE
}
KEYS = [*VOCABULARIES, NUMBER]
STANDARD = ("import os", "from http import HTTPMethod", "from pathlib import Path")
RESPONSE = "from django.http import HttpResponse"
THIRD_PARTY = ("import attrs", "from zope import interface")
# Places where only the number counts, however it is written.
PLACES = (
    "answer.status_code == {}",
    "answer.status_code in ({}, other)",
    "[] if {} != answer.status_code else None",
    "HttpResponse(status={})",
    "match answer.status_code:\n    case {}:\n        pass",
)


class Program(NamedTuple):
    """A module that names codes, apart from how it does so."""

    docstring: bool
    standard: tuple[str, ...]
    third_party: tuple[str, ...]
    places: tuple[str, ...]

    def written(self, key: str, codes: list[int], known: Settings) -> str:
        """The module with the constants of one vocabulary, its imports in the usual order."""
        standard, third_party = [*self.standard], [*self.third_party, RESPONSE]
        prefix = ""
        if key != NUMBER:
            vocabulary = VOCABULARIES[key]
            package, _, last = vocabulary.container.rpartition(".")
            section = standard if vocabulary.distribution == "python" else third_party
            if vocabulary.from_import:
                section.append(f"from {package} import {last}")
                prefix = f"{last}."
            else:
                section.append(f"import {package}")
                prefix = f"{vocabulary.container}."
        head = ['"""A shop."""'] if self.docstring else []
        imports = ["\n".join(merged(section)) for section in (standard, third_party) if section]
        body = "\n".join(
            place.format(prefix + name_of(key, code, known))
            for code, place in zip(codes, itertools.cycle(self.places), strict=False)
        )
        return "\n\n".join([*head, *imports, body]) + "\n"


def merged(lines: list[str]) -> list[str]:
    """The imports sorted, those from one module in one statement."""
    names: dict[str, list[str]] = {}
    for line in lines:
        if line.startswith("from"):
            _, module, _, name = line.split()
            names.setdefault(module, []).append(name)
    return [
        *sorted(line for line in lines if line.startswith("import")),
        *(f"from {module} import {', '.join(sorted(names[module]))}" for module in sorted(names)),
    ]


def name_of(key: str, code: int, known: Settings) -> str:
    return str(code) if key == NUMBER else right_name(code, VOCABULARIES[key], known) or ""


def codes_of(key: str, known: Settings) -> set[int]:
    """The codes that have a right name on the targets."""
    vocabulary = VOCABULARIES["http" if key == NUMBER else key]
    return {code for code in vocabulary.names if right_name(code, vocabulary, known)}


def moved(source: str, key: str, known: Settings) -> str:
    """``source`` in the vocabulary: everything that is reported is repaired."""
    result = fix_source(source, known._replace(constants=key), select=lambda violation: True)
    assert result.refused is None
    return result.source


@pytest.mark.parametrize("one", KEYS)
@pytest.mark.parametrize("other", KEYS)
def test_all_codes_move_exactly(one: str, other: str) -> None:
    program = Program(docstring=True, standard=STANDARD, third_party=THIRD_PARTY, places=PLACES)
    common = sorted(codes_of(one, NEW) & codes_of(other, NEW))
    first, second = (program.written(key, common, NEW) for key in (one, other))
    assert moved(first, other, NEW) == second


@settings(max_examples=200, deadline=None)
@given(
    one=st.sampled_from(KEYS),
    other=st.sampled_from(KEYS),
    known=st.sampled_from([OLD, NEW]),
    program=st.builds(
        Program,
        docstring=st.booleans(),
        standard=st.sets(st.sampled_from(STANDARD)).map(tuple),
        third_party=st.sets(st.sampled_from(THIRD_PARTY)).map(tuple),
        places=st.lists(st.sampled_from(PLACES), min_size=1, max_size=4).map(tuple),
    ),
    codes=st.sets(st.sampled_from(sorted(VOCABULARIES["http"].names)), max_size=5),
)
def test_moves_can_be_undone(
    one: str, other: str, known: Settings, program: Program, codes: set[int]
) -> None:
    common = sorted(codes & codes_of(one, known) & codes_of(other, known)) or [404]
    first = program.written(one, common, known)
    second = moved(first, other, known)
    assert second == program.written(other, common, known)
    assert moved(second, one, known) == first
