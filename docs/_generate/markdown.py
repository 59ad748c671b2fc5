"""Plain CommonMark: what the generated pages are built from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Page(NamedTuple):
    """One generated page: ``path`` below ``docs/``, and its text."""

    path: str
    text: str


def page(path: str, title: str, *parts: str) -> Page:
    """A page of parts with blank lines between them; empty parts are left out."""
    return Page(path, "\n\n".join(filter(None, (f"# {title}", *parts))) + "\n")


def paragraph(text: str) -> str:
    """Text of a docstring on one line, with Markdown's quotes for code."""
    return code_quotes(" ".join(text.split()))


def code_quotes(text: str) -> str:
    """Text with one backquote where docstrings have two or write a cross reference."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


def code(text: object) -> str:
    r"""Text as code, in a table, too: ``|`` is escaped.

    >>> code("int | None")
    '`int \\| None`'
    """
    return f"`{text}`".replace("|", r"\|")


def codes(texts: Iterable[object]) -> str:
    """Texts as code, joined by commas."""
    return ", ".join(map(code, texts))


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"{'#' * level} {text}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; empty when there are no rows. Columns without any text are left out."""
    body = list(rows)
    if not body:
        return ""
    kept = [place for place in range(len(head)) if any(row[place] for row in body)]
    lines = [[head[place] for place in kept], ["---"] * len(kept)]
    lines += [[row[place] for place in kept] for row in body]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def bullets(items: Iterable[str]) -> str:
    """A list."""
    return "\n".join(f"- {item}" for item in items)


def sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def contents(paths: Iterable[str]) -> str:
    """The part of the site's navigation below a page; not shown on the page itself."""
    return "\n".join(("```{toctree}", ":hidden:", "", *paths, "```"))


def slug(text: str) -> str:
    """The anchor that GitHub and MyST give to a heading.

    >>> slug("404 Not Found")
    '404-not-found'
    """
    kept = re.sub(r"[^\w\- ]", "", text.strip().lower())
    return kept.replace(" ", "-")
