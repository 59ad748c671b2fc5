"""What the command tells its caller."""

from __future__ import annotations

CLEAN = 0
VIOLATIONS = 1
WRONG_USAGE = 2
UNPROCESSED = 3
