"""Probes of Django and what is built on it."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe

if TYPE_CHECKING:
    from collections.abc import Callable


def django_answer(view: Callable[[Any], Any]) -> Any:
    """What Django's handler sends for a view: code, reason phrase, content."""
    from django.test import Client, override_settings
    from django.urls import path

    with override_settings(ROOT_URLCONF=(path("", view),)):
        response = Client(raise_request_exception=False).get("/")
    content = b"".join(response) if response.streaming else response.content
    return int(response.status_code), response.reason_phrase, content


def django_response(name: str, *arguments: Any) -> Callable[[Any], Any]:
    def answer(status: Any) -> Any:
        http = importlib.import_module("django.http")
        return django_answer(lambda _: getattr(http, name)(*arguments, status=status))

    return answer


for _name, _arguments in (
    ("HttpResponse", ("content",)),
    ("StreamingHttpResponse", ([b"content"],)),
    ("JsonResponse", ({"key": 1},)),
    ("HttpResponseNotAllowed", (["GET"],)),
    ("HttpResponseBadRequest", ("content",)),
):
    probe(f"django.http.{_name}", "status", 405)(django_response(_name, *_arguments))
probe("django.http.HttpResponseRedirect", "status", 307)(
    django_response("HttpResponseRedirect", "/elsewhere")
)


@probe("django.shortcuts.render", "status")
def _(status: Any) -> Any:
    from django.shortcuts import render

    return django_answer(lambda request: render(request, "page.html", {}, None, status))


@probe("django.template.response.SimpleTemplateResponse", "status")
def _(status: Any) -> Any:
    from django.template.response import SimpleTemplateResponse

    return django_answer(lambda _: SimpleTemplateResponse("page.html", {}, None, status))


@probe("django.template.response.TemplateResponse", "status")
def _(status: Any) -> Any:
    from django.template.response import TemplateResponse

    return django_answer(lambda request: TemplateResponse(request, "page.html", {}, None, status))


@probe("django.http.HttpResponse", "status_code")
def _(status: Any) -> Any:
    from django.http import HttpResponse

    def view(_: Any) -> Any:
        response = HttpResponse("content")
        response.status_code = status
        return response

    own = type("Own", (HttpResponse,), {"status_code": status})
    return django_answer(view), django_answer(lambda _: own("content"))


def django_assertion(method: str, *arguments: Any, **options: Any) -> Any:
    from django.http import HttpResponseRedirect
    from django.test import SimpleTestCase

    response = HttpResponseRedirect("/elsewhere", content="content")
    response.content = b"content"
    getattr(SimpleTestCase(), method)(response, *arguments, **options)
    return "passed"


@probe("django.test.SimpleTestCase.assertContains", "status_code", 302)
def _(status: Any) -> Any:
    return django_assertion("assertContains", "content", None, status)


@probe("django.test.SimpleTestCase.assertNotContains", "status_code", 302)
def _(status: Any) -> Any:
    return django_assertion("assertNotContains", "text", status)


@probe("django.test.SimpleTestCase.assertRedirects", "status_code", 302)
def _(status: Any) -> Any:
    return django_assertion("assertRedirects", "/elsewhere", status, fetch_redirect_response=False)


@probe("django.test.SimpleTestCase.assertRedirects", "target_status_code")
def _(status: Any) -> Any:
    from django.http import HttpResponseRedirect
    from django.test import Client, SimpleTestCase, override_settings
    from django.urls import path

    with override_settings(ROOT_URLCONF=(path("", lambda _: HttpResponseRedirect("/elsewhere")),)):
        response = Client().get("/")
        SimpleTestCase().assertRedirects(response, "/elsewhere", 302, status)
    return "passed"


def rest_view(work: Callable[[], Any]) -> Any:
    decorators = importlib.import_module("rest_framework.decorators")
    view = decorators.api_view(["GET"])(lambda _: work())
    view.cls.authentication_classes = view.cls.permission_classes = ()
    view.cls.renderer_classes = (importlib.import_module("rest_framework.renderers").JSONRenderer,)
    return django_answer(view)


@probe("rest_framework.response.Response", "status")
def _(status: Any) -> Any:
    from rest_framework.response import Response

    return rest_view(lambda: Response({"key": 1}, status))


