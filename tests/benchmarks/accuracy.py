"""Recall on literals that people replaced: ``python accuracy.py CLONES [DATA]``.

DATA (``accuracy.json``) names repositories and commits that replaced numbers by named constants;
CLONES holds a clone of each, as ``owner+name``. What such a commit replaced was a status by the
judgement of the people who know the code. Each is looked for in the file as it was before.

A literal counts where a changed line differs in nothing else but numbers from 100 to 599 and the
constants that took their places, and where the constant has the name of that very number.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.checker import check_source
from flake8_http_status.registry import all_vocabularies

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def measured(clone: Path, commit: str) -> Iterator[tuple[str, bool]]:
    """For each literal the kind of its place, and whether it is found."""
    for path, literals in replaced(clone, commit).items():
        source = git(clone, "show", f"{commit}^:{path}")
        try:
            tree = ast.parse(source)
            violations = check_source(source, tree=tree)
        except (SyntaxError, ValueError, RecursionError):
            continue
        places = contexts(tree)
        reported = {(violation.span.line, violation.span.column) for violation in violations}
        for line, column, _ in literals:
            place = places.get((line, column))
            if place is not None:
                yield place, (line, column) in reported


def main() -> None:
    """Print recall by repository and by kind of place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clones", type=Path)
    parser.add_argument("data", type=Path, nargs="?", default=Path(__file__).with_suffix(".json"))
    arguments = parser.parse_args()
    counts: Counter[tuple[str, str, bool]] = Counter()
    for repository, commits in json.loads(arguments.data.read_text("utf-8")).items():
        clone = arguments.clones / repository.replace("/", "+")
        if not clone.exists():
            continue
        for commit in commits:
            counts.update((repository, *one) for one in measured(clone, commit))
    for title, index in (("repository", 0), ("place", 1)):
        print(f"\n| {title} | literals | found | recall |\n| --- | ---: | ---: | ---: |")
        for key in (*sorted({entry[index] for entry in counts}), None):
            rows = {row: count for row, count in counts.items() if key in (None, row[index])}
            total = sum(rows.values())
            found = sum(count for row, count in rows.items() if row[2])
            print(f"| {key or 'all'} | {total} | {found} | {found / max(total, 1):.1%} |")


if __name__ == "__main__":
    main()
