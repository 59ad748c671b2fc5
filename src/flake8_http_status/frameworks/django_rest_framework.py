"""Django REST framework: responses, API exceptions and the test tools."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    METHODS,
    NUMBER,
    NUMBER_OR_DIGITS,
    Accepts,
    Argument,
    Attribute,
    Body,
    ClassAttribute,
    Endpoint,
    ErrorHandler,
    Framework,
    Limit,
    LimitKind,
    Misplaced,
    NotStatus,
    WrongKeyword,
)

RESPONSE = ("rest_framework.response.Response",)
# In these, here with their statuses, the error's identifier follows the detail; in the others
# something stands before both.
STATUSES = {
    "rest_framework.exceptions.APIException": 500,
    "rest_framework.exceptions.ValidationError": 400,
    "rest_framework.exceptions.ParseError": 400,
    "rest_framework.exceptions.AuthenticationFailed": 401,
    "rest_framework.exceptions.NotAuthenticated": 401,
    "rest_framework.exceptions.PermissionDenied": 403,
    "rest_framework.exceptions.NotFound": 404,
    "rest_framework.exceptions.NotAcceptable": 406,
}
DETAIL_FIRST = tuple(STATUSES)
DETAIL_SECOND = tuple(
    f"rest_framework.exceptions.{name}"
    for name in ("MethodNotAllowed", "UnsupportedMediaType", "Throttled")
)
EXCEPTIONS = (*DETAIL_FIRST, *DETAIL_SECOND)
RAISED = (*EXCEPTIONS, "django.http.Http404", "django.core.exceptions.PermissionDenied")
ACTIONS = ("list", "create", "retrieve", "update", "partial_update", "destroy")
VIEWS = (
    "rest_framework.views.APIView",
    *(
        f"rest_framework.generics.{name}"
        for name in (
            *("GenericAPIView", "CreateAPIView", "ListAPIView", "RetrieveAPIView"),
            *("DestroyAPIView", "UpdateAPIView", "ListCreateAPIView", "RetrieveUpdateAPIView"),
            *("RetrieveDestroyAPIView", "RetrieveUpdateDestroyAPIView"),
        )
    ),
    *(
        f"rest_framework.viewsets.{name}"
        for name in ("ViewSet", "GenericViewSet", "ReadOnlyModelViewSet", "ModelViewSet")
    ),
)

FRAMEWORK = Framework(
    name="Django REST framework",
    packages=("rest_framework",),
    distribution="djangorestframework",
    verified=("3.15.2", "3.18.3"),
    vocabulary="rest_framework",
    arguments=(
        Argument(of=RESPONSE, name="status", position=1, accepts=NUMBER_OR_DIGITS),
        Argument(
            of=tuple(
                f"rest_framework.status.is_{name}"
                for name in (
                    *("informational", "success", "redirect", "client_error", "server_error"),
                )
            ),
            name="code",
            position=0,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=NUMBER | Accepts.KEEPS, writable=True),
        Attribute(of=EXCEPTIONS, name="status_code", accepts=NUMBER_OR_DIGITS, writable=True),
    ),
    class_attributes=(ClassAttribute(of=EXCEPTIONS, name="status_code", accepts=NUMBER_OR_DIGITS),),
    aliases=(
        ("rest_framework.test.APIClient", "django.test.Client"),
        *(
            (f"rest_framework.test.{name}", "django.test.SimpleTestCase")
            for name in (
                *("APISimpleTestCase", "APITransactionTestCase", "APITestCase"),
                *("APILiveServerTestCase", "URLPatternsTestCase"),
            )
        ),
        (
            "rest_framework.serializers.ValidationError",
            "rest_framework.exceptions.ValidationError",
        ),
        ("rest_framework.test.RequestsClient", "requests.Session"),
    ),
    not_statuses=(
        NotStatus(
            of=DETAIL_FIRST, name="code", position=1, why="a string that identifies the error"
        ),
        NotStatus(
            of=DETAIL_SECOND, name="code", position=2, why="a string that identifies the error"
        ),
    ),
    limits=(
        Limit(
            of=EXCEPTIONS,
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with an error's content and a status that says it is none",
            source="Django REST framework 3.18.3",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="data", position=0, outcome="drops it"),),
    misplaced=(
        Misplaced(
            of=RESPONSE,
            position=0,
            parameter="data",
            keyword="status",
            outcome="answers 200 with the number as its content",
        ),
        *(
            Misplaced(
                of=(name,),
                position=1,
                parameter="code",
                keyword=None,
                outcome="takes the number for the error's identifier and keeps its own status",
                own=status,
            )
            for name, status in STATUSES.items()
        ),
    ),
    wrong_keywords=(
        *(
            WrongKeyword(of=RESPONSE, wrong=wrong, right="status", outcome="raises TypeError")
            for wrong in ("status_code", "code")
        ),
        *(
            WrongKeyword(
                of=EXCEPTIONS,
                wrong=wrong,
                right=None,
                outcome="raises TypeError; its status is the class attribute status_code",
            )
            for wrong in ("status_code", "status")
        ),
    ),
    endpoints=(
        Endpoint(
            decorators=("rest_framework.decorators.api_view", "rest_framework.decorators.action"),
            exceptions=RAISED,
            exception_outcome="asserts that it is a response and answers 500",
            tuple_outcome="asserts that the tuple is a response and answers 500",
        ),
        Endpoint(
            bases=VIEWS,
            methods=(*METHODS, *ACTIONS),
            exceptions=RAISED,
            exception_outcome="asserts that it is a response and answers 500",
            tuple_outcome="asserts that the tuple is a response and answers 500",
        ),
    ),
    error_handlers=(
        ErrorHandler(plain=RESPONSE, names=("custom_exception_handler", "exception_handler")),
    ),
)
