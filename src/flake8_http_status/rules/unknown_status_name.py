"""A constant that its vocabulary does not have.

## What it does

Flags names such as ``HTTPStatus.NOT_FOUD`` and ``requests.codes["not_foud"]``, and constants looked
up on Falcon's exception ``HTTPStatus`` instead of ``http.HTTPStatus``.

## Why

The name fails only when the line runs, and error paths seldom run in tests. Type checkers see
nothing of it where a module or a class computes its attributes: ``starlette.status`` since 0.48 and
``requests.codes``. ``requests.codes["not_foud"]`` does not even fail; it is ``None``, which no
status equals.

## Example

```python
from starlette import status
from starlette.responses import Response


def gone(request):
    return Response(status_code=status.HTTP_410_GONNE)
```

## Use instead

```python
from starlette import status
from starlette.responses import Response


def gone(request):
    return Response(status_code=status.HTTP_410_GONE)
```

## Options

`targets` tells which versions the suggested name has to exist on.

## Fix safety

Unsafe: the fix writes the nearest name, which need not be the one that was meant.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from flake8_http_status.analysis.catalogue import tail
from flake8_http_status.analysis.naming import right_name
from flake8_http_status.nearest import nearest
from flake8_http_status.rules._mistakes import mistake
from flake8_http_status.rules._rule import Rule
from flake8_http_status.status_codes import code_for_phrase
from flake8_http_status.violation import Edit, Fix, Safety

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Candidate, Scope
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Span, Violation
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

RULE = Rule(
    code="HSC204",
    name="unknown-status-name",
    summary="a constant that its vocabulary does not have",
    nodes=(ast.Attribute, ast.ImportFrom, ast.Subscript),
    fixable="unsafe",
)
# What people take for `http.HTTPStatus` because it is called the same.
_FALCON = "falcon.HTTPStatus"
_NUMBERED = re.compile(r"HTTP_([1-5][0-9]{2})(?:_(.+))?\Z")
# How like a constant a name must be in a container that holds other things, too.
_ALIKE = 0.8


def candidates(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """What begins with an import of constants, or of what has some."""
    names = context.vocabulary_names
    if not names:
        return ()
    found = context.file.module.nodes[kind]
    if kind is ast.ImportFrom:
        return found
    return [(node, scope) for node, scope in found if _root(node) in names]


def check(node: ast.AST, scope: Scope, context: Context) -> Iterator[Violation]:
    """Report a name that looks like a constant of its container and is none."""
    file = context.file
    if isinstance(node, ast.ImportFrom):
        for alias in node.names:
            container = file.catalogue.canonical(node.module or "") if node.level == 0 else ""
            if not _may_lack(container, alias.name, file):
                continue
            span = file.lines.span(alias)
            length = len(alias.name) if alias.asname else 0
            name_span = span._replace(end_column=span.column + length)
            yield from _judge(alias, container, alias.name, name_span, context)
    elif isinstance(node, ast.Attribute):
        container = file.resolver.dotted(node.value, scope) or ""
        if isinstance(node.ctx, ast.Load) and _may_lack(container, node.attr, file):
            span = file.lines.span(node)
            name_span = span._replace(line=span.end_line, column=span.end_column - len(node.attr))
            yield from _judge(node, container, node.attr, name_span, context)
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        container, name = file.resolver.dotted(node.value, scope) or "", node.slice.value
        if isinstance(name, str) and _may_lack(container, name, file):
            yield from _judge(node, container, name, file.lines.span(node.slice), context)


def _may_lack(container: str, name: str, file: File) -> bool:
    """Whether ``name`` is none of the constants of ``container``, if that has any."""
    constant = file.catalogue.constant(f"{container}.{name}")
    return container == _FALCON or (constant is not None and constant.code is None)


def _root(node: ast.AST) -> str:
    """The name that a chain of attributes begins with."""
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""


def _judge(
    node: ast.Attribute | ast.Subscript | ast.alias,
    container: str,
    name: str,
    span: Span,
    context: Context,
) -> Iterator[Violation]:
    """Report ``name`` of ``container``, which is written at ``span``."""
    file = context.file
    if container == _FALCON:
        known = file.catalogue.constant(f"http.HTTPStatus.{name}")
        if known is not None and known.code is not None:
            message = f"{_FALCON} is an exception without {name}: use http.HTTPStatus.{name}"
            yield from mistake(node, RULE.code, message, context)
        return
    vocabulary = file.catalogue.container(container)
    if vocabulary is None or (isinstance(node, ast.Subscript) and not vocabulary.subscript):
        return
    by_key = isinstance(node, ast.Subscript)
    if not (by_key or _looks_like_constant(name, vocabulary)) or _is_guarded(node, name, file):
        return
    meant = _meant(name, vocabulary, file)
    best = meant[0] if len(meant) == 1 else None
    shown = f'{tail(container)}["{name}"]' if by_key else f"{tail(container)}.{name}"
    fails = "is None" if by_key and vocabulary.key == "requests" else "does not exist"
    question = f": did you mean {' or '.join(meant)}?" if meant else ""
    fix = None
    if best is not None and span.column < span.end_column:
        text = f'"{best}"' if by_key else best
        fix = Fix((Edit(span, text),), Safety.UNSAFE)
    yield from mistake(node, RULE.code, f"{shown} {fails}{question}", context, fix)


def _looks_like_constant(name: str, vocabulary: Vocabulary) -> bool:
    """Whether ``name`` is written as the vocabulary writes its constants, and nothing else."""
    if name.startswith(("_", "WS_")):
        return False
    if vocabulary.general:
        numbered = _NUMBERED.match(name)
        return (numbered is not None and not numbered[2]) or (
            name.isupper() and _is_alike(name, vocabulary)
        )
    if name.isupper():
        return True
    if vocabulary.both_cases:
        return not any(hasattr(kind, name) for kind in (dict, int)) and _is_alike(name, vocabulary)
    return name.upper() in _names(vocabulary)


def _is_alike(name: str, vocabulary: Vocabulary) -> bool:
    return nearest(name, _names(vocabulary), _ALIKE) is not None


def _meant(name: str, vocabulary: Vocabulary, file: File) -> list[str]:
    """The constants that somebody may have meant: by number and phrase, else by letters."""
    numbered = _NUMBERED.match(name)
    phrase = (numbered[2] or "") if numbered else name.removeprefix("HTTP_")
    by_number = int(numbered[1]) if numbered else None
    by_phrase = code_for_phrase(phrase) if phrase else None
    said = dict.fromkeys(code for code in (by_number, by_phrase) if code is not None)
    right = {code: right_name(code, vocabulary, file.settings) for code in vocabulary.names}
    exact = [found for code in said if (found := right.get(code))]
    if exact and (by_phrase is not None or not phrase):
        return exact
    if numbered and not phrase:
        return []
    lasting = [
        entry.name
        for entries in vocabulary.names.values()
        for entry in entries
        if entry.since is entry.deprecated is entry.removed is None
    ]
    like = nearest(name, [*lasting, *filter(None, right.values())])
    if like is None:
        return []
    return [like.upper() if name.isupper() else like]


def _names(vocabulary: Vocabulary) -> list[str]:
    return [entry.name for entries in vocabulary.names.values() for entry in entries]


def _is_guarded(node: ast.AST, name: str, file: File) -> bool:
    """Whether the program provides for the name being absent, or makes it itself."""
    for other in ast.walk(file.module.tree):
        if isinstance(other, ast.Attribute) and other.attr == name:
            if not isinstance(other.ctx, ast.Load):
                return True
        elif isinstance(other, ast.Try) and other.handlers:
            if any(inner is node for statement in other.body for inner in ast.walk(statement)):
                return True
        elif isinstance(other, ast.Call) and any(
            isinstance(item, ast.Constant) and item.value == name for item in other.args
        ):
            return True
    return False
