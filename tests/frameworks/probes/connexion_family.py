"""Probes of Connexion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from probes._probe import claim, probe

if TYPE_CHECKING:
    from collections.abc import Callable


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


@claim("connexion.FlaskApp.route")
def _() -> None:
    from connexion.exceptions import ProblemException

    answers = connexion_answer(lambda: ProblemException(status=404))
    assert [code for code, _ in answers] == [500, 500]