@probe("rest_framework.response.Response", "status_code")
def _(status: Any) -> Any:
    from rest_framework.response import Response

    def work() -> Any:
        response = Response({"key": 1})
        response.status_code = status
        return response

    return rest_view(work)


@probe("rest_framework.status.is_success", "code", 201)
def _(status: Any) -> Any:
    from rest_framework.status import is_client_error, is_success

    return is_success(status), is_client_error(status)


@probe("rest_framework.exceptions.APIException", "status_code", 409)
def _(status: Any) -> Any:
    from rest_framework.exceptions import APIException

    error = type("Own", (APIException,), {"status_code": status})

    def work() -> Any:
        raise error

    return rest_view(work)


@probe("drf_spectacular.utils.extend_schema", "responses")
def _(status: Any) -> Any:
    from drf_spectacular.utils import extend_schema

    return spectacular(extend_schema(responses={status: None}))


@probe("drf_spectacular.utils.OpenApiExample", "status_codes")
def _(status: Any) -> Any:
    from drf_spectacular.utils import OpenApiExample, OpenApiTypes, extend_schema

    example = OpenApiExample("test", 1, status_codes=[status])
    return spectacular(extend_schema(responses={404: OpenApiTypes.INT}, examples=[example]))


def spectacular(decorate: Callable[[Any], Any]) -> Any:
    from django.urls import path
    from drf_spectacular.generators import SchemaGenerator
    from rest_framework.decorators import api_view

    view = decorate(api_view(["GET"])(lambda _: None))
    schema = SchemaGenerator(patterns=[path("test", view)]).get_schema(public=True)
    return json.loads(json.dumps(schema["paths"]["/test"]["get"]["responses"]))


@probe("drf_yasg.utils.swagger_auto_schema", "responses")
def _(status: Any) -> Any:
    from django.urls import path
    from drf_yasg.generators import OpenAPISchemaGenerator
    from drf_yasg.openapi import Info
    from drf_yasg.utils import swagger_auto_schema
    from rest_framework.decorators import api_view

    view = swagger_auto_schema(method="get", responses={status: "text"})(
        api_view(["GET"])(lambda _: None)
    )
    generator = OpenAPISchemaGenerator(Info("test", "1"), patterns=[path("test", view)])
    schema = generator.get_schema(None, public=True)
    (operations,) = schema["paths"].values()
    return sorted(json.loads(json.dumps(operations["get"]["responses"])))


@probe("drf_yasg.openapi.Responses", "responses")
def _(status: Any) -> Any:
    from drf_yasg.openapi import Responses

    return sorted(json.loads(json.dumps(Responses({status: "text"}))))


def ninja_answer(operation: Callable[[Any], Any], code: Any = 404) -> Any:
    import ninja
    from ninja.testing import TestClient

    router = ninja.Router()
    router.get("/", response={200: dict, code: dict})(operation)
    api = ninja.NinjaAPI(urls_namespace=str(id(router)))
    response = TestClient(router).get("/")
    api.add_router("", router)
    return response.status_code, response.content


@probe("ninja.Status", "status_code")
def _(status: Any) -> Any:
    import ninja

    return ninja_answer(lambda request: ninja.Status(status, {"key": 1}))


@probe("ninja.NinjaAPI.get", "return")
def _(status: Any) -> Any:
    return ninja_answer(lambda request: (status, {"key": 1}))


@probe("ninja.NinjaAPI.get", "response")
def _(status: Any) -> Any:
    return ninja_answer(lambda request: (404, {"key": 1}), status)


@probe("ninja.errors.HttpError", "status_code")
def _(status: Any) -> Any:
    from ninja.errors import HttpError

    def operation(request: Any) -> Any:
        raise HttpError(status, "text")

    return ninja_answer(operation)


@probe("ninja.NinjaAPI.create_response", "status")
def _(status: Any) -> Any:
    import ninja

    return ninja_answer(
        lambda request: ninja.NinjaAPI().create_response(request, {"key": 1}, status=status)
    )


ERROR_RESPONSES = ("BadRequest", "Forbidden", "Gone", "NotFound", "ServerError")


@claim("django.http.HttpResponse", *(f"django.http.HttpResponse{name}" for name in ERROR_RESPONSES))
def _() -> None:
    import django.http

    for name in ("", *ERROR_RESPONSES):
        response_class = getattr(django.http, f"HttpResponse{name}")
        expected = response_class.status_code
        response = response_class("content", 418)
        assert (response.status_code, response["Content-Type"]) == (expected, "418")
        response = response_class(418)
        assert (response.status_code, response.content) == (expected, b"418")


