"""Pyramid: responses, which are WebOb's, and HTTP exceptions."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    NUMBER_OR_DIGITS,
    Argument,
    Attribute,
    ClassAttribute,
    Framework,
    Limit,
    LimitKind,
    Returns,
    Shape,
)

EXCEPTIONS = tuple(
    f"pyramid.httpexceptions.{name}"
    for name in (
        *("HTTPException", "HTTPSuccessful", "HTTPRedirection", "HTTPError"),
        *("HTTPClientError", "HTTPServerError"),
    )
)
BY_NUMBER = ("pyramid.httpexceptions.exception_response",)
# The codes that have a class of their own; 520 is that of the base classes.
NUMBERED = frozenset(
    {
        *range(200, 207),
        *(300, 301, 302, 303, 304, 305, 307, 308),
        *range(400, 419),
        *(422, 423, 424, 428, 429, 431),
        *(500, 501, 502, 503, 504, 505, 507, 520),
    }
)

FRAMEWORK = Framework(
    name="Pyramid",
    packages=("pyramid",),
    distribution="pyramid",
    verified=("2.1",),
    arguments=(Argument(of=BY_NUMBER, name="status_code", position=0),),
    attributes=(
        Attribute(of=EXCEPTIONS, name="status", text=True, accepts=ANY_FORM, writable=True),
        *(
            Attribute(of=EXCEPTIONS, name=name, writable=True)
            for name in ("status_int", "status_code")
        ),
        Attribute(of=EXCEPTIONS, name="code", accepts=NUMBER_OR_DIGITS),
        Attribute(of=("pyramid.httpexceptions",), name="status_map", shape=Shape.KEYS),
    ),
    class_attributes=(ClassAttribute(of=EXCEPTIONS, name="code", accepts=NUMBER_OR_DIGITS),),
    returns=(
        Returns(
            of=(
                "pyramid.request.Request.response",
                "pyramid.testing.DummyRequest.response",
                "pyramid.renderers.render_to_response",
            ),
            is_a="webob.Response",
        ),
        Returns(of=BY_NUMBER, is_a="pyramid.httpexceptions.HTTPException"),
    ),
    aliases=(
        ("pyramid.response.Response", "webob.Response"),
        ("pyramid.response.FileResponse", "webob.Response"),
    ),
    limits=(
        Limit(
            of=BY_NUMBER,
            kind=LimitKind.UNSUPPORTED,
            allowed=NUMBERED,
            outcome="raises KeyError",
            source="Pyramid 2.1",
        ),
    ),
)
