"""The part of a run that loads the engine: a file is read, parsed, examined and perhaps fixed."""

from __future__ import annotations

import ast
import functools
import gc
import sys
from typing import TYPE_CHECKING

from flake8_http_status.analysis.file import File
from flake8_http_status.checker import examine_file
from flake8_http_status.cli.cache import digest
from flake8_http_status.defects import apology
from flake8_http_status.files import FileError, decoded, read
from flake8_http_status.registry import catalogue, prefilter_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.analysis.prefilter import Prefilter
    from flake8_http_status.cli.running import Result, Run
    from flake8_http_status.files import SourceFile
    from flake8_http_status.violation import Violation


def examiner(run: Run, *, digests: bool) -> Callable[[Result], Result]:
    """What makes of a file that is pending its result; ``digests``: with a digest of what it read.

    All that it needs is loaded now, before processes are forked.
    """
    settings = run.configuration.settings
    catalogue(settings)
    prefilter = prefilter_for(settings) if run.use_prefilter else None
    gc.freeze()  # it stays, so the collector need not look through it again and again
    return functools.partial(_examined, run=run, prefilter=prefilter, digests=digests)


def _examined(pending: Result, run: Run, prefilter: Prefilter | None, *, digests: bool) -> Result:
    if pending.problem:
        return pending
    try:
        if pending.standard_input:
            source = decoded(pending.path, sys.stdin.buffer.read())
            clean = pending._replace(source=source)
        else:
            source = read(pending.path)
            clean = pending._replace(digest=digest(source.data) if digests else "")
        if prefilter and not prefilter.admits(source.text):
            return clean
        tree = ast.parse(source.text)
    except FileError as error:
        return pending._replace(problem=str(error))
    except SyntaxError as error:
        return pending._replace(problem=f"cannot be parsed: line {error.lineno}: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        return pending._replace(problem=f"cannot be parsed: {str(error) or type(error).__name__}")
    return _checked(clean, source, tree, run)


def _checked(clean: Result, source: SourceFile, tree: ast.Module, run: Run) -> Result:
    configuration = run.configuration
    try:
        file = File(source.text, tree, catalogue(configuration.settings))
        violations, defects = examine_file(file)
        if violations:
            reports = configuration.reports(source.path, source.text)
            violations = list(filter(reports, violations))
    except Exception as error:  # noqa: BLE001 - a defect in one file must not hide other findings
        return clean._replace(digest="", problem=apology({"the engine": error}))
    found = clean._replace(source=source, violations=tuple(violations))
    if defects:
        found = found._replace(digest="", problem=apology(defects))
    elif run.fixes:
        found = _fixed(found, file, run.to_fix(found))
    file.module.forget()
    if found.standard_input or (violations and run.needs_source(violations)):
        return found
    return found._replace(source=None)  # a process would have to send it


def _fixed(found: Result, file: File, violations: list[Violation]) -> Result:
    if not violations:
        return found
    from flake8_http_status.fixing import fix_violations

    try:
        fixed = fix_violations(file, found.text(), violations)
    except Exception as error:  # noqa: BLE001 - as above
        return found._replace(refusal=apology({"the codemod": error}))
    if fixed.refused is not None:
        return found._replace(refusal=f"is left as it is: {fixed.refused}")
    return found._replace(fixed=fixed)
