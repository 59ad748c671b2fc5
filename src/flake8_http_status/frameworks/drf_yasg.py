"""drf-yasg: the statuses in the schema of a view."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Framework,
    Role,
    Shape,
)

FRAMEWORK = Framework(
    name="drf-yasg",
    packages=("drf_yasg",),
    distribution="drf-yasg",
    verified=("1.21.18",),
    vocabulary="rest_framework",
    arguments=tuple(
        Argument(
            of=(callee,),
            name="responses",
            position=position,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
            produces=False,
        )
        for callee, position in (
            ("drf_yasg.utils.swagger_auto_schema", 11),
            ("drf_yasg.openapi.Responses", 0),
        )
    ),
)
