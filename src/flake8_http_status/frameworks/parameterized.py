"""parameterized: tables of parameters, one column per parameter of the test."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Framework, ParameterTable

FRAMEWORK = Framework(
    name="parameterized",
    packages=("parameterized",),
    distribution="parameterized",
    verified=("0.9.0",),
    parameter_tables=(
        ParameterTable(
            of=("parameterized.parameterized", "parameterized.parameterized.expand"),
            values=("input", 0),
            row=("parameterized.param",),
        ),
    ),
    http=False,
)
