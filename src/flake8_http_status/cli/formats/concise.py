"""One line per violation, as flake8 writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result
    from flake8_http_status.cli.text import Paint
    from flake8_http_status.violation import Violation


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """``path:line:column: CODE message`` with columns from 1."""
    for result in results:
        for violation in result.violations:
            yield headline(result.path, violation, page.paint)


def headline(path: str, violation: Violation, paint: Paint) -> str:
    """The line of one violation, with its end."""
    place = f":{violation.span.line}:{violation.span.column + 1}:"
    return (
        f"{paint(printable(path), 'bold')}{paint(place, 'cyan')}"
        f" {paint(violation.code, 'red', 'bold')} {printable(violation.message)}\n"
    )
