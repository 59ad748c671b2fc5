"""Writes the fixes of the engine into source text, with LibCST.

LibCST parses and prints just what changes: the expressions that become constants and the import
statements that take a new name. All else stays as it is, byte for byte, and the result is proved
before anybody sees it.
"""

from __future__ import annotations

import ast
import bisect
import functools
from typing import TYPE_CHECKING, NamedTuple

import libcst as cst

from flake8_http_status.analysis.file import File
from flake8_http_status.analysis.imports import Insertion, Merge, place_among, place_import
from flake8_http_status.analysis.proof import compilation_error, difference
from flake8_http_status.analysis.splicing import splice
from flake8_http_status.analysis.unused_imports import emptied_lines, unused_imports
from flake8_http_status.checker import violations_in
from flake8_http_status.registry import RULES, catalogue, prefilter_for
from flake8_http_status.settings import DEFAULT_SETTINGS, Settings
from flake8_http_status.violation import Edit, Import, Safety, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence


_EMPTY = cst.Module(body=[])


class FixResult(NamedTuple):
    """What became of a file: its text, the violations that were fixed, or why nothing was."""

    source: str
    applied: tuple[Violation, ...] = ()
    refused: str | None = None


def fix_source(
    source: str,
    settings: Settings = DEFAULT_SETTINGS,
    *,
    unsafe: bool = False,
    select: Callable[[Violation], bool] | None = None,
) -> FixResult:
    """``source`` with the fixes of all violations that ``select`` admits.

    Without ``select`` those are the violations of the rules that are on unless turned off.

    Raises what `checker.check_source` raises. A result that fails the proof is not given out:
    ``FixResult.refused`` says why and ``source`` is unchanged.
    """
    if not prefilter_for(settings).admits(source):
        return FixResult(source)
    file = File(source, ast.parse(source), catalogue(settings))
    chosen = [
        violation
        for violation in violations_in(file)
        if violation.fix is not None
        and (unsafe or violation.fix.safety is Safety.SAFE)
        and (select or _is_on_by_default)(violation)
    ]
    return fix_violations(file, source, chosen)


def fix_violations(file: File, source: str, violations: Sequence[Violation]) -> FixResult:
    """``source``, which is that of ``file``, with the fixes of violations that were found in it.

    They are in the order in which they were found, and all have a fix; the result is as that of
    `fix_source`.
    """
    applied = _without_overlaps(violations)
    if not applied:
        return FixResult(source)
    fixed = applied_to(file, source, applied)
    if fixed is None:
        return FixResult(source, refused="there is no line that is safe for the import")
    if all(violation.fix and violation.fix.safety is Safety.SAFE for violation in applied):
        problem = difference(file, fixed)
    else:
        problem = compilation_error(fixed)
    if problem is not None:
        return FixResult(source, refused=problem)
    return FixResult(fixed, tuple(applied))


def _is_on_by_default(violation: Violation) -> bool:
    return any(rule.code == violation.code and rule.default for rule in RULES)


def _without_overlaps(violations: Sequence[Violation]) -> list[Violation]:
    """The violations of which no two edit the same text.

    Among those that do, the one with the highest code counts: where a constant is moved to another
    vocabulary, its name is settled, too.
    """
    kept: set[int] = set()
    taken: list[Span] = []
    for violation in sorted(violations, key=lambda violation: violation.code, reverse=True):
        spans = [edit.span for edit in violation.fix.edits] if violation.fix else []
        if not any(_overlaps_one_of(taken, span) for span in spans):
            kept.add(id(violation))
            for span in spans:
                bisect.insort(taken, span)
    return [violation for violation in violations if id(violation) in kept]


def _overlaps_one_of(taken: list[Span], span: Span) -> bool:
    """Whether ``span`` overlaps one of those, which are in order and do not overlap each other."""
    place = bisect.bisect(taken, span)
    return any(
        span[:2] < other[2:] and other[:2] < span[2:]
        for other in taken[max(place - 1, 0) : place + 1]
    )


def applied_to(file: File, source: str, violations: Iterable[Violation]) -> str | None:
    """``source`` with the fixes of these violations, which no proof has seen yet.

    None where no line is safe for an import.
    """
    edits = [edit for violation in violations if violation.fix for edit in violation.fix.edits]
    removals = unused_imports(file, edits)
    pieces: list[tuple[Span, str]] = [(edit.span, _spelled(edit)) for edit in edits]
    pieces += [(span, "") for span in emptied_lines(file, removals)]
    for removal in removals:
        if not removal.whole:
            span = file.lines.span(removal.statement)
            pieces.append((span, _without_names(file.lines.text(span), removal.names)))
    needed = _needed(edits)
    if needed and (removals or _edit_imports(edits, file)):
        source, pieces = splice(source, pieces), []
        file = File(source, ast.parse(source), file.catalogue)
        needed = dict.fromkeys(needed)
    return _with_imports(file, source, pieces, needed)


def _edit_imports(edits: Iterable[Edit], file: File) -> bool:
    """Whether some edits are within statements that an import could be merged into."""
    spans = sorted(edit.span for edit in edits)
    return any(
        _overlaps_one_of(spans, file.lines.span(node)) for node, _ in file.module.of(ast.ImportFrom)
    )


