"""From paths to results: every file is read and checked, none stops the others."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status import __version__
from flake8_http_status.checker import check
from flake8_http_status.cli.text import printable
from flake8_http_status.files import (
    STANDARD_INPUT,
    FileError,
    SourceFile,
    decoded,
    discover,
    matches,
    read,
)
from flake8_http_status.noqa import Noqa
from flake8_http_status.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from flake8_http_status.config import Configuration
    from flake8_http_status.violation import Violation


class Result(NamedTuple):
    """What came of one file: the violations to report, or the ``problem`` that prevented it.

    ``path`` is the name to show; ``source`` is None where the file could not be read.
    """

    path: str
    source: SourceFile | None = None
    violations: tuple[Violation, ...] = ()
    problem: str = ""
    standard_input: bool = False


class Reporting:
    """Whether a violation is reported in one file: selection and ``# noqa`` together."""

    def __init__(self, source: SourceFile, configuration: Configuration) -> None:
        codes = [rule.code for rule in RULES]
        self._codes = configuration.selection.codes_for(source.path, codes)
        self._noqa = None if configuration.disable_noqa else Noqa(source.text)

    def __call__(self, violation: Violation) -> bool:
        """Whether flake8 would show the violation."""
        if violation.code not in self._codes:
            return False
        return self._noqa is None or not self._noqa.silences(violation.code, violation.span.line)


def results(
    paths: Sequence[str], stdin_name: str | None, configuration: Configuration
) -> Iterator[Result]:
    """One result for every file at and below the paths, in the order of their names."""
    unlisted: list[OSError] = []
    named = [path for path in paths if path != STANDARD_INPUT]
    exclude = configuration.exclude
    files = sorted(discover(named, exclude, configuration.filename, unlisted.append))
    for error in unlisted:
        yield Result(str(error.filename), problem=f"cannot be listed: {error.strerror}")
    if STANDARD_INPUT in paths and not (stdin_name and matches(stdin_name, exclude)):
        yield _examined(
            Result(stdin_name or "stdin", standard_input=True), _standard_input, configuration
        )
    for file in files:
        yield _examined(Result(file), read, configuration)


def _standard_input(name: str) -> SourceFile:
    return decoded(name, sys.stdin.buffer.read())


def _examined(
    result: Result, load: Callable[[str], SourceFile], configuration: Configuration
) -> Result:
    try:
        source = load(result.path)
        result = result._replace(source=source)
        violations = check(source.text, configuration.settings)
    except FileError as error:
        return result._replace(problem=str(error))
    except SyntaxError as error:
        return result._replace(problem=f"cannot be parsed: line {error.lineno}: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        return result._replace(problem=f"cannot be parsed: {str(error) or type(error).__name__}")
    except Exception as error:  # noqa: BLE001 - a defect in one file must not hide other findings
        return result._replace(problem=defect(error))
    return result._replace(violations=tuple(filter(Reporting(source, configuration), violations)))


def defect(error: Exception) -> str:
    """What to say when the fault is ours."""
    return (
        f"{type(error).__name__} in flake8-http-status {__version__}: {error};"
        " this is a defect, please report it with this file"
    )


def complain(path: str, problem: str) -> None:
    """Tell in one line on standard error what is wrong with a file."""
    print(printable(f"{path}: {problem}"), file=sys.stderr)
