"""The command: ``flake8-http-status check | fix PATHS``.

The only package that parses arguments. Each subcommand is one module with ``SUMMARY``,
``add_arguments(parser)`` and ``run(arguments) -> exit code``, imported when it is called.
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import gc
import importlib
import os
import re
import sys
import warnings
from typing import TYPE_CHECKING, NoReturn

from flake8_http_status import __version__
from flake8_http_status.cli.exit_codes import UNPROCESSED, VIOLATIONS, WRONG_USAGE
from flake8_http_status.config import ConfigurationError
from flake8_http_status.escaping import printable
from flake8_http_status.nearest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

MANY = 10_000  # what a run makes is thousands of objects at a time, none of which is garbage
PROGRAM = "flake8-http-status"
WIDTH = 80  # asking the terminal would import what takes apart archives, and takes its time
COMMANDS = {
    "check": ("[path ...]", "report violations in files and folders"),
    "fix": ("[path ...]", "rewrite status codes to named constants"),
    "explain": ("topic ...", "tell what a code, a constant, a phrase or a rule means"),
    "list": ("things", "list the codes, rules, frameworks and vocabularies that are known"),
    "config": ("[path ...]", "show the effective settings and where each came from"),
}


class Parser(argparse.ArgumentParser):
    """A parser that tells what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        """End with the message and the exit code for wrong usage."""
        self.exit(WRONG_USAGE, f"{self.prog}: {printable(message)}\n")

    def refuse_unknown(self, argument: str) -> NoReturn:
        """End with the name of an argument that nobody knows, and of the one that is meant."""
        known = re.findall(r"--[\w-]+", self.format_help())
        self.error(f"there is no argument {argument!r}{did_you_mean(argument, known)}")

    def convert_arg_line_to_args(self, arg_line: str) -> list[str]:
        """A line of an ``@file`` is one argument, unless it is blank."""
        return [arg_line] if arg_line.strip() else []


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code (see ``exit_codes``)."""
    gc.set_threshold(MANY)
    try:
        _prepare_streams()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the parser says about files is not for here
            code = _run(sys.argv[1:] if argv is None else argv)
            gc.freeze()  # Python need not look through all of it once more when it ends
            sys.stdout.flush()
            return code
    except ConfigurationError as error:
        print(f"{PROGRAM}: {error}", file=sys.stderr)
        return WRONG_USAGE
    except BrokenPipeError:
        _discard_output()
        return VIOLATIONS
    except OSError as error:  # a full disk, a folder that is gone
        _discard_output()
        with contextlib.suppress(OSError):  # which may be about this very stream
            print(printable(f"{PROGRAM}: {error}"), file=sys.stderr)
        return UNPROCESSED
    except KeyboardInterrupt:
        return 130


def _prepare_streams() -> None:
    """Write by lines, so that ``2>&1`` keeps their order in pipes; what is closed is no error."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        getattr(sys, name).reconfigure(errors="backslashreplace", line_buffering=True)


def _discard_output() -> None:
    """Keep the interpreter from trying once more, at its end, what cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(argv: Sequence[str]) -> int:
    name = next((argument for argument in argv if not argument.startswith("-")), None)
    shape = functools.partial(argparse.HelpFormatter, width=WIDTH)
    parser = Parser(
        prog=PROGRAM,
        formatter_class=shape,
        description="Find hard-coded, wrong and unknown HTTP status codes, and name them.",
        epilog="Exit codes: 0 clean, 1 violations, 2 wrong usage or configuration,"
        " 3 some file could not be processed.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    if name is not None and name not in COMMANDS:
        parser.error(f"{name!r} is no command{_meant(name)}")
    asked = parser
    commands = parser.add_subparsers(dest="command", metavar="command", prog=PROGRAM)
    for command, (operands, summary) in COMMANDS.items():
        described = commands.add_parser(
            command,
            usage=f"{PROGRAM} {command} [options] {operands}",
            formatter_class=shape,
            help=summary,
            description=f"{summary.capitalize()}.",
            fromfile_prefix_chars="@",
        )
        if command == name:
            module = importlib.import_module(f"{__name__}.{command}")
            module.add_arguments(described)
            described.set_defaults(run=module.run)
            asked = described
    arguments, unknown = parser.parse_known_args(argv)
    if unknown:
        asked.refuse_unknown(unknown[0].partition("=")[0])
    if arguments.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USAGE
    code: int = arguments.run(arguments)
    return code


def _meant(word: str) -> str:
    if os.path.exists(word):
        return f"; did you mean 'check {word}'?"
    return did_you_mean(word, COMMANDS)
