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
from __future__ import annotations

import zlib
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import abort, jsonify  # answers
from flask import (
    url_for,  # addresses
)
\t
if TYPE_CHECKING:
    from shop import Basket
try:
    from shop import cache
except ImportError:
    cache = None
\f
DEFAULT = HTTPStatus.OK


def find(name, /, *, limit=10):
    if (name is None):
        abort(404)  # as shops do
    for attempt in range(3):
        response = jsonify(name=name, limit=limit)
        if response.status_code == 200:
            return response, 201
    return "not found", HTTPStatus.NOT_FOUND


abort(410if find else 409)
'''
CLIENT = ("abort(404)", "abort(client.NOT_FOUND)")
STATUS = "from http import HTTPStatus\n"
RIGHT = {
    "a name": ("abort(404)", "abort(HTTPStatus.NOT_FOUND)"),
    "a number": ("HTTPStatus.NOT_FOUND", "404"),
    "an item": ("abort(404)", 'abort(HTTPStatus["NOT_FOUND"])'),
    "a value": ("abort(404)", "abort(HTTPStatus.NOT_FOUND.value)"),
    "an import": (STATUS, STATUS + "from http import client\n"),
    "another vocabulary": (STATUS, STATUS + "from http import client\n", *CLIENT),
    "an import where nothing else is": (
        "def find(",
        "from http import client\n\n\ndef find(",
        *CLIENT,
    ),
    "an import merged": ("import HTTPStatus\n", "import HTTPStatus, client\n", *CLIENT),
    "an import in the function": (
        "    if (name",
        "    from http import client\n\n    if (name",
        *CLIENT,
    ),
    "blank lines next to an import": ("\n\nfrom flask import abort", "\nfrom flask import abort"),
    "a blank that was missing": ("410if", "HTTPStatus.GONE if"),
}
WRONG = {
    # other statuses
    "another code": ("abort(404)", "abort(HTTPStatus.FORBIDDEN)"),
    "another number": ("abort(404)", "abort(403)"),
    "an unknown name": ("abort(404)", "abort(HTTPStatus.NOT_FOUD)"),
    "another constant's code": ("HTTPStatus.NOT_FOUND", "HTTPStatus.GONE"),
    "a number for another constant": ("HTTPStatus.NOT_FOUND", "410"),
    "a name of another kind": ("abort(404)", "abort(TYPE_CHECKING)"),
    "a number as text": ("response, 201", 'response, "201"'),
    # names that are not what they seem
    "a missing import": ("abort(404)", "abort(status.HTTP_404_NOT_FOUND)"),
    "the import gone": (STATUS, ""),
    "the import renamed": ("import HTTPStatus", "import HTTPStatus as Status"),
    "an import of another thing": (STATUS, "from shop import HTTPStatus\n"),
    "an import for types only": (
        "    from shop import Basket\n",
        "    from http import client\n    from shop import Basket\n",
        *CLIENT,
    ),
    "an import that may fail": (
        "    from shop import cache\n",
        "    from http import client\n    from shop import cache\n",
        *CLIENT,
    ),
    "an import in another function": (
        "\n\nabort(410if",
        "\n    from http import client\n\n\nabort(client.GONE if",
    ),
    "an import behind what reads it": (
        "DEFAULT",
        "abort(404)\nDEFAULT",
        STATUS,
        "",
        "\n\nabort(410",
        f"\n\n{STATUS}\n\nabort(410",
    ),
    "an import behind what calls it": (
        "\n\nabort(410if find else 409)\n",
        "\n\nabort(410if find else 409)\nfrom http import client\n",
        *CLIENT,
    ),
    "a shadowing parameter": ("def find(name,", "def find(HTTPStatus,"),
    "a shadowing variable": ("for attempt", "for HTTPStatus"),
    "a shadowing import": ("def find(", "from shop import HTTPStatus\n\n\ndef find("),
    "a shadowing import of constants": (
        "def find(",
        "from http import client as jsonify\n\n\ndef find(",
    ),
    "a shadowed function": ("\n\ndef find(", "\nfrom shop import jsonify\n\n\ndef find("),
    "a shadowing assignment": ("DEFAULT =", "DEFAULT = HTTPStatus ="),
    "a name deleted": ("DEFAULT =", "del HTTPStatus\nDEFAULT ="),
    # other imports
    "another import gone": ("abort, jsonify", "abort"),
    "a whole import gone": ("import zlib\n", ""),
    "an import exchanged": ("from flask import abort", "from quart import abort"),
    "an import that is not needed": ("import zlib\n", "import json\nimport zlib\n"),
    "imports in another order": ("abort, jsonify", "jsonify, abort"),
    "an import moved": ("import zlib\n", "", "DEFAULT =", "import zlib\n\nDEFAULT ="),
    "an import above the docstring": (
        '"""A shop."""\n',
        'from http import client\n"""A shop."""\n',
    ),
    "an import above the future": (
        "from __future__",
        "from http import client\nfrom __future__",
    ),
    # other code
    "a dropped statement": ("        abort(404)", "        pass"),
    "a dropped branch": ("    if (name is None):\n        abort(404)", ""),
    "an added statement": ("        abort(404)", "        name = 1\n        abort(404)"),
    "another indentation": (
        "            return response, 201\n",
        "            pass\n        return response, 201\n",
    ),
    "a changed text": ('"not found"', '"Not found"'),
    "a changed docstring": ("A shop", "A shop."),
    "a changed number": ("range(3)", "range(4)"),
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
    "no scope for it": ("abort(404)", "nonlocal limit; abort(404)"),
    # other text
    "a comment gone": ("  # as shops do", ""),
    "a comment changed": ("as shops do", "as shop do"),
    "a comment moved": ("abort(404)  # as shops do", "# as shops do\n        abort(404)"),
    "a comment added": ("response, 201", "response, 201  # created"),
    "a comment of an import gone": ("  # answers", ""),
    "a comment in an import gone": ("  # addresses", ""),
    "a comment of an import that stays gone with another": (
        f"{STATUS}",
        "from http import client\n",
        "DEFAULT = HTTPStatus.OK",
        "DEFAULT = client.OK",
        "HTTPStatus.NOT_FOUND",
        "client.NOT_FOUND",
        "# answers",
        "# answer",
    ),
    "other quotes": ('"not found"', "'not found'"),
    "other quotes of a docstring": ('"""A shop."""', "'A shop.'"),
    "parentheses": ("return response, 201", "return (response, 201)"),
    "no parentheses": ("(name is None)", "name is None"),
    "a line broken": ("response, 201", "response, \\\n            201"),
    "a blank more": ("limit=limit)", "limit=limit )"),
    "a blank less": ("name, /, *", "name,/, *"),
    "a trailing blank": ("range(3):\n", "range(3): \n"),
    "a line end": ("range(3):\n", "range(3):\r\n"),
    "a blank line more": ("    for attempt", "\n    for attempt"),
    "a form feed gone": ("\f\n", "\n"),
    "a tab": ("        if response", "\tif response"),
    "a byte-order mark": ('"""A shop."""', '\ufeff"""A shop."""'),
    "the last line end gone": ("else 409)\n", "else 409)"),
    "other digits": ("limit=10", "limit=0xA"),
}


def verdict(*replacements: str) -> str | None:
    """What the proof says of the text in which each odd replacement gave way to the next."""
    after = BEFORE
    for old, new in zip(replacements[::2], replacements[1::2], strict=True):
        assert after.count(old) == 1
        after = after.replace(old, new)
    return judged(after)


def judged(after: str) -> str | None:
    return difference(File(BEFORE, ast.parse(BEFORE), catalogue(DEFAULT_SETTINGS)), after)


@pytest.mark.parametrize("replacements", RIGHT.values(), ids=RIGHT)
def test_what_means_the_same_passes(replacements: tuple[str, ...]) -> None:
    assert verdict(*replacements) is None


@pytest.mark.parametrize("replacements", WRONG.values(), ids=WRONG)
def test_what_is_something_else_is_caught(replacements: tuple[str, ...]) -> None:
    assert verdict(*replacements)


def _numbers() -> list[ast.Constant]:
    return [
        node
        for node in ast.walk(ast.parse(BEFORE))
        if isinstance(node, ast.Constant) and type(node.value) is int
    ]


@pytest.mark.parametrize("number", _numbers(), ids=ast.unparse)
@pytest.mark.parametrize("new", ("HTTPStatus.CONTINUE", "100", "'404'", "None", "-404", "limit"))
def test_no_number_may_become_another(number: ast.Constant, new: str) -> None:
    lines = BEFORE.split("\n")
    line = lines[number.lineno - 1]
    lines[number.lineno - 1] = line[: number.col_offset] + new + line[number.end_col_offset :]
    assert judged("\n".join(lines))


def test_no_line_may_go() -> None:
    for index, line in enumerate(BEFORE.split("\n")):
        lines = BEFORE.split("\n")
        del lines[index]
        assert not line.strip() or judged("\n".join(lines)), line


@pytest.mark.parametrize("new", ["", "x", " "], ids=["gone", "a letter", "a blank"])
def test_no_character_may_become_another(new: str) -> None:
    for index, character in enumerate(BEFORE):
        if character.strip() and character != new:
            assert judged(BEFORE[:index] + new + BEFORE[index + 1 :]), index
