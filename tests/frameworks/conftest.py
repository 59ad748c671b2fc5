"""Settings for frameworks that refuse to be imported without."""

from __future__ import annotations

import os
import warnings

import pytest

os.environ.setdefault("LOCUST_SKIP_MONKEY_PATCH", "1")  # or it replaces sockets and threads


@pytest.fixture(scope="session", autouse=True)
def _django_is_configured() -> None:
    try:
        with warnings.catch_warnings(action="ignore"):
            import django
            from django.conf import settings
    except ImportError:
        return
    settings.configure(
        ALLOWED_HOSTS=["*"],
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes"],
        ROOT_URLCONF=(),
        REST_FRAMEWORK={"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"},
        SECRET_KEY="-",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", {"page.html": "page"}),
                    ]
                },
            }
        ],
        USE_TZ=True,
    )
    django.setup()
