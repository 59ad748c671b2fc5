"""Probes of HTTP clients: what they read from a server, and responses that are made by hand."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import importlib
import io
from typing import Any

from probes._probe import probe, run, same
from probes._server import address, port


@probe("requests.Response", "status_code")
def _(status: Any) -> Any:
    requests = importlib.import_module("requests")
    made = requests.Response()
    made.status_code = status
    return (
        same(requests.get(address(), timeout=5).status_code, status),
        same(requests.Session().get(address(), timeout=5).status_code, status),
        same(made.status_code, 404),
        made.ok,
    )


@probe("niquests.Response", "status_code")
def _(status: Any) -> Any:
    niquests = importlib.import_module("niquests")

    async def read() -> Any:
        async with niquests.AsyncSession() as session:
            return (await session.get(address())).status_code

    made = niquests.Response()
    made.status_code = status
    return (
        same(niquests.get(address()).status_code, status),
        same(run(read()), status),
        same(made.status_code, 404),
        made.ok,
    )


@probe("httpx.Response", "status_code")
def _(status: Any) -> Any:
    return _httpx("httpx", status)


@probe("httpx2.Response", "status_code")
def _(status: Any) -> Any:
    return _httpx("httpx2", status)


def _httpx(package: str, status: Any) -> Any:
    httpx = importlib.import_module(package)

    async def read() -> Any:
        async with httpx.AsyncClient() as client:
            return (await client.get(address())).status_code

    transport = httpx.MockTransport(lambda _: httpx.Response(status, text="content"))
    answer = httpx.Client(transport=transport).get("http://host.test/")
    return (
        same(httpx.get(address()).status_code, status),
        same(run(read()), status),
        same(answer.status_code, 404),
        answer.reason_phrase,
        answer.is_client_error,
    )


@probe("urllib.error.HTTPError", "code")
def _(status: Any) -> Any:
    from email.message import Message
    from urllib.error import HTTPError

    made = HTTPError("http://host.test/", status, "message", Message(), io.BytesIO())
    return same(made.code, 404), str(made)


@probe("urllib.error.HTTPError", "status")
@probe("urllib.error.HTTPError", "getcode")
def _(status: Any) -> Any:
    from email.message import Message
    from urllib.error import HTTPError
    from urllib.request import urlopen

    made = HTTPError("http://host.test/", status, "message", Message(), io.BytesIO())
    try:
        urlopen(address())
    except HTTPError as error:
        read = error
    return (
        [same(value, status) for value in (read.code, read.status, read.getcode())],
        [same(value, 404) for value in (made.code, made.status, made.getcode())],
    )


@probe("urllib.response.addinfourl", "code", 201)
@probe("urllib.response.addinfourl", "status", 201)
@probe("urllib.response.addinfourl", "getcode", 201)
def _(status: Any) -> Any:
    from email.message import Message
    from urllib.response import addinfourl

    made = addinfourl(io.BytesIO(), Message(), "http://host.test/", 201)
    return [same(value, status) for value in (made.code, made.status, made.getcode())]


@probe("http.client.HTTPResponse", "status")
@probe("http.client.HTTPResponse", "code")
@probe("http.client.HTTPResponse", "getcode")
def _(status: Any) -> Any:
    from http.client import HTTPConnection
    from urllib.request import urlopen

    connection = HTTPConnection("127.0.0.1", port())
    connection.request("GET", "/404")
    response = connection.getresponse()
    with urlopen(address(201)) as opened:
        found = same(opened.status, 201)
    read = (response.status, response.code, response.getcode())  # type: ignore[attr-defined]
    return [same(value, status) for value in read], found


@probe("http.client", "responses")
def _(status: Any) -> Any:
    from http.client import responses

    return responses[status]


@probe("urllib3.BaseHTTPResponse", "status")
def _(status: Any) -> Any:
    import urllib3

    pool = urllib3.connection_from_url(address())
    return (
        same(urllib3.request("GET", address()).status, status),
        same(urllib3.PoolManager().request("GET", address()).status, status),
        same(pool.request("GET", "/404").status, status),
    )


@probe("urllib3.HTTPResponse", "status")
def _(status: Any) -> Any:
    import urllib3

    made = urllib3.HTTPResponse(b"content", {}, status)
    return same(made.status, 404)


@probe("aiohttp.ClientResponse", "status")
def _(status: Any) -> Any:
    import aiohttp
    from aiohttp import test_utils, web

    async def read() -> Any:
        async with aiohttp.ClientSession() as session, session.get(address()) as response:
            return response.status

    async def read_from_test_client() -> Any:
        server = test_utils.TestServer(web.Application())
        async with test_utils.TestClient(server) as client:
            return (await client.get("/")).status

    return same(run(read()), status), same(run(read_from_test_client()), status)


@probe("aiohttp.ClientResponseError", "status")
def _(status: Any) -> Any:
    import aiohttp

    made = aiohttp.ClientResponseError(_request_info(), (), status=status, message="message")
    changed = aiohttp.ClientResponseError(_request_info(), ())
    changed.status = status
    return same(made.status, 404), same(changed.status, 404), str(made)


def _request_info() -> Any:
    import aiohttp
    import yarl
    from multidict import CIMultiDict, CIMultiDictProxy

    url = yarl.URL("http://host.test/")
    return aiohttp.RequestInfo(url, "GET", CIMultiDictProxy(CIMultiDict()), url)


@probe("tornado.httpclient.HTTPClientError", "code")
def _(status: Any) -> Any:
    from tornado.httpclient import AsyncHTTPClient, HTTPClientError

    async def read() -> Any:
        try:
            await AsyncHTTPClient().fetch(address())
        except HTTPClientError as error:
            return error.code, error.response.code

    made = HTTPClientError(status, "message")
    return [same(value, status) for value in run(read())], same(made.code, 404), str(made)


@probe("tornado.httpclient.HTTPResponse", "code")
def _(status: Any) -> Any:
    from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse

    async def read() -> Any:
        return (await AsyncHTTPClient().fetch(address(), raise_error=False)).code

    made = HTTPResponse(HTTPRequest("http://host.test/"), status)
    return same(run(read()), status), same(made.code, 404), made.reason, str(made.error)


@probe("twisted.web.iweb.IResponse", "code")
def _(status: Any) -> Any:
    return same(_twisted_response(404).code, status)


@probe("treq.testing.StringStubbingResource", "return")
def _(status: Any) -> Any:
    return _twisted_response(status).code


def _twisted_response(status: Any) -> Any:
    """The response to a request that a stub of treq answers."""
    from treq.testing import StringStubbingResource, StubTreq

    stub = StubTreq(StringStubbingResource(lambda *_: (status, {}, b"content")))
    found: list[Any] = []
    stub.get("http://host.test/").addCallback(found.append)
    return found[0]


@probe("httplib2.Response", "status")
def _(status: Any) -> Any:
    import httplib2

    response, _ = httplib2.Http().request(address())
    made = httplib2.Response({})
    made.status = status
    return same(response.status, status), same(made.status, 404)


@probe("h11.Response", "status_code")
def _(status: Any) -> Any:
    return _h11("Response", status)


@probe("h11.InformationalResponse", "status_code", 103)
def _(status: Any) -> Any:
    return _h11("InformationalResponse", status)


def _h11(kind: str, status: Any) -> Any:
    import h11

    connection = h11.Connection(h11.SERVER)
    connection.receive_data(b"GET / HTTP/1.1\r\nHost: host.test\r\n\r\n")
    connection.next_event()
    response = getattr(h11, kind)(status_code=status, headers=[], reason=b"phrase")
    return response.status_code, connection.send(response)


@probe("locust.contrib.fasthttp.FastResponse", "status_code")
def _(status: Any) -> Any:
    from locust import FastHttpUser, HttpUser
    from locust.env import Environment

    def read(user_class: Any) -> Any:
        user_class.host = f"http://127.0.0.1:{port()}"
        return user_class(Environment(user_classes=[user_class])).client.get("/404").status_code

    users = type("User", (HttpUser,), {}), type("FastUser", (FastHttpUser,), {})
    return [same(read(user), status) for user in users]


@probe("schemathesis.Response", "status_code")
def _(status: Any) -> Any:
    import schemathesis

    schema = schemathesis.openapi.from_dict(
        {
            "openapi": "3.0.0",
            "info": {"title": "title", "version": "1"},
            "paths": {"/404": {"get": {"responses": {"404": {"description": "Not found"}}}}},
        }
    )
    case = schema["/404"]["GET"].Case()
    return same(case.call(base_url=f"http://127.0.0.1:{port()}").status_code, status)
