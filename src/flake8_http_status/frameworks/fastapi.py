"""FastAPI: path operations, documented responses, exceptions and their handlers."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    METHODS,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Body,
    Endpoint,
    ErrorHandler,
    Framework,
    Role,
    Shape,
    WrongKeyword,
)
from flake8_http_status.frameworks.starlette import TEMPLATE, WITH_CONTENT

OWNERS = ("fastapi.FastAPI", "fastapi.APIRouter")
OPERATIONS = tuple(
    f"{owner}.{method}" for owner in OWNERS for method in (*METHODS, "trace", "api_route")
)
ROUTES = (
    *OPERATIONS,
    *(f"{owner}.add_api_route" for owner in OWNERS),
    "fastapi.routing.APIRoute",
)

FRAMEWORK = Framework(
    name="FastAPI",
    packages=("fastapi",),
    distribution="fastapi",
    verified=("0.110.0", "0.165.0"),
    vocabulary="fastapi",
    arguments=(
        Argument(of=ROUTES, name="status_code", role=Role.ROUTE),
        Argument(
            of=(*ROUTES, *OWNERS, *(f"{owner}.include_router" for owner in OWNERS)),
            name="responses",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
            produces=False,
        ),
        Argument(
            of=("fastapi.FastAPI",),
            name="exception_handlers",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            produces=False,
        ),
        Argument(
            of=("fastapi.FastAPI.exception_handler", "fastapi.FastAPI.add_exception_handler"),
            name="exc_class_or_status_code",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
    ),
    aliases=(
        ("fastapi.applications.FastAPI", "fastapi.FastAPI"),
        ("fastapi.routing.APIRouter", "fastapi.APIRouter"),
        ("fastapi.HTTPException", "starlette.exceptions.HTTPException"),
        ("fastapi.exceptions.HTTPException", "starlette.exceptions.HTTPException"),
        ("fastapi.WebSocketException", "starlette.exceptions.WebSocketException"),
        ("fastapi.exceptions.WebSocketException", "starlette.exceptions.WebSocketException"),
        ("fastapi.WebSocket", "starlette.websockets.WebSocket"),
        ("fastapi.WebSocketDisconnect", "starlette.websockets.WebSocketDisconnect"),
        ("fastapi.Response", "starlette.responses.Response"),
        ("fastapi.responses", "starlette.responses"),
        ("fastapi.responses.ORJSONResponse", "starlette.responses.JSONResponse"),
        ("fastapi.responses.UJSONResponse", "starlette.responses.JSONResponse"),
        ("fastapi.templating", "starlette.templating"),
        ("fastapi.testclient", "starlette.testclient"),
        ("fastapi.websockets", "starlette.websockets"),
    ),
    bodies=(
        Body(
            of=ROUTES,
            name="response_model",
            described=True,
            outcome="raises AssertionError when the module is imported",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(of=ROUTES, wrong=wrong, right="status_code", outcome="raises TypeError")
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=OPERATIONS,
            exceptions=("starlette.exceptions.HTTPException",),
            exception_outcome="serializes it and answers 200",
            tuple_outcome="serializes the tuple and answers 200",
            content_outcome="drops what is returned",
            model_outcome="raises AssertionError when the module is imported",
            model_key="model",
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=(*WITH_CONTENT, *TEMPLATE), decorators=("fastapi.FastAPI.exception_handler",)
        ),
    ),
)
