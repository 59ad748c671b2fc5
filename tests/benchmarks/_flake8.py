"""flake8 as it is where the plugin is not installed."""

from __future__ import annotations

import importlib.metadata
import sys
from typing import TYPE_CHECKING, Any

from flake8.main.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

_all_of = importlib.metadata.distributions


def _others(**query: Any) -> Iterator[importlib.metadata.Distribution]:
    return (one for one in _all_of(**query) if one.metadata["Name"] != "flake8-http-status")


if __name__ == "__main__":
    importlib.metadata.distributions = _others
    sys.exit(main())
