from __future__ import annotations

import json
import ntpath
import os
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from command import SHOP, Outcome, run, shop

from flake8_http_status import checker
from flake8_http_status.analysis.splicing import splice
from flake8_http_status.baseline import Baseline
from flake8_http_status.cli.formats import FORMATS, Page, project_path, renderer
from flake8_http_status.cli.patch import patch
from flake8_http_status.cli.running import Result
from flake8_http_status.cli.text import WIDEST, Paint
from flake8_http_status.files import decoded, matches, normalized
from flake8_http_status.registry import RULES
from flake8_http_status.settings import Settings
from flake8_http_status.violation import Edit, Fix, Safety, Span, Violation

EVIL = "evil\x1b[2J,:%\n::error ::x.py"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    for variable in ("FORCE_COLOR", "CI_PROJECT_DIR", "GITHUB_WORKSPACE"):
        monkeypatch.delenv(variable, raising=False)


def report(shape: str, *arguments: str, code: int = 1) -> str:
    outcome = run("check", "-q", f"--format={shape}", *arguments)
    assert outcome.code == code
    return outcome.out


def loaded(shape: str, *arguments: str, code: int = 1) -> Any:
    return json.loads(report(shape, *arguments, code=code))


def rendered(shape: str, text: str, violation: Violation, columns: int = WIDEST) -> str:
    result = Result("a.py", decoded("a.py", text.encode()), (violation,))
    return "".join(renderer(shape)([result], Page(Settings(), Paint(), columns)))


def test_full() -> None:
    shop()
    assert report("full", "--select=HSC101") == (
        "./shop.py:3:7: HSC101 magic number 404: use HTTPStatus.NOT_FOUND\n"
        "  |\n"
        "3 | abort(404)\n"
        "  |       ^^^\n"
        "  = flask.abort() takes a status as code (resolved)\n"
        "\n"
    )
    assert run("check", "-q", "--verbose").out == run("check", "-qv").out == report("full")


def test_full_aligns_the_mark() -> None:
    wide = "x = '中文é\u0301\x1b'; abort(404)"
    shop("a.py", f"from flask import abort\nif 1:\n\t{wide}\n{'y = 1; ' * 60}abort(404); z = 1\n")
    _, _, first, marks, _, _, _, _, second, more, *_ = report("full", "a.py").splitlines()
    assert first == "3 |     x = '中文é\u0301\\x1b'; abort(404)"
    wide_characters, combining_characters = 2, 1
    room = first.index("404") - len("  |") + wide_characters - combining_characters
    assert marks == f"  |{' ' * room}^^^"
    assert second.startswith("4 | …")
    assert second.endswith("; y = 1; abort(404); z = 1")
    assert more.index("^") == second.index("404")


@pytest.mark.parametrize(
    ("line", "columns", "shown", "mark"),
    [
        ("abort(404)", 14, "abort(404)", "      ^^^"),
        ("reply(body, 404, 'text')", 28, "reply(body, 404, 'text')", "            ^^^"),
        ("reply(body, 404, 'text')", 26, "…y(body, 404, 'text')", "         ^^^"),
        ("if 1: reply(body, 404)", 24, "…: reply(body, 404)", "               ^^^"),
        ("abort(404), 'long text'", 24, "abort(404), 'long …", "      ^^^"),
        ("abort('404 ' 'Not Found here')", 1, "…'404 ' 'Not Found …", f" {'^' * 19}"),
    ],
)
def test_full_fits_into_the_terminal(line: str, columns: int, shown: str, mark: str) -> None:
    start = line.index("'404") if "'404" in line else line.index("404")
    end = line.index(")") if "'404" in line else start + 3
    text = rendered("full", line, Violation("HSC101", Span(1, start, 1, end), "text"), columns)
    assert text.splitlines()[2:] == [f"1 | {shown}", f"  | {mark}", ""]


def test_full_marks_the_first_of_several_lines_and_unsafe_fixes() -> None:
    text = "abort('404 '\n  'Not Found')\n"
    span = Span(1, 6, 2, 13)
    violation = Violation("HSC107", span, "text", Fix((Edit(span, "404"),), Safety.UNSAFE))
    assert rendered("full", text, violation) == (
        "a.py:1:7: HSC107 text\n"
        "  |\n"
        "1 | abort('404 '\n"
        "  |       ^^^^^^ fixed with --unsafe only\n"
        "\n"
    )


