"""``http.client.NOT_FOUND``: the members of ``http.HTTPStatus`` once more, as module constants."""

from __future__ import annotations

from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary
from flake8_http_status.vocabularies.http import VOCABULARY as HTTP

VOCABULARY = Vocabulary(
    key="http_client",
    container="http.client",
    general=True,
    distribution="python",
    kind=Kind.ENUM,
    verified=HTTP.verified,
    names=HTTP.names,
)
