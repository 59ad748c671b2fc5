"""WebOb: responses and HTTP exceptions.

A response takes any of its attributes as a keyword.
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Framework,
    Returns,
    Shape,
    WrongKeyword,
)

# It becomes a part of the status line.
CODE = NUMBER_OR_DIGITS | Accepts.AS_TEXT
EXCEPTIONS = tuple(
    f"webob.exc.{name}"
    for name in (
        *("WSGIHTTPException", "HTTPOk", "HTTPRedirection", "HTTPError"),
        *("HTTPClientError", "HTTPServerError"),
    )
)
RESPONSE = ("webob.Response",)
NUMBERS = ("status_int", "status_code")

# The codes that have a class of their own, which ``status_map`` leads to.
NUMBERED = frozenset(
    {
        *range(200, 207),
        *(300, 301, 302, 303, 304, 305, 307, 308),
        *range(400, 418),
        *(422, 423, 424, 428, 429, 431, 451),
        *(500, 501, 502, 503, 504, 505, 507, 511),
    }
)

FRAMEWORK = Framework(
    name="WebOb",
    packages=("webob",),
    distribution="webob",
    verified=("1.8.7", "1.8.11"),
    arguments=(
        Argument(of=RESPONSE, name="status", position=1, accepts=ANY_FORM),
        *(Argument(of=RESPONSE, name=name) for name in NUMBERS),
    ),
    attributes=(
        Attribute(
            of=(*RESPONSE, *EXCEPTIONS), name="status", text=True, accepts=ANY_FORM, writable=True
        ),
        *(Attribute(of=(*RESPONSE, *EXCEPTIONS), name=name, writable=True) for name in NUMBERS),
        Attribute(of=EXCEPTIONS, name="code", accepts=CODE),
        Attribute(of=("webob.exc",), name="status_map", shape=Shape.KEYS),
        *(
            Attribute(of=("webob.util",), name=name, shape=Shape.KEYS)
            for name in ("status_reasons", "status_generic_reasons")
        ),
    ),
    class_attributes=(ClassAttribute(of=EXCEPTIONS, name="code", accepts=CODE),),
    returns=(
        Returns(
            of=("webob.Request.get_response", "webob.Request.send"),
            is_a="webob.Response",
        ),
    ),
    aliases=(
        ("webob.response.Response", "webob.Response"),
        ("webob.request.Request", "webob.Request"),
    ),
    bodies=(Body(of=RESPONSE, name="body", position=0),),
    wrong_keywords=(
        WrongKeyword(of=RESPONSE, wrong="code", right="status", outcome="raises TypeError"),
    ),
)
