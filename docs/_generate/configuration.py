"""The reference of the configuration, from the option table and the keys shared with flake8."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from _generate.command_line import meaning
from _generate.markdown import code, heading, page, table
from flake8_http_status.cli.arguments import add_shared_arguments
from flake8_http_status.config import PARSERS
from flake8_http_status.settings import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _generate.markdown import Page
    from flake8_http_status.settings import Option

ABOUT = """\
There is one set of options, and three places to write them. What flake8 with the plugin shows and
what `check` and `fix` work on is the same, because they read the same places:

1. the command line: `--constants http` for `check` and `fix`, `--http-status-constants http` for
   flake8;
2. flake8's own file (`setup.cfg`, `tox.ini` or `.flake8`, the first that has a section `[flake8]`):
   `http-status-constants = http`;
3. `[tool.flake8-http-status]` in `pyproject.toml`: `constants = "http"`.

Where several set the same option, the one that stands higher in this list counts. A key or value
that is wrong stops the run with exit code 2 and one line that names the file, the key and what is
allowed.

In flake8's file and on the command line, several values are separated by commas (or, in the file,
by line ends); in `pyproject.toml` they are a list, or the same text."""
SHARED = """\
`check` and `fix` also take these keys, from flake8's file or, for projects without flake8, from
`[tool.flake8-http-status]`. All but `respect-gitignore` are flake8's own and mean what they mean
there. flake8 itself does not read `pyproject.toml`, so write them in flake8's file when you run
flake8."""
EXAMPLES = {
    "allow": ["well-known", "410"],
    "attributes": ["reply_code"],
    "baseline": ".http-status-baseline.json",
    "confidence": "signature",
    "constants": "http",
    "known": ["499"],
    "sites": ["app.errors.ApiError(status=1)", "fail(status)"],
    "targets": ["python>=3.10", "starlette>=0.40,<1"],
    "vocabularies": ["app.codes.GONE=410", "app.codes.NOT_FOUND=404"],
}


def pages() -> Iterator[Page]:
    """One page."""
    yield page(
        "reference/configuration.md",
        "Configuration",
        ABOUT,
        *(part for option in OPTIONS for part in _option(option)),
        heading(2, "Options shared with flake8"),
        SHARED,
        table(("Key", "Value", "Meaning"), map(_row, PARSERS)),
    )


def _row(key: str) -> tuple[str, str, str]:
    """Key, value and meaning as the argument of the same name tells them."""
    parser = argparse.ArgumentParser()
    add_shared_arguments(parser)
    action = next(one for one in parser._actions if f"--{key}" in one.option_strings)
    return code(key), str(action.metavar or "true or false"), meaning(action)


def _option(option: Option) -> Iterator[str]:
    value = EXAMPLES[option.name]
    toml = f'"{value}"' if isinstance(value, str) else f"{value}".replace("'", '"')
    text = value if isinstance(value, str) else ", ".join(value)
    yield heading(2, option.name)
    yield option.documentation
    yield f"Default: {code(option.default) if option.default else 'none'}."
    yield f"```toml\n[tool.flake8-http-status]\n{option.name} = {toml}\n```"
    yield f"```ini\n[flake8]\nhttp-status-{option.name} = {text}\n```"
