"""Probes of Litestar."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from probes._probe import call_asgi, claim, probe, run

if TYPE_CHECKING:
    from collections.abc import Callable


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


@claim("litestar.exceptions.HTTPException")
def _() -> None:
    from litestar.exceptions import HTTPException, NotFoundException

    for error, expected in ((HTTPException(404), 500), (NotFoundException(409), 404)):
        assert error.status_code == expected


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
