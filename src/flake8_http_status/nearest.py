"""The valid word that somebody probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, choices: Iterable[str], alike: float = 0.6) -> str | None:
    """The choice most like ``word``, whatever the case; None when none is like it.

    ``alike``: how much, from 0 to 1, it has to be like it.
    """
    import difflib

    folded = {choice.casefold(): choice for choice in choices}
    found = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=alike)
    return folded[found[0]] if found else None


def did_you_mean(word: str, choices: Iterable[str]) -> str:
    """``"; did you mean 'choice'?"`` to end a message with, empty when nothing is like ``word``."""
    choice = nearest(word, choices)
    return f"; did you mean {choice!r}?" if choice else ""
