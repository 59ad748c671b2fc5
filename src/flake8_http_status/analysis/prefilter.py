"""Whether anything can be found in a source text at all, told without parsing it.

Most files of most projects hold no status. Parsing is what costs, so the text is looked at first,
and only proof counts: where a text is turned away, the engine would have found nothing in its tree.
Three things can lead to a violation, and all that is looked for is derived from the data:

- a *number* that is a status or stands beside the statuses, in whatever form Python can write it,
  and with which nothing is computed. 404 is enough; 200, which may as well be a size, counts only
  where a name tells that something is a status, or the number may be part of an answer;
- a *text* that begins like a status line, in whatever form Python can write it, where a name tells
  as much;
- a *clue*: names by which the engine may resolve something of which a rule says more than its
  number (see `clues`). A clue counts where its package is imported and all of its names are
  written, and with them the name of what has them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.clues import Clues, clues, places
from flake8_http_status.analysis.text import Text
from flake8_http_status.status_codes import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flake8_http_status.analysis.catalogue import Catalogue

# Texts of this length, in characters, are parsed as quickly as they are looked at.
SHORT = 200
# The numbers that decide where a class of statuses begins and ends, beside the statuses themselves.
NEIGHBOURS = (99, 600)

# What may follow a number without a blank: `404if x else 200` is valid.
_END = r"(?![\w.])|(?=and|else|for|i[fns]|not|or)"
# What begins a text of three digits: these, escapes of them, a line that goes on, or a piece that
# ends where the next one follows.
_NEXT = r"""["'](?=(?:\s|\\|#[^\n]*+)*+[rRuUfF]?["'])"""
_TEXT = re.compile(
    rf"""["'](?:[1-9](?:[0-9][0-9][ "'\\]|[0-9]?(?:\\|{_NEXT}))"""
    r"""|\\(?:0?6[1-7]|0?7[01]|x3[1-9]|u003|U000|N\{D|(?:\r\n?|\n)[1-9"'\\]))"""
)
# What stands before the = of an operator.
_OPERATORS = frozenset(":=!<>")
# A name and the = that binds a number to it, within so many characters.
_BOUND = re.compile(r"(\w+)[ \t]*=$")
_BEFORE = 60
# How many blanks may stand around an operator.
_BLANKS = 20
# Arithmetic operators. One in front of a number may be its sign.
_BEHIND = frozenset("*/+-")
_IN_FRONT = frozenset("*/+")
_HUNDRED = 100


class Prefilter:
    """Looks at source texts for what the catalogue, the rules and the settings know."""

    def __init__(self, catalogue: Catalogue, names: Iterable[str]) -> None:
        """``names``: those by which rules find something whatever is imported."""
        self._catalogue = catalogue
        self._rule_names = frozenset(names)
        known = {number for one in catalogue.vocabularies.values() for number in one.names}
        self._numbers = frozenset({*STATUSES, *NEIGHBOURS, *known})
        self._number = _pattern_of(self._numbers)
        declared = {code for _, names in catalogue.settings.vocabularies for _, code in names}
        self._telling = declared.union(filter(_is_enough, STATUSES))
        self._names = frozenset(
            {*catalogue.settings.attributes, *catalogue.items, *catalogue.fixtures}
        )

    @cached_property
    def _clues(self) -> Clues:
        """Indexed when the first text asks for them: most runs look at few files."""
        return Clues(clues(self._catalogue, self._rule_names), self._catalogue)

    @cached_property
    def _places(self) -> Clues:
        return Clues(places(self._catalogue), self._catalogue)

    def admits(self, source: str) -> bool:
        """Whether something may be found in ``source``."""
        text = Text(source)
        return (
            0 < len(source) <= SHORT
            or self.has_number(text)
            or self.has_text(text)
            or self.has_clue(text)
        )

    def numbers_in(self, text: Text) -> list[tuple[int, int]]:
        """The numbers in the code of ``text`` that can be statuses, and where each begins."""
        if self._number.search(text.source) is None:
            return []
        found = [(_value(match), match) for match in self._number.finditer(text.code)]
        return [
            (value, match.start())
            for value, match in found
            if value in self._numbers and not _is_computed_with(value, match)
        ]

    def has_number(self, text: Text) -> bool:
        """Whether ``text`` has a number in its code that may be a status."""
        found = self.numbers_in(text)
        if not self._telling.isdisjoint(value for value, _ in found):
            return True
        doubtful = False
        extents = set()
        for number, start in found:
            name = _name_of(text.code, start)
            if name is None and codes.is_usual(number):
                return True
            if name and evidence.says_extent(name):
                extents.add(name)
            else:
                doubtful = True
        return (doubtful or any(map(text.reads, extents))) and self._tells(text)

    def has_text(self, text: Text) -> bool:
        """Whether ``text`` may write a text that begins with the three digits of a status."""
        return _TEXT.search(text.source) is not None and self._tells(text)

    def _tells(self, text: Text) -> bool:
        """Whether a name in ``text`` may tell that something is a status."""
        return (
            not self._names.isdisjoint(text.names)
            or evidence.tell(text.names)
            or self._places.are_in(text)
        )

    def has_clue(self, text: Text) -> bool:
        """Whether ``text`` has all names of a clue."""
        return self._clues.are_in(text)


def _pattern_of(numbers: Iterable[int]) -> re.Pattern[str]:
    """Finds decimal ``numbers``, and all that are written otherwise.

    The look behind stands after the first character, where it does not slow the search down.
    """
    tails: dict[str, list[str]] = {}
    for number in sorted(numbers):
        tails.setdefault(str(number)[0], []).append(str(number)[1:])
    by_first: dict[str, str] = {}
    for first, rest in tails.items():
        pattern = r"\d\d" if len(rest) == len(range(100)) else "|".join(rest)
        by_first[pattern] = by_first.get(pattern, "") + first
    decimal = "|".join(f"(?<=[{firsts}])(?:{rest})" for rest, firsts in by_first.items())
    return re.compile(
        rf"[0-9](?<![\w.].)(?:(?:{decimal})(?:{_END})"
        r"|(?<=0)(?:[xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)"
        r"|[0-9]*(?:_[0-9]+)+)"
    )


def _value(match: re.Match[str]) -> int:
    """The number that a match of the pattern writes."""
    digits = match[0].replace("_", "")
    return int(digits, 10 if digits.isdecimal() else 0)


def _is_enough(number: int) -> bool:
    """Whether a ``number`` is reason enough to parse the text that has it."""
    return codes.is_telling(number) and codes.is_usual(number)


def _is_computed_with(value: int, match: re.Match[str]) -> bool:
    """Whether the number ends a slice, or is an operand but the 100 that tells a status's class."""
    code = match.string
    after = code[match.end() : match.end() + _BLANKS].lstrip(" \t")
    before = code[max(0, match.start() - _BLANKS) : match.start()].rstrip(" \t")
    if before.endswith("[:"):
        return True
    if value == _HUNDRED:
        return "*" in (after[:1], before[-1:])
    return after[:1] in _BEHIND or before[-1:] in _IN_FRONT


def _name_of(code: str, start: int) -> str | None:
    """The name to which the number at ``start`` is bound, or by which it is passed.

    Empty where it is bound to something else; None where it is not bound.
    """
    before = code[max(0, start - _BEFORE) : start].rstrip()
    if not before.endswith("=") or before[-2:-1] in _OPERATORS:
        return None
    name = _BOUND.search(before)
    return name[1] if name else ""
