"""What git ignores in a repository: its ``.gitignore`` files, and what stands above all of them."""

from __future__ import annotations

import contextlib
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.paths import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from pathspec import GitIgnoreSpec


_GIT, _OWN = ".git", ".gitignore"
_GROUP = re.compile(r"\(\?P<\w+>")  # patterns that become one may have the same names for groups
_NOTHING = "(?!)"


class _Rules(NamedTuple):
    """The patterns of one ``.gitignore``; paths are relative to its ``folder``.

    ``may_decide``: matches all paths of which a pattern says something, which are few.
    """

    folder: str
    patterns: GitIgnoreSpec
    may_decide: re.Pattern[str]

    def verdict(self, path: str) -> bool | None:
        """Whether ``path`` is ignored; None where nothing is said of it."""
        if self.may_decide.match(path) is None:
            return None
        return self.patterns.check_file(path).include


class Gitignore:
    """Tells what is ignored below ``top``, a folder that somebody named.

    As with Ruff, only files within a git repository count, and who names a folder that is ignored
    wants what is in it: then only the ``.gitignore`` files from there on count.
    """

    def __init__(self, top: str) -> None:
        self._rules: dict[str, tuple[_Rules, ...] | None] = {}
        top = os.path.abspath(top)
        folder, name = os.path.split(top)
        ignores = self.below(folder)
        if ignores and ignores(f"{name}/"):
            self._rules[folder] = ()

    def below(
        self, folder: str, names: Container[str] | None = None
    ) -> Callable[[str], bool] | None:
        """Tells what is ignored in a folder that is not; None where that is nothing.

        ``folder`` is absolute, ``names`` are those of what is in it, where that is known. A name
        that is asked about ends with a slash if it is that of a folder.
        """
        rules = [
            (f"{relative(folder, each.folder)}/".removeprefix("./"), each)
            for each in self._rules_in(folder, names) or ()
        ]
        if not rules:
            return None

        def ignores(name: str) -> bool:
            verdicts = (each.verdict(way + name) for way, each in rules)
            return next((verdict for verdict in verdicts if verdict is not None), False)

        return ignores

    def _rules_in(
        self, folder: str, names: Container[str] | None = None
    ) -> tuple[_Rules, ...] | None:
        """The rules that hold in a folder, the nearest first; None outside of a repository."""
        if folder not in self._rules:
            self._rules[folder] = self._gathered(folder, names)
        return self._rules[folder]

    def _gathered(self, folder: str, names: Container[str] | None) -> tuple[_Rules, ...] | None:
        own = os.path.join(folder, _OWN)
        git = os.path.join(folder, _GIT)
        if os.path.exists(git) if names is None else _GIT in names:
            exclude = os.path.join(git, "info", "exclude")
            files = (own, exclude, _file_of_the_user())
            return tuple(rules for file in files for rules in _read(folder, file))
        above = os.path.dirname(folder)
        inherited = self._rules_in(above) if above != folder else None
        if inherited is None or (names is not None and _OWN not in names):
            return inherited
        return (*_read(folder, own), *inherited)


def _file_of_the_user() -> str:
    """What git's ``core.excludesFile`` names, in the user's own configuration."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    for path in (os.path.expanduser("~/.gitconfig"), os.path.join(home, "git", "config")):
        named = re.search(r"(?im)^\s*excludesfile\s*=\s*\"?([^\"\n]+)", _text(path))
        if named:
            return os.path.expanduser(named[1].strip())
    return os.path.join(home, "git", "ignore")


def _text(path: str) -> str:
    """What is in the file; nothing where git could not read it."""
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
            return file.read()
    except OSError:
        return ""


def _read(folder: str, path: str) -> list[_Rules]:
    """The rules of a file for what is in ``folder``."""
    lines = [line for line in _text(path).split("\n") if line.strip() and line[0] != "#"]
    if not lines:
        return []
    from pathspec import GitIgnoreSpec

    specs: list[GitIgnoreSpec] = []
    for line in lines:
        # The same for git, but pathspec takes `a/**` for the folder `a` itself, too.
        inside = re.sub(r"/\*\*(/?)$", r"/**/*\1", line)
        # A pattern that is none matches nothing.
        with contextlib.suppress(ValueError, re.error):
            specs.append(GitIgnoreSpec.from_lines([inside]))
    patterns = [pattern for spec in specs for pattern in spec.patterns]
    texts = [pattern.regex.pattern for pattern in patterns if pattern.regex is not None]
    may_decide = re.compile("|".join(_GROUP.sub("(", text) for text in texts) or _NOTHING)
    return [_Rules(folder, GitIgnoreSpec(patterns), may_decide)]
