from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from flake8_http_status.baseline import Baseline, contents
from flake8_http_status.config import ConfigurationError
from flake8_http_status.violation import Span, Violation

LINES = ["abort(404)\n", "  abort( 404 )  \n", "x\n"]


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def violations(*lines: int) -> list[Violation]:
    return [Violation("HSC101", Span(line, 6, line, 9), "text") for line in lines]


def test_a_violation_is_remembered_by_its_line() -> None:
    assert contents(violations(1, 2), LINES) == ["HSC101 abort(404)", "HSC101 abort( 404 )"]
    assert len(contents(violations(1), ["x" * 1000])[0]) < 200


def test_written_and_read_again() -> None:
    written = Baseline("known.json")
    written.add("./b.py", violations(1, 1, 3), LINES)
    written.add("a/ü.py", violations(1), LINES)
    written.add("clean.py", [], LINES)
    written.write()
    assert Path("known.json").read_text("utf-8") == (
        "{\n"
        '  "version": 1,\n'
        '  "files": {\n'
        '    "a/ü.py": {\n'
        '      "HSC101 abort(404)": 1\n'
        "    },\n"
        '    "b.py": {\n'
        '      "HSC101 abort(404)": 2,\n'
        '      "HSC101 x": 1\n'
        "    }\n"
        "  }\n"
        "}\n"
    )
    read = Baseline.read("known.json")
    assert len(read) == 4
    assert read.new("b.py", violations(1, 1, 3), LINES) == []
    assert read.new("other.py", violations(1), LINES) == violations(1)


def test_moved_lines_stay_known_and_more_of_the_same_are_new() -> None:
    known = Baseline("known.json")
    known.add("b.py", violations(1), LINES)
    moved = ["\n", *LINES, "abort(404)\n"]
    assert known.new("b.py", violations(2), moved) == []
    assert known.new("b.py", violations(2, 5), moved) == violations(5)
    assert known.new("b.py", violations(3), moved) == violations(3)


def test_paths_start_at_the_folder_of_the_file() -> None:
    Path("sub").mkdir()
    known = Baseline("sub/known.json")
    known.add("b.py", violations(1), LINES)
    known.write()
    assert list(json.loads(Path("sub/known.json").read_text())["files"]) == ["../b.py"]
    assert Baseline.read("sub/known.json").new("./b.py", violations(1), LINES) == []


def test_shrinks_and_never_grows() -> None:
    known = Baseline("known.json")
    known.add("kept.py", violations(1), LINES)
    known.add("fixed.py", violations(1, 1, 3), LINES)
    known.add("gone.py", violations(1), LINES)
    Path("kept.py").touch()
    current = Baseline("known.json")
    current.add("fixed.py", violations(1, 2, 2), LINES)
    current.add("new.py", violations(1), LINES)
    shrunk = known.shrunk(current)
    assert len(shrunk) == 2
    assert shrunk.new("kept.py", violations(1), LINES) == []
    assert shrunk.new("fixed.py", violations(1, 3), LINES) == violations(3)
    assert shrunk.new("new.py", violations(1), LINES) == violations(1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "known.json: is no baseline: "),
        ("[]", "known.json: is no baseline"),
        ("{}", "known.json: is no baseline"),
        ('{"version": 2}', "known.json: is a baseline of another version of this tool"),
        ('{"version": 1, "files": []}', "known.json: is no baseline"),
        ('{"version": 1, "files": {"a.py": {"x": "y"}}}', "known.json: is no baseline: invalid"),
        ('{"version": 1, "files": {"a.py": ["x"]}}', "known.json: is no baseline"),
        ("[" * 100_000, "known.json: is no baseline"),
        ("\xff", "known.json: is no baseline: "),
    ],
)
def test_what_is_no_baseline(text: str, message: str) -> None:
    Path("known.json").write_text(text, "latin-1")
    with pytest.raises(ConfigurationError) as caught:
        Baseline.read("known.json")
    assert str(caught.value).startswith(message)


def test_a_baseline_that_is_missing() -> None:
    with pytest.raises(ConfigurationError, match=r"^gone.json: the baseline cannot be read: No"):
        Baseline.read("gone.json")


def test_names_that_are_no_utf_8() -> None:
    written = Baseline("known.json")
    written.add("\udcff.py", violations(1), LINES)
    written.write()
    assert Baseline.read("known.json").new("\udcff.py", violations(1), LINES) == []


def test_a_full_disk_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    Path("known.json").write_text("old")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        Baseline("known.json").write()
    assert Path("known.json").read_text() == "old"
    assert os.listdir() == ["known.json"]
