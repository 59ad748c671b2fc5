"""pytest-httpx: answers for HTTPX, behind a fixture."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Fixture,
    Framework,
    Role,
)

FRAMEWORK = Framework(
    name="pytest-httpx",
    packages=("pytest_httpx",),
    distribution="pytest-httpx",
    verified=("0.36.0", "0.36.2"),
    arguments=(
        Argument(
            of=("pytest_httpx.HTTPXMock.add_response",),
            name="status_code",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    fixtures=(Fixture(name="httpx_mock", is_a="pytest_httpx.HTTPXMock"),),
)
