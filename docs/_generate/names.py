"""How constants, versions and dotted names are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _generate.markdown import code, codes
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flake8_http_status.vocabularies._vocabulary import Name, Version, Vocabulary

# From so many names on, those of one owner are written together.
FEW = 5
KINDS = {
    Kind.ENUM: "members of an `IntEnum`",
    Kind.INTEGER: "plain integers",
    Kind.STATUS_LINE: "texts such as `404 Not Found`",
}


def package(distribution: str) -> str:
    """A distribution by the name that people know."""
    return "Python" if distribution == "python" else distribution


def version(distribution: str, number: Version) -> str:
    """A version of a distribution as people write it.

    >>> version("falcon", (4,))
    'falcon 4.0'
    """
    digits = number if len(number) > 1 else (*number, 0)
    return f"{package(distribution)} {'.'.join(map(str, digits))}"


def ranges(numbers: Iterable[int]) -> str:
    """Numbers with runs of neighbours written short.

    >>> ranges({400, 401, 403, 404, 405})
    '400, 401, 403 to 405'
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def listed(texts: Sequence[str], word: str = "and") -> str:
    """Texts in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return f" {word} ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def constant(name: Name, vocabulary: Vocabulary) -> str:
    """A constant as code that has imported the vocabulary writes it, with its versions."""
    if name.name.isidentifier():
        text = code(f"{_written(vocabulary)}.{name.name}")
    else:
        text = code(f"{_written(vocabulary)}[{name.name!r}]")
    remarks = [
        f"{word} {version(vocabulary.distribution, number)}"
        for word, number in (
            ("since", name.since),
            ("warns since", name.deprecated),
            ("gone in", name.removed),
        )
        if number is not None
    ]
    if name.suggests is not None:
        remarks.append(f"misleading: suggests {name.suggests}; never written")
    return f"{text} ({', '.join(remarks)})" if remarks else text


def _written(vocabulary: Vocabulary) -> str:
    if vocabulary.from_import and not vocabulary.general:
        return vocabulary.container.rpartition(".")[2]
    return vocabulary.container


def dotted(names: Iterable[str]) -> str:
    """Dotted names; where they are many, those of one owner together.

    >>> dotted(["flask.abort", "flask.redirect"])
    '`flask.abort`, `flask.redirect`'
    """
    names = list(names)
    if len(names) <= FEW:
        return codes(names)
    by_owner: dict[str, list[str]] = {}
    for name in names:
        owner, _, last = name.rpartition(".")
        by_owner.setdefault(owner, []).append(last)
    owners_of: dict[tuple[str, ...], list[str]] = {}
    for owner, lasts in by_owner.items():
        owners_of.setdefault(tuple(lasts), []).append(owner)
    return ", ".join(
        codes(f"{owner}.{lasts[0]}".lstrip(".") for owner in owners)
        if len(lasts) == 1
        else f"{' and '.join(map(code, owners))} ({codes(lasts)})"
        for lasts, owners in owners_of.items()
    )
