from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from command import FIXED, FOUND, SHOP, Outcome, run, shop
from flake8.main.cli import main as flake8

from flake8_http_status.cli.noqa_comments import with_comments
from flake8_http_status.cli.running import Result
from flake8_http_status.cli.tally import Tally
from flake8_http_status.files import FileError, decoded
from flake8_http_status.noqa import Noqa
from flake8_http_status.violation import Edit, Fix, Safety, Span, Violation

WRITE = ("check", "--baseline=known.json", "--write-baseline")


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def git(*arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *names, *arguments], check=True, capture_output=True)


def test_the_summary_names_unsafe_fixes() -> None:
    span = Span(1, 0, 1, 3)
    source = decoded("a.py", b"404")
    tally = Tally()
    for safety, words in [
        (Safety.UNSAFE, "1 violation in 1 of 1 file; 'fix --unsafe' repairs 1"),
        (
            Safety.SAFE,
            (
                "2 violations in 2 of 2 files; 'flake8-http-status fix' repairs 1;"
                " 'fix --unsafe' repairs 1 more"
            ),
        ),
    ]:
        violation = Violation("HSC101", span, "text", Fix((Edit(span, "x"),), safety))
        assert list(tally.watch([Result("a.py", source, (violation,))]))
        assert tally.summary() == words


def test_the_first_run_says_what_to_do() -> None:
    shop()
    shop("clean.py", "")
    summary = "2 violations in 1 of 2 files; 'flake8-http-status fix' repairs 2\n"
    assert run("check").err == summary
    assert run("check", "--format=json").err == ""
    assert run("check", "clean.py") == Outcome(0, "", "no violations in 1 file\n")
    assert run("check", "--exit-zero").code == 0
    shop("broken.py", "(")
    assert run("check", "--exit-zero").code == 3


def test_a_baseline_hides_what_is_there() -> None:
    shop()
    assert run(*WRITE) == Outcome(0, "2 violations remembered in known.json\n")
    assert run("check", "--baseline=known.json") == Outcome(
        0, "", "no violations in 1 file\n2 known violations in known.json\n"
    )
    shop(text="import os\n" + SHOP + "abort(410)\n")
    outcome = run("check", "--baseline=known.json")
    assert outcome.code == 1
    assert outcome.out.startswith("./shop.py:7:7: HSC101 magic number 410")
    assert run(*WRITE) == Outcome(0, "2 violations remembered in known.json\n")
    assert run("check", "-q", "--baseline=known.json").code == 1


def test_a_baseline_shrinks() -> None:
    shop()
    run(*WRITE)
    shop(text="from flask import abort\nabort(404)\n")
    assert run("check", "--baseline=known.json").err == (
        "no violations in 1 file\n"
        "1 known violation in known.json\n"
        "1 violation in known.json no longer found: --write-baseline takes it out\n"
    )
    assert run(*WRITE).out == "1 violation remembered in known.json\n"
    shop()
    assert run("check", "-q", "--baseline=known.json").out.count("\n") == 1


def test_a_file_that_cannot_be_parsed_is_not_forgotten() -> None:
    shop()
    run(*WRITE)
    shop(text="(")
    assert run(*WRITE).code == 3
    shop()
    assert run("check", "-q", "--baseline=known.json") == Outcome(0, "")


def test_a_baseline_in_the_configuration(capsys: pytest.CaptureFixture[str]) -> None:
    shop()
    Path("pyproject.toml").write_text("[tool.flake8-http-status]\nbaseline = 'known.json'\n")
    assert run("check", "-q", "--write-baseline").code == 0
    assert run("check", "-q").code == 0
    assert flake8(["-j1", "--select=HSC"]) == 0
    assert run("fix", "-q") == Outcome(0, "")
    assert Path("shop.py").read_text() == SHOP
    assert run("check", "-q", "--baseline=").code == 1
    shop(text=SHOP + "abort(410)\n")
    assert flake8(["-j1", "--select=HSC"]) == 1
    assert capsys.readouterr().out == run("check", "-q").out
    Path("known.json").write_text("{}")
    assert run("check") == Outcome(2, "", "flake8-http-status: known.json: is no baseline\n")
    assert flake8(["-j1"]) == 1
    assert "known.json: is no baseline" in capsys.readouterr().out


def test_a_baseline_that_cannot_be_written() -> None:
    shop()
    assert "--baseline must name the file" in run("check", "--write-baseline").err
    assert run("check", "--write-baseline", "--baseline=gone/known.json") == Outcome(
        2, "", "flake8-http-status: gone/known.json: cannot be written: No such file or directory\n"
    )
    assert run("check", "--baseline=gone.json").code == 2
    assert "not those --since" in run(*WRITE, "--since=HEAD").err


