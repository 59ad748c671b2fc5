"""Many patterns for names at once: most are plain words or endings, which need no regular one."""

from __future__ import annotations

import fnmatch
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SPECIAL = frozenset("*?[")


def any_of(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Tells whether a text matches one of the patterns as a whole: `fnmatch.fnmatchcase`."""
    words: set[str] = set()
    endings: list[str] = []
    others: list[str] = []
    for pattern in patterns:
        if _SPECIAL.isdisjoint(pattern):
            words.add(pattern)
        elif pattern[0] == "*" and _SPECIAL.isdisjoint(pattern[1:]):
            endings.append(pattern[1:])
        else:
            others.append(fnmatch.translate(pattern))
    ends = tuple(endings)
    if not others:
        return lambda text: text in words or text.endswith(ends)
    match = re.compile("|".join(others)).match
    return lambda text: text in words or text.endswith(ends) or match(text) is not None
