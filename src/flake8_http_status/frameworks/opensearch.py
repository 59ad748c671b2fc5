"""OpenSearch: statuses that are ignored, and the status of a failed call."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    Argument,
    Attribute,
    Framework,
    Returns,
    Shape,
)

CLIENTS = ("OpenSearch", "AsyncOpenSearch")
CALLS = ("create", "delete", "get", "index", "search", "update")
INDICES = ("create", "delete", "get", "put_mapping", "put_template", "refresh")

FRAMEWORK = Framework(
    name="OpenSearch",
    packages=("opensearchpy",),
    distribution="opensearch-py",
    verified=("2.4.0", "3.2.0"),
    arguments=(
        Argument(
            of=(
                *(f"opensearchpy.{client}.{call}" for client in CLIENTS for call in CALLS),
                *(f"opensearchpy.client.IndicesClient.{call}" for call in INDICES),
            ),
            name="ignore",
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=("opensearchpy.TransportError",), name="status_code"),),
    returns=(
        Returns(
            of=tuple(f"opensearchpy.{client}.indices" for client in CLIENTS),
            is_a="opensearchpy.client.IndicesClient",
        ),
    ),
    aliases=(
        ("opensearchpy.ConflictError", "opensearchpy.TransportError"),
        ("opensearchpy.NotFoundError", "opensearchpy.TransportError"),
        ("opensearchpy.RequestError", "opensearchpy.TransportError"),
        ("opensearchpy.exceptions", "opensearchpy"),
    ),
)
