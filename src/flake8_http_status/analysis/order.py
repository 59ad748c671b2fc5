"""Whether a name is surely bound when an expression is evaluated."""

from __future__ import annotations

import ast
import bisect
from functools import cached_property
from typing import TYPE_CHECKING

from flake8_http_status.analysis.scopes import ScopeKind

if TYPE_CHECKING:
    from flake8_http_status.analysis.scopes import Module, Scope


class Order:
    """Answers for one module in which order its statements run."""

    def __init__(self, module: Module) -> None:
        """Nothing is computed before it is asked for."""
        self._module = module
        self._statements_of: dict[int, set[int]] = {}
        self._first_lines: dict[tuple[str, int], int | None] = {}

    def runs_before(self, name: str, owner: Scope, node: ast.expr, scope: Scope) -> bool:
        """Whether a statement that binds ``name`` in ``owner`` has surely run before ``node``.

        ``scope`` is the one that ``node`` is evaluated in.
        """
        line = self._first_line(name, owner)
        if line is None:
            return False
        deferred = (
            owner.kind is ScopeKind.MODULE and scope.enclosing(ScopeKind.FUNCTION) is not None
        )
        return line < node.lineno or (deferred and self._waits_for(line, node))

    def _first_line(self, name: str, owner: Scope) -> int | None:
        """The line of the first statement of ``owner`` that binds ``name`` in any case."""
        key = (name, id(owner))
        if key not in self._first_lines:
            statements = self._statements(owner)
            lines = (
                binding.node.lineno
                for binding in owner.bindings[name]
                if id(binding.node) in statements and isinstance(binding.node, ast.stmt)
            )
            self._first_lines[key] = min(lines, default=None)
        return self._first_lines[key]

    def _waits_for(self, line: int, node: ast.expr) -> bool:
        """Whether nothing can run the function around ``node`` before a later ``line``."""
        before = bisect.bisect_left(self._ends_of_code, line)
        return not before or self._ends_of_code[before - 1] < node.lineno

    @cached_property
    def _ends_of_code(self) -> list[int]:
        """The last lines of the module's statements that do more than import and define."""
        return [
            statement.end_lineno or statement.lineno
            for statement in self._module.tree.body
            if not _only_defines(statement)
        ]

    def _statements(self, owner: Scope) -> set[int]:
        """The ids of the statements that stand in ``owner`` itself, under no condition."""
        if id(owner) not in self._statements_of:
            body = getattr(owner.node, "body", [])
            self._statements_of[id(owner)] = set(map(id, body)) if isinstance(body, list) else set()
        return self._statements_of[id(owner)]


def _only_defines(statement: ast.stmt) -> bool:
    if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return not statement.decorator_list
    if isinstance(statement, ast.ClassDef):
        return not statement.decorator_list and all(map(_only_defines, statement.body))
    if isinstance(statement, (ast.Assign, ast.Expr)):
        return isinstance(statement.value, ast.Constant)
    return isinstance(statement, (ast.Import, ast.ImportFrom, ast.Pass))
