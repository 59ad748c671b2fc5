"""Robyn: responses, routes and HTTP exceptions."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    NUMBER,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    Endpoint,
    Framework,
    NotStatus,
    ReturnedTuple,
    Role,
    Shape,
    WrongKeyword,
)

OWNERS = ("robyn.Robyn", "robyn.SubRouter")
GET = tuple(f"{owner}.get" for owner in OWNERS)
OTHERS = tuple(f"{owner}.{method}" for owner in OWNERS for method in METHODS if method != "get")
RESPONSE = ("robyn.Response",)
EXCEPTION = ("robyn.exceptions.HTTPException",)

FRAMEWORK = Framework(
    name="Robyn",
    packages=("robyn",),
    distribution="robyn",
    verified=("0.88.0",),
    vocabulary="robyn",
    arguments=(
        Argument(of=RESPONSE, name="status_code", position=0),
        Argument(of=EXCEPTION, name="status_code", position=0, accepts=KEPT_NUMBER),
        Argument(of=("robyn.StreamingResponse",), name="status_code", position=1),
        *(
            argument
            for of, shift in ((GET, 1), (OTHERS, 0))
            for argument in (
                Argument(
                    of=of,
                    name="status_code",
                    position=4 + shift,
                    role=Role.ROUTE,
                    accepts=NUMBER | Accepts.AS_TEXT,
                ),
                Argument(
                    of=of,
                    name="responses",
                    position=6 + shift,
                    role=Role.ROUTE,
                    shape=Shape.KEYS,
                    accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
                    produces=False,
                ),
            )
        ),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code"),
        Attribute(of=EXCEPTION, name="status_code", accepts=KEPT_NUMBER),
    ),
    returned=(ReturnedTuple(status_at=2, lengths=(3,), decorators=(*GET, *OTHERS)),),
    aliases=(
        ("robyn.robyn.Response", "robyn.Response"),
        ("robyn.responses.StreamingResponse", "robyn.StreamingResponse"),
    ),
    not_statuses=(
        NotStatus(
            of=("robyn.exceptions.WebSocketException",),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
        NotStatus(of=("robyn.mcp.MCPError",), name="code", position=0, why="a JSON-RPC error code"),
    ),
    bodies=(Body(of=RESPONSE, name="description", position=2),),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSE, *EXCEPTION), wrong=wrong, right="status_code", outcome="raises TypeError"
        )
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=(*GET, *OTHERS),
            exceptions=EXCEPTION,
            exception_outcome="sends it as text and answers 200",
            tuple_outcome="refuses a tuple without headers and answers 500",
        ),
    ),
)
