from __future__ import annotations

import contextlib
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from flake8.exceptions import ExecutionError
from flake8.main.options import register_default_options, stage1_arg_parser
from flake8.options.aggregator import aggregate_options
from flake8.options.config import load_config
from flake8.options.manager import OptionManager
from flake8.plugins import finder
from flake8.style_guide import Decision, StyleGuideManager
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_http_status import config, plugin, registry
from flake8_http_status.config import Configuration, ConfigurationError, load, settings_from_options
from flake8_http_status.rules._rule import Rule
from flake8_http_status.settings import OPTIONS, Settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from flake8.plugins.finder import Plugins

OFF = frozenset({"HSC202", "HSC501"})
CODES = ["HSC101", "HSC102", "HSC103", "HSC201", "HSC202", "HSC501"]
PATHS = ["a.py", "./b.py", "tests/a.py", "tests/deep/c.pyi"]


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    monkeypatch.setattr(registry, "RULES", [Rule(code, name="", summary="") for code in CODES])
    monkeypatch.setattr(config, "ON_REQUEST", OFF)
    monkeypatch.setattr(plugin, "ON_REQUEST", OFF)


@cache
def flake8_plugins() -> Plugins:
    cfg, folder = load_config(None, [], isolated=True)
    options = finder.parse_plugin_options(cfg, folder, enable_extensions=None, require_plugins=None)
    return finder.load_plugins(finder.find_plugins(cfg, options), options)


def flake8_options(*arguments: str, isolated: bool = False) -> argparse.Namespace:
    """The options that flake8 would run with in the current folder."""
    cfg, folder = load_config(None, [], isolated=isolated)
    manager = OptionManager(
        version="", plugin_versions="", parents=[stage1_arg_parser()], formatter_names=[]
    )
    register_default_options(manager)
    manager.register_plugins(flake8_plugins())
    return aggregate_options(manager, cfg, folder, arguments)


def reported_by_flake8(options: argparse.Namespace) -> dict[str, list[str]]:
    guides = StyleGuideManager(options, cast("Any", None))
    off = plugin.codes_off(options)
    return {
        path: [
            code
            for code in CODES
            if code not in off
            and guides.style_guide_for(path).should_report_error(code) is Decision.Selected
        ]
        for path in PATHS
    }


def reported_here(configuration: Configuration) -> dict[str, list[str]]:
    return {path: sorted(configuration.selection.codes_for(path, CODES)) for path in PATHS}


def agree(overrides: Mapping[str, str] | None = None) -> Configuration:
    """Hold the configuration of the current folder against flake8's and return it."""
    overrides = overrides or {}
    theirs = flake8_options(*(f"--{key}={value}" for key, value in overrides.items()))
    ours = load(overrides)
    assert reported_here(ours) == reported_by_flake8(theirs)
    assert list(ours.exclude) == [*theirs.exclude, *theirs.extend_exclude]
    assert list(ours.filename) == theirs.filename
    assert ours.disable_noqa == theirs.disable_noqa
    return ours


def test_defaults() -> None:
    assert agree().settings == Settings()


@pytest.mark.parametrize(
    "text",
    [
        "[flake8]\nselect = HSC1,E\n",
        "[flake8]\nselect =\n",
        "[flake8]\nselect =\nextend-select = HSC2\n",
        "[flake8]\nignore =\n",
        "[flake8]\nignore = HSC101 HSC102\nextend-ignore=HSC103\n",
        "[flake8]\nextend_ignore = HSC1\nselect = HSC101\n",
        "[flake8]\nextend-select = HSC5\nignore = HSC\n",
        "[flake8]\nper-file-ignores =\n    tests/*:HSC103,HSC1\n    a.py,b.py : HSC101 HSC102\n",
        "[flake8]\nper-file-ignores = *.py:HSC1 tests/a.py:HSC2\n",
        "[flake8]\nper-file-ignores = E501:HSC1 a.py:\n",
        "[flake8]\nper-file-ignores = : HSC1\n",
        "[flake8]\nper-file-ignores = a.py: ABCD1234 HSC1\n",
        "[flake8]\nper-file-ignores = ,\n  a.py:HSC1\n",
        "[flake8]\nexclude = .venv, build/, ./c\n    d/e.py\n",
        "[flake8]\nextend-exclude = .\nfilename = *.pyi *.py\n",
        "[flake8]\nfilename =\nexclude =\ndisable-noqa = yes\n",
        "[flake8]\nmax-line-length = 100\nunknown = 1\nmax_complexity = 3\n",
        "[flake8]\n; a comment\nignore = HSC1\n# another\n",
        "[DEFAULT]\nselect = HSC2\n[flake8]\n",
        "[flake8:local-plugins]\n",
        "[flake8x]\nselect = HSC2\n",
        "[ flake8 ]\nselect = HSC2\n",
        "[tool:pytest]\nselect = HSC2\n",
        "no section\n[flake8]\nselect = HSC2\n",
        "[flake8]\nselect = \xff\n",
    ],
)
@pytest.mark.parametrize("name", ["setup.cfg", "tox.ini", ".flake8"])
def test_reads_a_file_as_flake8_does(name: str, text: str) -> None:
    Path(name).write_text(text, "latin-1")
    agree()


