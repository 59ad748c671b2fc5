"""Names by which the engine may find something, and whether a source text has them.

All of them are derived from the catalogue. Names are those that the resolver goes by, so an alias
brings the name that is written there. What comments and longer texts say is no name. Names that are
put together from parts of a text, or written with escapes, are not seen: no name of a variable can
be, but the keys of mappings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.catalogue import tail

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.catalogue import Catalogue
    from flake8_http_status.analysis.text import Text
    from flake8_http_status.frameworks._framework import Argument

# Methods that are written as operators.
OPERATORS = frozenset({"__mod__"})


class Clue(NamedTuple):
    """Names that are all written where something may be found without a status.

    ``package``: the top-level package that the engine resolves them in; empty where the names alone
    are enough. ``owners``: the names of the class or the module that has what they lead to, and of
    what makes instances of the class. One of them is written as well, if there are any.
    """

    package: str
    names: frozenset[str]
    owners: frozenset[str] = frozenset()


# The clues of a package: by one of their names, the others with the owners.
_Index: TypeAlias = "dict[str, dict[frozenset[str], frozenset[str]]]"


class Clues:
    """Looks for clues in texts."""

    def __init__(self, clues: Iterable[Clue], catalogue: Catalogue) -> None:
        """``catalogue``: knows what the packages of ``clues`` lead to."""
        known = set(clues)
        self._anywhere = [
            sorted(clue.names, key=len, reverse=True) for clue in known if not clue.package
        ]  # the longest, hence rarest, first
        self._imported = _by_import(known, catalogue)
        self._fixtures = {
            name: _package(is_a)
            for name, is_a in catalogue.fixtures.items()
            if _package(is_a) in self._imported
        }
        self._indexes: dict[str, _Index] = {}

    def are_in(self, text: Text) -> bool:
        """Whether ``text`` has all names of a clue."""
        source = text.source
        for names in self._anywhere:
            if all(name in source for name in names) and text.names.issuperset(names):
                return True
        packages = self._imported.keys() & text.imports
        packages.update(package for name, package in self._fixtures.items() if name in source)
        return any(
            text.names.issuperset(others) and not (owners and owners.isdisjoint(text.names))
            for package in packages
            for index in [self._index_of(package)]
            for name in index.keys() & text.names
            for others, owners in index[name].items()
        )

    def _index_of(self, package: str) -> _Index:
        """The clues that count where ``package`` is imported."""
        index = self._indexes.get(package)
        if index is None:
            index = self._indexes[package] = {}
            for _, names, owners in self._imported[package]:
                name = max(names, key=len)
                entry = index.setdefault(name, {})
                others = names - {name}
                known = entry.setdefault(others, owners)
                entry[others] = known | owners if known and owners else frozenset()
        return index


def _by_import(clues: Iterable[Clue], catalogue: Catalogue) -> dict[str, list[Clue]]:
    """The clues that count once a package is imported: its own clues, and of what it leads to."""
    leads: dict[str, set[str]] = {}
    for start, end in (*catalogue.aliases.items(), *catalogue.returns.items()):
        leads.setdefault(_package(start), set()).add(_package(end))
    own: dict[str, list[Clue]] = {}
    for clue in clues:
        if clue.package:
            own.setdefault(clue.package, []).append(clue)
    found = {}
    for package in {*leads, *own}:
        reached: set[str] = set()
        pending = [package]
        while pending:
            one = pending.pop()
            if one not in reached:
                reached.add(one)
                pending += leads.get(one, ())
        counting = [clue for one in sorted(reached) for clue in own.get(one, ())]
        if counting:
            found[package] = counting
    return found


def _package(dotted: str) -> str:
    return dotted.partition(".")[0]


def places(catalogue: Catalogue) -> Iterator[Clue]:
    """What takes a status, or holds one, by a name that need not tell so."""
    written = _Written(catalogue)
    for dotted in (*catalogue.callables, *catalogue.attributes, *catalogue.error_handlers):
        yield from written(dotted)
    for dotted in catalogue.class_attributes:
        owner, _, name = dotted.rpartition(".")
        yield from written(owner, name)
    for dotted in (*catalogue.views, *catalogue.endpoints):
        yield from written(dotted, "return")
    for name in catalogue.pairs:
        yield Clue("", frozenset({name}))


def clues(catalogue: Catalogue, names: Iterable[str]) -> Iterator[Clue]:
    """What the engine can find something by although no status is written.

    ``names``: those by which rules find something whatever is imported.
    """
    for name in names:
        yield Clue("", frozenset({name}))
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
        self._catalogue = catalogue
        self._aliases: dict[str, set[str]] = {}
        for old in catalogue.aliases:
            self._aliases.setdefault(catalogue.canonical(old), set()).add(old)
        self._leading: dict[str, set[str]] = {}
        for name, is_a in catalogue.fixtures.items():
            self._leading.setdefault(is_a, set()).add(name)
        for dotted, is_a in catalogue.returns.items():
            self._leading.setdefault(is_a, set()).update(self.tails(dotted))

    def __call__(self, dotted: str, *names: str) -> Iterator[Clue]:
        """The clues to ``dotted`` beside ``names``."""
        package = _package(dotted) if "." in dotted else ""
        for one in self._ways_to(dotted):
            last = tail(one)
            owners = self._owners(one)
            if last in OPERATORS:
                yield from (Clue(package, frozenset({owner, *names})) for owner in owners)
            else:
                yield Clue(package, frozenset({last, *names}), owners)

    def tails(self, dotted: str) -> set[str]:
        """The last parts by which ``dotted`` may be written."""
        return set(map(tail, self._ways_to(dotted)))

    def _ways_to(self, dotted: str) -> set[str]:
        """The dotted names by which ``dotted`` may be written; a class stands for its creation."""
        names = {dotted, *self._aliases.get(dotted, ())}
        return {name.removesuffix(".__init__") for name in names}

    def _owners(self, dotted: str) -> frozenset[str]:
        """The last parts of all that has the last part of ``dotted``: a class, or its maker."""
        owner = dotted.rpartition(".")[0]
        if not owner:
            return frozenset()
        owner = self._catalogue.canonical(owner)
        return frozenset({*self.tails(owner), *self._leading.get(owner, ())})
