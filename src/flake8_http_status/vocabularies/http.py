"""``http.HTTPStatus``: since Python 3.13 with the names of RFC 9110, the old ones as aliases."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import PLAIN
from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary, names

VOCABULARY = Vocabulary(
    key="http",
    container="http.HTTPStatus",
    distribution="python",
    kind=Kind.ENUM,
    verified=("3.6.15", "3.7.16", "3.8.18", "3.9.18", "3.10.13", "3.11.7", "3.12.1", "3.13.0"),
    subscript=True,
    module=False,
    names=names(
        PLAIN
        | {
            413: (Name("CONTENT_TOO_LARGE", since=(3, 13)), "REQUEST_ENTITY_TOO_LARGE"),
            414: (Name("URI_TOO_LONG", since=(3, 13)), "REQUEST_URI_TOO_LONG"),
            416: (
                Name("RANGE_NOT_SATISFIABLE", since=(3, 13)),
                "REQUESTED_RANGE_NOT_SATISFIABLE",
            ),
            422: (Name("UNPROCESSABLE_CONTENT", since=(3, 13)), "UNPROCESSABLE_ENTITY"),
        },
        added={(3, 7): (421,), (3, 8): (451,), (3, 9): (103, 418, 425)},
    ),
)
