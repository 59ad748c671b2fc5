"""The codemod that a LibCST tutorial leads to: ``abort(404)`` -> ``abort(HTTPStatus.NOT_FOUND)``.

A command of LibCST with its own import helpers and the metadata that it needs to know what is
called. It names numbers that are passed or compared under a few names, and writes nothing.
"""

from __future__ import annotations

from http import HTTPStatus
from pathlib import Path

import libcst as cst
from libcst.codemod import CodemodContext, VisitorBasedCodemodCommand
from libcst.codemod.visitors import AddImportsVisitor
from libcst.metadata import ParentNodeProvider, PositionProvider, QualifiedNameProvider

CODES = {status.value: status.name for status in HTTPStatus}
KEYWORDS = {"status", "status_code"}


class NameStatuses(VisitorBasedCodemodCommand):
    """Names statuses in keywords, in comparisons and in calls of ``abort``."""

    DESCRIPTION = "Names statuses in keywords, in comparisons and in calls of abort."
    METADATA_DEPENDENCIES = (PositionProvider, QualifiedNameProvider, ParentNodeProvider)

    def leave_Integer(
        self, original_node: cst.Integer, updated_node: cst.Integer
    ) -> cst.BaseExpression:
        """Name the number where its parent expects a status."""
        parent = self.get_metadata(ParentNodeProvider, original_node)
        name = CODES.get(original_node.evaluated_value)
        if name is None or not self._expects(parent):
            return updated_node
        AddImportsVisitor.add_needed_import(self.context, "http", "HTTPStatus")
        return cst.parse_expression(f"HTTPStatus.{name}")

    def _expects(self, parent: cst.CSTNode) -> bool:
        if isinstance(parent, cst.ComparisonTarget):
            comparison = self.get_metadata(ParentNodeProvider, parent)
            left = comparison.left if isinstance(comparison, cst.Comparison) else None
            return isinstance(left, cst.Attribute) and left.attr.value in KEYWORDS
        if not isinstance(parent, cst.Arg):
            return False
        if parent.keyword is not None:
            return parent.keyword.value in KEYWORDS
        call = self.get_metadata(ParentNodeProvider, parent)
        names = self.get_metadata(QualifiedNameProvider, call, set())
        return any(name.name.endswith(".abort") for name in names)


def main() -> None:
    """Transform every file of the current folder in memory."""
    for path in Path().rglob("*.py"):
        try:
            module = cst.parse_module(path.read_bytes())
        except (cst.ParserSyntaxError, UnicodeDecodeError):
            continue
        _ = NameStatuses(CodemodContext(filename=str(path))).transform_module(module).code


if __name__ == "__main__":
    main()
