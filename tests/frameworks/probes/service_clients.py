"""Probes of clients of one service: their errors, their metadata and their stubs."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

from typing import Any

from probes._probe import probe, same
from probes._server import address


@probe("botocore.stub.Stubber.add_client_error", "http_status_code")
@probe("botocore", "HTTPStatusCode")
def _(status: Any) -> Any:
    import botocore.session
    from botocore.exceptions import ClientError
    from botocore.stub import Stubber

    client = botocore.session.get_session().create_client(
        "s3", "us-east-1", aws_access_key_id="-", aws_secret_access_key="-"
    )
    with Stubber(client) as stubber:
        stubber.add_client_error("list_buckets", "NoSuchKey", "message", status)
        try:
            client.list_buckets()
        except ClientError as error:
            metadata = error.response["ResponseMetadata"]
            return metadata["HTTPStatusCode"], same(404, metadata["HTTPStatusCode"]), str(error)


@probe("botocore.awsrequest.AWSResponse", "status_code")
def _(status: Any) -> Any:
    from botocore.awsrequest import AWSResponse

    return same(AWSResponse("http://host.test/", status, {}, None).status_code, 404)


@probe("googleapiclient.errors.HttpError", "status_code")
def _(status: Any) -> Any:
    import httplib2
    from googleapiclient.errors import HttpError

    error = HttpError(httplib2.Response({"status": 404}), b"content")
    return same(error.status_code, status), same(error.resp.status, status)


@probe("google.api_core.exceptions.from_http_status", "status_code")
@probe("google.api_core.exceptions.exception_class_for_http_status", "status_code")
@probe("google.api_core.exceptions.GoogleAPICallError", "code")
def _(status: Any) -> Any:
    from google.api_core import exceptions

    error = exceptions.from_http_status(status, "message")
    made = type("Made", (exceptions.ClientError,), {"code": status})("message")
    return (
        type(error).__name__,
        exceptions.exception_class_for_http_status(status).__name__,
        same(error.code, 404),
        same(made.code, 404),
        str(made),
    )


@probe("elasticsearch.ApiError", "status_code")
@probe("elastic_transport.ApiResponseMeta", "status")
def _(status: Any) -> Any:
    from elastic_transport import ApiResponseMeta, HttpHeaders, NodeConfig
    from elasticsearch import ApiError

    node = NodeConfig("http", "host.test", 80)
    error = ApiError("message", ApiResponseMeta(status, "1.1", HttpHeaders(), 0.1, node), {})
    return same(error.status_code, 404), same(error.meta.status, 404)


@probe("opensearchpy.TransportError", "status_code")
def _(status: Any) -> Any:
    from opensearchpy import TransportError

    return same(TransportError(404, "message", {}).status_code, status)


@probe("kubernetes.client.ApiException", "status")
def _(status: Any) -> Any:
    from kubernetes.client import ApiException

    changed = ApiException()
    changed.status = status
    return same(ApiException(status, "reason").status, 404), same(changed.status, 404)


@probe("kubernetes.client.V1Status", "code")
def _(status: Any) -> Any:
    from kubernetes.client import V1Status

    made = V1Status(code=status)
    return same(made.code, 404), made.to_dict()["code"]


@probe("github.GithubException", "status")
def _(status: Any) -> Any:
    from github import GithubException

    return same(GithubException(status, {}, {}).status, 404)


@probe("docker.errors.APIError", "status_code")
def _(status: Any) -> Any:
    import requests
    from docker.errors import APIError

    response = requests.get(address(), timeout=5)
    return same(APIError("message", response).status_code, status)


@probe("azure.core.exceptions.HttpResponseError", "status_code")
@probe("azure.core.rest.HttpResponse", "status_code")
def _(status: Any) -> Any:
    from azure.core import PipelineClient
    from azure.core.exceptions import HttpResponseError
    from azure.core.rest import HttpRequest

    response = PipelineClient("").send_request(HttpRequest("GET", address()))
    error = HttpResponseError("message", response)
    return same(response.status_code, status), same(error.status_code, status)
