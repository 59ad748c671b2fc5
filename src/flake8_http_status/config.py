"""What a project says: flake8's configuration file and ``pyproject.toml``.

flake8's file is found and read by flake8's own rules, without flake8, and wins over the table
``[tool.flake8-http-status]``, which takes the same keys.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_http_status.escaping import printable
from flake8_http_status.files import normalized
from flake8_http_status.nearest import did_you_mean
from flake8_http_status.paths import relative
from flake8_http_status.rules import ON_REQUEST
from flake8_http_status.selection import PREFIX, PerFileIgnore, Selection
from flake8_http_status.settings import OPTIONS, OptionError, Settings, from_mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from flake8_http_status.violation import Violation

FLAKE8_FILES = ("setup.cfg", "tox.ini", ".flake8")
FLAKE8_SECTION = "flake8"
FLAKE8_PREFIX = "http-status-"
PYPROJECT_FILE = "pyproject.toml"
PYPROJECT_TABLE = "flake8-http-status"
COMMAND_LINE = "command line"


class ConfigurationError(Exception):
    """Something wrong in the configuration; the message is one line that names file and key."""

    def __init__(self, message: str) -> None:
        super().__init__(printable(message))


class Entry(NamedTuple):
    """One value as somebody wrote it.

    ``origin``: the file as shown to people, or ``command line``; ``key``: as it is written there;
    ``folder``: where relative paths in the value start.
    """

    value: object
    origin: str
    key: str
    folder: str

    def refused(self, reason: str) -> ConfigurationError:
        """The error that says why this value cannot be taken."""
        if self.origin == COMMAND_LINE:
            return ConfigurationError(f"--{self.key}: {reason}")
        return ConfigurationError(f"{self.origin}: {self.key} = {self._shown()}: {reason}")

    def _shown(self) -> str:
        return " ".join(self.value.split()) if isinstance(self.value, str) else repr(self.value)


class Configuration(NamedTuple):
    """The effective configuration; ``entries`` says where what is no default came from."""

    selection: Selection
    exclude: tuple[str, ...]
    filename: tuple[str, ...]
    respect_gitignore: bool
    disable_noqa: bool
    settings: Settings
    entries: dict[str, Entry]

    def reports(self, path: str, source: str) -> Callable[[Violation], bool]:
        """Says of a violation in the file whether its rule is on and no comment silences it."""
        from flake8_http_status.noqa import Noqa

        codes = self.selection.codes_for(path, _rules())
        noqa = Noqa("" if self.disable_noqa else source)
        return lambda found: found.code in codes and not noqa.silences(found.code, found.span.line)


def load(
    overrides: Mapping[str, object], *, file: str | None = None, isolated: bool = False
) -> Configuration:
    """The configuration of the project in the current folder.

    ``overrides`` are what the command line says, by key; ``file`` takes the place of flake8's file;
    ``isolated``: read no file at all. Raises ``ConfigurationError``.
    """
    folder = os.getcwd()
    entries: dict[str, Entry] = {}
    if not isolated:
        entries |= _pyproject_entries(folder)
        entries |= _flake8_entries(folder, file)
    entries |= {key: Entry(value, COMMAND_LINE, key, folder) for key, value in overrides.items()}
    values = {key: _parsed(key, entry) for key, entry in entries.items() if key in PARSERS}
    return Configuration(
        Selection(
            select=values.get("select"),
            ignore=values.get("ignore", ()),
            extend_select=values.get("extend-select", ()),
            extend_ignore=values.get("extend-ignore", ()),
            per_file_ignores=values.get("per-file-ignores", ()),
            on_request=tuple(sorted(ON_REQUEST)),
        ),
        exclude=(*values.get("exclude", DEFAULT_EXCLUDE), *values.get("extend-exclude", ())),
        filename=values.get("filename", ("*.py",)),
        respect_gitignore=values.get("respect-gitignore", True),
        disable_noqa=values.get("disable-noqa", False),
        settings=_settings(entries),
        entries=entries,
    )


def settings_from_options(
    options: object, *, isolated: bool = False, usual_file: bool = True
) -> Settings:
    """The settings for flake8: its parsed options, and ``pyproject.toml`` for what they leave out.

    ``options`` has attributes such as ``http_status_constants``, None where nobody set them;
    ``isolated``: read no file; ``usual_file``: flake8 read the file that it finds by itself, which
    therefore can be named where a value is wrong. Raises ``ConfigurationError``.
    """
    folder = os.getcwd()
    entries = {} if isolated else _pyproject_entries(folder)
    written = _flake8_entries(folder, None) if usual_file and not isolated else {}
    for option in OPTIONS:
        value = getattr(options, f"http_status_{option.name}")
        if value is not None:
            entry = written.get(option.name)
            if entry is None or entry.value != value:
                entry = Entry(value, FLAKE8_SECTION, FLAKE8_PREFIX + option.name, folder)
            entries[option.name] = entry
    return _settings(entries)


def _settings(entries: Mapping[str, Entry]) -> Settings:
    values: dict[str, object] = {}
    for option in OPTIONS:
        if option.name in entries:
            value, folder = entries[option.name].value, entries[option.name].folder
            if option.is_path and value and isinstance(value, str):
                value = os.path.join(folder, value)
            values[option.name] = value
    try:
        return from_mapping(values)
    except OptionError as error:
        raise entries[error.name].refused(error.reason) from None


def _ancestors(folder: str) -> Iterator[str]:
    """The folder and those above it, up to but without the user's home."""
    home = os.path.expanduser("~")
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder or (os.path.exists(home) and os.path.samefile(above, home)):
            return
        folder = above


