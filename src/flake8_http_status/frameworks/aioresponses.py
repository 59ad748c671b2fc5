"""aioresponses: answers for aiohttp's client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Framework,
    Returns,
    Role,
)

FRAMEWORK = Framework(
    name="aioresponses",
    packages=("aioresponses",),
    distribution="aioresponses",
    verified=("0.7.9",),
    arguments=(
        Argument(
            of=tuple(f"aioresponses.aioresponses.{method}" for method in METHODS),
            name="status",
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("aioresponses.aioresponses.add",),
            name="status",
            position=2,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("aioresponses.CallbackResult",),
            name="status",
            position=1,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    returns=(Returns(of=("aioresponses.aioresponses",), is_a="aioresponses.aioresponses"),),
    aliases=(
        ("aioresponses.core.aioresponses", "aioresponses.aioresponses"),
        ("aioresponses.core.CallbackResult", "aioresponses.CallbackResult"),
    ),
)
