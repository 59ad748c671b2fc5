"""Comparisons, tables and fixtures of test runners: a constant does what its number does."""

from __future__ import annotations

import subprocess
import sys
import unittest
from http import HTTPStatus
from importlib.metadata import entry_points
from typing import TYPE_CHECKING, Any

import pytest

from flake8_http_status.registry import all_frameworks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flake8_http_status.frameworks._framework import Comparer, Fixture

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

COMPARERS = [
    (comparer, name)
    for framework in all_frameworks()
    for comparer in framework.comparers
    for name in comparer.of
]
FIXTURES = [fixture for framework in all_frameworks() for fixture in framework.fixtures]


def compare(dotted: str) -> Callable[[Any, Any], None]:
    """The callable, as a test case has it."""
    owner_name, _, name = dotted.rpartition(".")
    if owner_name == "unittest.TestCase":
        owner: Any = unittest.TestCase()
    else:
        owner = pytest.importorskip(owner_name, exc_type=ImportError)
    if not hasattr(owner, name):
        pytest.skip("removed from this version of Python")
    compare_: Callable[[Any, Any], None] = getattr(owner, name)
    return compare_


def passes(assertion: Callable[[Any, Any], None], first: Any, second: Any) -> bool:
    try:
        assertion(first, second)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize(("comparer", "dotted"), COMPARERS, ids=[name for _, name in COMPARERS])
def test_comparer(comparer: Comparer, dotted: str) -> None:
    assertion = compare(dotted)
    wrap: Callable[[Any], Any] = {"List": list, "Tuple": tuple, "Sequence": list}.get(
        dotted.removeprefix("unittest.TestCase.assert").removesuffix("Equal"),
        lambda items: items[0],
    )
    found = wrap([404])
    for expected in (404, 500):
        values = (expected, HTTPStatus(expected))
        seconds = ([value] if comparer.membership else wrap([value]) for value in values)
        number, constant = (passes(assertion, found, second) for second in seconds)
        assert number == constant
        assert number == ((expected == 404) is ("not" not in dotted.lower()))


TABLES = {
    "pytest": """
        @pytest.mark.parametrize("status", [{0}, pytest.param({0})])
        @pytest.mark.parametrize(("name", "expected"), [("name", {0})])
        def test_table(status, name, expected):
            assert status == expected == 404
        """,
    "parameterized": """
        class TestTables(unittest.TestCase):
            @parameterized.parameterized.expand([({0},), parameterized.param({0})])
            def test_expanded(self, status):
                assert status == 404

            @parameterized.parameterized.expand([{0}])
            def test_one_column(self, status):
                assert status == 404
        """,
    "ddt": """
        @ddt.ddt
        class TestTables(unittest.TestCase):
            @ddt.data({0}, 404)
            def test_one_column(self, status):
                assert status == 404

            @ddt.data(("name", {0}))
            @ddt.unpack
            def test_columns(self, name, status):
                assert status == 404
        """,
}


@pytest.mark.parametrize("package", TABLES)
def test_table(package: str, tmp_path: Path) -> None:
    pytest.importorskip(package)
    outcomes = {
        run_tests(tmp_path, f"import unittest\nimport {package}\n", TABLES[package].format(status))
        for status in ("404", "HTTPStatus.NOT_FOUND")
    }
    assert len(outcomes) == 1


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_fixture(fixture: Fixture, tmp_path: Path) -> None:
    module, _, name = fixture.is_a.rpartition(".")
    pytest.importorskip(module, exc_type=ImportError)
    plugins = [
        option
        for entry in entry_points(group="pytest11")
        if entry.module.partition(".")[0] == module.partition(".")[0] or entry.name == "asyncio"
        for option in ("-p", entry.module)
    ]
    test = f"""
        def test_fixture({fixture.name}):
            assert Expected in type({fixture.name}).__mro__ or callable({fixture.name})
        """
    run_tests(tmp_path, f"from {module} import {name} as Expected\n", test, *plugins)


def run_tests(directory: Path, imports: str, tests: str, *options: str) -> str:
    """Run tests in a process of its own, and return what pytest says in the end."""
    path = directory / "test_file.py"
    lines = tests.splitlines()
    indent = len(lines[1]) - len(lines[1].lstrip())
    body = "\n".join(line[indent:] for line in lines)
    path.write_text(f"from http import HTTPStatus\n{imports}{body}\n", "utf-8")
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, str(path))
    ran = subprocess.run(command, cwd=directory, capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout
    return ran.stdout.partition(" in ")[0]
