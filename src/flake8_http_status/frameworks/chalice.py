"""Chalice: responses, errors and the test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    METHODS,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    Returns,
    WrongKeyword,
)

RESPONSE = ("chalice.Response",)
EXCEPTIONS = tuple(
    f"chalice.{name}Error"
    for name in (
        *("ChaliceView", "BadRequest", "Unauthorized", "Forbidden", "NotFound"),
        *("Conflict", "UnprocessableEntity", "TooManyRequests"),
    )
)

FRAMEWORK = Framework(
    name="Chalice",
    packages=("chalice",),
    distribution="chalice",
    verified=("1.31.4", "1.34.0"),
    arguments=(Argument(of=RESPONSE, name="status_code", position=2, accepts=KEPT_NUMBER),),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=("chalice.test.HTTPResponse",), name="status_code"),
        Attribute(of=EXCEPTIONS, name="STATUS_CODE"),
    ),
    class_attributes=(ClassAttribute(of=EXCEPTIONS, name="STATUS_CODE", accepts=KEPT_NUMBER),),
    returns=(
        Returns(
            of=tuple(f"chalice.test.TestHTTPClient.{method}" for method in (*METHODS, "request")),
            is_a="chalice.test.HTTPResponse",
        ),
        Returns(of=("chalice.test.Client.http",), is_a="chalice.test.TestHTTPClient"),
    ),
    aliases=(("chalice.app", "chalice"),),
    limits=(
        Limit(
            of=EXCEPTIONS,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Chalice 1.34.0",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="body", position=0),),
    misplaced=(
        Misplaced(
            of=RESPONSE,
            position=1,
            parameter="headers",
            keyword="status_code",
            outcome="takes the number for its headers and fails when it answers",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(of=RESPONSE, wrong=wrong, right="status_code", outcome="raises TypeError")
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=("chalice.Chalice.route", "chalice.Blueprint.route"),
            exceptions=EXCEPTIONS,
            exception_outcome="cannot serialize it, and the function fails",
            tuple_outcome="serializes the tuple and answers 200",
        ),
    ),
)
