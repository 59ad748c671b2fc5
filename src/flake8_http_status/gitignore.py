"""What git ignores in a repository: its ``.gitignore`` files, and what stands above all of them."""

from __future__ import annotations

import os
import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.patterns import any_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

GIT = ".git"
GITIGNORE = ".gitignore"
SPECIAL = "*?[\\"
# The parts of a pattern. Asterisks that fill the place between two slashes are any folders.
PART = (
    r"(?P<folders>(?<=/)\*\*+/)|(?P<rest>(?<=/)\*\*+\Z)|(?P<text>\*+)|(?P<one>\?)"
    r"|\[(?P<but>[!^]?)(?P<set>(?>\\.|\[:[^\]]*:\]|[^\\])(?>\\.|\[:[^\]]*:\]|[^\\\]])*)\]"
    r"|\\(?P<escaped>.)|(?P<plain>[^\\\[])"
)
WILD = {"folders": "(?:.*/)?", "rest": ".*", "text": "[^/]*", "one": "[^/]"}
# What stands between brackets.
CHOICE = r"\[:(?P<kind>[^\]]*):\]|\\?(?P<first>.)(?:-\\?(?P<last>.))?"
KINDS = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "blank": r" \t",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r" \t-\r",
    "upper": "A-Z",
    "xdigit": "0-9A-Fa-f",
}
NOTHING = "(?!)"


class _Pattern(NamedTuple):
    """A line of a file.

    ``text``: for a name or, where it begins with a slash, for the whole way from the file's folder.
    """

    text: str
    ignores: bool
    folders_only: bool


class _Rules:
    """The patterns of a file for what is in ``folder``."""

    def __init__(self, folder: str, patterns: list[_Pattern]) -> None:
        self.folder = folder
        self._patterns = patterns
        texts = {pattern.text for pattern in patterns}
        ways = {text for text in texts if text.startswith("/")}
        self._fit_name, self._fit_way = _any_of(texts - ways), _any_of(ways)

    def verdict(self, way: str, name: str, *, is_folder: bool) -> bool | None:
        """Whether ``name`` is ignored; None where no pattern fits.

        ``way``: between slashes, that from the file's folder to the one of the name.
        """
        if not (self._fit_name(name) or self._fit_way(way + name)):
            return None
        for pattern, fits in self._each:
            if (is_folder or not pattern.folders_only) and (fits(name) or fits(way + name)):
                return pattern.ignores
        return None

    @cached_property
    def _each(self) -> list[tuple[_Pattern, Callable[[str], bool]]]:
        """The patterns backwards, for the last one counts."""
        return [(pattern, _any_of([pattern.text])) for pattern in reversed(self._patterns)]


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
        found = self._rules_in(folder, names)
        if not found:
            return None
        rules = [
            (f"{folder.removeprefix(each.folder.rstrip(os.sep)).replace(os.sep, '/')}/", each)
            for each in found
        ]

        def ignores(name: str) -> bool:
            is_folder = name.endswith("/")
            name = name.rstrip("/")
            verdicts = (each.verdict(way, name, is_folder=is_folder) for way, each in rules)
            return next((verdict for verdict in verdicts if verdict is not None), False)

        return ignores

    def _is_ignored(self, path: str) -> bool:
        """Whether a folder, or one above it in the same repository, is ignored."""
        folder, name = os.path.split(path)
        if not name or os.path.exists(os.path.join(path, GIT)):
            return False
        ignores = self.below(folder)
        return ignores is not None and (ignores(f"{name}/") or self._is_ignored(folder))

    def _rules_in(
        self, folder: str, names: Container[str] | None = None
    ) -> tuple[_Rules, ...] | None:
        """The rules that hold in a folder, the nearest first; None outside of a repository."""
        if folder not in self._rules:
            self._rules[folder] = self._gathered(folder, names or _names_in(folder))
        return self._rules[folder]

    def _gathered(self, folder: str, names: Container[str]) -> tuple[_Rules, ...] | None:
        own = _read(folder, os.path.join(folder, GITIGNORE)) if GITIGNORE in names else ()
        if GIT in names:
            exclude = os.path.join(folder, GIT, "info", "exclude")
            return (*own, *_read(folder, exclude), *_read(folder, _file_of_the_user()))
        above = os.path.dirname(folder)
        inherited = self._rules_in(above) if above != folder else None
        return inherited if inherited is None else (*own, *inherited)


def _names_in(folder: str) -> set[str]:
    """Those of the names in a folder that matter here."""
    return {name for name in (GIT, GITIGNORE) if os.path.exists(os.path.join(folder, name))}


def _file_of_the_user() -> str:
    """What git's ``core.excludesFile`` names, in the user's own configuration."""
    home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    for path in (os.path.expanduser("~/.gitconfig"), os.path.join(home, "git", "config")):
        named = re.search(r"(?im)^\s*excludesfile\s*=\s*\"?([^\"\r\n]+)", _text(path))
        if named:
            return os.path.expanduser(named[1].strip())
    return os.path.join(home, "git", "ignore")


def _text(path: str) -> str:
    """What is in the file; nothing where git could not read it."""
    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            return file.read()
    except OSError:
        return ""


def _read(folder: str, path: str) -> list[_Rules]:
    """The rules of a file for what is in ``folder``."""
    lines = [line.removesuffix("\r") for line in _text(path).split("\n")]
    patterns = [_pattern(line) for line in lines if line.strip(" ") and line[0] != "#"]
    return [_Rules(folder, patterns)] if patterns else []


def _pattern(line: str) -> _Pattern:
    """The pattern of a line, without the spaces at its end before which there is no backslash."""
    stripped = re.sub(r"(?s)((?:\\.?|[^\\ ]| +(?=[^ ]))*).*", r"\1", line)
    text = stripped.removeprefix("!")
    whole = text.removesuffix("/")
    return _Pattern(
        text=f"/{whole.removeprefix('/')}" if "/" in whole else whole,
        ignores=text == stripped,
        folders_only=text != whole,
    )


def _any_of(texts: Iterable[str]) -> Callable[[str], bool]:
    return any_of(texts, _regular, SPECIAL)


def _regular(text: str) -> str:
    """The regular expression for the text of a pattern."""
    parts: list[str] = []
    place = 0
    while place < len(text):
        part = re.compile(PART, re.DOTALL).match(text, place)
        if part is None:  # a bracket that is not closed, a backslash at the end
            return NOTHING
        kind = str(part.lastgroup)
        parts.append(_one_of(part) if kind == "set" else WILD.get(kind) or re.escape(part[kind]))
        place = part.end()
    return f"(?s:{''.join(parts)})"


def _one_of(brackets: re.Match[str]) -> str:
    """The regular expression for what stands in brackets; a slash is never meant."""
    choices = ["/"] if brackets["but"] else []
    for choice in re.finditer(CHOICE, brackets["set"], re.DOTALL):
        first, last = choice["first"], choice["last"]
        if choice["kind"] is not None:
            if choice["kind"] not in KINDS:
                return NOTHING
            choices.append(KINDS[choice["kind"]])
        else:
            choices.append(re.escape(first))
            if last and first < last:
                choices.append(f"-{re.escape(last)}")
    if brackets["but"]:
        return f"[^{''.join(choices)}]"
    return f"(?!/)[{''.join(choices)}]"
