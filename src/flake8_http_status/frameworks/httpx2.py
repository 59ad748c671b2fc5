"""HTTPX 2: what its clients answer, and responses built for a mock transport."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Attribute,
    Framework,
    Returns,
    Role,
)

CALLS = (*METHODS, "request", "stream")

FRAMEWORK = Framework(
    name="HTTPX 2",
    packages=("httpx2",),
    distribution="httpx2",
    verified=("2.16.2",),
    arguments=(
        Argument(
            of=("httpx2.Response",),
            name="status_code",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=("httpx2.Response",), name="status_code", accepts=KEPT_NUMBER, writable=True),
    ),
    returns=(
        Returns(
            of=(
                *(f"httpx2.{method}" for method in CALLS),
                *(f"httpx2.Client.{method}" for method in (*CALLS, "send")),
                *(f"httpx2.AsyncClient.{method}" for method in (*CALLS, "send")),
                "httpx2.HTTPStatusError.response",
            ),
            is_a="httpx2.Response",
        ),
    ),
)
