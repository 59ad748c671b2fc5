"""Schemathesis: the response of a generated case."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework, Returns

FRAMEWORK = Framework(
    name="Schemathesis",
    packages=("schemathesis",),
    distribution="schemathesis",
    verified=("4.6.0", "4.32.5"),
    attributes=(Attribute(of=("schemathesis.Response",), name="status_code"),),
    returns=(
        Returns(
            of=("schemathesis.Case.call", "schemathesis.Case.call_and_validate"),
            is_a="schemathesis.Response",
        ),
    ),
)
