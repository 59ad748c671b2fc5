"""Bottle: the response object, raised responses, abort, redirect and error handlers."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    NOT_FOLLOWED,
    NUMBER,
    NUMBER_OR_DIGITS,
    REDIRECTS,
    Accepts,
    Argument,
    Attribute,
    Body,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

DROPPED = "drops it"
NUMBER_OR_LINE = NUMBER | Accepts.STATUS_LINE
ERROR = ("bottle.HTTPError",)
BODY_FIRST = ("bottle.HTTPResponse", "bottle.BaseResponse")
RESPONSES = (*BODY_FIRST, *ERROR)

FRAMEWORK = Framework(
    name="Bottle",
    packages=("bottle",),
    distribution="bottle",
    verified=("0.13.0", "0.13.4"),
    arguments=(
        Argument(of=BODY_FIRST, name="status", position=1, accepts=NUMBER_OR_LINE),
        Argument(of=ERROR, name="status", position=0, accepts=NUMBER_OR_LINE),
        Argument(of=("bottle.abort",), name="code", position=0, accepts=NUMBER_OR_LINE),
        Argument(of=("bottle.redirect",), name="code", position=1, accepts=NUMBER_OR_LINE),
        Argument(
            of=("bottle.Bottle.error",),
            name="code",
            position=0,
            role=Role.ROUTE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSES, name="status", text=True, accepts=NUMBER_OR_LINE, writable=True),
        Attribute(of=RESPONSES, name="status_line", text=True),
        Attribute(of=RESPONSES, name="status_code"),
        Attribute(of=("bottle",), name="HTTP_CODES", shape=Shape.KEYS),
    ),
    returns=(Returns(of=("bottle.response",), is_a="bottle.BaseResponse"),),
    aliases=(
        ("bottle.Response", "bottle.BaseResponse"),
        ("bottle.LocalResponse", "bottle.BaseResponse"),
        ("bottle.error", "bottle.Bottle.error"),
    ),
    limits=(
        Limit(
            of=("bottle.abort", *ERROR),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's page and a status that says there is none",
            source="Bottle 0.13.4",
        ),
        Limit(
            of=("bottle.redirect",),
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Bottle 0.13.4",
        ),
    ),
    bodies=(
        Body(of=BODY_FIRST, name="body", position=0, outcome=DROPPED),
        Body(of=ERROR, name="body", position=1, outcome=DROPPED),
    ),
    misplaced=(
        Misplaced(
            of=BODY_FIRST,
            position=0,
            parameter="body",
            keyword="status",
            outcome="takes the number for its content, which the server refuses",
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(
                of=RESPONSES,
                wrong=wrong,
                right="status",
                outcome="sends it as a header and keeps its status",
            )
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=("bottle.abort", "bottle.redirect"),
                wrong=wrong,
                right="code",
                outcome="raises TypeError",
            )
            for wrong in ("status", "status_code")
        ),
    ),
    endpoints=(
        Endpoint(
            decorators=tuple(
                f"{owner}.{call}"
                for owner in ("bottle", "bottle.Bottle")
                for call in ("route", "get", "post", "put", "patch", "delete")
            ),
            tuple_outcome="cannot send the tuple and answers 500",
        ),
    ),
)
