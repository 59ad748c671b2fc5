"""Probes of raw ASGI, Starlette and FastAPI."""

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
