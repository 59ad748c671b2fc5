"""Which code a text is the reason phrase of, in the strict sense that an accusation needs."""

from __future__ import annotations

from flake8_http_status.status_codes import STATUS_CODES, code_for_phrase, is_registered

# The codes whose former phrases are in use; other variants of phrases are too loose.
_RENAMED = frozenset({302, 408, 413, 414, 416, 422, 504})


def code_of_phrase(text: str) -> int | None:
    """The registered code whose phrase, or former phrase, ``text`` is as a whole, in any case."""
    code = code_for_phrase(text)
    if code is None or not is_registered(code):
        return None
    row = STATUS_CODES[code]
    phrases = (row.phrase, *row.variants) if code in _RENAMED else (row.phrase,)
    return code if text.casefold() in {phrase.casefold() for phrase in phrases} else None


def is_telling(phrase: str) -> bool:
    """Whether ``phrase`` is hardly ever said but as a reason phrase: "Created" and "OK" are."""
    return " " in phrase or phrase.casefold() in ("forbidden", "unauthorized")


def belongs_to(text: str, code: int) -> bool:
    """Whether ``text`` is a phrase of ``code``, be it a loose one."""
    row = STATUS_CODES.get(code)
    return row is not None and text.casefold() in {
        phrase.casefold() for phrase in (row.phrase, *row.variants)
    }
