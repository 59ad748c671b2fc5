"""A project is anybody's: none of it is run, believed, or shown as it is."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from command import SHOP, run

import flake8_http_status
from flake8_http_status.cli.formats import FORMATS
from flake8_http_status.files import FileError, read, replace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PACKAGE = Path(flake8_http_status.__file__).parent
TIMEOUT = 120


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.chdir(project)


TRAP = "open('sprung', 'w').close()\nfrom flask import abort\nabort(404)\n"
# Modules that the tool or flake8 might load late, and those that Python or test tools look for.
TRAPS = (
    *("json", "http", "difflib", "tomllib", "libcst", "packaging", "pathspec", "pickle", "flask"),
    *("sitecustomize", "usercustomize", "conftest", "setup", "flake8_http_status_plugin"),
)


@pytest.mark.parametrize(
    "command",
    [
        ("flake8_http_status", "check", "--format=sarif", "-j2"),
        ("flake8_http_status", "fix", "--diff", "-j1"),
        ("flake8_http_status", "config"),
    ],
    ids=" ".join,
)
def test_the_project_is_never_imported(command: tuple[str, ...]) -> None:
    for name in TRAPS:
        Path(f"{name}.py").write_text(TRAP)
    Path("package").mkdir()
    Path("package/__init__.py").write_text(TRAP)
    Path("pyproject.toml").write_text(
        "[tool.flake8-http-status]\nconstants = \"__import__('os').mkdir('sprung')\"\n"
        if command[1] == "config"
        else ""
    )
    ran = subprocess.run(
        [sys.executable, "-m", *command],
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
    )
    assert not os.path.exists("sprung"), ran
    assert ran.returncode in {1, 2}
    assert "Traceback" not in ran.stderr


def calls_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


RUNS_CODE = re.compile(r"(eval|exec|__import__|runpy\..*|.*\.import_module|pickle\..*|os\.system)")


def test_nothing_is_evaluated() -> None:
    """What the package calls that could run code, all of it with names of its own."""
    found = {
        (path.relative_to(PACKAGE).as_posix(), call)
        for path in PACKAGE.rglob("*.py")
        for call in calls_of(path)
        if RUNS_CODE.fullmatch(call)
    }
    assert found == {
        ("cli/__init__.py", "importlib.import_module"),  # a command, one of ours
        ("cli/formats/__init__.py", "importlib.import_module"),  # a format, one of ours
        ("registry.py", "importlib.import_module"),  # our rules and data
        ("cli/parallel.py", "pickle.dumps"),  # between us and our own child
        ("cli/parallel.py", "pickle.loads"),
    }


EVIL = "\x1b[2J\x07\x9b31m\n::error file=x::forged\r\u202e\x00"
NAME = EVIL.replace("/", "").replace("\x00", "") + "\udcff.py"


@pytest.mark.parametrize(
    "arguments",
    [
        *(("check", "--format", style) for style in FORMATS),
        ("fix", "--check"),
        ("fix", "--diff"),
        ("fix",),
        ("check", "--add-noqa"),
        ("check", "--baseline=known.json", "--write-baseline"),
        ("config", "."),
        ("check", NAME + "gone"),
        ("explain", EVIL.replace("\0", "")),
    ],
    ids=lambda arguments: " ".join(arguments[:3]).encode("unicode_escape").decode(),
)
def test_nothing_drives_the_terminal_or_forges_an_annotation(arguments: tuple[str, ...]) -> None:
    Path(NAME).write_text(f"from flask import abort\nx = {EVIL[:9]!r}\nabort(404)\n", "utf-8")
    Path(f"broken{NAME}").write_text("(", "utf-8")
    Path("text.py").write_text(
        "from flask import abort\nabort(404)  # \x1b[2J\x07\x9b\u202e\n", "utf-8"
    )
    if arguments[0] == "config":
        Path(".flake8").write_text(f"[flake8]\nexclude = {EVIL[:7]}\n", "utf-8")
    outcome = run(*arguments)
    shown = outcome.err
    if arguments[:2] != ("fix", "--diff"):  # which is for git, and quotes the names as git does
        shown += outcome.out
    assert shown
    assert [one for one in shown if not one.isprintable() and one != "\n"] == []
    annotations = [line for line in shown.splitlines() if line.startswith("::")]
    assert [line for line in annotations if not re.match("::error file=.+[.]py", line)] == []
    assert not any(line.startswith("::error file=x") for line in annotations)
    assert bool(annotations) == ("github" in arguments)


def test_git_takes_the_patch_of_any_name() -> None:
    names = [NAME.replace("\x9b", ""), 'quo"te\\.py', " spa ce .py", "tab\t.py", "-dash.py", "ü.py"]
    for name in names:
        Path(name).write_text(SHOP, "utf-8")
    patch = run("fix", "--diff", "-q").out
    ran = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        input=os.fsencode(patch),
        check=False,
        capture_output=True,
        timeout=TIMEOUT,
    )
    assert ran.returncode == 0, ran.stderr
    assert run("fix", "--diff", "-q").out == ""
    assert sorted(os.listdir()) == sorted(names)


def test_temporary_files_follow_no_link(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("../theirs").write_text("theirs")
    Path("shop.py").write_text(SHOP, "utf-8")
    monkeypatch.setattr(os, "urandom", bytes)
    Path(f".flake8-http-status-{os.getpid()}-{'0' * 16}.tmp").symlink_to("../theirs")
    monkeypatch.setattr(os, "listdir", lambda _: [])  # it came after the search for left-overs
    with pytest.raises(FileError, match="File exists"):
        replace(read("shop.py"), "new", ["."])
    assert Path("../theirs").read_text() == "theirs"
    assert Path("shop.py").read_text("utf-8") == SHOP


def patterns() -> dict[str, str | bytes]:
    """All regular expressions of the package, by their place."""
    found: dict[str, str | bytes] = {}
    functions = {f"re.{name}" for name in ("compile", "split", "sub", "match", "fullmatch")}
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        if "re." not in text:
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in functions:
                module = sys.modules.get(name) or __import__(name, fromlist=["*"])
                try:
                    pattern = eval(ast.unparse(node.args[0]), vars(module))
                except NameError:  # is put together from numbers, within a function
                    continue
                assert isinstance(pattern, str | bytes | re.Pattern)
                found[f"{name}:{node.lineno}"] = (
                    pattern.pattern if isinstance(pattern, re.Pattern) else pattern
                )
    return found


parser = importlib.import_module("re._parser")  # the only one of patterns that there is


def sample(parsed: Sequence[Any]) -> str:
    """A text that the parts of a pattern match, or nearly."""
    return "".join(one for part in parsed for one in _sample(*part))


def _sample(kind: Any, value: Any) -> Iterator[str]:
    match str(kind):
        case "LITERAL":
            yield chr(value)
        case "NOT_LITERAL":
            yield "x" if value != ord("x") else "y"
        case "ANY":
            yield "x"
        case "IN":
            yield _member(value)
        case "BRANCH":
            yield sample(value[1][0])
        case "SUBPATTERN":
            yield sample(value[-1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield sample(value[2]) * max(1, value[0])
        case _:
            pass


CATEGORIES = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "4", "CATEGORY_WORD": "w"}


def _member(value: Sequence[Any]) -> str:
    kind, first = value[0]
    match str(kind):
        case "LITERAL":
            return chr(first)
        case "RANGE":
            return chr(first[0])
        case "CATEGORY":
            return CATEGORIES.get(str(first), "x")
        case _:  # a negation
            return next(one for one in "x 4,-" if (value[1][1] != ord(one)))


def attacks(parsed: Sequence[Any], before: str = "") -> Iterator[tuple[str, str]]:
    """What stands before each unbounded repetition of a pattern, and what it repeats."""
    for number, (kind, value) in enumerate(parsed):
        prefix = before + sample(parsed[:number])
        match str(kind):
            case "MAX_REPEAT" | "MIN_REPEAT":
                if value[1] > 1_000:
                    yield prefix, sample(value[2])
                yield from attacks(value[2], prefix)
            case "SUBPATTERN":
                yield from attacks(value[-1], prefix)
            case "BRANCH":
                for branch in value[1]:
                    yield from attacks(branch, prefix)
            case _:
                pass


PATTERNS = patterns()


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_regular_expressions_do_not_backtrack(pattern: str | bytes) -> None:
    """What a pattern repeats, ten thousand times and then something else, is soon refused."""
    text = pattern.decode() if isinstance(pattern, bytes) else pattern
    compiled = re.compile(text)
    for prefix, pump in {*attacks(parser.parse(text).data), ("", " ")}:
        for end in ("", "\0", "!\n"):
            tried = prefix + pump * 10_000 + end
            begin = time.process_time()
            compiled.fullmatch(tried)
            compiled.match(tried)
            assert time.process_time() - begin < 0.5, (pattern, prefix, pump)
