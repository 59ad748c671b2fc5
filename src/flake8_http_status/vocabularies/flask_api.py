"""``flask_api.status`` of Flask-API: a part of the names of RFC 2616, and one of nginx's codes.

Flask-API 3.1 cannot be imported beside Werkzeug 3 and newer.
"""

from __future__ import annotations

from flake8_http_status.vocabularies._shared_names import NUMBERED
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary, names

ABSENT = frozenset({102, 103, 208, 226, 421, 422, 423, 424, 425, 426, 451, 506, 507})

VOCABULARY = Vocabulary(
    key="flask_api",
    container="flask_api.status",
    distribution="flask-api",
    kind=Kind.INTEGER,
    verified=("3.1",),
    names=names(
        {code: name for code, name in NUMBERED.items() if code not in ABSENT}
        | {444: "HTTP_444_CONNECTION_CLOSED_WITHOUT_RESPONSE"},
        added={(0, 7): (207, 308, 444, 508, 510), (2,): (418,)},
    ),
)
