"""Elasticsearch: statuses that are ignored or retried, and the status of an answer."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    Framework,
    Returns,
    Role,
    Shape,
)

CLIENTS = ("elasticsearch.Elasticsearch", "elasticsearch.AsyncElasticsearch")
ANSWERS = (
    "elastic_transport.ObjectApiResponse",
    "elastic_transport.ListApiResponse",
    "elastic_transport.TextApiResponse",
    "elastic_transport.BinaryApiResponse",
    "elastic_transport.HeadApiResponse",
)
CALLS = ("create", "delete", "get", "index", "search", "update")
INDICES = ("create", "delete", "get", "put_mapping", "put_template", "refresh")
OPTIONS = tuple(f"{client}.options" for client in CLIENTS)

FRAMEWORK = Framework(
    name="Elasticsearch",
    packages=("elasticsearch", "elastic_transport"),
    distribution="elasticsearch",
    verified=("8.12.0", "9.5.1"),
    arguments=(
        Argument(
            of=(*OPTIONS, "elasticsearch.helpers.parallel_bulk"),
            name="ignore_status",
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(
            of=(*CLIENTS, *OPTIONS),
            name="retry_on_status",
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(
            of=(
                *(f"{client}.{call}" for client in CLIENTS for call in CALLS),
                *(f"elasticsearch.client.IndicesClient.{call}" for call in INDICES),
            ),
            name="ignore",
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(
            of=("elasticsearch.helpers.bulk", "elasticsearch.helpers.async_bulk"),
            name="ignore_status",
            position=3,
            shape=Shape.STATUSES,
            produces=False,
        ),
        Argument(
            of=("elastic_transport.ApiResponseMeta",),
            name="status",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=("elasticsearch.ApiError",), name="status_code"),
        Attribute(of=("elastic_transport.ApiResponseMeta",), name="status"),
    ),
    returns=(
        Returns(
            of=tuple(f"{client}.indices" for client in CLIENTS),
            is_a="elasticsearch.client.IndicesClient",
        ),
        Returns(
            of=("elasticsearch.ApiError.meta", *(f"{answer}.meta" for answer in ANSWERS)),
            is_a="elastic_transport.ApiResponseMeta",
        ),
    ),
    aliases=tuple(
        (f"elasticsearch.{error}", "elasticsearch.ApiError")
        for error in (
            "AuthenticationException",
            "AuthorizationException",
            "BadRequestError",
            "ConflictError",
            "NotFoundError",
            "exceptions.ApiError",
            "exceptions.NotFoundError",
        )
    ),
)
