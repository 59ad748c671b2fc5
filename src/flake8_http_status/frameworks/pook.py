"""pook: answers for any HTTP client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    NUMBER_OR_DIGITS,
    Argument,
    Framework,
    Returns,
    Role,
)

MOCKS = tuple(f"pook.{method}" for method in METHODS)

FRAMEWORK = Framework(
    name="pook",
    packages=("pook",),
    distribution="pook",
    verified=("2.0.0", "2.1.6"),
    arguments=(
        Argument(
            of=("pook.Mock.reply",),
            name="status",
            position=0,
            role=Role.DOUBLE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
        Argument(
            of=("pook.Mock.status", "pook.Response.status"),
            name="code",
            position=0,
            role=Role.DOUBLE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
        *(
            Argument(
                of=MOCKS,
                name=name,
                role=Role.DOUBLE,
                accepts=NUMBER_OR_DIGITS,
                produces=False,
            )
            for name in ("reply", "response_status", "status")
        ),
    ),
    returns=(
        Returns(of=MOCKS, is_a="pook.Mock"),
        Returns(of=("pook.Mock.reply",), is_a="pook.Response"),
        *(
            Returns(of=(f"pook.Mock.{step}",), is_a="pook.Mock")
            for step in ("body", "header", "headers", "json", "method", "param", "params", "times")
        ),
    ),
)
