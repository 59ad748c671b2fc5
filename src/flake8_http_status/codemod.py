"""The codemod: the fixes of the engine as a command of LibCST's own tool."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING

import libcst as cst
from libcst.codemod import CodemodContext, VisitorBasedCodemodCommand

from flake8_http_status import config
from flake8_http_status.fixing import FixResult, fix_source

if TYPE_CHECKING:
    from flake8_http_status.config import Configuration

__all__ = ["FixResult", "UseNamedStatusCodes", "fix_source"]


@functools.cache
def _configuration(folder: str) -> Configuration:
    """The configuration of the project in ``folder``, the current one, read once for all files."""
    return config.load({})


class UseNamedStatusCodes(VisitorBasedCodemodCommand):
    """For ``python -m libcst.tool codemod -x flake8_http_status.codemod.UseNamedStatusCodes``."""

    DESCRIPTION = "Replace hard-coded HTTP status codes with named constants."

    def __init__(self, context: CodemodContext) -> None:
        """What is fixed is what the project in the current folder has reported."""
        super().__init__(context)
        self._configuration = _configuration(os.getcwd())

    def transform_module_impl(self, tree: cst.Module) -> cst.Module:
        """The module with its fixes, or unchanged with a warning where they are refused."""
        source = tree.code
        select = self._configuration.reports(self.context.filename or "", source)
        result = fix_source(source, self._configuration.settings, select=select)
        if result.refused is not None:
            self.warn(result.refused)
        if not result.applied:
            return tree
        return cst.parse_module(result.source, tree.config_for_parsing)
