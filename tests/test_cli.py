from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import pytest
from command import FIXED, FOUND, SHOP, Outcome, run, shop
from flake8.main.cli import main as flake8

from flake8_http_status import __version__
from flake8_http_status.cli import examining
from flake8_http_status.cli.formats import FORMATS
from flake8_http_status.cli.patch import patch
from flake8_http_status.escaping import printable
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.registry import SITE_CHECKS
from flake8_http_status.rules import magic_status_in_comparison


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))


def test_check_reports_what_flake8_reports(capsys: pytest.CaptureFixture[str]) -> None:
    shop()
    shop("other.py", f"é = 'ü', abort(404)\n\tabort(\n{SHOP}")
    shop("silent.py", SHOP + "# flake8: noqa\n")
    shop("umlaut.py", "from flask import abort\nx = 'äöü', abort(\n\t404)\n")
    assert flake8(["-j1", "--select=HSC"]) == 1
    outcome = run("check", "-q")
    assert outcome.out == capsys.readouterr().out
    assert outcome.code == 3  # other.py cannot be parsed


def test_check_says_clean_or_not() -> None:
    shop()
    assert run("check", "-q", "shop.py") == Outcome(1, FOUND)
    assert (
        run("check", "-q", "--select", "HSC102", "shop.py").out
        == FOUND.splitlines(keepends=True)[1]
    )
    assert run("check", "-q", "--extend-ignore=HSC1", "shop.py") == Outcome(0, "")
    assert run("check", "-q", "--allow=well-known") == Outcome(0, "")
    assert run("check", "-q", "--disable-noqa", "shop.py").out.count("\n") == 3
    assert run("check", "-q", "--exclude=*.py") == Outcome(0, "")


def test_check_reads_standard_input() -> None:
    text = SHOP.encode()
    assert run("check", "-q", "-", stdin=text).out == FOUND.replace("shop.py", "stdin")
    assert run("check", "-q", "--stdin-filename=shop.py", stdin=text) == Outcome(1, FOUND)
    arguments = ("check", "-q", "--stdin-filename=./tests/shop.py", "-")
    assert run(*arguments, "--exclude=tests", stdin=text).code == 1
    assert run(*arguments, "--exclude=tests/*", stdin=text) == Outcome(0, "")
    assert run(*arguments, "--per-file-ignores=tests/*:HSC", stdin=text) == Outcome(0, "")
    assert run("check", "-q", "-", stdin=b"\xff").code == 3


def test_check_reads_paths_from_a_file() -> None:
    shop()
    Path("paths.txt").write_text("\nshop.py\n \n")
    assert run("check", "-q", "@paths.txt") == Outcome(1, FOUND)


def test_patterns_are_expanded_where_the_shell_does_not() -> None:
    Path("deep/er").mkdir(parents=True)
    for name in ("b.py", "a.py", "deep/er/c.py", "[x].py"):
        shop(name)
    named = run("check", "-q", "./deep/**/*.py", "?.py", "[x].py").out.splitlines()
    assert [line.partition(":")[0] for line in named[::2]] == [
        *("./deep/er/c.py", "[x].py", "a.py", "b.py"),
    ]
    assert run("fix", "-q", "deep/*/*.py").out == "deep/er/c.py: 2 fixes\n"
    assert run("check", "-q", "*.pyi") == Outcome(
        3, "", "*.pyi: cannot be read: No such file or directory\n"
    )


def test_the_summary_counts_what_was_looked_at() -> None:
    shop()
    assert run("check", "", "gone.py").err.splitlines() == [
        "'': cannot be read: No such file or directory",
        "gone.py: cannot be read: No such file or directory",
        "no violations in 0 files; 2 files not processed",
    ]
    assert run("check", "shop.py", "gone.py").err.splitlines()[-1] == (
        "2 violations in 1 of 1 file; 'flake8-http-status fix' repairs 2; 1 file not processed"
    )


