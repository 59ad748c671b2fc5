"""Which name is right on all targets, and what a project is known to support."""

from __future__ import annotations

import ast

import pytest

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.naming import Supported, declared, lacks, right_name, warns
from flake8_http_status.registry import all_vocabularies, catalogue
from flake8_http_status.settings import from_mapping
from flake8_http_status.vocabularies._vocabulary import Name

VOCABULARIES = {vocabulary.key: vocabulary for vocabulary in all_vocabularies()}


@pytest.mark.parametrize(
    ("key", "targets", "code", "expected"),
    [
        ("http", "", 404, "NOT_FOUND"),
        ("http", "", 422, "UNPROCESSABLE_ENTITY"),
        ("http", "python>=3.12", 422, "UNPROCESSABLE_ENTITY"),
        ("http", "python>=3.13", 422, "UNPROCESSABLE_CONTENT"),
        ("http", "python>=3.13.1", 413, "CONTENT_TOO_LARGE"),
        ("http", "", 418, "IM_A_TEAPOT"),
        ("http", "python>=3.8", 418, None),
        ("http", "", 499, None),
        ("starlette", "", 404, "HTTP_404_NOT_FOUND"),
        ("starlette", "", 422, None),
        ("starlette", "starlette>=0.40", 422, None),
        ("starlette", "starlette>=0.47.3", 422, None),
        ("starlette", "starlette>=0.48", 422, "HTTP_422_UNPROCESSABLE_CONTENT"),
        ("starlette", "starlette>=0.48.0", 422, "HTTP_422_UNPROCESSABLE_CONTENT"),
        ("starlette", "starlette<0.48", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("starlette", "starlette<0.48.0", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("starlette", "starlette~=0.47.0", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("starlette", "starlette==0.47.*", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("starlette", "starlette<1", 422, None),
        ("starlette", "fastapi<0.116.2", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("starlette", "fastapi>=0.100,<0.117", 422, None),
        ("starlette", "fastapi>=0.130", 422, None),
        ("starlette", "fastapi>=0.164", 422, "HTTP_422_UNPROCESSABLE_CONTENT"),
        ("starlette", "fastapi>=0.110, starlette>=0.48", 422, "HTTP_422_UNPROCESSABLE_CONTENT"),
        ("fastapi", "fastapi>=0.110, starlette<0.48", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("fastapi", "fastapi>=0.164", 422, "HTTP_422_UNPROCESSABLE_CONTENT"),
        ("rest_framework", "djangorestframework>=3.18", 422, "HTTP_422_UNPROCESSABLE_ENTITY"),
        ("rest_framework", "djangorestframework>=3.13", 425, None),
        ("httpx2", "httpx2<2.10", 422, "UNPROCESSABLE_ENTITY"),
        ("httpx2", "httpx2>=2.11", 422, "UNPROCESSABLE_CONTENT"),
        ("httpx2", "httpx2>=2", 422, None),
        ("requests", "requests>=2.31", 413, "request_entity_too_large"),
        ("requests", "requests>=2.32.2", 413, "content_too_large"),
        ("requests", "", 100, "CONTINUE"),
        ("requests", "", 122, None),
        ("falcon", "falcon>=4", 413, "HTTP_413"),
    ],
)
def test_right_name(key: str, targets: str, code: int, expected: str | None) -> None:
    settings = from_mapping({"targets": targets})
    assert right_name(code, VOCABULARIES[key], settings) == expected


def test_every_right_name_is_a_name_of_the_code() -> None:
    for vocabulary in all_vocabularies():
        for code, names in vocabulary.names.items():
            name = right_name(code, vocabulary, from_mapping({}))
            assert name is None or name.lower() in {entry.name.lower() for entry in names}


def test_what_brings_a_package_says_something_of_it() -> None:
    settings = from_mapping({"targets": "fastapi>=0.66,<0.116, starlette>=0.20,<2"})
    assert declared(VOCABULARIES["starlette"], settings) == Supported((0, 20), (0, 48))
    assert declared(VOCABULARIES["http"], settings) == Supported(None, None)


NEW = Name("NEW", since=(2,))
GONE = Name("GONE", removed=(2,))
OLD = Name("OLD", deprecated=(2,))


@pytest.mark.parametrize(
    ("supported", "lacking", "warning"),
    [
        (Supported(None, None), set(), set()),
        (Supported((1,), None), {NEW, GONE}, {OLD}),
        (Supported((2,), None), {GONE}, {OLD}),
        (Supported((1,), (2,)), {NEW}, set()),
        (Supported((1, 9), (2, 1)), {NEW, GONE}, {OLD}),
        (Supported(None, (2,)), {NEW}, set()),
        (Supported(None, (3,)), {GONE}, {OLD}),
    ],
)
def test_what_is_known_of_a_name(
    supported: Supported, lacking: set[Name], warning: set[Name]
) -> None:
    names = {NEW, GONE, OLD}
    assert {name for name in names if lacks(name, supported)} == lacking
    assert {name for name in names if warns(name, supported)} == warning


def test_relative_imports_lead_to_declared_constants() -> None:
    settings = from_mapping({"vocabularies": "shop.http.codes.GONE=410"})
    source = """
from . import codes
from .codes import GONE
from ..http import codes as others, views
from .other import codes as foreign
codes.GONE, GONE, others.GONE, foreign.GONE, views.GONE
"""
    file = File(source, ast.parse(source), catalogue(settings))
    found = [ast.unparse(reference.node) for reference in file.references]
    assert found == ["codes.GONE", "GONE", "others.GONE"]
