"""Where a new import goes: merged into one that exists, or on a line of its own in its section."""

from __future__ import annotations

import ast
import bisect
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from flake8_http_status.analysis.positions import first_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flake8_http_status.analysis.file import File
    from flake8_http_status.violation import Import, Span

ImportStatement: TypeAlias = ast.Import | ast.ImportFrom


class Merge(NamedTuple):
    """``name`` joins the from-import statement at ``span``."""

    span: Span
    name: str


class Insertion(NamedTuple):
    """``text``, whole lines, goes in front of line ``line`` (counted from 1)."""

    line: int
    text: str


def place_import(
    file: File, wanted: Import, written: int | None = None
) -> Merge | Insertion | None:
    """How ``wanted`` comes into ``file``, above what reads it; None where no line is safe.

    ``written``: the first line on which an expression that reads it is going to stand.
    """
    block = _block(file)
    first = _first_read(file, wanted.bound, block)
    if written is not None:
        first = min(first, written)
    block = [statement for statement in block if statement.lineno < first]
    if wanted.name is not None and not _is_one_by_one(block):
        for statement in block:
            if _merges(statement, wanted):
                return Merge(file.lines.span(statement), wanted.name)
    place = _insertion(file, wanted, block)
    return place if place is not None and place.line <= first else None


def place_among(names: Sequence[str], name: str) -> int:
    """The index at which ``name`` joins ``names``: in their order, else at the end.

    That is the order of isort and Ruff (constants, classes, others) or the one of characters.
    """
    for order in (_by_kind, str):
        keys = [order(one) for one in names]
        if keys == sorted(keys):
            return bisect.bisect(keys, order(name))
    return len(names)


def _by_kind(name: str) -> str:
    kind = "A" if name.isupper() and len(name) > 1 else "B" if name[:1].isupper() else "C"
    return kind + name.lower()


def _is_one_by_one(block: list[ImportStatement]) -> bool:
    """Whether every name has a statement of its own, also where several are of one module."""
    modules = [(one.level, one.module) for one in block if isinstance(one, ast.ImportFrom)]
    return len(modules) > len(set(modules)) and all(len(one.names) == 1 for one in block)


def statement_of(wanted: Import) -> str:
    """The import statement, without a line end."""
    if wanted.name is None:
        return f"import {wanted.module}"
    return f"from {wanted.module} import {wanted.name}"


def _first_read(file: File, name: str, block: list[ImportStatement]) -> int:
    """The first line on which ``name`` is read that the module binds, or is going to bind.

    It is not looked for where nothing but the ``block`` of imports is in front of all code.
    """
    body = _body(file)
    rest = body[len(block) :]
    if body[: len(block)] == block and (not block or not rest or _is_below(rest[0], block[-1])):
        return len(file.lines) + 1
    root = file.module.root
    lines = [
        node.lineno
        for node, scope in file.reads.get(name, ())
        if scope.lookup(name) in {None, root}
    ]
    return min(lines, default=len(file.lines) + 1)


def _is_below(statement: ast.stmt, other: ast.stmt) -> bool:
    return first_line(statement) > (other.end_lineno or other.lineno)


def _merges(statement: ImportStatement, wanted: Import) -> bool:
    return (
        isinstance(statement, ast.ImportFrom)
        and statement.level == 0
        and statement.module == wanted.module
        and statement.names[0].name != "*"
    )


def _body(file: File) -> list[ast.stmt]:
    """The module's statements behind its docstring and ``__future__`` imports."""
    body = list(file.module.tree.body)
    if ast.get_docstring(file.module.tree, clean=False) is not None:
        del body[0]
    while body and _is_future(body[0]):
        del body[0]
    return body


