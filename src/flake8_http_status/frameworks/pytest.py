"""pytest: tables of parameters."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Framework, ParameterTable

FRAMEWORK = Framework(
    name="pytest",
    packages=("pytest",),
    distribution="pytest",
    verified=("9.2.0",),
    parameter_tables=(
        ParameterTable(
            of=("pytest.mark.parametrize",),
            names=("argnames", 0),
            values=("argvalues", 1),
            row=("pytest.param",),
        ),
    ),
    http=False,
)
