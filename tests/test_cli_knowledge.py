from __future__ import annotations

import json
from pathlib import Path

import pytest
from command import Outcome, run

from flake8_http_status.registry import RULES, all_frameworks, all_vocabularies
from flake8_http_status.status_codes import STATUS_CODES


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "FORCE_COLOR"):
        monkeypatch.delenv(variable, raising=False)


def explained(*topics: str) -> str:
    outcome = run("explain", *topics)
    assert outcome.code == 0
    assert outcome.err == ""
    return outcome.out


@pytest.mark.parametrize(
    "topic",
    [
        *("404", "not found", "NOT_FOUND", "not_found", "HTTP_404_NOT_FOUND"),
        *("HTTPStatus.NOT_FOUND", "status.HTTP_404_NOT_FOUND", "Not Found", "404 Not Found"),
    ],
)
def test_ways_to_name_a_code(topic: str) -> None:
    assert explained(topic).startswith("404 Not Found\nclient error, registered (RFC 9110")


@pytest.mark.parametrize(
    ("topic", "first"),
    [
        ("Gateway Time-out", "504 Gateway Timeout"),
        ("Request-URI Too Large", "414 URI Too Long"),
        ("REQUEST_URI_TOO_LONG", "414 URI Too Long"),
        ("HSC101", "HSC101 magic-status-in-call"),
        ("hsc101", "HSC101 magic-status-in-call"),
        ("magic-status-in-call", "HSC101 magic-status-in-call"),
        ("999", "999 Request Denied"),
    ],
)
def test_what_a_topic_is(topic: str, first: str) -> None:
    assert explained(topic).splitlines()[0] == first


def test_a_page_of_a_code() -> None:
    page = explained("422")
    assert "also called: Unprocessable Entity" in page
    assert "  http.HTTPStatus.UNPROCESSABLE_CONTENT  (python: since 3.13)\n" in page
    assert (
        "  starlette.status.HTTP_422_UNPROCESSABLE_ENTITY  (starlette: deprecated since 0.48)"
        in page
    )
    assert "misleading: reads like 414" in explained("122")
    assert "requests.codes['" in explained("200")
    page = explained("204")
    assert "cannot be produced by\n" in page
    assert "  flask.abort\n    raises LookupError" in page
    assert "no class, unofficial, used by LinkedIn" in explained("999")


@pytest.mark.parametrize("number", STATUS_CODES)
def test_every_code_has_a_page(number: int) -> None:
    assert STATUS_CODES[number].meaning in explained(str(number))
    assert STATUS_CODES[number].meaning_zh in run("explain", str(number), "--lang=zh").out


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: object) -> None:
    assert "What it does" in explained(rule.code)  # type: ignore[attr-defined]


def test_a_page_of_a_rule_is_coloured(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = explained("HSC101")
    assert "```" not in plain
    assert "\n    def gone(request):\n        return HttpResponse(status=410)\n" in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1mWhy\x1b[0m" in explained("HSC101")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE", "LC_MESSAGES": "zh_TW"}, "zh"),
    ],
)
def test_the_language_follows_the_locale(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    row = STATUS_CODES[404]
    assert {"en": row.meaning, "zh": row.meaning_zh}[language] in explained("404")


@pytest.mark.parametrize("topic", ["HSC10", "hsc10", "magic", "magic-status"])
def test_the_beginning_of_rules_lists_them(topic: str) -> None:
    first, *_, last = explained(topic).splitlines()
    assert first == "HSC101  magic-status-in-call: a literal status in an argument of a call"
    assert last.startswith("HSC10")


def test_several_topics() -> None:
    pages = explained("404", "410")
    assert "\n\n410 Gone\n" in pages


@pytest.mark.parametrize(
    ("topic", "message"),
    [
        ("NOT_FOUD", "nothing is known of 'NOT_FOUD'; did you mean 'NOT_FOUND'?\n"),
        ("HSC1011", "nothing is known of 'HSC1011'; did you mean 'HSC101'?\n"),
        ("700", "nothing is known of '700': codes go from 100 to 599\n"),
        (
            "432",
            "nothing is known of '432': those who receive it take it for 400 Bad Request\n",
        ),
        ("zebra crossing", "nothing is known of 'zebra crossing'\n"),
        ("\x1b[2J", "nothing is known of '\\x1b[2J'\n"),
    ],
)
def test_what_is_not_known(topic: str, message: str) -> None:
    assert run("explain", topic, "404") == Outcome(2, f"\n{explained('404')}", message)


@pytest.mark.parametrize(
    ("things", "count"),
    [
        ("codes", len(STATUS_CODES)),
        ("rules", len(RULES)),
        ("frameworks", len(all_frameworks())),
        ("vocabularies", len(all_vocabularies())),
    ],
)
def test_lists(things: str, count: int) -> None:
    table = run("list", things).out.splitlines()
    assert len(table) == count + 1
    rows = json.loads(run("list", things, "--format=json").out)
    assert len(rows) == count
    assert table[0].split() == list(rows[0])


def test_a_list_is_aligned() -> None:
    header, *rows = run("list", "rules").out.splitlines()
    assert [row[header.index("name") :].partition(" ")[0] for row in rows] == [
        rule.name for rule in RULES
    ]


def test_a_list_of_nothing_known() -> None:
    outcome = run("list", "code")
    assert outcome.code == 2
    assert outcome.err == (
        "flake8-http-status list: argument {codes,rules,frameworks,vocabularies}: 'code' is none of"
        " codes, rules, frameworks, vocabularies; did you mean 'codes'?\n"
    )


def test_config_shows_where_values_come_from() -> None:
    Path("setup.cfg").write_text("[flake8]\nextend-ignore =\n    E501,\n    HSC103\n")
    Path("pyproject.toml").write_text(
        "[tool.flake8-http-status]\n"
        "allow = [200, 404]\n"
        "per-file-ignores = {'tests/*' = ['HSC1']}\n"
        "disable-noqa = true\n"
    )
    shown = json.loads(run("config", "--format=json", "--constants=http").out)
    rows = {row["key"]: (row["value"], row["from"]) for row in shown}
    assert rows["select"] == ("HSC", "default")
    assert rows["extend-ignore"] == ("E501, HSC103", "setup.cfg")
    assert rows["allow"] == ("200, 404", "pyproject.toml")
    assert rows["per-file-ignores"] == ("tests/*:HSC1", "pyproject.toml")
    assert rows["disable-noqa"] == ("yes", "pyproject.toml")
    assert rows["constants"] == ("http", "command line")
    assert rows["confidence"] == ("name", "default")
    assert run("config").out.startswith("key ")


def test_config_tells_what_is_wrong() -> None:
    Path("pyproject.toml").write_text("[tool.flake8-http-status]\nalow = 200\n")
    outcome = run("config")
    assert outcome.code == 2
    assert outcome.err.endswith("; did you mean 'allow'?\n")
