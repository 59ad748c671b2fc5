"""aiohttp-retry: the statuses that are retried."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    Argument,
    Framework,
    Returns,
    Shape,
)

FRAMEWORK = Framework(
    name="aiohttp-retry",
    packages=("aiohttp_retry",),
    distribution="aiohttp-retry",
    verified=("2.8.3", "2.9.1"),
    arguments=(
        Argument(
            of=("aiohttp_retry.ExponentialRetry",),
            name="statuses",
            position=4,
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(
            of=("aiohttp_retry.ListRetry",),
            name="statuses",
            position=1,
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    returns=(
        Returns(
            of=tuple(f"aiohttp_retry.RetryClient.{call}" for call in (*METHODS, "request")),
            is_a="aiohttp.ClientResponse",
        ),
    ),
)
