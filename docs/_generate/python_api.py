"""The reference of what other Python code may import, from signatures and docstrings."""

from __future__ import annotations

import ast
import inspect
import textwrap
from typing import TYPE_CHECKING, Any

from _generate.markdown import code_quotes, heading, page
from flake8_http_status import checker, codemod, settings, violation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _generate.markdown import Page

PUBLIC = (
    (checker, ("check_source",)),
    (codemod, ("fix_source", "FixResult")),
    (settings, ("Settings", "SiteDeclaration", "from_mapping", "OptionError")),
    (
        violation,
        ("Violation", "Span", "Fix", "Safety", "Edit", "Import", "Confidence"),
    ),
)
ABOUT = """\
The engine is two functions: text in, findings or new text out. They read no file and no
configuration; selecting rules and `# noqa` are what the command and flake8 add.

```python
from flake8_http_status.checker import check_source
from flake8_http_status.codemod import fix_source
from flake8_http_status.settings import from_mapping

source = "from flask import abort\\n\\nabort(404)\\n"
settings = from_mapping({"constants": "http"})
for violation in check_source(source, settings):
    print(violation.span.line, violation.code, violation.message)
print(fix_source(source, settings).source)
```

It prints:

```text
3 HSC101 magic number 404: use HTTPStatus.NOT_FOUND
from http import HTTPStatus

from flask import abort

abort(HTTPStatus.NOT_FOUND)
```"""


def pages() -> Iterator[Page]:
    """One page, a section per module."""
    yield page(
        "reference/python-api.md",
        "Python API",
        ABOUT,
        *(
            part
            for module, names in PUBLIC
            for part in (
                heading(2, module.__name__),
                *(text for name in names for text in _entry(name, getattr(module, name))),
            )
        ),
    )


def _entry(name: str, thing: Any) -> Iterator[str]:
    yield heading(3, name)
    yield f"```python\n{_declared(thing)}\n```"
    yield code_quotes(inspect.getdoc(thing) or "")


def _declared(thing: Any) -> str:
    """The source of a function's or class's declaration, without docstrings and bodies."""
    source = textwrap.dedent(inspect.getsource(thing))
    lines = source.splitlines()
    (statement,) = ast.parse(source).body
    if isinstance(statement, ast.FunctionDef):
        return "\n".join(lines[: statement.body[0].lineno - 1]) + " ..."
    if not isinstance(statement, ast.ClassDef):
        raise TypeError(f"{thing} is neither a function nor a class")
    fields = [
        lines[number]
        for member in statement.body
        if isinstance(member, ast.Assign | ast.AnnAssign)
        for number in range(member.lineno - 1, member.end_lineno or member.lineno)
    ]
    return "\n".join((lines[0], *fields)) if fields else f"{lines[0]} ..."
