"""AWS Lambda: the answer of a function behind API Gateway, a load balancer or a function URL."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Framework, Item

FRAMEWORK = Framework(
    name="AWS Lambda",
    packages=(),
    distribution="",
    verified=(),
    items=(Item(key="statusCode", produces=True),),
    unverified_because="no package reads the mapping: the service gets it as JSON",
)
