"""flask-openapi3: the documented responses of operations, blueprints and views."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Framework,
    Role,
    Shape,
)

CALLS = ("get", "post", "put", "patch", "delete")
OWNERS = ("flask_openapi3.OpenAPI", "flask_openapi3.APIBlueprint")

FRAMEWORK = Framework(
    name="flask-openapi3",
    packages=("flask_openapi3",),
    distribution="flask-openapi3",
    verified=("4.3.2",),
    arguments=(
        *(
            Argument(
                of=of,
                name=name,
                role=Role.ROUTE,
                shape=Shape.KEYS,
                accepts=NUMBER_OR_DIGITS,
                produces=False,
            )
            for name, of in (
                (
                    "responses",
                    (
                        *(f"{owner}.{call}" for owner in OWNERS for call in CALLS),
                        "flask_openapi3.APIView.doc",
                        "flask_openapi3.OpenAPI",
                    ),
                ),
                ("abp_responses", ("flask_openapi3.APIBlueprint",)),
            )
        ),
        Argument(
            of=("flask_openapi3.APIView",),
            name="view_responses",
            position=3,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS,
            produces=False,
        ),
        Argument(
            of=("flask_openapi3.OpenAPI",),
            name="validation_error_status",
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
        ),
    ),
    aliases=(
        ("flask_openapi3.OpenAPI", "flask.Flask"),
        ("flask_openapi3.APIBlueprint", "flask.Blueprint"),
    ),
)