def test_colours_only_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    shop()
    plain = report("full")
    assert "\x1b" not in plain
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[31;1mHSC101\x1b[0m" in report("concise")
    monkeypatch.setenv("NO_COLOR", "1")
    assert report("full") == plain


def test_statistics() -> None:
    shop(text=SHOP + "abort(404)\n")
    assert report("statistics").splitlines() == [
        "     2  HSC101  magic-status-in-call            2 fixable",
        "     1  HSC102  magic-status-in-comparison      1 fixable",
    ]
    assert run("check", "-q", "--statistics").out == report("statistics")


def test_json() -> None:
    shop()
    Path("broken.py").write_text("(")
    found = loaded("json", code=3)
    assert found["problems"] == [
        {"path": "./broken.py", "message": "cannot be parsed: line 1: '(' was never closed"}
    ]
    assert [violation["code"] for violation in found["violations"]] == ["HSC101", "HSC102"]
    assert found["violations"][0] == {
        "path": "./shop.py",
        "line": 3,
        "column": 7,
        "end_line": 3,
        "end_column": 10,
        "code": "HSC101",
        "name": "magic-status-in-call",
        "message": "magic number 404: use HTTPStatus.NOT_FOUND",
        "confidence": "resolved",
        "reason": "flask.abort() takes a status as code",
        "fix": {
            "safety": "safe",
            "edits": [
                {
                    "line": 1,
                    "column": 1,
                    "end_line": 1,
                    "end_column": 1,
                    "text": "from http import HTTPStatus\n\n",
                },
                {
                    "line": 3,
                    "column": 7,
                    "end_line": 3,
                    "end_column": 10,
                    "text": "HTTPStatus.NOT_FOUND",
                },
            ],
        },
    }


def test_json_of_nothing() -> None:
    assert loaded("json", code=0) == {"violations": [], "problems": []}


@pytest.mark.parametrize(
    "source",
    [
        SHOP,
        SHOP.replace("\n", "\r\n"),
        "import flask\nfrom http import (\n    HTTPMethod,\n)\nflask.abort(404)\n",
        "from http import HTTPStatus\nfrom flask import abort\nabort(404)\n",
        "import os; from http import HTTPMethod\nfrom flask import abort\nabort(404)\n",
        '"""é"""\nfrom flask import abort\nx = "ü"; abort(404)\n',
    ],
)
def test_each_fix_in_json_repairs_its_violation(source: str) -> None:
    Path("shop.py").write_bytes(source.encode())
    for violation in loaded("json")["violations"]:
        pieces = [
            (Span(edit["line"], edit["column"] - 1, edit["end_line"], edit["end_column"] - 1), text)
            for edit in violation["fix"]["edits"]
            for text in [edit["text"]]
        ]
        left = checker.check_source(splice(source, pieces))
        assert len(left) == len(checker.check_source(source)) - 1


def test_a_constant_that_nothing_needs_any_more_goes_with_the_fix() -> None:
    shop(text="from http import HTTPStatus\n\nimport flask\n\nflask.abort(HTTPStatus.GONE)\n")
    (violation,) = loaded("json", "--constants=number", "--select=HSC503")["violations"]
    assert [
        (edit["line"], edit["end_line"], edit["text"]) for edit in violation["fix"]["edits"]
    ] == [
        (1, 3, ""),
        (5, 6, "flask.abort(410)\n"),
    ]


UNFIXED = Violation("HSC102", Span(1, 0, 1, 3), "text")


def test_no_fix() -> None:
    assert (
        rendered("statistics", "404\n", UNFIXED) == "     1  HSC102  magic-status-in-comparison\n"
    )
    assert json.loads(rendered("json", "404\n", UNFIXED))["violations"][0]["fix"] is None
    assert "fixes" not in json.loads(rendered("sarif", "404\n", UNFIXED))["runs"][0]["results"][0]


@pytest.mark.parametrize(
    "source",
    [
        "__all__ = ['view']; from flask import abort\n\nabort(404)\n",
        (
            "__all__ = ['view']; from flask import abort\n\n"
            "def view():\n    from starlette import status\n    abort(status.HTTP_410_GONE)\n"
        ),
    ],
)
def test_a_fix_that_has_no_line_for_its_import_is_left_out(source: str) -> None:
    shop(text=source)
    found = loaded("json", "--constants=http", "--extend-select=HSC501")["violations"]
    assert [violation["fix"] for violation in found] == [None]


def test_sarif() -> None:
    shop("with space ü.py")
    Path("broken.py").write_text("(")
    log = loaded("sarif", code=3)
    assert log["version"] == "2.1.0"
    (run_,) = log["runs"]
    rules = run_["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
    (invocation,) = run_["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("cannot be")
    first = run_["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "HSC101"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "with%20space%20%C3%BC.py"}
    region = {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 10}
    assert place["region"] == region
    (change,) = first["fixes"][0]["artifactChanges"]
    assert change["replacements"][1] == {
        "deletedRegion": region,
        "insertedContent": {"text": "HTTPStatus.NOT_FOUND"},
    }


def test_sarif_follows_its_schema() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = os.environ.get("SARIF_SCHEMA")
    if schema is None:
        pytest.skip("SARIF_SCHEMA names no file")
    shop()
    Path("broken.py").write_text("(")
    jsonschema.validate(loaded("sarif", code=3), json.loads(Path(schema).read_text("utf-8")))


def test_github() -> None:
    shop(EVIL)
    Path("broken.py").write_text("(")
    first, second, third = report("github", code=3).splitlines()
    assert first == ("::error file=broken.py::cannot be parsed: line 1: '(' was never closed")
    assert second == (
        "::error file=evil\\x1b[2J%2C%3A%25\\n%3A%3Aerror %3A%3Ax.py,line=3,col=7,endLine=3,"
        "endColumn=9,title=HSC101::HSC101 magic number 404: use HTTPStatus.NOT_FOUND"
    )
    assert "title=HSC102" in third


def test_gitlab() -> None:
    shop(text=SHOP + "abort(404)\n")
    issues = loaded("gitlab")
    assert issues[0]["check_name"] == "HSC101"
    assert issues[0]["location"] == {
        "path": "shop.py",
        "positions": {"begin": {"line": 3, "column": 7}, "end": {"line": 3, "column": 10}},
    }
    shop(text="import os\n" + SHOP + "abort(404)\n")
    moved = loaded("gitlab")
    prints = [issue["fingerprint"] for issue in issues]
    assert [issue["fingerprint"] for issue in moved] == prints
    assert len(set(prints)) == 3


@pytest.mark.parametrize("variable", ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"])
def test_paths_start_at_the_top_of_the_checkout(
    variable: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shop()
    named = f"{tmp_path.name}/shop.py"
    monkeypatch.setenv(variable, str(tmp_path.parent))
    assert loaded("gitlab")[0]["location"]["path"] == named
    assert f"file={named}," in report("github")
    place = loaded("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": named}
    monkeypatch.setenv(variable, "/elsewhere")
    assert loaded("gitlab")[0]["location"]["path"] == "shop.py"


def test_paths_of_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    path = "src\\shop.py"
    with monkeypatch.context() as patched:
        patched.setattr(os, "path", ntpath)
        patched.setattr(os, "sep", "\\")
        patched.setattr(os, "altsep", "/")
        assert project_path(path) == "src/shop.py"
        assert Baseline("known.json")._key(path) == "src/shop.py"
        assert patch(path, b"a\r\n", b"b\r\n")[:2] == [
            b"--- a/src/shop.py\n",
            b"+++ b/src/shop.py\n",
        ]
        assert normalized("src/", "C:\\app") == "C:\\app\\src"
        assert normalized("shop.py", "C:\\app") == "shop.py"
        pattern = normalized("./src/*", "C:\\app")
        assert matches("C:\\app\\src\\shop.py", [pattern])
        assert not matches("C:\\app\\tests\\shop.py", [pattern])


def test_junit() -> None:
    shop(EVIL)
    shop("clean.py", "")
    Path("broken.py").write_text("(")
    root = ET.fromstring(report("junit", code=3))
    assert root.attrib == {
        "name": "flake8-http-status",
        "tests": "4",
        "failures": "2",
        "errors": "1",
    }
    broken, clean, evil = root
    assert broken[0][0].tag == "error"
    assert clean.get("failures") == "0"
    assert evil.get("name") == "./evil\\x1b[2J,:%\\n::error ::x.py"
    assert evil[0].attrib["line"] == "3"
    assert evil[0][0].get("message") == "magic number 404: use HTTPStatus.NOT_FOUND"


@pytest.mark.parametrize("shape", FORMATS)
def test_into_a_file(shape: str) -> None:
    shop()
    assert run("check", "-q", f"--format={shape}", "--output-file=report").out == ""
    assert Path("report").read_text("utf-8") == report(shape)


def test_into_a_file_that_cannot_be_written() -> None:
    assert run("check", "--output-file=gone/report") == Outcome(
        2, "", "flake8-http-status: --output-file: gone/report: No such file or directory\n"
    )
