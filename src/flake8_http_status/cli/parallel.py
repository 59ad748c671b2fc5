"""Work spread over processes that are forked: start-up is shared, results come in order."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import BinaryIO, NoReturn

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

FEW = 32


def available_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    work: Callable[[Item], Outcome], items: Sequence[Item], processes: int
) -> Iterator[Outcome]:
    """``work`` of every item, in their order; in this process where there are few items.

    What a process that dies leaves undone is done here, and told on standard error.
    """
    if processes < 2 or len(items) < FEW or not hasattr(os, "fork"):
        yield from map(work, items)
        return
    import pickle

    workers = [_Worker(work, items[number::processes]) for number in range(processes)]
    try:
        for number, item in enumerate(items):
            worker = workers[number % processes]
            try:
                yield pickle.load(worker.stream)  # noqa: S301 - from our own child
            except (EOFError, pickle.UnpicklingError):
                worker.mourn()
                yield work(item)
    finally:
        for worker in workers:
            worker.end()


class _Worker:
    """A child that sends the outcomes of its items through a pipe."""

    def __init__(self, work: Callable[[Item], Outcome], items: Sequence[Item]) -> None:
        reading, writing = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(reading)
            _work(work, items, os.fdopen(writing, "wb"))
        os.close(writing)
        self.stream: BinaryIO = os.fdopen(reading, "rb")
        self._mourned = False

    def mourn(self) -> None:
        """Tell once that the child is gone."""
        if not self._mourned:
            self._mourned = True
            print("a worker process died; its files are done without it", file=sys.stderr)

    def end(self) -> None:
        """Let the child go, whether it is done or not."""
        import signal

        self.stream.close()
        os.kill(self.process, signal.SIGTERM)
        os.waitpid(self.process, 0)


def _work(work: Callable[[Item], Outcome], items: Sequence[Item], stream: BinaryIO) -> NoReturn:
    import pickle

    try:
        with stream:
            for item in items:
                pickle.dump(work(item), stream)
    finally:
        os._exit(0)
