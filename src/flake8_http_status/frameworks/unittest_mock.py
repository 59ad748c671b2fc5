"""unittest.mock: doubles that are given a status by the name of the attribute."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Framework,
    Role,
)

MOCKS = (
    "unittest.mock.Mock",
    "unittest.mock.MagicMock",
    "unittest.mock.AsyncMock",
    "unittest.mock.NonCallableMock",
    "unittest.mock.NonCallableMagicMock",
)
CONFIGURED = (
    *MOCKS,
    *(f"{mock}.configure_mock" for mock in MOCKS),
    "unittest.mock.patch",
    "unittest.mock.patch.object",
    "unittest.mock.create_autospec",
)

FRAMEWORK = Framework(
    name="unittest.mock",
    packages=("unittest.mock", "mock"),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    arguments=tuple(
        Argument(
            of=CONFIGURED,
            name=name,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        )
        for name in ("status_code", "status", "code", "status_int", "http_status")
    ),
    aliases=(("mock", "unittest.mock"),),
    http=False,
)
