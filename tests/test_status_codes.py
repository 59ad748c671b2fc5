"""The table against the standard library, the lists that people know, and itself."""

from __future__ import annotations

import re
from http import HTTPStatus

import pytest

from flake8_http_status.status_codes import (
    STATUS_CODES,
    State,
    StatusCode,
    code_for_phrase,
    is_registered,
)

ROWS = tuple(STATUS_CODES.values())
ASSIGNED = frozenset(
    {
        *range(100, 105),
        *range(200, 209),
        226,
        *range(300, 309),
        *range(400, 419),
        *range(421, 427),
        428,
        429,
        431,
        451,
        *range(500, 509),
        510,
        511,
    }
)

# Every phrase of the list in RFC 2616, section 6.1.1, and of the headings of its section 10.
CLASSIC = (
    (100, "Continue"),
    (101, "Switching Protocols"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (302, "Moved Temporarily"),
    (302, "Object moved"),
    (303, "See Other"),
    (304, "Not Modified"),
    (305, "Use Proxy"),
    (306, "(Unused)"),
    (306, "Switch Proxy"),
    (307, "Temporary Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Time-out"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Request Entity Too Large"),
    (414, "Request-URI Too Large"),
    (414, "Request-URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Requested range not satisfiable"),
    (416, "Requested Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Time-out"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version not supported"),
    (505, "HTTP Version Not Supported"),
)
# Phrases of servers and frameworks that differ from the registry's.
IN_THE_WILD = (
    (203, "Non Authoritative Information"),
    (205, "Reset Content."),
    (207, "Multi Status"),
    (308, "Resume Incomplete"),
    (401, "Authorization Required"),
    (405, "Not Allowed"),
    (408, "REQUEST TIME-OUT"),
    (413, "Payload Too Large"),
    (414, "Request URI Too Long"),
    (418, "I'm A Teapot"),
    (418, "I\N{RIGHT SINGLE QUOTATION MARK}m a teapot"),
    (418, "Im a teapot"),
    (418, "IM_A_TEAPOT"),
    (422, "Unprocessable Entity"),
    (425, "Unordered Collection"),
    (503, "Service Temporarily Unavailable"),
    (507, "Insufficient Storage Space"),
    (511, "Network Authentication Failed"),
)


def phrases(row: StatusCode) -> tuple[str, ...]:
    return (row.phrase, *row.variants)


@pytest.mark.parametrize("member", HTTPStatus, ids=repr)
def test_standard_library_agrees(member: HTTPStatus) -> None:
    assert member.phrase in phrases(STATUS_CODES[member])


def test_every_assigned_number_and_no_other_has_an_official_row() -> None:
    official = {row.number for row in ROWS if row.state is not State.UNOFFICIAL}
    assert official == ASSIGNED


@pytest.mark.parametrize(
    ("number", "state", "registered"),
    [
        (404, State.REGISTERED, True),
        (104, State.TEMPORARY, True),
        (305, State.DEPRECATED, True),
        (306, State.UNUSED, False),
        (418, State.UNUSED, False),
        (510, State.OBSOLETED, False),
        (499, State.UNOFFICIAL, False),
    ],
)
def test_state_decides_what_is_registered(number: int, state: State, *, registered: bool) -> None:
    assert STATUS_CODES[number].state is state
    assert is_registered(number) is registered


@pytest.mark.parametrize("number", [-404, 0, 99, 427, 512, 600, 10**30])
def test_an_unknown_number_is_not_registered(number: int) -> None:
    assert not is_registered(number)


@pytest.mark.parametrize(("number", "phrase"), CLASSIC + IN_THE_WILD)
def test_known_phrases(number: int, phrase: str) -> None:
    assert code_for_phrase(phrase) == number


def test_the_classic_lists_are_complete() -> None:
    assert {number for number, _ in CLASSIC} == {
        *range(100, 102),
        *range(200, 207),
        *range(300, 308),
        *range(400, 418),
        *range(500, 506),
    }


def test_no_phrase_means_two_registered_codes() -> None:
    owners: dict[str, set[int]] = {}
    for row in ROWS:
        if is_registered(row.number):
            for phrase in phrases(row):
                owners.setdefault(phrase.casefold(), set()).add(row.number)
    assert {phrase: codes for phrase, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize(
    ("row", "phrase"), [(row, phrase) for row in ROWS for phrase in phrases(row)]
)
def test_every_phrase_leads_to_its_code(row: StatusCode, phrase: str) -> None:
    number = code_for_phrase(phrase)
    assert number is not None
    assert number == row.number or (is_registered(number) and not is_registered(row.number))


@pytest.mark.parametrize(
    ("phrase", "registered", "unofficial"),
    [
        ("Unauthorized", 401, 561),
        ("Request-URI Too Long", 414, 122),
        ("Method Failure", 424, 420),
        ("Request Header Fields Too Large", 431, 430),
    ],
)
def test_a_shared_phrase_is_the_registered_one(
    phrase: str, registered: int, unofficial: int
) -> None:
    assert phrase in phrases(STATUS_CODES[unofficial])
    assert code_for_phrase(phrase) == registered


@pytest.mark.parametrize("text", ["", "404", "Not", "Found it", "(  )", "Not Foundation"])
def test_other_text_is_no_phrase(text: str) -> None:
    assert code_for_phrase(text) is None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row.number))
class TestRow:
    def test_is_filed_under_its_number(self, row: StatusCode) -> None:
        assert STATUS_CODES[row.number] is row

    def test_names_a_document_or_an_owner(self, row: StatusCode) -> None:
        if row.state is State.UNOFFICIAL:
            assert row.owner
        else:
            assert not row.owner
            assert re.fullmatch(r"RFC \d+, section \d+(\.\d+)*|draft-[a-z-]+-\d\d", row.reference)

    def test_references_the_section_of_its_class(self, row: StatusCode) -> None:
        section = re.fullmatch(r"RFC 9110, section 15\.(\d)\.\d+", row.reference)
        assert section is None or int(section[1]) == row.status_class + 1

    def test_means_one_english_sentence(self, row: StatusCode) -> None:
        assert re.fullmatch(r"[A-Z][ -~]*[A-Za-z)]\.", row.meaning)
        assert ". " not in row.meaning

    def test_means_one_chinese_sentence(self, row: StatusCode) -> None:
        assert row.meaning_zh.index("。") == len(row.meaning_zh) - 1
        assert len(re.findall(r"[\u4e00-\u9fff]", row.meaning_zh)) > 6
        assert not re.search(r"[,.;:()?!]", row.meaning_zh)


@pytest.mark.parametrize("language", ["meaning", "meaning_zh"])
def test_no_two_codes_mean_the_same(language: str) -> None:
    meanings = [getattr(row, language) for row in ROWS]
    assert len(set(meanings)) == len(meanings)
