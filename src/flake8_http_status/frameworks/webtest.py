"""WebTest: every request says which status it expects."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    ANY_FORM,
    NUMBER,
    Accepts,
    Argument,
    Attribute,
    Framework,
    Returns,
    Role,
    Shape,
)

EXPECTED = NUMBER | Accepts.STATUS_LINE
JSON = ("post_json", "put_json", "patch_json", "delete_json")
FOLLOWING = ("follow", "maybe_follow", "goto")

FRAMEWORK = Framework(
    name="WebTest",
    packages=("webtest",),
    distribution="webtest",
    verified=("3.0.0", "3.0.7"),
    arguments=(
        Argument(
            of=tuple(
                f"webtest.TestApp.{method}"
                for method in ("get", "post", "put", "patch", "delete", "head")
            ),
            name="status",
            position=4,
            role=Role.EXPECTATION,
            shape=Shape.STATUSES,
            accepts=EXPECTED,
            produces=False,
        ),
        Argument(
            of=("webtest.TestApp.options",),
            name="status",
            position=3,
            role=Role.EXPECTATION,
            shape=Shape.STATUSES,
            accepts=EXPECTED,
            produces=False,
        ),
        Argument(
            of=("webtest.TestApp.request", "webtest.TestApp.do_request"),
            name="status",
            position=1,
            role=Role.EXPECTATION,
            shape=Shape.STATUSES,
            accepts=EXPECTED,
            produces=False,
        ),
        Argument(
            of=(
                *(f"webtest.TestApp.{method}" for method in JSON),
                *(f"webtest.TestResponse.{step}" for step in FOLLOWING),
                "webtest.Form.submit",
            ),
            name="status",
            role=Role.EXPECTATION,
            shape=Shape.STATUSES,
            accepts=EXPECTED,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=("webtest.TestResponse",), name="status_int", writable=True),
        Attribute(of=("webtest.TestResponse",), name="status_code", writable=True),
        Attribute(
            of=("webtest.TestResponse",),
            name="status",
            text=True,
            accepts=ANY_FORM,
            writable=True,
        ),
    ),
    returns=(
        Returns(
            of=(
                *(
                    f"webtest.TestApp.{method}"
                    for method in (
                        *("get", "post", "put", "patch", "delete", "head", "options"),
                        *("request", "do_request"),
                        *JSON,
                    )
                ),
                *(f"webtest.TestResponse.{step}" for step in (*FOLLOWING, "click", "clickbutton")),
                "webtest.Form.submit",
            ),
            is_a="webtest.TestResponse",
        ),
        Returns(of=("webtest.TestResponse.form",), is_a="webtest.Form"),
    ),
    aliases=(
        ("webtest.app.TestApp", "webtest.TestApp"),
        ("webtest.response.TestResponse", "webtest.TestResponse"),
        ("webtest.forms.Form", "webtest.Form"),
    ),
)
