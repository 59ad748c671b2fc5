"""Twisted's web client: the status of a response is its ``code``."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework, Returns

AGENTS = (
    "Agent",
    "BrowserLikeRedirectAgent",
    "ContentDecoderAgent",
    "CookieAgent",
    "ProxyAgent",
    "RedirectAgent",
)

FRAMEWORK = Framework(
    name="Twisted client",
    packages=("twisted.web.client",),
    distribution="twisted",
    verified=("23.10.0", "26.10.0"),
    attributes=(Attribute(of=("twisted.web.iweb.IResponse",), name="code"),),
    returns=(
        Returns(
            of=tuple(f"twisted.web.client.{agent}.request" for agent in AGENTS),
            is_a="twisted.web.iweb.IResponse",
        ),
    ),
    aliases=(("twisted.web.client.Response", "twisted.web.iweb.IResponse"),),
)
