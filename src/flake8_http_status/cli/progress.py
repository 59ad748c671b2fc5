"""How far a long run is, for those who look at a terminal."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO

    from flake8_http_status.cli.running import Result

MANY = 100
INTERVAL = 0.1
CLEAR = "\r\x1b[2K"


def shown(results: Iterable[Result], total: int, screen: TextIO) -> Iterator[Result]:
    """The same results; meanwhile the last line of a terminal counts the files.

    The line is taken away before anything else is written.
    """
    if total < MANY or not screen.isatty():
        yield from results
        return
    visible = False
    due = time.monotonic() + INTERVAL
    try:
        for number, result in enumerate(results, start=1):
            if visible and (result.violations or result.problem):
                screen.write(CLEAR)
                visible = False
            yield result
            if time.monotonic() >= due:
                screen.write(f"{CLEAR}{number} of {total} files")
                screen.flush()
                visible = True
                due = time.monotonic() + INTERVAL
    finally:  # also when somebody interrupts it
        if visible:
            screen.write(CLEAR)
            screen.flush()
