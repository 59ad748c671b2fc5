"""The flake8 host: hands flake8's tree and lines to the engine and reports what comes back.

flake8 imports this module even where it has no file to look at, so the engine is loaded with the
first file.
"""

from __future__ import annotations

import sys
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from flake8.exceptions import ExecutionError

from flake8_http_status import __version__
from flake8_http_status.config import FLAKE8_PREFIX, ConfigurationError, settings_from_options
from flake8_http_status.defects import apology
from flake8_http_status.escaping import printable
from flake8_http_status.rules import ON_REQUEST
from flake8_http_status.selection import not_asked_for
from flake8_http_status.settings import DEFAULT_SETTINGS, OPTIONS, Settings

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from flake8.options.manager import OptionManager

    from flake8_http_status.baseline import Baseline


class Plugin:
    """What flake8 instantiates for every file.

    ``tree`` is shared with all other plugins and only read; ``lines`` are the decoded lines of the
    file without a byte-order mark, and ``filename`` serves to name the file when the engine fails.
    """

    name = "flake8-http-status"
    version = __version__
    settings: ClassVar[Settings] = DEFAULT_SETTINGS
    baseline: ClassVar[Baseline | None] = None
    off: ClassVar[frozenset[str]] = ON_REQUEST

    def __init__(self, tree: ast.Module, lines: list[str], filename: str) -> None:
        self.tree = tree
        self.lines = lines
        self.filename = filename

    @classmethod
    def add_options(cls, manager: OptionManager) -> None:
        """Register the option table."""
        for option in OPTIONS:
            manager.add_option(
                f"--{FLAKE8_PREFIX}{option.name}",
                metavar=option.metavar,
                help=option.help,
                parse_from_config=True,
            )

    @classmethod
    def parse_options(cls, options: object) -> None:
        """Take the settings over; flake8 stops with one line where they are wrong.

        flake8 keeps from plugins which files it reads, so they look for that themselves.
        """
        given = {argument.partition("=")[0] for argument in sys.argv}
        try:
            cls.settings = settings_from_options(
                options,
                isolated="--isolated" in given,
                usual_file=given.isdisjoint({"--config", "--append-config"}),
            )
            cls.baseline = _baseline(cls.settings)
            cls.off = codes_off(options)
        except ConfigurationError as error:
            raise ExecutionError(str(error)) from None

    def run(self) -> Iterator[tuple[int, int, str, type[Plugin]]]:
        """Yield line, column (from 0, in characters), ``"CODE message"`` and this class.

        A defect must cost no more than the findings of one rule, or of one file: it is told on
        standard error and flake8 goes on.
        """
        try:
            from flake8_http_status.checker import examine

            violations, defects = examine("".join(self.lines), self.settings, tree=self.tree)
            if self.baseline:
                violations = self.baseline.new(self.filename, violations, self.lines)
        except Exception as error:  # noqa: BLE001 - whatever it is, flake8 must not fail with it
            violations, defects = [], {"the engine": error}
        if defects:
            print(printable(f"{self.filename}: {apology(defects)}"), file=sys.stderr)
        for violation in violations:
            span = violation.span
            if violation.code not in self.off:
                yield span.line, span.column, f"{violation.code} {violation.message}", type(self)


def codes_off(options: object) -> frozenset[str]:
    """The rules on request that flake8's options do not ask for."""
    chosen = (getattr(options, key, None) or () for key in ("select", "extend_select"))
    return not_asked_for(ON_REQUEST, chain.from_iterable(chosen))


def _baseline(settings: Settings) -> Baseline | None:
    if not settings.baseline:
        return None
    from flake8_http_status.baseline import Baseline

    return Baseline.read(settings.baseline)
