"""Content for a status that has none.

## What it does

Flags 1xx, 204, 205 and 304 where content is passed or returned along with them, and routes with
such a status that declare a response model or return something. Files of tests are left alone, as
they do so to see what becomes of it.

## Why

These responses end with their header (RFC 9110, section 15, and RFC 9112, section 6.3). Flask and
aiohttp drop the content, so that the client never sees it. Django sends it, and a client that keeps
the connection open takes it for the beginning of the next response. FastAPI refuses a response
model for such a route when it is declared, and with 205 announces a length and sends nothing.

## Example

```python
from rest_framework import status
from rest_framework.response import Response


def delete(self, request, number):
    return Response({"deleted": number}, status=status.HTTP_204_NO_CONTENT)
```

## Use instead

```python
from rest_framework import status
from rest_framework.response import Response


def delete(self, request, number):
    return Response({"deleted": number}, status=status.HTTP_200_OK)
```

or leave the content out.

## Options

None.

## Fix safety

There is no fix: either the status or the content is wrong.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.calls import passed
from flake8_http_status.analysis.scopes import BindingKind
from flake8_http_status.analysis.values import leaves
from flake8_http_status.analysis.views import declared
from flake8_http_status.frameworks._framework import METHODS, Body, Role, Shape
from flake8_http_status.rules._limits import api_name
from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC304",
    name="body-without-content",
    summary="content for a status that has none",
    roles=frozenset({Role.ARGUMENT, Role.ROUTE, Role.RETURN}),
)
_WITHOUT_CONTENT = frozenset({*range(100, 200), 204, 205, 304})
# Calls that make content, whatever they are given.
_MAKERS = frozenset(
    {"str", "repr", "django.template.loader.render_to_string", "flask.render_template"}
)
# Calls that make content of content, and those among them that make it of keywords, too.
_MAPPERS = frozenset({"dict", "flask.jsonify", "quart.jsonify"})
_SERIALIZERS = _MAPPERS | {"json.dumps"}
# What people write where they have to write something.
_NOTHING = (None, "", b"", "null", "{}", "[]")
_RETURNED = Body(of=(), name="")


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report a status without content where there is some."""
    value = site.value
    if value is None or value.code not in _WITHOUT_CONTENT or context.file.holds_tests:
        return
    outcome = _outcome(site, context)
    if outcome is not None:
        ending = outcome or "what is passed is lost, or taken for the next response"
        yield from mistake_at(site, RULE.code, f"{value.code} has no content: {ending}", context)


def _outcome(site: StatusSite, context: Context) -> str | None:
    """What becomes of the content at ``site``, empty if that is open; None without content."""
    place = site.place
    if place.role is Role.RETURN:
        return _beside_returned(site, context)
    if place.call is None or place.known is None:
        return None
    for body in place.known.bodies if place.shape is Shape.STATUS else ():
        content = passed(place.call, body.name, body.position)
        if content is not None and _is_content(content, body, site.scope, context):
            name = api_name(place.callee, place.known, context.file)
            return body.outcome and f"{name} {body.outcome}"
    if place.role is Role.ROUTE:
        return _of_route(place.call, site, context)
    return None


def _beside_returned(site: StatusSite, context: Context) -> str | None:
    """The body beside the status in a returned tuple that answers a request."""
    answer = context.file.parent(site.whole)
    named = site.scope.method_class is not None and getattr(site.scope.node, "name", "") in METHODS
    answers = named or site.place.confidence is Confidence.RESOLVED
    if not answers or not isinstance(answer, ast.Tuple):
        return None
    body = answer.elts[1 if answer.elts[0] is site.whole else 0]
    return "" if _is_content(body, _RETURNED, site.scope, context) else None


def _of_route(call: ast.Call, site: StatusSite, context: Context) -> str | None:
    """What the function under a route declaration returns, or is declared to return."""
    function = context.sites.decorated(call)
    if function is None:
        return None
    for framework, endpoint in declared(function, context.file, context.file.catalogue.endpoints):
        if site.place.shape is Shape.KEYS:
            modelled = _has_key(call, site.node, endpoint.model_key)
        else:
            modelled = _is_annotated(function, call, context)
        if endpoint.model_outcome and modelled:
            return f"{framework.name} {endpoint.model_outcome}"
        returned = site.place.shape is Shape.STATUS and _returns_content(function, context)
        if endpoint.content_outcome and returned and not _sets_status(function):
            return f"{framework.name} {endpoint.content_outcome}"
    return None


def _sets_status(function: Scope) -> bool:
    """Whether ``function`` decides on the status itself: ``response.status_code = ...``."""
    return any(
        isinstance(node, ast.Attribute)
        and node.attr == "status_code"
        and isinstance(node.ctx, ast.Store)
        for node in ast.walk(function.node)
    )


def _has_key(call: ast.Call, status: ast.expr, key: str) -> bool:
    """Whether ``{status: {key: ...}}`` stands among the arguments of ``call``."""
    documented = [
        value
        for item in call.keywords
        if isinstance(item.value, ast.Dict)
        for code, value in zip(item.value.keys, item.value.values, strict=True)
        if code is status and isinstance(value, ast.Dict)
    ]
    return any(
        isinstance(name, ast.Constant)
        and name.value == key
        and not (isinstance(value, ast.Constant) and value.value is None)
        for display in documented
        for name, value in zip(display.keys, display.values, strict=True)
    )


def _is_annotated(function: Scope, call: ast.Call, context: Context) -> bool:
    """Whether ``function`` surely returns data: a builtin type, or a pydantic model of the file."""
    if any(item.arg == "response_model" for item in call.keywords):
        return False
    returned = getattr(function.node, "returns", None)
    annotation = returned.value if isinstance(returned, ast.Subscript) else returned
    if not isinstance(annotation, ast.Name):
        return False
    owner = function.lookup(annotation.id)
    if owner is None:
        return annotation.id in ("bool", "dict", "float", "int", "list", "str")
    inner = owner.bindings[annotation.id][0].scope
    return inner is not None and "pydantic.BaseModel" in context.file.resolver.ancestors(inner)


def _returns_content(function: Scope, context: Context) -> bool:
    return any(
        _is_content(leaf, _RETURNED, scope, context)
        for node, scope in context.file.module.nodes[ast.Return]
        if scope is function and isinstance(node, ast.Return) and node.value is not None
        for leaf in leaves(node.value)
    )


def _is_content(node: ast.expr, body: Body, scope: Scope, context: Context) -> bool:
    """Whether ``node`` surely becomes content that is not empty."""
    if isinstance(node, ast.Constant):
        return body.serialized if node.value in _NOTHING else node.value is not ...
    if body.described:
        return True
    if isinstance(node, (ast.List, ast.Set, ast.Tuple)):
        return body.serialized or bool(node.elts)
    if isinstance(node, ast.Dict):
        return body.serialized or bool(node.keys)
    if isinstance(node, ast.Name):
        owner = scope.lookup(node.id)
        bindings = () if owner is None else owner.bindings[node.id]
        if owner is None or len(bindings) != 1 or bindings[0].kind is not BindingKind.ASSIGNMENT:
            return False
        value = bindings[0].value
        return not (value is None or isinstance(value, ast.Name)) and _is_content(
            value, body, owner, context
        )
    if isinstance(node, ast.Call):
        name = context.file.resolver.dotted(node.func, scope)
        if name in _MAKERS or (name in _MAPPERS and node.keywords):
            return bool(node.args or node.keywords)
        return name in _SERIALIZERS and any(
            _is_content(value, body, scope, context) for value in node.args
        )
    return isinstance(node, ast.JoinedStr) and bool(node.values)
