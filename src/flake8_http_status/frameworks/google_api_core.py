"""google-api-core: exceptions by status."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    ClassAttribute,
    Framework,
)

ERROR = ("google.api_core.exceptions.GoogleAPICallError",)

FRAMEWORK = Framework(
    name="google-api-core",
    packages=("google.api_core", "google.cloud"),
    distribution="google-api-core",
    verified=("2.15.0", "2.44.0"),
    arguments=(
        Argument(
            of=(
                "google.api_core.exceptions.from_http_status",
                "google.api_core.exceptions.exception_class_for_http_status",
            ),
            name="status_code",
            position=0,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=ERROR, name="code"),),
    class_attributes=(ClassAttribute(of=ERROR, name="code", accepts=KEPT_NUMBER, produces=False),),
    aliases=(
        *(
            (f"google.api_core.exceptions.{error}", "google.api_core.exceptions.GoogleAPICallError")
            for error in (
                "BadGateway",
                "BadRequest",
                "ClientError",
                "Conflict",
                "Forbidden",
                "GatewayTimeout",
                "InternalServerError",
                "LengthRequired",
                "MethodNotAllowed",
                "NotFound",
                "PreconditionFailed",
                "Redirection",
                "ServerError",
                "ServiceUnavailable",
                "TooManyRequests",
                "Unauthorized",
            )
        ),
        ("google.cloud.exceptions", "google.api_core.exceptions"),
    ),
)
