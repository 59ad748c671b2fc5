"""A keyword that the callable does not have.

## What it does

Flags ``status_code=`` where the parameter is called ``status``, ``status=`` where it is called
``status_code`` or ``code``, and a status for a callable that takes none.

## Why

Most callables raise ``TypeError``, and so turn the intended answer into a 500. Some swallow the
keyword: Django's ``redirect(url, status=301)`` answers 302, Bottle sends ``status_code=404`` as a
header, Tornado's ``HTTPError(code=404)`` is a 500.

## Example

```python
from http import HTTPStatus

from django.http import JsonResponse


def missing(request):
    return JsonResponse({"error": "no such order"}, status_code=HTTPStatus.NOT_FOUND)
```

## Use instead

```python
from http import HTTPStatus

from django.http import JsonResponse


def missing(request):
    return JsonResponse({"error": "no such order"}, status=HTTPStatus.NOT_FOUND)
```

## Options

None.

## Fix safety

Unsafe, since the program answers something else afterwards: the fix renames the keyword.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.rules._limits import api_name
from flake8_http_status.rules._mistakes import mistake
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Edit, Fix, Safety

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import KnownCall
    from flake8_http_status.frameworks._framework import WrongKeyword
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC306",
    name="wrong-status-keyword",
    summary="a keyword that the callable does not have",
    calls=True,
    fixable="unsafe",
)


def check(call: KnownCall, context: Context) -> Iterator[Violation]:
    """Report keywords that are wrong for the callable."""
    for entry in call.known.wrong_keywords:
        for keyword in call.node.keywords:
            if keyword.arg == entry.wrong:
                name = api_name(call.callee, call.known, context.file)
                message = f"{name} has no parameter {entry.wrong}: it {entry.outcome}"
                if entry.right is not None:
                    message += f"; use {entry.right}="
                fix = _fix(call.node, keyword, entry, context)
                yield from mistake(keyword, RULE.code, message, context, fix)


def _fix(call: ast.Call, keyword: ast.keyword, entry: WrongKeyword, context: Context) -> Fix | None:
    """Rename the keyword, unless the right one is there as well."""
    if entry.right is None or any(item.arg in (None, entry.right) for item in call.keywords):
        return None
    span = context.file.lines.span(keyword)
    name = span._replace(end_line=span.line, end_column=span.column + len(entry.wrong))
    return Fix((Edit(name, entry.right),), Safety.UNSAFE)
