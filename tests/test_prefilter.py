"""The prefilter turns away nothing in which the engine finds something."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from laws import configuration_of

from flake8_http_status.analysis import evidence
from flake8_http_status.analysis.catalogue import tail
from flake8_http_status.analysis.prefilter import NEIGHBOURS, SHORT
from flake8_http_status.analysis.text import Text
from flake8_http_status.checker import check_source
from flake8_http_status.registry import RULES, catalogue, prefilter_for
from flake8_http_status.settings import DEFAULT_SETTINGS, Settings, from_mapping

if TYPE_CHECKING:
    from case_file import Case

PREFILTER = prefilter_for(DEFAULT_SETTINGS)
PADDING = "\n" + "# a comment\n" * SHORT
NUMBER = re.compile(r"(?<![\w.])[1-79]\d\d(?![\w.])")


@pytest.mark.parametrize("number", [r"\g<0>", "7", "1000", "-1", "200", "150"])
def test_nothing_is_lost(case: Case, number: str) -> None:
    """Neither in a case nor in the same code with other numbers."""
    source = NUMBER.sub(number, case.source) + PADDING
    settings = configuration_of(case.project).settings
    try:
        reference = check_source(source, settings, prefilter=False)
    except SyntaxError:
        return
    assert check_source(source, settings) == reference


def test_nothing_is_lost_in_a_statement(case: Case) -> None:
    """Neither where a statement stands alone, without all that tells beside it."""
    settings = configuration_of(case.project).settings
    try:
        statements = ast.parse(case.source).body
    except (SyntaxError, ValueError):
        return
    for statement in statements:
        alone = ast.unparse(statement) + PADDING
        reference = check_source(alone, settings, prefilter=False)
        assert check_source(alone, settings) == reference


def numbers_in(source: str, settings: Settings = DEFAULT_SETTINGS) -> set[int]:
    return {number for number, _ in prefilter_for(settings).numbers_in(Text(source))}


@given(st.sampled_from([*NEIGHBOURS, *range(100, 600)]), st.data())
def test_numbers_are_seen_in_every_form(number: int, data: st.DataObject) -> None:
    digits = data.draw(
        st.sampled_from([str(number), hex(number), oct(number), bin(number), f"{number:#X}"])
    )
    places = range(len(digits))
    place = data.draw(st.sampled_from([*places[1 if digits[0] != "0" else 3 :]]))
    text = data.draw(st.sampled_from([digits, f"{digits[:place]}_{digits[place:]}"]))
    before = data.draw(st.sampled_from(["", "-", "(", "x=", "x if y else ", "f'{", "[1,"]))
    after = data.draw(
        st.sampled_from(["", " ", ")", "]", ",", ";", "\n", "or x", "if x", "}", "#", "\\"])
    )
    assert numbers_in(f"{before}{text}{after}") == {number}


@given(
    st.integers(100, 999),
    st.sampled_from(["", " ", " Not Found"]),
    st.lists(st.sampled_from(["", '" "', "raw", "\\\n", "octal", "hex", "short", "long"])),
    st.sampled_from(["'", '"', "'''", '"""']),
)
def test_texts_are_seen_in_every_form(
    number: int, phrase: str, forms: list[str], quote: str
) -> None:
    written = {
        "octal": lambda digit: f"\\{ord(digit):03o}",
        "hex": lambda digit: f"\\x{ord(digit):x}",
        "short": lambda digit: f"\\u{ord(digit):04x}",
        "long": lambda digit: f"\\U{ord(digit):08x}",
        '" "': lambda digit: f"{quote} {quote}{digit}",
        "raw": lambda digit: f"{quote}\\\n R{quote}{digit}",
    }
    digits = [
        written.get(form, f"{form}{{}}".format)(digit)
        for digit, form in zip(str(number), [*forms, "", "", ""], strict=False)
    ]
    source = f"{quote}{''.join(digits)}{phrase}{quote}"
    tree = ast.parse(source, mode="eval").body
    if isinstance(tree, ast.Constant) and str(tree.value).startswith(str(number)):
        assert PREFILTER.has_text(Text(f"status = {source}"))
        assert not PREFILTER.has_text(Text(f"place = {source}"))


