"""What the fix makes of programs does the same as they, on every Python that they are for."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path

import pytest
import run_programs
from interpreters import interpreter
from programs import VOCABULARIES, pairs, program

pytestmark = pytest.mark.targets


@cache
def programs() -> list[tuple[str, str]]:
    """All programs that there are, each before and after the fix."""
    chosen = [program(*case, constants) for case in pairs() for constants in VOCABULARIES]
    return [(one.source, one.fixed().source) for one in chosen]


@pytest.mark.parametrize("version", ["3.10", "3.11", "3.12", "3.13", "3.14"])
def test_programs_keep_their_results(version: str) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version}")
    before, after = zip(*programs(), strict=True)
    outcomes = []
    for sources in (before, after):
        ran = subprocess.run(
            [python, "-W", "ignore", Path(run_programs.__file__)],
            input=json.dumps(sources),
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        outcomes.append(json.loads(ran.stdout))
    differing = [
        f"{source}\n--- {one} --- {other}"
        for source, one, other in zip(after, *outcomes, strict=True)
        if one != other
    ]
    assert not differing, f"{len(differing)} of {len(after)}\n" + differing[0]
