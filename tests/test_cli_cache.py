from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import FOUND, SHOP, Outcome, run, shop

import flake8_http_status
from flake8_http_status import checker, files
from flake8_http_status.cli import cache, examining
from flake8_http_status.cli.formats import FORMATS
from flake8_http_status.cli.parallel import FEW
from flake8_http_status.config import load, project_folder
from flake8_http_status.violation import Confidence, Edit, Fix, Safety, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.file import File

SILENT = "from flask import abort\nabort(404)  # noqa\n"
FOLDER = Path(cache.FOLDER)


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    shop()
    for number in range(FEW):
        Path(f"clean{number}.py").write_text(SILENT)


@pytest.fixture(name="looked_at")
def _looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are checked, for in these tests all is done in one process."""
    texts: list[str] = []

    def watched(file: File) -> checker.Examination:
        texts.append(file._source)
        return checker.examine_file(file)

    monkeypatch.setattr(examining, "examine_file", watched)
    return texts


def stores() -> list[Path]:
    return [path for path in FOLDER.iterdir() if path.name not in cache.MARKS]


def check(*arguments: str) -> Outcome:
    return run("check", "-q", "-j1", *(arguments or ["."]))


REPORT = Outcome(1, FOUND.replace("shop.py", "./shop.py"))
BY_STATUS = ("--cache-key=status", ".")


@pytest.mark.parametrize("arguments", [(), BY_STATUS], ids=cache.KEYS)
def test_what_is_as_it_was_is_not_looked_at_again(
    looked_at: list[str], arguments: tuple[str, ...]
) -> None:
    assert check(*arguments) == REPORT
    assert len(looked_at) == FEW + 1
    looked_at.clear()
    assert check(*arguments) == REPORT
    assert looked_at == []
    Path("clean7.py").write_text(SILENT + SILENT)
    Path("clean8.py").rename("moved.py")
    assert check(*arguments) == REPORT
    assert looked_at == [SILENT + SILENT, SILENT]
    assert len(stores()) == 1
    assert {path.name for path in FOLDER.iterdir()} == {*cache.MARKS, stores()[0].name}


def test_the_engine_is_loaded_when_something_is_new() -> None:
    command = (
        "import sys; from flake8_http_status.cli import main; main(['check', '-q'])\n"
        "print('flake8_http_status.registry' in sys.modules)"
    )
    loaded = [
        subprocess.check_output([sys.executable, "-c", command], text=True).splitlines()[-1]
        for _ in range(2)
    ]
    assert loaded == ["True", "False"]


def test_what_tells_that_a_file_is_as_it_was(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "_status", lambda path: str(os.stat(path).st_size))
    check()
    check(*BY_STATUS)
    other = SILENT.replace("404", "405")
    Path("clean7.py").write_text(other)
    Path("clean8.py").write_text(SILENT + SILENT)
    looked_at.clear()
    check(*BY_STATUS)
    assert looked_at == [SILENT + SILENT]
    looked_at.clear()
    check()
    assert looked_at == [other, SILENT + SILENT]


def test_a_file_that_is_not_clean_any_more() -> None:
    check()
    Path("clean7.py").write_text("from flask import abort\nabort(404)\n")
    assert "clean7.py:2:7: HSC101" in check().out


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("baseline", [(), ("--baseline=known.json",)], ids=["", "baseline"])
def test_every_format_is_the_same(shape: str, baseline: tuple[str, ...]) -> None:
    Path("known.json").write_text('{"version": 1, "files": {"shop.py": {"HSC101 abort(404)": 1}}}')
    check()
    arguments = (*baseline, "--format", shape, ".")
    outcomes = [run("check", "-j1", *arguments) for _ in range(2)]
    assert outcomes == [run("check", "-j1", "--no-cache", *arguments)] * 2


def test_what_is_gone_is_gone_the_second_time_too() -> None:
    Path("known.json").write_text('{"version": 1, "files": {"clean1.py": {"HSC101 a": 1}}}')
    for _ in range(2):
        told = run("check", "-j1", "--baseline=known.json").err.splitlines()[-1]
        assert told.startswith("1 violation in known.json no longer found")


def test_comments_are_added_to_what_is_there() -> None:
    check()
    assert "2 violations silenced" in check("--add-noqa").out


@pytest.mark.parametrize(
    "arguments",
    [
        *(["--disable-noqa"], ["--select=HSC102"], ["--known=499"], ["--attributes=a,b"]),
        *(["--no-prefilter"], ["--cache-key=status"]),
    ],
)
def test_other_settings_are_other_questions(looked_at: list[str], arguments: list[str]) -> None:
    check()
    looked_at.clear()
    outcome = check(*arguments, ".")
    assert len(looked_at) == FEW + 1
    assert check(*arguments, ".") == outcome == check(*arguments, "--no-cache", ".")


def test_what_is_asked_no_more_is_forgotten() -> None:
    for number in range(cache.MOST_CIRCUMSTANCES + 3):
        check(f"--known={300 + number}", ".")
    assert len(stores()) == cache.MOST_CIRCUMSTANCES


def test_another_version_is_another_question(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    looked_at.clear()
    monkeypatch.setattr(flake8_http_status, "__version__", "2")
    assert check() == REPORT
    assert len(looked_at) == FEW + 1


@pytest.mark.parametrize("arguments", [(), BY_STATUS], ids=cache.KEYS)
def test_other_sources_of_this_package_are_another_question(
    looked_at: list[str],
    arguments: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    package = tmp_path.with_name(f"package of {tmp_path.name}")
    monkeypatch.setattr(
        flake8_http_status, "__path__", [*flake8_http_status.__path__, str(package)]
    )
    check(*arguments)
    looked_at.clear()
    (package / "rules").mkdir(parents=True)
    (package / "rules" / "rule.py").touch()
    for text in ("x = 1", "x = 10"):
        (package / "rules" / "rule.py").write_text(text)
        check(*arguments)
        assert len(looked_at) == FEW + 1
        looked_at.clear()
        check(*arguments)
        assert looked_at == []


def test_every_process_asks_the_same() -> None:
    command = (
        "from flake8_http_status.cli.cache import _circumstances as of\n"
        "from flake8_http_status.config import load\n"
        "print(of(load({'attributes': 'a,b,c,d', 'known': '298,299', 'select': 'HSC,E,F'})))"
    )
    asked = {
        subprocess.check_output(
            [sys.executable, "-c", command], env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in "123"
    }
    assert len(asked) == 1


def test_without_the_cache(looked_at: list[str]) -> None:
    assert check("--no-cache", ".") == REPORT
    assert not FOLDER.exists()
    check()
    looked_at.clear()
    assert check("--no-cache", ".") == REPORT
    assert len(looked_at) == FEW + 1


def test_few_files_need_no_cache() -> None:
    check("shop.py", "clean1.py")
    assert not FOLDER.exists()


def damaged(data: bytes) -> Iterator[bytes]:
    """The data with a bit that is wrong in one of many places, without its end, and other data."""
    for place in range(0, len(data), 499):
        yield data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    yield from (data[:-1], data + b"x", b"", b"short", b"\x80nonsense" * 100)


def test_a_damaged_cache_costs_time_only(looked_at: list[str]) -> None:
    check()
    whole = stores()[0].read_bytes()
    for data in damaged(whole):
        stores()[0].write_bytes(data)
        looked_at.clear()
        assert check() == REPORT
        assert len(looked_at) == FEW + 1
        assert sorted(stores()[0].read_bytes()) == sorted(whole)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *((b" 5 24 5 27 ", b" 5 24 5 "), (b" 5 24 5 27 ", b" 5 24 5 x "), (b" safe ", b" sure ")),
        *((b"\tHSC", b"\t\tHSC"), (b"use ", b"\xff"), (b"\t", b"")),
    ],
)
def test_what_nobody_wrote_costs_time_only(
    looked_at: list[str], before: bytes, after: bytes
) -> None:
    """Somebody may give a cache away with a project, and put the right digest above it."""
    check()
    _, _, data = stores()[0].read_bytes().partition(b"\n")
    assert before in data
    data = data.replace(before, after)
    stores()[0].write_bytes(cache.digest(data).encode() + b"\n" + data)
    looked_at.clear()
    assert check() == REPORT
    assert looked_at


def test_what_would_not_be_one_line_is_not_remembered() -> None:
    store = cache_of_now()
    fix = Fix((Edit(Span(1, 0, 1, 3), "OK"),), Safety.UNSAFE)
    violation = Violation("HSC101", Span(1, 0, 1, 3), "a text", fix, Confidence.NAME, "why")
    store.remember("known.py", cache.digest(b""), [violation])
    store.remember("message.py", cache.digest(b""), [violation._replace(message="a\tb")])
    store.remember("pa\udcffth.py", cache.digest(b""), ())
    store.save()
    for name in ("known.py", "message.py", "pa\udcffth.py"):
        Path(name).touch()
    found = {path: cache_of_now().recall(path) for path in os.listdir()}
    assert {path: known for path, known in found.items() if known is not None} == {
        "known.py": (Violation("HSC101", Span(1, 0, 1, 3), "a text", Fix((), Safety.UNSAFE)),)
    }


def test_a_cache_that_cannot_be_written() -> None:
    FOLDER.write_text("in the way")
    assert check() == REPORT
    assert FOLDER.read_text() == "in the way"


def test_nothing_is_written_through_a_link(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    FOLDER.symlink_to(elsewhere)
    assert check() == REPORT
    assert list(elsewhere.iterdir()) == []
    FOLDER.unlink()
    check()
    store = stores()[0]
    (elsewhere / "file").write_text("theirs")
    store.unlink()
    store.symlink_to(elsewhere / "file")
    assert check() == REPORT
    assert (elsewhere / "file").read_text() == "theirs"
    assert not store.is_symlink()


def test_what_a_killed_run_left_is_removed() -> None:
    check()
    left = FOLDER / f".flake8-http-status-{10**30}-0123456789abcdef.tmp"
    left.touch()
    Path("clean7.py").write_text(SILENT + SILENT)
    files._remove_left_over.cache_clear()  # it is another run
    check()
    assert not left.exists()


def test_what_another_run_wrote_meanwhile_is_kept(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    other_run = cache_of_now()
    check()
    other_run.remember("other.py", cache.digest(b""), ())
    other_run.save()
    looked_at.clear()
    assert check() == REPORT
    assert looked_at == []
    assert len(stores()[0].read_bytes().splitlines()) == 1 + FEW + 2
    monkeypatch.setattr(cache, "MOST_FILES", 3)
    Path("clean7.py").write_text(SILENT + SILENT)
    check()
    assert len(stores()[0].read_bytes().splitlines()) == 1 + 3


def cache_of_now() -> cache.Cache:
    return cache.Cache(load({}), cache.CONTENT, use_prefilter=True)


def test_what_is_no_file_is_told_each_time() -> None:
    os.mkfifo("pipe.py")
    Path("broken.py").write_text("(")
    Path("gone.py").symlink_to("nowhere")
    for arguments in ((), BY_STATUS):
        outcomes = [check(*arguments), check(*arguments)]
        assert outcomes[0] == outcomes[1]
        assert outcomes[0].code == 3
        assert len(outcomes[0].err.splitlines()) == 3


def test_a_file_at_which_a_rule_failed_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> checker.Examination:
        return checker.Examination([], {"HSC101": ZeroDivisionError("what")})

    monkeypatch.setattr(examining, "examine_file", failing)
    outcomes = [check(), check()]
    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0].err.splitlines()) == FEW + 1


def test_standard_input_is_no_file() -> None:
    check()
    arguments = ("check", "-q", "-j1", ".", "-", "--stdin-filename=./clean1.py")
    outcome = run(*arguments, stdin=b"import flask; flask.abort(404)")
    assert "./clean1.py:1:27: HSC101" in outcome.out
    before = stores()[0].read_bytes()
    run(*arguments, stdin=b"import flask")
    assert stores()[0].read_bytes() == before


def test_fix_uses_it_too(looked_at: list[str]) -> None:
    check()
    looked_at.clear()
    assert run("fix", "-q", "-j1").out == "./shop.py: 2 fixes\n"
    assert looked_at == [SHOP]
    assert check() == Outcome(0, "")


def test_fix_counts_what_is_remembered(looked_at: list[str]) -> None:
    Path("clean1.py").write_text("from flask import abort\nabort(1000)\n")
    Path("shop.py").unlink()
    assert check().out.count("HSC") == 1
    looked_at.clear()
    assert run("fix", "-j1").err == "0 violations fixed in 0 files, 1 left\n"
    assert looked_at == []


def test_it_lies_at_the_top_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    top = os.getcwd()
    Path("a/b").mkdir(parents=True)
    monkeypatch.chdir("a/b")
    assert project_folder() == os.getcwd()
    Path(top, "tox.ini").write_text("")
    assert project_folder() == top
