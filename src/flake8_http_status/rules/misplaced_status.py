"""A status in another parameter's place.

## What it does

Flags a status that is passed by position where the callable takes something else:
``HttpResponse(text, 404)``, ``render(request, template, context, 404)``, ``JsonResponse(data,
400)``, ``Response(404)`` of Django REST framework, ``HTTPException(404)`` of Litestar; and a status
passed as the ``code`` of a Django REST framework exception, which is the name of the error. The
other way round, it flags a text where the status belongs: ``HTTPException("no such order")``.

## Why

Nothing complains. Django's ``HttpResponse("gone", 410)`` answers 200 with the Content-Type ``410``,
``Response(404)`` answers 200 with the content ``404``, and ``APIException("busy", 503)`` is a 500.
A text for a status fails when the error is to be reported, which hides what it was about.

## Example

```python
from django.http import HttpResponse


def gone(request):
    return HttpResponse("No longer here", 410)
```

## Use instead

```python
from http import HTTPStatus

from django.http import HttpResponse


def gone(request):
    return HttpResponse("No longer here", status=HTTPStatus.GONE)
```

## Options

None.

## Fix safety

Unsafe, since the program answers something else afterwards: the fix names the parameter that was
meant. It is offered where no positional argument follows.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_http_status.analysis.calls import passed
from flake8_http_status.analysis.scopes import Scope, ScopeKind
from flake8_http_status.analysis.values import ValueKind, read_value
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.rules._limits import api_name
from flake8_http_status.rules._mistakes import mistake
from flake8_http_status.rules._rule import Rule
from flake8_http_status.rules._statuses import is_text, status_edits
from flake8_http_status.status_codes import is_registered
from flake8_http_status.violation import Edit, Fix, Safety, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import KnownCall
    from flake8_http_status.frameworks._framework import Misplaced
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC305",
    name="misplaced-status",
    summary="a status in another parameter's place",
    calls=True,
    fixable="unsafe",
)
_COMMENT = re.compile(r"#.*")
# How much of a text a message shows, in characters.
_SHOWN = 40


def check(call: KnownCall, context: Context) -> Iterator[Violation]:
    """Report a status where another parameter stands, and a text where the status does."""
    yield from _texts(call, context)
    for entry in call.known.misplaced:
        node = _passed(call.node, entry)
        value = None if node is None else read_value(node, call.scope, context.file.resolver)
        if (
            node is None
            or value is None
            or value.code is None
            or is_text(value)
            or not is_registered(value.code)
            or (entry.own is not None and _is_harmless(call, value.code, entry, context))
        ):
            continue
        name = api_name(call.callee, call.known, context.file)
        message = f"{value.code} stands in the place of {entry.parameter}: {name} {entry.outcome}"
        if entry.keyword is not None:
            message += f"; use {entry.keyword}="
        fix = _fix(call, node, entry, context)
        yield from mistake(node, RULE.code, message, context, fix)


def _is_harmless(call: KnownCall, code: int, entry: Misplaced, context: Context) -> bool:
    """Whether the status is answered anyway: by the API, or by a class of the program."""
    own = context.file.resolver.resolve(call.node.func, call.scope)
    owner = own if isinstance(own, Scope) else call.scope.enclosing(ScopeKind.CLASS)
    if owner is not None and any(
        attribute.name in {**owner.bindings, **owner.attributes}
        for attribute in call.known.framework.class_attributes
    ):
        return True
    return code == entry.own


def _texts(call: KnownCall, context: Context) -> Iterator[Violation]:
    """Texts that stand where the API takes a status, and are none."""
    for argument in call.known.arguments:
        if argument.role is not Role.ARGUMENT or not argument.produces:
            continue
        node = passed(call.node, argument.name, argument.position)
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and not node.value[:1].isdecimal()
            and read_value(node, call.scope, context.file.resolver) is None
        ):
            name = api_name(call.callee, call.known, context.file)
            text = " ".join(node.value.split())
            text = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
            message = f'"{text}" stands in the place of {argument.name}, which {name} needs'
            yield from mistake(node, RULE.code, message, context)


def _passed(call: ast.Call, entry: Misplaced) -> ast.expr | None:
    """What stands in the place; the first place is content wherever a status is passed, too."""
    before = call.args[: entry.position + 1]
    if any(isinstance(item, ast.Starred) for item in before):
        return None
    named = any(item.arg in (None, entry.keyword) for item in call.keywords)
    if entry.position == 0 and (named or len(call.args) > 1):
        return None
    if entry.position < len(before):
        return before[entry.position]
    if entry.position == 0:
        return None
    return next((item.value for item in call.keywords if item.arg == entry.parameter), None)


def _fix(known: KnownCall, node: ast.expr, entry: Misplaced, context: Context) -> Fix | None:
    """Name the parameter, and the status, where that leaves a call that makes sense."""
    call = known.node
    if entry.keyword is None or entry.required or not call.args or call.args[-1] is not node:
        return None
    if any(item.arg in (None, entry.keyword) for item in call.keywords):
        return None
    lines = context.file.lines
    span = lines.span(node)
    before = lines.span(call.args[-2]) if len(call.args) > 1 else lines.span(call.func)
    between = lines.text(Span(before.end_line, before.end_column, span.line, span.column))
    between = _COMMENT.sub("", between)
    opening, _, own = between.rpartition("," if len(call.args) > 1 else "(")
    if own.strip() or opening.strip(" )"):
        return None
    start = span._replace(end_line=span.line, end_column=span.column)
    value = read_value(node, known.scope, context.file.resolver)
    edits: tuple[Edit, ...] = (Edit(start, f"{entry.keyword}="),)
    if value is not None and not value.followed and value.kind is not ValueKind.CONSTANT:
        edits += status_edits(node, value, known.scope, context)
    return Fix(edits, Safety.UNSAFE)