def project_folder() -> str:
    """The nearest folder, from the current one upwards, that looks like the top of a project."""
    here = os.getcwd()
    marks = (".git", PYPROJECT_FILE, *FLAKE8_FILES)
    return next(
        (
            folder
            for folder in _ancestors(here)
            if any(os.path.exists(os.path.join(folder, mark)) for mark in marks)
        ),
        here,
    )


def _flake8_entries(folder: str, file: str | None) -> dict[str, Entry]:
    if file is None:
        candidates = (os.path.join(up, name) for up in _ancestors(folder) for name in FLAKE8_FILES)
        found = next(filter(None, map(_read_ini, candidates)), None)
    elif (found := _read_ini(file)) is None:
        raise ConfigurationError(f"{file}: there is no section [flake8] to read")
    if found is None:
        return {}
    path, values = found
    entries: dict[str, Entry] = {}
    for written, value in values.items():
        key = written.replace("_", "-")
        entry = Entry(value, relative(path), written, os.path.dirname(path))
        if key.startswith(FLAKE8_PREFIX):
            key = key.removeprefix(FLAKE8_PREFIX)
            _require_known(entry, key, [option.name for option in OPTIONS], FLAKE8_PREFIX)
            entries[key] = entry
        elif key in PARSERS:
            entries[key] = entry
    return entries


