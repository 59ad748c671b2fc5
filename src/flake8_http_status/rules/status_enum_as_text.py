"""A member of an enum that becomes another text than its number.

## What it does

Flags members of `http.HTTPStatus` that become text where a supported Python prints their name:
through `str`, `print`, `%s`, logging and `f"{...!s}"`, and as keys of an OpenAPI document. Flags
members that are shown by their `repr`, which is the same on every Python: through `%r`,
`f"{...!r}"`, `f"{...=}"`, and within a list or mapping that becomes text, and members that go to a
writer of YAML or TOML, or to a client of Redis or MySQL, which know numbers only. Variables and
parameters are followed within the file. Off unless it is selected.

## Why

Below Python 3.11, `str(HTTPStatus.NOT_FOUND)` is `HTTPStatus.NOT_FOUND`, while
`f"{HTTPStatus.NOT_FOUND}"` is `404` everywhere. FastAPI publishes
`responses={HTTPStatus.NOT_FOUND: ...}` under the key `HTTPSTATUS.NOT_FOUND` there, drf-spectacular
leaves the example out, and drf-yasg raises `ValueError`. URLs, log lines and metrics get the name.
`yaml.safe_dump` refuses members on every Python, and redis-py stores `<HTTPStatus.NOT_FOUND: 404>`.

## Example

```toml
[project]
requires-python = ">=3.10"

[tool.flake8-http-status]
extend-select = ["HSC502"]
```

```python
import logging
from http import HTTPStatus

logging.warning("refused with %s", HTTPStatus.FORBIDDEN)
```

## Use instead

```python
import logging
from http import HTTPStatus

logging.warning("refused with %d", HTTPStatus.FORBIDDEN)
```

## Options

`targets` tells which Pythons the project supports; where it is not set, `requires-python` in
`pyproject.toml` does.

## Fix safety

Unsafe: `.value` is added, which changes the text that was there before.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.exposure import Exposure
from flake8_http_status.frameworks._framework import Accepts
from flake8_http_status.rules._members import prints_name
from flake8_http_status.rules._rule import Rule
from flake8_http_status.violation import Edit, Fix, Safety, Violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.references import Reference
    from flake8_http_status.rules._rule import Context

RULE = Rule(
    code="HSC502",
    name="status-enum-as-text",
    summary="a member of an enum that becomes another text than its number",
    references=True,
    fixable="unsafe",
)


def check(reference: Reference, context: Context) -> Iterator[Violation]:
    """Report a member that is shown otherwise than as a number."""
    node, constant = reference.node, reference.constant
    if isinstance(node, ast.alias) or not constant.is_member or reference.plain is not None:
        return
    looked = context.exposures.of(node, reference.scope)
    site = context.sites.found.get(id(node))
    if site is not None and Accepts.AS_TEXT in site.place.accepts:
        looked |= Exposure.TEXT
    if Exposure.REPR in looked:
        problem = "is shown by its repr"
    elif Exposure.WRITTEN in looked:
        problem = "is written out as no number"
    elif Exposure.TEXT in looked and prints_name(constant.vocabulary, context):
        problem = "becomes text by its name below Python 3.11"
    else:
        return
    span = context.file.lines.span(node)
    end = span._replace(line=span.end_line, column=span.end_column)
    fix = Fix((Edit(end, ".value"),), Safety.UNSAFE) if Exposure.MEMBER not in looked else None
    shown = ast.unparse(node)
    yield Violation(RULE.code, span, f"{shown} {problem}: use {shown}.value", fix)
