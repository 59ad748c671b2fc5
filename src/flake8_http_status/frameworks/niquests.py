"""Niquests: what its calls and sessions answer."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Attribute,
    Framework,
    NotStatus,
    Returns,
    Shape,
)

CALLS = (*METHODS, "request")

FRAMEWORK = Framework(
    name="Niquests",
    packages=("niquests",),
    distribution="niquests",
    verified=("3.21.2",),
    arguments=(
        Argument(
            of=("niquests.RetryConfiguration",),
            name="status_forcelist",
            position=7,
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(
            of=("niquests.Response",), name="status_code", accepts=KEPT_NUMBER, writable=True
        ),
    ),
    returns=(
        Returns(
            of=(
                *(f"niquests.{method}" for method in CALLS),
                *(f"niquests.a{method}" for method in CALLS),
                *(f"niquests.Session.{method}" for method in (*CALLS, "send")),
                *(f"niquests.AsyncSession.{method}" for method in (*CALLS, "send")),
                "niquests.RequestException.response",
            ),
            is_a="niquests.Response",
        ),
    ),
    aliases=(
        ("niquests.models.Response", "niquests.Response"),
        ("niquests.AsyncResponse", "niquests.Response"),
        ("niquests.sessions.Session", "niquests.Session"),
        ("niquests.exceptions.RequestException", "niquests.RequestException"),
        ("niquests.exceptions.HTTPError", "niquests.RequestException"),
        ("niquests.HTTPError", "niquests.RequestException"),
    ),
    not_statuses=(
        NotStatus(
            of=("niquests.RetryConfiguration",),
            name="status",
            position=4,
            why="the number of retries on bad statuses",
        ),
    ),
)
