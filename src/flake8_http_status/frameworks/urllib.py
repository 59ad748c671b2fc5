"""urllib: the answers of ``urlopen`` and the error it raises."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Accepts,
    Argument,
    Attribute,
    Framework,
    Returns,
)

ANSWERS = ("urllib.error.HTTPError", "urllib.response.addinfourl")

FRAMEWORK = Framework(
    name="urllib",
    packages=("urllib.request", "urllib.error"),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    arguments=(
        Argument(
            of=("urllib.error.HTTPError",),
            name="code",
            position=1,
            accepts=KEPT_NUMBER | Accepts.AS_TEXT,
            produces=False,
        ),
    ),
    attributes=(
        Attribute(of=ANSWERS, name="status"),
        Attribute(of=ANSWERS, name="code"),
        Attribute(of=ANSWERS, name="getcode", called=True),
    ),
    returns=(
        Returns(
            of=("urllib.request.urlopen", "urllib.request.OpenerDirector.open"),
            is_a="http.client.HTTPResponse",
        ),
        Returns(of=("urllib.request.build_opener",), is_a="urllib.request.OpenerDirector"),
    ),
    aliases=(
        ("urllib.request.HTTPError", "urllib.error.HTTPError"),
        ("six.moves.urllib", "urllib"),
    ),
)
