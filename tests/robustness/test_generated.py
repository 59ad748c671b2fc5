"""Modules of every rule of Python's grammar (dependency group ``fuzz``)."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from survival import survive

pytestmark = pytest.mark.robustness
AT_A_TIME = 250  # Hypothesis remembers what it drew


@pytest.mark.parametrize(("strategy", "modules"), [("from_grammar", 4_250), ("from_node", 750)])
def test_generated_modules(strategy: str, modules: int) -> None:
    hypothesmith = pytest.importorskip("hypothesmith")
    counts: Counter[str] = Counter()

    @given(getattr(hypothesmith, strategy)())
    @settings(
        max_examples=AT_A_TIME,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def generate(source: str) -> None:
        outcome = survive(source)
        assert outcome.refused is None
        counts.update(modules=1, parsed=outcome.parsed, bytes=len(source.encode()))

    for number in range(modules):
        if counts["modules"] >= modules:
            break
        seed(number)(generate)()
    print(f"{strategy}: {dict(counts)}")
    assert counts["modules"] >= modules
