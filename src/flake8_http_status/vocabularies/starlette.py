"""``starlette.status``: since 0.48 with the names of RFC 9110; reading the old ones warns."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import NUMBERED
from flake8_http_status.vocabularies._vocabulary import Dependent, Kind, Name, Vocabulary, names

VOCABULARY = Vocabulary(
    key="starlette",
    container="starlette.status",
    distribution="starlette",
    kind=Kind.INTEGER,
    verified=("0.38.6", "0.48.0", "1.10.0"),
    brought_by=(
        Dependent(
            "fastapi",
            requires=(((0, 50), (0, 13, 2)), ((0, 65), (0, 14, 2)), ((0, 164), (1, 6))),
            refuses=(((0, 116, 2), (0, 48)),),
        ),
    ),
    names=names(
        NUMBERED
        | {
            413: (
                Name("HTTP_413_CONTENT_TOO_LARGE", since=(0, 48)),
                Name("HTTP_413_REQUEST_ENTITY_TOO_LARGE", deprecated=(0, 48)),
            ),
            414: (
                Name("HTTP_414_URI_TOO_LONG", since=(0, 48)),
                Name("HTTP_414_REQUEST_URI_TOO_LONG", deprecated=(0, 48)),
            ),
            416: (
                Name("HTTP_416_RANGE_NOT_SATISFIABLE", since=(0, 48)),
                Name("HTTP_416_REQUESTED_RANGE_NOT_SATISFIABLE", deprecated=(0, 48)),
            ),
            422: (
                Name("HTTP_422_UNPROCESSABLE_CONTENT", since=(0, 48)),
                Name("HTTP_422_UNPROCESSABLE_ENTITY", deprecated=(0, 48)),
            ),
        },
        added={
            (0, 12, 10): (425,),
            (0, 14): (418,),
            (0, 14, 2): (102, 103, 208, 226, 308, 421, 426, 506, 508, 510),
        },
    ),
)
