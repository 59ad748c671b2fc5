"""Work grows with the size of a file: counted in calls of functions, not in seconds."""

from __future__ import annotations

import functools
import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from flake8_http_status.checker import check_source
from flake8_http_status.codemod import fix_source

if TYPE_CHECKING:
    from collections.abc import Callable

HEAD = """\
import requests
from flask import Flask, abort

app = Flask(__name__)
"""


def many(text: str, behind: str = "", before: str = "") -> Callable[[int], str]:
    """A file in which ``text`` is repeated; ``{i}`` in it counts."""
    return lambda size: HEAD + before + "".join(text.format(i=i) for i in range(size)) + behind


def within(before: str, text: str, behind: str) -> Callable[[int], str]:
    """A file with one statement in which ``text`` is repeated."""
    return lambda size: HEAD + before + text * size + behind + "\n"


FILES = {
    "calls": many("abort(404)\n"),
    "calls on one line": within("", "abort(404); ", "abort(404)"),
    "a line that is not ASCII": within("", "abort(404, 'é'); ", "abort(404)"),
    "names": many("x{i} = {i}\nabort(404)\n"),
    "constants": many("C{i} = 404\nabort(C{i})\n"),
    "one name": many("r = requests.get('')\nassert r.status_code == 404\n"),
    "a chain of names": many("c{i} = c{i} or 404\nabort(c{i})\n"),
    "functions": many("def f{i}(r):\n    assert r.status_code == 404\n"),
    "methods": many("    def f{i}(self):\n        self.status_code = 404\n", "", "class A:\n"),
    "one function": many("f(404)\n", "", "def f(status):\n    abort(status)\n"),
    "functions that are called": many("def f{i}(status):\n    abort(status)\nf{i}(404)\n"),
    "views": many("@app.route('/')\ndef f{i}():\n    return 'x', 404\n"),
    "classes": many("class A{i}(Exception):\n    status_code = 404\n"),
    "global names": many("def f{i}():\n    global x{i}\n    x{i} = 404\n"),
    "local imports": many("def f{i}():\n    from http import HTTPStatus\n    abort(404)\n"),
    "imports": many("import m{i}\n", "abort(404)\n"),
    "imports of constants": many("from http.client import N{i}\nabort(404)\n"),
    "comprehensions": many("[abort(404) for x in y]\n"),
    "a list": within("assert r.status_code in [", "404, ", "404]"),
    "a mapping": within("responses = {", "404: 'a', ", "}"),
    "a table": within("for a, s in [", "('a', 404), ", "]:\n    assert r.status_code == s"),
    "lists that are added": within("x = ", "[401, 403, 404] + ", "[401]"),
    "a condition": within("x = (", "r.status_code == 404 or ", "y)"),
    "branches": many(
        "elif r.status_code == 4{i:03}:\n    pass\n", "", "if r.status_code == 404:\n    pass\n"
    ),
    "cases": many("    case 404:\n        pass\n", "", "match r.status_code:\n"),
    "members": many("f(HTTPStatus.NOT_FOUND)\n", "", "from http import HTTPStatus\n"),
    "members by a star": many("f(NOT_FOUND)\n", "", "from http.client import *\n"),
    "blank lines": many("\n", "abort(404)\n"),
}


def calls(work: Callable[[], object]) -> int:
    """How many functions are called, and generators resumed, while ``work`` runs."""
    count = 0

    def notice(*_: object) -> None:
        nonlocal count
        count += 1

    before = sys.getprofile()
    sys.setprofile(notice)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("file", FILES.values(), ids=FILES)
@pytest.mark.parametrize("work", [check_source, fix_source])
def test_twice_the_file_is_twice_the_work(
    file: Callable[[int], str], work: Callable[[str], object]
) -> None:
    work(file(40))  # which loads what is loaded once
    once, twice, four_times = (calls(functools.partial(work, file(size))) for size in (40, 80, 160))
    assert four_times - twice <= 2.3 * (twice - once) + 100


@pytest.mark.parametrize("kind", ["calls", "names", "functions", "a list", "a condition"])
def test_twice_the_file_is_twice_the_memory(kind: str) -> None:
    def peak(size: int) -> int:
        source = FILES[kind](size)
        tracemalloc.start()
        try:
            check_source(source)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(2)
    once, twice, four_times = (peak(size) for size in (100, 200, 400))
    assert four_times - twice <= 2.3 * (twice - once) + 20_000
