"""azure-core: the status of a failed call, and those that are retried."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Argument, Attribute, Framework, Shape

FRAMEWORK = Framework(
    name="azure-core",
    packages=("azure.core",),
    distribution="azure-core",
    verified=("1.30.0", "1.41.0"),
    arguments=(
        Argument(
            of=(
                "azure.core.pipeline.policies.RetryPolicy",
                "azure.core.pipeline.policies.AsyncRetryPolicy",
            ),
            name="retry_on_status_codes",
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(
            of=("azure.core.exceptions.HttpResponseError", "azure.core.rest.HttpResponse"),
            name="status_code",
        ),
    ),
    aliases=tuple(
        (f"azure.core.exceptions.{error}Error", "azure.core.exceptions.HttpResponseError")
        for error in (
            "ClientAuthentication",
            "ResourceExists",
            "ResourceModified",
            "ResourceNotFound",
            "ResourceNotModified",
        )
    ),
)
