"""requests-mock: answers for Requests."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Fixture,
    Framework,
    Role,
)

FRAMEWORK = Framework(
    name="requests-mock",
    packages=("requests_mock",),
    distribution="requests-mock",
    verified=("1.11.0", "1.12.1"),
    arguments=(
        Argument(
            of=(
                *(f"requests_mock.Mocker.{call}" for call in (*METHODS, "request", "register_uri")),
                "requests_mock.Adapter.register_uri",
                "requests_mock.create_response",
            ),
            name="status_code",
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    fixtures=(Fixture(name="requests_mock", is_a="requests_mock.Mocker"),),
    aliases=(
        ("requests_mock.mock", "requests_mock.Mocker"),
        ("requests_mock.mocker.Mocker", "requests_mock.Mocker"),
        ("requests_mock.adapter.Adapter", "requests_mock.Adapter"),
        ("requests_mock.response.create_response", "requests_mock.create_response"),
    ),
)
