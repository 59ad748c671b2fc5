"""treq: responses are Twisted's, and stubs answer with a tuple that begins with the status."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Framework, ReturnedTuple, Returns

CALLS = ("get", "head", "post", "put", "patch", "delete", "request")

FRAMEWORK = Framework(
    name="treq",
    packages=("treq",),
    distribution="treq",
    verified=("24.9.1", "26.7.0"),
    returned=(
        ReturnedTuple(
            status_at=0, lengths=(3,), callbacks=("treq.testing.StringStubbingResource",)
        ),
    ),
    returns=(
        Returns(
            of=(
                *(f"treq.{call}" for call in CALLS),
                *(f"treq.client.HTTPClient.{call}" for call in CALLS),
            ),
            is_a="twisted.web.iweb.IResponse",
        ),
    ),
)