def test_add_noqa() -> None:
    shop()
    shop("clean.py", "")
    assert run("check", "--add-noqa") == Outcome(0, "2 violations silenced in 1 file\n")
    assert Path("shop.py").read_text() == (
        SHOP.replace("abort(404)\n\n", "")
        .replace("abort(404)\n", "abort(404)  # noqa: HSC101\n")
        .replace("== 404\n", "== 404  # noqa: HSC102\n")
    )
    assert run("check", "-q", "shop.py") == Outcome(0, "")
    assert flake8(["-j1", "--select=HSC"]) == 0
    shop("text.py", "from flask import abort\nabort(404, '''# noqa: E501\n''')\n")
    assert run("check", "--add-noqa", "text.py") == Outcome(
        3,
        "0 violations silenced in 0 files\n",
        "text.py: has a line where no comment can be added\n",
    )


@pytest.mark.parametrize(
    ("source", "silenced"),
    [
        ("abort(404)", "abort(404)  # noqa: HSC101"),
        ("abort(404)\r\nx\r\n", "abort(404)  # noqa: HSC101\r\nx\r\n"),
        ("abort(404)  # why\n", "abort(404)  # why  # noqa: HSC101\n"),
        ("abort(404)  # noqa: E501 why\n", "abort(404)  # noqa: E501,HSC101 why\n"),
        ("abort(404)  # noqa:E501,\n", "abort(404)  # noqa:E501,HSC101,\n"),
        ("abort(404, '''\n''')\n", "abort(404, '''\n''')  # noqa: HSC101\n"),
        ("abort(404, \\\n  1)\n", "abort(404, \\\n  1)  # noqa: HSC101\n"),
        ("abort(404,\n  1)\n", "abort(404,  # noqa: HSC101\n  1)\n"),
    ],
)
def test_where_a_comment_goes(source: str, silenced: str) -> None:
    violation = Violation("HSC101", Span(1, 6, 1, 9), "text")
    assert with_comments(source, [violation]) == silenced


def test_a_comment_that_would_change_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Noqa, "last_line", lambda _, line: line)
    violation = Violation("HSC101", Span(1, 6, 1, 9), "text")
    with pytest.raises(FileError, match=r"^would not mean the same with the comments$"):
        with_comments("abort(404, '''\n''')\n", [violation])


def test_since_a_revision() -> None:
    git("init")
    shop()
    shop("old.py")
    shop("same.py")
    shop('quote" ü.py')
    shop("new name.py")
    git("add", ".")
    git("commit", "-m", "first")
    assert run("check", "-q", "--since=HEAD") == Outcome(0, "")
    assert run("check", "--since=HEAD").err == "no violations in 0 files\n"
    changed = SHOP.replace("abort(404)\nabort", "abort(410)\nabort")
    for name in ("shop.py", 'quote" ü.py', "new name.py"):
        shop(name, "++ x\n" + changed)
    shop("shop.py", changed)
    shop('quote" ü.py', changed)
    shop("new name.py", changed)
    shop("old.py", SHOP.replace("abort(404)  #", "abort(404)  #  "))
    shop("fresh.py")
    outcome = run("check", "-q", "--since=HEAD")
    assert outcome.code == 1
    assert [line.split(" HSC")[0] for line in outcome.out.splitlines()] == [
        "./fresh.py:3:7:",
        "./fresh.py:5:25:",
        "./new name.py:3:7:",
        "./old.py:4:7:",
        './quote" ü.py:3:7:',
        "./shop.py:3:7:",
    ]
    git("add", ".")
    git("commit", "-m", "second")
    assert run("check", "-q", "--since=HEAD~1", "shop.py").out.count("\n") == 1
    assert run("fix", "-q", "--since=HEAD~1", "shop.py").out == "shop.py: 1 fix\n"
    assert run("check", "-q", "--since=HEAD~1", "-", stdin=SHOP.encode()).out.count("\n") == 2


def test_lines_that_look_like_headers_are_none() -> None:
    git("init")
    shop(text='"""\nx\n"""\n' + SHOP)
    git("add", ".")
    git("commit", "-m", "first")
    shop(text='"""\n++ b/other.py\n@@ -1 +1,9 @@\n"""\n' + SHOP)
    assert run("check", "-q", "--since=HEAD") == Outcome(0, "")


def test_since_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    shop()
    outcome = run("check", "--since=HEAD")
    assert outcome.code == 2
    assert outcome.err.startswith("flake8-http-status: --since: fatal: not a git repository")
    git("init")
    assert run("check", "--since=--output=x") == Outcome(
        2, "", "flake8-http-status: --since: '--output=x' is no revision that git knows\n"
    )
    monkeypatch.setenv("PATH", "")
    assert run("check", "--since=HEAD").err == (
        "flake8-http-status: --since: git cannot be run: No such file or directory\n"
    )


def test_fix_and_check_agree_on_what_is_known() -> None:
    shop()
    run(*WRITE)
    shop(text=SHOP + "abort(410)\n")
    assert run("fix", "-q", "--baseline=known.json", "shop.py").out == "shop.py: 1 fix\n"
    text = Path("shop.py").read_text()
    assert "abort(404)\n" in text
    assert "abort(HTTPStatus.GONE)\n" in text
    run("fix", "-q", "shop.py")
    assert Path("shop.py").read_text() == FIXED + "abort(HTTPStatus.GONE)\n"
    assert FOUND
