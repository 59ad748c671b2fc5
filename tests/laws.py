"""What must hold for every program, whatever is found in it: the pieces the laws are stated with.

Nothing here asks the engine how it decides; names are resolved and lines compared anew.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import io
import operator
import re
import tempfile
import tokenize
from collections import Counter
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from case_file import Outcome, Project, annotate

from flake8_http_status import checker, codemod, config
from flake8_http_status.analysis.positions import Lines
from flake8_http_status.analysis.splicing import splice
from flake8_http_status.registry import all_vocabularies
from flake8_http_status.violation import Safety

if TYPE_CHECKING:
    from collections.abc import Iterator

    from case_file import Case

    from flake8_http_status.config import Configuration
    from flake8_http_status.violation import Span, Violation

STATUS_TEXT = re.compile(r"[1-5]\d\d(?: .*)?")
CODE_OF = {
    f"{container}.{written}": code
    for vocabulary in all_vocabularies()
    for container in (vocabulary.container, *vocabulary.same_as)
    for code, names in vocabulary.names.items()
    for name in names
    for written in {name.name, *((name.name.lower(), name.name.upper()) * vocabulary.both_cases)}
}
NAMES = {"HSC205", "HSC206"}
NUMBERS = "HSC10"
CLASSES = {vocabulary.container for vocabulary in all_vocabularies() if not vocabulary.module}


@cache
def configuration_of(project: Project) -> Configuration:
    """What the configuration files of a project amount to."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("pyproject.toml").write_text(project.pyproject, "utf-8")
        Path(".flake8").write_text(project.flake8, "utf-8")
        return config.load({})


def found_in(source: str, project: Project) -> list[Violation]:
    """What is reported to a user of the project."""
    found = checker.check_source(source, configuration_of(project).settings)
    return [violation for violation in found if _is_on(violation, project)]


def repaired(source: str, project: Project, *, unsafe: bool = False) -> codemod.FixResult:
    """What the fix makes of a source in the project."""
    settings = configuration_of(project).settings
    return codemod.fix_source(
        source, settings, unsafe=unsafe, select=lambda violation: _is_on(violation, project)
    )


def _is_on(violation: Violation, project: Project) -> bool:
    return bool(configuration_of(project).selection.codes_for("case.py", [violation.code]))


def outcome(case: Case) -> Outcome:
    """What the tool says and does now."""
    return Outcome(
        annotate(case, found_in(case.source, case.project)),
        repaired(case.source, case.project).source,
        repaired(case.source, case.project, unsafe=True).source,
    )


def fixable(violations: list[Violation]) -> list[Violation]:
    """Those that are repaired without ``--unsafe``."""
    return [found for found in violations if found.fix and found.fix.safety is Safety.SAFE]


def about_names(source: str, project: Project) -> Counter[str]:
    """How many violations ask for a name, or for another one, by code."""
    return Counter(
        found.code
        for found in found_in(source, project)
        if found.code in NAMES or found.code.startswith(NUMBERS)
    )


def advised_name(source: str, violation: Violation, project: Project) -> str | None:
    """The source once somebody did what a violation about a name says.

    That is its fix, or the literal that it says to write. None where it is about something else,
    and where it says the name but cannot write it.
    """
    if violation.code not in NAMES:
        return None
    settings = configuration_of(project).settings
    if violation.fix is not None:
        only = functools.partial(operator.eq, violation)
        return codemod.fix_source(source, settings, unsafe=True, select=only).source
    literal = violation.message.rpartition(", write ")[2]
    if literal == violation.message:
        return None
    spans, imports = places_of(source, violation.span)
    return splice(source, [*((span, literal) for span in spans), *imports])


def places_of(source: str, span: Span) -> tuple[list[Span], list[tuple[Span, str]]]:
    """Where a name is read that stands at ``span``, and what becomes of the import if it is there.

    An import binds another name instead, which is none of a status.
    """
    lines = Lines(source)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.alias) and lines.span(node) == span:
            name = node.asname or node.name
            names = (at for at in ast.walk(tree) if isinstance(at, ast.Name))
            reads = [lines.span(at) for at in names if at.id == name]
            return reads, [(span, f"nothing as {name}")]
    return [span], []


def mistakes(violations: list[Violation]) -> list[str]:
    """The codes of what naming a number does not repair."""
    repaired = fixable(violations)
    return sorted(
        found.code for found in violations if found.code >= "HSC2" and found not in repaired
    )


