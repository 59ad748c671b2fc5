"""httplib2: the status of a response as a number (and, as an item, as text)."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework

FRAMEWORK = Framework(
    name="httplib2",
    packages=("httplib2",),
    distribution="httplib2",
    verified=("0.22.0", "0.32.1"),
    attributes=(Attribute(of=("httplib2.Response",), name="status", writable=True),),
)
