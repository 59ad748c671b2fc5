"""Modules of every rule of Python's grammar (dependency group ``fuzz``)."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from survival import survive

pytestmark = pytest.mark.robustness
MODULES = 5_000


def test_generated_modules() -> None:
    hypothesmith = pytest.importorskip("hypothesmith")
    survived = 0

    @seed(404)
    @given(hypothesmith.from_grammar() | hypothesmith.from_node())
    @settings(
        max_examples=MODULES + MODULES // 10,  # a few are drawn in vain
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def generate(source: str) -> None:
        nonlocal survived
        outcome = survive(source)
        assert outcome.refused is None
        survived += 1

    generate()
    assert survived >= MODULES
