"""Tornado's HTTP client: responses and the error that stands for one."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    Framework,
    Returns,
    Role,
)

ERROR = ("tornado.httpclient.HTTPClientError",)
RESPONSE = ("tornado.httpclient.HTTPResponse",)

FRAMEWORK = Framework(
    name="Tornado client",
    packages=("tornado.httpclient", "tornado.testing"),
    distribution="tornado",
    verified=("6.4", "6.6.1"),
    arguments=(
        Argument(of=ERROR, name="code", position=0, accepts=KEPT_NUMBER, produces=False),
        Argument(
            of=RESPONSE,
            name="code",
            position=1,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=(*ERROR, *RESPONSE), name="code", accepts=KEPT_NUMBER, writable=True),
    ),
    returns=(
        Returns(
            of=(
                "tornado.httpclient.HTTPClient.fetch",
                "tornado.httpclient.AsyncHTTPClient.fetch",
                "tornado.httpclient.HTTPClientError.response",
                "tornado.testing.AsyncHTTPTestCase.fetch",
            ),
            is_a="tornado.httpclient.HTTPResponse",
        ),
        Returns(
            of=(
                "tornado.testing.AsyncHTTPTestCase.http_client",
                "tornado.testing.AsyncHTTPTestCase.get_http_client",
            ),
            is_a="tornado.httpclient.AsyncHTTPClient",
        ),
    ),
    aliases=(
        ("tornado.httpclient.HTTPError", "tornado.httpclient.HTTPClientError"),
        ("tornado.testing.AsyncHTTPSTestCase", "tornado.testing.AsyncHTTPTestCase"),
    ),
)
