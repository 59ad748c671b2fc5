"""A plot for the documentation: what programs cost, on a scale on which each step is tenfold."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The card is light in dark surroundings, too.
LEFT, WIDTH, ROW, TOP = 330, 480, 30, 40
COLOURS = ("#3b7dd8", "#d9822b")
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" \
aria-label="{title}" font-family="system-ui, sans-serif" font-size="14">
<style>text {{ fill: #20262c; }} line {{ stroke: #c9ccd1; }}</style>
<rect width="100%" height="100%" rx="14" fill="#fbfaf7"/>
{drawn}
</svg>
"""


def chart(title: str, series: Mapping[str, Mapping[str, float]]) -> str:
    """A dot for each row of each of at most two series, which have a median for every row."""
    rows = sorted(
        {row for values in series.values() for row in values},
        key=lambda row: min(values[row] for values in series.values() if row in values),
    )
    least, most = _decades([value for values in series.values() for value in values.values()])
    height = TOP + ROW * (len(rows) + 1)

    def across(value: float) -> float:
        return LEFT + WIDTH * (math.log10(value) - least) / (most - least)

    drawn: list[str] = []
    for power in range(least, most + 1):
        place = across(10.0**power)
        drawn += [
            f'<line x1="{place:.0f}" y1="{TOP - 8}" x2="{place:.0f}" y2="{height - ROW}"/>',
            _text(place, height - 8, f"{10.0**power:g}", "middle"),
        ]
    for number, row in enumerate(rows):
        middle = TOP + ROW * number + ROW // 2
        drawn.append(_text(LEFT - 16, middle + 5, row.replace("`", ""), "end"))
        drawn += [
            f'<circle cx="{across(values[row]):.1f}" cy="{middle}" r="6" fill="{colour}"/>'
            for values, colour in zip(series.values(), COLOURS, strict=False)
            if row in values
        ]
    for number, (name, colour) in enumerate(zip(series, COLOURS, strict=False)):
        place = LEFT + number * 270
        drawn.append(f'<circle cx="{place}" cy="15" r="6" fill="{colour}"/>')
        drawn.append(_text(place + 12, 20, name, "start"))
    width = LEFT + WIDTH + 30
    return FRAME.format(width=width, height=height, title=escape(title), drawn="\n".join(drawn))


def _decades(values: Sequence[float]) -> tuple[int, int]:
    return math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))


def _text(across: float, down: float, text: str, anchor: str) -> str:
    return f'<text x="{across:.0f}" y="{down:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
