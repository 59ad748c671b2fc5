"""Werkzeug: abort, redirect, responses and HTTP exceptions."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    METHODS,
    NOT_FOLLOWED,
    NUMBER_OR_DIGITS,
    REDIRECTS,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    Returns,
    Shape,
    WrongKeyword,
)

# The codes that have an exception class, which is all that abort and error handlers know.
ABORTABLE = frozenset(
    {
        *(400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418),
        *(421, 422, 423, 424, 428, 429, 431, 451, 500, 501, 502, 503, 504, 505),
    }
)
ABORTABLE_SINCE = ((421, "werkzeug", (3, 1)),)
# Through these a program adds codes of its own.
EXTENDERS = (
    "Aborter",
    "_aborter",
    "aborter_class",
    "default_exceptions",
    "make_aborter",
    "mapping",
)
DROPPED = "drops it"

EXCEPTIONS = tuple(
    f"werkzeug.exceptions.{name}"
    for name in (
        *("HTTPException", "BadRequest", "Unauthorized", "Forbidden", "NotFound"),
        *("MethodNotAllowed", "NotAcceptable", "RequestTimeout", "Conflict", "Gone"),
        *("LengthRequired", "PreconditionFailed", "RequestEntityTooLarge", "RequestURITooLarge"),
        *("UnsupportedMediaType", "RequestedRangeNotSatisfiable", "ExpectationFailed"),
        *("ImATeapot", "MisdirectedRequest", "UnprocessableEntity", "Locked", "FailedDependency"),
        *("PreconditionRequired", "TooManyRequests", "RequestHeaderFieldsTooLarge"),
        *("UnavailableForLegalReasons", "InternalServerError", "NotImplemented", "BadGateway"),
        *("ServiceUnavailable", "GatewayTimeout", "HTTPVersionNotSupported"),
    )
)
RESPONSE = ("werkzeug.wrappers.Response",)

FRAMEWORK = Framework(
    name="Werkzeug",
    packages=("werkzeug",),
    distribution="werkzeug",
    verified=("3.1.9",),
    arguments=(
        Argument(of=("werkzeug.exceptions.abort",), name="status", position=0),
        Argument(of=("werkzeug.utils.redirect",), name="code", position=1, accepts=ANY_FORM),
        Argument(of=RESPONSE, name="status", position=1, accepts=ANY_FORM),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=ANY_FORM, writable=True),
        Attribute(of=RESPONSE, name="status", text=True, accepts=ANY_FORM, writable=True),
        Attribute(of=EXCEPTIONS, name="code", accepts=NUMBER_OR_DIGITS, writable=True),
        Attribute(of=("werkzeug.exceptions",), name="default_exceptions", shape=Shape.KEYS),
        Attribute(of=("werkzeug.http",), name="HTTP_STATUS_CODES", shape=Shape.KEYS),
    ),
    class_attributes=(
        ClassAttribute(of=EXCEPTIONS, name="code", accepts=NUMBER_OR_DIGITS),
        ClassAttribute(of=RESPONSE, name="default_status", accepts=ANY_FORM),
    ),
    returns=(
        Returns(of=("werkzeug.utils.redirect",), is_a="werkzeug.wrappers.Response"),
        Returns(
            of=tuple(f"werkzeug.test.Client.{method}" for method in (*METHODS, "trace", "open")),
            is_a="werkzeug.wrappers.Response",
        ),
    ),
    aliases=(
        ("werkzeug.Response", "werkzeug.wrappers.Response"),
        ("werkzeug.wrappers.response.Response", "werkzeug.wrappers.Response"),
        ("werkzeug.test.TestResponse", "werkzeug.wrappers.Response"),
        ("werkzeug.Client", "werkzeug.test.Client"),
    ),
    limits=(
        Limit(
            of=("werkzeug.exceptions.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=("werkzeug.utils.redirect",),
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Werkzeug 3.1.9",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="response", position=0, outcome=DROPPED),),
    misplaced=(
        Misplaced(
            of=EXCEPTIONS[:1],
            position=0,
            parameter="description",
            keyword=None,
            outcome="takes the number for its description, and the client gets a 200",
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(of=RESPONSE, wrong=wrong, right="status", outcome="raises TypeError")
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=("werkzeug.utils.redirect",),
                wrong=wrong,
                right="code",
                outcome="raises TypeError",
            )
            for wrong in ("status", "status_code")
        ),
        *(
            WrongKeyword(
                of=("werkzeug.exceptions.abort",),
                wrong=wrong,
                right="status",
                outcome="raises TypeError",
            )
            for wrong in ("code", "status_code")
        ),
    ),
)
