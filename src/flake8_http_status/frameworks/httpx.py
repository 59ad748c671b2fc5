"""HTTPX: what its clients answer, and responses built for a mock transport."""

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
    name="HTTPX",
    packages=("httpx",),
    distribution="httpx",
    verified=("0.28.1",),
    arguments=(
        Argument(
            of=("httpx.Response",),
            name="status_code",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(
            of=("httpx.Response",),
            name="status_code",
            accepts=KEPT_NUMBER,
            writable=True,
        ),
    ),
    returns=(
        Returns(
            of=(
                *(f"httpx.{method}" for method in CALLS),
                *(f"httpx.Client.{method}" for method in (*CALLS, "send")),
                *(f"httpx.AsyncClient.{method}" for method in (*CALLS, "send")),
                "httpx.HTTPStatusError.response",
            ),
            is_a="httpx.Response",
        ),
    ),
)