def _with_imports(
    file: File, source: str, pieces: list[tuple[Span, str]], needed: Mapping[Import, int | None]
) -> str | None:
    """``source`` with the ``pieces`` and imports; None where no line is safe for one of these.

    ``needed``: the imports, and the lines of the pieces that read them first. Each new statement is
    there before the place of the next one is looked for.
    """
    while needed:
        merges: dict[Span, list[Merge]] = {}
        new: dict[Import, Insertion] = {}
        for wanted, line in needed.items():
            place = place_import(file, wanted, line)
            if place is None:
                return None
            if isinstance(place, Insertion):
                new[wanted] = place
            else:
                merges.setdefault(place.span, []).append(place)
        pieces += [(span, merged(file.lines.text(span), group)) for span, group in merges.items()]
        for first in list(new.values())[:1]:
            pieces.append((Span(first.line, 0, first.line, 0), first.text))
        needed = dict.fromkeys(list(new)[1:])
        if needed:
            source, pieces = splice(source, pieces), []
            file = File(source, ast.parse(source), file.catalogue)
    return splice(source, pieces)


def _needed(edits: Iterable[Edit]) -> dict[Import, int | None]:
    """The imports that edits ask for, and the first line of an edit that does."""
    lines: dict[Import, int | None] = {}
    for edit in sorted(edits, key=lambda edit: edit.span):
        if edit.import_ is not None:
            lines.setdefault(edit.import_, edit.span.line)
    return lines


def _spelled(edit: Edit) -> str:
    return _printed(edit.text) if edit.text else ""


@functools.lru_cache(maxsize=1024)
def _printed(text: str) -> str:
    """``text`` as LibCST prints the expression that it is; a part of one stays as it is."""
    try:
        return _EMPTY.code_for_node(cst.parse_expression(text))
    except cst.ParserSyntaxError:
        return text


def merged(statement: str, merges: Sequence[Merge]) -> str:
    """A from-import statement with more names, its layout and comments kept."""
    module = cst.parse_module(statement)
    line = cst.ensure_type(module.body[0], cst.SimpleStatementLine)
    node = cst.ensure_type(line.body[0], cst.ImportFrom)
    for merge in merges:
        node = _with_name(node, merge)
    return module.with_deep_changes(line, body=[node]).code


def _without_names(statement: str, names: frozenset[str]) -> str:
    """An import statement without some of the names that it binds, its layout kept."""
    module = cst.parse_module(statement)
    line = cst.ensure_type(module.body[0], cst.SimpleStatementLine)
    node = line.body[0]
    aliases = _aliases(node)
    kept = [alias for alias in aliases if _bound_name(alias) not in names]
    kept[-1] = kept[-1].with_changes(comma=_closing(kept[-1].comma, aliases[-1].comma))
    return module.with_deep_changes(line, body=[node.with_changes(names=kept)]).code


def _closing(
    comma: cst.Comma | cst.MaybeSentinel, last: cst.Comma | cst.MaybeSentinel
) -> cst.Comma | cst.MaybeSentinel:
    """``comma`` with its comment, and behind it the space that stands in front of the bracket."""
    if not isinstance(comma, cst.Comma) or not isinstance(last, cst.Comma):
        return last
    space, end = comma.whitespace_after, last.whitespace_after
    if isinstance(space, cst.ParenthesizedWhitespace) and isinstance(
        end, cst.ParenthesizedWhitespace
    ):
        return comma.with_changes(
            whitespace_after=space.with_changes(last_line=end.last_line, indent=end.indent)
        )
    return last


def _aliases(node: cst.BaseSmallStatement) -> list[cst.ImportAlias]:
    """The entries of an import statement that lists names."""
    return [child for child in node.children if isinstance(child, cst.ImportAlias)]


def _bound_name(alias: cst.ImportAlias) -> str:
    return alias.evaluated_alias or alias.evaluated_name.partition(".")[0]


def _with_name(node: cst.ImportFrom, merge: Merge) -> cst.ImportFrom:
    names = _aliases(node)
    place = place_among([alias.evaluated_name for alias in names], merge.name)
    alias = cst.ImportAlias(name=cst.Name(merge.name))
    if place < len(names):
        alias = alias.with_changes(comma=_separator(names))
        names.insert(place, alias)
    else:
        last = names[-1]
        names[-1] = last.with_changes(comma=_separator(names))
        names.append(alias.with_changes(comma=last.comma))
    return node.with_changes(names=names)


def _separator(names: list[cst.ImportAlias]) -> cst.Comma:
    """The comma, with the space or line break behind it, that stands between names here."""
    if len(names) > 1 and isinstance(names[0].comma, cst.Comma):
        space = names[0].comma.whitespace_after
        if isinstance(space, cst.ParenthesizedWhitespace):
            plain = cst.TrailingWhitespace(newline=space.first_line.newline)
            space = space.with_changes(first_line=plain, empty_lines=[])
        return cst.Comma(whitespace_after=space)
    last = names[-1].comma
    if isinstance(last, cst.Comma) and isinstance(
        last.whitespace_after, cst.ParenthesizedWhitespace
    ):
        return cst.Comma(
            whitespace_after=last.whitespace_after.with_changes(
                last_line=cst.SimpleWhitespace("    "), empty_lines=[]
            )
        )
    return cst.Comma(whitespace_after=cst.SimpleWhitespace(" "))
