"""Probes of Werkzeug, Flask and what is built on it."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import call_wsgi, claim, probe

if TYPE_CHECKING:
    from collections.abc import Callable


def flask_answer(application: Any) -> tuple[int, bytes]:
    response = application.test_client().get("/")
    return response.status_code, response.data


def flask_view(view: Callable[[], Any]) -> tuple[int, bytes]:
    flask = importlib.import_module("flask")
    application = flask.Flask("test")
    application.route("/")(view)
    return flask_answer(application)


@probe("werkzeug.wrappers.Response", "status")
def _(status: Any) -> Any:
    from werkzeug.wrappers import Response

    return call_wsgi(Response("content", status, mimetype="text/plain"))


@probe("werkzeug.wrappers.Response", "status_code")
@probe("flask.Response", "status_code")
def _(status: Any) -> Any:
    import flask

    response = flask.Response("content")
    response.status_code = status
    return response.status_code, call_wsgi(response)


@probe("flask.Response", "status")
def _(status: Any) -> Any:
    import flask

    response = flask.Response("content")
    response.status = status
    return call_wsgi(response), flask_view(lambda: flask.Response("content", status))


@probe("flask.Response", "default_status")
@probe("werkzeug.wrappers.Response", "default_status")
def _(status: Any) -> Any:
    import flask

    response = type("Response", (flask.Response,), {"default_status": status})("content")
    return call_wsgi(response)


@probe("werkzeug.exceptions.abort", "status")
def _(status: Any) -> Any:
    from werkzeug.exceptions import HTTPException, abort

    with pytest.raises(HTTPException) as raised:
        abort(status)
    return raised.value.code, raised.value.get_body()


@probe("werkzeug.exceptions.HTTPException", "code")
def _(status: Any) -> Any:
    from werkzeug.exceptions import HTTPException

    return call_wsgi(type("Own", (HTTPException,), {"code": status, "name": "Own"})("content"))


@probe("werkzeug.utils.redirect", "code", 307)
def _(status: Any) -> Any:
    from werkzeug.utils import redirect

    return call_wsgi(redirect("/elsewhere", status))


@probe("flask.abort", "code")
def _(status: Any) -> Any:
    import flask

    return flask_view(lambda: flask.abort(status))


@probe("flask.redirect", "code", 307)
def _(status: Any) -> Any:
    import flask

    return flask_view(lambda: flask.redirect("/elsewhere", status))


@probe("flask.make_response", "*args")
def _(status: Any) -> Any:
    import flask

    return flask_view(lambda: flask.make_response("content", status))


@probe("flask.Flask.route", "return")
def _(status: Any) -> Any:
    return (
        flask_view(lambda: ("content", status)),
        flask_view(lambda: ({"key": 1}, status, {"X-Header": "value"})),
    )


@probe("flask.views.MethodView", "return")
def _(status: Any) -> Any:
    from flask.views import MethodView

    view = type("View", (MethodView,), {"get": lambda _: ("content", status)})
    return flask_view(view.as_view("view"))


@probe("flask.views.View", "return")
def _(status: Any) -> Any:
    from flask.views import View

    view = type("Own", (View,), {"dispatch_request": lambda _: ("content", status)})
    return flask_view(view.as_view("view"))


@probe("flask.Flask.errorhandler", "code_or_exception")
def _(status: Any) -> Any:
    import flask

    application = flask.Flask("test")
    application.errorhandler(status)(lambda _: ("handled", 404))
    return flask_answer(application)


@probe("flask.Blueprint.app_errorhandler", "code")
def _(status: Any) -> Any:
    import flask

    application = flask.Flask("test")
    blueprint = flask.Blueprint("test", "test")
    blueprint.app_errorhandler(status)(lambda _: ("handled", 404))
    application.register_blueprint(blueprint)
    return flask_answer(application)


@probe("flask_restful.abort", "http_status_code")
def _(status: Any) -> Any:
    import flask_restful

    return flask_view(lambda: flask_restful.abort(status))


def flask_resource(package: Any, method: Callable[[Any], Any]) -> tuple[int, bytes]:
    import flask

    application = flask.Flask("test")
    package.Api(application).add_resource(type("Own", (package.Resource,), {"get": method}), "/")
    return flask_answer(application)


@probe("flask_restful.Resource", "return")
def _(status: Any) -> Any:
    import flask_restful

    return flask_resource(flask_restful, lambda _: ({"key": 1}, status))


@probe("flask_restful.output_json", "code")
def _(status: Any) -> Any:
    import flask_restful

    return flask_view(lambda: flask_restful.output_json({"key": 1}, status))


@probe("flask_restx.abort", "code")
def _(status: Any) -> Any:
    import flask_restx

    return flask_view(lambda: flask_restx.abort(status))


@probe("flask_restx.Namespace.abort", "*args")
def _(status: Any) -> Any:
    import flask_restx

    return flask_view(lambda: flask_restx.Namespace("test").abort(status))


@probe("flask_restx.Resource", "return")
def _(status: Any) -> Any:
    import flask_restx

    return flask_resource(flask_restx, lambda _: ({"key": 1}, status))


@probe("flask_restx.Namespace.errorhandler", "return")
def _(status: Any) -> Any:
    import flask
    import flask_restx

    application = flask.Flask("test")
    namespace = flask_restx.Namespace("test", path="")

    def get(_: Any) -> Any:
        raise ZeroDivisionError

    namespace.route("/")(type("Own", (flask_restx.Resource,), {"get": get}))
    namespace.errorhandler(ZeroDivisionError)(lambda _: ({"message": "handled"}, status))
    flask_restx.Api(application).add_namespace(namespace)
    return flask_answer(application)


def restx_document(decorate: Callable[[Any], Any]) -> list[str]:
    """The keys of the responses that Flask-RESTX documents."""
    import flask
    import flask_restx

    application = flask.Flask("test")
    namespace = flask_restx.Namespace("test", path="")
    method = decorate(namespace)(lambda _: {})
    namespace.route("/")(type("Own", (flask_restx.Resource,), {"get": method}))
    api = flask_restx.Api(application)
    api.add_namespace(namespace)
    with application.test_request_context():
        (operations,) = json.loads(json.dumps(api.__schema__))["paths"].values()
    return sorted(operations["get"]["responses"])


@probe("flask_restx.Namespace.response", "code")
def _(status: Any) -> Any:
    return restx_document(lambda namespace: namespace.response(status, "text"))


@probe("flask_restx.Namespace.doc", "responses")
def _(status: Any) -> Any:
    return restx_document(lambda namespace: namespace.doc(responses={status: "text"}))


@probe("flask_restx.Namespace.marshal_with", "code")
def _(status: Any) -> Any:
    return restx_document(
        lambda namespace: namespace.marshal_with(namespace.model("Own", {}), code=status)
    )


@probe("flask_restx.Namespace.marshal_list_with", "code")
def _(status: Any) -> Any:
    return restx_document(
        lambda namespace: namespace.marshal_list_with(namespace.model("Own", {}), code=status)
    )


def smorest(decorate: Callable[[Any], Any]) -> Any:
    """What a view answers, and the documented responses of flask-smorest."""
    import flask
    import flask_smorest

    application = flask.Flask("test")
    application.config.update(API_TITLE="test", API_VERSION="1", OPENAPI_VERSION="3.0.3")
    blueprint = flask_smorest.Blueprint("test", "test")
    blueprint.route("/")(decorate(blueprint)(dict))
    api = flask_smorest.Api(application)
    api.register_blueprint(blueprint)
    documented = api.spec.to_dict()["paths"]["/"]["get"]["responses"]
    return flask_answer(application), sorted(documented)


@probe("flask_smorest.Blueprint.response", "status_code", 201)
def _(status: Any) -> Any:
    return smorest(lambda blueprint: blueprint.response(status))


@probe("flask_smorest.Blueprint.alt_response", "status_code")
def _(status: Any) -> Any:
    return smorest(lambda blueprint: blueprint.alt_response(status, description="text"))


@probe("flask_smorest.Blueprint.arguments", "error_status_code", 400)
def _(status: Any) -> Any:
    from marshmallow import Schema, fields

    schema = Schema.from_dict({"key": fields.Int(required=True)})
    return smorest(
        lambda blueprint: blueprint.arguments(schema, location="query", error_status_code=status)
    )


def apiflask_answer(decorate: Callable[[Any], Any], view: Callable[[], Any]) -> Any:
    import apiflask

    application = apiflask.APIFlask("test")
    application.get("/")(decorate(application)(view))
    documented = application.spec["paths"]["/"]["get"]["responses"]
    return flask_answer(application), sorted(json.loads(json.dumps(documented)))


@probe("apiflask.abort", "status_code")
def _(status: Any) -> Any:
    import apiflask

    return apiflask_answer(lambda _: lambda view: view, lambda: apiflask.abort(status))


@probe("apiflask.HTTPError", "status_code")
def _(status: Any) -> Any:
    import apiflask

    error = type("Own", (apiflask.HTTPError,), {"status_code": status})

    def view() -> Any:
        raise error

    return apiflask_answer(lambda _: lambda view: view, view)


@probe("apiflask.APIFlask.output", "status_code", 201)
def _(status: Any) -> Any:
    return apiflask_answer(lambda application: application.output({}, status), dict)


@probe("apiflask.APIFlask.doc", "responses")
def _(status: Any) -> Any:
    return (
        apiflask_answer(lambda application: application.doc(responses={status: "text"}), dict),
        apiflask_answer(lambda application: application.doc(responses=[status]), dict),
    )


def openapi3(**options: Any) -> Any:
    import flask_openapi3

    application = flask_openapi3.OpenAPI("test", **options.pop("application", {}))
    application.get("/", **options)(lambda: "content")
    return flask_answer(application), sorted(
        json.loads(json.dumps(application.api_doc["paths"]["/"]["get"]["responses"]))
    )


@probe("flask_openapi3.OpenAPI.get", "responses")
def _(status: Any) -> Any:
    return openapi3(responses={status: None}), openapi3(application={"responses": {status: None}})


@probe("flask_openapi3.OpenAPI", "validation_error_status", 400)
def _(status: Any) -> Any:
    return openapi3(application={"validation_error_status": status})


@probe("flask_openapi3.APIBlueprint", "abp_responses")
def _(status: Any) -> Any:
    import flask_openapi3

    application = flask_openapi3.OpenAPI("test")
    blueprint = flask_openapi3.APIBlueprint("test", "test", abp_responses={status: None})
    blueprint.get("/")(lambda: "content")
    application.register_api(blueprint)
    return sorted(application.api_doc["paths"]["/"]["get"]["responses"])


@probe("flask_openapi3.APIView", "view_responses")
def _(status: Any) -> Any:
    import flask_openapi3

    application = flask_openapi3.OpenAPI("test")
    view = flask_openapi3.APIView(view_responses={status: None})

    class Own:
        @view.doc(summary="text")
        def get(self) -> str:
            return "content"

    view.route("/")(Own)
    application.register_api_view(view)
    return sorted(application.api_doc["paths"]["/"]["get"]["responses"])


@probe("flask_api.exceptions.APIException", "status_code", 409)
def _(status: Any) -> Any:
    flask_api = pytest.importorskip("flask_api", exc_type=ImportError)
    from flask_api.exceptions import APIException

    error = type("Own", (APIException,), {"status_code": status, "detail": "text"})

    def view() -> Any:
        raise error

    application = flask_api.FlaskAPI("test")
    application.route("/")(view)
    return flask_answer(application)


@probe("flask_api.status.is_success", "code", 201)
def _(status: Any) -> Any:
    pytest.importorskip("flask_api", exc_type=ImportError)
    from flask_api.status import is_client_error, is_success

    return is_success(status), is_client_error(status)


@claim("werkzeug.exceptions.HTTPException")
def _() -> None:
    from werkzeug.exceptions import HTTPException

    def view() -> Any:
        raise HTTPException(404)

    code, _ = flask_view(view)
    assert code == 200


@claim("flask.abort", "flask_restful.abort", "werkzeug.exceptions.abort")
def _() -> None:
    import flask
    import flask_restful
    import werkzeug.exceptions

    for call, keyword in (
        (flask.abort, "status"),
        (flask_restful.abort, "code"),
        (werkzeug.exceptions.abort, "code"),
    ):
        with pytest.raises(TypeError):
            call(**{keyword: 404})


@claim("flask.Blueprint.app_errorhandler", "flask.render_template")
def _() -> None:
    import flask

    for answer in (
        lambda: "content",
        lambda: {"key": 1},
        lambda: flask.jsonify({}),
        lambda: flask.make_response("content"),
        lambda: flask.render_template_string("content"),
        lambda: flask.Response("content"),
    ):
        application = flask.Flask("test")
        application.errorhandler(404)(lambda _, answer=answer: answer())
        code, _ = flask_answer(application)
        assert code == 200


@claim("flask.Response", "werkzeug.wrappers.Response", "flask.make_response")
def _() -> None:
    import flask

    for status in (204, 304):
        for make in (flask.Response, flask.make_response):
            assert flask_view(lambda make=make, status=status: make("content", status)) == (
                status,
                b"",
            )