@claim("django.http.StreamingHttpResponse")
def _() -> None:
    from django.http import StreamingHttpResponse

    response = StreamingHttpResponse([b"content"], 404)
    assert (response.status_code, response["Content-Type"]) == (200, "404")


@claim("django.http.JsonResponse")
def _() -> None:
    from django.http import JsonResponse

    with pytest.raises(TypeError):
        JsonResponse({"key": 1}, 404)


@claim(
    "django.shortcuts.render",
    "django.template.response.TemplateResponse",
    "django.template.response.SimpleTemplateResponse",
)
def _() -> None:
    from django.shortcuts import render
    from django.template.response import SimpleTemplateResponse, TemplateResponse

    for response in (
        render(None, "page.html", {}, 404),
        TemplateResponse(None, "page.html", {}, 404),
        SimpleTemplateResponse("page.html", {}, 404),
    ):
        assert (response.status_code, response["Content-Type"]) == (200, "404")


@claim("django.shortcuts.redirect")
def _() -> None:
    from django.shortcuts import redirect

    for keyword in ("status", "status_code"):
        assert redirect("/elsewhere", **{keyword: 301}).status_code == 302


@claim("rest_framework.response.Response")
def _() -> None:
    from rest_framework.response import Response

    assert rest_view(lambda: Response(404)) == (200, "OK", b"404")


@claim(
    *(
        f"rest_framework.exceptions.{name}"
        for name in (
            *("APIException", "ValidationError", "ParseError", "AuthenticationFailed"),
            *("NotAuthenticated", "PermissionDenied", "NotFound", "NotAcceptable"),
        )
    )
)
def _() -> None:
    from rest_framework import exceptions

    for name, expected in (("APIException", 500), ("ValidationError", 400), ("NotFound", 404)):
        error = getattr(exceptions, name)("text", 418)
        assert error.status_code == expected


@claim("django.views.generic.View", "django.views.decorators.http.require_GET")
def _() -> None:
    from django.http import Http404

    for answer in (Http404("text"), ("content", 404)):
        with pytest.raises(AttributeError):  # the server answers 500
            django_answer(lambda _, answer=answer: answer)


@claim("handler404")
def _() -> None:
    from django.http import HttpResponse
    from django.test import Client, override_settings

    class URLs:
        urlpatterns = ()

        @staticmethod
        def handler404(*_: Any, **__: Any) -> Any:
            return HttpResponse("content")

    with override_settings(ROOT_URLCONF=URLs):
        assert Client().get("/").status_code == 200


@claim("rest_framework.decorators.api_view", "rest_framework.views.APIView")
def _() -> None:
    from rest_framework.exceptions import NotFound

    for answer in (NotFound("text"), ({"key": 1}, 404)):
        code, *_ = rest_view(lambda answer=answer: answer)
        assert code == 500


@claim("exception_handler")
def _() -> None:
    from rest_framework.exceptions import NotFound
    from rest_framework.response import Response
    from rest_framework.views import APIView

    class View(APIView):
        authentication_classes = permission_classes = ()

        def get_exception_handler(self) -> Any:
            return lambda *_: Response({})

        def get(self, _: Any) -> Any:
            raise NotFound

    code, *_ = django_answer(View.as_view())
    assert code == 200


@claim("ninja.NinjaAPI.get")
def _() -> None:
    from ninja.errors import HttpError
    from pydantic import ValidationError

    with pytest.raises(ValidationError):  # Django answers 500
        ninja_answer(lambda request: HttpError(404, "text"))
    with pytest.raises(TypeError):
        ninja_answer(lambda request: ({"key": 1}, 404))


@claim("ninja.NinjaAPI.exception_handler")
def _() -> None:
    import ninja
    from django.http import HttpResponse
    from django.test import Client, override_settings
    from django.urls import path

    api = ninja.NinjaAPI(urls_namespace="claim")
    api.exception_handler(ZeroDivisionError)(lambda request, _: HttpResponse("content"))
    api.get("/")(lambda request: 1 / 0)
    with override_settings(ROOT_URLCONF=(path("", api.urls),)):
        assert Client().get("/").status_code == 200
