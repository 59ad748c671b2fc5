"""SpecTree: the status of failed validations, and models by status."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import NUMBER_OR_DIGITS, Argument, Framework, Role

FRAMEWORK = Framework(
    name="SpecTree",
    packages=("spectree",),
    distribution="spectree",
    verified=("2.0.0", "3.0.0"),
    arguments=(
        Argument(
            of=("spectree.SpecTree",),
            name="validation_error_status",
            position=5,
            role=Role.ROUTE,
        ),
        Argument(
            of=("spectree.SpecTree.validate",),
            name="validation_error_status",
            position=11,
            role=Role.ROUTE,
        ),
        Argument(
            of=("spectree.Response.add_model",),
            name="code",
            position=0,
            role=Role.ROUTE,
            accepts=NUMBER_OR_DIGITS,
        ),
    ),
)
