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
    from flake8_http_status.violation import Violation

NARROWEST = 20


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """A block of lines per violation, with an empty line behind it."""
    for result in results:
        lines = result.lines()
        for violation in result.violations:
            yield headline(result.path, violation, page.paint)
            yield from _excerpt(lines[violation.span.line - 1], violation, page)
            yield "\n"


def _excerpt(line: str, violation: Violation, page: Page) -> Iterator[str]:
    paint = page.paint
    number = str(violation.span.line)
    margin, bar = " " * len(number), paint("|", "cyan")
    room = max(NARROWEST, page.columns - len(f"{number} | "))
    before, marked, after = _cut(*_parts(line.rstrip("\r\n"), violation), room)
    yield f"{margin} {bar}\n"
    yield f"{paint(number, 'cyan')} {bar} {before}{paint(marked, 'bold')}{after}\n"
    marks = paint("^" * max(1, width(marked)), "red", "bold")
    unsafe = violation.fix is not None and violation.fix.safety is Safety.UNSAFE
    remark = paint(" fixed with --unsafe only", "dim") if unsafe else ""
    yield f"{margin} {bar} {' ' * width(before)}{marks}{remark}\n"
    if violation.reason:
        sure = violation.confidence.name.lower()
        yield f"{margin} {paint('=', 'cyan')} {printable(violation.reason)} ({sure})\n"


def _parts(line: str, violation: Violation) -> tuple[str, str, str]:
    """The line before, at and after the place."""
    _, start, end_line, end = violation.span
    if end_line > violation.span.line:
        end = len(line)
    parts = (line[:start], line[start:end], line[end:])
    before, marked, after = (printable(part.replace("\t", TAB)) for part in parts)
    return before, marked, after


def _cut(before: str, marked: str, after: str, room: int) -> tuple[str, str, str]:
    """The parts with an ellipsis for what does not fit; the place stays in sight."""
    if width(before + marked + after) <= room:
        return before, marked, after
    if len(marked) > room - 2:
        marked, after = marked[: room - 2] + "…", ""
    spare = max(0, room - 2 - len(marked))
    left = min(len(before), max(spare // 2, spare - len(after)))
    if left < len(before):
        before = "…" + before[len(before) - left :]
    if spare - left < len(after):
        after = after[: spare - left] + "…"
    return before, marked, after
