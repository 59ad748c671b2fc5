"""Probes of test clients that expect a status, and of tools that describe or check answers."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe, same

if TYPE_CHECKING:
    from collections.abc import Callable


def webtest_app() -> Any:
    """A test client of an application that always answers 404, with a form and a link."""
    from webtest import TestApp

    page = b'<html><form action="/" method="get"></form><a href="/">link</a></html>'

    def application(environ: Any, start_response: Any) -> Any:
        content = b"" if environ["REQUEST_METHOD"] == "HEAD" else page
        start_response("404 Not Found", [("Content-Type", "text/html")])
        return [content]

    return TestApp(application)


def expect(place: str, ask: Callable[[Any, Any], Any]) -> None:
    """Register a probe: ``ask`` is given the test client and the expected status."""

    @probe(f"webtest.{place}", "status")
    def _(status: Any) -> Any:
        expected = [500, status] if isinstance(status, int) else status
        return ask(webtest_app(), status).status_int, ask(webtest_app(), expected).status_int


for _method in ("get", "post", "put", "patch", "delete", "head"):
    expect(
        f"TestApp.{_method}",
        lambda app, status, method=_method: getattr(app, method)("/", "", None, None, status),
    )
expect("TestApp.options", lambda app, status: app.options("/", None, None, status))
expect("TestApp.request", lambda app, status: app.request("/", status))
expect(
    "TestApp.do_request",
    lambda app, status: app.do_request(app.RequestClass.blank("/"), status),
)
for _method in ("post_json", "put_json", "patch_json", "delete_json"):
    expect(
        f"TestApp.{_method}",
        lambda app, status, method=_method: getattr(app, method)("/", {}, status=status),
    )
expect("TestResponse.goto", lambda app, status: app.get("/", status=404).goto("/", status=status))
expect("Form.submit", lambda app, status: app.get("/", status=404).form.submit(status=status))


def _redirected(app: Any) -> Any:
    response = app.get("/", status=404)
    response.status_int = 302
    response.location = "http://localhost/"
    return response


expect("TestResponse.follow", lambda app, status: _redirected(app).follow(status=status))
expect(
    "TestResponse.maybe_follow", lambda app, status: _redirected(app).maybe_follow(status=status)
)


@probe("webtest.TestResponse", "status_int")
@probe("webtest.TestResponse", "status_code")
def _(status: Any) -> Any:
    response = webtest_app().get("/", status=404)
    read = same(response.status_int, status), same(response.status_code, status)
    response.status_int = status
    changed = response.status
    response.status_code = status
    return read, changed, response.status


@probe("webtest.TestResponse", "status")
def _(status: Any) -> Any:
    response = webtest_app().get("/", status=404)
    response.status = status
    return response.status, response.status_int


@probe("falcon.testing.Result", "status_code")
def _(status: Any) -> Any:
    import falcon
    from falcon import testing

    app = falcon.App()
    answers = testing.simulate_get(app, "/"), testing.TestClient(app).get("/")
    return [same(answer.status_code, status) for answer in answers]


@probe("webargs.core.Parser", "DEFAULT_VALIDATION_STATUS", 400)
def _(status: Any) -> Any:
    from webargs.flaskparser import FlaskParser

    parser = type("Parser", (FlaskParser,), {"DEFAULT_VALIDATION_STATUS": status})()
    return _refused(parser.use_args(_arguments(), location="query"))


@probe("webargs.core.Parser.use_args", "error_status_code", 400)
@probe("webargs.core.Parser.use_kwargs", "error_status_code", 400)
@probe("webargs.flaskparser.use_args", "error_status_code", 400)
@probe("webargs.flaskparser.use_kwargs", "error_status_code", 400)
def _(status: Any) -> Any:
    from webargs import flaskparser

    return [
        _refused(decorator(_arguments(), location="query", error_status_code=status))
        for decorator in (flaskparser.use_args, flaskparser.use_kwargs)
    ]


@probe("webargs.core.Parser.parse", "error_status_code", 400)
def _(status: Any) -> Any:
    from webargs.flaskparser import parser

    def view() -> Any:
        return parser.parse(_arguments(), location="query", error_status_code=status)

    return _refused(lambda _: view)


@probe("webargs.falconparser.use_args", "error_status_code", 400)
@probe("webargs.falconparser.use_kwargs", "error_status_code", 400)
def _(status: Any) -> Any:
    import falcon
    from falcon import testing
    from webargs import falconparser

    def answer(decorator: Any) -> int:
        decorate = decorator(_arguments(), location="query", error_status_code=status)
        resource = type("Resource", (), {"on_get": decorate(lambda *_, **__: None)})
        application = falcon.App()
        application.add_route("/", resource())
        return testing.simulate_get(application, "/").status_code

    return answer(falconparser.use_args), answer(falconparser.use_kwargs)


@probe("webargs.flaskparser.abort", "http_status_code")
def _(status: Any) -> Any:
    from webargs.flaskparser import abort

    return _refused(lambda _: lambda: abort(status))


def _arguments() -> Any:
    from webargs import fields

    return {"number": fields.Int(required=True)}


def _refused(decorate: Callable[[Any], Any]) -> int:
    """The status that a view answers with when its arguments are missing."""
    import flask

    application = flask.Flask("test")
    application.route("/")(decorate(lambda *_, **__: "content"))
    return application.test_client().get("/").status_code


@probe("spectree.SpecTree", "validation_error_status", 400)
@probe("spectree.SpecTree.validate", "validation_error_status", 400)
def _(status: Any) -> Any:
    from pydantic import BaseModel
    from spectree import Response, SpecTree

    def answer(spec: Any, **options: Any) -> Any:
        query = type("Query", (BaseModel,), {"__annotations__": {"number": int}})
        return _spectree(spec, query=query, resp=Response("HTTP_200"), **options)

    return (
        answer(SpecTree("starlette", validation_error_status=status)),
        answer(SpecTree("starlette"), validation_error_status=status),
    )


@probe("spectree.Response.add_model", "code")
def _(status: Any) -> Any:
    from pydantic import BaseModel
    from spectree import Response, SpecTree

    response = Response()
    response.add_model(status, type("Answer", (BaseModel,), {}))
    return _spectree(SpecTree("starlette"), resp=response)


def _spectree(spec: Any, **options: Any) -> Any:
    """The status of an answer to a request, and the statuses in the description."""
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route
    from starlette.testclient import TestClient

    async def view(_: Any) -> Any:
        return PlainTextResponse("content")

    application = Starlette(routes=[Route("/", spec.validate(**options)(view))])
    spec.register(application)
    client = TestClient(application)
    described = client.get("/apidoc/openapi.json").json()["paths"]["/"]["get"]["responses"]
    return client.get("/").status_code, described


@probe("sanic_testing.testing.TestingResponse", "status")
@probe("sanic_testing.testing.TestingResponse", "status_code")
def _(status: Any) -> Any:
    from sanic import Sanic
    from sanic_testing.testing import SanicTestClient

    Sanic.test_mode = True
    with contextlib.suppress(Exception):
        Sanic.unregister_app(Sanic.get_app("probe"))
    app = Sanic("probe", configure_logging=False)
    app.add_route(lambda _: pytest.fail("not asked for"), "/elsewhere", name="elsewhere")
    _, response = SanicTestClient(app).get("/")
    return same(response.status, status), same(response.status_code, status)


@claim("h11.Response", "h11.InformationalResponse")
def _() -> None:
    import h11

    for kind, refused in ((h11.Response, 103), (h11.InformationalResponse, 404)):
        with pytest.raises(h11.LocalProtocolError):
            kind(status_code=refused, headers=[])
