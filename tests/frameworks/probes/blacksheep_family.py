"""Probes of BlackSheep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe, run

if TYPE_CHECKING:
    from collections.abc import Callable


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


@claim("blacksheep.Response", "blacksheep.HTTPException")
def _() -> None:
    import blacksheep

    for call in (blacksheep.Response, blacksheep.HTTPException):
        for keyword in ("status_code", "code"):
            with pytest.raises(TypeError):
                call(**{keyword: 404})


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
