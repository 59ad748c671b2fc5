"""ddt: a row per argument of the decorator."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Framework, ParameterTable

FRAMEWORK = Framework(
    name="ddt",
    packages=("ddt",),
    distribution="ddt",
    verified=("1.7.0", "1.7.2"),
    parameter_tables=(ParameterTable(of=("ddt.data",), values=("values", 0), variadic=True),),
    http=False,
)
