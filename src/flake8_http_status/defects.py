"""What to say when the fault is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping


def apology(errors: Mapping[str, Exception]) -> str:
    """A sentence about the parts of this package that failed at a file, and what each raised."""
    failed = ", ".join(
        f"{part} failed with {type(error).__name__}: {error}" for part, error in errors.items()
    )
    return (
        f"{failed}; this is a defect of flake8-http-status {__version__},"
        " please report it with this file"
    )
