"""Probes of raw WSGI, http.server, WebOb, Pyramid, Bottle, Falcon, CherryPy and web.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import call_wsgi, claim, probe

if TYPE_CHECKING:
    from collections.abc import Callable


@probe("start_response", "status")
def _(status: Any) -> Any:
    def application(_: Any, start_response: Any) -> list[bytes]:
        start_response(status, [("Content-Type", "text/plain")])
        return [b"content"]

    return call_wsgi(application)


def http_server(answer: Callable[[Any], None]) -> bytes:
    """What a request handler writes."""
    import io
    from http.server import BaseHTTPRequestHandler

    handler = BaseHTTPRequestHandler.__new__(BaseHTTPRequestHandler)
    handler.wfile = io.BytesIO()
    handler.requestline = "GET / HTTP/1.1"
    handler.request_version, handler.command = "HTTP/1.1", "GET"
    handler.client_address = ("test", 80)
    handler.log_message = lambda *_: None
    handler.date_time_string = lambda *_: "now"
    answer(handler)
    return handler.wfile.getvalue()


@probe("http.server.BaseHTTPRequestHandler.send_response", "code")
def _(status: Any) -> Any:
    def answer(handler: Any) -> None:
        handler.send_response(status)
        handler.send_response_only(status)
        handler.end_headers()

    return http_server(answer)


@probe("http.server.BaseHTTPRequestHandler.send_error", "code")
def _(status: Any) -> Any:
    return http_server(lambda handler: handler.send_error(status))


@probe("webob.Response", "status")
def _(status: Any) -> Any:
    import webob

    response = webob.Response("content")
    response.status = status
    return call_wsgi(webob.Response("content", status)), call_wsgi(response)


@probe("webob.Response", "status_int")
def _(status: Any) -> Any:
    import webob

    response = webob.Response("content")
    response.status_int = status
    return call_wsgi(webob.Response("content", status_int=status)), call_wsgi(response)


@probe("webob.Response", "status_code")
def _(status: Any) -> Any:
    import webob

    response = webob.Response("content")
    response.status_code = status
    return call_wsgi(webob.Response("content", status_code=status)), call_wsgi(response)


@probe("webob.exc.WSGIHTTPException", "code", 409)
def _(status: Any) -> Any:
    from webob.exc import WSGIHTTPException

    own = type("Own", (WSGIHTTPException,), {"code": status, "title": "Own"})
    return call_wsgi(own("text"))


@probe("webob.exc", "status_map")
def _(status: Any) -> Any:
    from webob.exc import status_map

    return status_map[status].__name__


@probe("pyramid.httpexceptions.exception_response", "status_code")
def _(status: Any) -> Any:
    from pyramid.httpexceptions import exception_response

    made = exception_response(status)
    return made.status_int, type(made).__name__


@probe("pyramid.httpexceptions", "status_map")
def _(status: Any) -> Any:
    from pyramid.httpexceptions import status_map

    return status_map[status].__name__


def pyramid_view(view: Callable[[Any], Any]) -> Any:
    from pyramid.config import Configurator

    with Configurator() as configuration:
        configuration.add_route("root", "/")
        configuration.add_view(view, route_name="root", renderer="string")
    return call_wsgi(configuration.make_wsgi_app())


@probe("webob.Response", "status_int", way="of Pyramid's request")
def _(status: Any) -> Any:
    def view(request: Any) -> str:
        request.response.status_int = status
        return "content"

    return pyramid_view(view)


@probe("webob.Response", "status", way="of Pyramid's request")
def _(status: Any) -> Any:
    def view(request: Any) -> str:
        request.response.status = status
        return "content"

    return pyramid_view(view)


@probe("pyramid.httpexceptions.HTTPException", "code", 409)
def _(status: Any) -> Any:
    from pyramid.httpexceptions import HTTPException

    own = type("Own", (HTTPException,), {"code": status, "title": "Own"})
    return call_wsgi(own("text"))


def pyramid_attribute(name: str) -> Callable[[Any], Any]:
    def answer(status: Any) -> Any:
        from pyramid.httpexceptions import HTTPNotFound

        error = HTTPNotFound("text")
        setattr(error, name, status)
        return call_wsgi(error)

    return answer


for _name in ("status", "status_int", "status_code"):
    probe("pyramid.httpexceptions.HTTPException", _name, 409)(pyramid_attribute(_name))


def bottle_view(view: Callable[[], Any], install: Callable[[Any], Any] = id) -> Any:
    import bottle

    application = bottle.Bottle()
    application.route("/")(view)
    install(application)
    return call_wsgi(application)


@probe("bottle.BaseResponse", "status")
def _(status: Any) -> Any:
    import bottle

    def view() -> str:
        bottle.response.status = status
        return "content"

    return bottle_view(view), bottle_view(lambda: bottle.HTTPResponse("content", status))


@probe("bottle.HTTPError", "status")
def _(status: Any) -> Any:
    import bottle

    return bottle_view(lambda: bottle.HTTPError(status))


@probe("bottle.abort", "code")
def _(status: Any) -> Any:
    import bottle

    return bottle_view(lambda: bottle.abort(status))


@probe("bottle.redirect", "code", 307)
def _(status: Any) -> Any:
    import bottle

    return bottle_view(lambda: bottle.redirect("/elsewhere", status))


@probe("bottle.Bottle.error", "code")
def _(status: Any) -> Any:
    import bottle

    return bottle_view(
        lambda: bottle.abort(404),
        lambda application: application.error(status)(lambda _: "handled"),
    )


def falcon_responder(respond: Callable[[Any], None]) -> Any:
    import falcon
    import falcon.asgi
    import falcon.testing

    class Resource:
        def on_get(self, _: Any, resp: Any) -> None:
            respond(resp)

    class Asynchronous:
        async def on_get(self, _: Any, resp: Any) -> None:
            respond(resp)

    answers = []
    for application, resource in ((falcon.App(), Resource()), (falcon.asgi.App(), Asynchronous())):
        application.add_route("/", resource)
        result = falcon.testing.TestClient(application).simulate_get("/")
        answers.append((result.status_code, result.status, result.text))
    return answers


@probe("falcon.Response", "status")
def _(status: Any) -> Any:
    def respond(resp: Any) -> None:
        resp.status = status

    return falcon_responder(respond)


@probe("falcon.Response", "status_code")
def _(status: Any) -> Any:
    def respond(resp: Any) -> None:
        resp.status_code = status

    return falcon_responder(respond)


@probe("falcon.HTTPError", "status")
def _(status: Any) -> Any:
    import falcon

    def respond(_: Any) -> None:
        raise falcon.HTTPError(status)

    return falcon_responder(respond)


@probe("falcon.HTTPStatus", "status")
def _(status: Any) -> Any:
    import falcon

    def respond(_: Any) -> None:
        raise falcon.HTTPStatus(status, text="content")

    return falcon_responder(respond)


@probe("falcon.code_to_http_status", "status")
def _(status: Any) -> Any:
    import falcon

    return falcon.code_to_http_status(status), falcon.http_status_to_code(status)


def cherrypy_view(view: Callable[[], Any]) -> Any:
    import cherrypy
    from cherrypy.lib.gctools import request_counter

    request_counter.unsubscribe()  # it counts for an engine that runs

    class Root:
        @cherrypy.expose
        def index(self) -> Any:
            return view()

    cherrypy.config.update({"environment": "embedded", "log.screen": False})
    code, content = call_wsgi(cherrypy.Application(Root(), "", {"/": {}}))
    return code, content


@probe("cherrypy._cprequest.Response", "status")
def _(status: Any) -> Any:
    import cherrypy

    def view() -> str:
        cherrypy.response.status = status
        return "content"

    return cherrypy_view(view)


@probe("cherrypy.HTTPError", "status")
def _(status: Any) -> Any:
    import cherrypy

    def view() -> str:
        raise cherrypy.HTTPError(status)

    return cherrypy_view(view)


@probe("cherrypy.HTTPRedirect", "status", 307)
def _(status: Any) -> Any:
    import cherrypy

    def view() -> str:
        raise cherrypy.HTTPRedirect("/elsewhere", status)

    return cherrypy_view(view)


@probe("cherrypy.test.helper.CPWebCase.assertStatus", "status")
def _(status: Any) -> Any:
    from cherrypy.test.helper import CPWebCase

    case = CPWebCase()
    case.status = "404 Not Found"
    case.interactive = False
    case.assertStatus(status)
    case.assertStatus([status, 200])
    return "passed"


def webpy_view(view: Callable[[], Any]) -> Any:
    import web

    handler = type("Handler", (), {"GET": lambda _: view()})
    application = web.application(("/", "Handler"), {"Handler": handler})
    return call_wsgi(application.wsgifunc())


@probe("web.HTTPError", "status")
def _(status: Any) -> Any:
    import web

    def view() -> str:
        raise web.HTTPError(status, {"Content-Type": "text/plain"}, "content")

    return webpy_view(view)


@probe("web.ctx", "status")
def _(status: Any) -> Any:
    import web

    def view() -> str:
        web.header("Content-Type", "text/plain")
        web.ctx.status = status
        return "content"

    return webpy_view(view)


@probe("web.Redirect", "status", 307)
def _(status: Any) -> Any:
    import web

    def view() -> str:
        raise web.Redirect("/elsewhere", status)

    return webpy_view(view)


@claim("bottle.HTTPResponse", "bottle.BaseResponse", "bottle.HTTPError")
def _() -> None:
    import bottle

    for response in (bottle.HTTPResponse, bottle.BaseResponse, bottle.HTTPError):
        made = response(status_code=404)
        assert made.status_code == response.default_status
        assert made.headers["Status-Code"] == "404"
        assert response(code=404).headers["Code"] == "404"
    code, _ = bottle_view(lambda: bottle.HTTPResponse(404))
    assert code == 500


@claim("webob.Response")
def _() -> None:
    import webob

    with pytest.raises(TypeError):
        webob.Response(code=404)


@claim("bottle.route")
def _() -> None:
    code, _ = bottle_view(lambda: ("content", 404))
    assert code == 500


@claim("cherrypy.expose")
def _() -> None:
    import cherrypy

    for make in (
        lambda: cherrypy.HTTPError(404),
        lambda: cherrypy.HTTPRedirect("/elsewhere"),
        lambda: ("content", 404),
    ):
        code, _ = cherrypy_view(make)
        assert code == 500
