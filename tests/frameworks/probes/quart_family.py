"""Probes of Quart."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe, run

if TYPE_CHECKING:
    from collections.abc import Callable


def quart_view(view: Callable[[], Any]) -> Any:
    import quart

    application = quart.Quart("test")

    @application.route("/")
    async def _() -> Any:
        made = view()
        return await made if asyncio.iscoroutine(made) else made

    return quart_answer(application)


def quart_answer(application: Any) -> Any:
    async def answer() -> Any:
        response = await application.test_client().get("/")
        return response.status_code, await response.get_data()

    return run(answer())


@probe("quart.abort", "code")
def _(status: Any) -> Any:
    import quart

    return quart_view(lambda: quart.abort(status))


@probe("quart.redirect", "code", 307)
def _(status: Any) -> Any:
    import quart

    return quart_view(lambda: quart.redirect("/elsewhere", status))


@probe("quart.Response", "status")
def _(status: Any) -> Any:
    import quart

    return quart_view(lambda: quart.Response("content", status))


@probe("quart.Response", "status_code")
def _(status: Any) -> Any:
    import quart

    def view() -> Any:
        response = quart.Response("content")
        response.status_code = status
        return response

    return quart_view(view)


@probe("quart.make_response", "*args")
def _(status: Any) -> Any:
    import quart

    return quart_view(lambda: quart.make_response("content", status))


@probe("quart.Quart.route", "return")
def _(status: Any) -> Any:
    return quart_view(lambda: ("content", status))


@probe("quart.Quart.errorhandler", "code_or_exception")
def _(status: Any) -> Any:
    import quart

    application = quart.Quart("test")
    application.errorhandler(status)(lambda _: ("handled", 404))
    return quart_answer(application)


@probe("quart.Blueprint.app_errorhandler", "code")
def _(status: Any) -> Any:
    import quart

    application = quart.Quart("test")
    blueprint = quart.Blueprint("test", "test")
    blueprint.app_errorhandler(status)(lambda _: ("handled", 404))
    application.register_blueprint(blueprint)
    return quart_answer(application)


@probe("quart.Response", "default_status")
def _(status: Any) -> Any:
    import quart

    own = type("Own", (quart.Response,), {"default_status": status})
    return quart_view(lambda: own("content"))


@probe("quart.views.MethodView", "return")
@probe("quart.views.View", "return")
def _(status: Any) -> Any:
    import quart
    from quart.views import MethodView, View

    async def answer(_: Any) -> Any:
        return "content", status

    answers = []
    for base, method in ((MethodView, "get"), (View, "dispatch_request")):
        application = quart.Quart("test")
        view = type("Own", (base,), {method: answer}).as_view("view")
        application.add_url_rule("/", view_func=view)
        answers.append(quart_answer(application))
    return answers


@claim("quart.abort")
def _() -> None:
    import quart

    with pytest.raises(TypeError):
        quart.abort(status=404)


@claim("quart.Blueprint.app_errorhandler", "quart.render_template")
def _() -> None:
    import quart

    for answer in (lambda: "content", lambda: {"key": 1}, lambda: quart.Response("content")):
        application = quart.Quart("test")
        application.errorhandler(404)(lambda _, answer=answer: answer())
        code, _ = quart_answer(application)
        assert code == 200
