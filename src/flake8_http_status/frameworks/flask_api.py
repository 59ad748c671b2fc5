"""Flask API: views and API exceptions; importable only with Werkzeug below 3."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    ERRORS,
    Argument,
    Attribute,
    ClassAttribute,
    Framework,
    Limit,
    LimitKind,
)

EXCEPTIONS = tuple(
    f"flask_api.exceptions.{name}"
    for name in (
        *("APIException", "ParseError", "AuthenticationFailed", "NotAuthenticated"),
        *("PermissionDenied", "NotFound", "NotAcceptable", "UnsupportedMediaType", "Throttled"),
    )
)

FRAMEWORK = Framework(
    name="Flask API",
    packages=("flask_api",),
    distribution="flask-api",
    verified=("3.1",),
    vocabulary="flask_api",
    arguments=(
        Argument(
            of=tuple(
                f"flask_api.status.is_{name}"
                for name in (
                    *("informational", "success", "redirect", "client_error", "server_error"),
                )
            ),
            name="code",
            position=0,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=EXCEPTIONS, name="status_code", accepts=ANY_FORM),),
    class_attributes=(ClassAttribute(of=EXCEPTIONS, name="status_code", accepts=ANY_FORM),),
    aliases=(
        ("flask_api.FlaskAPI", "flask.Flask"),
        ("flask_api.app.FlaskAPI", "flask.Flask"),
        ("flask_api.response.APIResponse", "flask.Response"),
    ),
    limits=(
        Limit(
            of=EXCEPTIONS,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Flask API 3.1",
        ),
    ),
)
