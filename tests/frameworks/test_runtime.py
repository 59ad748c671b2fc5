"""Real answers of real frameworks: a constant does what its number does, and a claim is true."""

from __future__ import annotations

import importlib
import pkgutil
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import probes
import pytest
from probes._probe import CLAIMS, PROBES, Claim, Probe

from flake8_http_status.frameworks._framework import Accepts
from flake8_http_status.registry import all_frameworks, all_vocabularies

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


def _constants(framework: Framework, code: int) -> Iterator[Any]:
    """The constants for ``code`` that a fix may write for the framework."""
    for vocabulary in all_vocabularies():
        if vocabulary.key in {"http", framework.vocabulary}:
            yield getattr(_container(vocabulary), vocabulary.names[code][0].name)


def _container(vocabulary: Vocabulary) -> Any:
    """The module or class that holds the constants."""
    module, _, name = vocabulary.container.rpartition(".")
    found = getattr(importlib.import_module(module or name), name, None) if module else None
    return found or importlib.import_module(vocabulary.container)


def _install(framework: Framework) -> None:
    """Skip the test where a package is missing."""
    for package in framework.packages:
        pytest.importorskip(package, exc_type=ImportError)


every_probe = pytest.mark.parametrize("probe", PROBES, ids=str)


@every_probe
def test_constant(probe: Probe) -> None:
    framework, _ = PLACES[probe.owner, probe.name]
    _install(framework)
    expected = probe.answer(probe.code)
    for constant in _constants(framework, probe.code):
        assert probe.answer(constant) == expected


@every_probe
@pytest.mark.parametrize("form", [Accepts.DIGITS, Accepts.STATUS_LINE])
def test_text(probe: Probe, form: Accepts) -> None:
    framework, accepts = PLACES[probe.owner, probe.name]
    _install(framework)
    text = str(probe.code)
    if form is Accepts.STATUS_LINE:
        text += f" {HTTPStatus(probe.code).phrase}"
    expected = probe.answer(probe.code)
    try:
        answer = probe.answer(text)
    except Exception as error:  # noqa: BLE001 - each framework refuses in its own way
        answer = error
    assert (answer == expected) is (form in accepts)


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_claim(claim: Claim) -> None:
    owners = {owner for framework in all_frameworks() for owner in _claimed(framework)}
    assert set(claim.of) <= owners
    claim.show()


def _claimed(framework: Framework) -> Iterator[str]:
    for entry in (*framework.limits, *framework.misplaced):
        yield from entry.of
