"""BlackSheep: responses, HTTP exceptions and their handlers.

``blacksheep.status_code`` is a function that makes a response.
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    NUMBER_OR_DIGITS,
    Argument,
    Attribute,
    Body,
    Endpoint,
    ErrorHandler,
    Framework,
    NotStatus,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

CONTROLLER = "blacksheep.server.controllers.Controller"
SHORTCUTS = ("json", "text", "html", "pretty_json")
WITH_CONTENT = tuple(
    f"{owner}.{name}" for owner in ("blacksheep", CONTROLLER) for name in SHORTCUTS
)
BY_STATUS = ("blacksheep.status_code", f"{CONTROLLER}.status_code")
RESPONSE = ("blacksheep.Response",)
EXCEPTION = ("blacksheep.HTTPException",)

FRAMEWORK = Framework(
    name="BlackSheep",
    packages=("blacksheep",),
    distribution="blacksheep",
    verified=("2.4.0", "2.6.4"),
    arguments=(
        Argument(of=(*RESPONSE, *EXCEPTION, *BY_STATUS), name="status", position=0),
        Argument(of=WITH_CONTENT, name="status", position=1),
        Argument(
            of=("blacksheep.Application.exception_handler",),
            name="exception_type",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
        Argument(
            of=("blacksheep.server.openapi.common.EndpointDocs",),
            name="responses",
            position=5,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=(*RESPONSE, *EXCEPTION), name="status", writable=True),
        Attribute(of=("blacksheep.Application",), name="exceptions_handlers", shape=Shape.KEYS),
    ),
    returns=(
        Returns(
            of=(
                *WITH_CONTENT,
                *BY_STATUS,
                *(f"blacksheep.testing.TestClient.{method}" for method in METHODS),
                *(f"blacksheep.client.ClientSession.{method}" for method in METHODS),
            ),
            is_a="blacksheep.Response",
        ),
    ),
    aliases=(
        ("blacksheep.messages.Response", "blacksheep.Response"),
        ("blacksheep.exceptions.HTTPException", "blacksheep.HTTPException"),
        ("blacksheep.server.Application", "blacksheep.Application"),
        ("blacksheep.server.application.Application", "blacksheep.Application"),
        *(
            (f"blacksheep.server.responses.{name}", f"blacksheep.{name}")
            for name in (*SHORTCUTS, "status_code")
        ),
        ("blacksheep.server.controllers.APIController", CONTROLLER),
        ("blacksheep.server.routing.Router", "blacksheep.Router"),
    ),
    not_statuses=(
        NotStatus(
            of=("blacksheep.WebSocket.close",),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    bodies=(
        Body(of=BY_STATUS, name="message", position=1),
        *(
            Body(
                of=tuple(name for name in WITH_CONTENT if name.endswith(shortcut)),
                name="data",
                position=0,
                serialized=True,
            )
            for shortcut in (".json", ".pretty_json")
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSE, *EXCEPTION, *WITH_CONTENT, *BY_STATUS),
            wrong=wrong,
            right="status",
            outcome="raises TypeError",
        )
        for wrong in ("status_code", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=tuple(
                f"{owner}.{method}"
                for owner in ("blacksheep", "blacksheep.Router")
                for method in METHODS
            ),
            exceptions=EXCEPTION,
            exception_outcome="cannot serialize it and answers 500",
            tuple_outcome="serializes the tuple and answers 200",
        ),
    ),
    error_handlers=(
        ErrorHandler(plain=WITH_CONTENT, decorators=("blacksheep.Application.exception_handler",)),
    ),
)
