"""Every case of ``tests/cases`` through every law."""

from __future__ import annotations

import ast
import difflib
import functools
import itertools
import operator
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest
from laws import (
    about_names,
    advised_name,
    configuration_of,
    fixable,
    foreign_changes,
    found_in,
    meaning,
    mistakes,
    outcome,
    repaired,
    silenced,
)

from flake8_http_status import checker, codemod
from flake8_http_status.analysis.splicing import splice
from flake8_http_status.cli.formats.edits import Edits
from flake8_http_status.cli.running import Result
from flake8_http_status.files import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

    from case_file import Case, Project

    from flake8_http_status.violation import Violation


def assert_same(expected: str, actual: str, what: str, case: Case) -> None:
    """Fail with a unified diff and the place of the case."""
    __tracebackhide__ = True
    if expected == actual:
        return
    diff = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), "expected", "actual", lineterm=""
    )
    pytest.fail(f"{case.path}:{case.line}: {what} differs\n" + "\n".join(diff), pytrace=False)


def test_marks(case: Case) -> None:
    assert_same(case.code.text, outcome(case).code, "what is reported", case)


def test_fix(case: Case) -> None:
    assert_same(case.fixed_source, outcome(case).fixed, "the fixed source", case)
    assert_same(case.unsafe_source, outcome(case).unsafe, "the source fixed with --unsafe", case)


def test_fix_applies_what_is_reported(case: Case) -> None:
    result = repaired(case.source, case.project)
    expected = [] if result.refused else fixable(found_in(case.source, case.project))
    assert list(result.applied) == expected


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fix_leaves_nothing_to_fix(case: Case, unsafe: bool) -> None:
    once = repaired(case.source, case.project, unsafe=unsafe)
    if once.refused is None:
        assert fixable(found_in(once.source, case.project)) == []
    again = repaired(once.source, case.project, unsafe=unsafe)
    assert_same(once.source, again.source, "the source fixed twice", case)


def test_fix_keeps_the_meaning(case: Case) -> None:
    fixed = repaired(case.source, case.project).source
    compile(fixed, str(case.path), "exec", dont_inherit=True)
    before, after = (meaning(source, case.project) for source in (case.source, fixed))
    assert_same(before, after, "the syntax tree", case)


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
def test_fix_touches_what_is_reported_and_imports_alone(case: Case, unsafe: bool) -> None:
    result = repaired(case.source, case.project, unsafe=unsafe)
    compile(result.source, str(case.path), "exec", dont_inherit=True)
    foreign = foreign_changes(case.source, result.source, list(result.applied))
    if foreign:
        pytest.fail(
            f"{case.path}:{case.line}: changed beyond\n" + "\n".join(foreign), pytrace=False
        )


def test_fix_as_edits_makes_the_same_text(case: Case) -> None:
    settings = configuration_of(case.project).settings
    found = found_in(case.source, case.project)
    data = case.source.encode("utf-8", "surrogatepass")
    result = Result("case.py", SourceFile("case.py", data, case.source, "utf-8"), tuple(found))
    edits = Edits(result, settings)
    for violation in found:
        alone = codemod.fix_source(
            case.source, settings, unsafe=True, select=functools.partial(operator.eq, violation)
        )
        made = splice(case.source, edits.of(violation))
        assert_same(alone.source, made, "the text that edits make", case)


def test_fix_hides_no_mistake(case: Case) -> None:
    settings = configuration_of(case.project).settings
    fixed = codemod.fix_source(case.source, settings).source
    before, after = (
        mistakes(checker.check_source(text, settings)) for text in (case.source, fixed)
    )
    assert after == before


def test_advice_about_names_leaves_nothing_to_name(case: Case) -> None:
    for violation in found_in(case.source, case.project):
        advised = advised_name(case.source, violation, case.project)
        if advised is not None:
            before, after = (about_names(source, case.project) for source in (case.source, advised))
            assert after <= before - Counter([violation.code]), violation.message


def test_check_shares_the_tree_with_others(case: Case) -> None:
    """It adds nothing to the tree, and what other plugins hung on it does not matter."""
    tree = ast.parse(case.source)
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            vars(child)["parent"] = node
    before = ast.dump(tree, include_attributes=True)
    settings = configuration_of(case.project).settings
    assert checker.check_source(case.source, settings, tree=tree) == checker.check_source(
        case.source, settings
    )
    assert ast.dump(tree, include_attributes=True) == before
    assert all(
        vars(node).keys() - {"parent"} <= KNOWN_FIELDS[type(node)] for node in ast.walk(tree)
    )


class _Fields(dict[type[ast.AST], frozenset[str]]):
    def __missing__(self, kind: type[ast.AST]) -> frozenset[str]:
        self[kind] = frozenset((*kind._fields, *kind._attributes))
        return self[kind]


KNOWN_FIELDS = _Fields()


class Reports(NamedTuple):
    """What both commands print about all cases, by file: ``line:column: CODE message``."""

    flake8: dict[str, list[str]]
    check: dict[str, list[str]]
    errors: list[str]


@pytest.fixture(scope="session")
def reports(cases: list[Case], tmp_path_factory: pytest.TempPathFactory) -> Reports:
    """Run both commands once per project over its cases, each plain and with ``noqa``."""
    reports = Reports({}, {}, [])
    for project, members in itertools.groupby(sorted(cases, key=_project), _project):
        root = tmp_path_factory.mktemp("project")
        (root / "pyproject.toml").write_text(project.pyproject, "utf-8")
        (root / ".flake8").write_text(project.flake8, "utf-8")
        for case in members:
            source = case.source
            (root / _file(case)).write_text(source, "utf-8", newline="")
            (root / _silenced_file(case)).write_text(
                silenced(source, found_in(source, project)), "utf-8", newline=""
            )
        _report(root, reports.flake8, reports.errors, "flake8")
        _report(root, reports.check, reports.errors, "flake8_http_status", "check")
    return reports


def _project(case: Case) -> Project:
    return case.project


def _file(case: Case) -> str:
    return f"{case.path.parent.name}_{case.path.stem}_{case.line}.py"


def _silenced_file(case: Case) -> str:
    return f"noqa_{_file(case)}"


def _report(root: Path, report: dict[str, list[str]], errors: list[str], *command: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-Wignore", "-m", *command, "."],
        check=False,
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    if ran.returncode != bool(ran.stdout) or "failed" in ran.stderr:
        errors.append(f"{command} ended with {ran.returncode}:\n{ran.stderr}")
    for line in ran.stdout.splitlines():
        path, _, rest = line.partition(":")
        if " HSC" in rest:
            report.setdefault(path.removeprefix("./"), []).append(rest)
        elif " E9" in rest:
            errors.append(line)


def test_hosts_run(reports: Reports) -> None:
    assert reports.errors == []


def test_hosts_agree(case: Case, reports: Reports) -> None:
    expected = sorted(_line(violation) for violation in found_in(case.source, case.project))
    assert sorted(reports.flake8.get(_file(case), [])) == expected
    assert sorted(reports.check.get(_file(case), [])) == expected


def _line(violation: Violation) -> str:
    span = violation.span
    return f"{span.line}:{span.column + 1}: {violation.code} {violation.message}"


def test_noqa_silences(case: Case, reports: Reports) -> None:
    assert reports.flake8.get(_silenced_file(case), []) == []
    assert reports.check.get(_silenced_file(case), []) == []
