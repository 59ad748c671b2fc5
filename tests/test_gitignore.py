from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from flake8_http_status.files import discover


@pytest.fixture(autouse=True)
def _repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    home = tmp_path.parent / f"home of {tmp_path.name}"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    git("init", "-q")


def git(*arguments: str) -> list[str]:
    return subprocess.run(
        ["git", *arguments], check=True, capture_output=True, text=True
    ).stdout.split()


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(b"")


def found(*paths: str, exclude: tuple[str, ...] = (".git",)) -> list[str]:
    files = discover(paths, exclude, ["*.py"], lambda _: None, respect_gitignore=True)
    return sorted(map(os.path.normpath, files))


def by_git() -> list[str]:
    return sorted(git("ls-files", "--others", "--exclude-standard", "*.py"))


TREE = (
    "a.py",
    "b.py",
    "build/c.py",
    "deep/build/d.py",
    "deep/a.py",
    "deep/er/a.py",
    "deep/er/e.py",
)


@pytest.mark.parametrize(
    "patterns",
    [
        "",
        "# comment\n\nbuild/",
        "/build/",
        "build",
        "a.py",
        "/a.py",
        "a.py/",
        "*.py\n!a.py",
        "*.py\r\n!a.py\r\n",
        "deep/*\n!deep/er/",
        "deep/\n!deep/a.py",
        "deep/**\n!deep/a.py",
        "deep/**/\n!deep/a.py",
        "**/er/*.py",
        "deep/**/a.py",
        "[ab].py",
        "?.py",
        "a.py ",
        "\ufeffa.py",
        "!\n\\\n[z-a]\na.py\\\nb.py",
        "\\!a.py\nb.py",
    ],
)
def test_ignores_what_git_ignores(patterns: str) -> None:
    write(*TREE)
    Path(".gitignore").write_text(patterns, "utf-8", newline="")
    assert found(".") == by_git()
    Path(".gitignore").rename("deep/.gitignore")
    assert found(".") == by_git()


def test_the_nearest_file_wins() -> None:
    write(*TREE, "inner/a.py")
    Path(".gitignore").write_text("a.py\ninner/\n")
    Path("deep/.gitignore").write_text("!a.py\ne.py\n")
    Path("deep/er/.gitignore").write_text("/a.py\n!e.py\n")
    Path("inner/.gitignore").write_text("!a.py\n")
    assert (
        found(".")
        == by_git()
        == ["b.py", "build/c.py", "deep/a.py", "deep/build/d.py", "deep/er/e.py"]
    )


@pytest.mark.parametrize(
    ("name", "config"),
    [
        (".config/git/ignore", {}),
        ("my ignores", {".gitconfig": '[core]\n\texcludesFile = "~/my ignores"\n'}),
        ("mine", {".config/git/config": "[user]\nname = A\n[core]\n  excludesfile = ~/mine \n"}),
        ("mine", {".gitconfig": "[user]\nname = A\n[core]\nexcludesfile = ~/mine\n"}),
    ],
)
def test_what_the_repository_and_the_user_ignore(name: str, config: dict[str, str]) -> None:
    write(*TREE)
    for path, text in {name: "a.py\ne.py\n/build/\n", **config}.items():
        file = Path.home() / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    Path(".git/info/exclude").write_text("d.py\n!e.py\n")
    Path("deep/.gitignore").write_text("!a.py\n")
    assert found(".") == by_git() == ["b.py", "deep/a.py", "deep/er/a.py", "deep/er/e.py"]
    assert found("deep/build") == []


def test_what_lies_above_a_named_folder_counts() -> None:
    write(*TREE)
    Path(".gitignore").write_text("a.py\n")
    assert found("deep/er", "deep/build") == ["deep/build/d.py", "deep/er/e.py"]


def test_what_is_named_is_taken() -> None:
    write(*TREE)
    Path(".gitignore").write_text("a.py\ndeep/\n")
    Path("deep/er/.gitignore").write_text("e.py\n")
    assert found("a.py", "deep/build/d.py") == ["a.py", "deep/build/d.py"]
    assert found("deep") == ["deep/a.py", "deep/build/d.py", "deep/er/a.py"]
    assert found("deep/er") == ["deep/er/a.py"]


def test_excludes_hold_as_well() -> None:
    write(*TREE)
    Path(".gitignore").write_text("!build/\na.py\n")
    assert found(".", exclude=("build", ".git")) == ["b.py", "deep/er/e.py"]


def test_a_repository_within_another_has_its_own_rules() -> None:
    write("inner/.git", "inner/a.py", "inner/b.py")
    Path(".gitignore").write_text("a.py\n")
    Path("inner/.gitignore").write_text("b.py\n")
    assert found(".") == found("inner") == ["inner/a.py"]


def test_outside_of_a_repository_nothing_is_ignored() -> None:
    write(*TREE)
    Path(".gitignore").write_text("*\n")
    Path(".git").rename("git")
    assert found(".") == sorted(TREE)


def test_what_cannot_be_read_ignores_nothing() -> None:
    write("a.py")
    Path(".gitignore").mkdir()
    assert found(".") == ["a.py"]
    Path(".gitignore").rmdir()
    Path(".gitignore").write_bytes(b"\xff\na.py\n")
    assert found(".") == []
