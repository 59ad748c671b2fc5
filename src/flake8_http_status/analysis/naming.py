"""Which name of a vocabulary is right on every version that the project supports."""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flake8_http_status.settings import Settings
    from flake8_http_status.vocabularies._vocabulary import Name, Version, Vocabulary

# The lowest versions that a project can be thought to support when it does not say which: Python
# 3.10 reached its end of life in October 2026, and these releases are the ones of the time when
# Python 3.11 came out (October 2022).
ASSUMED: dict[str, Version] = {
    "python": (3, 11),
    "djangorestframework": (3, 14),
    "flask-api": (3,),
    "httpx": (0, 23),
    "requests": (2, 28),
    "starlette": (0, 21),
    "twisted": (22, 10),
}


class Supported(NamedTuple):
    """The supported versions of a distribution: ``lowest`` <= version < ``below``.

    None where the project does not say.
    """

    lowest: Version | None
    below: Version | None


def declared(vocabulary: Vocabulary, settings: Settings) -> Supported:
    """What the project says of the vocabulary's distribution, itself or through what brings it."""
    targets, targets_below = dict(settings.targets), dict(settings.targets_below)
    lowest = [targets.get(vocabulary.distribution)]
    below = [targets_below.get(vocabulary.distribution)]
    for dependent in vocabulary.brought_by:
        version = targets.get(dependent.distribution)
        lowest += [least for since, least in dependent.requires if version and version >= since]
        version = targets_below.get(dependent.distribution)
        below += [first for until, first in dependent.refuses if version and version <= until]
    return Supported(
        max((version for version in lowest if version is not None), default=None),
        min((version for version in below if version is not None), default=None),
    )


def lowest_target(distribution: str, settings: Settings) -> Version | None:
    """The lowest supported version of ``distribution``; None where nothing is known."""
    return dict(settings.targets).get(distribution, ASSUMED.get(distribution))


def lacks(name: Name, supported: Supported) -> bool:
    """Whether some version that the project names is known to be without ``name``."""
    lowest, below = supported
    if lowest is None and below is None:
        return False
    if name.since is not None and (
        (lowest is not None and lowest < name.since) or (below is not None and below <= name.since)
    ):
        return True
    return name.removed is not None and (below is None or below > name.removed)


def warns(name: Name, supported: Supported) -> bool:
    """Whether reading ``name`` is known to warn on some version that the project names."""
    lowest, below = supported
    if name.deprecated is None or (lowest is None and below is None):
        return False
    return below is None or below > name.deprecated


def right_name(code: int, vocabulary: Vocabulary, settings: Settings) -> str | None:
    """The first name of ``code`` that exists on every target, warns on none, does not mislead.

    What the project does not say is taken from the worst case: `ASSUMED` versions and all newer.
    """
    lowest, below = declared(vocabulary, settings)
    if lowest is None:
        lowest = ASSUMED.get(vocabulary.distribution)
    for name in vocabulary.names.get(code, ()):
        if (
            name.suggests is None
            and name.name.isidentifier()
            and (name.since is None or (lowest is not None and lowest >= name.since))
            and all(
                end is None or (below is not None and below <= end)
                for end in (name.deprecated, name.removed)
            )
        ):
            return name.name.upper() if keyword.iskeyword(name.name) else name.name
    return None
