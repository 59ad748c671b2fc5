"""responses: answers for Requests, by keyword or from a callback."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Framework,
    ReturnedTuple,
    Returns,
    Role,
)

CALLS = (*METHODS, "add", "replace", "upsert")
OWNERS = ("responses", "responses.RequestsMock")

FRAMEWORK = Framework(
    name="responses",
    packages=("responses",),
    distribution="responses",
    verified=("0.25.0", "0.26.3"),
    arguments=(
        Argument(
            of=tuple(f"{owner}.{call}" for owner in OWNERS for call in CALLS),
            name="status",
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("responses.Response",),
            name="status",
            position=4,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    returned=(
        ReturnedTuple(
            status_at=0,
            lengths=(3,),
            callbacks=(
                *(f"{owner}.add_callback" for owner in OWNERS),
                "responses.CallbackResponse",
            ),
            accepts=KEPT_NUMBER,
        ),
    ),
    returns=(Returns(of=("responses.mock",), is_a="responses.RequestsMock"),),
)
