"""Probes of servers that bring their own loop: aiohttp, Tornado, Sanic, Twisted and Robyn."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe, run

if TYPE_CHECKING:
    from collections.abc import Callable


def aiohttp_view(view: Callable[[], Any]) -> Any:
    from aiohttp import web
    from aiohttp.test_utils import TestClient, TestServer

    async def handler(_: Any) -> Any:
        return view()

    async def answer() -> Any:
        application = web.Application()
        application.router.add_get("/", handler)
        async with TestClient(TestServer(application)) as client:
            response = await client.get("/")
            return response.status, response.reason, await response.read()

    return run(answer())


@probe("aiohttp.web.Response", "status")
def _(status: Any) -> Any:
    from aiohttp import web

    return aiohttp_view(lambda: web.Response(text="content", status=status))


@probe("aiohttp.web.json_response", "status")
def _(status: Any) -> Any:
    from aiohttp import web

    return aiohttp_view(lambda: web.json_response({"key": 1}, status=status))


@probe("aiohttp.web.FileResponse", "status")
def _(status: Any) -> Any:
    from aiohttp import web

    return aiohttp_view(lambda: web.FileResponse(__file__, status=status))


@probe("aiohttp.web.Response.set_status", "status")
def _(status: Any) -> Any:
    from aiohttp import web

    def view() -> Any:
        response = web.Response(text="content")
        response.set_status(status)
        return response

    return aiohttp_view(view)


@probe("aiohttp.web.HTTPException", "status_code", 409)
def _(status: Any) -> Any:
    from aiohttp import web

    own = type("Own", (web.HTTPException,), {"status_code": status})

    def view() -> Any:
        raise own

    return aiohttp_view(view)


def tornado_view(view: Callable[[Any], Any]) -> Any:
    from tornado.httpclient import AsyncHTTPClient
    from tornado.httpserver import HTTPServer
    from tornado.netutil import bind_sockets
    from tornado.web import Application, RequestHandler

    handler = type("Handler", (RequestHandler,), {"get": view})

    async def answer() -> Any:
        server = HTTPServer(Application([("/", handler)]))
        (socket,) = bind_sockets(0, "127.0.0.1")
        server.add_sockets([socket])
        port = socket.getsockname()[1]
        client = AsyncHTTPClient(force_instance=True)
        try:
            response = await client.fetch(
                f"http://127.0.0.1:{port}/",
                raise_error=False,
                follow_redirects=False,
                request_timeout=1,
            )
        finally:
            server.stop()
            client.close()
        return response.code, response.reason, response.body

    return run(answer())


@probe("tornado.web.RequestHandler.set_status", "status_code")
def _(status: Any) -> Any:
    return tornado_view(lambda handler: handler.set_status(status))


@probe("tornado.web.RequestHandler.send_error", "status_code")
def _(status: Any) -> Any:
    return tornado_view(lambda handler: handler.send_error(status))


@probe("tornado.web.RequestHandler.redirect", "status", 307)
def _(status: Any) -> Any:
    return tornado_view(lambda handler: handler.redirect("/elsewhere", status=status))


@probe("tornado.web.HTTPError", "status_code")
def _(status: Any) -> Any:
    from tornado.web import HTTPError

    def view(_: Any) -> None:
        raise HTTPError(status)

    return tornado_view(view)


def sanic_view(view: Callable[[Any], Any]) -> Any:
    import sanic
    from sanic_testing.testing import SanicASGITestClient

    sanic.Sanic.test_mode = True
    application = sanic.Sanic("test")

    @application.get("/")
    async def _(request: Any) -> Any:
        made = view(request)
        return await made if hasattr(made, "__await__") else made

    async def answer() -> Any:
        _, response = await SanicASGITestClient(application).get("/")
        return response.status, response.body

    try:
        return run(answer())
    finally:
        sanic.Sanic.unregister_app(application)


@probe("sanic.response.text", "status")
def _(status: Any) -> Any:
    from sanic import response

    return [
        sanic_view(lambda _, make=make: make("content", status))
        for make in (response.text, response.json, response.html, response.HTTPResponse)
    ]


@probe("sanic.response.empty", "status", 204)
def _(status: Any) -> Any:
    from sanic.response import empty

    return sanic_view(lambda _: empty(status))


@probe("sanic.response.redirect", "status", 307)
def _(status: Any) -> Any:
    from sanic.response import redirect

    return sanic_view(lambda _: redirect("/elsewhere", None, status))


@probe("sanic.response.HTTPResponse", "status")
def _(status: Any) -> Any:
    from sanic.response import text

    def view(_: Any) -> Any:
        response = text("content")
        response.status = status
        return response

    return sanic_view(view)


@probe("sanic.Request.respond", "status")
def _(status: Any) -> Any:
    async def stream(request: Any) -> None:
        response = await request.respond(status=status)
        await response.send("content", end_stream=True)

    return sanic_view(stream)


@probe("sanic.exceptions.SanicException", "status_code", 409)
def _(status: Any) -> Any:
    from sanic.exceptions import SanicException

    own = type("Own", (SanicException,), {"status_code": status})

    def raises(*arguments: Any) -> Any:
        def view(_: Any) -> Any:
            raise arguments[0](*arguments[1:])

        return view

    return sanic_view(raises(SanicException, "text", status)), sanic_view(raises(own, "text"))


@probe("twisted.web.http.Request.setResponseCode", "code")
def _(status: Any) -> Any:
    from twisted.web.resource import Resource

    class Page(Resource):
        isLeaf = True

        def render_GET(self, request: Any) -> bytes:
            request.setResponseCode(status)
            return b"content"

    return twisted_answer(Page())


def twisted_answer(resource: Any) -> Any:
    """What Twisted's server writes to its transport."""
    from twisted.internet.testing import StringTransport
    from twisted.web.server import Site

    channel = Site(resource).buildProtocol(None)
    transport = StringTransport()
    channel.makeConnection(transport)
    channel.dataReceived(b"GET / HTTP/1.0\r\n\r\n")
    head, _, content = transport.value().partition(b"\r\n\r\n")
    return head.partition(b"\r\n")[0], content


