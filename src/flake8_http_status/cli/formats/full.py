"""The violation, its source line and a mark under the place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.cli.formats.concise import headline
from flake8_http_status.cli.text import TAB, width
from flake8_http_status.escaping import printable
from flake8_http_status.violation import Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result
    from flake8_http_status.cli.text import Paint
    from flake8_http_status.violation import Violation

LONGEST = 160
CONTEXT = 60


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A block of lines per violation, with an empty line behind it."""
    for result in results:
        lines = result.lines()
        for violation in result.violations:
            yield headline(result.path, violation, page.paint)
            yield from _excerpt(lines[violation.span.line - 1], violation, page.paint)
            yield "\n"


def _excerpt(line: str, violation: Violation, paint: Paint) -> Iterator[str]:
    number = str(violation.span.line)
    margin, bar = " " * len(number), paint("|", "cyan")
    before, marked, after = _parts(line.rstrip("\r\n"), violation)
    yield f"{margin} {bar}\n"
    yield f"{paint(number, 'cyan')} {bar} {before}{paint(marked, 'bold')}{after}\n"
    marks = paint("^" * max(1, width(marked)), "red", "bold")
    unsafe = violation.fix is not None and violation.fix.safety is Safety.UNSAFE
    remark = paint(" fixed with --unsafe only", "dim") if unsafe else ""
    yield f"{margin} {bar} {' ' * width(before)}{marks}{remark}\n"
    if violation.reason:
        yield f"{margin} {paint('=', 'cyan')} {printable(violation.reason)}\n"


def _parts(line: str, violation: Violation) -> tuple[str, str, str]:
    """The line before, at and after the place; a long line is cut around it."""
    _, start, end_line, end = violation.span
    if end_line > violation.span.line:
        end = len(line)
    first, last = 0, len(line)
    if last > LONGEST:
        first, last = max(0, start - CONTEXT), min(last, end + CONTEXT)
    parts = (line[first:start], line[start:end], line[end:last])
    before, marked, after = (printable(part.replace("\t", TAB)) for part in parts)
    return "…" * (first > 0) + before, marked, after + "…" * (last < len(line))
