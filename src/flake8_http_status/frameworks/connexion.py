"""Connexion: problems, responses, error handlers and the test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ERRORS,
    KEPT_NUMBER,
    Argument,
    Attribute,
    Body,
    Endpoint,
    Framework,
    Limit,
    LimitKind,
    ReturnedTuple,
    Returns,
    Role,
    WrongKeyword,
)

APPS = ("connexion.FlaskApp", "connexion.AsyncApp")
PROBLEM = ("connexion.problem",)
EXCEPTION = ("connexion.exceptions.ProblemException",)
NUMBERED = ("connexion.exceptions.ClientProblem", "connexion.exceptions.ServerError")
RESPONSE = ("connexion.lifecycle.ConnexionResponse",)

FRAMEWORK = Framework(
    name="Connexion",
    packages=("connexion",),
    distribution="connexion",
    verified=("3.1.0", "3.3.0"),
    arguments=(
        Argument(of=PROBLEM, name="status", position=0, accepts=KEPT_NUMBER),
        Argument(of=EXCEPTION, name="status", accepts=KEPT_NUMBER),
        Argument(of=NUMBERED, name="status", position=0, accepts=KEPT_NUMBER),
        Argument(of=RESPONSE, name="status_code", position=0, accepts=KEPT_NUMBER),
        Argument(
            of=tuple(
                f"{owner}.add_error_handler"
                for owner in (*APPS, "connexion.middleware.ConnexionMiddleware")
            ),
            name="code_or_exception",
            position=0,
            role=Role.ROUTE,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=RESPONSE, name="status_code", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=(*EXCEPTION, *NUMBERED), name="status_code", accepts=KEPT_NUMBER),
    ),
    returned=(
        ReturnedTuple(
            status_at=1, lengths=(2, 3), decorators=tuple(f"{app}.route" for app in APPS)
        ),
    ),
    returns=(
        Returns(of=PROBLEM, is_a="connexion.lifecycle.ConnexionResponse"),
        Returns(
            of=tuple(f"{app}.test_client" for app in APPS), is_a="starlette.testclient.TestClient"
        ),
    ),
    aliases=(
        ("connexion.App", "connexion.FlaskApp"),
        ("connexion.problem.problem", "connexion.problem"),
        ("connexion.ProblemException", "connexion.exceptions.ProblemException"),
    ),
    limits=(
        Limit(
            of=(*EXCEPTION, *NUMBERED),
            kind=LimitKind.ERROR_ONLY,
            allowed=ERRORS,
            outcome="answers with a problem and a status that says there is none",
            source="Connexion 3.3.0",
        ),
    ),
    bodies=(Body(of=RESPONSE, name="body", position=3),),
    wrong_keywords=tuple(
        WrongKeyword(
            of=(*PROBLEM, *EXCEPTION, *NUMBERED),
            wrong=wrong,
            right="status",
            outcome="raises TypeError",
        )
        for wrong in ("status_code", "code")
    ),
    endpoints=(
        Endpoint(
            decorators=tuple(f"{app}.route" for app in APPS),
            exceptions=(*EXCEPTION, *NUMBERED),
            exception_outcome="cannot serialize it and answers 500",
        ),
    ),
)
