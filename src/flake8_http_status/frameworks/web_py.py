"""web.py: a status is a line of text such as "404 Not Found"; numbers are refused."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Accepts, Argument, Attribute, Framework

FRAMEWORK = Framework(
    name="web.py",
    packages=("web",),
    distribution="web.py",
    verified=("0.62", "0.76"),
    arguments=(
        Argument(of=("web.HTTPError",), name="status", position=0, accepts=Accepts.STATUS_LINE),
        Argument(of=("web.Redirect",), name="status", position=1, accepts=Accepts.STATUS_LINE),
    ),
    attributes=(
        Attribute(
            of=("web.ctx",), name="status", text=True, accepts=Accepts.STATUS_LINE, writable=True
        ),
    ),
    aliases=(
        ("web.webapi.HTTPError", "web.HTTPError"),
        ("web.webapi.Redirect", "web.Redirect"),
        ("web.webapi.ctx", "web.ctx"),
        ("web.redirect", "web.Redirect"),
    ),
    http=False,
)
