"""What the rules about codes that an API cannot produce share: the limit that a site breaks."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis.catalogue import tail
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.rules._mistakes import mistake_at
from flake8_http_status.status_codes import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.catalogue import Known
    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.frameworks._framework import Limit, LimitKind
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

LIMITED = frozenset({Role.ARGUMENT, Role.ROUTE, Role.CLASS_ATTRIBUTE})


def beyond_limit(
    site: StatusSite, kind: LimitKind, code: str, context: Context
) -> Iterator[Violation]:
    """Report a status that the API at ``site`` cannot produce, with what happens."""
    limit = broken_limit(site, kind, context)
    if limit is not None and not _is_set_by_instances(site):
        yield from mistake_at(site, code, f"{subject(site, context)} {limit.outcome}", context)


def broken_limit(site: StatusSite, kind: LimitKind, context: Context) -> Limit | None:
    """The limit of ``kind`` that the status at ``site`` breaks."""
    known, value = site.place.known, site.value
    if known is None or value is None or value.code is None:
        return None
    if not known.limits or (site.place.produces and value.code not in STATUSES):
        return None
    return limit_for(value.code, kind, site, context)


def _is_set_by_instances(site: StatusSite) -> bool:
    """Whether the site is a class attribute that is only the default of the instances' own."""
    return site.place.role is Role.CLASS_ATTRIBUTE and site.place.name in site.scope.attributes


def limit_for(number: int, kind: LimitKind, site: StatusSite, context: Context) -> Limit | None:
    """The limit of ``kind`` that ``number`` would break at ``site``."""
    known, call = site.place.known, site.place.call
    for limit in () if known is None else known.limits:
        if limit.kind is not kind or (
            number in limit.allowed and not _is_late(number, limit, context.file)
        ):
            continue
        excused = call is not None and any(
            item.arg is not None and item.arg == limit.unless for item in call.keywords
        )
        if not excused and not _mentions(limit.extended_by, context.file):
            return limit
    return None


def _mentions(names: tuple[str, ...], file: File) -> bool:
    return bool(names) and (
        any(name in file.reads for name in names)
        or any(
            isinstance(node, ast.Attribute) and node.attr in names
            for node, _ in file.module.nodes[ast.Attribute]
        )
    )


def _is_late(number: int, limit: Limit, file: File) -> bool:
    """Whether a version that the project declares to support does not have ``number`` yet."""
    lowest = dict(file.settings.targets)
    return any(
        late == number and distribution in lowest and lowest[distribution] < version
        for late, distribution, version in limit.since
    )


def subject(site: StatusSite, context: Context) -> str:
    """The beginning of a sentence: ``Flask's abort() with 402``."""
    place = site.place
    number = site.value.code if site.value is not None else None
    if place.role is Role.CLASS_ATTRIBUTE:
        return f"{tail(place.callee)} with {place.name} = {number}"
    called = "" if place.known is None else api_name(place.callee, place.known, context.file)
    return f"{called} with {number}"


def api_name(callee: str, known: Known, file: File) -> str:
    """``Flask's abort()`` where the file imports Flask itself, else ``abort()``."""
    name = f"{tail(callee.removesuffix('.__init__'))}()"
    imported = {module.partition(".")[0] for module in file.imported}
    direct = "." in callee and not imported.isdisjoint(known.framework.packages)
    return f"{known.framework.name}'s {name}" if direct else name
