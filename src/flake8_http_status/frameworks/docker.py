"""Docker SDK: the status of a failed call."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Attribute, Framework

FRAMEWORK = Framework(
    name="Docker SDK",
    packages=("docker",),
    distribution="docker",
    verified=("7.0.0", "7.2.0"),
    attributes=(Attribute(of=("docker.errors.APIError",), name="status_code"),),
    aliases=(
        ("docker.errors.ImageNotFound", "docker.errors.APIError"),
        ("docker.errors.NotFound", "docker.errors.APIError"),
    ),
)