@pytest.mark.parametrize(
    "folders",
    [
        {"setup.cfg": "[flake8]\nselect = HSC1", "tox.ini": "[flake8]\nselect = HSC2"},
        {"setup.cfg": "[metadata]\nname = x", "tox.ini": "[flake8]\nselect = HSC2"},
        {"../tox.ini": "[flake8]\nselect = HSC1", "../.flake8": "[flake8]\nselect = HSC2"},
        {"../../.flake8": "[flake8]\nselect = HSC2\nexclude = build/,x"},
        {"../../../.flake8": "[flake8]\nselect = HSC2"},
    ],
)
def test_finds_the_file_that_flake8_finds(
    folders: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "home" / "project" / "package"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name, text in folders.items():
        Path(name).write_text(text)
    agree()


def test_the_home_folder_itself_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(Path.cwd()))
    Path(".flake8").write_text("[flake8]\nselect = HSC2")
    assert agree().selection.select == ("HSC2",)


def test_without_a_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/no/such/folder")
    agree()


@pytest.mark.parametrize(
    "overrides",
    [
        {"select": "HSC1", "extend-ignore": "HSC101"},
        {"ignore": "HSC1"},
        {"extend-select": "HSC5"},
        {"per-file-ignores": "a.py:HSC1"},
        {"exclude": "build/,x", "extend-exclude": "./y"},
        {"filename": "*.pyi"},
    ],
)
def test_the_command_line_wins(overrides: dict[str, str]) -> None:
    Path("setup.cfg").write_text(
        "[flake8]\nselect = HSC2\nignore = HSC201\nextend-ignore = HSC5\n"
        "per-file-ignores = tests/*:HSC2\nexclude = z\nfilename = *.py\n"
    )
    agree(overrides)


CODE_LISTS = st.lists(
    st.sampled_from(["H", "HSC", "HSC1", "HSC101", "HSC2", "HSC202", "HSC5", "E"])
)
PATTERN_LISTS = st.lists(st.sampled_from(["a.py", "*.py", "tests/*", "./b.py", "*", "c.pyi"]))


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "select": CODE_LISTS.map(",".join),
            "ignore": CODE_LISTS.map(",".join),
            "extend-select": CODE_LISTS.map(",".join),
            "extend-ignore": CODE_LISTS.map(",".join),
            "per-file-ignores": st.lists(
                st.tuples(PATTERN_LISTS.filter(bool), CODE_LISTS).map(
                    lambda pair: f"{','.join(pair[0])}:{' '.join(pair[1])}"
                )
            ).map("\n    ".join),
        },
    )
)
def test_selects_what_flake8_selects(values: dict[str, str]) -> None:
    lines = [f"{key} = {value}" for key, value in values.items()]
    Path(".flake8").write_text("\n".join(["[flake8]", *lines]))
    agree()


@settings(deadline=None)
@given(st.text(alphabet="aE1:, \n", max_size=12))
def test_reads_per_file_ignores_as_flake8_does(text: str) -> None:
    Path(".flake8").write_text("[flake8]\nper-file-ignores = " + text.replace("\n", "\n    "))
    try:
        reported_by_flake8(flake8_options())
    except ExecutionError:
        with pytest.raises(ConfigurationError, match="allowed is the form 'pattern:CODE,CODE'"):
            load({})
    else:
        agree()


