"""flask-smorest: the responses of a blueprint, and abort."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Argument,
    Body,
    Framework,
    Role,
)

BLUEPRINT = "flask_smorest.Blueprint"

FRAMEWORK = Framework(
    name="flask-smorest",
    packages=("flask_smorest",),
    distribution="flask-smorest",
    verified=("0.45.0", "0.47.0"),
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
    bodies=(
        Body(
            of=(f"{BLUEPRINT}.response",),
            name="schema",
            position=1,
            outcome="drops what the view returns",
        ),
    ),
)
