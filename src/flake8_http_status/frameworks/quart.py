"""Quart: views, responses, abort, redirect, error handlers and its test client."""

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
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    NotStatus,
    ReturnedTuple,
    Returns,
    Role,
    WrongKeyword,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, EXTENDERS

OWNERS = ("quart.Quart", "quart.Blueprint")
VIEWS = tuple(
    f"{owner}.{method}"
    for owner in OWNERS
    for method in ("route", "get", "post", "put", "patch", "delete")
)
HANDLERS = tuple(f"{owner}.errorhandler" for owner in OWNERS)
REGISTRATIONS = tuple(f"{owner}.register_error_handler" for owner in OWNERS)
APP_HANDLER = "quart.Blueprint.app_errorhandler"
REDIRECT = ("quart.redirect", "quart.Quart.redirect")
RESPONSE = ("quart.Response",)

FRAMEWORK = Framework(
    name="Quart",
    packages=("quart",),
    distribution="quart",
    verified=("0.19.9", "0.22.0"),
    arguments=(
        Argument(of=("quart.abort",), name="code", position=0),
        Argument(of=REDIRECT, name="code", position=1, accepts=ANY_FORM),
        Argument(of=RESPONSE, name="status", position=1, accepts=ANY_FORM),
        Argument(of=("quart.make_response",), name="*args", position=1, accepts=NUMBER_OR_DIGITS),
        Argument(
            of=(*HANDLERS, *REGISTRATIONS),
            name="code_or_exception",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
        Argument(of=(APP_HANDLER,), name="code", position=0, role=Role.ROUTE, produces=False),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=ANY_FORM, writable=True),
        Attribute(of=RESPONSE, name="status", text=True, accepts=ANY_FORM, writable=True),
    ),
    class_attributes=(ClassAttribute(of=RESPONSE, name="default_status", accepts=ANY_FORM),),
    returned=(
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            decorators=(*VIEWS, *HANDLERS, APP_HANDLER),
            callbacks=(*REGISTRATIONS, *(f"{owner}.add_url_rule" for owner in OWNERS)),
            accepts=NUMBER_OR_DIGITS,
        ),
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("quart.views.MethodView",),
            methods=METHODS,
            accepts=NUMBER_OR_DIGITS,
        ),
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("quart.views.View",),
            methods=("dispatch_request",),
            accepts=NUMBER_OR_DIGITS,
        ),
    ),
    returns=(
        Returns(
            of=(
                "quart.make_response",
                "quart.jsonify",
                "quart.send_file",
                "quart.send_from_directory",
                *REDIRECT,
                *(f"quart.testing.QuartClient.{method}" for method in (*METHODS, "trace", "open")),
            ),
            is_a="quart.Response",
        ),
        Returns(of=("quart.current_app",), is_a="quart.Quart"),
        Returns(of=("quart.Quart.test_client",), is_a="quart.testing.QuartClient"),
    ),
    aliases=(
        ("quart.wrappers.Response", "quart.Response"),
        ("quart.Quart.response_class", "quart.Response"),
        ("quart.app.Quart", "quart.Quart"),
        ("quart.blueprints.Blueprint", "quart.Blueprint"),
        ("quart.helpers.abort", "quart.abort"),
        ("quart.helpers.make_response", "quart.make_response"),
        ("quart.helpers.redirect", "quart.redirect"),
        ("quart.json.jsonify", "quart.jsonify"),
    ),
    not_statuses=(
        NotStatus(
            of=("quart.wrappers.Websocket.close",),
            name="code",
            position=0,
            why="a WebSocket close code",
        ),
    ),
    limits=(
        Limit(
            of=("quart.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="Quart 0.22.0 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=(*HANDLERS, *REGISTRATIONS, APP_HANDLER),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises ValueError when the application is set up",
            source="Quart 0.22.0 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Quart 0.22.0",
        ),
    ),
    bodies=(
        Body(of=RESPONSE, name="response", position=0),
        Body(of=("quart.make_response",), name="*args", position=0),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(of=RESPONSE, wrong=wrong, right="status", outcome="raises TypeError")
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=("quart.abort", *REDIRECT), wrong=wrong, right="code", outcome="raises TypeError"
            )
            for wrong in ("status", "status_code")
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=(
                "quart.jsonify",
                "quart.make_response",
                "quart.render_template",
                "quart.render_template_string",
                *RESPONSE,
            ),
            decorators=(*HANDLERS, APP_HANDLER),
            values=True,
        ),
    ),
)