@pytest.mark.parametrize(
    "text",
    ["1404", "4040", "x404", "404x", "4.404", "404.5", "404j", "4e404", "0x194f", "1_404", "98"],
)
def test_other_numbers_are_no_reason_to_parse(text: str) -> None:
    assert not numbers_in(text)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("f(status, max_length=255)", False),
        ("f(status, max_length == 255)", True),
        ("status\nsize = 200\nf(size=100)", False),
        ("size = 200\nf(status=size)", True),
        ("f(status, code[:100])", False),
        ("f(status, code[100:])", True),
        ("status = done * 100", False),
        ("status // 100", True),
        ("f(place=306)", False),
        ("f(status=306)", True),
    ],
)
def test_sizes_are_no_reason_to_parse(source: str, *, expected: bool) -> None:
    assert PREFILTER.has_number(Text(source)) is expected


def test_no_name_of_a_framework_says_a_size() -> None:
    """Else a status that is passed by it would be taken for a size."""
    known = catalogue(DEFAULT_SETTINGS)
    arguments = {argument.name for call in known.callables.values() for argument in call.arguments}
    attributes = map(tail, (*known.attributes, *known.class_attributes))
    names = {*arguments, *attributes, *known.items, *known.fixtures, *evidence.MOCKED}
    assert not list(filter(evidence.says_extent, names))


@pytest.mark.parametrize("text", ["''", "'1'", "'10'", "'1000'", r"'\n100'", "'a404'", "x['a'][1]"])
def test_other_texts_are_no_reason_to_parse(text: str) -> None:
    assert not PREFILTER.has_text(Text(f"status = {text}"))


@pytest.mark.parametrize(
    "source",
    [
        "import http\nx = http.HTTPStatus.OK",
        "import os, http.client as c\nc.OK",
        "from http import (\n    client,\n)",
        "from http \\\n    import HTTPStatus",
        "if x: import os;from http import HTTPStatus",
        "from\thttp\fimport HTTPStatus",
        "from six.moves import http_client",
        "from \N{MATHEMATICAL BOLD SMALL H}ttp import HTTPStatus",
        "from django.shortcuts import render as r\nr(request, 'a.html')",
        "from django import shortcuts as s\ns.render(request, 'a.html')",
        "assert client.get().status_code",
        "def test(aiohttp_client):\n    assert aiohttp_client.get().status",
        "{'statusCode': 0}",
    ],
)
def test_names_are_reasons_to_parse(source: str) -> None:
    assert PREFILTER.has_clue(Text(source))


@pytest.mark.parametrize(
    "source",
    [
        "import os\nHTTPStatus",
        "import http\nx",
        "from .http import HTTPStatus",
        "import flask\nx",
        "from django.db import models\nself.render(request, 'a.html')",
    ],
)
def test_names_alone_are_no_reason_to_parse(source: str) -> None:
    assert not PREFILTER.has_clue(Text(source))


def test_what_is_declared_is_a_reason_to_parse() -> None:
    source = "from .codes import GONE\nfail('x')\nproblem(code='y')\n"
    assert not PREFILTER.has_clue(Text(source))
    for values in (
        {"vocabularies": "app.codes.GONE=410"},
        {"sites": "fail(0)"},
        {"sites": "problem(code)"},
    ):
        assert prefilter_for(from_mapping(values)).has_clue(Text(source))
    assert numbers_in("910", from_mapping({"vocabularies": "app.codes.ODD=910"})) == {910}


def test_the_border_of_the_statuses_is_looked_at() -> None:
    rule = next(rule for rule in RULES if rule.name == "status-range-off-by-one")
    found = [
        number
        for number in range(1000)
        for sign in ("<", "<=", ">", ">=")
        if any(
            violation.code == rule.code
            for violation in check_source(f"x.status_code {sign} {number}", prefilter=False)
        )
    ]
    assert {*found} - {*range(100, 600)} == {*NEIGHBOURS}


def test_a_short_text_is_parsed_at_once() -> None:
    with pytest.raises(SyntaxError):
        check_source("(")
    assert check_source("(" * (SHORT + 1)) == []
