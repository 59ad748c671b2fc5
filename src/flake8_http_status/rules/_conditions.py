"""For which statuses a condition is true, found by trying all of them."""

from __future__ import annotations

import ast
import functools
import operator
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_http_status.analysis.reading import held
from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.analysis.values import ValueKind, elements, integer, read_value
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.reading import Held
    from flake8_http_status.analysis.scopes import Scope

# More than the statuses, so that a test of validity (``100 <= status <= 599``) is not constant.
TRIED = frozenset(range(-1, 1001))
_DEPTH = 20
# What the statuses of one class have in common after a division.
_HUNDRED = 100

_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, container: item in container,
    ast.NotIn: lambda item, container: item not in container,
}
# What stands for a comparison when its sides are changed round; others stand for themselves.
_MIRRORED: dict[Any, Callable[[Any, Any], bool]] = {
    operator.lt: operator.gt,
    operator.le: operator.ge,
    operator.gt: operator.lt,
    operator.ge: operator.le,
}
_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_EFFECTS = (ast.Await, ast.Call, ast.NamedExpr, ast.Yield, ast.YieldFrom)
_HARMLESS = frozenset(
    {"frozenset", "int", "isinstance", "len", "list", "range", "set", "str", "tuple"}
)


class Truth(NamedTuple):
    """For which statuses a condition is surely true, and for which it can be."""

    surely: frozenset[int]
    possibly: frozenset[int]

    @property
    def constant(self) -> bool:
        """Whether the condition is true for all statuses, or for none."""
        return self.surely == TRIED or not self.possibly

    @property
    def negated(self) -> Truth:
        """What is known of the contrary."""
        return Truth(TRIED - self.possibly, TRIED - self.surely)


TRUE = Truth(TRIED, TRIED)
UNKNOWN = Truth(frozenset(), TRIED)


class Test(NamedTuple):
    """What a status is compared with, itself or after a calculation: ``status // 100 == 4``."""

    compare: Callable[[Any, Any], bool]
    other: int | Collection[int]
    calculate: Callable[[float, float], float] | None = None


# A run tries few, again and again; one that is remembered takes up to 32 kB.
@functools.lru_cache(maxsize=50)
def _fulfilling(test: Test) -> frozenset[int]:
    """The statuses that pass ``test``."""
    compare, other, calculate = test
    if calculate is None:
        return frozenset(one for one in TRIED if compare(one, other))
    return frozenset(one for one in TRIED if compare(calculate(one, _HUNDRED), other))


class Link(NamedTuple):
    """A comparison of a status with numbers: one part of ``200 <= status < 300``.

    ``subject``: the expression that holds the status, as text that is the same for equal ones;
    ``status``: what it is known to be; ``numbers``: what it is compared with, as ``node`` writes
    them; ``direct``: the status itself is compared, not its class (``status // 100``).
    """

    subject: str
    status: Held
    numbers: Collection[int]
    node: ast.expr
    direct: bool
    test: Test

    @property
    def about_statuses(self) -> bool:
        """Whether one of the numbers can be a status, or the class of one."""
        return any(
            number in STATUSES or (not self.direct and number * _HUNDRED in STATUSES)
            for number in self.numbers
        )

    @property
    def truth(self) -> Truth:
        """The statuses that fulfil it."""
        fulfilling = _fulfilling(self.test)
        return Truth(fulfilling, fulfilling)


def pure(node: ast.expr) -> bool:
    """Whether evaluating ``node`` binds nothing and calls nothing that may change a status."""
    return not any(
        isinstance(part, _EFFECTS)
        and not (isinstance(part, ast.Call) and callee_name(part) in _HARMLESS)
        for part in ast.walk(node)
    )


def both(one: Truth, other: Truth) -> Truth:
    """What is known of two conditions joined by ``and``."""
    return Truth(one.surely & other.surely, one.possibly & other.possibly)


def conjunction(truths: Iterable[Truth]) -> Truth:
    """What is known of conditions joined by ``and``."""
    return functools.reduce(both, truths, TRUE)


def compared(condition: ast.expr, scope: Scope, file: File) -> Iterator[Link]:
    """The comparisons of statuses that ``condition`` joins by ``and``, ``or`` and ``not``."""
    pending = [condition]
    while pending:
        part = pending.pop()
        if isinstance(part, ast.Compare):
            yield from filter(None, links(part, scope, file))
        elif isinstance(part, ast.BoolOp):
            pending += part.values
        elif isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.Not):
            pending.append(part.operand)


