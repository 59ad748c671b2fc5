"""What a rule is: metadata, documentation and one pure function."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from flake8_http_status.frameworks._framework import Role


class Rule(NamedTuple):
    """Metadata of one rule.

    ``code``: ``HSC`` and three digits; ``name``: what is flagged, in kebab case, the stem of the
    rule's module with dashes; ``roles``: the kinds of site the rule judges;
    ``fixable``: "safe", "unsafe", "sometimes" or "no"; ``default``: on unless asked for.
    """

    code: str
    name: str
    summary: str
    roles: frozenset[Role] = frozenset()
    fixable: str = "no"
    default: bool = True
