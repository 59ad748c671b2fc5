"""``httpx2.codes``: 2.10 gave four codes their names of RFC 9110, the old ones are back since 2.11.

In lower case the names are plain integers.
"""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import PLAIN
from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary, names

VOCABULARY = Vocabulary(
    key="httpx2",
    container="httpx2.codes",
    distribution="httpx2",
    kind=Kind.ENUM,
    verified=("2.16.2",),
    from_import=False,
    subscript=True,
    both_cases=True,
    names=names(
        PLAIN
        | {
            413: (
                Name("CONTENT_TOO_LARGE", since=(2, 10)),
                Name("REQUEST_ENTITY_TOO_LARGE", removed=(2, 10), restored=(2, 11)),
            ),
            414: (
                Name("URI_TOO_LONG", since=(2, 10)),
                Name("REQUEST_URI_TOO_LONG", removed=(2, 10), restored=(2, 11)),
            ),
            416: (
                Name("RANGE_NOT_SATISFIABLE", since=(2, 10)),
                Name("REQUESTED_RANGE_NOT_SATISFIABLE", removed=(2, 10), restored=(2, 11)),
            ),
            422: (
                Name("UNPROCESSABLE_CONTENT", since=(2, 10)),
                Name("UNPROCESSABLE_ENTITY", removed=(2, 10), restored=(2, 11)),
            ),
        }
    ),
)