@probe("twisted.web.pages.errorPage", "code")
def _(status: Any) -> Any:
    from twisted.web.pages import errorPage

    return twisted_answer(errorPage(status, "brief", "detail"))


@probe("twisted.web.resource.ErrorPage", "status")
def _(status: Any) -> Any:
    from twisted.web import resource

    return twisted_answer(resource.ErrorPage(status, "brief", "detail"))


@probe("twisted.web.error.Error", "code")
def _(status: Any) -> Any:
    from twisted.web.error import Error

    error = Error(status)
    return error.status, str(error)


def robyn_view(view: Callable[[Any], Any], call: str = "get", **options: Any) -> Any:
    import robyn
    from robyn.testing import TestClient

    application = robyn.Robyn(__file__)
    getattr(application, call)("/", **options)(view)
    response = getattr(TestClient(application), call)("/")
    application._add_openapi_routes()
    paths = application.openapi.openapi_spec["paths"]
    return response.status_code, response.text, json.loads(json.dumps(paths))


@probe("robyn.Response", "status_code")
def _(status: Any) -> Any:
    import robyn

    return robyn_view(lambda request: robyn.Response(status, {}, "content"))


@probe("robyn.exceptions.HTTPException", "status_code")
def _(status: Any) -> Any:
    from robyn.exceptions import HTTPException

    return str(HTTPException(status)), str(HTTPException(status, "text"))


@probe("robyn.Robyn.get", "status_code", 201)
def _(status: Any) -> Any:
    return robyn_view(lambda request: {"key": 1}, status_code=status)


@probe("robyn.Robyn.post", "status_code", 201)
def _(status: Any) -> Any:
    return robyn_view(lambda request: {"key": 1}, "post", status_code=status)


@probe("robyn.StreamingResponse", "status_code")
def _(status: Any) -> Any:
    import robyn

    return robyn.StreamingResponse(iter(()), status).status_code


@probe("robyn.Robyn.get", "responses")
@probe("robyn.Robyn.post", "responses")
def _(status: Any) -> Any:
    import robyn

    application = robyn.Robyn(__file__)
    for call in ("get", "post"):
        register = getattr(application, call)("/", responses={status: {"description": "text"}})
        register(lambda request: "content")
    application._add_openapi_routes()
    paths = application.openapi.openapi_spec["paths"]
    return json.loads(json.dumps(paths))


@claim("tornado.web.HTTPError")
def _() -> None:
    from tornado.web import HTTPError

    for keyword in ("status", "code"):
        assert HTTPError(**{keyword: 404}).status_code == 500


@claim("sanic.exceptions.SanicException")
def _() -> None:
    from sanic.exceptions import SanicException

    def view(_: Any) -> Any:
        raise SanicException(404)

    code, _ = sanic_view(view)
    assert code == 500


@claim("sanic.response.redirect")
def _() -> None:
    from sanic.response import redirect

    with pytest.raises(TypeError):
        redirect("/elsewhere", 301)


@claim("sanic.response.json")
def _() -> None:
    from sanic.response import json

    assert sanic_view(lambda _: json(404)) == (200, b"404")
    for keyword in ("status_code", "code"):
        with pytest.raises(TypeError):
            json({}, **{keyword: 404})


@claim("aiohttp.web.RouteTableDef.get", "aiohttp.web.View")
def _() -> None:
    code, *_ = aiohttp_view(lambda: ("content", 404))
    assert code == 500


@claim("tornado.web.RequestHandler")
def _() -> None:
    from tornado.web import HTTPError

    for answer in (HTTPError(404), ("content", 404)):
        code, *_ = tornado_view(lambda _, answer=answer: answer)
        assert code == 500


@claim("sanic.Sanic.get", "sanic.views.HTTPMethodView")
def _() -> None:
    from sanic.exceptions import NotFound

    for answer in (NotFound("text"), ("content", 404)):
        code, _ = sanic_view(lambda _, answer=answer: answer)
        assert code == 500


@claim("sanic.Sanic.exception")
def _() -> None:
    from sanic.exceptions import NotFound
    from sanic.response import text

    def view(request: Any) -> Any:
        @request.app.exception(NotFound)
        def _(*_: Any) -> Any:
            return text("content")

        raise NotFound("text")

    assert sanic_view(view) == (200, b"content")


@claim("robyn.Robyn.get")
def _() -> None:
    from robyn.exceptions import HTTPException

    code, content, _ = robyn_view(lambda request: HTTPException(404, "text"))
    assert (code, content) == (200, "404: text")
    with pytest.raises(ValueError, match="3 elements"):
        robyn_view(lambda request: ("content", 404))


@probe("robyn.Robyn.get", "return")
def _(status: Any) -> Any:
    import robyn

    return robyn_view(lambda request: (robyn.Response(200, {}, "content"), {}, status))
