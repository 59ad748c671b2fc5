"""PyGithub: the status of a failed call."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import (
    KEPT_NUMBER,
    Argument,
    Attribute,
    Framework,
    Role,
    Shape,
)

ERROR = ("github.GithubException",)

FRAMEWORK = Framework(
    name="PyGithub",
    packages=("github",),
    distribution="PyGithub",
    verified=("2.2.0", "2.10.0"),
    arguments=(
        Argument(
            of=ERROR,
            name="status",
            position=0,
            role=Role.DOUBLE,
            accepts=KEPT_NUMBER,
            produces=False,
        ),
        Argument(
            of=("github.GithubRetry",),
            name="status_forcelist",
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    attributes=(Attribute(of=ERROR, name="status"),),
    aliases=(
        *(
            (f"github.{error}Exception", "github.GithubException")
            for error in (
                "BadCredentials",
                "BadUserAgent",
                "RateLimitExceeded",
                "TwoFactor",
                "UnknownObject",
            )
        ),
        ("github.GithubException.GithubException", "github.GithubException"),
    ),
)
