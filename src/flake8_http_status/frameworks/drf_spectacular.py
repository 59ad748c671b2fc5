"""drf-spectacular: the statuses in the schema of a view."""

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
    name="drf-spectacular",
    packages=("drf_spectacular",),
    distribution="drf-spectacular",
    verified=("0.27.2", "0.30.0"),
    vocabulary="rest_framework",
    arguments=(
        Argument(
            of=("drf_spectacular.utils.extend_schema",),
            name="responses",
            position=3,
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
            produces=False,
        ),
        Argument(
            of=("drf_spectacular.utils.OpenApiExample",),
            name="status_codes",
            position=9,
            role=Role.ROUTE,
            shape=Shape.STATUSES,
            accepts=NUMBER_OR_DIGITS | Accepts.AS_TEXT,
            produces=False,
        ),
    ),
)
