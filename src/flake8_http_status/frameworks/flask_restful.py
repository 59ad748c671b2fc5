"""Flask-RESTful: resources and abort."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    METHODS,
    Argument,
    Framework,
    Limit,
    LimitKind,
    ReturnedTuple,
    WrongKeyword,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, EXTENDERS

ABORT = ("flask_restful.abort",)

FRAMEWORK = Framework(
    name="Flask-RESTful",
    packages=("flask_restful",),
    distribution="flask-restful",
    verified=("0.3.10",),
    arguments=(
        Argument(of=ABORT, name="http_status_code", position=0),
        Argument(of=("flask_restful.output_json",), name="code", position=1, accepts=ANY_FORM),
    ),
    returned=(
        ReturnedTuple(
            status_at=1,
            lengths=(2, 3),
            bases=("flask_restful.Resource",),
            methods=METHODS,
            accepts=ANY_FORM,
        ),
    ),
    limits=(
        Limit(
            of=ABORT,
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="Flask-RESTful 0.3.10 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(of=ABORT, wrong=wrong, right="http_status_code", outcome="raises TypeError")
        for wrong in ("code", "status", "status_code")
    ),
)
