"""``robyn.status_codes``: the names of RFC 2616."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import NUMBERED
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

VOCABULARY = Vocabulary(
    key="robyn",
    container="robyn.status_codes",
    distribution="robyn",
    kind=Kind.INTEGER,
    verified=("0.50.0", "0.70.0", "0.88.0"),
    names=names(NUMBERED),
)
