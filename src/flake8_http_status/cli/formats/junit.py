"""JUnit's XML, which most servers for continuous integration show as failed tests."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from flake8_http_status.escaping import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result


def render(results: Iterable[Result], _: Page) -> Iterator[str]:
    """One suite per file, with one failed case per violation or one that passed."""
    suites = [_suite(result) for result in results]
    root = Element("testsuites", name="flake8-http-status")
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in suites)))
    root.extend(suites)
    indent(root)
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(result: Result) -> Element:
    path = printable(result.path)
    failures = len(result.violations)
    suite = Element(
        "testsuite",
        name=path,
        tests=str(failures + bool(result.problem) or 1),
        failures=str(failures),
        errors="1" if result.problem else "0",
    )
    for violation in result.violations:
        line, column = violation.span.line, violation.span.column + 1
        case = SubElement(suite, "testcase", name=f"{violation.code} at {line}:{column}")
        case.attrib |= {"classname": path, "file": path, "line": str(line)}
        message = printable(violation.message)
        failure = SubElement(case, "failure", type=violation.code, message=message)
        failure.text = f"{path}:{line}:{column}: {violation.code} {message}"
    if result.problem or not failures:
        case = SubElement(suite, "testcase", name="HTTP status codes", classname=path)
        if result.problem:
            SubElement(case, "error", message=printable(result.problem))
    return suite