def _read_ini(path: str) -> tuple[str, dict[str, str]] | None:
    """Path and values of a file that flake8 takes for its own: one with a section of its."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeError):
        return None
    if f"[{FLAKE8_SECTION}" not in text:
        return None
    import configparser

    parser = configparser.RawConfigParser()
    try:
        parser.read_string(text)
    except configparser.ParsingError:
        return None
    except configparser.Error as error:
        raise ConfigurationError(f"{relative(path)}: {error.message}") from error
    if parser.has_section(FLAKE8_SECTION):
        return path, dict(parser.items(FLAKE8_SECTION))
    return (path, {}) if parser.has_section("flake8:local-plugins") else None


def _pyproject_entries(folder: str) -> dict[str, Entry]:
    """The table of the nearest ``pyproject.toml``, and the targets that its requirements give."""
    for above in _ancestors(folder):
        path = os.path.join(above, PYPROJECT_FILE)
        if os.path.isfile(path):
            break
    else:
        return {}
    import tomllib

    from flake8_http_status.requirements import requirements_of

    shown = relative(path)
    try:
        with open(path, "rb") as file:
            document = tomllib.load(file)
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigurationError(f"{shown}: {error}") from error
    entries: dict[str, Entry] = {}
    requirements = requirements_of(document)
    if requirements:
        entries["targets"] = Entry(requirements, shown, "project", above)
    for key, value in _own_table(document, shown).items():
        entries[key] = Entry(value, shown, key, above)
        _require_known(entries[key], key, [*PARSERS, *(option.name for option in OPTIONS)])
    return entries


def _own_table(document: Mapping[str, Any], shown: str) -> dict[str, Any]:
    tools = document.get("tool", {})
    for name, table in tools.items() if isinstance(tools, dict) else ():
        if name.replace("_", "-").lower() == PYPROJECT_TABLE:
            if name != PYPROJECT_TABLE or not isinstance(table, dict):
                raise ConfigurationError(
                    f"{shown}: tool.{name}: allowed is a table [tool.{PYPROJECT_TABLE}]"
                )
            return table
    return {}


def _require_known(entry: Entry, key: str, allowed: list[str], prefix: str = "") -> None:
    if key not in allowed:
        choices = [prefix + name for name in allowed]
        raise entry.refused(
            f"unknown key, allowed are {', '.join(choices)}{did_you_mean(prefix + key, choices)}"
        )


def _words(entry: Entry) -> tuple[str, ...]:
    match entry.value:
        case str(text):
            return tuple(word for word in re.split(r"[,\s]+", text) if word)
        case list(texts) if all(isinstance(text, str) for text in texts):
            return tuple(texts)
    raise ValueError("allowed is a text or a list of texts")


def _patterns(entry: Entry) -> tuple[str, ...]:
    return tuple(normalized(pattern, entry.folder) for pattern in _words(entry))


def _codes(entry: Entry) -> tuple[str, ...]:
    words = _words(entry)
    for word in words:
        if not re.fullmatch(r"[A-Z]{1,3}[0-9]{0,3}", word, re.ASCII):
            raise ValueError(f"{word!r} is no code or beginning of one{_rule_like(word)}")
    return _known(words)


def _known(codes: tuple[str, ...]) -> tuple[str, ...]:
    for code in codes:
        if code.startswith(PREFIX) and not any(rule.startswith(code) for rule in _rules()):
            raise ValueError(f"no rule has the code {code!r}, see 'list rules'{_rule_like(code)}")
    return codes


def _rule_like(word: str) -> str:
    return did_you_mean(word, _rules())


def _rules() -> list[str]:
    from flake8_http_status.registry import RULES

    return [rule.code for rule in RULES]


def _per_file_ignores(entry: Entry) -> tuple[PerFileIgnore, ...]:
    match entry.value:
        case dict(table):
            pairs = [
                ([str(pattern)], _codes(entry._replace(value=codes)))
                for pattern, codes in table.items()
            ]
        case str(text):
            pairs = _file_code_pairs(text)
        case _:
            pairs = _file_code_pairs("\n".join(_words(entry)))
    return tuple(
        PerFileIgnore(normalized(pattern, entry.folder), _known(codes))
        for patterns, codes in pairs
        for pattern in patterns
        if codes
    )


PER_FILE_WORD = r"(?P<code>[A-Z]+[0-9]*(?=$|[\s,]))|(?P<pattern>[^\s:,]+)|(?P<colon>:)"


def _file_code_pairs(text: str) -> list[tuple[list[str], tuple[str, ...]]]:
    """Read ``pattern pattern: CODE CODE pattern: CODE`` with spaces, lines or commas between."""
    pairs: list[tuple[list[str], tuple[str, ...]]] = []
    patterns: list[str] = []
    codes: tuple[str, ...] | None = None
    for token in re.finditer(PER_FILE_WORD, text):
        if token.lastgroup == "pattern":
            if codes is not None:
                pairs.append((patterns, codes))
                patterns, codes = [], None
            patterns.append(token[0])
        elif token.lastgroup == "colon" and codes is None:
            codes = ()
        elif token.lastgroup == "code" and codes is not None:
            codes = (*codes, token[0])
        else:
            raise ValueError(PER_FILE_FORM)
    if codes is None and text.strip():
        raise ValueError(PER_FILE_FORM)
    return [*pairs, (patterns, codes or ())]


PER_FILE_FORM = "allowed is the form 'pattern:CODE,CODE', such as 'tests/*:HSC103'"


def _flag(entry: Entry) -> bool:
    states = {"1": True, "yes": True, "true": True, "on": True}
    states |= {"0": False, "no": False, "false": False, "off": False}
    word = str(entry.value).lower()
    if word not in states:
        raise ValueError("allowed is true or false")
    return states[word]


PARSERS: dict[str, Callable[[Entry], Any]] = {
    "select": _codes,
    "ignore": _codes,
    "extend-select": _codes,
    "extend-ignore": _codes,
    "per-file-ignores": _per_file_ignores,
    "exclude": _patterns,
    "extend-exclude": _patterns,
    "filename": _words,
    "respect-gitignore": _flag,
    "disable-noqa": _flag,
}
DEFAULT_EXCLUDE = (
    *(".svn", "CVS", ".bzr", ".hg", ".git"),
    *("__pycache__", ".tox", ".nox", ".eggs", "*.egg"),
)


def _parsed(key: str, entry: Entry) -> Any:
    try:
        return PARSERS[key](entry)
    except ValueError as error:
        raise entry.refused(str(error)) from None
