"""What the engine does is counted, not timed: the work grows with the file and no faster."""

from __future__ import annotations

import ast
import sys
from collections import Counter
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


def called(source: str) -> Counter[str]:
    """The Python functions that are called to check ``source``, and how often."""
    tree = ast.parse(source)
    check_source(source, tree=tree)
    found: Counter[str] = Counter()

    def watch(frame: FrameType, event: str, argument: object) -> None:
        if event == "call":
            found[frame.f_code.co_qualname] += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        check_source(source, tree=tree)
    finally:
        sys.setprofile(before)
    return found


def calls(source: str) -> int:
    """How many Python functions are called to check ``source``."""
    return called(source).total()


def test_work_grows_with_the_length_of_the_file() -> None:
    base, once, twice = (calls(module(parts)) for parts in (1, 21, 41))
    assert twice - once == pytest.approx(once - base, rel=0.05)


def test_work_per_node_is_bounded() -> None:
    source = module(20)
    nodes = sum(1 for _ in ast.walk(ast.parse(source)))
    assert calls(source) < 10 * nodes


def test_plain_code_costs_next_to_nothing_per_node() -> None:
    source = "".join(f"value_{n} = first.second[{n % 99}] + third\n" for n in range(200))
    nodes = sum(1 for _ in ast.walk(ast.parse(source)))
    assert calls(f"{source}third(404)\n") < 1.3 * nodes


def test_a_text_without_statuses_is_not_walked() -> None:
    source = "".join(f"value_{n} = first.second[{n % 99}] + third\n" for n in range(200))
    assert calls(source) < 40
    assert calls(source + "third(404)\n") > 200


def test_what_nothing_is_known_of_is_not_resolved() -> None:
    source = "".join(f"first_{n}.second(third, fourth={n % 9})\n" for n in range(50))
    assert called(f"{source}third(404)\n")["Resolver.resolve"] < 5
    assert called(f"from flask import abort\n{source}abort(404)\n")["Resolver.resolve"] < 10


def test_without_a_code_no_account_is_kept_of_what_stands_where() -> None:
    source = "first(5, limit=7)\n" * 20 + "assert response.status_code\n"
    assert called(source)["Usages._add"] == 0
    assert called(f"{source}second(limit=404)\n")["Usages._add"] > 20


def test_only_where_something_is_found_the_text_is_split_and_parents_are_looked_for() -> None:
    work = called("assert response.status_code == answer\n" * 20 + "wait(404)\n")
    assert work["Resolver.dotted"] > 0
    assert work["split_lines"] == work["Parents.of"] == 0
    work = called(module(20))
    assert work["split_lines"] == 1
    assert work["Parents._look_through"] <= 60


def test_the_walk_sees_every_candidate_once() -> None:
    found = Module(ast.parse(module(5))).nodes
    for candidates in found.values():
        assert len({id(node) for node, _ in candidates}) == len(candidates)
