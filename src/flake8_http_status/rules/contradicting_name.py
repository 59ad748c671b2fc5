"""A constant whose name is that of another code.

## What it does

Flags ``HTTP_404 = 400``, ``HTTP_404_NOT_FOUND = 403`` and, among constants of which most are named
after their code, ``NOT_FOUND = 403``.

## Why

Whoever reads the name believes it, and nobody looks at the number again.

## Example

```python
HTTP_UNAUTHORIZED = 403
```

## Use instead

```python
from http import HTTPStatus

HTTP_UNAUTHORIZED = HTTPStatus.UNAUTHORIZED
```

## Options

None.

## Fix safety

There is no fix: either the name or the number is wrong.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_http_status.analysis.scopes import BindingKind, ScopeKind
from flake8_http_status.analysis.values import ValueKind, read_value
from flake8_http_status.rules._phrases import code_of_phrase, is_telling
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import STATUSES
from flake8_http_status.violation import Violation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC311",
    name="contradicting-name",
    summary="a constant whose name is that of another code",
    nodes=(ast.Assign, ast.AnnAssign),
)
_NAME = re.compile(
    r"(?P<prefix>HTTP_?(?:STATUS_?|CODE_?|ERROR_?)*+|STATUS_(?:CODE_)?)?"
    r"(?P<number>[1-5][0-9]{2})?_?(?P<phrase>[A-Z_]*)\Z"
)
# How many constants beside it have to be named after their codes.
_WITNESSES = 2


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """The constants of modules and classes."""
    outside = (ScopeKind.MODULE, ScopeKind.CLASS)
    return [
        (node, scope)
        for node, scope in context.file.module.nodes[kind]
        if scope.kind in outside and _target(node).isupper()
    ]


def check(node: ast.Assign | ast.AnnAssign, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report a constant of a module or class that is named after another code."""
    name = _target(node)
    match = _NAME.match(name)
    said = _said(match)
    if match is None or not said or node.value is None:
        return
    value = read_value(node.value, scope, context.file.resolver)
    if value is None or value.code not in STATUSES or value.code is None:
        return
    if any(code != value.code for code in said) and (
        value.kind is ValueKind.CONSTANT or _is_about_statuses(match, scope, context)
    ):
        other = next(code for code in said if code != value.code)
        message = f"{name} is {value.code}, but its name says {other}"
        yield Violation(RULE.code, context.file.lines.span(node), message)


def _target(node: ast.AST) -> str:
    """The one name that an assignment binds; empty where it binds anything else."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else ""


def _said(match: re.Match[str] | None) -> list[int]:
    """The codes that a name speaks of: by its number, and by its phrase."""
    if match is None:
        return []
    phrase = match["phrase"].replace("_", " ").strip()
    by_phrase = code_of_phrase(phrase) if phrase else None
    if phrase and by_phrase is None:
        return []
    by_number = int(match["number"]) if match["prefix"] and match["number"] else None
    return [code for code in (by_number, by_phrase) if code is not None]


def _is_about_statuses(match: re.Match[str], scope: Scope, context: Context) -> bool:
    """Whether a name alone, or the constants beside it, show that the number is a status."""
    if match["prefix"]:
        return match["prefix"].startswith("HTTP") or match["number"] is not None
    if not is_telling(match.string.replace("_", " ")):
        return False
    agreeing = disagreeing = 0
    for other, bindings in scope.bindings.items():
        said, value = _said(_NAME.match(other)), bindings[0].value
        if said and value is not None and bindings[0].kind is BindingKind.ASSIGNMENT:
            found = read_value(value, scope, context.file.resolver)
            if found is not None and found.code == said[-1]:
                agreeing += 1
            else:
                disagreeing += 1
    return agreeing >= max(_WITNESSES, disagreeing)
