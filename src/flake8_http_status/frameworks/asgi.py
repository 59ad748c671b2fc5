"""ASGI 3: the message that starts a response."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import NUMBER, Accepts, Framework, Item

FRAMEWORK = Framework(
    name="ASGI",
    packages=("asgiref",),
    distribution="asgiref",
    verified=("3.13.0",),
    items=tuple(
        Item(
            key="status",
            beside=("type", message),
            accepts=NUMBER | Accepts.KEEPS,
            produces=True,
        )
        for message in ("http.response.start", "websocket.http.response.start")
    ),
)
