"""Whether anything can be found in a source text at all, told without parsing it.

Most files of most projects hold no status. Parsing is what costs, so the text is looked at first,
and only proof counts: where a text is turned away, the engine would have found nothing in its tree.
Three things can lead to a violation, and all that is looked for is derived from the data:

- a *number* that is a status or stands beside the statuses, in whatever form Python can write it;
- a *text* that begins like a status line, in whatever form Python can write it;
- a *clue*: names by which the engine may resolve something of which a rule says more than its
  number. A clue counts where its package is imported and all of its names are written.

Names are those that the resolver goes by, so an alias or a call through which an object is reached
brings the name that is written there. Names that are put together from parts of a text, or written
with escapes, are not seen: no name of a variable can be, but the keys of mappings.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.catalogue import tail
from flake8_http_status.status_codes import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.catalogue import Catalogue
    from flake8_http_status.frameworks._framework import Argument

# Texts of this length, in characters, are parsed as quickly as they are looked at.
SHORT = 200
# The numbers that decide where a class of statuses begins and ends, beside the statuses themselves.
NEIGHBOURS = (99, 600)

# Methods that are written as operators.
OPERATORS = frozenset({"__mod__"})

# What may follow a number without a blank: `404if x else 200` is valid.
_END = r"(?![\w.])|(?=and|else|for|i[fns]|not|or)"
# What begins a text of three digits: these, escapes of them, a line that goes on, or a piece that
# ends where the next one follows.
_NEXT = r"""["'](?=(?:\s|\\|#[^\n]*+)*+[rRuUfF]?["'])"""
_TEXT = re.compile(
    rf"""["'](?:[1-9](?:[0-9][0-9][ "'\\]|[0-9]?(?:\\|{_NEXT}))"""
    r"""|\\(?:0?6[1-7]|0?7[01]|x3[1-9]|u003|U000|N\{D|(?:\r\n?|\n)[1-9"'\\]))"""
)
_CONTINUED = re.compile(r"\\(?:\r\n?|\n)")
_FROM = re.compile(r"from[ \t\f]+\w+")
_IMPORT = re.compile(r"import[ \t\f]+[^\r\n;]*")
_WORD = re.compile(r"[^\W\d]\w*")


class Clue(NamedTuple):
    """Names that are all written where something may be found without a status.

    ``package``: the top-level package that the engine resolves them in; empty where the names alone
    are enough.
    """

    package: str
    names: frozenset[str]


class Prefilter:
    """Looks at source texts for what the catalogue, the rules and the settings know."""

    def __init__(self, catalogue: Catalogue, names: Iterable[str]) -> None:
        """``names``: those by which rules find something whatever is imported."""
        self.numbers = frozenset(
            {*STATUSES, *NEIGHBOURS}.union(
                *(vocabulary.names for vocabulary in catalogue.vocabularies.values())
            )
        )
        self._number = _pattern_of(self.numbers)
        clues = set(_clues(catalogue)) | {Clue("", frozenset({name})) for name in names}
        self._anywhere = [clue.names for clue in clues if not clue.package]
        self._imported = _by_import(clues, catalogue)
        self._fixtures = {
            name: self._imported[is_a.partition(".")[0]]
            for name, is_a in catalogue.fixtures.items()
            if is_a.partition(".")[0] in self._imported
        }

    def admits(self, source: str) -> bool:
        """Whether something may be found in ``source``."""
        return (
            0 < len(source) <= SHORT
            or self.has_number(source)
            or self.has_text(source)
            or self.has_clue(source)
        )

    def admits_numbers(self, numbers: set[int], source: str) -> bool:
        """`admits`, once it is known that these are the integers in the tree of ``source``."""
        return (
            not self.numbers.isdisjoint(numbers) or self.has_text(source) or self.has_clue(source)
        )

    def has_number(self, source: str) -> bool:
        """Whether ``source`` writes one of `numbers`, be it in a comment."""
        return any(_is_one_of(self.numbers, match) for match in self._number.finditer(source))

    def has_text(self, source: str) -> bool:
        """Whether ``source`` may write a text that begins with three digits."""
        return _TEXT.search(source) is not None

    def has_clue(self, source: str) -> bool:
        """Whether ``source`` has all names of a clue."""
        if not source.isascii():
            source = unicodedata.normalize("NFKC", source)  # as Python does with names
        if any(all(name in source for name in names) for names in self._anywhere):
            return True
        possible = [
            names
            for package in self._imported.keys() & _imports(source)
            for names in self._imported[package]
        ]
        for fixture, clues in self._fixtures.items():
            if fixture in source:
                possible += clues
        if not possible:
            return False
        words = frozenset(_WORD.findall(source))
        return any(map(words.issuperset, possible))


def _pattern_of(numbers: Iterable[int]) -> re.Pattern[str]:
    """Finds decimal ``numbers``, and by the group ``otherwise`` all that is written otherwise.

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
        r"|(?P<otherwise>(?<=0)[xXoObB]\w+|[0-9]*_\w+))"
    )


def _is_one_of(numbers: frozenset[int], match: re.Match[str]) -> bool:
    """Whether a match of the pattern is one of ``numbers``, as far as that can be told."""
    if match["otherwise"] is None:
        return True
    try:
        return int(match[0], 0) in numbers
    except ValueError:  # a keyword follows without a blank
        return True


def _imports(source: str) -> frozenset[str]:
    """All words of the import statements, the top-level packages among them."""
    if "\\" in source:
        source = _CONTINUED.sub(" ", source)
    statements = [*_FROM.findall(source), *_IMPORT.findall(source)]
    return frozenset(_WORD.findall(" ".join(statements)))


def _by_import(clues: Iterable[Clue], catalogue: Catalogue) -> dict[str, list[frozenset[str]]]:
    """The names that count once a package is imported: its own clues, and of what it leads to."""
    leads: dict[str, set[str]] = {}
    for start, end in (*catalogue.aliases.items(), *catalogue.returns.items()):
        leads.setdefault(_package(start), set()).add(_package(end))
    own: dict[str, list[frozenset[str]]] = {}
    for clue in clues:
        if clue.package:
            own.setdefault(clue.package, []).append(clue.names)
    found = {}
    for package in {*leads, *own}:
        reached: set[str] = set()
        pending = [package]
        while pending:
            one = pending.pop()
            if one not in reached:
                reached.add(one)
                pending += leads.get(one, ())
        names = [names for one in sorted(reached) for names in own.get(one, ())]
        if names:
            found[package] = names
    return found


def _package(dotted: str) -> str:
    return dotted.partition(".")[0]


def _clues(catalogue: Catalogue) -> Iterator[Clue]:
    """What the engine can find something by, in each of the catalogue's indexes."""
    written = _Written(catalogue)
    for dotted in catalogue.containers:
        yield from written(dotted)
    for dotted, known in catalogue.callables.items():
        for argument in known.arguments:
            if argument.produces or known.limits:
                # A number that is none, or a text, at the place of the status.
                yield from written(dotted, *_by_keyword_only(argument))
        for keyword in known.wrong_keywords:
            yield from written(dotted, keyword.wrong)
    for dotted in catalogue.class_attributes:
        owner, _, name = dotted.rpartition(".")
        yield from written(owner, name)
    for dotted, (_, attribute) in catalogue.attributes.items():
        if attribute.writable or not attribute.text:
            yield from written(dotted)
    for dotted in catalogue.views:
        yield from written(dotted, "return")
    for dotted, endpoints in catalogue.endpoints.items():
        for _, endpoint in endpoints:
            for exception in endpoint.exceptions:
                for name in written.tails(exception):
                    yield from written(dotted, name, "return")
    for dotted, handlers in catalogue.error_handlers.items():
        for framework, _ in handlers:
            if "." in dotted:
                yield from written(dotted, "return")
            else:
                for package in framework.packages:
                    yield Clue(_package(package), frozenset({dotted, "return"}))
    for key, items in catalogue.items.items():
        if any(item.produces for _, item in items):
            for _, item in items:
                yield Clue("", frozenset({key, *(item.beside or ())}))
    for container, _ in catalogue.settings.vocabularies:
        yield Clue("", frozenset({tail(container)}))  # relative imports lead to it, too


def _by_keyword_only(argument: Argument) -> tuple[str, ...]:
    return (argument.name,) if argument.position is None and argument.name.isidentifier() else ()


class _Written:
    """How the last part of a dotted name is written where the resolver gets to that name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._others: dict[str, set[str]] = {}
        for old in catalogue.aliases:
            self._others.setdefault(catalogue.canonical(old), set()).add(old)
        for call, is_a in catalogue.returns.items():
            self._others.setdefault(is_a, set()).add(call)
        for fixture, is_a in catalogue.fixtures.items():
            self._others.setdefault(is_a, set()).add(fixture)

    def __call__(self, dotted: str, *names: str) -> Iterator[Clue]:
        """The clues to ``dotted`` beside ``names``."""
        package = _package(dotted) if "." in dotted else ""
        for last in self.tails(dotted):
            written = () if last in OPERATORS else (last,)
            yield Clue(package, frozenset({*written, *names}))

    def tails(self, dotted: str) -> set[str]:
        """The last parts by which ``dotted`` may be written."""
        written = [dotted]
        for one in written:  # which grows meanwhile
            written += [other for other in self._others.get(one, ()) if other not in written]
        return {tail(one.removesuffix(".__init__")) for one in written}
