"""The shape of a vocabulary: the names that a package gives to status codes, and since when."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Version: TypeAlias = tuple[int, ...]


class Kind(enum.Enum):
    """What a constant of the vocabulary is at run time."""

    ENUM = "IntEnum member"
    INTEGER = "int"
    STATUS_LINE = "str such as '404 Not Found'"


class Name(NamedTuple):
    """A constant's name and the versions of the distribution on which it can be used.

    Versions have no trailing zeros, so that comparing the tuples compares the versions.

    ``since``: first version that has it (None: always had).
    ``deprecated``: first version on which reading it warns.
    ``removed``: first version without it.
    ``suggests``: the other code that a reader takes it for; such a name is known, never written.
    """

    name: str
    since: Version | None = None
    deprecated: Version | None = None
    removed: Version | None = None
    suggests: int | None = None


Row: TypeAlias = str | tuple[str | Name, ...]


class Dependent(NamedTuple):
    """A distribution that brings the vocabulary's own: its versions say something of the other's.

    ``requires``: (version, lowest): from this version on, at least ``lowest`` of the other.
    ``refuses``: (version, first): before this version, only what is below ``first`` of the other.
    Both ascend.
    """

    distribution: str
    requires: tuple[tuple[Version, Version], ...]
    refuses: tuple[tuple[Version, Version], ...]


class Vocabulary(NamedTuple):
    """Names for status codes that live in one importable container.

    ``key``: the value of the option ``constants`` that chooses it, and the stem of its module.
    ``container``: dotted name of the module or class that holds the constants, as users import it;
    a constant is ``container.NAME``.
    ``distribution``: whose versions the names depend on (``python`` for the standard library).
    ``names``: code -> its names, the one to write first; later ones are known, not written unless
    the first is not available on a target. No name stands twice.
    ``verified``: the versions that the names were held against.
    ``same_as``: other dotted containers whose attributes are these very constants; those that have
    a vocabulary of their own are left out.
    ``from_import``: whether the container is bound by ``from package import container``
    (else by ``import package``).
    ``subscript``: whether ``container["NAME"]`` is a constant, too.
    ``both_cases``: whether every name that is an identifier exists in lower and in upper case.
    ``module``: whether the container is a module, so that constants can be imported from it; None
    where that is not known.
    ``general``: whether the container holds much besides, so that importing it says nothing.
    ``text_is_number``: whether ``str()`` of an enum member is its number on every Python.
    ``brought_by``: distributions that projects declare instead of this one.
    """

    key: str
    container: str
    distribution: str
    kind: Kind
    names: dict[int, tuple[Name, ...]]
    verified: tuple[str, ...]
    same_as: tuple[str, ...] = ()
    from_import: bool = True
    subscript: bool = False
    both_cases: bool = False
    module: bool | None = True
    general: bool = False
    text_is_number: bool = False
    brought_by: tuple[Dependent, ...] = ()


def names(
    rows: Mapping[int, Row], added: Mapping[Version, tuple[int, ...]] | None = None
) -> dict[int, tuple[Name, ...]]:
    """The names of a vocabulary from rows as short as ``404: "NOT_FOUND"``.

    ``added``: version -> the codes whose names, where a row gives them as text, came with it.
    """
    since = {code: version for version, codes in (added or {}).items() for code in codes}
    return {
        code: tuple(
            Name(entry, since.get(code)) if isinstance(entry, str) else entry
            for entry in ((row,) if isinstance(row, str) else row)
        )
        for code, row in rows.items()
    }
