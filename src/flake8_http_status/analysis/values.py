"""What stands at a site: a number, a status as text, a named constant, or none of these.

Rules judge the *value*: ``404``, ``"404"``, ``HTTPStatus.NOT_FOUND``, ``codes["not_found"]``,
``HTTPStatus(404)`` and a name bound once to any of them all have the code 404.
"""

from __future__ import annotations

import ast
import enum
import re
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.scopes import BindingKind

if TYPE_CHECKING:
    from flake8_http_status.analysis.catalogue import Constant
    from flake8_http_status.analysis.resolver import Resolver
    from flake8_http_status.analysis.scopes import Scope

_STATUS_LINE = re.compile(r"([1-9][0-9]{2})(?: (.*))?\Z", re.DOTALL)
_FOLLOWED = 4
_WRAPPED = 3


class ValueKind(enum.Enum):
    """The forms in which a status is written."""

    NUMBER = "number"
    DIGITS = "digits"
    STATUS_LINE = "status line"
    CONSTANT = "constant"
    UNKNOWN_NAME = "unknown name"


class Value(NamedTuple):
    """A status as it is written.

    ``code``: its number, None for a name that its vocabulary does not have.
    ``phrase``: the text behind the number of a status line.
    ``constant``: the constant of a vocabulary, where it is one.
    ``node``: the expression that writes it (elsewhere than the site if ``followed``).
    """

    kind: ValueKind
    code: int | None
    node: ast.expr
    phrase: str = ""
    constant: Constant | None = None
    followed: bool = False


def read_value(node: ast.expr, scope: Scope, resolver: Resolver) -> Value | None:
    """The status that ``node`` is, or None."""
    followed = False
    for _ in range(_FOLLOWED):
        if node.__class__ not in _READ:
            return None
        value = _direct(node, scope, resolver)
        if value is not None:
            return value._replace(followed=True) if followed else value
        if not isinstance(node, ast.Name):
            return None
        owner = scope.lookup(node.id)
        if owner is None or len(owner.bindings[node.id]) != 1:
            return None
        binding = owner.bindings[node.id][0]
        if binding.kind is not BindingKind.ASSIGNMENT or binding.value is None:
            return None
        node, scope, followed = binding.value, owner, True
    return None


# The expressions that may be a status.
_READ = frozenset({ast.Attribute, ast.Call, ast.Constant, ast.Name, ast.Subscript, ast.UnaryOp})


def leaves(node: ast.expr) -> list[ast.expr]:
    """The expressions one of which ``node`` evaluates to: through ``a if c else b`` and ``or``."""
    if node.__class__ not in BRANCHING:
        return [node]
    found: list[ast.expr] = []
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.IfExp):
            pending += [node.orelse, node.body]
        elif isinstance(node, ast.BoolOp):
            pending += reversed(node.values)
        elif isinstance(node, ast.NamedExpr):
            pending.append(node.value)
        else:
            found.append(node)
    return found


# What evaluates to one of its parts.
BRANCHING = frozenset({ast.BoolOp, ast.IfExp, ast.NamedExpr})


def elements(node: ast.expr) -> list[ast.expr] | None:
    """The elements of a tuple, list or set display, also through ``frozenset([...])`` and ``+``."""
    found: list[ast.expr] = []
    pending = [node]
    while pending:
        node = pending.pop()
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            found += node.elts
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.BitOr)):
            pending += [side for side in (node.right, node.left) if not _is_plain(side)]
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in COLLECTIONS
            and len(node.args) == 1
        ):
            pending += [argument for argument in node.args if not _is_plain(argument)]
        else:
            return None
    return found


def _is_plain(node: ast.expr) -> bool:
    """Whether ``node`` is another collection that is added, of which nothing is written here."""
    return isinstance(node, (ast.Name, ast.Attribute))


COLLECTIONS = frozenset({"frozenset", "set", "list", "tuple", "sorted"})


def last_name(node: ast.expr) -> str:
    """The name of a variable, an attribute or an item; empty for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    key = node.slice if isinstance(node, ast.Subscript) else None
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        return key.value
    return node.id if isinstance(node, ast.Name) else ""


def integer(node: ast.expr) -> int | None:
    """The integer that ``node`` writes, with its sign; booleans are none."""
    if isinstance(node, ast.Constant):
        return node.value if node.value.__class__ is int else None
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        operand = integer(node.operand) if isinstance(node.operand, ast.Constant) else None
        return None if operand is None else -operand
    return None


def integer_or_none(node: ast.expr | None) -> int | None:
    """`integer`, where there may be no node at all (``**other`` in a mapping)."""
    return None if node is None else integer(node)


def _direct(node: ast.expr, scope: Scope, resolver: Resolver) -> Value | None:
    number = integer(node)
    if number is not None:
        return Value(ValueKind.NUMBER, number, node)
    if isinstance(node, ast.Constant):
        return _text(node, node.value) if isinstance(node.value, str) else None
    if not resolver.may_name_constants:
        return None
    named = node
    for _ in range(_WRAPPED):
        inner = _wrapped(named, scope, resolver)
        if inner is None:
            break
        named = inner
    value = _name(named, scope, resolver)
    return value if value is None or named is node else value._replace(node=node)


def _text(node: ast.Constant, text: str) -> Value | None:
    match = _STATUS_LINE.match(text)
    if match is None:
        return None
    kind = ValueKind.DIGITS if match[2] is None else ValueKind.STATUS_LINE
    return Value(kind, int(match[1]), node, phrase=match[2] or "")


def _wrapped(node: ast.expr, scope: Scope, resolver: Resolver) -> ast.expr | None:
    """The member of which ``node`` is the number: ``member.value``, ``int(member)``."""
    if isinstance(node, ast.Attribute) and node.attr == "value":
        return node.value
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        argument = node.args[0]
        dotted = None if integer(argument) is not None else resolver.dotted(node.func, scope)
        if dotted == "int" or (dotted and resolver.catalogue.container(dotted)):
            return argument
    return None


def _name(node: ast.expr, scope: Scope, resolver: Resolver) -> Value | None:
    """The constant that ``node`` names: an attribute, a name, an item or ``HTTPStatus(404)``."""
    dotted: str | None = None
    if isinstance(node, (ast.Attribute, ast.Name)):
        dotted = resolver.dotted(node, scope)
    elif isinstance(node, ast.Subscript):
        key = node.slice
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            container = resolver.dotted(node.value, scope)
            dotted = container and f"{container}.{key.value}"
    elif isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        number = integer(node.args[0])
        container = None if number is None else resolver.dotted(node.func, scope)
        if container is not None and resolver.catalogue.container(container) is not None:
            return Value(ValueKind.CONSTANT, number, node)
    constant = None if dotted is None else resolver.catalogue.constant(dotted)
    if constant is None:
        return None
    kind = ValueKind.UNKNOWN_NAME if constant.code is None else ValueKind.CONSTANT
    return Value(kind, constant.code, node, constant=constant)
