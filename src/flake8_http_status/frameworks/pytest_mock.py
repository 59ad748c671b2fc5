"""pytest-mock: unittest.mock behind a fixture."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Fixture, Framework

FRAMEWORK = Framework(
    name="pytest-mock",
    packages=("pytest_mock",),
    distribution="pytest-mock",
    verified=("3.12.0", "3.17.0"),
    fixtures=tuple(
        Fixture(name=name, is_a="pytest_mock.MockerFixture")
        for name in ("mocker", "class_mocker", "module_mocker", "package_mocker", "session_mocker")
    ),
    aliases=(
        *(
            (f"pytest_mock.MockerFixture.{name}", f"unittest.mock.{name}")
            for name in (
                "Mock",
                "MagicMock",
                "AsyncMock",
                "NonCallableMock",
                "NonCallableMagicMock",
                "create_autospec",
            )
        ),
        ("pytest_mock.MockerFixture.patch", "unittest.mock.patch"),
        ("pytest_mock.MockFixture", "pytest_mock.MockerFixture"),
        ("pytest_mock.plugin.MockerFixture", "pytest_mock.MockerFixture"),
    ),
    http=False,
)
