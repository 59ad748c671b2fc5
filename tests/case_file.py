"""Case files: Markdown in which carets below the code say what is reported where.

A heading names a case. Below it stand, in this order and apart from any prose:

- optionally a ``toml`` block, the ``pyproject.toml`` of the project that the code belongs to, and
  an ``ini`` block, its ``.flake8`` (rules that are off unless asked for are selected there);
- a ``python`` block. A comment line of carets marks the text right above it, then follow the code
  and any part of the message. Where carets cannot stand (column 0, behind tabs or wide characters)
  the columns are spelled: ``# @0-3 HSC101``, and ``# @4-+2:7 HSC101`` for an end in column 7 two
  lines below. A line without marks must stay silent;
- optionally a ``python fixed`` block, what the fix makes of it; without it the fix changes nothing;
- optionally a ``python unsafe`` block, what the fix makes of it with ``--unsafe``; without it, that
  is the same.

A ``python probe`` block is no case: it shows what a framework does with a status
(``frameworks/probes/case_files.py``).

Control characters are written as pictures: ``␌`` form feed, ``␍`` carriage return, ``␉`` tab.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.violation import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flake8_http_status.violation import Violation

CASE_FILES = sorted((Path(__file__).parent / "cases").rglob("*.md"))
PART = re.compile(
    r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$|^#+ (?P<heading>[^\n]+)$", re.MULTILINE | re.DOTALL
)
MARK = re.compile(
    r"""
    ^[ ]*\#[ ]*
    (?: (?P<carets>\^+) | @(?P<column>\d+)-(?:\+(?P<lines>\d+):)?(?P<end_column>\d+) )
    [ ](?P<code>HSC\d{3}) (?:[ ](?P<message>.+))?$
    """,
    re.VERBOSE,
)
PICTURES = {"␌": "\f", "␍": "\r", "␉": "\t"}
TO_CONTROL = str.maketrans(PICTURES)
TO_PICTURES = str.maketrans({control: picture for picture, control in PICTURES.items()})


class Expectation(NamedTuple):
    """A violation that must be reported; ``message`` is a part of its message."""

    span: Span
    code: str
    message: str


class Block(NamedTuple):
    """A fenced block: its text, and where the text begins and ends in the file."""

    text: str
    start: int
    stop: int

    @property
    def source(self) -> str:
        """The text as the tool gets it, with real control characters."""
        return self.text.translate(TO_CONTROL)


class Project(NamedTuple):
    """The configuration files of the project that a case belongs to."""

    pyproject: str = ""
    flake8: str = ""


class Case(NamedTuple):
    """What one heading of a case file holds."""

    path: Path
    line: int
    name: str
    project: Project
    code: Block
    fixed: Block | None = None
    unsafe: Block | None = None

    def __str__(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}: {self.name}"

    @property
    def bare(self) -> Block:
        """The code without its marks."""
        kept = (line for line in _lines(self.code.text) if not _mark(line))
        return self.code._replace(text="".join(kept))

    @property
    def source(self) -> str:
        """The code without its marks, as the tool gets it."""
        return self.bare.source

    @property
    def fixed_source(self) -> str:
        """What the fix must make of the source."""
        return (self.fixed or self.bare).source

    @property
    def unsafe_source(self) -> str:
        """What the fix must make of the source with ``--unsafe``."""
        return (self.unsafe or self.fixed or self.bare).source

    @property
    def expected(self) -> list[Expectation]:
        """What the marks say, in the order of the file."""
        return list(_expectations(self.code.text))


def all_cases() -> list[Case]:
    """The cases of all files."""
    return [case for path in CASE_FILES for case in read(path)]


def read(path: Path) -> list[Case]:
    """Read all cases of a file; raise ValueError where a heading's blocks are not as they must."""
    text = path.read_text("utf-8")
    cases: list[Case] = []
    name = ""
    project = Project()
    for part in PART.finditer(text):
        line = text.count("\n", 0, part.start()) + 1
        block = Block(part["text"], *part.span("text"))
        match part["info"]:
            case None:
                name, project = part["heading"], Project()
            case "toml":
                project = project._replace(pyproject=part["text"])
            case "ini":
                project = project._replace(flake8=part["text"])
            case "python probe":
                continue
            case "python" if not cases or cases[-1].name != name:
                cases.append(Case(path, line, name, project, block))
            case "python fixed" if cases and cases[-1].name == name and not cases[-1].fixed:
                cases[-1] = cases[-1]._replace(fixed=block)
            case "python unsafe" if cases and cases[-1].name == name and not cases[-1].unsafe:
                cases[-1] = cases[-1]._replace(unsafe=block)
            case info:
                raise ValueError(f"{path}:{line}: block {info!r} cannot stand here")
    return cases


