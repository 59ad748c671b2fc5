"""HTTPX: what its clients answer, and responses built for a mock transport."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    NUMBER,
    Accepts,
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
            accepts=NUMBER | Accepts.KEEPS,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(
            of=("httpx.Response",),
            name="status_code",
            accepts=NUMBER | Accepts.KEEPS,
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
