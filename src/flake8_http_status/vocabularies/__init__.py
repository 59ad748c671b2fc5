"""The names that packages give to status codes: one module of data for each vocabulary."""

from __future__ import annotations