def test_configuration_is_read() -> None:
    shop()
    Path("setup.cfg").write_text("[flake8]\nhttp-status-allow = 404\n")
    assert run("check", "-q") == Outcome(0, "")
    assert run("check", "-q", "--isolated").code == 1
    Path("other.cfg").write_text("[flake8]\nselect = HSC102\n")
    assert (
        run("check", "-q", "--config=other.cfg", "shop.py").out
        == FOUND.splitlines(keepends=True)[1]
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "--allow=20x"], "flake8-http-status: --allow: '20x' is neither a number"),
        (["chek", "."], "'chek' is no command; did you mean 'check'?"),
        (["check", "--formt=json"], "there is no argument '--formt'; did you mean '--format'?"),
        (["check", "-x"], "flake8-http-status check: there is no argument '-x'"),
        (["check", "--format=jsn"], "--format: 'jsn' is none of concise, full, statistics, json,"),
        (["list"], "flake8-http-status list: the following arguments are required: {codes,"),
        (["check", "@gone"], "No such file or directory: 'gone'"),
        (["--vesion"], "there is no argument '--vesion'; did you mean '--version'?"),
        (["--nonsense"], "flake8-http-status: there is no argument '--nonsense'"),
        ([], "usage: flake8-http-status [-h] [--version] command ..."),
        (["src"], "'src' is no command; did you mean 'check src'?"),
        (["fix", "--diff", "--check"], "not allowed with argument --diff"),
        (["check", "--config=gone.cfg"], "gone.cfg: there is no section [flake8] to read"),
    ],
)
def test_wrong_usage(arguments: list[str], message: str) -> None:
    Path("src").mkdir()
    outcome = run(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err
    assert outcome.err.count("\n") == 1 or not arguments


def test_help_and_version() -> None:
    assert run("--version") == Outcome(0, f"flake8-http-status {__version__}\n")
    assert "check" in run("--help").out
    assert "--http-status" not in run("check", "-q", "--help").out
    assert "--constants" in run("fix", "-q", "--help").out


def test_a_file_that_cannot_be_processed_stops_no_other() -> None:
    shop()
    os.mkfifo("a.py")
    Path("b.py").symlink_to("nowhere")
    Path("c.py").write_bytes(b"\xff")
    Path("d.py").write_text("abort(404\n")
    Path("e.py").write_text("print 'Python 2'\n")
    Path("f.py").write_bytes(b"x = 1\0\n")
    Path("g\x1b[2J.py").write_text("(")
    Path("h.py").write_text("(" * 10_000 + "404")
    Path("i.py").mkdir()
    outcome = run("check", "-q", ".", "gone.py")
    assert outcome.code == 3
    assert outcome.out == FOUND.replace("shop.py", "./shop.py")
    lines = outcome.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        *("./a.py", "./b.py", "./c.py", "./d.py", "./e.py", "./f.py", "./g\\x1b[2J.py", "./h.py"),
        "gone.py",
    ]
    assert lines[0] == "./a.py: is no regular file"
    assert lines[3] == "./d.py: cannot be parsed: line 1: '(' was never closed"
    assert lines[-1] == "gone.py: cannot be read: No such file or directory"
    assert run("fix", "-q", ".", "gone.py").err == outcome.err
    assert run("check", "-q", "shop.py").code == 0


def test_a_file_that_is_too_much_for_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    shop()
    monkeypatch.setattr(ast, "parse", fail)
    assert run("check", "-q") == Outcome(3, "", "./shop.py: cannot be parsed: MemoryError\n")


def test_a_folder_that_cannot_be_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(folder: str) -> NoReturn:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", scandir)
    assert run("check", "-q") == Outcome(3, "", ".: cannot be listed: Permission denied\n")


def failing(*_: object, **__: object) -> None:
    raise ZeroDivisionError("what")


APOLOGY = f"; this is a defect of flake8-http-status {__version__}, please report it with this file"


