"""What a project's ``pyproject.toml`` says of the versions that names must exist on."""

from __future__ import annotations

import tomllib

import pytest

from flake8_http_status.requirements import requirements_of


@pytest.mark.parametrize(
    ("pyproject", "expected"),
    [
        ("", []),
        ("project = 3\ntool = 'poetry'", []),
        ("[project]\nrequires-python = '>=3.10'", ["python >=3.10"]),
        ("[project]\nrequires-python = 3", []),
        (
            "[project]\ndependencies = ['django', 'fastapi[all]>=0.110', 3, 'Requests<3']",
            ["fastapi[all]>=0.110", "Requests<3"],
        ),
        (
            (
                "[project]\ndependencies = ['httpx>=0.27']\n"
                "[project.optional-dependencies]\ntest = ['httpx>=0.28', 'falcon==4.*']\n"
                "[dependency-groups]\ndev = [{include-group = 'test'}, 'falcon', 'starlette<1']"
            ),
            ["httpx>=0.27", "falcon==4.*", "starlette<1"],
        ),
        (
            "[tool.poetry.dependencies]\npython = '^3.9'\nfastapi = '^0.110.1'\nrequests = '*'",
            ["python >=3.9,<4", "fastapi >=0.110.1,<0.111", "requests "],
        ),
        (
            (
                "[tool.poetry.dependencies]\nfastapi = {version = '~0.110', extras = ['all']}\n"
                "starlette = [{version = '0.40.*', python = '<3.9'}, {version = '^1.2.0rc1'}]"
            ),
            ["fastapi >=0.110,<0.111", "starlette ==0.40.*", "starlette >=1.2.0,<2"],
        ),
        (
            (
                "[tool.poetry.dependencies]\npython = '>=3.8 <3.13 || ^4'\nhttpx = '^0.0.3'\n"
                "falcon = {git = 'https://example.org'}\nrequests = '2.x'\nstarlette = '~1'"
            ),
            [
                "python >=3.8,<3.13",
                "python >=4,<5",
                "httpx >=0.0.3,<0.0.4",
                "starlette >=1,<2",
            ],
        ),
        (
            (
                "[tool.poetry.dev-dependencies]\nhttpx = '0.27'\n"
                "[tool.poetry.group.test.dependencies]\nhttpx = '^1'\nrequests = '!=2.32'\n"
                "[tool.poetry.group]\nempty = 3"
            ),
            ["httpx ==0.27", "httpx >=1,<2", "requests !=2.32"],
        ),
    ],
)
def test_requirements(pyproject: str, expected: list[str]) -> None:
    assert requirements_of(tomllib.loads(pyproject)) == expected


def test_the_project_table_counts_before_poetrys() -> None:
    pyproject = {
        "project": {"requires-python": ">=3.11", "dependencies": ["starlette>=0.48"]},
        "tool": {"poetry": {"dependencies": {"python": "^3.8", "starlette": "^0.20"}}},
    }
    assert requirements_of(pyproject) == ["python >=3.11", "starlette>=0.48"]
