"""webargs: the status that invalid arguments are answered with."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    Argument,
    ClassAttribute,
    Framework,
    Limit,
    LimitKind,
    Returns,
)
from flake8_http_status.frameworks.werkzeug import ABORTABLE, ABORTABLE_SINCE, EXTENDERS

PARSERS = (
    ("aiohttpparser", "AIOHTTPParser"),
    ("bottleparser", "BottleParser"),
    ("djangoparser", "DjangoParser"),
    ("falconparser", "FalconParser"),
    ("flaskparser", "FlaskParser"),
    ("pyramidparser", "PyramidParser"),
    ("tornadoparser", "TornadoParser"),
)
DECORATORS = ("use_args", "use_kwargs")

FRAMEWORK = Framework(
    name="webargs",
    packages=("webargs",),
    distribution="webargs",
    verified=("8.4.0", "8.7.1"),
    arguments=(
        Argument(
            of=(
                *(f"webargs.core.Parser.{method}" for method in (*DECORATORS, "parse")),
                *(
                    f"webargs.{module}.{decorator}"
                    for module, _ in PARSERS
                    for decorator in DECORATORS
                ),
            ),
            name="error_status_code",
        ),
        Argument(of=("webargs.flaskparser.abort",), name="http_status_code", position=0),
    ),
    class_attributes=(
        ClassAttribute(of=("webargs.core.Parser",), name="DEFAULT_VALIDATION_STATUS"),
    ),
    returns=(
        Returns(
            of=tuple(f"webargs.{module}.parser" for module, _ in PARSERS),
            is_a="webargs.core.Parser",
        ),
    ),
    aliases=(
        *((f"webargs.{module}.{parser}", "webargs.core.Parser") for module, parser in PARSERS),
        ("webargs.asyncparser.AsyncParser", "webargs.core.Parser"),
    ),
    limits=(
        Limit(
            of=("webargs.flaskparser.abort",),
            kind=LimitKind.UNSUPPORTED,
            allowed=ABORTABLE,
            outcome="raises LookupError, and the client gets a 500",
            source="webargs 8.7.1 with Werkzeug 3.1.9",
            since=ABORTABLE_SINCE,
            extended_by=EXTENDERS,
        ),
    ),
)
