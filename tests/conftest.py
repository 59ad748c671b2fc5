"""Every test that asks for a ``case`` runs over all cases of the case files."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_file import Case, read, rewrite
from laws import outcome

CASE_FILES = sorted((Path(__file__).parent / "cases").rglob("*.md"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-cases",
        action="store_true",
        help="first make marks and fixed blocks of all case files say what the tool does now",
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("update_cases"):
        for path in CASE_FILES:
            rewrite(path, outcome)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        metafunc.parametrize("case", all_cases(), ids=str)


def all_cases() -> list[Case]:
    return [case for path in CASE_FILES for case in read(path)]


@pytest.fixture(scope="session", name="cases")
def _cases() -> list[Case]:
    return all_cases()
