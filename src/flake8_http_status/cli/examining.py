"""The part of a run that loads the engine: a file is read, parsed and examined."""

from __future__ import annotations

import ast
import functools
import gc
import sys
from typing import TYPE_CHECKING

from flake8_http_status.checker import examine
from flake8_http_status.cli.cache import digest
from flake8_http_status.defects import apology
from flake8_http_status.files import FileError, decoded, read
from flake8_http_status.registry import catalogue, prefilter_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.analysis.prefilter import Prefilter
    from flake8_http_status.cli.running import Result
    from flake8_http_status.config import Configuration


def examiner(
    configuration: Configuration, *, use_prefilter: bool, digests: bool
) -> Callable[[Result], Result]:
    """What makes of a file that is pending its result; ``digests``: with a digest of what it read.

    All that it needs is loaded now, before processes are forked.
    """
    catalogue(configuration.settings)
    prefilter = prefilter_for(configuration.settings) if use_prefilter else None
    gc.freeze()  # it stays, so the collector need not look through it again and again
    return functools.partial(
        _examined, configuration=configuration, prefilter=prefilter, digests=digests
    )


def _examined(
    pending: Result, configuration: Configuration, prefilter: Prefilter | None, *, digests: bool
) -> Result:
    if pending.problem:
        return pending
    try:
        if pending.standard_input:
            source = decoded(pending.path, sys.stdin.buffer.read())
        else:
            source = read(pending.path)
        clean = pending._replace(
            source=source if pending.standard_input else None,
            digest=digest(source.data) if digests and not pending.standard_input else "",
        )
        if prefilter and not prefilter.admits(source.text):
            return clean
        tree = ast.parse(source.text)
    except FileError as error:
        return pending._replace(problem=str(error))
    except SyntaxError as error:
        return pending._replace(problem=f"cannot be parsed: line {error.lineno}: {error.msg}")
    except (ValueError, RecursionError, MemoryError) as error:
        return pending._replace(problem=f"cannot be parsed: {str(error) or type(error).__name__}")
    try:
        violations, defects = examine(
            source.text, configuration.settings, tree=tree, prefilter=False
        )
        if violations:
            reports = configuration.reports(source.path, source.text)
            violations = list(filter(reports, violations))
    except Exception as error:  # noqa: BLE001 - a defect in one file must not hide other findings
        return pending._replace(problem=apology({"the engine": error}))
    found = pending._replace(source=source, violations=tuple(violations))
    if defects:
        return found._replace(problem=apology(defects))
    return found._replace(digest=clean.digest) if violations else clean
