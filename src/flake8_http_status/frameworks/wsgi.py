"""WSGI (PEP 3333): the status line that an application hands to its server.

A number, or an enum member, is refused: the status has to be text such as "404 Not Found".
"""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Accepts, Argument, Framework

FRAMEWORK = Framework(
    name="WSGI",
    packages=("wsgiref",),
    distribution="python",
    verified=("3.11.7", "3.12.1", "3.13.0"),
    arguments=(
        Argument(of=("start_response",), name="status", position=0, accepts=Accepts.STATUS_LINE),
    ),
)
