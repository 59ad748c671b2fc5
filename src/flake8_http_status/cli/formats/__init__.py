"""The formats of a report: each is a module with ``render(results, page)``, loaded when asked for.

``render`` yields pieces of text as results come, or all at the end where the format needs all.
Problems with files are told on standard error, whatever the format; those that have a place for
them repeat them.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING, NamedTuple, cast

from flake8_http_status.paths import relative

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flake8_http_status.cli.running import Result
    from flake8_http_status.cli.text import Paint
    from flake8_http_status.settings import Settings

TEXT_FORMATS = ("concise", "full", "statistics")
FORMATS_OF_REPORTS = ("concise", "github", "junit")  # without sources, edits and reasons
FORMATS = (*TEXT_FORMATS, "json", "sarif", "github", "gitlab", "junit")


PROJECT_VARIABLES = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")


class Page(NamedTuple):
    """What a format may know beside the results; ``columns``: how wide a line may be."""

    settings: Settings
    paint: Paint
    columns: int


def project_path(path: str) -> str:
    """The path with slashes, for a service: from the top of the project that it has checked out.

    That is the folder which one of ``PROJECT_VARIABLES`` names, else the current one. What is on
    another drive of Windows keeps its absolute path.
    """
    absolute = os.path.abspath(path)
    tops = (os.environ.get(variable, "") for variable in PROJECT_VARIABLES)
    within = (top for top in tops if top and _is_within(absolute, top))
    return relative(absolute, next(within, os.curdir))


def _is_within(path: str, folder: str) -> bool:
    top = os.path.join(os.path.abspath(folder), "")
    return os.path.normcase(path).startswith(os.path.normcase(top))


def renderer(name: str) -> Callable[[Iterable[Result], Page], Iterator[str]]:
    """The ``render`` of one of ``FORMATS``."""
    module = importlib.import_module(f"{__name__}.{name}")
    return cast("Callable[[Iterable[Result], Page], Iterator[str]]", module.render)