def annotate(case: Case, violations: Sequence[Violation]) -> str:
    """The case's code with a mark for each violation, in the one form in which marks are written.

    What the case already says of a message is kept as long as it is true.
    """
    said = {
        (expectation.span, expectation.code): expectation.message for expectation in case.expected
    }
    written: list[str] = []
    for number, line in enumerate(_lines(case.bare.text), start=1):
        written.append(line)
        for violation in violations:
            if violation.span.line == number:
                message = said.get((violation.span, violation.code))
                if message is None or message not in violation.message:
                    message = violation.message
                position = _caret_position(line, violation.span) or _spelled_position(
                    violation.span
                )
                written.append(f"{position} {violation.code} {message}".rstrip() + "\n")
    return "".join(written)


class Outcome(NamedTuple):
    """What the tool makes of a case: the annotated code, and the sources after both ways to fix."""

    code: str
    fixed: str
    unsafe: str


def rewrite(path: Path, outcome: Callable[[Case], Outcome]) -> None:
    """Make a case file say what is."""
    text = path.read_text("utf-8")
    for case in reversed(read(path)):
        code, fixed, unsafe = (source.translate(TO_PICTURES) for source in outcome(case))
        before_unsafe = case.fixed or case.code
        text = _with_block(text, "unsafe", case.unsafe, before_unsafe, unsafe, fixed)
        text = _with_block(text, "fixed", case.fixed, case.code, fixed, case.bare.text)
        text = text[: case.code.start] + code + text[case.code.stop :]
    path.write_text(text, "utf-8")


def _with_block(
    text: str, kind: str, block: Block | None, previous: Block, source: str, default: str
) -> str:
    """The file's text with ``source`` in its block, which is added where it says something new."""
    if block is not None:
        return text[: block.start] + source + text[block.stop :]
    if source == default:
        return text
    end = previous.stop + len("```\n")
    return f"{text[:end]}\n```python {kind}\n{source}```\n{text[end:]}"


def _lines(text: str) -> list[str]:
    return [line + "\n" for line in text.split("\n")[:-1]]


def _mark(line: str) -> re.Match[str] | None:
    return MARK.match(line.rstrip("\n"))


def _expectations(text: str) -> Iterator[Expectation]:
    number = 0
    for line in _lines(text):
        mark = _mark(line)
        if mark is None:
            number += 1
        elif mark["carets"]:
            column, end_column = mark.span("carets")
            span = Span(number, column, number, end_column)
            yield Expectation(span, mark["code"], mark["message"] or "")
        else:
            end_line = number + int(mark["lines"] or 0)
            span = Span(number, int(mark["column"]), end_line, int(mark["end_column"]))
            yield Expectation(span, mark["code"], mark["message"] or "")


def _caret_position(line: str, span: Span) -> str | None:
    """A comment sign and carets below the span; None where they cannot stand or would mislead."""
    before = line[: span.end_column]
    odd = any(sign in PICTURES or unicodedata.east_asian_width(sign) in "FW" for sign in before)
    if odd or span.line != span.end_line or not 0 < span.column < span.end_column:
        return None
    indent = len(line) - len(line.lstrip(" "))
    sign = "#".rjust(indent + 1) if indent < span.column else "#"
    return sign.ljust(span.column) + "^" * (span.end_column - span.column)


def _spelled_position(span: Span) -> str:
    below = f"+{span.end_line - span.line}:" if span.end_line > span.line else ""
    return f"# @{span.column}-{below}{span.end_column}"
