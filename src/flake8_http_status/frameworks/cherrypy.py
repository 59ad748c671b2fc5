"""CherryPy: the response object, HTTPError and HTTPRedirect."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    ERRORS,
    NUMBER,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

ERROR = ("cherrypy.HTTPError",)
REDIRECT = ("cherrypy.HTTPRedirect",)
RESPONSE = ("cherrypy._cprequest.Response",)

FRAMEWORK = Framework(
    name="CherryPy",
    packages=("cherrypy",),
    distribution="cherrypy",
    verified=("18.9.0", "18.10.0"),
    arguments=(
        Argument(of=ERROR, name="status", position=0, accepts=ANY_FORM),
        Argument(of=REDIRECT, name="status", position=1, accepts=NUMBER_OR_DIGITS),
        Argument(
            of=("cherrypy.test.helper.CPWebCase.assertStatus",),
            name="status",
            position=0,
            role=Role.EXPECTATION,
            shape=Shape.STATUSES,
            accepts=NUMBER | Accepts.STATUS_LINE,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status", accepts=ANY_FORM | Accepts.KEEPS, writable=True),
        Attribute(of=ERROR, name="code"),
        Attribute(of=REDIRECT, name="status"),
        Attribute(of=("cherrypy.lib.httputil",), name="response_codes", shape=Shape.KEYS),
    ),
    returns=(
        Returns(
            of=("cherrypy.response", "cherrypy.serving.response"),
            is_a="cherrypy._cprequest.Response",
        ),
    ),
    aliases=(
        ("cherrypy._cperror.HTTPError", "cherrypy.HTTPError"),
        ("cherrypy._cperror.HTTPRedirect", "cherrypy.HTTPRedirect"),
    ),
    limits=(
        Limit(
            of=ERROR,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="raises ValueError, and the client gets a 500",
            source="CherryPy 18.10.0",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=frozenset(range(300, 400)),
            outcome="raises ValueError, and the client gets a 500",
            source="CherryPy 18.10.0",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*ERROR, *REDIRECT), wrong=wrong, right="status", outcome="raises TypeError"
        )
        for wrong in ("status_code", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=("cherrypy.expose",),
            exceptions=(*ERROR, *REDIRECT),
            exception_outcome="cannot send it and answers 500",
            tuple_outcome="cannot send the tuple and answers 500",
        ),
    ),
)
