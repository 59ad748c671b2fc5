"""All that is known of each violation, for programs; positions count from 1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from flake8_http_status.cli.formats.edits import Edits
from flake8_http_status.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result
    from flake8_http_status.violation import Span


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """An object with ``violations`` and ``problems``."""
    violations: list[dict[str, Any]] = []
    problems: list[dict[str, str]] = []
    for result in results:
        violations += _violations(result, page)
        if result.problem:
            problems.append({"path": result.path, "message": result.problem})
    yield json.dumps({"violations": violations, "problems": problems}, indent=2) + "\n"


def _violations(result: Result, page: Page) -> Iterator[dict[str, Any]]:
    names = {rule.code: rule.name for rule in RULES}
    edits = Edits(result, page.settings)
    for violation in result.violations:
        fix = violation.fix and {
            "safety": violation.fix.safety.value,
            "edits": [{**_place(span), "text": text} for span, text in edits.of(violation)],
        }
        yield {
            "path": result.path,
            **_place(violation.span),
            "code": violation.code,
            "name": names[violation.code],
            "message": violation.message,
            "confidence": violation.confidence.name.lower(),
            "reason": violation.reason,
            "fix": fix if fix and fix["edits"] else None,
        }


def _place(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column + 1,
        "end_line": span.end_line,
        "end_column": span.end_column + 1,
    }
