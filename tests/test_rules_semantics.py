"""What the rules about conditions and assertions claim, tried out in Python."""

from __future__ import annotations

import operator
import threading
import unittest
from http import HTTPStatus, client, server
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flake8_http_status.checker import check_source
from flake8_http_status.codemod import fix_source

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from flake8_http_status.violation import Violation

STATUSES = frozenset(range(100, 600))
without_haste = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def found(condition: str, code: str) -> list[Violation]:
    """What a rule says of a condition on ``status``."""
    return [violation for violation in check_source(f"x = {condition}\n") if violation.code == code]


def fulfilling(
    condition: str, numbers: AbstractSet[int] = STATUSES, *, known: bool = True
) -> set[int]:
    """The numbers for which a condition on ``status`` is true."""
    names = {"HTTPStatus": HTTPStatus, "known": known}
    code = compile(condition, "condition", "eval")
    return {number for number in numbers if eval(code, names | {"status": number})}


def repaired(condition: str, code: str) -> str:
    """A condition as the fix of a rule leaves it."""
    fixed = fix_source(
        f"x = {condition}\n", unsafe=True, select=lambda violation: violation.code == code
    )
    assert fixed.applied
    return fixed.source.splitlines()[-1].removeprefix("x = ")


def test_an_assertion_with_the_status_as_its_message_passes() -> None:
    case = unittest.TestCase()
    for status in STATUSES:
        for name in ("assertTrue", "assertIsNotNone"):
            getattr(case, name)(status, 404)
        with pytest.raises(AssertionError, match="404"):
            case.assertFalse(status, 404)  # noqa: PT009 - it is what the rule is about


@pytest.mark.parametrize(
    ("condition", "asked"),
    [
        ("status == 200 if known else 404", {404}),
        ("status in (200, 201) if known else (404, 410)", {404, 410}),
        ("404 if not known else 200 == status", {404}),
    ],
)
def test_a_conditional_swallows_the_comparison(condition: str, asked: set[int]) -> None:
    assert found(condition, "HSC402")
    assert fulfilling(condition, known=False) == STATUSES
    assert fulfilling(repaired(condition, "HSC402"), known=False) == asked


SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])


def links(*numbers: int) -> st.SearchStrategy[str]:
    number = st.sampled_from(numbers)
    return st.one_of(
        st.builds("status {} {}".format, SIGNS, number),
        st.builds("{} {} status".format, number, SIGNS),
        st.builds("{} {} status {} {}".format, number, SIGNS, SIGNS, number),
        st.builds("status in ({}, {})".format, number, number),
        st.builds("status not in range({}, {})".format, number, number),
        st.builds("status // 100 {} {}".format, SIGNS, st.sampled_from([2, 4, 5, 200])),
    )


BORDERS = (100, 199, 200, 201, 204, 299, 300, 399, 400, 404, 500, 599)
LINKS = links(99, *BORDERS, 600)
CONDITIONS = st.recursive(
    LINKS,
    lambda parts: st.one_of(
        st.builds("({} and {})".format, parts, parts),
        st.builds("({} or {} or {})".format, parts, parts, parts),
        st.builds("not {}".format, parts),
    ),
    max_leaves=6,
)


@without_haste
@given(CONDITIONS)
def test_a_condition_called_constant_is(condition: str) -> None:
    for violation in found(condition, "HSC403"):
        span = violation.span
        part = condition[span.column - 4 : span.end_column - 4]
        if violation.message.startswith("always true"):
            assert fulfilling(part) == STATUSES
        elif violation.message.startswith("always false"):
            assert fulfilling(part) == set()


@without_haste
@given(LINKS, LINKS, st.sampled_from(["and", "or"]))
def test_a_redundant_part_changes_nothing(one: str, other: str, joint: str) -> None:
    condition = f"{one} {joint} {other}"
    spans = [
        (violation.span.column - 4, violation.span.end_column - 4)
        for violation in found(condition, "HSC403")
        if violation.message.startswith("redundant: the other")
    ]
    if (0, len(one)) in spans:
        assert fulfilling(condition) == fulfilling(other)
    if (len(condition) - len(other), len(condition)) in spans:
        assert fulfilling(condition) == fulfilling(one)


@pytest.mark.parametrize(
    ("condition", "asked"), [("status / 100 == 2", {200}), ("status / 100 in (2, 3)", {200, 300})]
)
def test_a_division_leaves_one_status_of_each_class(condition: str, asked: set[int]) -> None:
    assert [violation.message[:9] for violation in found(condition, "HSC403")] == ["not about"]
    assert fulfilling(condition) == asked


@without_haste
@given(links(*BORDERS), links(*BORDERS))
def test_a_contradiction_is_found(one: str, other: str) -> None:
    numbers = set(range(-1, 1001))
    possible = fulfilling(one, numbers) and fulfilling(other, numbers)
    if possible and not fulfilling(f"{one} and {other}", numbers):
        assert found(f"{one} and {other}", "HSC403")


@pytest.mark.parametrize(
    ("condition", "fixed"),
    [
        ("200 < status < 299", range(200, 300)),
        ("200 <= status <= 300", range(200, 300)),
        ("status > 400", range(400, 600)),
        ("400 >= status", range(100, 400)),
        ("status >= 399", range(400, 600)),
        ("status in range(200, 299)", range(200, 300)),
        ("status in range(500, 601)", range(500, 600)),
    ],
)
def test_a_border_that_is_cut_is_put_right(condition: str, fixed: range) -> None:
    cut = {int(violation.message.split()[3]) for violation in found(condition, "HSC404")}
    assert fulfilling(condition) ^ set(fixed) == cut & STATUSES
    assert fulfilling(repaired(condition, "HSC404")) == set(fixed)


@pytest.fixture(name="answer")
def _answer() -> Iterator[client.HTTPResponse]:
    """What a server answers that knows 520 as little as HTTPStatus does."""

    class Handler(server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(520, "Unknown Error")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

    with server.HTTPServer(("127.0.0.1", 0), Handler) as listening:
        threading.Thread(target=listening.handle_request).start()
        connection = client.HTTPConnection(*listening.server_address)
        connection.request("GET", "/")
        with connection.getresponse() as response:
            yield response
        connection.close()


def test_an_integer_equals_no_text_no_collection_and_no_response(
    answer: client.HTTPResponse,
) -> None:
    others: tuple[Any, ...] = ("520", "520 Unknown Error", (520,), [520], answer)
    assert answer.status == 520
    assert [other for other in others if answer.status == other] == []
    with pytest.raises(TypeError):
        operator.contains("520", answer.status)


def test_an_enumeration_lacks_what_servers_answer(answer: client.HTTPResponse) -> None:
    with pytest.raises(ValueError, match="520 is not a valid HTTPStatus"):
        HTTPStatus(answer.status)
