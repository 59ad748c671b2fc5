"""Falcon's test client: the status of a result as a number and as text."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    Attribute,
    Framework,
    Returns,
)

CALLS = (*METHODS, "request")

FRAMEWORK = Framework(
    name="Falcon test client",
    packages=("falcon.testing",),
    distribution="falcon",
    verified=("4.0.0", "4.4.0"),
    attributes=(
        Attribute(of=("falcon.testing.Result",), name="status_code"),
        Attribute(of=("falcon.testing.Result",), name="status", text=True),
    ),
    returns=(
        Returns(
            of=tuple(
                f"falcon.testing.{caller}{call}"
                for caller in ("simulate_", "TestClient.simulate_", "TestCase.simulate_")
                for call in CALLS
            ),
            is_a="falcon.testing.Result",
        ),
        Returns(
            of=tuple(f"falcon.testing.TestClient.{call}" for call in CALLS),
            is_a="falcon.testing.Result",
        ),
    ),
)