PYPROJECT = """
[tool.flake8-http-status]
select = ["HSC1", "HSC5"]
extend-ignore = "HSC102"
exclude = ["build/", "x"]
disable-noqa = true
allow = [200, "well-known"]
constants = "http"

[tool.flake8-http-status.per-file-ignores]
"tests/*" = ["HSC103"]
"a.py" = "HSC101"
"""


def test_reads_the_table_in_pyproject() -> None:
    Path("pyproject.toml").write_text(PYPROJECT)
    Path("below").mkdir()
    with contextlib.chdir("below"):
        found = load({})
    assert found.selection.select == ("HSC1", "HSC5")
    assert found.selection.extend_ignore == ("HSC102",)
    assert found.exclude == (str(Path.cwd() / "build"), "x")
    assert found.disable_noqa
    assert found.settings.allow == frozenset({200, 400, 404, 500})
    assert reported_here(found)["tests/a.py"] == ["HSC101", "HSC501"]
    assert reported_here(found)["a.py"] == ["HSC103", "HSC501"]
    assert found.entries["allow"].origin == "../pyproject.toml"


@pytest.mark.parametrize("text", ["tool = 1\n", "[tool.ruff]\n", "[project]\nname = 'x'\n"])
def test_a_pyproject_that_says_nothing(text: str) -> None:
    Path("pyproject.toml").write_text(text)
    assert load({}).entries == {}


def test_the_file_of_flake8_wins_over_pyproject() -> None:
    Path("pyproject.toml").write_text(PYPROJECT)
    Path("setup.cfg").write_text("[flake8]\nselect = HSC2\nhttp_status_allow = 201\n")
    found = load({"extend-ignore": "HSC202"})
    assert found.selection.select == ("HSC2",)
    assert found.selection.extend_ignore == ("HSC202",)
    assert found.settings == Settings(constants="http", allow=frozenset({201}))
    assert {key: entry.origin for key, entry in found.entries.items()} == {
        "select": "setup.cfg",
        "extend-ignore": "command line",
        "exclude": "pyproject.toml",
        "disable-noqa": "pyproject.toml",
        "per-file-ignores": "pyproject.toml",
        "allow": "setup.cfg",
        "constants": "pyproject.toml",
    }


def test_per_file_ignores_in_pyproject_as_flake8_writes_them() -> None:
    Path("pyproject.toml").write_text(
        "[tool.flake8-http-status]\nper-file-ignores = ['tests/*:HSC1', 'a.py:HSC2']\n"
    )
    assert reported_here(load({}))["a.py"] == ["HSC101", "HSC102", "HSC103"]


def test_a_wrong_argument_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"^--allow: '2' is not a number from 100 to 999$"):
        load({"allow": "2"})


def test_isolated_reads_no_file() -> None:
    Path("pyproject.toml").write_text(PYPROJECT)
    Path("setup.cfg").write_text("[flake8]\nselect = HSC2\n")
    assert load({}, isolated=True).entries == {}
    assert load({}, file="setup.cfg").selection.select == ("HSC2",)
    with pytest.raises(ConfigurationError, match=r"^tox.ini: there is no section \[flake8\]"):
        load({}, file="tox.ini")


TARGETS = """
[project]
requires-python = ">=3.10"
dependencies = ["Starlette>=0.40", "unrelated ~> nonsense", "requests>=2.31; extra == 'x'", 3]
[project.optional-dependencies]
all = ["starlette>=0.50", "httpx>=0.27,<1"]
[dependency-groups]
dev = ["httpx==0.28", {include-group = "test"}, "djangorestframework>=3.15"]
wrong = "djangorestframework"
"""


