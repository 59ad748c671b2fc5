"""What a rule reports: where, what, and how it could be repaired.

Positions are those a person sees: lines count from 1, columns from 0 and in characters
(not in the UTF-8 bytes that ``ast`` counts).
"""

from __future__ import annotations

import enum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open stretch of source text; ``end_column`` is the first column behind it."""

    line: int
    column: int
    end_line: int
    end_column: int


class Safety(enum.Enum):
    """Whether a fix may be applied without a person reading it."""

    SAFE = "safe"
    UNSAFE = "unsafe"


class Import(NamedTuple):
    """A binding that a fix needs: ``from module import name``, or ``import module``."""

    module: str
    name: str | None = None

    @property
    def bound(self) -> str:
        """The name that the module then has."""
        return self.name or self.module.partition(".")[0]

    @property
    def target(self) -> str:
        """The dotted name of what is bound to it."""
        return f"{self.module}.{self.name}" if self.name else self.bound


class Edit(NamedTuple):
    """The text at ``span`` becomes ``text``; ``import_`` must be bound in the module for it."""

    span: Span
    text: str
    import_: Import | None = None


class Fix(NamedTuple):
    """The edits that repair one violation; all of them or none are applied."""

    edits: tuple[Edit, ...]
    safety: Safety = Safety.SAFE


class Confidence(enum.IntEnum):
    """How sure the engine is that a place expects an HTTP status.

    The order counts: a floor of ``SIGNATURE`` keeps what is resolved and what the file declares.
    """

    NAME = 1
    SIGNATURE = 2
    RESOLVED = 3


class Violation(NamedTuple):
    """One report of one rule."""

    code: str
    span: Span
    message: str
    fix: Fix | None = None
    confidence: Confidence = Confidence.RESOLVED
    reason: str = ""