@pytest.mark.parametrize("command", ["check", "fix"])
def test_a_defect_is_told_and_stops_no_other(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shop()
    monkeypatch.setattr(examining, "examine_file", failing)
    outcome = run(command)
    assert outcome.code == 3
    assert outcome.err.startswith(
        f"./shop.py: the engine failed with ZeroDivisionError: what{APOLOGY}\n"
    )
    assert Path("shop.py").read_text() == SHOP


DEFECT_OF_A_RULE = f"HSC102 failed with ZeroDivisionError: what{APOLOGY}"


@pytest.fixture(name="failing_rule")
def _failing_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """HSC102 fails, the rule about comparisons."""
    module = magic_status_in_comparison
    checks = SITE_CHECKS[Role.COMPARISON]
    monkeypatch.setitem(
        SITE_CHECKS,
        Role.COMPARISON,
        [failing if one is module.check else one for one in checks],
    )
    monkeypatch.setattr(module, "check", failing)


@pytest.mark.usefixtures("failing_rule")
def test_a_defect_of_a_rule_hides_no_other() -> None:
    shop()
    shop("other.py", "import flask\nflask.abort(404)\n")
    outcome = run("check", "-q")
    assert outcome.code == 3
    assert outcome.err == f"./shop.py: {DEFECT_OF_A_RULE}\n"
    assert [line.split()[:2] for line in outcome.out.splitlines()] == [
        ["./other.py:2:13:", "HSC101"],
        ["./shop.py:3:7:", "HSC101"],
    ]
    assert run("fix", "-q").code == 3
    assert Path("shop.py").read_text() == SHOP
    assert "NOT_FOUND" in Path("other.py").read_text()


@pytest.mark.usefixtures("failing_rule")
@pytest.mark.parametrize("style", [*FORMATS])
def test_every_format_tells_of_a_defect_beside_the_findings(style: str) -> None:
    shop()
    outcome = run("check", "--format", style)
    assert outcome.code == 3
    assert DEFECT_OF_A_RULE in outcome.err
    assert "HSC101" in outcome.out
    if style in {"json", "sarif", "junit", "github"}:
        assert DEFECT_OF_A_RULE in outcome.out


def test_a_baseline_is_not_shrunk_by_a_defect(request: pytest.FixtureRequest) -> None:
    shop()
    arguments = ("check", "-q", "--baseline=known.json")
    run(*arguments, "--write-baseline")
    remembered = Path("known.json").read_text()
    request.getfixturevalue("failing_rule")
    assert run(*arguments) == Outcome(3, "", f"./shop.py: {DEFECT_OF_A_RULE}\n")
    assert run(*arguments, "--write-baseline").code == 3
    assert Path("known.json").read_text() == remembered


def test_a_defect_of_the_codemod(monkeypatch: pytest.MonkeyPatch) -> None:
    from flake8_http_status import fixing

    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("what")

    shop()
    monkeypatch.setattr(fixing, "fix_violations", fail)
    assert "this is a defect" in run("fix", "-q").err
    monkeypatch.setattr(
        fixing, "fix_violations", lambda _, source, __: fixing.FixResult(source, refused="why")
    )
    assert run("fix", "-q", "shop.py") == Outcome(3, "", "shop.py: is left as it is: why\n")


def test_fix_rewrites_once() -> None:
    shop()
    assert run("fix", "-q", "shop.py") == Outcome(0, "shop.py: 2 fixes\n")
    assert Path("shop.py").read_text() == FIXED
    assert run("fix", "-q", "shop.py") == Outcome(0, "")
    assert run("check", "-q") == Outcome(0, "")


def test_fix_sums_up() -> None:
    shop()
    shop("other.py")
    assert run("fix", "--diff", "--select=HSC101").err == (
        "2 violations would be fixed in 2 files, 0 left\n"
    )
    assert run("fix", "shop.py").err == "2 violations fixed in 1 file, 0 left\n"
    assert run("fix", "--check", "shop.py").err == (
        "0 violations would be fixed in 0 files, 0 left\n"
    )


def test_fix_repairs_what_is_reported() -> None:
    shop()
    assert run("fix", "-q", "--select=HSC102", "shop.py") == Outcome(0, "shop.py: 1 fix\n")
    assert "abort(404)\n" in Path("shop.py").read_text()
    assert run("fix", "-q", "--disable-noqa").out == "./shop.py: 2 fixes\n"
    assert "404" not in Path("shop.py").read_text()


def test_fix_names_files_that_would_change() -> None:
    shop()
    shop("clean.py", "")
    assert run("fix", "-q", "--check") == Outcome(1, "./shop.py\n")
    assert run("fix", "-q", "--check", "clean.py") == Outcome(0, "")
    shop("left.py", "from flask import abort\nabort(1000)\n")
    assert run("fix", "-q", "--check", "left.py") == Outcome(0, "")
    assert Path("shop.py").read_text() == SHOP


def test_fix_writes_standard_input_to_standard_output() -> None:
    assert run("fix", "-q", "-", stdin=SHOP.encode()) == Outcome(0, FIXED)
    assert run("fix", "-q", "-", stdin=b"x = 1\r\n") == Outcome(0, "x = 1\r\n")
    assert run("fix", "-q", "-", "--check", stdin=SHOP.encode()) == Outcome(1, "stdin\n")


def test_fix_shows_a_patch() -> None:
    names = ["shop.py", "with space.py", 'quote"\\.py', "tab\t\n.py", "ümlaut.py", "sub/shop.py"]
    Path("sub").mkdir()
    for name in names:
        shop(name)
    shop("crlf.py", SHOP.replace("\n", "\r\n"))
    shop("unended.py", SHOP.rstrip("\n"))
    Path("latin.py").write_bytes(b"# coding: latin-1\n# \xe9\n" + SHOP.encode())
    outcome = run("fix", "-q", "--diff")
    assert outcome.code == 1
    assert run("fix", "-q", "--diff", str(Path.cwd())) == outcome
    assert Path("shop.py").read_text() == SHOP
    applied = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        input=os.fsencode(outcome.out),
        check=True,
        capture_output=True,
    )
    assert applied.stderr == b""
    assert Path("sub/shop.py").read_text() == FIXED
    assert Path("latin.py").read_bytes() == b"# coding: latin-1\n# \xe9\n" + FIXED.encode()
    assert Path("crlf.py").read_bytes() == FIXED.replace("\n", "\r\n").encode()
    assert run("fix", "-q", "--diff") == Outcome(0, "")


