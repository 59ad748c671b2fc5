"""``llms.txt``: every page with one line about it, for programs that read instead of people."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from _generate.markdown import Page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = "index.md"
TOCTREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def llms(texts: Mapping[str, str]) -> Page:
    """The list of pages in the order of the navigation; ``texts``: path -> Markdown."""
    lines = [f"# {_title(texts[ROOT])}", "", f"> {_summary(texts[ROOT])}"]
    for path in _children(ROOT, texts):
        below = list(_children(path, texts))
        lines += ["", f"## {_title(texts[path])}", ""] if below else []
        lines += [
            f"- [{_title(texts[entry])}]({entry}): {_summary(texts[entry])}"
            for entry in (path, *below)
        ]
    return Page("llms.txt", "\n".join(lines) + "\n")


def _children(path: str, texts: Mapping[str, str]) -> Iterator[str]:
    for block in TOCTREE.findall(texts[path]):
        for line in block.splitlines():
            if line and not line.startswith(":"):
                yield posixpath.normpath(posixpath.join(posixpath.dirname(path), f"{line}.md"))


def _title(text: str) -> str:
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    if found is None:
        raise ValueError("a page without a title")
    return found[1]


def _summary(text: str) -> str:
    """The first sentence below the title."""
    body = text.partition("\n# ")[2] or text.removeprefix("# ")
    paragraphs = body.partition("\n")[2].strip().split("\n\n")
    first = " ".join(paragraphs[0].split())
    return LINK.sub(r"\1", re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0])
