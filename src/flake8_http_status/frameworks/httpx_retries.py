"""httpx-retries: the statuses that are retried."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Argument, Framework, Shape

FRAMEWORK = Framework(
    name="httpx-retries",
    packages=("httpx_retries",),
    distribution="httpx-retries",
    verified=("0.4.2", "0.6.0"),
    arguments=(
        Argument(
            of=("httpx_retries.Retry",),
            name="status_forcelist",
            position=2,
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    aliases=(("httpx_retries.retry.Retry", "httpx_retries.Retry"),),
)
