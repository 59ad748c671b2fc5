"""apispec: responses of operations, keyed by status."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NUMBER_OR_DIGITS,
    Framework,
    Item,
    Shape,
)

FRAMEWORK = Framework(
    name="apispec",
    packages=("apispec",),
    distribution="apispec",
    verified=("6.4.0", "6.10.1"),
    items=(Item(key="responses", shape=Shape.KEYS, accepts=NUMBER_OR_DIGITS),),
)
