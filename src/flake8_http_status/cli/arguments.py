"""The arguments that check and fix share, and the configuration that they amount to."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from flake8_http_status.cli.cache import KEYS
from flake8_http_status.cli.choices import add_choice
from flake8_http_status.cli.known import Known
from flake8_http_status.cli.parallel import available_processors
from flake8_http_status.cli.running import Run
from flake8_http_status.config import Configuration, load
from flake8_http_status.files import STANDARD_INPUT, expanded
from flake8_http_status.settings import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flake8_http_status.cli.since import Changes
    from flake8_http_status.violation import Safety, Violation

SELECTION = (
    ("select", "codes", "report only codes that begin with one of these"),
    ("ignore", "codes", "do not report codes that begin with one of these"),
    ("extend-select", "codes", "report these too, beside what is selected by default"),
    ("extend-ignore", "codes", "ignore these too, beside what is ignored by default"),
    ("per-file-ignores", "pairs", "codes to ignore in some files: 'tests/*:HSC103'"),
)
FILES = (
    ("exclude", "patterns", "files and folders to leave out, in place of the default"),
    ("extend-exclude", "patterns", "files and folders to leave out too"),
    ("filename", "patterns", "the files to take from folders (default: *.py)"),
)
FLAGS = ("respect-gitignore", "disable-noqa")


def add_shared_arguments(parser: argparse.ArgumentParser) -> None:
    """Add paths, selection, settings and configuration to a subcommand."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="path",
        help="files, folders and patterns such as 'tests/**/test_*.py' (default: the current"
        " folder), '-' for standard input, '@file' for a file with one path per line",
    )
    selection = parser.add_argument_group("what is reported")
    for name, metavar, text in SELECTION:
        selection.add_argument(f"--{name}", metavar=metavar, help=text)
    selection.add_argument(
        "--disable-noqa", action="store_true", default=None, help="take no notice of '# noqa'"
    )
    files = parser.add_argument_group("files")
    for name, metavar, text in FILES:
        files.add_argument(f"--{name}", metavar=metavar, help=text)
    files.add_argument(
        "--respect-gitignore",
        action=argparse.BooleanOptionalAction,
        help="leave out what git ignores below the folders (default: yes)",
    )
    files.add_argument(
        "--stdin-filename", metavar="path", help="the name of what is read from standard input"
    )
    files.add_argument(
        "--since", metavar="revision", help="only lines that are new since this revision of git"
    )
    files.add_argument(
        "--jobs",
        "-j",
        type=_jobs,
        default="auto",
        metavar="number",
        help="how many processes work (default: auto)",
    )
    files.add_argument(
        "--no-cache",
        action="store_false",
        dest="cache",
        help="look also at files that are as an earlier run has seen them",
    )
    add_choice(
        files,
        "--cache-key",
        KEYS,
        default=KEYS[0],
        help="what tells that a file is as it was: its content (the default), or its status, which"
        " is its times and size, is faster and misses a change that keeps them",
    )
    files.add_argument(
        "--no-prefilter",
        action="store_false",
        dest="prefilter",
        help="parse also files whose text shows that there is nothing to find",
    )
    settings = parser.add_argument_group("settings")
    for option in OPTIONS:
        settings.add_argument(f"--{option.name}", metavar=option.metavar, help=option.help)
    parser.add_argument("--quiet", "-q", action="store_true", help="leave out the summary")
    sources = parser.add_argument_group("configuration")
    sources.add_argument("--config", metavar="file", help="read this in place of flake8's file")
    sources.add_argument("--isolated", action="store_true", help="read no configuration file")


def configuration_of(arguments: argparse.Namespace) -> Configuration:
    """The project's configuration with what the command line says on top."""
    names = [name for name, *_ in (*SELECTION, *FILES)] + [option.name for option in OPTIONS]
    values = {name: getattr(arguments, name.replace("-", "_")) for name in [*names, *FLAGS]}
    overrides = {name: value for name, value in values.items() if value is not None}
    return load(overrides, file=arguments.config, isolated=arguments.isolated)


def run_of(
    arguments: argparse.Namespace,
    reports_do: Callable[[Sequence[Violation]], bool],
    fixes: frozenset[Safety] = frozenset(),
) -> Run:
    """The run that the arguments describe; ``reports_do`` and ``fixes`` as `Run` has them."""
    configuration = configuration_of(arguments)
    baseline = configuration.settings.baseline
    writes = getattr(arguments, "write_baseline", False)
    return Run(
        configuration=configuration,
        paths=expanded(arguments.paths) or [STANDARD_INPUT if arguments.stdin_filename else "."],
        stdin_name=arguments.stdin_filename,
        processes=arguments.jobs,
        cache_key=arguments.cache_key if arguments.cache else "",
        use_prefilter=arguments.prefilter,
        changes=_changes(arguments.since) if arguments.since else None,
        known=Known(baseline, may_be_missing=writes) if baseline else None,
        reports_do=reports_do,
        fixes=fixes,
    )


def _changes(revision: str) -> Changes:
    from flake8_http_status.cli.since import changes_since

    return changes_since(revision)


def _jobs(text: str) -> int:
    if text == "auto":
        return available_processors()
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("allowed is 'auto' or a number")
    return int(text)
