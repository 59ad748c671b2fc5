"""APIFlask: outputs, documented responses and HTTP errors."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Framework,
    Limit,
    LimitKind,
    Role,
    Shape,
    WrongKeyword,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, EXTENDERS

DOCUMENTED = NUMBER_OR_DIGITS | Accepts.AS_TEXT
OWNERS = ("apiflask.APIFlask", "apiflask.APIBlueprint")
OUTPUT = tuple(f"{owner}.output" for owner in OWNERS)
DOC = tuple(f"{owner}.doc" for owner in OWNERS)
ERROR = ("apiflask.HTTPError",)
RAISING = ("apiflask.abort", *ERROR)
FRAMEWORK = Framework(
    name="APIFlask",
    packages=("apiflask",),
    distribution="apiflask",
    verified=("3.1.2",),
    arguments=(
        Argument(of=RAISING, name="status_code", position=0),
        Argument(of=OUTPUT, name="status_code", position=1, role=Role.ROUTE, accepts=DOCUMENTED),
        *(
            Argument(
                of=DOC,
                name="responses",
                position=3,
                role=Role.ROUTE,
                shape=shape,
                accepts=DOCUMENTED,
                produces=False,
            )
            for shape in (Shape.KEYS, Shape.STATUSES)
        ),
    ),
    attributes=(Attribute(of=ERROR, name="status_code"),),
    class_attributes=(ClassAttribute(of=ERROR, name="status_code"),),
    aliases=(
        ("apiflask.APIFlask", "flask.Flask"),
        ("apiflask.APIBlueprint", "flask.Blueprint"),
        ("apiflask.app.APIFlask", "flask.Flask"),
        ("apiflask.blueprint.APIBlueprint", "flask.Blueprint"),
        ("apiflask.exceptions.HTTPError", "apiflask.HTTPError"),
        ("apiflask.exceptions.abort", "apiflask.abort"),
        ("apiflask.views.MethodView", "flask.views.MethodView"),
    ),
    limits=(
        Limit(
            of=("apiflask.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="APIFlask 3.1.2 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
        Limit(
            of=ERROR,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="is refused, or sent with an error's content where a class says so",
            source="APIFlask 3.1.2",
        ),
    ),
    bodies=(
        Body(
            of=OUTPUT,
            name="schema",
            position=0,
            outcome="drops what the view returns",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(of=RAISING, wrong=wrong, right="status_code", outcome="raises TypeError")
        for wrong in ("status", "code")
    ),
)
