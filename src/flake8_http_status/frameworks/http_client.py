"""http.client: the answer of a connection."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework, Returns, Shape

FRAMEWORK = Framework(
    name="http.client",
    packages=("http.client",),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    attributes=(
        Attribute(of=("http.client.HTTPResponse",), name="status"),
        Attribute(of=("http.client.HTTPResponse",), name="code"),
        Attribute(of=("http.client.HTTPResponse",), name="getcode", called=True),
        Attribute(of=("http.client",), name="responses", shape=Shape.KEYS),
    ),
    returns=(
        Returns(of=("http.client.HTTPConnection.getresponse",), is_a="http.client.HTTPResponse"),
    ),
    aliases=(
        ("http.client.HTTPSConnection", "http.client.HTTPConnection"),
        ("six.moves.http_client", "http.client"),
    ),
)
