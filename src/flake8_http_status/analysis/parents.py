"""What a node is a part of, found out for the statements around the nodes that are asked about."""

from __future__ import annotations

import ast
from bisect import bisect_right

from flake8_http_status.analysis.positions import first_line
from flake8_http_status.analysis.scopes import PARTS

# Nodes that have no parts, but for their context.
_ENDS = frozenset({ast.Constant, ast.Name})


class Parents:
    """Answers for one tree; each statement is looked through at once, but for those inside it."""

    def __init__(self, tree: ast.Module) -> None:
        """Nothing but the module's statements is looked at before it is asked for."""
        self._found: dict[int, ast.AST] = {id(statement): tree for statement in tree.body}
        self._left = sorted(tree.body, key=first_line)
        self._lines = list(map(first_line, self._left))

    def of(self, node: ast.AST) -> ast.AST | None:
        """The node that ``node`` is a part of; None for the module."""
        while id(node) not in self._found and self._left and not isinstance(node, ast.Module):
            nearest = bisect_right(self._lines, getattr(node, "lineno", 0)) - 1
            self._look_through(max(0, nearest))
        return self._found.get(id(node))

    def _look_through(self, place: int) -> None:
        """Note what the statement at ``place`` consists of; those inside it take its place."""
        found = self._found
        inside: list[ast.stmt] = []
        pending: list[ast.AST] = [self._left[place]]
        while pending:
            node = pending.pop()
            for field in PARTS.get(type(node), ()):
                value = getattr(node, field, None)
                for child in value if value.__class__ is list else (value,):
                    if isinstance(child, ast.AST):
                        found[id(child)] = node
                        if isinstance(child, ast.stmt):
                            inside.append(child)
                        elif child.__class__ not in _ENDS:
                            pending.append(child)
        inside.sort(key=first_line)
        self._left[place : place + 1] = inside
        self._lines[place : place + 1] = map(first_line, inside)
