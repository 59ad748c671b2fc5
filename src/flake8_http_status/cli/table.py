"""Tables: aligned columns for people, JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flake8_http_status.cli.choices import add_choice
from flake8_http_status.cli.text import width
from flake8_http_status.escaping import printable

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from flake8_http_status.cli.text import Paint

SHAPES = ("table", "json")


def add_shape_argument(parser: argparse.ArgumentParser) -> None:
    """Let the user choose between the two."""
    add_choice(
        parser, "--format", SHAPES, default=SHAPES[0], help="how to show it (default: table)"
    )


def rendered(
    shape: str, header: Sequence[str], rows: Sequence[Sequence[object]], paint: Paint
) -> Iterator[str]:
    """The rows as one of ``SHAPES``; a cell is text, a number, a truth value or a list of texts."""
    if shape == "json":
        yield json.dumps([dict(zip(header, row, strict=True)) for row in rows], indent=2) + "\n"
        return
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(header, *cells, strict=True)]
    yield paint(_line(header, widths), "bold") + "\n"
    for row in cells:
        yield _line(row, widths) + "\n"


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_cell, value))
    return printable(str(value))


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (room - width(cell)) for cell, room in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip()
