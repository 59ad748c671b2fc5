"""RESPX: answers for HTTPX."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Fixture,
    Framework,
    Returns,
    Role,
)

ROUTES = (*METHODS, "request", "route", "add")

FRAMEWORK = Framework(
    name="RESPX",
    packages=("respx",),
    distribution="respx",
    verified=("0.22.0", "0.23.1"),
    arguments=(
        Argument(
            of=("respx.Route.respond", "respx.MockResponse"),
            name="status_code",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("respx.Route.__mod__",),
            name="response",
            position=0,
            role=Role.DOUBLE,
            produces=False,
        ),
    ),
    returns=(
        Returns(
            of=(
                *(f"respx.{route}" for route in ROUTES),
                *(f"respx.MockRouter.{route}" for route in ROUTES),
            ),
            is_a="respx.Route",
        ),
        Returns(of=("respx.mock",), is_a="respx.MockRouter"),
    ),
    fixtures=(Fixture(name="respx_mock", is_a="respx.MockRouter"),),
    aliases=(
        ("respx.models.Route", "respx.Route"),
        ("respx.router.MockRouter", "respx.MockRouter"),
    ),
)
