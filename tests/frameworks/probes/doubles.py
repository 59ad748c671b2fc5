"""Probes of test doubles: what the client sees of the status that a double is given."""

# mypy: disable-error-code="import-not-found,import-untyped"

from __future__ import annotations

import importlib
from http.client import HTTPConnection
from inspect import signature
from typing import TYPE_CHECKING, Any

import pytest
from probes._probe import probe, run, same

if TYPE_CHECKING:
    from collections.abc import Callable

URL = "http://host.test/"
METHODS = ("get", "post", "put", "patch", "delete", "head", "options")


def asked(method: str = "get") -> Any:
    """The status and the phrase that Requests sees."""
    import requests

    response = requests.request(method, URL, timeout=5)
    return same(response.status_code, 404), response.reason, response.ok


def probe_methods(prefix: str, name: str, answer: Any) -> None:
    """Register a probe for each HTTP method; ``answer`` takes the method and the status."""
    for method in METHODS:
        probe(f"{prefix}{method}", name)(lambda status, method=method: answer(method, status))


def _responses(method: str, status: Any) -> Any:
    import responses

    with responses.mock:
        getattr(responses, method)(URL, status=status)
        module = asked(method)
    with responses.RequestsMock() as mock:
        getattr(mock, method)(URL, status=status)
        return module, asked(method)


for _prefix in ("responses.", "responses.RequestsMock."):
    probe_methods(_prefix, "status", _responses)


@probe("responses.Response", "status")
@probe("responses.add", "status")
@probe("responses.RequestsMock.add", "status")
@probe("responses.replace", "status")
@probe("responses.RequestsMock.replace", "status")
@probe("responses.upsert", "status")
@probe("responses.RequestsMock.upsert", "status")
def _(status: Any) -> Any:
    import responses

    with responses.mock:
        responses.add("GET", URL, status=status)
        answers = [asked()]
        responses.replace("GET", URL, status=status)
        answers.append(asked())
        responses.upsert("GET", URL, status=status)
        answers.append(asked())
    with responses.mock:
        responses.add(responses.Response("GET", URL, "content", None, status))
        answers.append(asked())
    return answers


@probe("responses.add_callback", "return")
@probe("responses.RequestsMock.add_callback", "return")
@probe("responses.CallbackResponse", "return")
def _(status: Any) -> Any:
    import responses

    def answer(_: Any) -> Any:
        return status, {}, "content"

    with responses.mock:
        responses.add_callback("GET", URL, answer)
        added = asked()
    with responses.mock:
        responses.add(responses.CallbackResponse("GET", URL, answer))
        return added, asked()


def _requests_mock(method: str, status: Any) -> Any:
    import requests_mock

    with requests_mock.Mocker() as mocker:
        getattr(mocker, method)(URL, status_code=status)
        return asked(method)


probe_methods("requests_mock.Mocker.", "status_code", _requests_mock)


@probe("requests_mock.Mocker.request", "status_code")
@probe("requests_mock.Mocker.register_uri", "status_code")
@probe("requests_mock.Adapter.register_uri", "status_code")
@probe("requests_mock.create_response", "status_code")
def _(status: Any) -> Any:
    import requests
    import requests_mock

    answers = []
    for name in ("request", "register_uri"):
        with requests_mock.Mocker() as mocker:
            getattr(mocker, name)("GET", URL, status_code=status)
            answers.append(asked())
    session, adapter = requests.Session(), requests_mock.Adapter()
    session.mount("http://", adapter)
    adapter.register_uri("GET", URL, status_code=status)
    request = requests.Request("GET", URL).prepare()
    made = requests_mock.create_response(request, status_code=status)
    return answers, same(session.get(URL).status_code, 404), same(made.status_code, 404)


@probe("respx.Route.respond", "status_code")
@probe("respx.Route.__mod__", "response")
@probe("respx.MockResponse", "status_code")
def _(status: Any) -> Any:
    import httpx
    import respx

    answers = []
    with respx.mock:
        for route in (
            lambda: respx.get(URL).respond(status),
            lambda: respx.get(URL) % status,
            lambda: respx.get(URL).mock(respx.MockResponse(status)),
        ):
            route()
            response = httpx.get(URL)
            answers.append((same(response.status_code, 404), response.is_client_error))
    return answers


@probe("pytest_httpx.HTTPXMock.add_response", "status_code")
def _(status: Any) -> Any:
    import httpx
    from pytest_httpx import HTTPXMock
    from pytest_httpx._options import _HTTPXMockOptions

    mock = HTTPXMock(_HTTPXMockOptions())
    mock.add_response(status)
    request = httpx.Request("GET", URL)
    response = mock._handle_request(httpx.HTTPTransport(), request)
    return same(response.status_code, 404), response.is_client_error


