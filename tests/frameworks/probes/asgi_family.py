"""Probes of raw ASGI, Starlette, FastAPI, Litestar, BlackSheep and Connexion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import call_asgi, claim, probe, run

if TYPE_CHECKING:
    from collections.abc import Callable


@probe("ASGI", "status")
def _(status: Any) -> Any:
    async def application(_: Any, __: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": b"content"})

    return run(serve(application))


async def serve(application: Any) -> tuple[str, bytes]:
    """The status line, up to the phrase, and the content as a client of Uvicorn gets them."""
    import asyncio

    import uvicorn

    server = uvicorn.Server(uvicorn.Config(application, port=0, log_config=None, lifespan="off"))
    task = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 - the server offers nothing to wait for
        await asyncio.sleep(0.01)
    ((host, port),) = (socket.getsockname() for socket in server.servers[0].sockets)
    reader, writer = await asyncio.open_connection(host, port)
    writer.write(b"GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n")
    head, _, content = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    server.should_exit = True
    await task
    return head.decode().partition("\r\n")[0], content


def starlette_view(view: Callable[[Any], Any], **options: Any) -> Any:
    from starlette.applications import Starlette
    from starlette.routing import Route

    async def endpoint(request: Any) -> Any:
        return view(request)

    return run(call_asgi(Starlette(routes=[Route("/", endpoint)], **options)))


def starlette_response(name: str, *arguments: Any) -> Callable[[Any], Any]:
    def answer(status: Any) -> Any:
        import starlette.responses

        response = getattr(starlette.responses, name)
        return starlette_view(lambda _: response(*arguments, status))

    return answer


for _name, _content in (
    ("Response", "content"),
    ("JSONResponse", {"key": 1}),
    ("PlainTextResponse", "content"),
    ("HTMLResponse", "content"),
    ("StreamingResponse", [b"content"]),
    ("FileResponse", __file__),
):
    probe(f"starlette.responses.{_name}", "status_code")(starlette_response(_name, _content))
probe("starlette.responses.RedirectResponse", "status_code", 307)(
    starlette_response("RedirectResponse", "/elsewhere")
)


@probe("starlette.exceptions.HTTPException", "status_code")
def _(status: Any) -> Any:
    from starlette.exceptions import HTTPException

    def view(_: Any) -> Any:
        raise HTTPException(status)

    return starlette_view(view)


@probe("starlette.authentication.requires", "status_code", 401)
def _(status: Any) -> Any:
    from starlette.authentication import requires

    def view(request: Any) -> Any:
        return requires("scope", status)(lambda request: None)(request)

    class Anonymous:
        scopes = ()

    def with_scopes(request: Any) -> Any:
        request.scope["auth"] = Anonymous()
        return view(request)

    return starlette_view(with_scopes)


@probe("starlette.templating.Jinja2Templates.TemplateResponse", "status_code")
def _(status: Any) -> Any:
    import jinja2
    from starlette.templating import Jinja2Templates

    templates = Jinja2Templates(
        env=jinja2.Environment(loader=jinja2.DictLoader({"page": "content"}), autoescape=True)
    )
    return starlette_view(lambda request: templates.TemplateResponse(request, "page", {}, status))


def handled(status: Any, raised: int = 404) -> dict[str, Any]:
    from starlette.responses import Response

    async def handler(*_: Any) -> Any:
        return Response("handled", raised)

    return {"exception_handlers": {status: handler}}


def raise_404(_: Any = None) -> Any:
    from starlette.exceptions import HTTPException

    raise HTTPException(404)


@probe("starlette.applications.Starlette", "exception_handlers")
def _(status: Any) -> Any:
    return starlette_view(raise_404, **handled(status))


@probe("starlette.applications.Starlette.add_exception_handler", "exc_class_or_status_code")
def _(status: Any) -> Any:
    from starlette.applications import Starlette

    application = Starlette()
    ((key, handler),) = handled(status)["exception_handlers"].items()
    application.add_exception_handler(key, handler)
    return run(call_asgi(application))


@probe("starlette.middleware.exceptions.ExceptionMiddleware", "handlers")
def _(status: Any) -> Any:
    from starlette.middleware.exceptions import ExceptionMiddleware

    async def application(*_: Any) -> None:
        raise_404()

    handlers = handled(status)["exception_handlers"]
    return run(call_asgi(ExceptionMiddleware(application, handlers)))


def fastapi_answer(application: Any) -> Any:
    """What the view answers, and the documented responses."""
    documented = json.loads(json.dumps(application.openapi()))["paths"]["/"]["get"]["responses"]
    return run(call_asgi(application)), sorted(documented)


@probe("fastapi.FastAPI.get", "status_code", 201)
def _(status: Any) -> Any:
    from fastapi import FastAPI

    application = FastAPI()
    application.get("/", status_code=status)(lambda: {"key": 1})
    return fastapi_answer(application)


@probe("fastapi.FastAPI.get", "responses")
def _(status: Any) -> Any:
    from fastapi import APIRouter, FastAPI

    answers = []
    for on_application, on_router, on_include, on_route in (
        ({status: {}}, {}, {}, {}),
        ({}, {status: {}}, {}, {}),
        ({}, {}, {status: {}}, {}),
        ({}, {}, {}, {status: {"description": "text"}}),
    ):
        application = FastAPI(responses=on_application)
        router = APIRouter(responses=on_router)
        router.get("/", responses=on_route)(lambda: {"key": 1})
        application.include_router(router, responses=on_include)
        answers.append(fastapi_answer(application))
    return answers


@probe("fastapi.FastAPI", "exception_handlers")
def _(status: Any) -> Any:
    from fastapi import FastAPI

    return run(call_asgi(FastAPI(**handled(status))))


@probe("fastapi.FastAPI.exception_handler", "exc_class_or_status_code")
def _(status: Any) -> Any:
    from fastapi import FastAPI

    application = FastAPI()
    ((key, handler),) = handled(status)["exception_handlers"].items()
    application.exception_handler(key)(handler)
    return run(call_asgi(application))


@probe("starlette.responses.Response", "status_code", way="injected")
def _(status: Any) -> Any:
    from fastapi import FastAPI, Response

    application = FastAPI()

    def view(response: Response) -> dict[str, int]:
        response.status_code = status
        return {"key": 1}

    view.__annotations__ = {"response": Response}
    application.get("/")(view)
    return fastapi_answer(application)


def litestar_answer(handler: Any, **options: Any) -> Any:
    """What the handler answers, and the documented responses."""
    from litestar import Litestar

    application = Litestar([handler], **options)
    documented = application.openapi_schema.to_schema()["paths"]["/"]["get"]["responses"]
    return run(call_asgi(application)), sorted(json.loads(json.dumps(documented)))


def litestar_view(view: Callable[[], Any], **options: Any) -> Any:
    from litestar import get

    async def handler() -> Any:
        return view()

    handler.__annotations__ = {"return": Any}
    return litestar_answer(get("/", **options)(handler))


@probe("litestar.get", "status_code", 201)
def _(status: Any) -> Any:
    return litestar_view(lambda: {"key": 1}, status_code=status)


@probe("litestar.get", "responses")
def _(status: Any) -> Any:
    from litestar.openapi import ResponseSpec

    return litestar_view(lambda: {"key": 1}, responses={status: ResponseSpec(None)})


def litestar_raises() -> Any:
    from litestar.exceptions import HTTPException

    raise HTTPException(status_code=404)


@probe("litestar.get", "exception_handlers")
def _(status: Any) -> Any:
    from litestar import Response

    def handler(*_: Any) -> Any:
        return Response("handled", status_code=404)

    return litestar_view(litestar_raises, exception_handlers={status: handler})


@probe("litestar.Controller", "exception_handlers")
def _(status: Any) -> Any:
    from litestar import Controller, Response, get

    def handler(*_: Any) -> Any:
        return Response("handled", status_code=404)

    async def view(self: Any) -> None:
        litestar_raises()

    view.__annotations__ = {"return": None}
    fields = {"path": "/", "exception_handlers": {status: handler}, "view": get("/")(view)}
    return litestar_answer(type("Own", (Controller,), fields))


@probe("litestar.response.Response", "status_code")
def _(status: Any) -> Any:
    from litestar import Response

    return litestar_view(lambda: Response({"key": 1}, status_code=status))


@probe("litestar.response.Redirect", "status_code", 307)
def _(status: Any) -> Any:
    from litestar.response import Redirect

    return litestar_view(lambda: Redirect("/elsewhere", status_code=status))


@probe("litestar.exceptions.HTTPException", "status_code", 409)
def _(status: Any) -> Any:
    from litestar.exceptions import HTTPException

    def raises(error: Callable[[], Exception]) -> Callable[[], Any]:
        def view() -> Any:
            raise error()

        return view

    own = type("Own", (HTTPException,), {"status_code": status})
    return litestar_view(raises(lambda: HTTPException(status_code=status))), litestar_view(
        raises(own)
    )


def blacksheep_view(view: Callable[[], Any], handler: Any = None) -> Any:
    import blacksheep
    from blacksheep.testing import TestClient

    async def answer() -> Any:
        application = blacksheep.Application(router=blacksheep.Router())

        @application.router.get("/")
        async def _() -> Any:
            return view()

        if handler is not None:
            handler(application)
        await application.start()
        response = await TestClient(application).get("/")
        return response.status, await response.read()

    return run(answer())


@probe("blacksheep.Response", "status")
def _(status: Any) -> Any:
    import blacksheep

    return blacksheep_view(lambda: blacksheep.Response(status))


@probe("blacksheep.HTTPException", "status")
def _(status: Any) -> Any:
    import blacksheep

    def view() -> Any:
        raise blacksheep.HTTPException(status, "text")

    return blacksheep_view(view)


@probe("blacksheep.status_code", "status")
def _(status: Any) -> Any:
    import blacksheep

    return blacksheep_view(lambda: blacksheep.status_code(status, "text"))


@probe("blacksheep.json", "status")
def _(status: Any) -> Any:
    import blacksheep

    return [
        blacksheep_view(lambda make=make: make("content", status))
        for make in (blacksheep.json, blacksheep.text, blacksheep.html, blacksheep.pretty_json)
    ]


@probe("blacksheep.Application", "exceptions_handlers")
def _(status: Any) -> Any:
    import blacksheep

    async def handled(*_: Any) -> Any:
        return blacksheep.text("handled", 404)

    def install(application: Any) -> None:
        application.exceptions_handlers[status] = handled

    def view() -> Any:
        raise blacksheep.HTTPException(404, "text")

    return blacksheep_view(view, install)


@probe("blacksheep.Application.exception_handler", "exception_type")
def _(status: Any) -> Any:
    import blacksheep

    async def handled(*_: Any) -> Any:
        return blacksheep.text("handled", 404)

    def view() -> Any:
        raise blacksheep.HTTPException(404, "text")

    return blacksheep_view(view, lambda application: application.exception_handler(status)(handled))


@probe("blacksheep.server.openapi.common.EndpointDocs", "responses")
def _(status: Any) -> Any:
    from blacksheep import Application, Router
    from blacksheep.server.openapi.common import EndpointDocs
    from blacksheep.server.openapi.v3 import OpenAPIHandler
    from openapidocs.v3 import Info

    application = Application(router=Router())
    documentation = OpenAPIHandler(info=Info("test", "1"))
    documentation.bind_app(application)

    async def view() -> str:
        return "content"

    view.__annotations__ = {"return": str}
    documentation(EndpointDocs(responses={status: "text"}))(view)
    application.router.add_get("/", view)
    run(application.start())
    return sorted(documentation.generate_documentation(application).paths["/"].get.responses)


def connexion_answer(view: Callable[[], Any], error_handler: Any = None) -> Any:
    """What a handler answers under both applications of Connexion."""
    from connexion import AsyncApp, FlaskApp
    from connexion.resolver import Resolver

    answers = []
    for kind in (FlaskApp, AsyncApp):
        application = kind("test")
        operation = {"operationId": "view", "responses": {"default": {"description": "text"}}}
        specification = {
            "openapi": "3.0.0",
            "info": {"title": "test", "version": "1"},
            "paths": {"/": {"get": operation}},
        }
        application.add_api(specification, resolver=Resolver(lambda _: view))
        if error_handler is not None:
            application.add_error_handler(*error_handler)
        response = application.test_client().get("/")
        answers.append((response.status_code, response.text))
    return answers


@probe("connexion.FlaskApp.route", "return")
def _(status: Any) -> Any:
    return connexion_answer(lambda: ({"key": 1}, status))


@probe("connexion.problem", "status")
def _(status: Any) -> Any:
    import connexion

    return connexion_answer(lambda: connexion.problem(status, "title", "detail"))


def connexion_raises(make: Callable[[], Exception]) -> Any:
    def view() -> Any:
        raise make()

    return connexion_answer(view)


@probe("connexion.exceptions.ProblemException", "status")
def _(status: Any) -> Any:
    from connexion.exceptions import ProblemException

    return connexion_raises(lambda: ProblemException(status=status, title="title"))


@probe("connexion.exceptions.ClientProblem", "status")
def _(status: Any) -> Any:
    from connexion.exceptions import ClientProblem

    return connexion_raises(lambda: ClientProblem(status, "title"))


@probe("connexion.lifecycle.ConnexionResponse", "status_code")
def _(status: Any) -> Any:
    from connexion.lifecycle import ConnexionResponse

    return connexion_answer(lambda: ConnexionResponse(status, body="content"))


@probe("connexion.FlaskApp.add_error_handler", "code_or_exception")
def _(status: Any) -> Any:
    from connexion import FlaskApp
    from connexion.lifecycle import ConnexionResponse

    application = FlaskApp("test")
    application.add_error_handler(
        status, lambda *_: ConnexionResponse(status_code=404, body="handled")
    )
    response = application.test_client().get("/")
    return response.status_code, response.text


@claim("starlette.responses.JSONResponse")
def _() -> None:
    from starlette.responses import JSONResponse

    assert starlette_view(lambda _: JSONResponse(404)) == (200, b"404")


@claim(
    "starlette.responses.Response",
    "starlette.responses.PlainTextResponse",
    "starlette.responses.HTMLResponse",
)
def _() -> None:
    from starlette.responses import HTMLResponse, PlainTextResponse, Response

    for response in (Response, PlainTextResponse, HTMLResponse):
        with pytest.raises(AttributeError):
            response(404)


@claim("litestar.exceptions.HTTPException")
def _() -> None:
    from litestar.exceptions import HTTPException, NotFoundException

    for error, expected in ((HTTPException(404), 500), (NotFoundException(409), 404)):
        assert error.status_code == expected


@claim("blacksheep.Response", "blacksheep.HTTPException")
def _() -> None:
    import blacksheep

    for call in (blacksheep.Response, blacksheep.HTTPException):
        for keyword in ("status_code", "code"):
            with pytest.raises(TypeError):
                call(**{keyword: 404})


def fastapi_view(view: Callable[[], Any], install: Callable[[Any], Any] = id) -> Any:
    from fastapi import FastAPI

    application = FastAPI()
    application.get("/")(view)
    install(application)
    return run(call_asgi(application))


@claim("fastapi.FastAPI.get")
def _() -> None:
    from fastapi import HTTPException

    code, content = fastapi_view(lambda: HTTPException(404))
    assert code == 200
    assert json.loads(content)["status_code"] == 404
    assert fastapi_view(lambda: ({"key": 1}, 404)) == (200, b'[{"key":1},404]')


@claim("fastapi.FastAPI.exception_handler")
def _() -> None:
    from fastapi.responses import JSONResponse

    def install(application: Any) -> None:
        application.exception_handler(404)(answer)

    async def answer(*_: Any) -> Any:
        return JSONResponse({})

    code, _ = fastapi_view(raise_404, install)
    assert code == 200


@claim("starlette.endpoints.HTTPEndpoint")
def _() -> None:
    from starlette.exceptions import HTTPException

    for answer in (HTTPException(404), ("content", 404)):
        with pytest.raises(TypeError, match="not callable"):
            starlette_view(lambda _, answer=answer: answer)


@claim("litestar.get")
def _() -> None:
    from litestar.exceptions import NotFoundException

    (code, _), _ = litestar_view(NotFoundException)
    assert code == 500
    answer, _ = litestar_view(lambda: ({"key": 1}, 404))
    assert answer == (200, b'[{"key":1},404]')


@claim("litestar.response.Response")
def _() -> None:
    from litestar import Response

    for status in (204, 304):
        (code, _), _ = litestar_view(lambda status=status: Response({}, status_code=status))
        assert code == 500


@claim("blacksheep.get")
def _() -> None:
    import blacksheep

    code, _ = blacksheep_view(lambda: blacksheep.HTTPException(404, "text"))
    assert code == 500
    assert blacksheep_view(lambda: ({"key": 1}, 404)) == (200, b'[{"key":1},404]')


@claim("blacksheep.Application.exception_handler")
def _() -> None:
    import blacksheep

    async def answer(*_: Any) -> Any:
        return blacksheep.text("content")

    def install(application: Any) -> None:
        application.exception_handler(404)(answer)

    def view() -> Any:
        raise blacksheep.HTTPException(404, "text")

    assert blacksheep_view(view, install) == (200, b"content")


@claim("connexion.FlaskApp.route")
def _() -> None:
    from connexion.exceptions import ProblemException

    answers = connexion_answer(lambda: ProblemException(status=404))
    assert [code for code, _ in answers] == [500, 500]
