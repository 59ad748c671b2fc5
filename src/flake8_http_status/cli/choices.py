"""Arguments that take one of a few words."""

from __future__ import annotations

from argparse import ArgumentTypeError
from typing import TYPE_CHECKING, Any

from flake8_http_status.nearest import did_you_mean

if TYPE_CHECKING:
    from argparse import _ActionsContainer
    from collections.abc import Sequence


def add_choice(
    parser: _ActionsContainer, name: str, choices: Sequence[str], **details: Any
) -> None:
    """Add an argument that takes one of ``choices``, and tells the nearest where it is none."""

    def chosen(word: str) -> str:
        if word not in choices:
            allowed = ", ".join(choices)
            raise ArgumentTypeError(f"{word!r} is none of {allowed}{did_you_mean(word, choices)}")
        return word

    parser.add_argument(name, type=chosen, metavar="{" + ",".join(choices) + "}", **details)
