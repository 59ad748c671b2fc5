"""Falcon: responses, errors and ``falcon.HTTPStatus``, which is an exception and no enumeration.

The status of a response reads back as it was assigned: a number or a line such as "404 Not Found".
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    ERRORS,
    Accepts,
    Argument,
    Attribute,
    Framework,
    Limit,
    LimitKind,
    NotStatus,
    WrongKeyword,
)

RAISED = ("falcon.HTTPError", "falcon.HTTPStatus")
RESPONSE = ("falcon.Response",)
ERRORS_BY_NAME = tuple(
    f"falcon.HTTP{name}"
    for name in (
        *("Error", "BadGateway", "BadRequest", "Conflict", "FailedDependency", "Forbidden"),
        *("GatewayTimeout", "Gone", "InsufficientStorage", "InternalServerError"),
        *("InvalidHeader", "InvalidParam", "LengthRequired", "Locked", "LoopDetected"),
        *("MethodNotAllowed", "MissingHeader", "MissingParam", "NetworkAuthenticationRequired"),
        *("NotAcceptable", "NotFound", "NotImplemented", "PayloadTooLarge", "PreconditionFailed"),
        *("PreconditionRequired", "RangeNotSatisfiable", "RequestHeaderFieldsTooLarge"),
        *("RouteNotFound", "ServiceUnavailable", "TooManyRequests", "Unauthorized"),
        *("UnavailableForLegalReasons", "UnprocessableEntity", "UnsupportedMediaType"),
        *("UriTooLong", "VersionNotSupported"),
    )
)

FRAMEWORK = Framework(
    name="Falcon",
    packages=("falcon",),
    distribution="falcon",
    verified=("4.1.0", "4.4.0"),
    vocabulary="falcon",
    arguments=(
        Argument(of=RAISED, name="status", position=0, accepts=ANY_FORM),
        Argument(
            of=("falcon.code_to_http_status", "falcon.http_status_to_code"),
            name="status",
            position=0,
            accepts=ANY_FORM,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status", accepts=ANY_FORM | Accepts.KEEPS, writable=True),
        Attribute(of=RESPONSE, name="status_code", accepts=ANY_FORM, writable=True),
        Attribute(of=RAISED, name="status", accepts=ANY_FORM | Accepts.KEEPS),
        Attribute(of=RAISED, name="status_code"),
    ),
    aliases=(
        ("falcon.asgi.Response", "falcon.Response"),
        ("falcon.response.Response", "falcon.Response"),
        ("falcon.http_error.HTTPError", "falcon.HTTPError"),
        ("falcon.http_status.HTTPStatus", "falcon.HTTPStatus"),
    ),
    not_statuses=(
        NotStatus(of=ERRORS_BY_NAME, name="code", why="a number of the application's own errors"),
        NotStatus(
            of=("falcon.asgi.WebSocket.close", "falcon.WebSocketDisconnected"),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    limits=(
        Limit(
            of=("falcon.HTTPError",),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Falcon 4.4.0",
        ),
    ),
    wrong_keywords=(
        WrongKeyword(of=RAISED, wrong="status_code", right="status", outcome="raises TypeError"),
    ),
)
