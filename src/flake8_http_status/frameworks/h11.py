"""h11: the events that stand for a response."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    Argument,
    Attribute,
    Framework,
    Limit,
    LimitKind,
)

RESPONSES = ("h11.Response", "h11.InformationalResponse")

FRAMEWORK = Framework(
    name="h11",
    packages=("h11",),
    distribution="h11",
    verified=("0.16.0",),
    arguments=(Argument(of=RESPONSES, name="status_code"),),
    attributes=(Attribute(of=RESPONSES, name="status_code"),),
    limits=(
        Limit(
            of=("h11.InformationalResponse",),
            kind=LimitKind.UNSUPPORTED,
            allowed=frozenset(range(100, 200)),
            outcome="raises LocalProtocolError",
            source="h11 0.16.0, _events.py",
        ),
        Limit(
            of=("h11.Response",),
            kind=LimitKind.UNSUPPORTED,
            allowed=frozenset(range(200, 1000)),
            outcome="raises LocalProtocolError",
            source="h11 0.16.0, _events.py",
        ),
    ),
)
