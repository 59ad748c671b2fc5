"""A name that some supported version of its package does not have.

## What it does

Flags names of status constants that do not exist on every version that the project supports, and
names that a star import does not bind there.

## Why

Packages renamed 413, 414, 416 and 422 at different times: Python 3.13, Starlette 0.48, Requests
2.32, httpx2 2.10; Django REST framework, Litestar and HTTPX have the old names only. On a version
without it the name raises ``AttributeError`` or ``ImportError``, mostly in the code that handles an
error. Type checkers see the one version that is installed.

## Example

```toml
[project]
requires-python = ">=3.11"
```

```python
from http import HTTPStatus


def refuse(response):
    response.status_code = HTTPStatus.UNPROCESSABLE_CONTENT
```

## Use instead

```python
from http import HTTPStatus


def refuse(response):
    response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
```

## Options

`targets` tells which versions the project supports; where it is not set, `requires-python` and the
dependencies in `pyproject.toml` do. Nothing is reported about a package whose versions the project
does not limit, and where the code asks for the version or catches the error itself.

## Fix safety

Safe: another name of the same package is written that exists on every supported version and warns
on none. Where there is none, what the rules about numbers would write there stands in: with
`constants = auto` the member of `http.HTTPStatus`, with `.value` where a member would act otherwise
than a number. Where nothing stands in, as with a vocabulary that you chose and that has no right
name, the number is the right answer; there is no fix then, and no rule reports the number. Unsafe
where the name is a member of an enum that another one stands in for, and it goes where nothing is
known of; no fix for a name that the module imports for others alone.
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
    code="HSC205",
    name="status-name-not-available",
    summary="a name that a supported version of its package does not have",
    references=True,
    fixable="sometimes",
)


def check(reference: Reference, context: Context) -> Iterator[Violation]:
    """Report a name that is missing on a version that the project names."""
    entry, settings = stands_for(reference), context.file.settings
    if entry is None:
        return
    supported = declared(reference.constant.vocabulary, settings)
    if lacks(entry, supported):
        limit = entry.since or entry.removed
        problem = f"does not exist {'before' if entry.since else 'since'}"
    elif is_starred(reference) and warns(entry, supported):
        limit, problem = entry.deprecated, "is not bound by a star import since"
    else:
        return
    if not is_guarded(reference, context.file):
        right = right_spelling(reference, context)
        yield report(reference, RULE.code, problem, limit, right, context)
