"""What the rules report in real code, and how much of it is right, as ``measured.json`` has it.

The file holds collections of repositories. For each rule there are the number of findings, of the
repositories that have some, of the findings that somebody has read, of those among them that are
wrong, and of those that are right but meant to be so.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypedDict


class Count(TypedDict):
    """The figures of one rule."""

    found: int
    repositories: int
    read: int
    wrong: int
    meant: int


class Collection(TypedDict):
    """What was looked at, and the figures by the codes of rules."""

    about: str
    repositories: int
    files: int
    rules: dict[str, Count]


MEASURED: list[Collection] = json.loads(
    (Path(__file__).parent / "measured.json").read_text("utf-8")
)


def measured(code: str) -> str:
    """What was measured of a rule."""
    for collection in MEASURED:
        if code in collection["rules"]:
            return f"{_looked_at(collection)} {_told(collection['rules'][code])}"
    return "Not measured yet."


def _looked_at(collection: Collection) -> str:
    repositories, files = collection["repositories"], collection["files"]
    return f"Measured on {repositories:,} repositories, {files:,} files: {collection['about']}."


def _told(count: Count) -> str:
    """The figures of a rule: ``Found: 3 places in 2 repositories. Read: all. Wrong: none``."""
    found, read, wrong, meant = count["found"], count["read"], count["wrong"], count["meant"]
    if not found:
        return "Found: nothing."
    told = [
        f"Found: {_number(found, 'place')} in {_number(count['repositories'], 'repository')}.",
        f"Read: {'all' if read == found else f'{read:,}, taken at random'}.",
        f"Wrong: {wrong or 'none'}.",
    ]
    if meant:
        told.append(f"Right, but meant as it is, such as jokes and tests: {meant:,}.")
    return " ".join(told)


def _number(number: int, of: str) -> str:
    if number == 1:
        return f"1 {of}"
    return f"{number:,} {of.removesuffix('y')}ies" if of.endswith("y") else f"{number:,} {of}s"
