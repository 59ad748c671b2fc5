"""A table of all status codes, and one page per class with what is known of each code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from _generate.markdown import bullets, code, codes, contents, heading, page, slug, table
from _generate.names import constant, version
from flake8_http_status.frameworks._framework import LimitKind
from flake8_http_status.registry import all_frameworks, all_vocabularies
from flake8_http_status.status_codes import STATUS_CODES, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from _generate.markdown import Page
    from flake8_http_status.status_codes import StatusCode

CLASSES = {
    "1xx": ("1xx Informational", "The request was received and more is to come.", range(100, 200)),
    "2xx": ("2xx Success", "The request was received, understood and accepted.", range(200, 300)),
    "3xx": ("3xx Redirection", "Something else is to be done to complete it.", range(300, 400)),
    "4xx": ("4xx Client error", "The request cannot be fulfilled as it is.", range(400, 500)),
    "5xx": ("5xx Server error", "The server failed to fulfil the request.", range(500, 600)),
    "beyond": (
        "600 and above",
        "Outside of the five classes that HTTP knows, and seen on the web nevertheless.",
        range(600, 1000),
    ),
}
STATES = {
    State.REGISTERED: "registered",
    State.TEMPORARY: "registered for a limited time",
    State.DEPRECATED: "registered, deprecated by its document",
    State.UNUSED: "reserved, without a meaning",
    State.OBSOLETED: "registered, its document is obsolete",
    State.UNOFFICIAL: "not registered",
}


def pages() -> Iterator[Page]:
    """The overview, then one page per class."""
    rows = sorted(STATUS_CODES.values(), key=lambda row: row.number)
    yield page(
        "status-codes/index.md",
        "Status codes",
        "Every status code of the IANA registry, and the unofficial ones that products answer"
        " with. This is the table that the tool judges by.",
        table(("Code", "Phrase", "State", "Meaning"), map(_row, rows)),
        contents(CLASSES),
    )
    for stem, (title, about, numbers) in CLASSES.items():
        members = [row for row in rows if row.number in numbers]
        known = [row for row in members if row.state is not State.UNOFFICIAL]
        unofficial = [row for row in members if row.state is State.UNOFFICIAL]
        yield page(
            f"status-codes/{stem}.md",
            title,
            about,
            *_entries(2, known),
            heading(2, "Unofficial codes") if known and unofficial else "",
            *_entries(3 if known else 2, unofficial),
        )


def _row(row: StatusCode) -> tuple[str, ...]:
    stem = next(stem for stem, (*_, numbers) in CLASSES.items() if row.number in numbers)
    title = f"{row.number} {row.phrase}"
    return (
        f"[{row.number}]({stem}.md#{slug(title)})",
        row.phrase,
        f"unofficial: {row.owner}" if row.owner else STATES[row.state],
        row.meaning,
    )


def _entries(level: int, rows: Iterable[StatusCode]) -> Iterator[str]:
    for row in rows:
        yield heading(level, f"{row.number} {row.phrase}")
        yield row.meaning
        yield f"中文: {row.meaning_zh}"
        yield bullets(_facts(row))
        yield table(("Vocabulary", "Constant"), _constants(row.number))


def _facts(row: StatusCode) -> Iterator[str]:
    yield f"State: {STATES[row.state]}"
    if row.owner:
        yield f"Used by: {row.owner.replace('; ', ', ')}"
    if row.reference:
        yield f"Defined in: {_linked(row.reference)}"
    if row.variants:
        yield f"Also called: {', '.join(row.variants)}"
    if row.state is not State.UNOFFICIAL:
        yield from _unsupported(row.number)


def _linked(reference: str) -> str:
    rfc = re.fullmatch(r"RFC (\d+), section ([\d.]+)", reference)
    if rfc:
        address = f"https://www.rfc-editor.org/rfc/rfc{rfc[1]}#section-{rfc[2]}"
    else:
        address = f"https://datatracker.ietf.org/doc/html/{reference}"
    return f"[{reference}]({address})"


def _unsupported(number: int) -> Iterator[str]:
    """Who cannot produce the code, although it is for codes of its class."""
    by_outcome: dict[str, list[str]] = {}
    for framework in all_frameworks():
        for limit in framework.limits:
            names = codes(dict.fromkeys(name.rpartition(".")[2] for name in limit.of))
            who = f"{names} of {framework.name}"
            if limit.kind is not LimitKind.UNSUPPORTED:
                continue
            same_class = any(number // 100 == allowed // 100 for allowed in limit.allowed)
            if same_class and number not in limit.allowed:
                by_outcome.setdefault(limit.outcome, []).append(who)
            for late, distribution, since in limit.since:
                if late == number:
                    before = f"{limit.outcome}, before {version(distribution, since)}"
                    by_outcome.setdefault(before, []).append(who)
    for outcome, callables in by_outcome.items():
        yield f"Not with {'; '.join(callables)}: it {outcome}"


def _constants(number: int) -> Iterator[tuple[str, str]]:
    for vocabulary in all_vocabularies():
        names = vocabulary.names.get(number, ())
        if names:
            link = f"[{code(vocabulary.key)}](../reference/vocabularies.md#{slug(vocabulary.key)})"
            yield link, ", ".join(constant(name, vocabulary) for name in names)
