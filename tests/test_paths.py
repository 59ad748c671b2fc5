"""Paths where Windows has drives, through the rules of its own paths."""

from __future__ import annotations

import json
import ntpath
import os
from typing import TYPE_CHECKING

import pytest

from flake8_http_status.baseline import Baseline
from flake8_http_status.checker import check_source
from flake8_http_status.cli.formats import PROJECT_VARIABLES, Page, project_path, renderer
from flake8_http_status.cli.patch import patch
from flake8_http_status.cli.running import Result
from flake8_http_status.cli.text import Paint
from flake8_http_status.files import SourceFile
from flake8_http_status.paths import relative
from flake8_http_status.settings import DEFAULT_SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "from flask import abort\n\nabort(404)\n"


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The current folder is ``C:\\shop``."""
    for variable in PROJECT_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    with monkeypatch.context() as patched:
        patched.setattr(os, "getcwd", lambda: r"C:\shop")
        patched.setattr(os, "path", ntpath)
        yield


def reported(name: str, path: str) -> str:
    """What the format ``name`` says of a file with one violation."""
    found = tuple(check_source(SOURCE, DEFAULT_SETTINGS))
    result = Result(path, SourceFile(path, SOURCE.encode(), SOURCE, "utf-8"), found)
    page = Page(DEFAULT_SETTINGS, Paint(coloured=False), 80)
    return "".join(renderer(name)([result], page))


def test_a_way_has_slashes() -> None:
    assert relative(os.path.join("shop", "views.py")) == "shop/views.py"
    assert relative(os.path.abspath("views.py"), "shop") == "../views.py"


@pytest.mark.parametrize(
    ("path", "start", "expected"),
    [
        (r"C:\shop\api\views.py", ".", "api/views.py"),
        (r"api\views.py", ".", "api/views.py"),
        ("api/views.py", ".", "api/views.py"),
        (r"c:\SHOP\views.py", ".", "views.py"),
        (r"C:\other\views.py", ".", "../other/views.py"),
        (r"C:\shop\views.py", r"C:\shop\api", "../views.py"),
        (r"D:\tools\views.py", ".", "D:/tools/views.py"),
        (r"D:\tools\..\views.py", r"C:\shop", "D:/views.py"),
        (r"views.py", r"D:\tools", "C:/shop/views.py"),
        (r"\\host\share\views.py", ".", "//host/share/views.py"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_a_way_on_windows(path: str, start: str, expected: str) -> None:
    assert relative(path, start) == expected


@pytest.mark.parametrize(
    ("top", "path", "expected"),
    [
        (r"D:\a\shop", r"D:\a\shop\api\views.py", "api/views.py"),
        ("d:/a/shop/", r"D:\A\Shop\views.py", "views.py"),
        (r"D:\a\shop", r"D:\a\shopping\views.py", "D:/a/shopping/views.py"),
        ("", r"C:\shop\views.py", "views.py"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_the_folder_that_a_service_checked_out(
    top: str, path: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PROJECT_VARIABLES[0], top)
    assert project_path(path) == expected


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\shop\api views.py", "api%20views.py"),
        (r"D:\my tools\views.py", "file:///D:/my%20tools/views.py"),
        (r"\\host\share\views.py", "file://host/share/views.py"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_sarif_names_another_drive_by_a_whole_uri(path: str, uri: str) -> None:
    [run] = json.loads(reported("sarif", path))["runs"]
    [found] = run["results"]
    [location] = found["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri
    [change] = found["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"]["uri"] == uri


@pytest.mark.usefixtures("windows")
def test_gitlab_names_another_drive() -> None:
    [issue] = json.loads(reported("gitlab", r"D:\tools\views.py"))
    assert issue["location"]["path"] == "D:/tools/views.py"
    [issue] = json.loads(reported("gitlab", r"C:\shop\api\views.py"))
    assert issue["location"]["path"] == "api/views.py"


@pytest.mark.usefixtures("windows")
def test_a_baseline_remembers_another_drive() -> None:
    found, lines = check_source(SOURCE, DEFAULT_SETTINGS), SOURCE.splitlines()
    baseline = Baseline(r"C:\shop\baseline.json")
    for path in (r"D:\tools\views.py", r"C:\shop\api\views.py"):
        assert baseline.new(path, found, lines) == found
        baseline.add(path, found, lines)
        assert baseline.new(path, found, lines) == []
    assert baseline.new(r"api\views.py", found, lines) == []
    assert baseline.new("D:/tools/views.py", found, lines) == []


@pytest.mark.usefixtures("windows")
def test_a_patch_names_another_drive() -> None:
    assert patch(r"D:\tools\views.py", b"1\n", b"2\n")[:2] == [
        b"--- a/D:/tools/views.py\n",
        b"+++ b/D:/tools/views.py\n",
    ]
    assert patch(r"api\views.py", b"1\n", b"2\n")[0] == b"--- a/api/views.py\n"
