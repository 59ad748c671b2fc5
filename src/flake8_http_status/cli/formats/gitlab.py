"""The report that GitLab shows as code quality of a merge request."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from flake8_http_status.baseline import contents
from flake8_http_status.cli.formats import project_path
from flake8_http_status.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result


def render(results: Iterable[Result], _: Page) -> Iterator[str]:
    """An array with one object per violation; the fingerprint survives moved lines."""
    yield json.dumps([issue for result in results for issue in _issues(result)], indent=2) + "\n"


def _issues(result: Result) -> Iterator[dict[str, object]]:
    path = printable(project_path(result.path))
    seen: dict[str, int] = {}
    for violation, content in zip(
        result.violations, contents(result.violations, result.lines()), strict=True
    ):
        seen[content] = seen.get(content, 0) + 1
        identity = f"{path}\0{content}\0{seen[content]}"
        line, column, end_line, end_column = violation.span
        yield {
            "check_name": violation.code,
            "description": f"{violation.code} {printable(violation.message)}",
            "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
            "severity": "minor",
            "location": {
                "path": path,
                "positions": {
                    "begin": {"line": line, "column": column + 1},
                    "end": {"line": end_line, "column": end_column + 1},
                },
            },
        }
