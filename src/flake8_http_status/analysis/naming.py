"""Which name of a vocabulary is right on every version that the project supports."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flake8_http_status.settings import Settings
    from flake8_http_status.vocabularies._vocabulary import Name, Version, Vocabulary

# The lowest versions that a project can be thought to support when it does not say which: Python
# 3.10 reached its end of life in October 2026, and these releases are the ones of the time when
# Python 3.11 came out (October 2022).
ASSUMED: dict[str, Version] = {
    "python": (3, 11),
    "djangorestframework": (3, 14),
    "fastapi": (0, 85),
    "flask-api": (3,),
    "httpx": (0, 23),
    "requests": (2, 28),
    "starlette": (0, 21),
    "twisted": (22, 10),
}


def lowest_target(distribution: str, settings: Settings) -> Version | None:
    """The lowest supported version of ``distribution``; None where nothing is known."""
    return dict(settings.targets).get(distribution, ASSUMED.get(distribution))


def exists_on_targets(name: Name, vocabulary: Vocabulary, settings: Settings) -> bool:
    """Whether every supported version of the distribution has ``name``."""
    lowest = lowest_target(vocabulary.distribution, settings)
    below = dict(settings.targets_below).get(vocabulary.distribution)
    if name.since is not None and (lowest is None or lowest < name.since):
        return False
    return name.removed is None or (below is not None and below <= name.removed)


def warns_on_targets(name: Name, vocabulary: Vocabulary, settings: Settings) -> bool:
    """Whether reading ``name`` warns on some supported version of the distribution."""
    if name.deprecated is None:
        return False
    below = dict(settings.targets_below).get(vocabulary.distribution)
    return below is None or below > name.deprecated


def right_name(code: int, vocabulary: Vocabulary, settings: Settings) -> str | None:
    """The first name of ``code`` that exists on every target, warns on none, does not mislead."""
    for name in vocabulary.names.get(code, ()):
        if (
            name.suggests is None
            and name.name.isidentifier()
            and exists_on_targets(name, vocabulary, settings)
            and not warns_on_targets(name, vocabulary, settings)
        ):
            return name.name.upper() if keyword.iskeyword(name.name) else name.name
    return None
