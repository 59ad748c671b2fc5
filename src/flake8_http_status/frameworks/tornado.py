"""Tornado's server: the answers of a request handler, and HTTPError."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    METHODS,
    REDIRECTS,
    Argument,
    Attribute,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    NotStatus,
    Shape,
    WrongKeyword,
)

HANDLER = "tornado.web.RequestHandler"
ERROR = ("tornado.web.HTTPError",)

FRAMEWORK = Framework(
    name="Tornado",
    packages=("tornado",),
    distribution="tornado",
    verified=("6.4", "6.6.1"),
    arguments=(
        Argument(
            of=(f"{HANDLER}.set_status",), name="status_code", position=0, accepts=KEPT_NUMBER
        ),
        Argument(
            of=(f"{HANDLER}.send_error", f"{HANDLER}.write_error"), name="status_code", position=0
        ),
        Argument(of=(f"{HANDLER}.redirect",), name="status", position=2),
        Argument(of=ERROR, name="status_code", position=0, accepts=KEPT_NUMBER),
    ),
    attributes=(
        Attribute(of=(HANDLER,), name="get_status", accepts=KEPT_NUMBER, called=True),
        Attribute(of=ERROR, name="status_code", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=("tornado.httputil",), name="responses", shape=Shape.KEYS),
    ),
    aliases=(
        ("tornado.websocket.WebSocketHandler", HANDLER),
        ("tornado.web.StaticFileHandler", HANDLER),
        ("tornado.web.ErrorHandler", HANDLER),
        ("tornado.web.RedirectHandler", HANDLER),
        ("tornado.web.FallbackHandler", HANDLER),
    ),
    not_statuses=(
        NotStatus(
            of=(
                "tornado.websocket.WebSocketHandler.close",
                "tornado.websocket.WebSocketClientConnection.close",
            ),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    limits=(
        Limit(
            of=(*ERROR, f"{HANDLER}.send_error"),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS | {204, 304},
            outcome="answers with an error's page and a status that says there is none",
            source="Tornado 6.6.1",
        ),
        Limit(
            of=(f"{HANDLER}.redirect",),
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome="fails and answers 500, or sends a status that no client follows",
            source="Tornado 6.6.1",
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(
                of=ERROR, wrong=wrong, right="status_code", outcome="ignores it and answers 500"
            )
            for wrong in ("status", "code")
        ),
        *(
            WrongKeyword(
                of=(f"{HANDLER}.set_status",),
                wrong=wrong,
                right="status_code",
                outcome="raises TypeError",
            )
            for wrong in ("status", "code")
        ),
        *(
            WrongKeyword(
                of=(f"{HANDLER}.redirect",), wrong=wrong, right="status", outcome="raises TypeError"
            )
            for wrong in ("status_code", "code")
        ),
    ),
    endpoints=(
        Endpoint(
            bases=(HANDLER,),
            methods=METHODS,
            exceptions=ERROR,
            exception_outcome="awaits it and answers 500",
            tuple_outcome="awaits the tuple and answers 500",
        ),
    ),
)
