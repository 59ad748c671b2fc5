"""Where a constant, an enum member or a status line, is no drop-in for its number."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.exposure import Exposure
from flake8_http_status.analysis.naming import lowest_target
from flake8_http_status.analysis.scopes import ScopeKind
from flake8_http_status.analysis.sites import defaults
from flake8_http_status.analysis.values import read_value
from flake8_http_status.frameworks._framework import Accepts, Role
from flake8_http_status.violation import Confidence
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Place
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

# From this Python on, an enum member that is an int becomes text as its number.
_TEXT_IS_NUMBER = (3, 11)
# Where a value is compared and goes no further.
COMPARED = frozenset({Role.CASE, Role.COMPARISON, Role.MEMBERSHIP})
# Where a value is bound to a name, under which others see it.
_BOUND = frozenset(
    {Role.ASSIGNMENT, Role.CLASS_ATTRIBUTE, Role.DEFAULT, Role.EXPECTATION, Role.MAPPING_VALUE}
)


def takes_constants(place: Place | None, context: Context) -> bool:
    """Whether constants of the preferred vocabulary can stand for a number at ``place``.

    Integers and members can. Status lines are for what their own framework answers, unless the file
    reads a status that is kept as it was given: as a text, it would no longer equal its number.
    """
    vocabulary = context.speller.vocabulary
    if vocabulary is None or vocabulary.kind is not Kind.STATUS_LINE:
        return True
    if place is None or not place.produces or Accepts.STATUS_LINE not in place.accepts:
        return False
    framework = place.framework
    if framework is None or framework.vocabulary != vocabulary.key:
        return False
    kept = {one.name for one in framework.attributes if Accepts.KEEPS in one.accepts}
    return not any(
        isinstance(node.ctx, ast.Load) and node.attr in kept
        for node, _ in context.file.module.of(ast.Attribute)
    )


def states_numbers(node: ast.expr | ast.alias, context: Context) -> bool:
    """Whether ``node`` is bound to what has numbers in its type: ``code: Literal[404] = 404``.

    To type checkers, no constant is one of them.
    """
    if not context.file.mentions_literal:
        return False
    parent = context.file.parent(node)
    annotations: list[ast.expr | None] = []
    if isinstance(parent, ast.AnnAssign):
        annotations = [parent.annotation]
    elif isinstance(parent, ast.arguments):
        names = {name for name, default in defaults(parent) if default is node}
        parameters = (*parent.posonlyargs, *parent.args, *parent.kwonlyargs)
        annotations = [one.annotation for one in parameters if one.arg in names]
    return any(
        "Literal" in {getattr(part, "id", ""), getattr(part, "attr", "")}
        for annotation in annotations
        if annotation is not None
        for part in ast.walk(annotation)
    )


def prints_name(vocabulary: Vocabulary, context: Context) -> bool:
    """Whether ``str`` shows members by their names on some target."""
    lowest = lowest_target("python", context.file.settings)
    return not vocabulary.text_is_number and (lowest is None or lowest < _TEXT_IS_NUMBER)


def tells_apart(exposure: Exposure, vocabulary: Vocabulary, context: Context) -> bool:
    """Whether members look different from their numbers to what looks at them like that."""
    if exposure & (Exposure.REPR | Exposure.TYPE | Exposure.WRITTEN):
        return True
    return Exposure.TEXT in exposure and prints_name(vocabulary, context)


def must_be_plain(
    node: ast.expr, scope: Scope, place: Place | None, vocabulary: Vocabulary, context: Context
) -> bool:
    """Whether a member would have another effect than its number at ``node``.

    ``place``: what is known of the place, where it is a site.
    """
    exposures = context.exposures
    if place is not None:
        if Accepts.ENUM not in place.accepts:
            return True
        if Accepts.AS_TEXT in place.accepts and prints_name(vocabulary, context):
            return True
        if place.role is Role.MAPPING_VALUE and context.file.writes_data:
            return True
        if place.role in COMPARED:
            return False
        if is_converted(place) and place.role not in _BOUND:
            return False
        if Accepts.KEEPS in place.accepts and _shows_objects(scope, context):
            return True
        if place.role is Role.EXPECTATION and place.call is None and place.name:
            columns = exposures.of_parameter(place.name)
            if tells_apart(columns, vocabulary, context):
                return True
    if _is_shown_by_doctests(node, scope, context):
        return True
    attributes = place is None or not is_converted(place)
    return tells_apart(exposures.of(node, scope, attributes=attributes), vocabulary, context)


def is_converted(place: Place) -> bool:
    """Whether an API is known to keep no more of the value than its number."""
    return place.confidence is Confidence.RESOLVED and Accepts.KEEPS not in place.accepts


def _is_shown_by_doctests(node: ast.expr, scope: Scope, context: Context) -> bool:
    """Whether an example of the file prints the number that ``node`` is."""
    shown = context.file.shown_by_doctests
    value = read_value(node, scope, context.file.resolver) if shown else None
    return value is not None and value.code in shown


def _shows_objects(scope: Scope, context: Context) -> bool:
    """Whether the function around looks at objects with ``repr`` or at their type."""
    return id(scope.enclosing(ScopeKind.FUNCTION)) in context.file.showing
