"""Real answers of real packages: a constant does what its number does."""

from __future__ import annotations

import enum
import importlib
import pkgutil
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import probes
import pytest
from probes._probe import PROBES, Probe

from flake8_http_status.frameworks._framework import Accepts
from flake8_http_status.registry import all_frameworks, all_vocabularies
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.frameworks._framework import Framework
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

for _module in pkgutil.iter_modules(probes.__path__):
    importlib.import_module(f"probes.{_module.name}")


def _places() -> Iterator[tuple[tuple[str, str], tuple[Framework, Accepts]]]:
    for framework in all_frameworks():
        entries = (*framework.arguments, *framework.attributes, *framework.class_attributes)
        for entry in entries:
            for owner in entry.of:
                yield (owner, entry.name), (framework, entry.accepts)
        for returned in framework.returned:
            for owner in (*returned.decorators, *returned.bases, *returned.callbacks):
                yield (owner, "return"), (framework, returned.accepts)
        for item in framework.items:
            yield (framework.name, item.key), (framework, item.accepts)


PLACES: dict[tuple[str, str], tuple[Framework, Accepts]] = {}
for _place, _known in _places():
    PLACES.setdefault(_place, _known)


def _values(framework: Framework, code: int) -> Iterator[tuple[Accepts, Any]]:
    """The ways to write ``code``, and what a place has to accept for each."""
    yield Accepts.INTEGER, code
    for vocabulary in all_vocabularies():
        if vocabulary.key in {"http", framework.vocabulary}:
            constant = getattr(_container(vocabulary), vocabulary.names[code][0].name)
            yield FORMS[vocabulary.kind], constant
    yield Accepts.DIGITS, str(code)
    yield Accepts.STATUS_LINE, f"{code} {HTTPStatus(code).phrase}"


FORMS = {
    Kind.ENUM: Accepts.ENUM,
    Kind.INTEGER: Accepts.INTEGER,
    Kind.STATUS_LINE: Accepts.STATUS_LINE,
}


def _container(vocabulary: Vocabulary) -> Any:
    """The module or class that holds the constants."""
    try:
        return importlib.import_module(vocabulary.container)
    except ModuleNotFoundError:
        module, _, name = vocabulary.container.rpartition(".")
        return getattr(importlib.import_module(module), name)


def _answer(probe: Probe, value: Any) -> Any:
    try:
        return probe.answer(value)
    except ModuleNotFoundError as error:
        pytest.skip(f"{error}")
    except Exception as error:  # noqa: BLE001 - each framework refuses in its own way
        return error


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_probe(probe: Probe) -> None:
    framework, accepts = PLACES[probe.owner, probe.name]
    for package in framework.packages:
        pytest.importorskip(package, exc_type=ImportError)
    answers = [(form, _answer(probe, value)) for form, value in _values(framework, probe.code)]
    accepted = [answer for form, answer in answers if form in accepts]
    refused = [answer for form, answer in answers if form not in accepts]
    assert not any(isinstance(answer, Exception) for answer in accepted)
    assert all(answer == accepted[0] for answer in accepted)
    assert all(answer != accepted[0] for answer in refused)


@pytest.mark.parametrize("framework", all_frameworks(), ids=lambda framework: framework.name)
def test_every_framework_is_probed(framework: Framework) -> None:
    places = {place for place, known in _places() if known[0] is framework}
    assert not places or any((probe.owner, probe.name) in places for probe in PROBES)


@pytest.mark.parametrize("probe", PROBES, ids=str)
def test_member_as_text(probe: Probe, monkeypatch: pytest.MonkeyPatch) -> None:
    """Below Python 3.11 a member of HTTPStatus is "HTTPStatus.NOT_FOUND" when it becomes text."""
    framework, accepts = PLACES[probe.owner, probe.name]
    if Accepts.ENUM not in accepts:
        pytest.skip("takes no member")
    for package in framework.packages:
        pytest.importorskip(package, exc_type=ImportError)
    expected = _answer(probe, probe.code)
    monkeypatch.setattr(HTTPStatus, "__str__", enum.Enum.__str__)
    monkeypatch.setattr(HTTPStatus, "__format__", lambda self, how: format(self.value, how))
    same = _answer(probe, HTTPStatus(probe.code)) == expected
    assert same is (Accepts.AS_TEXT not in accepts)


def test_every_place_is_probed() -> None:
    probed = {(probe.owner, probe.name) for probe in PROBES}
    entries = [
        (entry.of, entry.name)
        for framework in all_frameworks()
        for entry in (
            *framework.arguments,
            *framework.class_attributes,
            *(attribute for attribute in framework.attributes if attribute.writable),
        )
    ]
    entries += [
        ((*entry.decorators, *entry.bases, *entry.callbacks), "return")
        for framework in all_frameworks()
        for entry in framework.returned
    ]
    assert [
        (owners, name)
        for owners, name in entries
        if not any((owner, name) in probed for owner in owners)
    ] == []
