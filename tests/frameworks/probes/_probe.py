"""How probes are written: functions that answer with a status and return what came back."""

from __future__ import annotations

import asyncio
import warnings
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine


class Probe(NamedTuple):
    """``answer`` produces a status at the place ``name`` of ``owner`` in the data.

    ``name``: the parameter, attribute or key, or "return"; ``way`` tells probes of one place apart.
    What ``answer`` gives is compared: the code as a client sees it, and the content.
    """

    owner: str
    name: str
    code: int
    answer: Callable[[Any], Any]
    way: str

    def __str__(self) -> str:
        return " ".join(filter(None, (self.owner, self.name, self.way)))


class Claim(NamedTuple):
    """``show`` fails unless what the data says of mistakes with ``of`` is what becomes of them."""

    of: tuple[str, ...]
    show: Callable[[], None]

    def __str__(self) -> str:
        return self.of[0]


PROBES: list[Probe] = []
CLAIMS: list[Claim] = []


def probe(
    owner: str, name: str, code: int = 404, way: str = ""
) -> Callable[[Callable[..., Any]], Any]:
    """Register a probe of a place; ``code`` is one that makes sense there."""

    def register(answer: Callable[[Any], Any]) -> Callable[[Any], Any]:
        PROBES.append(Probe(owner, name, code, answer, way))
        return answer

    return register


def claim(*of: str) -> Callable[[Callable[[], None]], Any]:
    """Register a demonstration of what becomes of a mistake with these callables."""

    def register(show: Callable[[], None]) -> Callable[[], None]:
        CLAIMS.append(Claim(of, show))
        return show

    return register


def run(work: Coroutine[Any, Any, Any]) -> Any:
    """The result of asynchronous work; raises TimeoutError after five seconds."""

    async def limited() -> Any:
        return await asyncio.wait_for(work, timeout=5)

    return asyncio.run(limited())


def same(found: Any, status: Any) -> bool:
    """Whether a comparison and a membership test both say that ``found`` is this status."""
    return bool(found == status) and found in (200, status) and found not in (200, 500)


def call_wsgi(application: Any) -> tuple[int, bytes]:
    """The code and the content that a WSGI application answers with, and that PEP 3333 allows."""
    from wsgiref.util import setup_testing_defaults
    from wsgiref.validate import WSGIWarning, validator

    environ: dict[str, Any] = {"QUERY_STRING": ""}
    setup_testing_defaults(environ)
    lines: list[str] = []

    def start_response(line: str, _: Any, error: Any = None) -> Callable[[bytes], object]:
        lines.append(line)
        return pytest.fail

    with warnings.catch_warnings(action="error", category=WSGIWarning):
        chunks = validator(application)(environ, start_response)
    try:
        content = b"".join(chunks)
    finally:
        chunks.close()
    return int(lines[-1].split()[0]), content


async def call_asgi(application: Any) -> tuple[int, bytes]:
    """The code and the content that an ASGI application answers with."""
    messages: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": "/",
        "raw_path": b"/",
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"test")],
        "client": ("test", 1),
        "server": ("test", 80),
    }

    requests = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        for request in requests:
            return request
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    await application(scope, receive, send)
    content = b"".join(message.get("body", b"") for message in messages)
    return messages[0]["status"], content
