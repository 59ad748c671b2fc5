"""Pecan: abort, redirect and the response, which is WebOb's."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    NOT_FOLLOWED,
    REDIRECTS,
    Argument,
    Framework,
    Limit,
    LimitKind,
    Returns,
    WrongKeyword,
)
from flake8_http_status.frameworks.webob import NUMBERED

ABORT = ("pecan.abort",)
REDIRECT = ("pecan.redirect",)
FRAMEWORK = Framework(
    name="Pecan",
    packages=("pecan",),
    distribution="pecan",
    verified=("1.5.1", "1.8.0"),
    arguments=(
        Argument(of=ABORT, name="status_code", position=0),
        Argument(of=REDIRECT, name="code", position=2),
    ),
    returns=(
        Returns(of=("pecan.response",), is_a="webob.Response"),
        Returns(of=("pecan.testing.load_test_app",), is_a="webtest.TestApp"),
    ),
    aliases=(
        ("pecan.Response", "webob.Response"),
        ("pecan.core.Response", "webob.Response"),
        ("pecan.core.abort", "pecan.abort"),
        ("pecan.core.redirect", "pecan.redirect"),
        ("pecan.core.response", "pecan.response"),
    ),
    limits=(
        Limit(
            of=ABORT,
            kind=LimitKind.UNSUPPORTED,
            allowed=NUMBERED,
            outcome="raises KeyError, and the client gets a 500",
            source="Pecan 1.8.0 with WebOb 1.8.11",
        ),
        Limit(
            of=REDIRECT,
            kind=LimitKind.REDIRECT_ONLY,
            allowed=REDIRECTS,
            outcome=NOT_FOLLOWED,
            source="Pecan 1.8.0",
        ),
    ),
    wrong_keywords=tuple(
        WrongKeyword(of=REDIRECT, wrong=wrong, right="code", outcome="raises TypeError")
        for wrong in ("status", "status_code")
    ),
)
