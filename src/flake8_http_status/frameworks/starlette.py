"""Starlette: responses, HTTP exceptions, their handlers and the test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    METHODS,
    NOT_FOLLOWED,
    NUMBER,
    REDIRECTS,
    Accepts,
    Argument,
    Attribute,
    Body,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    NotStatus,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

KEPT = NUMBER | Accepts.KEEPS
WITH_CONTENT = tuple(
    f"starlette.responses.{name}"
    for name in (
        *("Response", "JSONResponse", "PlainTextResponse", "HTMLResponse", "StreamingResponse"),
    )
)
JSON = ("starlette.responses.JSONResponse",)
REDIRECT = ("starlette.responses.RedirectResponse",)
RESPONSES = (*WITH_CONTENT, *REDIRECT, "starlette.responses.FileResponse")
TEMPLATE = ("starlette.templating.Jinja2Templates.TemplateResponse",)
EXCEPTION = ("starlette.exceptions.HTTPException",)
APPLICATION = "starlette.applications.Starlette"

FRAMEWORK = Framework(
    name="Starlette",
    packages=("starlette",),
    distribution="starlette",
    verified=("1.0.0", "1.10.0"),
    vocabulary="starlette",
    arguments=(
        Argument(of=RESPONSES, name="status_code", position=1, accepts=KEPT),
        Argument(of=TEMPLATE, name="status_code", position=3, accepts=KEPT),
        Argument(of=EXCEPTION, name="status_code", position=0, accepts=KEPT),
        Argument(of=("starlette.authentication.requires",), name="status_code", position=1),
        Argument(
            of=(APPLICATION,),
            name="exception_handlers",
            position=3,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            produces=False,
        ),
        Argument(
            of=("starlette.middleware.exceptions.ExceptionMiddleware",),
            name="handlers",
            position=1,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            produces=False,
        ),
        Argument(
            of=(
                f"{APPLICATION}.add_exception_handler",
                "starlette.middleware.exceptions.ExceptionMiddleware.add_exception_handler",
            ),
            name="exc_class_or_status_code",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSES, name="status_code", accepts=KEPT, writable=True),
        Attribute(of=EXCEPTION, name="status_code", accepts=KEPT, writable=True),
        Attribute(of=(APPLICATION, "fastapi.FastAPI"), name="exception_handlers", shape=Shape.KEYS),
    ),
    returns=(
        Returns(of=TEMPLATE, is_a="starlette.responses.Response"),
        Returns(
            of=tuple(
                f"starlette.testclient.TestClient.{method}" for method in (*METHODS, "request")
            ),
            is_a="httpx.Response",
        ),
    ),
    not_statuses=(
        NotStatus(
            of=(
                "starlette.exceptions.WebSocketException",
                "starlette.websockets.WebSocketDisconnect",
                "starlette.websockets.WebSocket.close",
            ),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    limits=(
        Limit(
            of=EXCEPTION,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS | {204, 304},
            outcome="answers with an error's content and a status that says it is none",
            source="Starlette 1.10.0, FastAPI 0.165.0",
            unless="headers",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Starlette 1.10.0",
        ),
    ),
    bodies=(
        Body(of=JSON, name="content", position=0, serialized=True),
        Body(
            of=tuple(name for name in WITH_CONTENT if name not in JSON), name="content", position=0
        ),
        Body(of=("starlette.responses.FileResponse",), name="path", position=0, described=True),
        Body(of=TEMPLATE, name="name", position=1),
    ),
    misplaced=(
        Misplaced(
            of=JSON,
            position=0,
            parameter="content",
            keyword="status_code",
            outcome="answers 200 with the number as its content",
            required=True,
        ),
        Misplaced(
            of=tuple(
                f"starlette.responses.{name}"
                for name in ("Response", "PlainTextResponse", "HTMLResponse")
            ),
            position=0,
            parameter="content",
            keyword="status_code",
            outcome="raises AttributeError, as the number is no text",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSES, *EXCEPTION, *TEMPLATE),
            wrong=wrong,
            right="status_code",
            outcome="raises TypeError",
        )
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            bases=("starlette.endpoints.HTTPEndpoint",),
            methods=METHODS,
            exceptions=EXCEPTION,
            exception_outcome="calls it as a response and answers 500",
            tuple_outcome="calls the tuple as a response and answers 500",
        ),
    ),
)
