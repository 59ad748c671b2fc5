"""sanic-testing: what the test clients of Sanic answer."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework

RESPONSE = ("sanic_testing.testing.TestingResponse",)

FRAMEWORK = Framework(
    name="sanic-testing",
    packages=("sanic_testing",),
    distribution="sanic-testing",
    verified=("24.6.0",),
    attributes=(
        Attribute(of=RESPONSE, name="status"),
        Attribute(of=RESPONSE, name="status_code"),
    ),
)
