"""The requirements of a project that say which names for codes it can use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flake8_http_status.registry import all_vocabularies
from flake8_http_status.settings import distribution, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def requirements_of(pyproject: Mapping[str, Any]) -> list[str]:
    """Requirements on Python and on the packages whose names depend on the version.

    ``pyproject`` is the parsed ``pyproject.toml``, with tables of the standard or of Poetry. What
    the dependencies say of a package counts before what extras say, and that before groups.
    """
    project = _table(pyproject, "project")
    poetry = _table(_table(pyproject, "tool"), "poetry")
    extras = _table(project, "optional-dependencies")
    groups = _table(pyproject, "dependency-groups")
    poetry_groups = [poetry.get("dev-dependencies"), *_dependency_tables(poetry)]
    wanted = {vocabulary.distribution for vocabulary in all_vocabularies()}
    for vocabulary in all_vocabularies():
        wanted |= {dependent.distribution for dependent in vocabulary.brought_by}
    requirements: list[str] = []
    python = project.get("requires-python")
    for texts in (
        [f"python {python}"] if isinstance(python, str) else [],
        _texts([project.get("dependencies")]),
        _of_poetry([poetry.get("dependencies")]),
        _texts(extras.values()),
        _texts(groups.values()),
        _of_poetry(poetry_groups),
    ):
        found = [text for text in texts if distribution(text) in wanted]
        requirements += found
        wanted -= set(map(distribution, found))
    return requirements


def _table(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    table = document.get(name, {})
    return table if isinstance(table, dict) else {}


def _texts(lists: Iterable[object]) -> Iterator[str]:
    for one in lists:
        if isinstance(one, list):
            yield from (text for text in one if isinstance(text, str))


def _dependency_tables(poetry: Mapping[str, Any]) -> Iterator[object]:
    for group in _table(poetry, "group").values():
        if isinstance(group, dict):
            yield group.get("dependencies")


def _of_poetry(tables: Iterable[object]) -> Iterator[str]:
    """Poetry's tables as requirements, one for each alternative; the unreadable is left out."""
    for table in tables:
        if not isinstance(table, dict):
            continue
        for name, entry in table.items():
            for constraint in entry if isinstance(entry, list) else [entry]:
                version = constraint.get("version") if isinstance(constraint, dict) else constraint
                if isinstance(version, str):
                    alternatives = (f"{name} {_standard(one)}" for one in re.split(r"\|+", version))
                    yield from filter(_is_requirement, alternatives)


def _is_requirement(text: str) -> bool:
    try:
        target_of(text)
    except ValueError:
        return False
    return True


POETRY_CLAUSE = re.compile(
    r"(?P<operator>\^|~(?!=)|)\s*(?P<release>[0-9]++(?:\.[0-9]++)*+)(?P<rest>[^\s<>=!^~]*)"
)


def _standard(constraint: str) -> str:
    """A constraint of Poetry with the operators of the standard.

    >>> _standard("^0.2.3"), _standard("~1.2"), _standard("1.2.3"), _standard(">=1,<2")
    ('>=0.2.3,<0.3', '>=1.2,<1.3', '==1.2.3', '>=1,<2')
    """
    clauses = []
    for text in re.split(r"\s*,\s*|(?<=[0-9*])\s+(?=[<>=!^~])", constraint.strip()):
        clause = POETRY_CLAUSE.fullmatch(text)
        if clause is None:
            clauses.append("" if text == "*" else text)
        elif clause["operator"]:
            release = [int(number) for number in clause["release"].split(".")]
            clauses.append(f">={clause['release']},<{_next(release, clause['operator'])}")
        else:
            clauses.append(f"=={text}")
    return ",".join(filter(None, clauses))


def _next(release: list[int], operator: str) -> str:
    """The first version that a caret, or a tilde, in front of ``release`` leaves out."""
    place = min(1, len(release) - 1)
    if operator == "^":
        place = next((index for index, number in enumerate(release) if number), len(release) - 1)
    return ".".join(map(str, [*release[:place], release[place] + 1]))