class _Folder(ast.NodeTransformer):
    """Turns references to named constants and texts of statuses into numbers, drops imports."""

    def __init__(self, tree: ast.Module, project: Project) -> None:
        self.codes = dict(CODE_OF)
        for container, names in configuration_of(project).settings.vocabularies:
            self.codes |= {f"{container}.{name}": code for name, code in names}
        self.dotted: dict[str, str] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    name = alias.name if alias.asname else alias.name.partition(".")[0]
                    self.dotted[alias.asname or name] = name
            elif isinstance(node, ast.ImportFrom) and not node.level:
                for alias in node.names:
                    self.dotted[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        self.star = self.dotted.get("*", "").removesuffix("*")

    def dotted_name(self, node: ast.expr) -> str | None:
        match node:
            case ast.Name(id=name):
                return self.dotted.get(name) or (self.star and self.star + name)
            case ast.Attribute(value=value, attr=attribute):
                base = self.dotted_name(value)
                return base and f"{base}.{attribute}"
            case ast.Subscript(value=value, slice=ast.Constant(value=str(attribute))):
                base = self.dotted_name(value)
                return base and f"{base}.{attribute}"
            case _:
                return None

    def folded(self, node: ast.Attribute | ast.Call | ast.Name | ast.Subscript) -> ast.AST:
        code = self.codes.get(self.dotted_name(node) or "")
        if code is not None:
            return ast.Constant(code)
        match self.generic_visit(node):
            case ast.Attribute(value=ast.Constant(value=int()) as number, attr="value"):
                return number
            case ast.Call(func=function, args=[ast.Constant(value=int()) as number], keywords=[]):
                plain = ast.unparse(function) == "int" or self.dotted_name(function) in CLASSES
                return number if plain else node
            case other:
                return other

    visit_Attribute = folded
    visit_Call = folded
    visit_Name = folded
    visit_Subscript = folded

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        if isinstance(node.value, str) and STATUS_TEXT.fullmatch(node.value):
            return ast.Constant(int(node.value[:3]))
        return ast.Constant(node.value)

    def dropped(self, node: ast.Import | ast.ImportFrom) -> None:
        return None

    visit_Import = dropped
    visit_ImportFrom = dropped


def meaning(source: str, project: Project = Project()) -> str:  # noqa: B008 - it is frozen
    """The syntax tree as text, the same for two programs that differ in spelling statuses only."""
    tree = ast.parse(source)
    return ast.dump(_Folder(tree, project).visit(tree), indent=1)


def silenced(source: str, violations: list[Violation]) -> str:
    """The source with a ``noqa`` comment for each violation where flake8 looks for it.

    That is the physical line, or the last one of a text or statement continued over several.
    """
    codes: dict[int, set[str]] = {}
    for violation in violations:
        codes.setdefault(_last_line(source, violation.span.line), set()).add(violation.code)
    written = []
    for number, line in enumerate(source.split("\n"), start=1):
        comment = f"  # noqa: {','.join(sorted(codes[number]))}" if number in codes else ""
        end = "\r" if line.endswith("\r") else ""
        written.append(line.removesuffix("\r") + comment + end)
    return "\n".join(written)


def _last_line(source: str, number: int) -> int:
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type in {tokenize.NEWLINE, tokenize.NL} and token.end[0] >= number:
            return token.start[0]
    raise AssertionError(f"line {number} is behind the end of the source")


def foreign_changes(before: str, after: str, violations: list[Violation]) -> list[str]:
    """Changed lines that no violation names, are not blank and belong to no import."""
    flagged = {
        line
        for found in violations
        for span in (found.span, *_edited(found))
        for line in range(span.line, span.end_line + 1)
    }
    return [
        f"{number}: {line} -> {new_line}"
        for (number, line), (_, new_line) in zip_longest(
            _code_lines(before), _code_lines(after), fillvalue=(0, "")
        )
        if line != new_line and number not in flagged
    ]


def _edited(violation: Violation) -> list[Span]:
    return [edit.span for edit in violation.fix.edits] if violation.fix else []


def _code_lines(source: str) -> list[tuple[int, str]]:
    """Number and text of the lines that are neither blank nor part of an import."""
    imports = set(_lines_of_imports(ast.parse(source)))
    return [
        (number, line)
        for number, line in enumerate(source.split("\n"), start=1)
        if line.strip() and number not in imports
    ]


def _lines_of_imports(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)
