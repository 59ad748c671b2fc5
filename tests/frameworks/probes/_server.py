"""A server on this machine that answers with the status in the path."""

from __future__ import annotations

import functools
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path.strip("/")))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@functools.cache
def port() -> int:
    """The port of the one server of this process, which is started when it is first asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_port


def address(code: int = 404) -> str:
    """A URL that is answered with ``code``."""
    return f"http://127.0.0.1:{port()}/{code}"
