"""All frameworks, vocabularies and declared sites, indexed by the dotted names the engine meets."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from flake8_http_status.analysis.evidence import MOCKED
from flake8_http_status.frameworks._framework import Argument, Framework, Shape
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flake8_http_status.frameworks._framework import (
        Attribute,
        Body,
        ClassAttribute,
        Comparer,
        Endpoint,
        ErrorHandler,
        Item,
        Limit,
        Misplaced,
        NotStatus,
        ParameterTable,
        ReturnedTuple,
        WrongKeyword,
    )
    from flake8_http_status.settings import Settings
    from flake8_http_status.vocabularies._vocabulary import Name, Vocabulary

T = TypeVar("T")

DECLARED = Framework(name="declared", packages=(), distribution="", verified=())


class Known(NamedTuple):
    """A callable of the catalogue: everything that its framework says of it."""

    framework: Framework
    arguments: tuple[Argument, ...] = ()
    not_statuses: tuple[NotStatus, ...] = ()
    limits: tuple[Limit, ...] = ()
    bodies: tuple[Body, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    wrong_keywords: tuple[WrongKeyword, ...] = ()


class Constant(NamedTuple):
    """A name in a vocabulary's container; ``code`` is None where the vocabulary lacks the name.

    ``entry``: what the vocabulary says of the name; None also where a number stands for it, as in
    ``HTTPStatus(404)``.
    """

    vocabulary: Vocabulary
    name: str
    code: int | None
    entry: Name | None = None

    @property
    def is_member(self) -> bool:
        """Whether it is a member of an enum; names in the other case are plain integers."""
        if self.vocabulary.kind is not Kind.ENUM:
            return False
        return self.entry is None or self.entry.name == self.name


def tail(dotted: str) -> str:
    """The last part of a dotted name."""
    return dotted.rpartition(".")[2]


class Catalogue:
    """The data of all frameworks, turned round: from a dotted name to what is known of it.

    Names are canonical after `canonical`, which applies every framework's aliases.
    """

    def __init__(
        self,
        frameworks: Sequence[Framework],
        vocabularies: Sequence[Vocabulary],
        settings: Settings,
    ) -> None:
        """Index ``frameworks`` and ``vocabularies`` and what ``settings`` declare."""
        self.frameworks = tuple(frameworks)
        self.vocabularies = {vocabulary.key: vocabulary for vocabulary in vocabularies}
        self.settings = settings
        self.aliases = {old: new for framework in frameworks for old, new in framework.aliases}
        self._canonical: dict[str, str] = {}
        self._telling: dict[str, bool] = {}
        self._speaking: dict[str, bool] = {}
        self.callables = self._index_callables(frameworks)
        self.returns = {
            self.canonical(name): self.canonical(returned.is_a)
            for framework in frameworks
            for returned in framework.returns
            for name in returned.of
        }
        self.attributes: dict[str, tuple[Framework, Attribute]] = {
            f"{self.canonical(name)}.{attribute.name}": (framework, attribute)
            for framework in frameworks
            for attribute in framework.attributes
            for name in attribute.of
        }
        self.pairs = frozenset(
            attribute.name
            for _, attribute in self.attributes.values()
            if attribute.shape is Shape.PAIRS
        )
        self.class_attributes: dict[str, tuple[Framework, ClassAttribute]] = {
            f"{self.canonical(name)}.{attribute.name}": (framework, attribute)
            for framework in frameworks
            for attribute in framework.class_attributes
            for name in attribute.of
        }
        self.items: dict[str, list[tuple[Framework, Item]]] = _grouped(
            frameworks, lambda framework: framework.items, lambda item: (item.key,)
        )
        self.comparers: dict[str, list[tuple[Framework, Comparer]]] = _grouped(
            frameworks,
            lambda framework: framework.comparers,
            lambda comparer: map(tail, comparer.of),
        )
        self.tables: dict[str, list[tuple[Framework, ParameterTable]]] = _grouped(
            frameworks,
            lambda framework: framework.parameter_tables,
            lambda table: map(tail, table.of),
        )
        self.views: dict[str, list[tuple[Framework, ReturnedTuple]]] = _grouped(
            frameworks,
            lambda framework: framework.returned,
            lambda returned: map(self.canonical, (*returned.decorators, *returned.bases)),
        )
        self.endpoints: dict[str, list[tuple[Framework, Endpoint]]] = _grouped(
            frameworks,
            lambda framework: map(self._canonical_endpoint, framework.endpoints),
            lambda endpoint: map(self.canonical, (*endpoint.decorators, *endpoint.bases)),
        )
        self.raised = frozenset(
            name
            for group in self.endpoints.values()
            for _, endpoint in group
            for name in endpoint.exceptions
        )
        self.error_handlers: dict[str, list[tuple[Framework, ErrorHandler]]] = _grouped(
            frameworks,
            lambda framework: framework.error_handlers,
            lambda handler: map(self.canonical, (*handler.decorators, *handler.names)),
        )
        self.fixtures = {
            fixture.name: self.canonical(fixture.is_a)
            for framework in frameworks
            for fixture in framework.fixtures
        }
        self.packages = {
            package: framework for framework in frameworks for package in framework.packages
        }
        self.containers = {
            container: vocabulary
            for vocabulary in vocabularies
            for container in (*vocabulary.same_as, vocabulary.container)
        }
        self._entries: dict[str, dict[str, tuple[int, Name]]] = {}

        self.keywords = frozenset({"responses", *MOCKED, *settings.attributes})
        self.named = frozenset({*self.items, *settings.attributes})
        others = (old for old in self.aliases if self.is_called(self.canonical(old)))
        self.called = frozenset(
            map(tail, (*self.callables, *self.containers, *self.raised, *others))
        )

    def _index_callables(self, frameworks: Iterable[Framework]) -> dict[str, Known]:
        callables: dict[str, Known] = {}
        for framework in frameworks:
            for group in Known._fields[1:]:
                for entry in getattr(framework, group):
                    for name in entry.of:
                        key = self.canonical(name)
                        known = callables.get(key, Known(framework))
                        more: dict[str, Any] = {group: (*getattr(known, group), entry)}
                        callables[key] = known._replace(**more)
        for site in self.settings.sites:
            argument = Argument(
                of=(site.callable,), name=site.parameter or "", position=site.position
            )
            known = callables.get(site.callable, Known(DECLARED))
            callables[site.callable] = known._replace(arguments=(*known.arguments, argument))
        return callables

    def _canonical_endpoint(self, endpoint: Endpoint) -> Endpoint:
        return endpoint._replace(exceptions=tuple(map(self.canonical, endpoint.exceptions)))

    def canonical(self, dotted: str) -> str:
        """``dotted`` with aliases of its longest known prefix replaced."""
        known = self._canonical.get(dotted)
        if known is None:
            known = self._canonical[dotted] = self._replace_aliases(dotted)
        return known

    def _replace_aliases(self, dotted: str) -> str:
        if dotted.startswith("."):
            return self._absolute(dotted)
        while prefix := self._aliased_prefix(dotted):
            dotted = self.aliases[prefix] + dotted[len(prefix) :]
        return dotted

    def _aliased_prefix(self, dotted: str) -> str:
        """The longest prefix of ``dotted`` that is an alias; empty where none is."""
        while dotted and dotted not in self.aliases:
            dotted = dotted.rpartition(".")[0]
        return dotted

    def tells(self, dotted: str) -> bool:
        """Whether an import of ``dotted`` tells what a file is about: constants do not."""
        known = self._telling.get(dotted)
        if known is None:
            canonical = self.canonical(dotted)
            known = self._telling[dotted] = (
                dotted != "http"
                and self.container(canonical) is None
                and self.constant(canonical) is None
            )
        return known

    def speaks_http(self, dotted: str) -> bool:
        """Whether ``dotted`` is of a package that speaks HTTP."""
        known = self._speaking.get(dotted)
        if known is None:
            framework = self.imported(dotted)
            known = self._speaking[dotted] = framework is not None and framework.http
        return known

    def imported(self, dotted: str) -> Framework | None:
        """The framework that an import of ``dotted`` is one of: by its longest known prefix."""
        while dotted and dotted not in self.packages:
            dotted = dotted.rpartition(".")[0]
        return self.packages.get(dotted)

    def _absolute(self, dotted: str) -> str:
        """A relative name of constants that the project declares, known by the end of its path."""
        path = dotted.lstrip(".")
        for container, _ in self.settings.vocabularies:
            parts = container.split(".")
            for place in range(len(parts)):
                end = ".".join(parts[place:])
                if f"{path}.".startswith(f"{end}."):
                    return container + path[len(end) :]
        return dotted

    def is_no_status(self, dotted: str) -> bool:
        """Whether an attribute is known to hold something else, as the parameter of its name."""
        owner, _, name = dotted.rpartition(".")
        known = self.callables.get(owner)
        return known is not None and any(entry.name == name for entry in known.not_statuses)

    def container(self, dotted: str) -> Vocabulary | None:
        """The vocabulary whose constants are attributes of ``dotted``."""
        return self.containers.get(dotted)

    def is_called(self, dotted: str) -> bool:
        """Whether something is known of calls of ``dotted``, or of what they make."""
        return dotted in self.callables or dotted in self.containers or dotted in self.raised

    def leads_to_constants(self, dotted: str) -> bool:
        """Whether ``dotted`` is a constant, a container of constants or a package above one."""
        constant = self.constant(dotted)
        if constant is not None and constant.code is not None:
            return True
        return dotted in self._above_constants

    @cached_property
    def _above_constants(self) -> frozenset[str]:
        """The containers of constants, and all packages above one."""
        return frozenset(
            ".".join(parts[:length])
            for container in self.containers
            for parts in [container.split(".")]
            for length in range(1, len(parts) + 1)
        )

    def constant(self, dotted: str) -> Constant | None:
        """The constant that ``dotted`` is, or names without existing, in a vocabulary."""
        container, _, name = dotted.rpartition(".")
        vocabulary = self.containers.get(container)
        if vocabulary is None:
            return None
        code, entry = self._entries_of(vocabulary).get(name, (None, None))
        return Constant(vocabulary, name, code, entry)

    def _entries_of(self, vocabulary: Vocabulary) -> dict[str, tuple[int, Name]]:
        """The vocabulary's names in every case that they have, with their codes."""
        entries = self._entries.get(vocabulary.key)
        if entries is None:
            entries = self._entries[vocabulary.key] = {
                name: (code, entry)
                for code, names in vocabulary.names.items()
                for entry in names
                for name in _cases(entry.name, both=vocabulary.both_cases)
            }
        return entries

    @cached_property
    def holding(self) -> frozenset[str]:
        """The names of all attributes that hold a status, or what is made of statuses."""
        others = (old for old in self.aliases if self.canonical(old) in self.attributes)
        return frozenset({*map(tail, self.attributes), *map(tail, others), "value"})

    @cached_property
    def constant_packages(self) -> frozenset[str]:
        """The top-level packages from which constants can be reached."""
        others = (old for old in self.aliases if self.leads_to_constants(self.canonical(old)))
        return self.vocabulary_packages.union(old.partition(".")[0] for old in others)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers that are statuses, and those that constants of a vocabulary stand for."""
        named = (vocabulary.names for vocabulary in self.vocabularies.values())
        return frozenset(STATUSES).union(*named)

    @cached_property
    def constant_names(self) -> frozenset[str]:
        """The names of all constants of all vocabularies."""
        return frozenset(
            name
            for vocabulary in self.vocabularies.values()
            for name in self._entries_of(vocabulary)
        )

    @cached_property
    def telling_attributes(self) -> frozenset[str]:
        """The names of all attributes that a constant, or its number, may be read from."""
        return self.constant_names.union(
            map(tail, self.aliases.values()), map(tail, self.aliases), {"value"}
        )

    @cached_property
    def vocabulary_packages(self) -> frozenset[str]:
        """The top-level packages that hold the vocabularies."""
        return frozenset(container.partition(".")[0] for container in self.containers)


def _cases(name: str, *, both: bool) -> tuple[str, ...]:
    return (name.lower(), name.upper()) if both else (name,)


def _grouped(
    frameworks: Iterable[Framework],
    entries: Callable[[Framework], Iterable[T]],
    keys: Callable[[T], Iterable[str]],
) -> dict[str, list[tuple[Framework, T]]]:
    groups: dict[str, list[tuple[Framework, T]]] = {}
    for framework in frameworks:
        for entry in entries(framework):
            for key in keys(entry):
                groups.setdefault(key, []).append((framework, entry))
    return groups
