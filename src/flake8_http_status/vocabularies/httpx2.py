"""``httpx2.codes``: since 2.10 with the names of RFC 9110; reading the old ones warns.

In lower case the names are plain integers, which never warn. On 2.10 alone the old names are
neither there in lower case nor as subscripts.
"""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import PLAIN
from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary, names

VOCABULARY = Vocabulary(
    key="httpx2",
    container="httpx2.codes",
    distribution="httpx2",
    kind=Kind.ENUM,
    verified=("2.9.1", "2.10.0", "2.16.2"),
    from_import=False,
    subscript=True,
    both_cases=True,
    module=False,
    text_is_number=True,
    names=names(
        PLAIN
        | {
            413: (
                Name("CONTENT_TOO_LARGE", since=(2, 10)),
                Name("REQUEST_ENTITY_TOO_LARGE", deprecated=(2, 10)),
            ),
            414: (
                Name("URI_TOO_LONG", since=(2, 10)),
                Name("REQUEST_URI_TOO_LONG", deprecated=(2, 10)),
            ),
            416: (
                Name("RANGE_NOT_SATISFIABLE", since=(2, 10)),
                Name("REQUESTED_RANGE_NOT_SATISFIABLE", deprecated=(2, 10)),
            ),
            422: (
                Name("UNPROCESSABLE_CONTENT", since=(2, 10)),
                Name("UNPROCESSABLE_ENTITY", deprecated=(2, 10)),
            ),
        }
    ),
)
