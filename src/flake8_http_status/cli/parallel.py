"""Work spread over processes that are forked: start-up is shared, results come in order.

The items are cut into blocks. Whoever is free takes the next one, so nobody waits for another who
has got the long files: a pipe holds the numbers of the blocks, and each is read once.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import NoReturn

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

FEW = 32
MOST_BLOCKS = 1000  # so that all of their numbers fit into the smallest pipe that there is
WIDTH = 4  # bytes of the number of a block, and of the length of a message


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
    size = -(-len(items) // MOST_BLOCKS)
    blocks = [items[start : start + size] for start in range(0, len(items), size)]
    numbers = _pipe_with(range(len(blocks)))
    workers = [_Worker(work, blocks, numbers) for _ in range(processes)]
    os.close(numbers)
    try:
        yield from _collected(work, blocks, workers)
    finally:
        for worker in workers:
            worker.end()


def _pipe_with(numbers: Sequence[int]) -> int:
    """The end from which the numbers can be read."""
    reading, writing = os.pipe()
    os.write(writing, b"".join(number.to_bytes(WIDTH) for number in numbers))
    os.close(writing)
    return reading


def _collected(
    work: Callable[[Item], Outcome],
    blocks: Sequence[Sequence[Item]],
    workers: Sequence[_Worker[Item, Outcome]],
) -> Iterator[Outcome]:
    """What the workers send, in the order of the blocks."""
    import select

    sent: dict[int, list[Outcome]] = {}
    working = list(workers)
    told = False
    for number, block in enumerate(blocks):
        while number not in sent and working:
            for worker in select.select(working, [], [])[0]:
                try:
                    place, outcomes = worker.receive()
                    sent[place] = outcomes
                except EOFError:
                    working.remove(worker)
        if number not in sent and not told:
            told = True
            print("a worker process died; its files are done without it", file=sys.stderr)
        yield from sent.pop(number, ()) or map(work, block)


class _Worker(Generic[Item, Outcome]):
    """A child that sends the outcomes of the blocks that it takes through a pipe."""

    def __init__(
        self, work: Callable[[Item], Outcome], blocks: Sequence[Sequence[Item]], numbers: int
    ) -> None:
        self._reading, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._reading)
            _work(work, blocks, numbers, writing)
        os.close(writing)

    def fileno(self) -> int:
        """Where it can be waited for."""
        return self._reading

    def receive(self) -> tuple[int, list[Outcome]]:
        """The next block that is done; raises ``EOFError`` where none comes any more."""
        import pickle

        message = self._read(int.from_bytes(self._read(WIDTH)))
        received: tuple[int, list[Outcome]] = pickle.loads(message)  # noqa: S301 - from our own child
        return received

    def _read(self, size: int) -> bytes:
        parts: list[bytes] = []
        while size:
            part = os.read(self._reading, size)
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def end(self) -> None:
        """Let the child go, whether it is done or not."""
        import signal

        os.close(self._reading)
        os.kill(self._process, signal.SIGTERM)
        os.waitpid(self._process, 0)


def _work(
    work: Callable[[Item], Outcome], blocks: Sequence[Sequence[Item]], numbers: int, writing: int
) -> NoReturn:
    import pickle

    try:
        with open(writing, "wb") as stream:
            while number := os.read(numbers, WIDTH):
                place = int.from_bytes(number)
                message = pickle.dumps((place, list(map(work, blocks[place]))))
                stream.write(len(message).to_bytes(WIDTH) + message)
                stream.flush()
    finally:
        os._exit(0)
