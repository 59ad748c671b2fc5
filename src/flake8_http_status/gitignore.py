"""What git ignores in a repository: its ``.gitignore`` files, and what stands above all of them."""

from __future__ import annotations

import contextlib
import os
import re
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_http_status.patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Sequence

    from pathspec import GitIgnoreSpec


_GIT, _OWN = ".git", ".gitignore"
_BRACKETS = r"\[[!^]?\]?[^\]]*\]"


class _Rules:
    """The lines of one ``.gitignore``; paths are relative to its ``folder``."""

    def __init__(self, folder: str, lines: Sequence[str]) -> None:
        self.folder = folder
        self._lines = lines
        self._may_be_meant = any_of(map(_name_in, lines))

    def verdict(self, way: str, name: str) -> bool | None:
        """Whether ``name``, to which ``way`` leads, is ignored; None where nothing is said of it.

        Few names are in a pattern, and where none is, its reader need not be loaded.
        """
        if not self._may_be_meant(name.removesuffix("/")):
            return None
        return self._patterns.check_file(way + name).include

    @cached_property
    def _patterns(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec

        specs: list[GitIgnoreSpec] = []
        for line in self._lines:
            # The same for git, but pathspec takes `a/**` for the folder `a` itself, too.
            inside = re.sub(r"/\*\*(/?)$", r"/**/*\1", line)
            # A pattern that is none matches nothing.
            with contextlib.suppress(ValueError, re.error):
                specs.append(GitIgnoreSpec.from_lines([inside]))
        return GitIgnoreSpec([pattern for spec in specs for pattern in spec.patterns])


def _name_in(line: str) -> str:
    """A plain pattern that fits the last name on all paths which the pattern of a line fits.

    What is in a folder that is ignored is not asked about.
    """
    name = line.removeprefix("!").rstrip().rstrip("/").rpartition("/")[2]
    plain = re.sub(_BRACKETS, "?", name)
    return "*" if any(odd in plain for odd in "[]\\") else plain


class Gitignore:
    """Tells what is ignored below ``top``, a folder that somebody named.

    As with Ruff, only files within a git repository count, and who names a folder that is ignored
    wants what is in it: then only the ``.gitignore`` files from there on count.
    """

    def __init__(self, top: str) -> None:
        self._rules: dict[str, tuple[_Rules, ...] | None] = {}
        top = os.path.abspath(top)
        if self._is_ignored(top):
            self._rules[os.path.dirname(top)] = ()

    def below(
        self, folder: str, names: Container[str] | None = None
    ) -> Callable[[str], bool] | None:
        """Tells what is ignored in a folder that is not; None where that is nothing.

        ``folder`` is absolute, ``names`` are those of what is in it, where that is known. A name
        that is asked about ends with a slash if it is that of a folder.
        """
        rules = [
            (f"{folder.removeprefix(each.folder).replace(os.sep, '/')}/".lstrip("/"), each)
            for each in self._rules_in(folder, names) or ()
        ]
        if not rules:
            return None

        def ignores(name: str) -> bool:
            verdicts = (each.verdict(way, name) for way, each in rules)
            return next((verdict for verdict in verdicts if verdict is not None), False)

        return ignores

    def _is_ignored(self, path: str) -> bool:
        """Whether a folder, or one above it in the same repository, is ignored."""
        folder, name = os.path.split(path)
        if not name or os.path.exists(os.path.join(path, _GIT)):
            return False
        ignores = self.below(folder)
        return ignores is not None and (ignores(f"{name}/") or self._is_ignored(folder))

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
    return [_Rules(folder, lines)] if lines else []
