"""Django Ninja: operations, their declared responses and errors.

An operation that returns a tuple puts the status first. Keys of ``response={...}`` may also be
collections of statuses; text is no status there, a string key is taken letter by letter.
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    NUMBER_OR_DIGITS,
    Argument,
    Attribute,
    Endpoint,
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    ReturnedTuple,
    Returns,
    Role,
    Shape,
    WrongKeyword,
)

CALLS = ("get", "post", "put", "patch", "delete")
OWNERS = ("ninja.NinjaAPI", "ninja.Router")
OPERATIONS = tuple(f"{owner}.{call}" for owner in OWNERS for call in (*CALLS, "api_operation"))
ERROR = ("ninja.errors.HttpError",)
RESPONSE = ("ninja.testing.client.NinjaResponse",)

FRAMEWORK = Framework(
    name="Django Ninja",
    packages=("ninja",),
    distribution="django-ninja",
    verified=("1.6.0", "1.7.1"),
    arguments=(
        Argument(of=("ninja.Status",), name="status_code", position=0, accepts=KEPT_NUMBER),
        Argument(of=ERROR, name="status_code", position=0, accepts=NUMBER_OR_DIGITS),
        Argument(of=("ninja.NinjaAPI.create_response",), name="status", accepts=NUMBER_OR_DIGITS),
        Argument(
            of=(*OPERATIONS, "ninja.Router.add_api_operation"),
            name="response",
            role=Role.ROUTE,
            shape=Shape.KEYS,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=ERROR, name="status_code", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=RESPONSE, name="status_code"),
    ),
    returned=(
        ReturnedTuple(status_at=0, lengths=(2,), decorators=OPERATIONS, accepts=KEPT_NUMBER),
    ),
    returns=(
        Returns(
            of=tuple(
                f"ninja.testing.{client}.{call}"
                for client in ("TestClient", "TestAsyncClient")
                for call in (*CALLS, "request")
            ),
            is_a="ninja.testing.client.NinjaResponse",
        ),
        Returns(of=("ninja.NinjaAPI.create_response",), is_a="django.http.HttpResponse"),
    ),
    aliases=(
        ("ninja.main.NinjaAPI", "ninja.NinjaAPI"),
        ("ninja.router.Router", "ninja.Router"),
        ("ninja.responses.Status", "ninja.Status"),
        ("ninja.responses.Response", "django.http.JsonResponse"),
    ),
    limits=(
        Limit(
            of=ERROR,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Django Ninja 1.7.1",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*ERROR, "ninja.Status"),
            wrong=wrong,
            right="status_code",
            outcome="raises TypeError",
        )
        for wrong in ("status", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=OPERATIONS,
            exceptions=ERROR,
            exception_outcome="cannot validate it and answers 500",
            tuple_outcome="takes the first element for the status and answers 500",
        ),
    ),
    error_handlers=(
        ErrorHandler(
            plain=("django.http.HttpResponse", "django.http.JsonResponse"),
            decorators=("ninja.NinjaAPI.exception_handler",),
        ),
    ),
)
