"""flake8 as it is where the plugin is not installed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flake8.main.cli import main
from flake8.plugins import finder

if TYPE_CHECKING:
    from configparser import RawConfigParser

_find_all = finder.find_plugins


def _find_others(cfg: RawConfigParser, opts: finder.PluginOptions) -> list[finder.Plugin]:
    return [one for one in _find_all(cfg, opts) if one.package != "flake8-http-status"]


if __name__ == "__main__":
    finder.find_plugins = _find_others
    sys.exit(main())
