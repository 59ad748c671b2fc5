"""What the rules about codes that nobody should send share: the code that a site sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.frameworks._framework import Role

if TYPE_CHECKING:
    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context

PRODUCING = frozenset(
    {
        Role.ARGUMENT,
        Role.ASSIGNMENT,
        Role.CLASS_ATTRIBUTE,
        Role.MAPPING_VALUE,
        Role.RETURN,
        Role.ROUTE,
    }
)


def produced_code(site: StatusSite, context: Context) -> int | None:
    """The code that the program sends at ``site``, unless the settings know it.

    None in a file of tests, which sends such codes on purpose, to see what becomes of them.
    """
    if not site.place.produces or site.value is None or context.file.holds_tests:
        return None
    code = site.value.code
    return None if code in context.file.settings.known else code
