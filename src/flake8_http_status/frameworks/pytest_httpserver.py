"""pytest-httpserver: a real server that answers what the test says."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    Argument,
    Fixture,
    Framework,
    Returns,
    Role,
)

FRAMEWORK = Framework(
    name="pytest-httpserver",
    packages=("pytest_httpserver",),
    distribution="pytest-httpserver",
    verified=("1.1.1", "1.2.0"),
    arguments=(
        Argument(
            of=(
                "pytest_httpserver.RequestHandler.respond_with_data",
                "pytest_httpserver.RequestHandler.respond_with_json",
            ),
            name="status",
            position=1,
            role=Role.DOUBLE,
            accepts=ANY_FORM,
            produces=False,
        ),
    ),
    returns=(
        Returns(
            of=(
                "pytest_httpserver.HTTPServer.expect",
                "pytest_httpserver.HTTPServer.expect_request",
                "pytest_httpserver.HTTPServer.expect_oneshot_request",
                "pytest_httpserver.HTTPServer.expect_ordered_request",
            ),
            is_a="pytest_httpserver.RequestHandler",
        ),
    ),
    fixtures=(Fixture(name="httpserver", is_a="pytest_httpserver.HTTPServer"),),
    aliases=(("pytest_httpserver.httpserver.HTTPServer", "pytest_httpserver.HTTPServer"),),
)
