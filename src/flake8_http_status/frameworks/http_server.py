"""http.server: the answers of a request handler."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    NUMBER,
    Accepts,
    Argument,
    Attribute,
    Framework,
    Limit,
    LimitKind,
    Shape,
)

HANDLER = "http.server.BaseHTTPRequestHandler"

FRAMEWORK = Framework(
    name="http.server",
    packages=("http.server",),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    arguments=(
        Argument(
            of=(f"{HANDLER}.send_response", f"{HANDLER}.send_response_only"),
            name="code",
            position=0,
        ),
        Argument(
            of=(f"{HANDLER}.send_error",),
            name="code",
            position=0,
            accepts=NUMBER | Accepts.AS_TEXT,
        ),
    ),
    attributes=(Attribute(of=(HANDLER,), name="responses", shape=Shape.KEYS),),
    aliases=(
        ("http.server.SimpleHTTPRequestHandler", HANDLER),
        ("http.server.CGIHTTPRequestHandler", HANDLER),
        ("six.moves.BaseHTTPServer", "http.server"),
        ("six.moves.SimpleHTTPServer", "http.server"),
    ),
    limits=(
        Limit(
            of=(f"{HANDLER}.send_error",),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="sends a page that says error with a status that says it is none",
            source="Python 3.13.0",
        ),
    ),
)
