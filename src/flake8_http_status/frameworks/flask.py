"""Flask: views, responses, abort, redirect, error handlers and its test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    METHODS,
    NOT_FOLLOWED,
    REDIRECTS,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    ReturnedTuple,
    Returns,
    Role,
    WrongKeyword,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, DROPPED, EXTENDERS

OWNERS = ("flask.Flask", "flask.Blueprint")
VIEWS = tuple(
    f"{owner}.{method}"
    for owner in OWNERS
    for method in ("route", "get", "post", "put", "patch", "delete")
)
HANDLERS = tuple(f"{owner}.errorhandler" for owner in OWNERS)
REGISTRATIONS = tuple(f"{owner}.register_error_handler" for owner in OWNERS)
APP_HANDLER = "flask.Blueprint.app_errorhandler"
REDIRECT = ("flask.redirect", "flask.Flask.redirect")
RESPONSE = ("flask.Response",)

FRAMEWORK = Framework(
    name="Flask",
    packages=("flask",),
    distribution="flask",
    verified=("3.0.3", "3.1.3"),
    arguments=(
        Argument(of=("flask.abort",), name="code", position=0),
        Argument(of=REDIRECT, name="code", position=1, accepts=ANY_FORM),
        Argument(of=RESPONSE, name="status", position=1, accepts=ANY_FORM),
        Argument(of=("flask.make_response",), name="*args", position=1, accepts=ANY_FORM),
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
            accepts=ANY_FORM,
        ),
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("flask.views.MethodView",),
            methods=METHODS,
            accepts=ANY_FORM,
        ),
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("flask.views.View",),
            methods=("dispatch_request",),
            accepts=ANY_FORM,
        ),
    ),
    returns=(
        Returns(
            of=(
                "flask.make_response",
                "flask.jsonify",
                "flask.send_file",
                "flask.send_from_directory",
                *REDIRECT,
                *(f"flask.testing.FlaskClient.{method}" for method in (*METHODS, "trace", "open")),
            ),
            is_a="flask.Response",
        ),
        Returns(of=("flask.current_app",), is_a="flask.Flask"),
        Returns(of=("flask.Flask.test_client",), is_a="flask.testing.FlaskClient"),
    ),
    aliases=(
        ("flask.wrappers.Response", "flask.Response"),
        ("flask.Flask.response_class", "flask.Response"),
        ("flask.app.Flask", "flask.Flask"),
        ("flask.blueprints.Blueprint", "flask.Blueprint"),
        ("flask.helpers.abort", "flask.abort"),
        ("flask.helpers.make_response", "flask.make_response"),
        ("flask.helpers.redirect", "flask.redirect"),
        ("flask.json.jsonify", "flask.jsonify"),
    ),
    limits=(
        Limit(
            of=("flask.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="Flask 3.1.3 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=(*HANDLERS, *REGISTRATIONS, APP_HANDLER),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises ValueError when the application is set up",
            source="Flask 3.1.3 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Flask 3.1.3",
        ),
    ),
    bodies=(
        Body(of=RESPONSE, name="response", position=0, outcome=DROPPED),
        Body(of=("flask.make_response",), name="*args", position=0, outcome=DROPPED),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(of=RESPONSE, wrong=wrong, right="status", outcome="raises TypeError")
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=("flask.abort", *REDIRECT), wrong=wrong, right="code", outcome="raises TypeError"
            )
            for wrong in ("status", "status_code")
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=(
                "flask.jsonify",
                "flask.make_response",
                "flask.render_template",
                "flask.render_template_string",
                *RESPONSE,
            ),
            decorators=(*HANDLERS, APP_HANDLER),
            values=True,
        ),
    ),
)
