"""What the data says of mistakes is what becomes of them."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Any

import probes
import pytest
from probes._probe import CLAIMS, PROBES, Claim, Probe

from flake8_http_status.frameworks._framework import Limit, LimitKind
from flake8_http_status.registry import all_frameworks
from flake8_http_status.status_codes import STATUS_CODES, State

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

for _module in pkgutil.iter_modules(probes.__path__):
    importlib.import_module(f"probes.{_module.name}")

REGISTERED = [row.number for row in STATUS_CODES.values() if row.state is State.REGISTERED]


def _limits() -> Iterator[tuple[Limit, Probe]]:
    """Limits and the probes of what they limit; the probe of one class serves for its kin."""
    claimed = {owner for claim in CLAIMS for owner in claim.of}
    for framework in all_frameworks():
        statuses = {
            (owner, entry.name)
            for entry in (*framework.arguments, *framework.class_attributes)
            for owner in entry.of
        }
        for limit in framework.limits:
            found = [
                probe
                for probe in PROBES
                if probe.owner in limit.of and (probe.owner, probe.name) in statuses
            ]
            if found and claimed.isdisjoint(limit.of):
                yield limit, found[0]


LIMITS = list(_limits())


def _code(answer: Any) -> int:
    """The code in what a probe gives: the first number; 500 where the framework raised."""
    if isinstance(answer, Exception):
        return 500
    if isinstance(answer, (list, tuple)):
        return _code(answer[0])
    if isinstance(answer, bytes):
        answer = answer.decode()
    if isinstance(answer, str):
        return int(next(word for word in answer.split() if word.isdigit()))
    return int(answer)


def _attempt(probe: Probe, code: int) -> int:
    try:
        return _code(probe.answer(code))
    except ModuleNotFoundError as error:
        pytest.skip(f"{error}")
    except Exception as error:  # noqa: BLE001 - each framework refuses in its own way
        return _code(error)


@pytest.mark.parametrize(("limit", "probe"), LIMITS, ids=[probe.owner for _, probe in LIMITS])
def test_limit(limit: Limit, probe: Probe) -> None:
    if limit.kind is LimitKind.UNSUPPORTED:
        made = {code for code in REGISTERED if code == 500 or _attempt(probe, code) != 500}
        assert made == limit.allowed.intersection(REGISTERED)
    else:
        fails = "raises" in limit.outcome or "fails" in limit.outcome
        assert _attempt(probe, probe.code) == probe.code
        assert probe.code in limit.allowed
        assert _attempt(probe, 200) == (500 if fails else 200)
        assert 200 not in limit.allowed


@pytest.mark.parametrize("claim", CLAIMS, ids=str)
def test_claim(claim: Claim) -> None:
    for owner in claim.of:
        pytest.importorskip(owner.partition(".")[0], exc_type=ImportError)
    claim.show()


def test_nothing_is_claimed_in_vain() -> None:
    shown = {owner for claim in CLAIMS for owner in claim.of}
    shown |= {owner for limit, _ in LIMITS for owner in limit.of}
    unshown = [
        owners
        for framework in all_frameworks()
        for owners in (
            *(entry.of for entry in (*framework.limits, *framework.misplaced)),
            *((*entry.decorators, *entry.bases) for entry in framework.endpoints),
            *((*entry.decorators, *entry.names) for entry in framework.error_handlers),
        )
        if shown.isdisjoint(owners)
    ]
    assert unshown == []