def _is_future(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == "__future__"


def _block(file: File) -> list[ImportStatement]:
    """The first run of top-level imports that nothing but simple statements precedes.

    Assignments such as ``__version__ = "1"`` before or between imports do not end the search;
    code that branches, defines or calls does once an import was seen.
    """
    block: list[ImportStatement] = []
    for statement in _body(file):
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            block.append(statement)
        elif block and not _is_plain(statement):
            break
    return block


def _is_plain(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and all(
        isinstance(target, ast.Name) and target.id.startswith("__") for target in statement.targets
    )


def _section(module: str, level: int) -> int:
    """The place of an import's section: standard library, third party, relative."""
    if level:
        return 2
    return 0 if module.partition(".")[0] in sys.stdlib_module_names else 1


def _key(statement: ImportStatement) -> tuple[int, int, str, str]:
    """The order within a block that isort and Ruff give.

    By section, plain imports first, then by the module and what is first imported from it.
    """
    name = statement.names[0].name
    if isinstance(statement, ast.Import):
        return (_section(name, 0), 0, name.lower(), "")
    module = statement.module or ""
    return (_section(module, statement.level), 1, module.lower(), _by_kind(name))


def _insertion(file: File, wanted: Import, block: list[ImportStatement]) -> Insertion | None:
    section = _section(wanted.module, 0)
    name = _by_kind(wanted.name) if wanted.name else ""
    key = (section, 1 if name else 0, wanted.module.lower(), name)
    text = statement_of(wanted)
    if not block:
        return _first_import(file, text)
    in_section = _group([one for one in block if _key(one)[0] == section], wanted)
    later = [statement for statement in in_section if _key(statement) > key]
    if later and _starts_line(file, later[0]):
        return _before(file, later[0], text, apart=False)
    if in_section:
        return _behind(file, in_section[-1], text, apart=False)
    after = [statement for statement in block if _key(statement)[0] > section]
    if after and _starts_line(file, after[0]) and not _has_comment_above(file, after[0]):
        return _before(file, after[0], text, apart=True)
    before = [statement for statement in block if _key(statement)[0] < section]
    if before:
        return _behind(file, before[-1], text, apart=True)
    return _before(file, block[0], text, apart=True) if _starts_line(file, block[0]) else None


def _group(statements: list[ImportStatement], wanted: Import) -> list[ImportStatement]:
    """Those of a section's statements between which ``wanted`` belongs.

    Blank lines set the packages of the project apart from others, which come first; what comes from
    one package stays together.
    """
    groups: list[list[ImportStatement]] = []
    for statement in statements:
        last = groups[-1][-1] if groups else None
        if last is None or statement.lineno > (last.end_lineno or last.lineno) + 1:
            groups.append([])
        groups[-1].append(statement)
    top = wanted.module.partition(".")[0]
    for group in groups:
        if any(_package(statement) == top for statement in group):
            return group
    return groups[0] if groups else []


def _package(statement: ImportStatement) -> str:
    module = statement.names[0].name if isinstance(statement, ast.Import) else statement.module
    return (module or "").partition(".")[0]


def _before(file: File, statement: ast.stmt, text: str, *, apart: bool) -> Insertion:
    end = newline(file)
    return Insertion(first_line(statement), text + end + (end if apart else ""))


def _behind(file: File, statement: ast.stmt, text: str, *, apart: bool) -> Insertion:
    """On the line after the last statement that shares a line with ``statement``."""
    end = newline(file)
    return Insertion(_last_line(file, statement) + 1, (end if apart else "") + text + end)


def _first_import(file: File, text: str) -> Insertion | None:
    """The file imports nothing yet: before its first statement, behind docstring and future."""
    end = newline(file)
    body = _body(file)
    head = len(file.module.tree.body) - len(body)
    last = file.module.tree.body[head - 1] if head else None
    if last is not None:
        shares = first_line(body[0]) <= (last.end_lineno or last.lineno)
        close = first_line(body[0]) == (last.end_lineno or last.lineno) + 1
        return None if shares else _behind(file, last, text + end * close, apart=True)
    if not _starts_line(file, body[0]):
        return None
    first = first_line(body[0])
    lead = end if first > 1 and file.lines[first - 1].strip() else ""
    tail = (
        end * 2
        if isinstance(body[0], (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        else end
    )
    return Insertion(first, lead + text + end + tail)


def _last_line(file: File, statement: ast.stmt) -> int:
    """The last line of ``statement`` and of those that stand on that line as well."""
    line = statement.end_lineno or statement.lineno
    for other in file.module.tree.body:
        if other.lineno <= line < (other.end_lineno or line):
            line = other.end_lineno or line
    while line < len(file.lines) and file.lines[line].rstrip("\r\n").endswith("\\"):
        line += 1
    return line


def _starts_line(file: File, statement: ast.stmt) -> bool:
    """Whether ``statement`` is the first on its line, and that line continues no other."""
    line = first_line(statement)
    text = file.lines[line]
    before = text[: file.lines.column(line, statement.col_offset)]
    if line == statement.lineno and before.strip("\ufeff \t\f"):
        return False
    return line == 1 or not file.lines[line - 1].rstrip("\r\n").endswith("\\")


def _has_comment_above(file: File, statement: ast.stmt) -> bool:
    line = first_line(statement)
    return line > 1 and file.lines[line - 1].lstrip().startswith("#")


def newline(file: File) -> str:
    r"""The line end of the file's first line, ``\n`` where it has none."""
    first = file.lines[1] if len(file.lines) else ""
    for end in ("\r\n", "\n", "\r"):
        if first.endswith(end):
            return end
    return "\n"
