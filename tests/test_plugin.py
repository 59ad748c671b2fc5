from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING, BinaryIO

import pytest
from flake8.main import cli

from flake8_http_status import __version__, checker
from flake8_http_status.plugin import Plugin
from flake8_http_status.registry import SITE_CHECKS
from flake8_http_status.rules import status_out_of_range
from flake8_http_status.settings import DEFAULT_SETTINGS, OPTIONS

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = "from flask import abort\n\nabort(404)\n"
FOUND = "shop.py:3:7: HSC101 magic number 404: use HTTPStatus.NOT_FOUND\n"


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Plugin, "settings", DEFAULT_SETTINGS)
    (tmp_path / "shop.py").write_text(SOURCE)


def flake8(*arguments: str) -> int:
    """Run flake8 in this process on the project's file."""
    return cli.main(["-j1", *arguments, "shop.py"])


def test_reports_through_flake8(capsys: pytest.CaptureFixture[str]) -> None:
    assert flake8() == 1
    assert capsys.readouterr().out == FOUND


def test_names_itself_among_the_plugins(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert f"flake8-http-status: {__version__}" in capsys.readouterr().out


def test_honours_select_and_ignore(capsys: pytest.CaptureFixture[str]) -> None:
    assert flake8("--select=E,F") == 0
    assert flake8("--extend-ignore=HSC1") == 0
    assert flake8("--per-file-ignores=shop.py:HSC101") == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--select=HSC"], False),
        (["--ignore=E203"], False),
        (["--extend-select=H"], False),
        (["--select=HSC4"], True),
        (["--extend-select=HSC404"], True),
        (["--extend-select=HSC404", "--extend-ignore=HSC4"], True),
        (["--extend-select=HSC4", "--extend-ignore=HSC404"], False),
    ],
)
def test_rules_on_request_wait_until_they_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], told: bool
) -> None:
    (tmp_path / "shop.py").write_text("def failed(r):\n    return r.status_code > 400\n")
    assert flake8(*arguments) == told
    assert ("HSC404" in capsys.readouterr().out) == told


def test_takes_options_from_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert flake8("--http-status-allow=well-known") == 0
    assert capsys.readouterr().out == ""


def test_takes_options_from_flake8s_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".flake8").write_text("[flake8]\nhttp-status-allow =\n    403,\n    404\n")
    assert flake8() == 0
    assert flake8("--isolated") == 1
    assert flake8("--http-status-allow=403") == 1
    assert capsys.readouterr().out == 2 * FOUND


def test_takes_options_from_pyproject(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-http-status]\nallow = [404]\n")
    assert flake8() == 0
    assert flake8("--http-status-allow=403") == 1
    assert capsys.readouterr().out == FOUND


def test_finds_the_targets_once_for_all_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[str] = []

    def load(file: BinaryIO) -> dict[str, object]:
        opened.append(file.name)
        return tomllib.loads(file.read().decode())

    monkeypatch.setattr(tomllib, "load", load)
    for folder, lowest in ((tmp_path, "3.9"), (tmp_path / "api", "3.13")):
        folder.mkdir(exist_ok=True)
        (folder / "pyproject.toml").write_text(f'[project]\nrequires-python = ">={lowest}"\n')
        for name in ("one.py", "two.py"):
            (folder / name).write_text("from http import HTTPStatus\n\nHTTPStatus.URI_TOO_LONG\n")
    assert cli.main(["-j1", "--select=HSC205", "."]) == 1
    told = sorted(line.partition(":")[0] for line in capsys.readouterr().out.splitlines())
    assert told == ["./api/one.py", "./api/two.py", "./one.py", "./two.py"]
    assert opened == [str(tmp_path / "pyproject.toml")]


def test_refuses_a_wrong_key_of_flake8s_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tox.ini").write_text("[flake8]\nhttp-status-alow = 404\n")
    assert flake8() == 1
    message = capsys.readouterr().out
    assert "tox.ini: http-status-alow = 404: unknown key, allowed are http-status-cons" in message
    assert message.endswith("did you mean 'http-status-allow'?\n")


def test_reads_no_file_when_isolated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.flake8-http-status]\nallow = [404]\n")
    monkeypatch.setattr(sys, "argv", ["flake8", "--isolated"])
    assert flake8("--isolated") == 1
    assert capsys.readouterr().out == FOUND


def test_takes_options_into_other_processes(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.py").write_text(SOURCE)
    arguments = ["-j2", "--http-status-allow=404", "shop.py", "other.py"]
    ran = subprocess.run([sys.executable, "-m", "flake8", *arguments], check=False)
    assert ran.returncode == 0
    assert capfd.readouterr().out == ""


def test_refuses_a_wrong_option_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert flake8("--http-status-constants=htp") == 1
    message = capsys.readouterr().out
    assert "http-status-constants = htp" in message
    assert "Traceback" not in message


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_documents_every_option(option: object, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    assert f"--http-status-{option.name} " in capsys.readouterr().out  # type: ignore[attr-defined]


def failing(*_: object, **__: object) -> None:
    raise ZeroDivisionError("no such scope")


APOLOGY = (
    f"failed with ZeroDivisionError: no such scope; this is a defect of flake8-http-status"
    f" {__version__}, please report it with this file\n"
)


def test_a_defect_costs_one_file_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checker, "find_sites", failing)
    assert flake8() == 0
    assert capsys.readouterr().err == f"shop.py: the engine {APOLOGY}"


def test_a_defect_of_a_rule_costs_its_findings_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(status_out_of_range, "check", failing)
    for role, checks in SITE_CHECKS.items():
        monkeypatch.setitem(SITE_CHECKS, role, [failing, *checks])
    assert flake8() == 1
    output = capsys.readouterr()
    assert output.out == FOUND
    assert output.err == f"shop.py: {status_out_of_range.RULE.code} {APOLOGY}"
    with pytest.raises(ZeroDivisionError):
        checker.check_source(SOURCE)


def test_a_file_that_is_no_python_is_left_to_flake8(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "shop.py").write_text("abort(404\n")
    assert flake8() == 1
    output = capsys.readouterr()
    assert "E999" in output.out
    assert "HSC" not in output.out
    assert output.err == ""


def test_yields_what_flake8_expects() -> None:
    found = list(Plugin(ast.parse(SOURCE), SOURCE.splitlines(keepends=True), "shop.py").run())
    assert found == [(3, 6, "HSC101 magic number 404: use HTTPStatus.NOT_FOUND", Plugin)]
