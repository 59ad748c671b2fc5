"""Many patterns for names at once: most are plain words or endings, which need no regular one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def any_of(
    patterns: Iterable[str], translate: Callable[[str], str], special: str = "*?["
) -> Callable[[str], bool]:
    """Tells whether a text as a whole matches one of the patterns, in which ``*`` is any text.

    ``translate`` makes a regular expression of one that has more of the ``special`` characters
    than the ``*`` that it begins with.
    """
    words: set[str] = set()
    endings: list[str] = []
    others: list[str] = []
    for pattern in patterns:
        if not any(character in pattern for character in special):
            words.add(pattern)
        elif pattern[0] == "*" and not any(character in pattern[1:] for character in special):
            endings.append(pattern[1:])
        else:
            others.append(translate(pattern))
    ends = tuple(endings)
    if not others:
        return lambda text: text in words or text.endswith(ends)
    match = re.compile("|".join(others)).fullmatch
    return lambda text: text in words or text.endswith(ends) or match(text) is not None
