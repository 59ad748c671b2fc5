"""HTTMock: what handlers answer in place of a server."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Framework,
    Returns,
    Role,
    WrongKeyword,
)

RESPONSE = ("httmock.response",)

FRAMEWORK = Framework(
    name="HTTMock",
    packages=("httmock",),
    distribution="httmock",
    verified=("1.3.0", "1.4.0"),
    arguments=(
        Argument(
            of=RESPONSE,
            name="status_code",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
    ),
    returns=(Returns(of=RESPONSE, is_a="requests.Response"),),
    wrong_keywords=tuple(
        WrongKeyword(of=RESPONSE, wrong=wrong, right="status_code", outcome="raises TypeError")
        for wrong in ("status", "code")
    ),
)
