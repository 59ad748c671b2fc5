"""HTTPretty: answers at the level of sockets."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Argument,
    Framework,
    Role,
)

FRAMEWORK = Framework(
    name="HTTPretty",
    packages=("httpretty",),
    distribution="httpretty",
    verified=("1.1.4",),
    arguments=(
        Argument(
            of=(
                *("httpretty.register_uri", "httpretty.HTTPretty.register_uri"),
                *("httpretty.Response", "httpretty.HTTPretty.Response"),
            ),
            name="status",
            position=5,
            role=Role.DOUBLE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
    ),
    aliases=(
        ("httpretty.httpretty", "httpretty.HTTPretty"),
        ("httpretty.core.httpretty", "httpretty.HTTPretty"),
    ),
)
