"""Flask-RESTX: resources, abort and the documented responses of a namespace.

An ``Api`` hands attributes that it does not have on to its default namespace.
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    METHODS,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Framework,
    Limit,
    LimitKind,
    ReturnedTuple,
    Role,
    Shape,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, EXTENDERS

DOCUMENTED = NUMBER_OR_DIGITS | Accepts.AS_TEXT
NAMESPACE = "flask_restx.Namespace"
ABORT = ("flask_restx.abort",)

FRAMEWORK = Framework(
    name="Flask-RESTX",
    packages=("flask_restx",),
    distribution="flask-restx",
    verified=("1.3.2",),
    arguments=(
        Argument(of=ABORT, name="code", position=0),
        Argument(of=(f"{NAMESPACE}.abort",), name="*args", position=0),
        Argument(
            of=(f"{NAMESPACE}.response",),
            name="code",
            position=0,
            role=Role.ROUTE,
            accepts=DOCUMENTED,
            produces=False,
        ),
        Argument(
            of=(f"{NAMESPACE}.marshal_with",),
            name="code",
            position=2,
            role=Role.ROUTE,
            accepts=DOCUMENTED,
            produces=False,
        ),
        Argument(
            of=(f"{NAMESPACE}.marshal_list_with",),
            name="code",
            role=Role.ROUTE,
            accepts=DOCUMENTED,
            produces=False,
        ),
        Argument(
            of=(f"{NAMESPACE}.doc",),
            name="responses",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=DOCUMENTED,
            produces=False,
        ),
    ),
    returned=(
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("flask_restx.Resource",),
            methods=METHODS,
            accepts=ANY_FORM,
        ),
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            decorators=(f"{NAMESPACE}.errorhandler", "flask_restx.Api.errorhandler"),
            accepts=ANY_FORM,
        ),
    ),
    aliases=(
        ("flask_restx.errors.abort", "flask_restx.abort"),
        ("flask_restx.namespace.Namespace", NAMESPACE),
        *(
            (f"flask_restx.Api.{name}", f"{NAMESPACE}.{name}")
            for name in ("abort", "response", "marshal_with", "marshal_list_with", "doc")
        ),
    ),
    limits=(
        Limit(
            of=(*ABORT, f"{NAMESPACE}.abort"),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="Flask-RESTX 1.3.2 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
    ),
)
