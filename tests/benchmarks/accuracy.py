"""Recall and precision on real code.

``accuracy.py replaced CLONES`` looks for what people replaced: ``replaced.json`` names
repositories and commits that turned numbers into named constants. What such a commit replaced was a
status by the judgement of the people who know the code; each is looked for in the file as it was
before. A literal counts where a changed line differs in nothing else but numbers from 100 to 599
and the constants that took their places, and where the constant has the name of that very number.

``accuracy.py labelled CLONES`` takes whole repositories at a commit (``labelled.json``), in which
every integer that is a status was labelled by hand: path -> ``line:column``. What is reported
elsewhere is wrong.

CLONES holds a clone of each repository, as ``owner+name``; those that are missing are left out.
Names of repositories after it, as ``owner/name``, restrict the figures to these.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import statistics
import subprocess
import tarfile
from operator import methodcaller
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_http_status.checker import check_source
from flake8_http_status.registry import all_vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent
SPLIT = methodcaller("split", ":")
VENDORED = frozenset({"_vendor", "node_modules", "site-packages", "vendor", "vendored"})

_HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[A-Za-z_][\w.]*|\d[\w.]*|\S")
_NUMBER = re.compile(r"[1-5]\d\d")
_FIELDS = {
    ast.keyword: "keyword argument",
    ast.Call: "positional argument",
    ast.Compare: "comparison",
    ast.Return: "return",
    ast.Assign: "assignment",
    ast.AnnAssign: "assignment",
    ast.arguments: "default",
    ast.Dict: "mapping",
    ast.Tuple: "tuple, list or set",
    ast.List: "tuple, list or set",
    ast.Set: "tuple, list or set",
}


class Literal(NamedTuple):
    """A number that a commit replaced; line from 1 and column from 0, in the file before it."""

    line: int
    column: int
    code: int


def names() -> dict[str, set[int]]:
    """The last parts of constants -> the codes that some vocabulary gives them."""
    found: dict[str, set[int]] = {}
    for vocabulary in all_vocabularies():
        for code, entries in vocabulary.names.items():
            for entry in entries:
                found.setdefault(entry.name.lower(), set()).add(code)
    return found


NAMES = names()


def git(clone: Path, *arguments: str) -> str:
    """What git prints."""
    command = ["git", "-C", str(clone), *arguments]
    ran = subprocess.run(command, check=True, capture_output=True)
    return ran.stdout.decode("utf-8", "replace")


def replaced(clone: Path, commit: str) -> dict[str, list[Literal]]:
    """The literals that ``commit`` replaced, by the path of the file."""
    diff = git(clone, "diff", "-U0", "--no-renames", f"{commit}^", commit, "--", "*.py")
    found: dict[str, list[Literal]] = {}
    for part in re.split(r"^diff --git .*\n", diff, flags=re.MULTILINE)[1:]:
        path = re.search(r"^--- a/(.+)$", part, re.MULTILINE)
        if path:
            found.setdefault(path[1].rstrip("\t"), []).extend(_in_file(part.splitlines()))
    return found


def _in_file(lines: list[str]) -> Iterator[Literal]:
    for index, line in enumerate(lines):
        hunk = _HUNK.match(line)
        if not hunk:
            continue
        start, before, after = int(hunk[1]), int(hunk[2] or 1), int(hunk[4] or 1)
        if before == after:
            body = [text for text in lines[index + 1 :] if not text.startswith("\\")]
            for offset in range(before):
                old, new = body[offset][1:], body[before + offset][1:]
                yield from _in_line(start + offset, old, new)


def _in_line(number: int, old: str, new: str) -> list[Literal]:
    """The literals of one line, none where anything else has changed."""
    left, right = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    found = []
    if len(left) != len(right):
        return []
    for one, other in zip(left, right, strict=True):
        if one[0] == other[0]:
            continue
        name = other[0].removesuffix(".value").rpartition(".")[2].lower()
        if not _NUMBER.fullmatch(one[0]) or int(one[0]) not in NAMES.get(name, ()):
            return []
        found.append(Literal(number, one.start(), int(one[0])))
    return found


def contexts(tree: ast.Module) -> dict[tuple[int, int], str]:
    """Line and column of each integer -> what kind of place it stands in."""
    return {
        (child.lineno, child.col_offset): _FIELDS.get(type(node), "other")
        for node in ast.walk(tree)
        for child in ast.iter_child_nodes(node)
        if isinstance(child, ast.Constant) and type(child.value) is int
    }


class Row(NamedTuple):
    """How one literal fared: whether it ``is_status``, and whether it is ``reported``."""

    repository: str
    place: str
    in_tests: bool
    is_status: bool
    reported: bool


def reported(source: str, tree: ast.Module) -> set[tuple[int, int]]:
    """Line and column of what the rules about values report: those that need a site."""
    return {
        (violation.span.line, violation.span.column)
        for violation in check_source(source, tree=tree)
        if violation.code.startswith(("HSC1", "HSC2"))
    }


def judged(repository: str, path: str, source: str, statuses: set[tuple[int, int]]) -> list[Row]:
    """A row for every integer of ``source`` that is a status, or is reported as one."""
    try:
        tree = ast.parse(source)
        found = reported(source, tree)
    except (SyntaxError, ValueError, RecursionError):
        return []
    in_tests = "test" in path.lower()
    return [
        Row(repository, place, in_tests, literal in statuses, literal in found)
        for literal, place in contexts(tree).items()
        if literal in statuses or literal in found
    ]


def replaced_rows(clone: Path, repository: str, commits: list[str]) -> Iterator[Row]:
    """What ``commits`` replaced; what else is reported is not counted."""
    for commit in commits:
        for path, literals in replaced(clone, commit).items():
            source = git(clone, "show", f"{commit}^:{path}")
            statuses = {(literal.line, literal.column) for literal in literals}
            for row in judged(repository, path, source, statuses):
                if row.is_status:
                    yield row


def labelled_rows(clone: Path, repository: str, labels: dict[str, Any]) -> Iterator[Row]:
    """What was labelled in a commit, and what is reported beside."""
    archive = subprocess.run(
        ["git", "-C", str(clone), "archive", labels["commit"], "--", ":(glob)**/*.py"],
        check=True,
        capture_output=True,
    )
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        for member in files:
            content = files.extractfile(member) if member.name.endswith(".py") else None
            if content is not None and not VENDORED.intersection(member.name.split("/")):
                places = labels["statuses"].get(member.name, "").split()
                statuses = {(int(line), int(column)) for line, column in map(SPLIT, places)}
                source = content.read().decode("utf-8", "replace")
                yield from judged(repository, member.name, source, statuses)


def print_table(title: str, rows: list[Row], field: str) -> None:
    """Recall and precision by the values of ``field``, and over all."""
    print(f"\n| {title} | statuses | found | recall | reported | precision |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for key in (*sorted({getattr(row, field) for row in rows}), None):
        some = [row for row in rows if key is None or getattr(row, field) == key]
        recall, precision = rates(some)
        statuses = sum(row.is_status for row in some)
        found = sum(row.is_status and row.reported for row in some)
        told = sum(row.reported for row in some)
        shown = "all" if key is None else key
        print(f"| {shown} | {statuses} | {found} | {recall:.1%} | {told} | {precision:.1%} |")


def rates(rows: list[Row]) -> tuple[float, float]:
    """Recall and precision; nothing to find, or nothing reported, is all right."""
    statuses = [row.reported for row in rows if row.is_status]
    told = [row.is_status for row in rows if row.reported]
    return (
        statistics.mean(statuses) if statuses else 1.0,
        statistics.mean(told) if told else 1.0,
    )


def main() -> None:
    """Print recall and precision by repository, by kind of place, and as means over projects."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("replaced", "labelled"))
    parser.add_argument("clones", type=Path)
    parser.add_argument("repositories", nargs="*", help="only these (default: all)")
    arguments = parser.parse_args()
    judge = replaced_rows if arguments.what == "replaced" else labelled_rows
    data = json.loads((DATA / f"{arguments.what}.json").read_text("utf-8"))
    rows: list[Row] = []
    for repository, labels in data.items():
        clone = arguments.clones / repository.replace("/", "+")
        wanted = repository in arguments.repositories or not arguments.repositories
        if wanted and clone.exists():
            rows += judge(clone, repository, labels)
    print_table("repository", rows, "repository")
    print_table("place", rows, "place")
    print_table("in tests", rows, "in_tests")
    for title, some in (("all", rows), ("outside tests", [r for r in rows if not r.in_tests])):
        repositories = {row.repository for row in some if row.is_status}
        means = [rates([r for r in some if r.repository == name]) for name in repositories]
        recall, precision = (statistics.mean(column) for column in zip(*means, strict=True))
        print(f"\nmean over {len(means)} repositories, {title}: {recall:.1%}, {precision:.1%}")


if __name__ == "__main__":
    main()
