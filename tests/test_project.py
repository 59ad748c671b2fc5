"""The project's own conventions."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from case_file import read

import flake8_http_status
from flake8_http_status.registry import RULES, all_frameworks, all_vocabularies

if TYPE_CHECKING:
    from case_file import Case

ROOT = Path(__file__).parent.parent
PACKAGE = Path(flake8_http_status.__file__).parent
CASES = ROOT / "tests" / "cases"


def modules(folder: str) -> list[Path]:
    """The modules of a package that hold one rule, framework or vocabulary each."""
    return sorted(path for path in (PACKAGE / folder).glob("[!_]*.py"))


def pages(folder: str) -> set[str]:
    return {path.stem for path in (CASES / folder).glob("*.md")}


def kebab(path: Path) -> str:
    return path.stem.replace("_", "-")


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in RULES}) == len(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len({framework.name for framework in all_frameworks()}) == len(all_frameworks())


def test_codes_follow_the_entry_point() -> None:
    entries = metadata.entry_points(group="flake8.extension", name="HSC")
    assert [entry.value for entry in entries] == ["flake8_http_status.plugin:Plugin"]
    assert all(re.fullmatch(r"HSC[1-5]\d\d", rule.code) for rule in RULES)


def test_every_module_is_registered() -> None:
    assert {rule.name for rule in RULES} == {kebab(path) for path in modules("rules")}
    assert len(all_frameworks()) == len(modules("frameworks"))
    assert {vocabulary.key for vocabulary in all_vocabularies()} == {
        path.stem for path in modules("vocabularies")
    }


def test_every_rule_has_a_case_file_of_its_name() -> None:
    assert pages("rules") == {rule.name for rule in RULES}


def test_every_framework_has_a_case_file_of_its_name() -> None:
    assert pages("frameworks") == {kebab(path) for path in modules("frameworks")}


def _numbers(case: Case) -> set[tuple[int, int]]:
    """Where numbers from 100 to 599 stand, and texts that begin with three digits."""
    return {
        (node.lineno, node.col_offset)
        for node in ast.walk(ast.parse(case.source))
        if isinstance(node, ast.Constant) and re.match(r"[1-5]\d\d", str(node.value))
    }


@pytest.mark.parametrize(
    "path", sorted((CASES / "frameworks").glob("*.md")), ids=lambda path: path.stem
)
def test_every_framework_has_alarms_and_silences(path: Path) -> None:
    alarms, silences = 0, 0
    for case in read(path):
        marked = {(each.span.line, each.span.column) for each in case.expected}
        alarms += len(marked)
        silences += len(_numbers(case) - marked)
    assert alarms
    assert silences


def test_every_framework_is_verified_or_says_why_not() -> None:
    for framework in all_frameworks():
        assert bool(framework.verified) is not bool(framework.unverified_because), framework.name


def test_every_framework_can_be_installed_for_its_tests() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    requirements = (*groups["frameworks"], *groups["frameworks-apart"])
    installed = {requirement.partition("[")[0] for requirement in requirements}
    described = {framework.distribution.lower() for framework in all_frameworks()} - {"", "python"}
    assert described <= installed


DATA = [*modules("frameworks"), *modules("vocabularies")]


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_data_modules_hold_only_data(path: Path) -> None:
    for statement in ast.parse(path.read_text("utf-8")).body:
        match statement:
            case ast.Import() | ast.ImportFrom() | ast.Assign() | ast.AnnAssign():
                pass
            case ast.Expr(value=ast.Constant(value=str())):
                pass
            case ast.If(test=ast.Name("TYPE_CHECKING")):
                pass
            case _:
                pytest.fail(f"{path}:{statement.lineno}: a data module holds only data")


# What costs milliseconds or more to import, and what only other hosts need.
HEAVY = {
    "flake8_http_status.cli",
    "flake8_http_status.codemod",
    "dataclasses",
    "difflib",
    "hypothesis",
    "inspect",
    "libcst",
    "packaging",
    "rich",
    "tomllib",
    "typing_extensions",
}


def imported_by(statement: str) -> set[str]:
    code = f"import sys; import flake8.main.cli; {statement}; print(*sys.modules)"
    ran = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, encoding="utf-8"
    )
    return set(ran.stdout.split())


def test_the_plugin_imports_nothing_heavy() -> None:
    added = imported_by("import flake8_http_status.plugin") - imported_by("pass")
    assert added & HEAVY == set()
    assert all(name.startswith("flake8_http_status") for name in added)


def test_the_plugin_loads_the_engine_with_the_first_file() -> None:
    parts = {
        name.removeprefix("flake8_http_status.").partition(".")[0]
        for name in imported_by("import flake8_http_status.plugin")
    }
    assert parts & {"analysis", "checker", "frameworks", "registry"} == set()


def commands(path: Path) -> set[str]:
    """The lines of a file without indentation."""
    return {line.strip() for line in path.read_text("utf-8").splitlines()}


def test_ci_runs_the_readmes_test_command() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    section = readme.partition("## Development")[2]
    (command,) = re.findall(r"^```sh\n(.+)\n```$", section, re.MULTILINE)
    assert command in commands(ROOT / ".ci" / "run")


def test_pre_commit_offers_check_and_fix() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8")
    entries = re.findall(r"^  entry: (.+)$", hooks, re.MULTILINE)
    assert entries == ["flake8-http-status check", "flake8-http-status fix"]


def test_the_version_stands_in_one_place() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in pyproject["project"]
    assert metadata.version("flake8-http-status") == flake8_http_status.__version__
