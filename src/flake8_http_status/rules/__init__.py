"""The rules: one module for each, with its page, its metadata and its check."""

from __future__ import annotations

# The rules that wait until they are asked for. They are listed here and not in their modules, since
# flake8 wants to know them when it starts, before it is clear that a rule is needed.
ON_REQUEST = frozenset({"HSC309", "HSC404", "HSC406", "HSC501", "HSC502", "HSC503"})
