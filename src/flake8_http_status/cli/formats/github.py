"""Workflow commands that GitHub shows as annotations of the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.cli.formats import project_path
from flake8_http_status.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result


def render(results: Iterable[Result], _: Page) -> Iterator[str]:
    """One command per violation, and one per file that could not be processed."""
    for result in results:
        path = project_path(result.path)
        if result.problem:
            yield _command({"file": path}, result.problem)
        for violation in result.violations:
            line, column, end_line, end_column = violation.span
            properties: dict[str, str | int] = {
                "file": path,
                "line": line,
                "col": column + 1,
                "endLine": end_line,
                "endColumn": end_column,
                "title": violation.code,
            }
            yield _command(properties, f"{violation.code} {violation.message}")


def _command(properties: dict[str, str | int], message: str) -> str:
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::error {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
