"""Sanic: responses and exceptions."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    METHODS,
    NOT_FOLLOWED,
    REDIRECTS,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Endpoint,
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    NotStatus,
    Returns,
    WrongKeyword,
)

SHORTCUTS = ("text", "json", "html", "raw", "file", "empty", "redirect")
BODY_FIRST = tuple(
    f"sanic.response.{name}" for name in ("text", "json", "html", "raw", "HTTPResponse")
)
JSON = ("sanic.response.json",)
FILES = ("sanic.response.file", "sanic.response.file_stream")
SECOND = (*BODY_FIRST, *FILES, "sanic.response.JSONResponse", "sanic.response.ResponseStream")
EMPTY = ("sanic.response.empty",)
REDIRECT = ("sanic.response.redirect",)
RESPONSES = ("sanic.response.HTTPResponse", "sanic.response.JSONResponse")
EXCEPTION = ("sanic.exceptions.SanicException",)
NAMED = tuple(
    f"sanic.exceptions.{name}"
    for name in (
        *("HTTPException", "NotFound", "BadRequest", "MethodNotAllowed", "ServerError"),
        *("ServiceUnavailable", "RequestTimeout", "PayloadTooLarge", "RangeNotSatisfiable"),
        *("ExpectationFailed", "Forbidden", "Unauthorized"),
    )
)

FRAMEWORK = Framework(
    name="Sanic",
    packages=("sanic",),
    distribution="sanic",
    verified=("25.12.1",),
    arguments=(
        Argument(of=SECOND, name="status", position=1, accepts=KEPT_NUMBER),
        Argument(of=EMPTY, name="status", position=0, accepts=KEPT_NUMBER),
        Argument(of=REDIRECT, name="status", position=2, accepts=KEPT_NUMBER),
        Argument(of=("sanic.Request.respond",), name="status", accepts=KEPT_NUMBER),
        Argument(of=EXCEPTION, name="status_code", position=1, accepts=KEPT_NUMBER),
    ),
    attributes=(
        Attribute(of=RESPONSES, name="status", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=(*EXCEPTION, *NAMED), name="status_code", accepts=KEPT_NUMBER, writable=True),
    ),
    class_attributes=(
        ClassAttribute(of=(*EXCEPTION, *NAMED), name="status_code", accepts=KEPT_NUMBER),
    ),
    returns=(
        Returns(
            of=tuple(f"sanic.response.{name}" for name in SHORTCUTS),
            is_a="sanic.response.HTTPResponse",
        ),
    ),
    aliases=(
        *((f"sanic.{name}", f"sanic.response.{name}") for name in (*SHORTCUTS, "HTTPResponse")),
        ("sanic.response.convenience", "sanic.response"),
        ("sanic.response.types", "sanic.response"),
        ("sanic.SanicException", "sanic.exceptions.SanicException"),
        ("sanic.exceptions.InvalidUsage", "sanic.exceptions.BadRequest"),
        ("sanic.request.Request", "sanic.Request"),
    ),
    not_statuses=(
        NotStatus(
            of=("sanic.Websocket.close",), name="code", position=0, why="a WebSocket close code"
        ),
    ),
    limits=(
        Limit(
            of=(*EXCEPTION, *NAMED),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's page and a status that says there is none",
            source="Sanic 25.12.1",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Sanic 25.12.1",
        ),
    ),
    bodies=(
        Body(of=JSON, name="body", position=0, serialized=True),
        Body(of=tuple(name for name in BODY_FIRST if name not in JSON), name="body", position=0),
        Body(of=FILES, name="location", position=0, described=True),
    ),
    misplaced=(
        Misplaced(
            of=EXCEPTION,
            position=0,
            parameter="message",
            keyword="status_code",
            outcome="takes the number for its message and answers 500",
        ),
        Misplaced(
            of=REDIRECT,
            position=1,
            parameter="headers",
            keyword="status",
            outcome="raises TypeError",
        ),
        Misplaced(
            of=JSON,
            position=0,
            parameter="body",
            keyword="status",
            outcome="answers 200 with the number as its content",
            required=True,
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(
                of=(*SECOND, *EMPTY, *REDIRECT),
                wrong=wrong,
                right="status",
                outcome="raises TypeError",
            )
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(of=EXCEPTION, wrong=wrong, right="status_code", outcome="raises TypeError")
            for wrong in ("status", "code")
        ),
    ),
    endpoints=(
        Endpoint(
            decorators=tuple(
                f"sanic.{owner}.{call}"
                for owner in ("Sanic", "Blueprint")
                for call in (*METHODS, "route")
            ),
            exceptions=(*EXCEPTION, *NAMED),
            exception_outcome="refuses it as a response and answers 500",
            tuple_outcome="refuses the tuple and answers 500",
        ),
        Endpoint(
            bases=("sanic.views.HTTPMethodView",),
            methods=METHODS,
            exceptions=(*EXCEPTION, *NAMED),
            exception_outcome="refuses it as a response and answers 500",
            tuple_outcome="refuses the tuple and answers 500",
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=BODY_FIRST, decorators=("sanic.Sanic.exception", "sanic.Blueprint.exception")
        ),
    ),
)
