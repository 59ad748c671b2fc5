"""What the rules about mistakes share: a mistake that a test provokes on purpose is none."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Fix

# What tests call to expect an exception or a warning.
_EXPECTING = frozenset(
    {
        *("assertRaises", "assertRaisesMessage", "assertRaisesRegex", "assertWarns"),
        *("assertWarnsMessage", "assertWarnsRegex", "raises", "warns"),
    }
)


def mistake(
    node: ast.expr | ast.stmt | ast.alias | ast.keyword,
    code: str,
    message: str,
    context: Context,
    fix: Fix | None = None,
) -> Iterator[Violation]:
    """Report ``node``, unless a test expects it to fail."""
    if not _is_provoked(node, context):
        yield Violation(code, context.file.lines.span(node), message, fix)


def mistake_at(site: StatusSite, code: str, message: str, context: Context) -> Iterator[Violation]:
    """Report the status at ``site``, unless a test expects it to fail."""
    for violation in mistake(site.node, code, message, context):
        yield violation._replace(confidence=site.place.confidence, reason=site.place.reason)


def _is_provoked(node: ast.expr | ast.stmt | ast.alias | ast.keyword, context: Context) -> bool:
    """Whether ``node`` stands in a block, a call or a function that is expected to raise."""
    expecting = {
        id(call): call
        for call, _ in context.file.module.nodes[ast.Call]
        if isinstance(call, ast.Call) and callee_name(call) in _EXPECTING
    }
    if not expecting:
        return False
    passed = {
        argument.id
        for call in expecting.values()
        for argument in call.args
        if isinstance(argument, ast.Name)
    }
    blocks: list[ast.expr | ast.stmt] = [*expecting.values()]
    for block in ast.walk(context.file.module.tree):
        if isinstance(block, (ast.With, ast.AsyncWith)):
            if any(id(item.context_expr) in expecting for item in block.items):
                blocks.append(block)
        elif isinstance(block, (ast.FunctionDef, ast.AsyncFunctionDef)) and block.name in passed:
            blocks.append(block)
    return any(_holds(block, node) for block in blocks)


def _holds(block: ast.expr | ast.stmt, node: ast.expr | ast.stmt | ast.alias | ast.keyword) -> bool:
    start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)
    return (block.lineno, block.col_offset) <= start and (
        end <= (block.end_lineno or 0, block.end_col_offset or 0)
    )
