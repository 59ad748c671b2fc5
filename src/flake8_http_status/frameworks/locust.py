"""Locust: what its clients answer."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import METHODS, Attribute, Framework, Returns

CALLS = (*METHODS, "request")

FRAMEWORK = Framework(
    name="Locust",
    packages=("locust",),
    distribution="locust",
    verified=("2.31.0", "2.47.0"),
    attributes=(Attribute(of=("locust.contrib.fasthttp.FastResponse",), name="status_code"),),
    returns=(
        Returns(of=("locust.HttpUser.client",), is_a="locust.clients.HttpSession"),
        Returns(of=("locust.FastHttpUser.client",), is_a="locust.contrib.fasthttp.FastHttpSession"),
        Returns(
            of=tuple(f"locust.clients.HttpSession.{call}" for call in CALLS),
            is_a="requests.Response",
        ),
        Returns(
            of=(
                *(f"locust.contrib.fasthttp.FastHttpSession.{call}" for call in CALLS),
                "locust.FastHttpUser.rest",
            ),
            is_a="locust.contrib.fasthttp.FastResponse",
        ),
    ),
    aliases=(
        ("locust.clients.ResponseContextManager", "requests.Response"),
        ("locust.contrib.fasthttp.FastHttpUser", "locust.FastHttpUser"),
        (
            "locust.contrib.fasthttp.ResponseContextManager",
            "locust.contrib.fasthttp.FastResponse",
        ),
    ),
)
