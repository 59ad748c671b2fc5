"""``litestar.status_codes``: the names of RFC 2616, unchanged since 2.0."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import NUMBERED
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

VOCABULARY = Vocabulary(
    key="litestar",
    container="litestar.status_codes",
    distribution="litestar",
    kind=Kind.INTEGER,
    verified=("2.0.0", "2.12.1", "2.25.0"),
    names=names(NUMBERED),
)
