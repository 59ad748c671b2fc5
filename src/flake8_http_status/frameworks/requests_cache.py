"""requests-cache: the statuses of answers that are kept."""

from __future__ import annotations

from flake8_http_status.frameworks._framework import Argument, Framework, Shape

FRAMEWORK = Framework(
    name="requests-cache",
    packages=("requests_cache",),
    distribution="requests-cache",
    verified=("1.2.0", "1.3.3"),
    arguments=(
        Argument(
            of=(
                "requests_cache.CachedSession",
                "requests_cache.CacheMixin",
                "requests_cache.install_cache",
            ),
            name="allowable_codes",
            shape=Shape.STATUSES,
            produces=False,
        ),
    ),
    aliases=(("requests_cache.session.CachedSession", "requests_cache.CachedSession"),),
)
