"""Which modules a package has: a rule, framework or vocabulary is there by being a file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def public_modules(package: ModuleType) -> list[str]:
    """The names of the package's modules that have no leading underscore, in order.

    By the names of the files alone: ``pkgutil`` would cost a tenth of the command's start-up.
    """
    return sorted(
        name.removesuffix(".py")
        for folder in package.__path__
        for name in os.listdir(folder)
        if name.endswith(".py") and not name.startswith("_")
    )
