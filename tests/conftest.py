"""Every test that asks for a ``case`` runs over all cases of the case files."""

from __future__ import annotations

import pytest
from case_file import CASE_FILES, Case, all_cases, rewrite
from laws import outcome


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


@pytest.fixture(scope="session", name="cases")
def _cases() -> list[Case]:
    return all_cases()
