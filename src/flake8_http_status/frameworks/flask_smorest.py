"""flask-smorest: the responses of a blueprint, and abort."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Argument,
    Body,
    Framework,
    Limit,
    LimitKind,
    Role,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE

BLUEPRINT = "flask_smorest.Blueprint"

FRAMEWORK = Framework(
    name="flask-smorest",
    packages=("flask_smorest",),
    distribution="flask-smorest",
    verified=("0.47.0",),
    arguments=(
        Argument(
            of=(f"{BLUEPRINT}.response",),
            name="status_code",
            position=0,
            role=Role.ROUTE,
            accepts=NUMBER_OR_DIGITS,
        ),
        Argument(
            of=(f"{BLUEPRINT}.alt_response",),
            name="status_code",
            position=0,
            role=Role.ROUTE,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
        Argument(of=(f"{BLUEPRINT}.arguments",), name="error_status_code", role=Role.ROUTE),
    ),
    aliases=(
        ("flask_smorest.abort", "webargs.flaskparser.abort"),
        (BLUEPRINT, "flask.Blueprint"),
    ),
    limits=(
        Limit(
            of=("flask_smorest.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="flask-smorest 0.47.0 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
        ),
    ),
    bodies=(Body(of=(f"{BLUEPRINT}.response",), name="schema", position=1),),
)
