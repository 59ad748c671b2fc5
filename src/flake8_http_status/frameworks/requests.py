"""Requests: what its calls and sessions answer."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Attribute,
    Framework,
    Returns,
)

FRAMEWORK = Framework(
    name="Requests",
    packages=("requests",),
    distribution="requests",
    verified=("2.32.3", "2.34.2"),
    attributes=(
        Attribute(
            of=("requests.Response",),
            name="status_code",
            accepts=KEPT_NUMBER,
            writable=True,
        ),
    ),
    returns=(
        Returns(
            of=(
                *(f"requests.{method}" for method in (*METHODS, "request")),
                *(f"requests.Session.{method}" for method in (*METHODS, "request")),
                "requests.Session.send",
                "requests.RequestException.response",
            ),
            is_a="requests.Response",
        ),
        Returns(of=("requests.session",), is_a="requests.Session"),
    ),
    aliases=(
        ("requests.api", "requests"),
        ("requests.models.Response", "requests.Response"),
        ("requests.sessions.Session", "requests.Session"),
        ("requests.sessions.session", "requests.session"),
        ("requests.exceptions.RequestException", "requests.RequestException"),
        ("requests.exceptions.HTTPError", "requests.RequestException"),
        ("requests.HTTPError", "requests.RequestException"),
    ),
)