def test_targets_are_read_from_the_requirements() -> None:
    Path("pyproject.toml").write_text(TARGETS)
    settings = load({}).settings
    assert settings.targets == (
        ("python", (3, 10)),
        ("starlette", (0, 40)),
        ("requests", (2, 31)),
        ("httpx", (0, 27)),
        ("djangorestframework", (3, 15)),
    )
    assert settings.targets_below == (("httpx", (1,)),)
    assert load({"targets": "python>=3.12"}).settings.targets == (("python", (3, 12)),)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "setup.cfg",
            "[flake8]\nhttp-status-allow = 20x\n",
            "setup.cfg: http-status-allow = 20x: '20x' is neither a number",
        ),
        (
            "tox.ini",
            "[flake8]\nhttp_status_alow = 200\n",
            "tox.ini: http_status_alow = 200: unknown key, allowed are http-status-constants, ",
        ),
        (
            ".flake8",
            "[flake8]\nextend-ignore = E501 # why\n",
            ".flake8: extend-ignore = E501 # why: '#' is no code or beginning of one",
        ),
        (
            "setup.cfg",
            "[flake8]\nselect = HSC111\n",
            "setup.cfg: select = HSC111: no rule has the code 'HSC111', see 'list rules'; did you",
        ),
        ("setup.cfg", "[flake8]\ndisable-noqa = maybe\n", "allowed is true or false"),
        (
            "setup.cfg",
            "[flake8]\nhttp-status-allow =\n    200\n    \x1b[2J\n",
            "setup.cfg: http-status-allow = 200 \\x1b[2J: ",
        ),
        ("setup.cfg", "[flake8]\nselect=E\nselect=W\n", "setup.cfg: While reading from"),
        ("pyproject.toml", "[tool", "pyproject.toml: Expected ']'"),
        ("pyproject.toml", "\xff", "pyproject.toml: 'utf-8' codec"),
        (
            "pyproject.toml",
            "[tool.flake8-http-status]\nallows = 200\n",
            "pyproject.toml: allows = 200: unknown key, allowed are select, ignore, ",
        ),
        (
            "pyproject.toml",
            "[tool.flake8-http-status]\nselect = 1\n",
            "pyproject.toml: select = 1: allowed is a text or a list of texts",
        ),
        (
            "pyproject.toml",
            "[tool.flake8-http-status]\nper-file-ignores = {a = ['XYZW']}\n",
            "'XYZW' is no code or beginning of one",
        ),
        (
            "pyproject.toml",
            "[tool.flake8_http_status]\nallow = 200\n",
            "pyproject.toml: tool.flake8_http_status: allowed is a table [tool.flake8-http-status]",
        ),
        (
            "pyproject.toml",
            "tool.flake8-http-status = 1\n",
            "pyproject.toml: tool.flake8-http-status: allowed is a table [tool.flake8-http-status]",
        ),
        (
            "pyproject.toml",
            "[project]\nrequires-python = '3'\n",
            "pyproject.toml: project = ['python 3']",
        ),
    ],
)
def test_what_is_wrong_is_named_in_one_line(name: str, text: str, message: str) -> None:
    Path(name).write_text(text, "latin-1")
    with pytest.raises(ConfigurationError) as caught:
        load({})
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_settings_for_flake8_fall_back_on_pyproject() -> None:
    Path("pyproject.toml").write_text(PYPROJECT)
    unset = dict.fromkeys([f"http_status_{option.name}" for option in OPTIONS])
    assert settings_from_options(SimpleNamespace(**unset)).constants == "http"
    chosen = SimpleNamespace(**unset | {"http_status_constants": "number"})
    assert settings_from_options(chosen).constants == "number"
    assert settings_from_options(SimpleNamespace(**unset), isolated=True) == Settings()
    wrong = SimpleNamespace(**unset | {"http_status_known": "x"})
    with pytest.raises(ConfigurationError, match=r"^flake8: http-status-known = x: "):
        settings_from_options(wrong)
    Path("setup.cfg").write_text("[flake8]\nhttp_status_known = x\nhttp-status-baseline = b\n")
    for usual_file, named in ((True, "setup.cfg: http_status_known"), (False, "flake8: http-")):
        with pytest.raises(ConfigurationError, match=f"^{named}"):
            settings_from_options(wrong, usual_file=usual_file)
    Path("below").mkdir()
    remembered = SimpleNamespace(**unset | {"http_status_baseline": "b"})
    for usual_file, path in ((True, Path.cwd() / "b"), (False, Path.cwd() / "below" / "b")):
        with contextlib.chdir("below"):
            settings = settings_from_options(remembered, usual_file=usual_file)
            assert settings.baseline == str(path)
