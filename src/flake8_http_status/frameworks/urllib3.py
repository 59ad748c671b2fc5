"""urllib3: responses, and the statuses that are retried."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    ClassAttribute,
    Framework,
    NotStatus,
    Returns,
    Role,
    Shape,
)

RETRY = ("urllib3.Retry",)
REQUESTS = ("request", "request_encode_url", "request_encode_body", "urlopen")

FRAMEWORK = Framework(
    name="urllib3",
    packages=("urllib3",),
    distribution="urllib3",
    verified=("2.0.7", "2.8.0"),
    arguments=(
        Argument(
            of=RETRY,
            name="status_forcelist",
            position=7,
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(of=("urllib3.Retry.is_retry",), name="status_code", position=1, produces=False),
        Argument(
            of=("urllib3.HTTPResponse",),
            name="status",
            position=2,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=("urllib3.BaseHTTPResponse", "urllib3.HTTPResponse"), name="status"),),
    class_attributes=(
        ClassAttribute(
            of=RETRY, name="RETRY_AFTER_STATUS_CODES", shape=Shape.STATUSES, produces=False
        ),
    ),
    returns=(
        Returns(
            of=(
                "urllib3.request",
                *(f"urllib3.PoolManager.{request}" for request in REQUESTS),
                *(f"urllib3.HTTPConnectionPool.{request}" for request in REQUESTS),
                "urllib3.connection.HTTPConnection.getresponse",
            ),
            is_a="urllib3.BaseHTTPResponse",
        ),
        Returns(of=("urllib3.connection_from_url",), is_a="urllib3.HTTPConnectionPool"),
        Returns(of=("urllib3.proxy_from_url",), is_a="urllib3.PoolManager"),
    ),
    aliases=(
        ("urllib3.ProxyManager", "urllib3.PoolManager"),
        ("urllib3.poolmanager.PoolManager", "urllib3.PoolManager"),
        ("urllib3.HTTPSConnectionPool", "urllib3.HTTPConnectionPool"),
        ("urllib3.connectionpool.HTTPConnectionPool", "urllib3.HTTPConnectionPool"),
        ("urllib3.response.HTTPResponse", "urllib3.HTTPResponse"),
        ("urllib3.response.BaseHTTPResponse", "urllib3.BaseHTTPResponse"),
        ("urllib3.util.Retry", "urllib3.Retry"),
        ("urllib3.util.retry.Retry", "urllib3.Retry"),
        ("requests.adapters.Retry", "urllib3.Retry"),
        ("requests.packages.urllib3", "urllib3"),
    ),
    not_statuses=(
        NotStatus(of=RETRY, name="status", position=4, why="the number of retries on bad statuses"),
    ),
)
