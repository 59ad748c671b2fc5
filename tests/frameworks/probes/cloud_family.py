"""Probes of AWS Lambda, Powertools, Chalice and Azure Functions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import claim, probe

if TYPE_CHECKING:
    from collections.abc import Callable


@probe("AWS Lambda", "statusCode")
def _(status: Any) -> Any:
    return json.dumps({"statusCode": status, "body": "content"})


def powertools_answer(view: Callable[[], Any], **options: Any) -> Any:
    return [powertools_call(view, call, options) for call in ("get", "route")]


def powertools_call(view: Callable[[], Any], call: str, options: dict[str, Any]) -> Any:
    from aws_lambda_powertools.event_handler import APIGatewayRestResolver

    resolver = APIGatewayRestResolver(enable_validation=bool(options))
    method = {"method": "GET"} if call == "route" else {}
    getattr(resolver, call)("/", **method, **options)(view)
    event = {
        "path": "/",
        "httpMethod": "GET",
        "headers": {},
        "multiValueHeaders": {},
        "queryStringParameters": None,
        "multiValueQueryStringParameters": None,
        "requestContext": {"stage": "test", "requestId": "1", "path": "/"},
        "body": None,
        "isBase64Encoded": False,
    }
    answer = json.loads(json.dumps(resolver.resolve(event, object())))
    if not options:
        return answer["statusCode"], answer["body"]
    return (
        answer["statusCode"],
        answer["body"],
        sorted(
            json.loads(resolver.get_openapi_json_schema(title="test"))["paths"]["/"]["get"][
                "responses"
            ]
        ),
    )


@probe("aws_lambda_powertools.event_handler.Response", "status_code")
def _(status: Any) -> Any:
    from aws_lambda_powertools.event_handler import Response

    return powertools_answer(lambda: Response(status, "text/plain", "content"))


@probe("aws_lambda_powertools.event_handler.exceptions.ServiceError", "status_code")
def _(status: Any) -> Any:
    from aws_lambda_powertools.event_handler.exceptions import ServiceError

    def view() -> Any:
        raise ServiceError(status, "text")

    return powertools_answer(view)


@probe("aws_lambda_powertools.event_handler.ApiGatewayResolver.get", "return")
def _(status: Any) -> Any:
    return powertools_answer(lambda: ({"key": 1}, status))


@probe("aws_lambda_powertools.event_handler.ApiGatewayResolver.route", "status_code", 201)
@probe("aws_lambda_powertools.event_handler.ApiGatewayResolver.get", "status_code", 201)
def _(status: Any) -> Any:
    return powertools_answer(lambda: {"key": 1}, status_code=status)


@probe("aws_lambda_powertools.event_handler.ApiGatewayResolver.route", "responses")
@probe("aws_lambda_powertools.event_handler.ApiGatewayResolver.get", "responses")
def _(status: Any) -> Any:
    return powertools_answer(lambda: {"key": 1}, responses={status: {"description": "text"}})


@probe(
    "aws_lambda_powertools.event_handler.ApiGatewayResolver.route",
    "custom_response_validation_http_code",
    500,
)
@probe(
    "aws_lambda_powertools.event_handler.ApiGatewayResolver.get",
    "custom_response_validation_http_code",
    500,
)
def _(status: Any) -> Any:
    def view() -> int:
        return "text"

    view.__annotations__ = {"return": int}
    return powertools_answer(view, custom_response_validation_http_code=status)


@probe(
    "aws_lambda_powertools.event_handler.ApiGatewayResolver",
    "response_validation_error_http_code",
    500,
)
def _(status: Any) -> Any:
    from aws_lambda_powertools.event_handler import APIGatewayRestResolver

    resolver = APIGatewayRestResolver(
        enable_validation=True, response_validation_error_http_code=status
    )
    return int(resolver._response_validation_error_http_code)


@probe("chalice.Response", "status_code")
def _(status: Any) -> Any:
    import chalice

    return chalice_answer(lambda: chalice.Response("content", {"Content-Type": "x/y"}, status))


@probe("chalice.ChaliceViewError", "STATUS_CODE", 409)
def _(status: Any) -> Any:
    import chalice

    own = type("Own", (chalice.ChaliceViewError,), {"STATUS_CODE": status})

    def view() -> Any:
        raise own("text")

    return chalice_answer(view)


def chalice_answer(view: Callable[[], Any]) -> Any:
    import chalice
    from chalice.test import Client

    application = chalice.Chalice("test")
    application.route("/")(view)
    with Client(application, project_dir="/") as client:
        response = client.http.get("/")
    return json.loads(json.dumps([response.status_code, response.body.decode()]))


@probe("azure.functions.HttpResponse", "status_code")
def _(status: Any) -> Any:
    import azure.functions
    from azure.functions.http import HttpResponseConverter

    response = azure.functions.HttpResponse("content", status_code=status)
    datum = HttpResponseConverter.encode(response, expected_type=None)
    return datum.value["status_code"].value, response.status_code


@claim("aws_lambda_powertools.event_handler.Response")
def _() -> None:
    from aws_lambda_powertools.event_handler import Response

    response = Response(200, 404)
    assert (response.status_code, response.headers["Content-Type"]) == (200, 404)


@claim("chalice.Response")
def _() -> None:
    import chalice

    assert chalice.Response("content", 404).status_code == 200
    code, _ = chalice_answer(lambda: chalice.Response("content", 404))
    assert code == 500


@claim("chalice.Chalice.route")
def _() -> None:
    import chalice

    with pytest.raises(TypeError, match="not JSON serializable"):
        chalice_answer(lambda: chalice.NotFoundError("text"))
    assert chalice_answer(lambda: ("content", 404)) == [200, '["content",404]']


@claim("aws_lambda_powertools.event_handler.ApiGatewayResolver.get")
def _() -> None:
    from aws_lambda_powertools.event_handler.exceptions import ServiceError

    with pytest.raises(TypeError, match="not JSON serializable"):
        powertools_answer(lambda: ServiceError(404, "text"))
