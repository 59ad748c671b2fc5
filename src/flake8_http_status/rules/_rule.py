"""What a rule is: metadata, documentation and one pure function.

A rule's module has a docstring (its page), ``RULE`` and ``check``. A rule about sites names the
``roles`` it judges and ``check(site, context)`` gets each such site; a rule about nodes names
``nodes`` and ``check(node, scope, context)`` gets each such node, or where the module has
``candidates(kind, context)``, those of a kind that this gives; a rule about ``calls`` gets each
call of an API that the catalogue knows by ``check(call, context)``; a rule about ``references``
gets each place that names a constant by ``check(reference, context)``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.exposure import Exposures
from flake8_http_status.analysis.spelling import Speller
from flake8_http_status.rules import ON_REQUEST
from flake8_http_status.rules._moving import Moves

if TYPE_CHECKING:
    import ast

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.sites import Sites
    from flake8_http_status.frameworks._framework import Role


class Rule(NamedTuple):
    """Metadata of one rule.

    ``code``: ``HSC`` and three digits; ``name``: what is flagged, in kebab case, the stem of the
    rule's module with dashes; ``fixable``: "safe", "unsafe", "sometimes" or "no";
    ``names``: those by which the rule finds something although no status is written and nothing is
    imported.
    """

    code: str
    name: str
    summary: str
    roles: frozenset[Role] = frozenset()
    nodes: tuple[type[ast.AST], ...] = ()
    calls: bool = False
    references: bool = False
    names: frozenset[str] = frozenset()
    fixable: str = "no"

    @property
    def default(self) -> bool:
        """Whether it is reported unless ignored, else only when selected."""
        return self.code not in ON_REQUEST


class Context:
    """What rules may ask beside the site: the file, all its sites, and how to spell a constant."""

    def __init__(self, file: File, sites: Sites) -> None:
        """Nothing is computed before a rule asks."""
        self.file = file
        self.sites = sites

    @cached_property
    def vocabulary_names(self) -> frozenset[str]:
        """The names that imports bind to containers of constants, to what is above or in one."""
        catalogue = self.file.catalogue
        if not self.file.resolver.may_name_constants:
            return frozenset()
        targets = [(name, catalogue.canonical(target)) for name, target in self.file.module.imports]
        return frozenset(
            name
            for name, target in targets
            if catalogue.leads_to_constants(target)
            or catalogue.container(target.rpartition(".")[0]) is not None
        )

    @cached_property
    def speller(self) -> Speller:
        """Spells the constants of the file."""
        return Speller(self.file)

    @cached_property
    def exposures(self) -> Exposures:
        """Answers how values of the file are looked at."""
        return Exposures(self.file)

    @cached_property
    def moves(self) -> Moves:
        """Moves constants to what the project prefers."""
        return Moves(self)
