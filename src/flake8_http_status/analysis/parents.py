"""What a node is a part of, found out for the statements around the nodes that are asked about."""

from __future__ import annotations

import ast
from bisect import bisect_right

from flake8_http_status.analysis.scopes import PARTS

# Nodes that have no parts, but for their context.
_ENDS = frozenset({ast.Constant, ast.Name})


class Parents:
    """Answers for one tree; a statement of the module or of a class is looked through at once."""

    def __init__(self, tree: ast.Module) -> None:
        """Nothing but the statements is looked at before it is asked for."""
        self._found: dict[int, ast.AST] = {}
        blocks: list[ast.Module | ast.ClassDef] = [tree]
        for block in blocks:  # which grow meanwhile
            self._found.update((id(statement), block) for statement in block.body)
            blocks += [one for one in block.body if isinstance(one, ast.ClassDef)]
        self._left = sorted((one for block in blocks for one in block.body), key=_first_line)
        self._lines = list(map(_first_line, self._left))

    def of(self, node: ast.AST) -> ast.AST | None:
        """The node that ``node`` is a part of; None for the module."""
        while id(node) not in self._found and self._left and not isinstance(node, ast.Module):
            nearest = max(0, bisect_right(self._lines, getattr(node, "lineno", 0)) - 1)
            del self._lines[nearest]
            self._look_through(self._left.pop(nearest))
        return self._found.get(id(node))

    def _look_through(self, statement: ast.stmt) -> None:
        found = self._found
        pending: list[ast.AST] = [statement]
        while pending:
            node = pending.pop()
            for field in PARTS.get(type(node), ()):
                value = getattr(node, field, None)
                for child in value if value.__class__ is list else (value,):
                    if isinstance(child, ast.AST):
                        found[id(child)] = node
                        if child.__class__ not in _ENDS:
                            pending.append(child)


def _first_line(statement: ast.stmt) -> int:
    """The line where ``statement`` begins, with its decorators."""
    decorators: list[ast.expr] = getattr(statement, "decorator_list", [])
    return min([statement.lineno, *(one.lineno for one in decorators)])