def _aioresponses(method: str, status: Any) -> Any:
    aioresponses = importlib.import_module("aioresponses")
    aiohttp = importlib.import_module("aiohttp")
    if "stream_writer" in signature(aiohttp.ClientResponse).parameters:
        pytest.skip("aioresponses 0.7.9 cannot make the responses of this aiohttp")

    async def ask(**callback: Any) -> Any:
        with aioresponses.aioresponses() as mock:
            if callback:
                mock.add(URL, method.upper(), **callback)
            else:
                getattr(mock, method)(URL, status=status)
                mock.add(URL, method.upper(), status)
            async with aiohttp.ClientSession() as session:
                answers = [await session.request(method, URL) for _ in range(2 - len(callback))]
            return [(same(answer.status, 404), answer.ok) for answer in answers]

    result = aioresponses.CallbackResult(method.upper(), status)
    return run(ask()), run(ask(callback=lambda *_, **__: result))


probe_methods("aioresponses.aioresponses.", "status", _aioresponses)
probe("aioresponses.aioresponses.add", "status")(lambda status: _aioresponses("get", status))
probe("aioresponses.CallbackResult", "status")(lambda status: _aioresponses("get", status))


@probe("httpretty.register_uri", "status")
@probe("httpretty.HTTPretty.register_uri", "status")
@probe("httpretty.Response", "status")
@probe("httpretty.HTTPretty.Response", "status")
def _(status: Any) -> Any:
    import httpretty

    answers = []
    with httpretty.enabled(allow_net_connect=False):
        for described in (
            {"body": "content", "status": status},
            {"responses": [httpretty.Response("content", status=status)]},
        ):
            httpretty.register_uri("GET", URL, **described)
            connection = HTTPConnection("host.test")
            connection.request("GET", "/")
            response = connection.getresponse()
            answers.append((same(response.status, 404), response.reason))
    return answers


def _pook(method: str, describe: Callable[[Any], Any] = bool, **answer: Any) -> Any:
    import pook

    pook.on()
    try:
        describe(getattr(pook, method)(URL, **answer))
        return asked(method)
    finally:
        pook.off()
        pook.reset()


for _name in ("reply", "response_status", "status"):
    probe_methods(
        "pook.", _name, lambda method, status, name=_name: _pook(method, **{name: status})
    )


@probe("pook.Mock.reply", "status")
@probe("pook.Mock.status", "code")
@probe("pook.Response.status", "code")
def _(status: Any) -> Any:
    return (
        _pook("get", lambda mock: mock.reply(status)),
        _pook("get", lambda mock: mock.status(status)),
        _pook("get", lambda mock: mock.reply().status(status)),
    )


@probe("pytest_httpserver.RequestHandler.respond_with_data", "status")
@probe("pytest_httpserver.RequestHandler.respond_with_json", "status")
def _(status: Any) -> Any:
    import requests
    from pytest_httpserver import HTTPServer

    with HTTPServer() as server:
        server.expect_request("/data").respond_with_data("content", status)
        server.expect_request("/json").respond_with_json({}, status)
        answers = [requests.get(server.url_for(path), timeout=5) for path in ("/data", "/json")]
    return [same(answer.status_code, 404) for answer in answers]


def _mock(package: str, callable_: str, name: str, status: Any) -> Any:
    mock = importlib.import_module(package)
    if callable_ == "patch":
        with mock.patch("os.sep", **{name: status}) as double:
            return same(getattr(double, name), 404)
    if callable_ == "patch.object":
        with mock.patch.object(mock, "ANY", **{name: status}) as double:
            return same(getattr(double, name), 404)
    if callable_ == "create_autospec":
        spec = type("Spec", (), {name: 200})
        return same(getattr(mock.create_autospec(spec, **{name: status}), name), 404)
    kind, _, configure = callable_.partition(".")
    if configure:
        double = getattr(mock, kind)()
        double.configure_mock(**{name: status})
    else:
        double = getattr(mock, kind)(**{name: status})
    return same(getattr(double, name), 404)


_KINDS = ("Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock")
for _name in ("status_code", "status", "code", "status_int", "http_status"):
    for _callable in (
        *(_KINDS),
        *(f"{kind}.configure_mock" for kind in _KINDS),
        *("patch", "patch.object", "create_autospec"),
    ):
        probe(f"unittest.mock.{_callable}", _name)(
            lambda status, callable_=_callable, name=_name: _mock(
                "unittest.mock", callable_, name, status
            )
        )
