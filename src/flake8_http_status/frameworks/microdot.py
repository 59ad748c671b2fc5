"""Microdot: views, responses, abort, redirect, error handlers and its test client."""

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
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    ReturnedTuple,
    Returns,
    Role,
    WrongKeyword,
)

# Its WSGI application makes a text of the status.
SENT = NUMBER | Accepts.AS_TEXT
RESPONSE = ("microdot.Response",)
ERROR = ("microdot.abort", "microdot.microdot.HTTPException")
REDIRECT = ("microdot.redirect", "microdot.Response.redirect")
FILE = ("microdot.send_file", "microdot.Response.send_file")
HANDLERS = ("microdot.Microdot.errorhandler",)
VIEWS = tuple(
    f"microdot.Microdot.{method}"
    for method in ("route", "get", "post", "put", "patch", "delete", "before_request")
)
CLIENT = "microdot.test_client.TestClient"

FRAMEWORK = Framework(
    name="Microdot",
    packages=("microdot",),
    distribution="microdot",
    verified=("2.1.0", "2.7.0"),
    arguments=(
        Argument(of=RESPONSE, name="status_code", position=1, accepts=SENT),
        Argument(of=(*REDIRECT, *FILE), name="status_code", position=1, accepts=SENT),
        Argument(of=ERROR, name="status_code", position=0, accepts=SENT),
        Argument(
            of=HANDLERS,
            name="status_code_or_exception_class",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
        Argument(of=("microdot.auth.BasicAuth",), name="error_status", position=3, accepts=SENT),
        Argument(of=("microdot.auth.TokenAuth",), name="error_status", position=2, accepts=SENT),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=SENT, writable=True),
        Attribute(of=("microdot.microdot.HTTPException",), name="status_code"),
        Attribute(of=("microdot.test_client.TestResponse",), name="status_code"),
    ),
    returned=(
        ReturnedTuple(status_at=1, lengths=(2, 3), decorators=(*VIEWS, *HANDLERS), accepts=SENT),
    ),
    returns=(
        Returns(of=(*REDIRECT, *FILE), is_a="microdot.Response"),
        Returns(
            of=tuple(
                f"{CLIENT}.{method}" for method in METHODS if method not in ("head", "options")
            ),
            is_a="microdot.test_client.TestResponse",
        ),
    ),
    aliases=(
        *(
            (f"microdot.microdot.{name}", f"microdot.{name}")
            for name in ("Microdot", "Response", "abort", "redirect", "send_file")
        ),
        ("microdot.asgi.Microdot", "microdot.Microdot"),
        ("microdot.wsgi.Microdot", "microdot.Microdot"),
        ("microdot.Microdot.abort", "microdot.abort"),
    ),
    limits=(
        Limit(
            of=ERROR,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with the text of an error and a status that says there is none",
            source="Microdot 2.7.0",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Microdot 2.7.0",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="body", position=0),),
    misplaced=(
        Misplaced(
            of=RESPONSE,
            position=0,
            parameter="body",
            keyword="status_code",
            outcome="takes the number for its content and fails when it is sent",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*RESPONSE, *ERROR, *REDIRECT, *FILE),
            wrong=wrong,
            right="status_code",
            outcome="raises TypeError",
        )
        for wrong in ("status", "code")
    ),
    error_handlers=(ErrorHandler(plain=RESPONSE, decorators=HANDLERS, values=True),),
)
