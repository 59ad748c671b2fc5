"""Which expressions hold a status when they are read: ``response.status_code``, ``e.code``..."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis import evidence
from flake8_http_status.analysis.scopes import BindingKind
from flake8_http_status.analysis.values import last_name
from flake8_http_status.frameworks._framework import NUMBER, Accepts, Framework, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Scope

_DEPTH = 6
_ASSIGNMENT = BindingKind.ASSIGNMENT
# What binds a name to something that is no status.
_DEFINITIONS = (BindingKind.IMPORT, BindingKind.CLASS, BindingKind.FUNCTION)


class Held(NamedTuple):
    """What an expression that holds a status is known to be.

    ``text``: it holds a string such as "404 NOT FOUND"; None where the type is not known.
    """

    confidence: Confidence
    reason: str
    framework: Framework | None = None
    text: bool | None = None
    accepts: Accepts = NUMBER


def held(node: ast.expr, scope: Scope, file: File, depth: int = _DEPTH) -> Held | None:
    """What status ``node`` holds, or None."""
    if depth <= 0:
        return None
    while isinstance(node, ast.Await):
        node = node.value
    read = _READERS.get(node.__class__)
    return None if read is None else read(node, scope, file, depth)


def _named(name: str, file: File) -> Held | None:
    if file.accepts_name(name):
        return Held(Confidence.NAME, f"{name} is named like a status")
    return None


def _attribute(node: ast.Attribute, scope: Scope, file: File, depth: int) -> Held | None:
    if not file.may_hold(node.attr):
        return None
    dotted = file.resolver.dotted(node, scope)
    if dotted is not None:
        known = file.catalogue.attributes.get(dotted)
        if known is not None:
            framework, attribute = known
            if attribute.called or attribute.shape is not Shape.STATUS:
                return None
            return Held(
                Confidence.RESOLVED,
                f"{dotted} holds a status",
                framework,
                attribute.text,
                attribute.accepts,
            )
        if file.catalogue.is_no_status(dotted):
            return None
    if node.attr == "value":
        return held(node.value, scope, file, depth - 1)
    return _named(attribute_name(node), file)


def attribute_name(node: ast.Attribute) -> str:
    """What an attribute is called; with its owner where it is doubtful alone: ``response_code``."""
    if evidence.likeness(node.attr) is not evidence.Likeness.DOUBTFUL:
        return node.attr
    owned = f"{last_name(node.value)}_{node.attr}"
    return owned if evidence.likeness(owned) is evidence.Likeness.PLAIN else node.attr


def _name(node: ast.Name, scope: Scope, file: File, depth: int) -> Held | None:
    owner = scope.lookup(node.id)
    if owner is not None and len(owner.bindings[node.id]) == 1:
        binding = owner.bindings[node.id][0]
        if binding.kind is _ASSIGNMENT and binding.value is not None:
            flow = held(binding.value, owner, file, depth - 1)
            if flow is not None:
                return flow
        if binding.kind in _DEFINITIONS:
            return None
    return _named(node.id, file)


def _call(node: ast.Call, scope: Scope, file: File, depth: int) -> Held | None:
    func = node.func
    name = "" if isinstance(func, ast.Subscript) else last_name(func)
    lookup = looked_up(node, name)
    if lookup is not None:
        return held_item(lookup[0], file)
    if len(node.args) == 1 and (name in ("int", "HTTPStatus") or evidence.compares(name)):
        return held(node.args[0], scope, file, depth - 1)
    if isinstance(func, ast.Attribute) and not file.may_hold(name):
        return None
    dotted = file.resolver.dotted(func, scope)
    known = None if dotted is None else file.catalogue.attributes.get(dotted)
    if known is not None and known[1].called:
        framework, attribute = known
        return Held(Confidence.RESOLVED, f"{dotted}() holds a status", framework, attribute.text)
    if name in evidence.STATUS_CALLS:
        return Held(Confidence.NAME, f"{name}() is named like a status")
    return None


# What takes a key, and a default for where there is nothing under it.
LOOKING_UP = frozenset({"get", "getattr", "pop", "setdefault"})


def looked_up(node: ast.Call, name: str) -> tuple[ast.expr, ast.expr | None] | None:
    """The key and the default of ``getattr(x, "code", 500)`` and ``x.get("status", 200)``."""
    if name == "getattr" and len(node.args) > 1:
        return node.args[1], node.args[2] if len(node.args) > 2 else None
    if name in LOOKING_UP and node.args and isinstance(node.func, ast.Attribute):
        return node.args[0], node.args[1] if len(node.args) > 1 else None
    return None


def held_item(node: ast.expr, file: File) -> Held | None:
    """A status under the key ``node``."""
    name = key_name(node)
    for framework, item in file.catalogue.items.get(name, ()):
        if item.beside is None:
            return Held(Confidence.RESOLVED, f'"{name}" holds a status', framework)
    return _named(name, file)


def key_name(key: ast.expr | None) -> str:
    """The text of a key, or the constant of HTTP that stands for it: ``HTTP_STATUS_CODE``."""
    if isinstance(key, ast.Constant):
        return key.value if isinstance(key.value, str) else ""
    name = last_name(key) if isinstance(key, (ast.Attribute, ast.Name)) else ""
    return name if name.isupper() and "http" in evidence.words(name) else ""


def _named_expression(node: ast.NamedExpr, scope: Scope, file: File, depth: int) -> Held | None:
    return held(node.value, scope, file, depth - 1) or _named(node.target.id, file)


def _item(node: ast.Subscript, scope: Scope, file: File, depth: int) -> Held | None:
    key = node.slice
    if key_name(key):
        return held_item(key, file)
    chain = node.value
    if (
        isinstance(key, ast.Constant)
        and isinstance(key.value, int)
        and isinstance(chain, (ast.Name, ast.Attribute))
    ):
        plain = evidence.likeness(last_name(chain)) is evidence.Likeness.PLAIN
        return _named(last_name(chain), file) if plain else None
    if (
        isinstance(key, ast.Constant)
        and key.value == 1
        and isinstance(chain, ast.Subscript)
        and isinstance(chain.value, ast.Attribute)
        and chain.value.attr in file.catalogue.pairs
    ):
        return Held(Confidence.NAME, f"{chain.value.attr} holds pairs of URL and status")
    return None


def keyed(node: ast.expr, scope: Scope, file: File) -> Held | None:
    """What ``node`` is known to be, where it is a mapping whose keys are statuses."""
    if isinstance(node, ast.Attribute) and not file.may_hold(node.attr):
        return None
    dotted = file.resolver.dotted(node, scope)
    known = None if dotted is None else file.catalogue.attributes.get(dotted)
    if known is None or known[1].shape is not Shape.KEYS:
        return None
    framework, attribute = known
    reason = f"the keys of {dotted} are statuses"
    return Held(Confidence.RESOLVED, reason, framework, accepts=attribute.accepts)


def held_collection(node: ast.expr, scope: Scope, file: File) -> Held | None:
    """What ``node`` is known to be, where it holds a collection of statuses."""
    if isinstance(node, (ast.ListComp, ast.SetComp)):
        return held(node.elt, scope, file)
    return held(node, scope, file) if _plural(node) else None


def _plural(node: ast.expr) -> bool:
    return not isinstance(node, ast.Subscript) and evidence.is_plural(last_name(node))


# What an expression that may hold a status is read by.
_READERS: dict[type[ast.expr], Callable[..., Held | None]] = {
    ast.Attribute: _attribute,
    ast.Call: _call,
    ast.Name: _name,
    ast.NamedExpr: _named_expression,
    ast.Subscript: _item,
}
# The expressions that may hold a status, or several.
HOLDING = frozenset({*_READERS, ast.Await, ast.ListComp, ast.SetComp})
