"""Twisted's web server: requests, error pages and errors."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    NUMBER,
    Accepts,
    Argument,
    Attribute,
    Framework,
    Shape,
    WrongKeyword,
)

REQUEST = "twisted.web.http.Request"
ERRORS = tuple(
    f"twisted.web.error.{name}" for name in ("Error", "PageRedirect", "InfiniteRedirection")
)

FRAMEWORK = Framework(
    name="Twisted",
    packages=("twisted.web",),
    distribution="twisted",
    verified=("24.7.0", "26.10.0"),
    vocabulary="twisted",
    arguments=(
        Argument(of=(f"{REQUEST}.setResponseCode",), name="code", position=0, accepts=KEPT_NUMBER),
        Argument(of=(*ERRORS, "twisted.web.pages.errorPage"), name="code", position=0),
        Argument(
            of=("twisted.web.resource.ErrorPage",),
            name="status",
            position=0,
            accepts=NUMBER | Accepts.AS_TEXT,
        ),
    ),
    attributes=(
        Attribute(of=(REQUEST,), name="code", accepts=KEPT_NUMBER),
        Attribute(of=ERRORS, name="status", text=True),
        Attribute(of=("twisted.web.http",), name="RESPONSES", shape=Shape.KEYS),
    ),
    aliases=(
        ("twisted.web.server.Request", REQUEST),
        ("twisted.web.iweb.IRequest", REQUEST),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(f"{REQUEST}.setResponseCode",),
            wrong=wrong,
            right="code",
            outcome="raises TypeError",
        )
        for wrong in ("status", "status_code")
    ),
)
