"""What a constant becomes in another vocabulary, or as a number, and how safe that is."""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.exposure import Exposure
from flake8_http_status.analysis.scopes import ScopeKind
from flake8_http_status.analysis.sites import defaults
from flake8_http_status.analysis.unused_imports import unused_imports
from flake8_http_status.frameworks._framework import Role
from flake8_http_status.rules._members import (
    COMPARED,
    must_be_plain,
    states_numbers,
    takes_constants,
    tells_apart,
)
from flake8_http_status.rules._renaming import Replacement, is_guarded
from flake8_http_status.violation import Confidence, Edit, Fix, Safety, Violation
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from flake8_http_status.analysis.references import Naming, Reference
    from flake8_http_status.analysis.scopes import Scope
    from flake8_http_status.analysis.sites import Place
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

# What passes a value on as it is.
_TRANSPARENT = (ast.BoolOp, ast.Dict, ast.IfExp, ast.List, ast.Set, ast.Starred, ast.Tuple)


class Leaving(NamedTuple):
    """What of a reference is replaced, and how safely."""

    node: Naming | ast.expr
    safety: Safety


class Moves:
    """Moves the constants of one file to what the project prefers."""

    def __init__(self, context: Context) -> None:
        """Nothing is computed before it is asked for."""
        self.context = context
        self.file = context.file

    def is_candidate(self, reference: Reference) -> bool:
        """Whether ``reference`` could be written as the project prefers, and is not yet."""
        return self._is_foreign(reference) and self.can_move(reference)

    def can_move(self, reference: Reference) -> bool:
        """Whether anything else can stand for ``reference``.

        Entries of import statements go with the last of their uses. Texts stay what they are, and
        so does code that asks for versions or for what only members have.
        """
        node, constant = reference.node, reference.constant
        parent = self.file.parent(node)
        return (
            not isinstance(node, ast.alias)
            and constant.vocabulary.kind is not Kind.STATUS_LINE
            and (not isinstance(parent, ast.Attribute) or parent is reference.plain)
            and not is_guarded(reference, self.file)
            and takes_constants(self._place(node), self.context)
        )

    def _is_foreign(self, reference: Reference) -> bool:
        preferred = self.context.speller.vocabulary
        if preferred is None or reference.constant.vocabulary.key != preferred.key:
            return True
        return isinstance(reference.node, (ast.Call, ast.Subscript))

    def to_number(self, reference: Reference) -> Fix | None:
        """The edit that writes the number."""
        leaving = self._leave(reference)
        if leaving is None:
            return None
        span = self.file.lines.span(leaving.node)
        return Fix((Edit(span, str(reference.code)),), leaving.safety)

    def to_vocabulary(
        self, reference: Reference, freed: frozenset[str] = frozenset()
    ) -> Fix | None:
        """The edit that writes the constant that a literal would become.

        ``freed``: names of the module whose imports go away.
        """
        node, wanted = reference.node, self._wanted(reference)
        leaving = self._leave(reference)
        if wanted is None or leaving is None or isinstance(node, ast.alias):
            return None
        in_case = isinstance(self.file.parent(node), ast.MatchValue)
        spelling = self.context.speller.spell(
            reference.code, node, reference.scope, dotted=in_case, freed=freed
        )
        if spelling is None:
            return None
        text = spelling.text
        if wanted.kind is Kind.ENUM and not reference.constant.is_member:
            place = self._place(node)
            if must_be_plain(node, reference.scope, place, wanted, self.context):
                text += ".value"
        span = self.file.lines.span(leaving.node)
        return Fix((Edit(span, text, spelling.import_),), leaving.safety)

    def stand_in(self, reference: Reference) -> Replacement | None:
        """What a literal would become where ``reference`` stands; None where it would stay."""
        node = reference.node
        name = self.context.speller.name(reference.code)
        if (
            name is None
            or reference.constant.vocabulary.kind is Kind.STATUS_LINE
            or not takes_constants(self._place(node), self.context)
            or states_numbers(node, self.context)
        ):
            return None
        fix = self._to_stand_in(reference)
        return Replacement(name if fix is None else fix.edits[0].text, fix)

    def _to_stand_in(self, reference: Reference) -> Fix | None:
        """The edits by which nothing reads ``reference`` any more.

        An entry of an import statement goes with all its uses, or stays.
        """
        node = reference.node
        uses = self._uses(node, reference.scope) if isinstance(node, ast.alias) else [reference]
        fixes = [self.to_vocabulary(use) if self.can_move(use) else None for use in uses]
        edits = tuple(edit for fix in fixes if fix is not None for edit in fix.edits)
        if None in fixes or (isinstance(node, ast.alias) and not self._loses(node, edits)):
            return None
        unsafe = any(fix is not None and fix.safety is Safety.UNSAFE for fix in fixes)
        return Fix(edits, Safety.UNSAFE if unsafe else Safety.SAFE)

    def _uses(self, alias: ast.alias, scope: Scope) -> list[Reference]:
        """The references that read what ``alias`` binds in ``scope``."""
        name = alias.asname or alias.name
        return [
            other
            for other in self.file.references
            if isinstance(other.node, ast.Name)
            and other.node.id == name
            and other.scope.lookup(name) is scope
        ]

    def _loses(self, alias: ast.alias, edits: tuple[Edit, ...]) -> bool:
        """Whether the import statement is rid of ``alias`` once ``edits`` are made."""
        name = alias.asname or alias.name
        return any(
            alias in removal.statement.names and name in removal.names
            for removal in unused_imports(self.file, edits)
        )

    def _wanted(self, reference: Reference) -> Vocabulary | None:
        named = self.context.speller.named(reference.code)
        return None if named is None else named[0]

    def _leave(self, reference: Reference) -> Leaving | None:
        """What of ``reference`` is replaced when it is no longer the constant that it is.

        None where the kind of the value counts.
        """
        node, constant, wanted = reference.node, reference.constant, self._wanted(reference)
        if not constant.is_member or (wanted and _same_members(constant.vocabulary, wanted)):
            return Leaving(node, Safety.SAFE)
        if reference.plain is not None:
            keeps = wanted is not None and wanted.kind is Kind.ENUM
            return Leaving(node if keeps else reference.plain, Safety.SAFE)
        if isinstance(node, ast.alias) or self._is_told_apart(node, reference):
            return None
        if self._is_read_as_number(node):
            return Leaving(node, Safety.SAFE)
        shown = reference.code in self.file.shown_by_doctests
        return None if shown else Leaving(node, Safety.UNSAFE)

    def _is_told_apart(self, node: ast.expr, reference: Reference) -> bool:
        """Whether something where the member goes sees that it is one."""
        looked = self.context.exposures.of(node, reference.scope)
        return (
            Exposure.MEMBER in looked
            or any(
                tells_apart(looked, vocabulary, self.context)
                for vocabulary in (reference.constant.vocabulary, self._wanted(reference))
                if vocabulary is not None
            )
            or self._is_annotated(reference)
        )

    def _is_read_as_number(self, node: ast.expr) -> bool:
        """Whether only the number counts where the member goes."""
        place = self._place(node)
        if place is not None and (
            place.confidence is Confidence.RESOLVED
            or place.role in COMPARED
            or (place.role is Role.EXPECTATION and place.call is not None)
        ):
            return True
        parent = self.file.parent(node)
        if isinstance(parent, (ast.BinOp, ast.FormattedValue)):
            return True
        while isinstance(parent, _TRANSPARENT):
            parent = self.file.parent(parent)
        return isinstance(parent, (ast.Compare, ast.MatchValue))

    def _is_annotated(self, reference: Reference) -> bool:
        """Whether an annotation wants a member where ``reference`` stands."""
        child: ast.AST = reference.node
        parent = self.file.parent(child)
        while isinstance(parent, _TRANSPARENT):
            child, parent = parent, self.file.parent(parent)
        annotation: ast.expr | None = None
        if isinstance(parent, ast.AnnAssign):
            annotation = parent.annotation
        elif isinstance(parent, ast.arguments):
            wanted = [name for name, default in defaults(parent) if default is child]
            arguments = (*parent.posonlyargs, *parent.args, *parent.kwonlyargs)
            annotation = next((one.annotation for one in arguments if one.arg in wanted), None)
        elif isinstance(parent, ast.Return):
            function = reference.scope.enclosing(ScopeKind.FUNCTION)
            annotation = getattr(function and function.node, "returns", None)
        name = reference.constant.vocabulary.container.rpartition(".")[2]
        return annotation is not None and name in ast.unparse(annotation)

    def _place(self, node: ast.expr | ast.alias) -> Place | None:
        site = self.context.sites.found.get(id(node))
        return None if site is None else site.place

    @cached_property
    def freed(self) -> frozenset[str]:
        """The names of the module that are free once all that is safe to move has moved."""
        edits = []
        for reference in filter(self.is_candidate, self.file.references):
            leaving = self._leave(reference)
            right = self.context.speller.name(reference.code)
            if leaving and right and leaving.safety is Safety.SAFE:
                edits.append(Edit(self.file.lines.span(leaving.node), ""))
        return frozenset(
            name
            for removal in unused_imports(self.file, edits)
            if id(removal.statement) in self.file.module.top_level
            for name in removal.names
        )


def report(
    reference: Reference, code: str, problem: str, name: str, fix: Fix | None, context: Context
) -> Violation:
    """A violation at ``reference``; ``name`` is what to write where there is no fix."""
    node = reference.node
    return Violation(
        code=code,
        span=fix.edits[0].span if fix is not None else context.file.lines.span(node),
        message=f"{problem} {ast.unparse(node)}: use {fix.edits[0].text if fix else name}",
        fix=fix,
    )


def _same_members(one: Vocabulary, other: Vocabulary) -> bool:
    """Whether the constants of both are the very same objects."""
    return one.kind is other.kind is Kind.ENUM and one.distribution == other.distribution
