"""Which rules are on in which file: flake8's select, ignore and per-file-ignores."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.files import matches

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX = "HSC"


class PerFileIgnore(NamedTuple):
    """Codes (or prefixes of codes) to ignore in files that match an absolute pattern."""

    pattern: str
    codes: tuple[str, ...]


class Selection(NamedTuple):
    """Prefixes of codes that are reported and ignored.

    ``select`` is None where nobody set it: then all rules are selected. The rules ``on_request``
    are reported only where a prefix asks for them.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[PerFileIgnore, ...] = ()
    on_request: tuple[str, ...] = ()

    def codes_for(self, path: str, codes: Iterable[str]) -> frozenset[str]:
        """Those of ``codes`` that are reported in the file.

        Of the per-file ignores that match only that with the longest pattern counts.
        """
        ignores = max(
            (entry for entry in self.per_file_ignores if matches(path, [entry.pattern])),
            key=lambda entry: len(entry.pattern),
            default=PerFileIgnore("", ()),
        )
        return frozenset(code for code in codes if self._selects(code, ignores.codes))

    def _selects(self, code: str, also_ignored: tuple[str, ...]) -> bool:
        """What is asked for beats what is so by default; else the longer prefix, else ignore."""
        chosen = (*(self.select or ()), *self.extend_select)
        ignored = (*self.ignore, *self.extend_ignore, *also_ignored)
        selected = chosen if self.select is not None else (PREFIX, *chosen)
        if not code.startswith(selected) or code in not_asked_for(self.on_request, chosen):
            return False
        if not code.startswith(ignored):
            return True
        if not code.startswith(chosen):
            return False
        return _longest_prefix(code, selected) > _longest_prefix(code, ignored)


def not_asked_for(on_request: Iterable[str], chosen: Iterable[str]) -> frozenset[str]:
    """Those rules on request that no chosen prefix asks for; to choose all rules asks for none.

    flake8 itself would turn them on by ``--select HSC``, and by any ``ignore`` in a configuration.
    """
    asked = tuple(prefix for prefix in chosen if len(prefix) > len(PREFIX))
    return frozenset(code for code in on_request if not code.startswith(asked))


def _longest_prefix(code: str, prefixes: Iterable[str]) -> int:
    return max(len(prefix) for prefix in prefixes if code.startswith(prefix))
