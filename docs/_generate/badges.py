"""The badges of the front page: what the project says of itself, so that they cannot go stale."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from _generate.markdown import Page
from flake8_http_status.registry import RULES, all_frameworks
from flake8_http_status.status_codes import STATUS_CODES

if TYPE_CHECKING:
    from collections.abc import Iterator

PYPROJECT = Path(__file__).parents[2] / "pyproject.toml"
COLUMN, PADDING, GAP = 6.7, 8, 6
BADGE = """\
<g transform="translate({left:.0f})">
<rect width="{width:.0f}" height="20" rx="4" fill="#2e6da4"/>
<path d="M4 0h{key:.0f}v20H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z" fill="#4b5158"/>
<text x="{name_at:.0f}" y="14">{name}</text><text x="{value_at:.0f}" y="14">{value}</text>
</g>
"""
FRAME = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="20" role="img" \
aria-label="{label}">
<g font-family="Verdana, DejaVu Sans, sans-serif" font-size="11" fill="#fff" \
text-anchor="middle">
{badges}</g>
</svg>
"""


def pages() -> Iterator[Page]:
    """One picture of all badges."""
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    facts = {
        "Python": project["requires-python"].removeprefix(">=") + "+",
        "licence": project["license"],
        "rules": str(len(RULES)),
        "status codes": str(len(STATUS_CODES)),
        "frameworks, clients, test tools": str(len(all_frameworks())),
    }
    left, badges = 0.0, ""
    for name, value in facts.items():
        key, rest = (COLUMN * len(text) + 2 * PADDING for text in (name, value))
        badges += BADGE.format(
            left=left,
            width=key + rest,
            key=key - 4,
            name=escape(name),
            name_at=key / 2,
            value_at=key + rest / 2,
            value=escape(value),
        )
        left += key + rest + GAP
    label = ", ".join(f"{name}: {value}" for name, value in facts.items())
    yield Page(
        "pictures/badges.svg",
        FRAME.format(width=left - GAP, label=escape(label), badges=badges),
    )
