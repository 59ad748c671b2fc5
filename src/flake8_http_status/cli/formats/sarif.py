"""SARIF 2.1.0, which code scanning services take."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from flake8_http_status import __version__
from flake8_http_status.cli.formats import project_path
from flake8_http_status.cli.formats.edits import Edits
from flake8_http_status.registry import RULES, rule_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result
    from flake8_http_status.violation import Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One log with one run; files that could not be processed are its notifications."""
    found: list[dict[str, Any]] = []
    problems: list[dict[str, Any]] = []
    for result in results:
        found += _results(result, page)
        if result.problem:
            problems.append(
                {
                    "level": "error",
                    "message": {"text": result.problem},
                    "locations": [{"physicalLocation": {"artifactLocation": _artifact(result)}}],
                }
            )
    driver = {
        "name": "flake8-http-status",
        "version": __version__,
        "rules": [_rule(number) for number in range(len(RULES))],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {"executionSuccessful": not problems, "toolExecutionNotifications": problems}
        ],
        "results": found,
    }
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(number: int) -> dict[str, Any]:
    rule = RULES[number]
    page = rule_page(rule)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": page.partition("\n")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"enabled": rule.default, "level": "warning"},
    }


def _results(result: Result, page: Page) -> Iterator[dict[str, Any]]:
    numbers = {rule.code: number for number, rule in enumerate(RULES)}
    edits = Edits(result, page.settings)
    for violation in result.violations:
        place = {"artifactLocation": _artifact(result), "region": _region(violation.span)}
        described: dict[str, Any] = {
            "ruleId": violation.code,
            "ruleIndex": numbers[violation.code],
            "level": "warning",
            "message": {"text": violation.message},
            "locations": [{"physicalLocation": place}],
        }
        replacements = [
            {"deletedRegion": _region(span), "insertedContent": {"text": text}}
            for span, text in edits.of(violation)
        ]
        if replacements:
            change = {"artifactLocation": _artifact(result), "replacements": replacements}
            described["fixes"] = [
                {"description": {"text": violation.message}, "artifactChanges": [change]}
            ]
        yield described


def _artifact(result: Result) -> dict[str, str]:
    path = project_path(result.path)
    if not os.path.isabs(path):
        return {"uri": quote(os.fsencode(path))}
    host = "" if path.startswith("//") else "///"
    return {"uri": f"file:{host}{quote(os.fsencode(path), safe='/:')}"}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column + 1,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }
