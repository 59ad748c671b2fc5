"""A name that warns on some supported version of its package.

## What it does

Flags names of status constants that are deprecated on a version that the project supports, where
another name is right on all of them.

## Why

Starlette 0.48 took over the names of RFC 9110 for 413, 414, 416 and 422. Reading one of the old
ones warns: with ``DeprecationWarning`` up to 1.3.0, since then with a warning that is shown by
default and fails test runs with ``-W error``. Projects that renamed eagerly failed for users of
older versions, which lack the new names; where both are supported, neither name is right, and that
of `http.HTTPStatus`, which never warns, stands in.

## Example

```toml
[project]
dependencies = ["starlette>=0.48"]
```

```python
from starlette import status
from starlette.responses import PlainTextResponse


def refuse(reason):
    return PlainTextResponse(reason, status_code=status.HTTP_422_UNPROCESSABLE_ENTITY)
```

## Use instead

```python
from starlette import status
from starlette.responses import PlainTextResponse


def refuse(reason):
    return PlainTextResponse(reason, status_code=status.HTTP_422_UNPROCESSABLE_CONTENT)
```

## Options

`targets` tells which versions the project supports; where it is not set, the dependencies in
`pyproject.toml` do (a requirement on FastAPI says something of Starlette, too). `constants` tells
what may stand in where the package itself has no name that is right on all of them: with `auto` the
member of `http.HTTPStatus`, with a vocabulary that you chose only its own names. Nothing is
reported where no name is right, about a package whose versions the project does not limit, and
where the code asks for the version or catches the error itself.

## Fix safety

Safe: the new name is written only where it exists on every supported version and warns on none.
Where a member of an enum stands in and would act otherwise than a number, `.value` is written.
Unsafe where the old name is a member of an enum itself, another one stands in, and it goes where
nothing is known of. There is no fix for a name that the module imports for others alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.analysis.naming import declared, lacks, warns
from flake8_http_status.rules._renaming import (
    is_guarded,
    is_starred,
    report,
    right_spelling,
    stands_for,
)
from flake8_http_status.rules._rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.references import Reference
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="HSC206",
    name="deprecated-status-name",
    summary="a name that warns on a supported version of its package",
    references=True,
    fixable="sometimes",
)


def check(reference: Reference, context: Context) -> Iterator[Violation]:
    """Report a name that warns on a version that the project names, where another is right."""
    entry, settings = stands_for(reference), context.file.settings
    if entry is None or entry.name != reference.constant.name or is_starred(reference):
        return
    supported = declared(reference.constant.vocabulary, settings)
    if lacks(entry, supported) or not warns(entry, supported):
        return
    if is_guarded(reference, context.file):
        return
    right = right_spelling(reference, context)
    if right is not None:
        problem = "is deprecated since"
        yield report(reference, RULE.code, problem, entry.deprecated, right, context)
