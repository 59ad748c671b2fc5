"""Sites in assignments, parameter defaults, class attributes and mapping displays."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.messages import is_method, names_response, responds
from flake8_http_status.analysis.reading import attribute_name, key_name
from flake8_http_status.analysis.scopes import Scope, ScopeKind
from flake8_http_status.analysis.sites import Place, parameter_names
from flake8_http_status.analysis.tables import find_in_columns
from flake8_http_status.analysis.usages import may_stand
from flake8_http_status.analysis.values import elements, integer, integer_or_none, last_name
from flake8_http_status.analysis.views import find_in_prepared
from flake8_http_status.frameworks._framework import Role, Shape
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flake8_http_status.analysis.sites import Sites

_DESCRIBED = Place(
    role=Role.MAPPING_VALUE,
    confidence=Confidence.NAME,
    reason="every key is the code of an error that its value tells of",
    shape=Shape.KEYS,
)
_ANSWERS = _DESCRIBED._replace(reason="every key is the status of an answer to a method")
_CLASS = ScopeKind.CLASS
_ANSWER_LENGTHS = (2, 3)


def find_in_assignment(
    node: ast.Assign | ast.AnnAssign | ast.NamedExpr, scope: Scope, sites: Sites
) -> None:
    """``status = 404``, ``response.status_code = 404``, and ``status, body = 404, ""``."""
    value = node.value
    if value is None:
        return
    for target in node.targets if isinstance(node, ast.Assign) else (node.target,):
        if isinstance(target, ast.Name):
            _bind(target.id, value, scope, sites)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            if len(target.elts) == len(value.elts):
                for one, part in zip(target.elts, value.elts, strict=True):
                    _assign(one, part, scope, sites)
        else:
            _assign(target, value, scope, sites)


def _assign(target: ast.expr, value: ast.expr, scope: Scope, sites: Sites) -> None:
    place = None
    if isinstance(target, ast.Name):
        _bind(target.id, value, scope, sites)
    elif isinstance(target, ast.Attribute):
        if target.attr in evidence.MOCKED and isinstance(value, ast.Tuple):
            sites.usages.add_returned(value, scope)
            find_in_prepared(value, scope, sites, Role.DOUBLE)
        if sites.file.may_hold(target.attr) or target.attr in evidence.MOCKED:
            place = _attribute(target, scope, sites)
    elif isinstance(target, ast.Subscript):
        place = _item(key_name(target.slice), None, sites)
    if place is not None:
        _place_shaped(_mocked(value), scope, sites, place)
    elif isinstance(target, ast.Attribute):
        sites.usages.add_bound(target.attr, value, scope)


def _mocked(value: ast.expr) -> ast.expr:
    """What a property that is mocked gives: ``404`` in ``PropertyMock(return_value=404)``."""
    if isinstance(value, ast.Call):
        for item in value.keywords:
            if item.arg in evidence.MOCKED:
                return item.value
    return value


def _bind(name: str, value: ast.expr, scope: Scope, sites: Sites) -> None:
    if scope.kind is not _CLASS and not sites.file.writes_statuses:
        return
    place = None
    may_tell = _may_tell(name, sites)
    if may_tell or scope.kind is _CLASS or name.isupper():
        place = _variable(name, value, scope, sites)
    if place is not None and place.confidence is Confidence.NAME and _is_own(name, value):
        place = None
    if place is not None:
        _place_shaped(value, scope, sites, place)
        return
    if may_tell or names_response(name):
        sites.usages.add_bound(name, value, scope)
    if isinstance(value, ast.Tuple) and sites.file.has_codes:
        if name.isupper():
            _find_in_answer(value, scope, sites)
        elif responds(name):
            find_in_prepared(value, scope, sites, Role.ASSIGNMENT)


def _is_own(name: str, value: ast.expr) -> bool:
    """Whether a constant is rather one of a vocabulary that the file itself defines."""
    number = integer(value)
    if number is None:
        return False
    return evidence.has_number(name, number) or (
        evidence.is_enumerator(name) and not codes.is_error(number)
    )


def _find_in_answer(value: ast.Tuple, scope: Scope, sites: Sites) -> None:
    """``GONE = ("", 410, {})`` and ``NO_ROW = ("ERROR_NO_ROW", 404, "no such row")``."""
    if len(value.elts) not in _ANSWER_LENGTHS:
        return
    texts = [value.elts[0], *value.elts[2:]]
    if (
        codes.is_telling(integer(value.elts[1]))
        and not sites.file.speaks_other
        and all(isinstance(text, (ast.Constant, ast.Dict, ast.JoinedStr)) for text in texts)
        and not any(integer(text) is not None for text in texts)
    ):
        place = Place(
            role=Role.ASSIGNMENT,
            confidence=Confidence.NAME,
            reason="a body and a status are bound together",
        )
        sites.place(value.elts[1], scope, place)


def _place_shaped(value: ast.expr, scope: Scope, sites: Sites, place: Place) -> None:
    """Place one status, a collection, or the side of a mapping that holds statuses."""
    if place.shape is Shape.STATUSES and isinstance(value, ast.Dict):
        if _all_statuses(value.keys):
            place = place._replace(shape=Shape.KEYS)
        elif _all_statuses(value.values):
            place = place._replace(shape=Shape.VALUES)
        else:
            return
    sites.place(value, scope, place)


def _all_statuses(nodes: list[ast.expr] | list[ast.expr | None]) -> bool:
    numbers = [integer_or_none(node) for node in nodes]
    return bool(numbers) and all(map(codes.is_official, numbers))


def _attribute(target: ast.Attribute, scope: Scope, sites: Sites) -> Place | None:
    if target.attr in evidence.MOCKED and isinstance(target.value, ast.Attribute):
        return _named(target.value.attr, Role.DOUBLE, sites)
    dotted = sites.file.resolver.dotted(target, scope)
    known = None if dotted is None else sites.file.catalogue.attributes.get(dotted)
    if known is not None:
        framework, attribute = known
        return Place(
            role=Role.ASSIGNMENT,
            confidence=Confidence.RESOLVED,
            reason=f"{dotted} holds a status",
            framework=framework,
            accepts=attribute.accepts,
            shape=attribute.shape,
            produces=attribute.writable and framework.serves,
            text=attribute.text,
            callee=dotted or "",
            name=target.attr,
        )
    return _named(attribute_name(target), Role.ASSIGNMENT, sites)


def _may_tell(name: str, sites: Sites) -> bool:
    """Whether ``name`` may be that of a status, as most names are not."""
    return bool(evidence.likeness(name)) or name in sites.file.catalogue.named


def _variable(name: str, value: ast.expr, scope: Scope, sites: Sites) -> Place | None:
    """A variable, or in the body of a class an attribute of its instances."""
    if scope.kind is not _CLASS:
        for framework, item in sites.file.catalogue.items.get(name, ()):
            if item.variable and scope.kind is ScopeKind.MODULE:
                return Place(
                    role=Role.ASSIGNMENT,
                    confidence=Confidence.RESOLVED,
                    reason=f"the setting {name} holds statuses",
                    framework=framework,
                    accepts=item.accepts,
                    shape=item.shape,
                    name=name,
                )
        return _named(name, Role.ASSIGNMENT, sites) or _constant(name, value, sites)
    for ancestor in sites.file.resolver.ancestors(scope):
        known = sites.file.catalogue.class_attributes.get(f"{ancestor}.{name}")
        if known is not None:
            framework, attribute = known
            return Place(
                role=Role.CLASS_ATTRIBUTE,
                confidence=Confidence.RESOLVED,
                reason=f"{name} is the status that {ancestor} answers with",
                framework=framework,
                accepts=attribute.accepts,
                shape=attribute.shape,
                produces=attribute.produces,
                callee=ancestor,
                name=name,
                known=sites.file.catalogue.callables.get(ancestor),
            )
    if sites.file.resolver.is_enum(scope):
        return None
    place = _named(name, Role.CLASS_ATTRIBUTE, sites) or _constant(name, value, sites)
    if place is None and codes.is_error(integer(value)):
        others = {word for other in scope.bindings for word in evidence.words(other)}
        place = _beside(name, others, Role.CLASS_ATTRIBUTE, sites)
    return place


def _constant(name: str, value: ast.expr, sites: Sites) -> Place | None:
    """``HTTP_FORBIDDEN = 403``, and ``HTTP_CODES_TO_IGNORE = [416]``."""
    if not name.isupper() or sites.file.speaks_other:
        return None
    if not evidence.defines(name, [integer(item) for item in elements(value) or [value]]):
        return None
    return Place(
        role=Role.ASSIGNMENT,
        confidence=Confidence.NAME,
        reason=f"{name} is a constant of HTTP by its name",
        shape=Shape.STATUSES,
        name=name,
    )


def _named(name: str, role: Role, sites: Sites) -> Place | None:
    if not sites.file.accepts_name(name):
        return None
    return Place(
        role=role,
        confidence=Confidence.NAME,
        reason=f"{name} is named like a status",
        shape=Shape.STATUSES,
        name=name,
    )


def _item(key: str, display: ast.Dict | None, sites: Sites) -> Place | None:
    """What the item ``key`` of a mapping holds."""
    for framework, item in sites.file.catalogue.items.get(key, ()):
        if item.beside is None or (display is not None and _has_item(display, item.beside)):
            return Place(
                role=Role.MAPPING_VALUE,
                confidence=Confidence.RESOLVED,
                reason=f'the item "{key}" holds a status',
                framework=framework,
                accepts=item.accepts,
                shape=item.shape,
                produces=item.produces,
                name=key,
            )
    place = _named(key, Role.MAPPING_VALUE, sites)
    if display is None:
        return place
    if place is None and evidence.likeness(key) is evidence.Likeness.DOUBTFUL:
        texts = [item.value for item in display.keys if isinstance(item, ast.Constant)]
        place = _beside(key, texts, Role.MAPPING_VALUE, sites)
    return None if place is not None and _is_websocket_message(display) else place


def _is_websocket_message(display: ast.Dict) -> bool:
    """Whether the mapping is an ASGI message of a WebSocket, whose ``code`` is a close code."""
    return any(
        isinstance(key, ast.Constant)
        and key.value == "type"
        and isinstance(value, ast.Constant)
        and isinstance(value.value, str)
        and value.value.startswith("websocket.")
        for key, value in zip(display.keys, display.values, strict=True)
    )


def _beside(name: str, others: Iterable[object], role: Role, sites: Sites) -> Place | None:
    """What ``code`` holds that stands beside a message or a body."""
    if (
        sites.file.speaks_other
        or evidence.likeness(name) is not evidence.Likeness.DOUBTFUL
        or evidence.ANSWER_ITEMS.isdisjoint(others)
    ):
        return None
    return Place(
        role=role,
        confidence=Confidence.NAME,
        reason=f"{name} stands beside what an answer says",
        name=name,
    )


def _has_item(display: ast.Dict, item: tuple[str, str]) -> bool:
    return any(
        isinstance(key, ast.Constant)
        and isinstance(value, ast.Constant)
        and (key.value, value.value) == item
        for key, value in zip(display.keys, display.values, strict=True)
    )


def find_in_mapping(node: ast.Dict, scope: Scope, sites: Sites) -> None:
    """``{"statusCode": 404}`` and the like."""
    usages = sites.usages
    for key, value in zip(node.keys, node.values, strict=True):
        name = key_name(key)
        if isinstance(value, (ast.Dict, ast.Tuple)) and _names_method(key):
            _find_in_method(value, scope, sites)
        if name:
            place = _item(name, node, sites) if _may_tell(name, sites) else None
            if place is not None:
                _place_shaped(value, scope, sites, place)
            elif not usages.idle and may_stand(value):
                usages.add_item(name, value, scope)
    if not sites.file.has_codes or sites.file.speaks_other:
        return
    if _describes_errors(node) and sites.file.speaks_http:
        sites.place_later(node, scope, _DESCRIBED)
    for nodes, shape in ((node.keys, Shape.KEYS), (node.values, Shape.VALUES)):
        first = nodes[0] if nodes else None
        if isinstance(first, (ast.Tuple, ast.List)):
            find_in_columns(nodes, scope, sites)
        elif codes.is_official(integer_or_none(first)):
            numbers = list(map(integer_or_none, nodes))
            if codes.are_statuses(numbers, speaks=sites.file.speaks_http):
                place = Place(
                    role=Role.MAPPING_VALUE,
                    confidence=Confidence.NAME,
                    reason=f"all {shape.value} are statuses",
                    shape=shape,
                )
                sites.place(node, scope, place)


def _names_method(key: ast.expr | None) -> bool:
    """``"GET"``, and ``("pets", "GET")``."""
    return any(map(is_method, key.elts if isinstance(key, ast.Tuple) else [key]))


def _find_in_method(value: ast.expr, scope: Scope, sites: Sites) -> None:
    """What a method is answered with: ``({"done": True}, 201)``, and ``{200: schema}``."""
    if isinstance(value, ast.Tuple):
        find_in_prepared(value, scope, sites, Role.MAPPING_VALUE)
    elif (
        isinstance(value, ast.Dict)
        and value.keys
        and not sites.file.speaks_other
        and all(codes.is_usual(integer_or_none(key)) for key in value.keys)
    ):
        sites.place(value, scope, _ANSWERS)


def _describes_errors(node: ast.Dict) -> bool:
    """``{401: "Unauthorized - Invalid Token"}``, and ``{401: LoginError}``."""
    if not node.keys or not codes.is_error(integer_or_none(node.keys[0])):
        return False
    numbers = [integer_or_none(key) for key in node.keys]
    return codes.are_likely_errors(numbers) and all(map(_describes_error, node.values))


def _describes_error(node: ast.expr) -> bool:
    """Whether ``node`` is a text of several words, or a class of exceptions by its name."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and " " in node.value
    return evidence.words(last_name(node))[-1:] in (("error",), ("exception",))


def find_in_parameters(
    node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, sites: Sites
) -> None:
    """Parameters named like a status take one, as their default and from every caller."""
    arguments = node.args
    parameters = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    _take([parameter.arg for parameter in parameters], sites.function_scope(node), sites)


def find_in_fields(node: ast.ClassDef, scope: Scope, sites: Sites) -> None:
    """Annotated fields named like a status, which a class without initializer takes in order."""
    owner = sites.function_scope(node)
    inherits = any(isinstance(base, Scope) for base in sites.file.resolver.bases(owner))
    if not inherits and sites.initializer(owner) is None:
        _take(parameter_names(owner), owner, sites)


def _take(names: list[str], owner: Scope, sites: Sites) -> None:
    for name in filter(sites.file.accepts_name, names):
        place = Place(
            role=Role.EXPECTATION if evidence.expects(name) else Role.ARGUMENT,
            confidence=Confidence.NAME,
            reason=f"the parameter {name} is named like a status",
            shape=Shape.STATUSES,
            name=name,
        )
        sites.parameter(owner, name, place)