def links(comparison: ast.Compare, scope: Scope, file: File) -> list[Link | None]:
    """The parts of ``comparison``; None for one that compares anything else."""
    found = []
    left = comparison.left
    for comparing, right in zip(comparison.ops, comparison.comparators, strict=True):
        found.append(_link(left, comparing, right, scope, file))
        left = right
    return found


def truth(
    condition: ast.expr, subject: str, scope: Scope, file: File, depth: int = _DEPTH
) -> Truth:
    """What is known of ``condition`` for each value of ``subject``."""
    if depth <= 0:
        return UNKNOWN
    if isinstance(condition, ast.UnaryOp) and isinstance(condition.op, ast.Not):
        return truth(condition.operand, subject, scope, file, depth - 1).negated
    if isinstance(condition, ast.BoolOp):
        parts = [truth(part, subject, scope, file, depth - 1) for part in condition.values]
        if isinstance(condition.op, ast.And):
            return conjunction(parts)
        return conjunction(part.negated for part in parts).negated
    if isinstance(condition, ast.Compare):
        return conjunction(truths(condition, subject, scope, file))
    return UNKNOWN


def truths(comparison: ast.Compare, subject: str, scope: Scope, file: File) -> list[Truth]:
    """What is known of each part of a chain for each value of ``subject``."""
    return [
        UNKNOWN if link is None or link.subject != subject else link.truth
        for link in links(comparison, scope, file)
    ]


def _link(
    left: ast.expr, comparing: ast.cmpop, right: ast.expr, scope: Scope, file: File
) -> Link | None:
    compare = _COMPARISONS.get(type(comparing))
    if compare is None:
        return None
    if isinstance(comparing, (ast.In, ast.NotIn)):
        numbers = _numbers(right, scope, file)
        if numbers is None:
            return None
        return _of_status(left, right, numbers, Test(compare, numbers), scope, file)
    number = _number(right, scope, file)
    if number is not None:
        return _of_status(left, right, (number,), Test(compare, number), scope, file)
    number = _number(left, scope, file)
    if number is not None:
        mirrored = Test(_MIRRORED.get(compare, compare), number)
        return _of_status(right, left, (number,), mirrored, scope, file)
    return None


def _of_status(
    node: ast.expr,
    other: ast.expr,
    numbers: Collection[int],
    test: Test,
    scope: Scope,
    file: File,
) -> Link | None:
    """The link between ``other`` and ``node``: a status, or a status divided by a hundred."""
    holder = node
    if isinstance(node, ast.BinOp):
        calculate = calculation(node)
        if calculate is None:
            return None
        holder = node.left
        test = test._replace(calculate=calculate)
    status = held(holder, scope, file)
    if status is None or status.text or not pure(holder):
        return None
    return Link(ast.dump(holder), status, numbers, other, holder is node, test)


def calculation(node: ast.expr) -> Callable[[float, float], float] | None:
    """What ``node`` does with a status and a hundred: ``status // 100``."""
    if isinstance(node, ast.BinOp) and integer(node.right) == _HUNDRED:
        return _ARITHMETIC.get(type(node.op))
    return None


def _number(node: ast.expr, scope: Scope, file: File) -> int | None:
    """The integer that ``node`` is, as a literal or as a constant."""
    value = read_value(node, scope, file.resolver)
    if value is None or value.kind not in {ValueKind.NUMBER, ValueKind.CONSTANT}:
        return None
    text = value.constant is not None and value.constant.vocabulary.kind is Kind.STATUS_LINE
    return None if text else value.code


def _numbers(node: ast.expr, scope: Scope, file: File) -> Collection[int] | None:
    """The integers in a display or a range."""
    if isinstance(node, ast.Call) and file.resolver.dotted(node.func, scope) == "range":
        bounds = [integer(argument) for argument in node.args]
        known = [bound for bound in bounds if bound is not None]
        complete = 1 <= len(bounds) == len(known) <= 2 and not node.keywords
        return range(*known) if complete else None
    members = elements(node)
    if members is None:
        return None
    numbers = [_number(member, scope, file) for member in members]
    known = [number for number in numbers if number is not None]
    return frozenset(known) if len(known) == len(numbers) else None
