"""Writes the pages that say what the code says: rules, status codes, frameworks and reference."""

from __future__ import annotations
