"""Litestar: route handlers, responses, HTTP exceptions and the test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    METHODS,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
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

ROUTES = (
    *(f"litestar.{name}" for name in ("get", "post", "put", "patch", "delete", "head")),
    "litestar.handlers.HTTPRouteHandler",
)
REDIRECT = ("litestar.response.Redirect",)
RESPONSES = (
    *(
        f"litestar.response.{name}"
        for name in ("Response", "Template", "File", "Stream", "ServerSentEvent")
    ),
    *REDIRECT,
)
EXCEPTIONS = tuple(
    f"litestar.exceptions.{name}"
    for name in (
        *("HTTPException", "ClientException", "ImproperlyConfiguredException"),
        *("InternalServerException", "MethodNotAllowedException", "NoRouteMatchFoundException"),
        *("NotAuthorizedException", "NotFoundException", "PermissionDeniedException"),
        *("ServiceUnavailableException", "TooManyRequestsException", "ValidationException"),
    )
)
CLIENTS = ("litestar.testing.TestClient", "litestar.testing.AsyncTestClient")

FRAMEWORK = Framework(
    name="Litestar",
    packages=("litestar",),
    distribution="litestar",
    verified=("2.8.3", "2.25.0"),
    vocabulary="litestar",
    arguments=(
        Argument(
            of=ROUTES,
            name="status_code",
            role=Role.ROUTE,
            accepts=KEPT_NUMBER | Accepts.AS_TEXT,
        ),
        Argument(
            of=ROUTES,
            name="responses",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
            produces=False,
        ),
        Argument(
            of=(*ROUTES, "litestar.Litestar", "litestar.Router"),
            name="exception_handlers",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            produces=False,
        ),
        Argument(of=RESPONSES, name="status_code", accepts=KEPT_NUMBER),
        Argument(of=EXCEPTIONS, name="status_code", accepts=KEPT_NUMBER),
    ),
    attributes=(
        Attribute(of=RESPONSES, name="status_code", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=EXCEPTIONS, name="status_code", accepts=KEPT_NUMBER, writable=True),
    ),
    class_attributes=(
        ClassAttribute(of=EXCEPTIONS, name="status_code", accepts=KEPT_NUMBER),
        ClassAttribute(
            of=("litestar.Controller",),
            name="exception_handlers",
            shape=Shape.KEYS,
            produces=False,
        ),
    ),
    returns=(
        Returns(
            of=tuple(
                f"{client}.{method}" for client in CLIENTS for method in (*METHODS, "request")
            ),
            is_a="httpx.Response",
        ),
        Returns(of=("litestar.testing.create_test_client",), is_a="litestar.testing.TestClient"),
        Returns(
            of=("litestar.testing.create_async_test_client",),
            is_a="litestar.testing.AsyncTestClient",
        ),
    ),
    aliases=(
        ("litestar.Response", "litestar.response.Response"),
        ("litestar.route", "litestar.handlers.HTTPRouteHandler"),
        ("litestar.app.Litestar", "litestar.Litestar"),
        ("litestar.controller.Controller", "litestar.Controller"),
        ("litestar.router.Router", "litestar.Router"),
        *((f"litestar.handlers.{name.rpartition('.')[2]}", name) for name in ROUTES[:-1]),
    ),
    not_statuses=(
        NotStatus(
            of=("litestar.exceptions.WebSocketException",),
            name="code",
            why="a WebSocket close code",
        ),
        NotStatus(
            of=("litestar.WebSocket.close",),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    limits=(
        Limit(
            of=EXCEPTIONS,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Litestar 2.25.0",
            unless="headers",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=frozenset({301, 302, 303, 307, 308}),
            outcome="raises ImproperlyConfiguredException, and the client gets a 500",
            source="Litestar 2.25.0",
        ),
    ),
    bodies=(
        Body(
            of=("litestar.response.Response",),
            name="content",
            position=0,
            outcome="answers 500",
        ),
        Body(of=("litestar.response.Stream",), name="content", position=0),
        Body(of=("litestar.response.Template",), name="template_name", position=0, described=True),
        Body(of=("litestar.response.File",), name="path", position=0, described=True),
    ),
    misplaced=(
        Misplaced(
            of=EXCEPTIONS,
            position=0,
            parameter="*args",
            keyword="status_code",
            outcome="takes the number for its detail and keeps the status of its class",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSES, *EXCEPTIONS),
            wrong=wrong,
            right="status_code",
            outcome="raises TypeError",
        )
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=ROUTES,
            exceptions=EXCEPTIONS,
            exception_outcome="cannot serialize it and answers 500",
            tuple_outcome="serializes the tuple and answers 200",
            model_outcome="raises ImproperlyConfiguredException when the application starts",
        ),
    ),
)