def test_a_patch_in_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    shop(text=SHOP.replace("abort(404)\n\n", "").replace("\n\n", "\n# \x1b[2J\n"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    lines = run("fix", "--diff", "shop.py").out.splitlines()
    assert lines[0] == "\x1b[1m--- a/shop.py\x1b[0m"
    assert "\x1b[36m@@ -1,5 +1,7 @@\x1b[0m" in lines
    assert "\x1b[31m-abort(404)\x1b[0m" in lines
    assert "\x1b[32m+abort(HTTPStatus.NOT_FOUND)\x1b[0m" in lines
    assert " # \\x1b[2J" in lines


def test_a_patch_of_nothing() -> None:
    assert patch("a.py", b"x", b"x") == []


def test_what_takes_time_is_loaded_only_when_it_is_needed() -> None:
    shop("clean.py", "x = 1\n")
    late = {"libcst", "hashlib", "pickle", "signal", "tokenize"}
    code = "import sys; before = {*sys.modules}; from flake8_http_status.cli import main;"
    code += f"main(sys.argv[1:]); print({late} & {{*sys.modules}} - before)"
    for command in ("check", "fix"):
        ran = subprocess.run(
            [sys.executable, "-c", code, command, "clean.py"],
            capture_output=True,
            text=True,
            check=True,
        )
        assert ran.stdout == "set()\n"


def test_a_reader_that_goes_away() -> None:
    shop("shop.py", SHOP + "abort(404)\n" * 4000)
    command = f"{sys.executable} -m flake8_http_status check shop.py | head -n 1"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert ran.stdout == FOUND.splitlines(keepends=True)[0]
    assert ran.stderr == ""


@pytest.mark.parametrize(
    ("redirection", "expected"),
    [
        pytest.param(
            ">/dev/full",
            Outcome(3, "", "flake8-http-status: [Errno 28] No space left on device\n"),
            marks=pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has it"),
        ),
        ("2>&-", Outcome(1, FOUND)),
        ("-q >&-", Outcome(1, "")),
    ],
)
def test_output_that_goes_nowhere(redirection: str, expected: Outcome) -> None:
    shop()
    command = f"{sys.executable} -m flake8_http_status check shop.py {redirection}"
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert Outcome(ran.returncode, ran.stdout, ran.stderr) == expected


def test_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    shop()
    monkeypatch.setattr(examining, "examine_file", interrupt)
    assert run("check", "-q") == Outcome(130, "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain text é 中", "plain text é 中"),
        ("a\nb\r\t\x1b[0m", "a\\nb\\r\\t\\x1b[0m"),
        ("\u202e\udcff", "\\u202e\\udcff"),
    ],
)
def test_printable(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_what_git_ignores_is_left_out() -> None:
    Path(".git").mkdir()
    Path(".gitignore").write_text("shop.py\n")
    shop()
    assert run("check", "-q") == Outcome(0, "")
    assert run("check", "-q", "shop.py") == Outcome(1, FOUND)
    assert run("check", "-q", "--no-respect-gitignore").code == 1
    Path("pyproject.toml").write_text("[tool.flake8-http-status]\nrespect-gitignore = false\n")
    assert run("check", "-q").code == 1
    assert run("check", "-q", "--respect-gitignore") == Outcome(0, "")
