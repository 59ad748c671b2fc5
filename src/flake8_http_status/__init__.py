"""Find hard-coded, wrong and unknown HTTP status codes in Python code, and name them."""

from __future__ import annotations

__version__ = "0.1.0"
