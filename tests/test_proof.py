"""The proof itself on trial: every wrong rewriting must be caught, every right one accepted."""

from __future__ import annotations

import ast

import pytest

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.proof import difference
from flake8_http_status.registry import catalogue
from flake8_http_status.settings import DEFAULT_SETTINGS

BEFORE = '''\
"""A shop."""
from http import HTTPStatus

from flask import abort, jsonify


def find(name, /, *, limit=10):
    if name is None:
        abort(404)
    for attempt in range(3):
        response = jsonify(name=name, limit=limit)
        if response.status_code == 200:
            return response, 201
    return "not found", HTTPStatus.NOT_FOUND
'''
RIGHT = {
    "a name": ("abort(404)", "abort(HTTPStatus.NOT_FOUND)"),
    "a number": ("HTTPStatus.NOT_FOUND", "404"),
    "an item": ("abort(404)", 'abort(HTTPStatus["NOT_FOUND"])'),
    "a value": ("abort(404)", "abort(HTTPStatus.NOT_FOUND.value)"),
    "another vocabulary": (
        '"""A shop."""\nfrom http import HTTPStatus\n',
        '"""A shop."""\nfrom http import HTTPStatus\nfrom http import client\n',
    ),
    "layout": ("return response, 201", "return (response,\n        201)  # created"),
}
WRONG = {
    "another code": ("abort(404)", "abort(HTTPStatus.FORBIDDEN)"),
    "another number": ("abort(404)", "abort(403)"),
    "an unknown name": ("abort(404)", "abort(HTTPStatus.NOT_FOUD)"),
    "a missing import": ("abort(404)", "abort(status.HTTP_404_NOT_FOUND)"),
    "the import gone": ("from http import HTTPStatus\n", ""),
    "another import gone": ("abort, jsonify", "abort"),
    "an import exchanged": ("from flask import abort", "from quart import abort"),
    "an import of another thing": (
        "from http import HTTPStatus",
        "from shop import HTTPStatus",
    ),
    "a shadowing parameter": ("def find(name,", "def find(HTTPStatus,"),
    "a shadowing variable": ("for attempt", "for HTTPStatus"),
    "a shadowing import": (
        "def find(",
        "from shop import HTTPStatus\n\n\ndef find(",
    ),
    "a shadowed function": ("\n\ndef find(", "\nfrom shop import jsonify\n\n\ndef find("),
    "a dropped statement": ("        abort(404)\n", "        pass\n"),
    "a dropped branch": ("    if name is None:\n        abort(404)\n", ""),
    "an added statement": ("        abort(404)\n", "        abort(404)\n        name = 1\n"),
    "another indentation": (
        "            return response, 201\n",
        "            pass\n        return response, 201\n",
    ),
    "a changed text": ('"not found"', '"Not found"'),
    "a changed docstring": ("A shop", "A shop."),
    "a changed number": ("range(3)", "range(4)"),
    "a number as text": ("response, 201", 'response, "201"'),
    "a truth value": ("limit=10", "limit=True"),
    "another operator": ("status_code == 200", "status_code != 200"),
    "another attribute": ("response.status_code", "response.status"),
    "another keyword": ("name=name, limit=limit", "limit=name, name=limit"),
    "another order": ("response, 201", "201, response"),
    "another parameter kind": ("name, /, *, limit", "name, *, limit"),
    "a renamed function": ("def find(", "def found("),
    "an asynchronous function": ("def find(", "async def find("),
    "a decorator": ("def find(", "@print\ndef find("),
    "an annotation": ("limit=10)", "limit=10) -> int"),
    "no syntax": ("abort(404)", "abort(404"),
    "a null byte": ("abort(404)", "abort(404\0)"),
}


def verdict(wrong: str, right: str) -> str | None:
    assert BEFORE.count(wrong) == 1
    file = File(BEFORE, ast.parse(BEFORE), catalogue(DEFAULT_SETTINGS))
    return difference(file, BEFORE.replace(wrong, right))


@pytest.mark.parametrize(("old", "new"), RIGHT.values(), ids=RIGHT)
def test_what_means_the_same_passes(old: str, new: str) -> None:
    assert verdict(old, new) is None


@pytest.mark.parametrize(("old", "new"), WRONG.values(), ids=WRONG)
def test_what_means_something_else_is_caught(old: str, new: str) -> None:
    assert verdict(old, new)


def _numbers() -> list[ast.Constant]:
    return [
        node
        for node in ast.walk(ast.parse(BEFORE))
        if isinstance(node, ast.Constant) and type(node.value) is int
    ]


@pytest.mark.parametrize("number", _numbers(), ids=lambda node: f"line {node.lineno}")
@pytest.mark.parametrize("new", ("HTTPStatus.CONFLICT", "409", "'404'", "None", "-404", "limit"))
def test_no_number_may_become_another(number: ast.Constant, new: str) -> None:
    lines = BEFORE.splitlines(keepends=True)
    line = lines[number.lineno - 1]
    lines[number.lineno - 1] = line[: number.col_offset] + new + line[number.end_col_offset :]
    file = File(BEFORE, ast.parse(BEFORE), catalogue(DEFAULT_SETTINGS))
    assert difference(file, "".join(lines))


@pytest.mark.parametrize("index", range(len(BEFORE.splitlines())))
def test_no_line_may_go(index: int) -> None:
    lines = BEFORE.splitlines(keepends=True)
    if not lines[index].strip():
        return
    del lines[index]
    file = File(BEFORE, ast.parse(BEFORE), catalogue(DEFAULT_SETTINGS))
    assert difference(file, "".join(lines))
