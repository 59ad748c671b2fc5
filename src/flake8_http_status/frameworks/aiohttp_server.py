"""aiohttp's server: responses and HTTP exceptions."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Endpoint,
    Framework,
    NotStatus,
    Returns,
    WrongKeyword,
)

EXCEPTIONS = tuple(
    f"aiohttp.web.{name}"
    for name in (
        *("HTTPException", "HTTPSuccessful", "HTTPRedirection", "HTTPError"),
        *("HTTPClientError", "HTTPServerError"),
    )
)
DROPPED = "drops it"
JSON = ("aiohttp.web.json_response",)
RESPONSES = ("aiohttp.web.Response", "aiohttp.web.StreamResponse", "aiohttp.web.FileResponse")

FRAMEWORK = Framework(
    name="aiohttp server",
    packages=("aiohttp",),
    distribution="aiohttp",
    verified=("3.12.0", "3.14.5"),
    arguments=(
        Argument(of=(*RESPONSES[:2], *JSON), name="status", accepts=NUMBER_OR_DIGITS),
        Argument(of=RESPONSES[2:], name="status", position=2, accepts=NUMBER_OR_DIGITS),
        Argument(
            of=tuple(f"{response}.set_status" for response in RESPONSES),
            name="status",
            position=0,
            accepts=NUMBER_OR_DIGITS,
        ),
    ),
    attributes=(Attribute(of=(*RESPONSES, *EXCEPTIONS), name="status"),),
    class_attributes=(
        ClassAttribute(of=EXCEPTIONS, name="status_code", accepts=NUMBER_OR_DIGITS | Accepts.KEEPS),
    ),
    returns=(Returns(of=JSON, is_a="aiohttp.web.Response"),),
    aliases=(
        ("aiohttp.web_exceptions", "aiohttp.web"),
        ("aiohttp.web_response", "aiohttp.web"),
        ("aiohttp.web_fileresponse", "aiohttp.web"),
    ),
    not_statuses=(
        NotStatus(
            of=("aiohttp.web.WebSocketResponse.close",),
            name="code",
            why="a WebSocket close code",
        ),
    ),
    bodies=(
        *(Body(of=RESPONSES[:1], name=name, outcome=DROPPED) for name in ("body", "text")),
        Body(of=JSON, name="data", position=0, serialized=True, outcome=DROPPED),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSES, *JSON), wrong=wrong, right="status", outcome="raises TypeError"
        )
        for wrong in ("status_code", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=tuple(
                f"aiohttp.web.RouteTableDef.{method}"
                for method in ("get", "post", "put", "patch", "delete", "head", "view", "route")
            ),
            tuple_outcome="refuses the tuple and answers 500",
        ),
        Endpoint(
            bases=("aiohttp.web.View",),
            methods=METHODS,
            tuple_outcome="refuses the tuple and answers 500",
        ),
    ),
)
