"""What the engine does is counted, not timed: the work grows with the file and no faster."""

from __future__ import annotations

import ast
import sys
from typing import TYPE_CHECKING

import pytest

from flake8_http_status.analysis.scopes import Module
from flake8_http_status.checker import check_source

if TYPE_CHECKING:
    from types import FrameType

PART = '''
class View{number}(Base):
    """One view."""

    allowed = {{"get": [200, 404], "post": (201, 400)}}

    def get(self, request, limit=10, *, status=200):
        rows = [row.name for row in self.rows(request.args.get("limit", limit)) if row.size > 1]
        response = self.client.get(f"/items/{{limit}}/", headers={{"Accept": "text/html"}})
        if response.status_code == 404 or not rows:
            abort(404)
        assert response.status_code in (200, 201)
        return jsonify(rows=rows, total=len(rows)), status
'''


def module(parts: int) -> str:
    """A module of many views, which differ by their number."""
    return "from flask import abort, jsonify\n" + "".join(
        PART.format(number=number) for number in range(parts)
    )


def calls(source: str) -> int:
    """How many Python functions are called to check ``source``."""
    tree = ast.parse(source)
    check_source(source, tree=tree)
    count = 0

    def watch(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        check_source(source, tree=tree)
    finally:
        sys.setprofile(before)
    return count


def test_work_grows_with_the_length_of_the_file() -> None:
    base, once, twice = (calls(module(parts)) for parts in (1, 21, 41))
    assert twice - once == pytest.approx(once - base, rel=0.05)


def test_work_per_node_is_bounded() -> None:
    source = module(20)
    nodes = sum(1 for _ in ast.walk(ast.parse(source)))
    assert calls(source) < 11.5 * nodes


def test_plain_code_costs_next_to_nothing_per_node() -> None:
    source = "".join(f"value_{n} = first.second[{n}] + third\n" for n in range(200))
    nodes = sum(1 for _ in ast.walk(ast.parse(source)))
    assert calls(source) < 1.5 * nodes


def test_a_text_without_statuses_is_not_walked() -> None:
    source = "".join(f"value_{n} = first.second[{n % 99}] + third\n" for n in range(200))
    assert calls(source) < 40
    assert calls(source + "third(404)\n") > 200


def test_the_walk_sees_every_candidate_once() -> None:
    found = Module(ast.parse(module(5))).nodes
    for candidates in found.values():
        assert len({id(node) for node, _ in candidates}) == len(candidates)
