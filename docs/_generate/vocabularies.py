"""The vocabularies: what their constants are, and which codes they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _generate.markdown import bullets, code, code_quotes, codes, heading, page, slug, table
from _generate.names import KINDS, constant, package, ranges
from flake8_http_status import vocabularies
from flake8_http_status.registry import members
from flake8_http_status.status_codes import STATUS_CODES, is_registered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from _generate.markdown import Page
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

EXAMPLE = 404
ABOUT = """\
A vocabulary is a container of named constants that Python code can import. The option
[`constants`](configuration.md#constants) chooses one for the whole project by its key; by default
each file keeps the one it uses. A name is written only when it exists on every version that the
project [targets](configuration.md#targets) and warns on none of them.

All names were held against the packages themselves, in the versions given here."""


def pages() -> Iterator[Page]:
    """One page for all vocabularies."""
    known: list[tuple[ModuleType, Vocabulary]] = list(members(vocabularies, "VOCABULARY"))
    yield page(
        "reference/vocabularies.md",
        "Vocabularies",
        ABOUT,
        table(
            ("Key", "A constant", "What it is", "Package"),
            (_row(vocabulary) for _, vocabulary in known),
        ),
        *(part for module, vocabulary in known for part in _section(module, vocabulary)),
    )


def _row(vocabulary: Vocabulary) -> tuple[str, ...]:
    return (
        f"[{code(vocabulary.key)}](#{slug(vocabulary.key)})",
        constant(vocabulary.names[EXAMPLE][0], vocabulary),
        KINDS[vocabulary.kind],
        package(vocabulary.distribution),
    )


def _section(module: ModuleType, vocabulary: Vocabulary) -> Iterator[str]:
    yield heading(2, vocabulary.key)
    yield code_quotes((module.__doc__ or "").strip())
    yield bullets(_facts(vocabulary))


def _facts(vocabulary: Vocabulary) -> Iterator[str]:
    owner, _, name = vocabulary.container.rpartition(".")
    if vocabulary.from_import and not vocabulary.general:
        yield f"Imported by {code(f'from {owner} import {name}')}"
    else:
        module = vocabulary.container if vocabulary.module else owner
        yield f"Imported by {code(f'import {module}')}"
    yield f"Constants are {KINDS[vocabulary.kind]}"
    if vocabulary.subscript:
        example = vocabulary.names[EXAMPLE][0].name
        yield f"Also read as {code(f'{name}[{example!r}]')}"
    if vocabulary.both_cases:
        yield "Every name exists in lower and in upper case"
    if vocabulary.same_as:
        yield f"The same constants stand in {codes(vocabulary.same_as)}"
    lacking = [
        number
        for number in STATUS_CODES
        if is_registered(number) and number not in vocabulary.names
    ]
    if lacking:
        yield f"Has no name for {ranges(lacking)}"
    extra = [number for number in vocabulary.names if not is_registered(number)]
    if extra:
        yield f"Also has names for {ranges(extra)}, which the registry does not assign today"
    yield f"Held against {package(vocabulary.distribution)} {', '.join(vocabulary.verified)}"
