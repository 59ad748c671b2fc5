"""The reference of the command line, from the parsers themselves."""

from __future__ import annotations

import argparse
import importlib
import re
from typing import TYPE_CHECKING

from _generate.markdown import code, heading, page, sentence, slug, table
from flake8_http_status import cli
from flake8_http_status.cli.arguments import add_shared_arguments

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from _generate.markdown import Page

SHARED = "Arguments of check, fix and config"
ABOUT = """\
`flake8-http-status COMMAND --help` prints the same in the terminal. `python -m flake8_http_status`
is the same command."""


def pages() -> Iterator[Page]:
    """One page: a section per command, and one for the arguments that several share."""
    shared = argparse.ArgumentParser(add_help=False)
    add_shared_arguments(shared)
    known = {action.dest for action in shared._actions}
    yield page(
        "reference/command-line.md",
        "Command line",
        ABOUT,
        *(part for name in cli.COMMANDS for part in _command(name, known)),
        heading(2, SHARED),
        *_arguments(shared, ()),
    )


def _command(name: str, shared: Container[str]) -> Iterator[str]:
    parser = argparse.ArgumentParser(prog=f"{cli.PROGRAM} {name}", add_help=False)
    importlib.import_module(f"{cli.__name__}.{name}").add_arguments(parser)
    operands, summary = cli.COMMANDS[name]
    yield heading(2, name)
    yield sentence(summary)
    yield f"```text\n{parser.prog} [options] {operands}\n```"
    if any(action.dest in shared for action in parser._actions):
        yield f"Beside the [{SHARED.lower()}](#{slug(SHARED)}):"
    yield from _arguments(parser, shared)


def _arguments(parser: argparse.ArgumentParser, but: Container[str]) -> Iterator[str]:
    """A table per group of arguments."""
    for group in parser._action_groups:
        rows = [_row(action) for action in group._group_actions if action.dest not in but]
        if rows and group.title not in {"positional arguments", "options"}:
            yield heading(3, (group.title or "").capitalize())
        yield table(("Argument", "Meaning"), rows)


def _row(action: argparse.Action) -> tuple[str, str]:
    value = "" if action.nargs == 0 else f" {_value(action)}"
    names = " or ".join(code(f"{name}{value}") for name in action.option_strings)
    return names or code(_value(action)), meaning(action)


def meaning(action: argparse.Action) -> str:
    """The help of an argument as a sentence for a table."""
    text = (action.help or "").replace("|", r"\|")
    return sentence(re.sub(r"(?<!\w)'([^']+)'", r"`\1`", text))


def _value(action: argparse.Action) -> str:
    """What stands for the argument's value."""
    if action.choices:
        return "{" + ",".join(map(str, action.choices)) + "}"
    return str(action.metavar or action.dest)
