"""Azure Functions: HTTP responses."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    Argument,
    Attribute,
    Body,
    Framework,
    WrongKeyword,
)

RESPONSE = ("azure.functions.HttpResponse",)

FRAMEWORK = Framework(
    name="Azure Functions",
    packages=("azure.functions",),
    distribution="azure-functions",
    verified=("1.18.0", "1.26.0"),
    arguments=(Argument(of=RESPONSE, name="status_code"),),
    attributes=(Attribute(of=RESPONSE, name="status_code"),),
    aliases=(("azure.functions._http.HttpResponse", "azure.functions.HttpResponse"),),
    bodies=(Body(of=RESPONSE, name="body", position=0),),
    wrong_keywords=tuple(
        WrongKeyword(of=RESPONSE, wrong=wrong, right="status_code", outcome="raises TypeError")
        for wrong in ("status", "code")
    ),
)
