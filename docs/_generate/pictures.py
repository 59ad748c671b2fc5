"""Pictures of a terminal in which the command runs, from its real output."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from _generate.console import output, shop
from _generate.markdown import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = {
    "check": "flake8-http-status check --format full --select HSC101 shop/shop.py",
    "fix": "flake8-http-status fix --diff shop/shop_client.py",
}
# What the command uses of the codes by which terminals change style.
STYLES = {
    "1": "font-weight:bold",
    "2": "opacity:.7",
    "31": "fill:#ff8a80",
    "32": "fill:#8bd49c",
    "33": "fill:#e6c07b",
    "36": "fill:#7fd1e0",
}
COLUMNS = 100
COLUMN, LINE, MARGIN = 8.4, 19, 18
PIECE = re.compile(r"\x1b\[([\d;]*)m|([^\x1b]+)")
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img" \
aria-label="{label}">
<rect width="100%" height="100%" rx="10" fill="#1d2126"/>
<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="#e4e6e8">
{lines}
</g>
</svg>
"""


def pages() -> Iterator[Page]:
    """One picture per command."""
    for name, command in COMMANDS.items():
        with shop() as folder:
            printed = output(command, folder, "FORCE_COLOR")
        text = f"\x1b[2m$\x1b[0m \x1b[1m{command}\x1b[0m\n{printed}"
        yield Page(f"pictures/{name}.svg", _picture(text.rstrip().split("\n"), command))


def _picture(lines: list[str], label: str) -> str:
    columns = max(COLUMNS, *(len(PIECE.sub(r"\2", line)) for line in lines))
    drawn = (
        f'<text x="{MARGIN}" y="{MARGIN + LINE * number}">{_styled(line)}</text>'
        for number, line in enumerate(lines, start=1)
    )
    return FRAME.format(
        width=columns * COLUMN + 2 * MARGIN,
        height=(len(lines) + 1) * LINE + MARGIN,
        label=escape(label),
        lines="\n".join(drawn),
    )


def _styled(line: str) -> str:
    """The line with a ``tspan`` for each stretch that has a style, and with spaces that stay."""
    style, parts = "", []
    for piece in PIECE.finditer(line.replace(" ", "\xa0")):
        if piece[2] is None:
            style = ";".join(STYLES[code] for code in piece[1].split(";") if code in STYLES)
        elif style:
            parts.append(f'<tspan style="{style}">{escape(piece[2])}</tspan>')
        else:
            parts.append(escape(piece[2]))
    return "".join(parts)
