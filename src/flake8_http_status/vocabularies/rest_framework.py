"""``rest_framework.status`` of Django REST framework: the names of RFC 2616 to this day."""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import NUMBERED
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

VOCABULARY = Vocabulary(
    key="rest_framework",
    container="rest_framework.status",
    distribution="djangorestframework",
    kind=Kind.INTEGER,
    verified=("3.13.1", "3.14.0", "3.18.3"),
    names=names(
        NUMBERED | {509: "HTTP_509_BANDWIDTH_LIMIT_EXCEEDED"},
        added={
            (3, 3, 3): (451,),
            (3, 4, 1): (207, 422, 423, 424, 507),
            (3, 10): (208, 226, 308, 426, 506, 508, 509, 510),
            (3, 11): (418,),
            (3, 14): (102, 103, 421, 425),
        },
    ),
)
