"""Kubernetes client: the status of a failed call."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    Framework,
    Role,
)

ERROR = ("kubernetes.client.ApiException",)
STATUS = ("kubernetes.client.V1Status",)

FRAMEWORK = Framework(
    name="Kubernetes client",
    packages=("kubernetes",),
    distribution="kubernetes",
    verified=("29.0.0", "37.0.1"),
    arguments=(
        Argument(
            of=ERROR,
            name="status",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(of=STATUS, name="code", role=Role.DOUBLE, produces=False),
    ),
    attributes=(
        Attribute(of=ERROR, name="status", accepts=KEPT_NUMBER, writable=True),
        Attribute(of=STATUS, name="code"),
    ),
    aliases=(
        ("kubernetes.client.exceptions.ApiException", "kubernetes.client.ApiException"),
        ("kubernetes.client.rest.ApiException", "kubernetes.client.ApiException"),
    ),
)
