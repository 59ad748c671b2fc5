"""aiohttp's client: responses, the error that stands for one, and the test client."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    METHODS,
    Argument,
    Attribute,
    Fixture,
    Framework,
    Returns,
)

CALLS = (*METHODS, "request")
ERROR = ("aiohttp.ClientResponseError",)

FRAMEWORK = Framework(
    name="aiohttp client",
    packages=("aiohttp",),
    distribution="aiohttp",
    verified=("3.11.0", "3.14.5"),
    arguments=(Argument(of=ERROR, name="status", accepts=KEPT_NUMBER, produces=False),),
    attributes=(
        Attribute(of=("aiohttp.ClientResponse",), name="status"),
        Attribute(of=ERROR, name="status", accepts=KEPT_NUMBER, writable=True),
    ),
    returns=(
        Returns(
            of=(
                "aiohttp.request",
                *(f"aiohttp.ClientSession.{call}" for call in CALLS),
                *(f"aiohttp.test_utils.TestClient.{call}" for call in CALLS),
            ),
            is_a="aiohttp.ClientResponse",
        ),
        Returns(
            of=(
                "aiohttp.test_utils.AioHTTPTestCase.client",
                "pytest_aiohttp.plugin.AiohttpClient",
            ),
            is_a="aiohttp.test_utils.TestClient",
        ),
    ),
    fixtures=(Fixture(name="aiohttp_client", is_a="pytest_aiohttp.plugin.AiohttpClient"),),
    aliases=(
        *(
            (f"aiohttp.{error}", "aiohttp.ClientResponseError")
            for error in (
                "ClientHttpProxyError",
                "ContentTypeError",
                "TooManyRedirects",
                "WSServerHandshakeError",
                "client_exceptions.ClientResponseError",
            )
        ),
        ("aiohttp.client.ClientSession", "aiohttp.ClientSession"),
        ("aiohttp.client_reqrep.ClientResponse", "aiohttp.ClientResponse"),
    ),
)
