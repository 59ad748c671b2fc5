"""Every vocabulary against the installed package: all its names, no other, and no warning."""

from __future__ import annotations

import enum
import importlib
import importlib.metadata
import pkgutil
import re
import sys
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import flake8_http_status.vocabularies
from flake8_http_status.status_codes import STATUS_CODES
from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.vocabularies._vocabulary import Version

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

VOCABULARIES: dict[str, Vocabulary] = {
    module.name: importlib.import_module(
        f"{flake8_http_status.vocabularies.__name__}.{module.name}"
    ).VOCABULARY
    for module in pkgutil.iter_modules(flake8_http_status.vocabularies.__path__)
    if not module.name.startswith("_")
}
JOKES_OF_FALCON = frozenset(range(700, 800))


class Installed(NamedTuple):
    vocabulary: Vocabulary
    container: Any
    version: Version

    def has(self, name: Name) -> bool:
        started = name.since is None or name.since <= self.version
        removed = name.removed is not None and name.removed <= self.version
        return started and not removed

    def warns(self, name: Name) -> bool:
        return name.deprecated is not None and name.deprecated <= self.version

    def present(self) -> Iterator[tuple[int, Name]]:
        return ((code, name) for code, name in entries(self.vocabulary) if self.has(name))

    def status(self, value: object) -> int | None:
        """The code that a constant of this vocabulary's kind stands for."""
        match self.vocabulary.kind:
            case Kind.ENUM:
                return int(value) if isinstance(value, enum.IntEnum) else None
            case Kind.INTEGER:
                return value if type(value) is int and 100 <= value <= 999 else None
            case Kind.STATUS_LINE:
                line = isinstance(value, str) and re.match(r"(\d{3}) ", value)
                return int(line[1]) if line else None

    def read(self, name: str) -> int | None:
        return self.status(getattr(self.container, name, None))


def entries(vocabulary: Vocabulary) -> Iterator[tuple[int, Name]]:
    return ((code, name) for code, row in vocabulary.names.items() for name in row)


def installed_version(distribution: str) -> Version:
    if distribution == "python":
        return sys.version_info[:3]
    release = re.match(r"\d+(\.\d+)*", importlib.metadata.version(distribution))
    assert release is not None
    return tuple(map(int, release[0].split(".")))


@pytest.fixture(name="installed", params=VOCABULARIES)
def _installed(request: pytest.FixtureRequest) -> Installed:
    vocabulary = VOCABULARIES[request.param]
    package = vocabulary.container.partition(".")[0]
    pytest.importorskip(package, exc_type=ImportError)
    return Installed(
        vocabulary,
        pkgutil.resolve_name(vocabulary.container),
        installed_version(vocabulary.distribution),
    )


def test_names_hold_their_codes(installed: Installed) -> None:
    actual = {name.name: installed.read(name.name) for _, name in installed.present()}
    assert actual == {name.name: code for code, name in installed.present()}


def test_names_hold_no_code_outside_their_versions(installed: Installed) -> None:
    present = {name for _, name in installed.present()}
    actual = {
        name.name
        for code, name in entries(installed.vocabulary)
        if name not in present and installed.read(name.name) == code
    }
    assert actual == set()


def test_no_constant_is_missing(installed: Installed) -> None:
    known = {name.name for _, name in entries(installed.vocabulary)}
    if installed.vocabulary.both_cases:
        known |= {name.upper() for name in known}
    actual = {
        name
        for name in dir(installed.container)
        if not name.startswith("_") and installed.read(name) is not None
    }
    assert actual - known == set()


def test_deprecated_names_and_no_others_warn(installed: Installed) -> None:
    actual = {}
    for _, name in installed.present():
        with warnings.catch_warnings(record=True, action="always") as caught:
            getattr(installed.container, name.name)
        actual[name.name] = bool(caught)
    expected = {name.name: installed.warns(name) for _, name in installed.present()}
    assert actual == expected


def test_every_code_has_a_name_that_neither_warns_nor_misleads(installed: Installed) -> None:
    writable = {
        code
        for code, name in installed.present()
        if not installed.warns(name) and name.suggests is None
    }
    assert {code for code, _ in installed.present()} - writable <= {122}


def test_container_is_bound_as_the_data_says(installed: Installed) -> None:
    package, _, attribute = installed.vocabulary.container.rpartition(".")
    namespace: dict[str, Any] = {}
    if installed.vocabulary.from_import:
        exec(f"from {package} import {attribute} as bound", namespace)
    else:
        exec(f"import {package or attribute} as package", namespace)
        package_ = namespace["package"]
        namespace["bound"] = getattr(package_, attribute) if package else package_
    assert namespace["bound"] is installed.container


def test_other_containers_hold_the_same_constants(installed: Installed) -> None:
    for dotted in installed.vocabulary.same_as:
        other = pkgutil.resolve_name(dotted)
        for _, name in installed.present():
            assert getattr(other, name.name) is getattr(installed.container, name.name)


def test_subscripts_are_constants_where_the_data_says_so(installed: Installed) -> None:
    if installed.vocabulary.subscript:
        for code, name in installed.present():
            assert installed.container[name.name] == code
    else:
        assert not hasattr(installed.container, "__getitem__")


def test_names_exist_in_both_cases_where_the_data_says_so(installed: Installed) -> None:
    for code, name in installed.present():
        if name.name.isidentifier():
            for other in {name.name.lower(), name.name.upper()} - {name.name}:
                value = getattr(installed.container, other, None)
                assert (value == code) is installed.vocabulary.both_cases


@pytest.fixture(name="vocabulary", params=VOCABULARIES)
def _vocabulary(request: pytest.FixtureRequest) -> Vocabulary:
    return VOCABULARIES[request.param]


def test_was_verified(vocabulary: Vocabulary) -> None:
    assert vocabulary.verified


def test_no_name_stands_twice(vocabulary: Vocabulary) -> None:
    names = [name.name.lower() for _, name in entries(vocabulary)]
    assert len(set(names)) == len(names)


def test_codes_are_known(vocabulary: Vocabulary) -> None:
    assert vocabulary.names.keys() - JOKES_OF_FALCON <= STATUS_CODES.keys()
    assert all(vocabulary.names.values())


def test_versions_can_be_compared_as_tuples(vocabulary: Vocabulary) -> None:
    for _, name in entries(vocabulary):
        history = (name.since, name.deprecated, name.removed)
        versions = [version for version in history if version is not None]
        assert all(version[-1] for version in versions)
        assert versions == sorted(set(versions))


def test_misleading_names_suggest_another_code(vocabulary: Vocabulary) -> None:
    for code, name in entries(vocabulary):
        assert name.suggests is None or name.suggests in STATUS_CODES.keys() - {code}


def test_modules_are_named_after_their_keys() -> None:
    assert {module: vocabulary.key for module, vocabulary in VOCABULARIES.items()} == {
        module: module for module in VOCABULARIES
    }


def test_no_container_belongs_to_two_vocabularies() -> None:
    containers = [
        container
        for vocabulary in VOCABULARIES.values()
        for container in (vocabulary.container, *vocabulary.same_as)
    ]
    assert len(set(containers)) == len(containers)
