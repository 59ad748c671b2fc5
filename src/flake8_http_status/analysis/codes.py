"""What a number tells by itself: whether it is a code, of which kind, and how seldom another.

The figures were counted over public code, as those in `evidence`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.status_codes import STATUS_CODES, State

if TYPE_CHECKING:
    from collections.abc import Sequence

_FINAL = 200
_ERROR = 400
_SERVER_ERROR = 500
_ROUND = 50
_FEW = 2
_MANY = 3
# Reply codes of SMTP (RFC 5321, section 4.2) and FTP (RFC 959, section 4.2) that HTTP has as well.
_SHARED = frozenset({202, 226, 421, 425, 426, 451, 501, 502, 503, 504})

# How often an official code from 200 on is a status, counted over 53,000 of them in 145 projects:
# 300 in 2 of 100, 500 in 44, 200 in 86, 404 in 97. Of the distinctive ones at least three in five
# are, of the rare ones hardly one in three.
_DISTINCTIVE = frozenset(
    {201, 202, 204, 301, 302, 303, 304, 307, 308, 401, 403, 404, 405, 406, 409, 410, 412, 415}
    | {418, 422, 423, 429, 451, 501, 502, 503, 504}
)
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_RARE = frozenset(
    {203, 205, 208, 226, 300, 305, 306, 402, 407, 411, 417, 421, 424, 425, 426, 428, 431}
    | {505, 506, 507, 508, 510, 511}
)

# The codes of the IANA registry, unused ones such as 418 included.
OFFICIAL = frozenset(
    number for number, row in STATUS_CODES.items() if row.state is not State.UNOFFICIAL
)
# Those of servers and proxies that fail: 521.
_FAILURES = frozenset(number for number in STATUS_CODES if number >= _SERVER_ERROR)
_FINALS = frozenset(number for number in OFFICIAL if number >= _FINAL)
_ERRORS = frozenset(number for number in OFFICIAL if number >= _ERROR)
_TELLING = frozenset(number for number in _FINALS if number % _ROUND)


def is_official(number: int | None) -> bool:
    """Whether ``number`` is in the IANA registry, unused codes such as 418 included."""
    return number in OFFICIAL


def is_used(number: int | None) -> bool:
    """Whether ``number`` is an official code, or one by which servers and proxies say they fail."""
    return number in OFFICIAL or number in _FAILURES


def is_final(number: int | None) -> bool:
    """Whether ``number`` is an official code of a final answer, from 200 on."""
    return number in _FINALS


def are_before_final(numbers: Sequence[int]) -> bool:
    """Whether there are ``numbers``, and all of them are below the codes of final answers."""
    return bool(numbers) and max(numbers) < _FINAL


def is_telling(number: int | None) -> bool:
    """Whether ``number`` is an official code that is hardly ever anything else.

    Round ones such as 200 and 450 are counts and sizes as well.
    """
    return number in _TELLING


def is_error(number: int | None) -> bool:
    """Whether ``number`` is an official code of an error, from 400 on."""
    return number in _ERRORS


def is_distinctive(number: int | None) -> bool:
    """Whether ``number`` is a code that is seldom anything else: 404, and not 200, 300 or 500."""
    return number in _DISTINCTIVE


def are_errors(numbers: Sequence[int | None]) -> bool:
    """Whether ``numbers``, two or more, are codes of errors by themselves: ``[400, 404]``."""
    return len(set(numbers)) >= _FEW and are_likely_errors(numbers)


def are_likely_errors(numbers: Sequence[int | None]) -> bool:
    """Whether ``numbers`` are codes of errors that are seldom anything else, or 400 beside them."""
    likely = all(is_distinctive(number) or number == _ERROR for number in numbers)
    return likely and any(map(is_distinctive, numbers)) and all(map(is_error, numbers))


def is_redirect(number: int | None) -> bool:
    """Whether ``number`` is the code of an answer that sends the client elsewhere."""
    return number in _REDIRECTS


def is_usual(number: int | None) -> bool:
    """Whether ``number`` is an official code of a final answer that is met, which 300 is not."""
    return is_final(number) and number not in _RARE


def is_unmistakable(number: int | None) -> bool:
    """Whether ``number`` is telling, and no reply code of SMTP or FTP."""
    return number in _TELLING and number not in _SHARED


def are_statuses(numbers: Sequence[int | None], *, speaks: bool) -> bool:
    """Whether ``numbers``, which stand side by side, are statuses by themselves.

    ``speaks``: the file speaks of HTTP, so that fewer telling ones are enough. Elsewhere numbers of
    which each is one more than another are rather those of some enumeration.
    """
    official = OFFICIAL.intersection(numbers)
    if len(numbers) < _MANY or not official.issuperset(numbers):
        return False
    telling = list(filter(is_telling, numbers))
    if not speaks:
        run_on = max(official) - min(official) < len(official)
        return len(set(telling)) >= _MANY and not run_on
    enough = _FEW if official.isdisjoint(_RARE) else _MANY
    return len(telling) >= enough and len(official) > 1
