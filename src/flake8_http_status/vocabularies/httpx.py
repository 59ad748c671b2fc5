"""``httpx.codes``: the names of RFC 2616; in lower case they are plain integers."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import PLAIN
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

VOCABULARY = Vocabulary(
    key="httpx",
    container="httpx.codes",
    distribution="httpx",
    kind=Kind.ENUM,
    verified=("0.24.0", "0.27.0", "0.28.1"),
    from_import=False,
    subscript=True,
    both_cases=True,
    module=False,
    text_is_number=True,
    names=names(PLAIN, added={(0, 14, 3): (103, 425)}),
)
