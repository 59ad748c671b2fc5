from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import FOUND, Outcome, run, shop

from flake8_http_status import checker, files
from flake8_http_status.cli import cache, running
from flake8_http_status.cli.parallel import FEW
from flake8_http_status.config import load, project_folder

SILENT = "from flask import abort\nabort(404)  # noqa\n"
STORE = Path(".flake8_http_status_cache", "clean")


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
    examine = checker.examine

    def watched(source: str, *arguments: object, **keywords: object) -> object:
        texts.append(source)
        return examine(source, *arguments, **keywords)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "examine", watched)
    return texts


def check(*arguments: str) -> Outcome:
    return run("check", "-q", "-j1", *(arguments or ["."]))


REPORT = Outcome(1, FOUND.replace("shop.py", "./shop.py"))


def test_what_was_clean_is_not_looked_at_again(looked_at: list[str]) -> None:
    assert check() == REPORT
    assert len(looked_at) == FEW + 1
    looked_at.clear()
    assert check() == REPORT
    assert len(looked_at) == 1
    Path("clean7.py").write_text(SILENT + SILENT)
    Path("clean8.py").rename("moved.py")
    assert check() == REPORT
    assert len(looked_at) == 1 + 3
    assert sorted(os.listdir(STORE.parent)) == [".gitignore", "CACHEDIR.TAG", "clean"]


def test_a_file_that_is_not_clean_any_more() -> None:
    check()
    Path("clean7.py").write_text("from flask import abort\nabort(404)\n")
    assert "clean7.py:2:7: HSC101" in check().out


@pytest.mark.parametrize(
    "arguments", [["--disable-noqa"], ["--select=HSC102"], ["--known=499"], ["--attributes=a,b"]]
)
def test_other_settings_are_other_questions(looked_at: list[str], arguments: list[str]) -> None:
    check()
    looked_at.clear()
    outcome = check(*arguments, ".")
    assert len(looked_at) == FEW + 1
    assert check(*arguments, ".") == outcome == check(*arguments, "--no-cache", ".")


def test_another_version_is_another_question(
    looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check()
    looked_at.clear()
    monkeypatch.setattr(cache, "_own_sources", lambda: iter([b"VERSION = 2"]))
    assert check() == REPORT
    assert len(looked_at) == FEW + 1


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
    assert not STORE.parent.exists()
    check()
    looked_at.clear()
    assert check("--no-cache", ".") == REPORT
    assert len(looked_at) == FEW + 1


def test_few_files_need_no_cache() -> None:
    check("shop.py", "clean1.py")
    assert not STORE.parent.exists()


@pytest.mark.parametrize("data", [b"", b"\x80nonsense" * 100, b"short"])
def test_a_damaged_cache_costs_time_only(looked_at: list[str], data: bytes) -> None:
    check()
    STORE.write_bytes(data)
    looked_at.clear()
    assert check() == REPORT
    assert len(looked_at) == FEW + 1
    looked_at.clear()
    assert check() == REPORT
    assert len(looked_at) == 1


def test_a_torn_cache_keeps_what_is_whole(looked_at: list[str]) -> None:
    check()
    STORE.write_bytes(STORE.read_bytes()[:-1])
    looked_at.clear()
    assert check() == REPORT
    assert len(looked_at) == 2


def test_a_cache_that_cannot_be_written() -> None:
    STORE.parent.write_text("in the way")
    assert check() == REPORT
    assert STORE.parent.read_text() == "in the way"


def test_nothing_is_written_through_a_link(tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    STORE.parent.symlink_to(elsewhere)
    assert check() == REPORT
    assert list(elsewhere.iterdir()) == []
    STORE.parent.unlink()
    check()
    (elsewhere / "file").write_text("theirs")
    STORE.unlink()
    STORE.symlink_to(elsewhere / "file")
    assert check() == REPORT
    assert (elsewhere / "file").read_text() == "theirs"
    assert not STORE.is_symlink()


def test_what_a_killed_run_left_is_removed() -> None:
    check()
    left = STORE.with_name(f".flake8-http-status-{10**30}-0123456789abcdef.tmp")
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
    other_run.remember("other.py", b"")
    other_run.save()
    looked_at.clear()
    assert check() == REPORT
    assert len(looked_at) == 1
    size = STORE.stat().st_size
    monkeypatch.setattr(cache, "MOST", 3)
    Path("clean7.py").write_text(SILENT + SILENT)
    check()
    assert size == (FEW + 1) * cache.DIGEST_SIZE
    assert STORE.stat().st_size == 3 * cache.DIGEST_SIZE


def cache_of_now() -> cache.Cache:
    return cache.Cache(load({}))


def test_what_is_no_file_is_told_each_time() -> None:
    os.mkfifo("pipe.py")
    Path("broken.py").write_text("(")
    outcomes = [check(), check()]
    assert outcomes[0] == outcomes[1]
    assert outcomes[0].code == 3
    assert len(outcomes[0].err.splitlines()) == 2


def test_a_file_at_which_a_rule_failed_is_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> checker.Examination:
        return checker.Examination([], {"HSC101": ZeroDivisionError("what")})

    monkeypatch.setattr(running, "examine", failing)
    outcomes = [check(), check()]
    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0].err.splitlines()) == FEW + 1


def test_standard_input_is_no_file() -> None:
    check()
    arguments = ("check", "-q", "-j1", ".", "-", "--stdin-filename=./clean1.py")
    outcome = run(*arguments, stdin=b"import flask; flask.abort(404)")
    assert "./clean1.py:1:27: HSC101" in outcome.out
    size = STORE.stat().st_size
    run(*arguments, stdin=b"import flask")
    assert STORE.stat().st_size == size


def test_fix_uses_it_too(looked_at: list[str]) -> None:
    check()
    looked_at.clear()
    assert run("fix", "-q", "-j1").out == "./shop.py: 2 fixes\n"
    assert len(looked_at) < FEW
    assert check() == Outcome(0, "")


def test_it_lies_at_the_top_of_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    top = os.getcwd()
    Path("a/b").mkdir(parents=True)
    monkeypatch.chdir("a/b")
    assert project_folder() == os.getcwd()
    Path(top, "tox.ini").write_text("")
    assert project_folder() == top
