"""The documentation says what is: nothing is missing in it, and nothing in it is made up."""

from __future__ import annotations

import argparse
import doctest
import importlib
import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import generate
import new_rule
import pytest
from _generate import markdown, names
from _generate.measured import MEASURED
from case_file import Project
from command import run
from laws import configuration_of, found_in, repaired

from flake8_http_status import checker, cli, codemod, rules
from flake8_http_status.registry import RULES, rule_page
from flake8_http_status.rules._related import RELATED
from flake8_http_status.settings import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.rules._rule import Rule

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
FRAGMENTS = DOCS / "changelog.d"
README = "../README.md"
PAGES = generate.present() | {README: (ROOT / "README.md").read_text("utf-8")}
WRITTEN = {path: text for path, text in PAGES.items() if not text.startswith(generate.MARK)}
HEADINGS = ["What it does", "Why", "Example", "Use instead", "Options", "Fix safety"]
PART = re.compile(
    r"^```(?P<info>[^\n]*)\n(?P<text>.*?)^```$|^(?P<heading>#+ [^\n]+)$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A fenced block; a ``toml`` block above it, under the same heading, makes its ``project``."""

    page: str
    line: int
    heading: str
    info: str
    text: str
    project: Project

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def blocks(page: str, text: str) -> Iterator[Block]:
    heading, project = "", Project()
    for part in PART.finditer(text):
        if part["heading"]:
            heading, project = part["heading"].lstrip("# "), Project()
        elif part["info"] == "toml":
            project = Project(part["text"])
        else:
            line = text.count("\n", 0, part.start()) + 1
            yield Block(page, line, heading, part["info"], part["text"], project)


def written(info: str) -> list[Block]:
    """The blocks of a kind in pages of the site that people write."""
    return [
        block
        for page, text in WRITTEN.items()
        for block in blocks(page, text)
        if block.info == info and page != README
    ]


def test_generated_pages_and_sessions_are_as_they_would_be_written() -> None:
    before, after = generate.present(), generate.wanted()
    stale = {path for path in before | after if before.get(path) != after.get(path)}
    assert stale == set(), "run `python docs/generate.py`"


def test_unknown_arguments_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert generate.main(["--chekc"]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("module", [markdown, names], ids=lambda module: module.__name__)
def test_examples_in_docstrings(module: object) -> None:
    failed, tried = doctest.testmod(module)  # type: ignore[arg-type]
    assert (failed, tried > 0) == (0, True)


def examples(rule: Rule, heading: str) -> list[Block]:
    """The code below a heading of a rule's page, in the project that the example belongs to."""
    found = [block for block in blocks(rule.code, rule_page(rule)) if block.info == "python"]
    project = next((block.project for block in found if block.heading == "Example"), Project())
    found = [block._replace(project=project) for block in found if block.heading == heading]
    assert found, f"{rule.code} has no code below {heading!r}"
    return found


def reported(block: Block, rule: Rule) -> set[str]:
    """The codes that the project sees when it has asked for the rule."""
    configuration = configuration_of(block.project)
    known = configuration.selection.codes_for("example.py", [other.code for other in RULES])
    found = checker.check_source(block.text, configuration.settings)
    return {violation.code for violation in found} & (known | {rule.code})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rule_has_all_headings(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", rule_page(rule), re.MULTILINE)
    assert [heading for heading in headings if heading in HEADINGS] == HEADINGS


def test_every_rule_is_measured_once() -> None:
    codes = [code for collection in MEASURED for code in collection["rules"]]
    assert sorted(codes) == sorted(rule.code for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_example_raises_its_rule_alone(rule: Rule) -> None:
    for block in examples(rule, "Example"):
        assert reported(block, rule) == {rule.code}


UNSAFE = [rule for rule in RULES if rule.fixable == "unsafe"]


@pytest.mark.parametrize("rule", UNSAFE, ids=lambda rule: rule.code)
def test_an_unsafe_fix_is_shown_and_compiles(
    rule: Rule, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    block = examples(rule, "Example")[0]
    (tmp_path / "pyproject.toml").write_text(block.project.pyproject, "utf-8")
    (tmp_path / "example.py").write_text(block.text, "utf-8")
    assert run("fix", "--select", rule.code, "--diff").out == ""
    shown = run("fix", "--select", rule.code, "--unsafe", "--diff").out
    assert run("fix", "--select", rule.code, "--unsafe").code == 0
    fixed = (tmp_path / "example.py").read_text("utf-8")
    compile(fixed, "example.py", "exec", dont_inherit=True)
    changed = {*fixed.splitlines()} - {*block.text.splitlines()}
    assert changed
    assert changed <= {line[1:] for line in shown.splitlines() if line.startswith("+")}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_use_instead_raises_nothing(rule: Rule) -> None:
    for block in examples(rule, "Use instead"):
        assert reported(block, rule) == set()


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.fixable != "no"], ids=lambda rule: rule.code
)
def test_fix_repairs_the_example(rule: Rule) -> None:
    for block in examples(rule, "Example"):
        fixed = codemod.fix_source(
            block.text,
            configuration_of(block.project).settings,
            unsafe=True,
            select=lambda violation: violation.code == rule.code,
        )
        assert rule.code not in reported(block._replace(text=fixed.source), rule)


def test_every_rule_has_a_page() -> None:
    pages = {path.removeprefix("rules/") for path in PAGES if path.startswith("rules/")}
    assert pages - {"index.md"} == {f"{rule.name}.md" for rule in RULES}


def test_every_option_is_documented() -> None:
    headings = re.findall(r"^## (.+)$", PAGES["reference/configuration.md"], re.MULTILINE)
    assert set(headings) - {"Options shared with flake8"} == {option.name for option in OPTIONS}


def test_every_rule_was_announced() -> None:
    announced = {path.name.partition(".")[0] for path in FRAGMENTS.glob("HSC*.md")}
    announced |= set(re.findall(r"HSC\d{3}", PAGES["changelog.md"]))
    assert announced == {rule.code for rule in RULES}


def test_related_rules_are_told_of_rules_that_exist() -> None:
    assert RELATED.keys() <= {rule.code for rule in RULES}


def test_fragments_are_of_a_kind() -> None:
    kinds = re.compile(r"(HSC\d{3}|\+[a-z-]+)\.(added|changed|fixed)\.md")
    assert all(kinds.fullmatch(path.name) for path in FRAGMENTS.glob("[!.]*"))


def test_no_page_names_a_rule_that_does_not_exist() -> None:
    codes = {code for text in PAGES.values() for code in re.findall(r"HSC\d{3}", text)}
    assert codes - {rule.code for rule in RULES} == set()


def arguments_of(command: str) -> set[str]:
    parser = argparse.ArgumentParser()
    importlib.import_module(f"{cli.__name__}.{command}").add_arguments(parser)
    return {name for action in parser._actions for name in action.option_strings}


ARGUMENTS = {command: arguments_of(command) for command in cli.COMMANDS}
CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def test_pages_name_commands_and_arguments_that_exist() -> None:
    known = {f"--http-status-{option.name}" for option in OPTIONS}.union(*ARGUMENTS.values())
    prose = {path: text for path, text in WRITTEN.items() if path != "llms.txt"}
    for path, text in prose.items():
        code = "\n".join(CODE.findall(text))
        for command, rest in re.findall(r"flake8-http-status (\w+)\b([^\n|;`]*)", code):
            assert command in ARGUMENTS, f"{path}: {command}"
            used = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest))
            assert used <= ARGUMENTS[command], f"{path}: {command}{rest}"
        alone = set(re.findall(r"`(--[a-z][a-z-]*)", text))
        assert path == "contributing.md" or alone <= known, path


@pytest.mark.parametrize("block", written("diff"), ids=str)
def test_fix_makes_the_new_text_of_the_old(block: Block) -> None:
    lines = [(line[:1], line[1:]) for line in block.text.splitlines(keepends=True)]
    before = "".join(line or "\n" for sign, line in lines if sign != "+")
    after = "".join(line or "\n" for sign, line in lines if sign != "-")
    assert repaired(before, block.project).source == after


@pytest.mark.parametrize("block", written("python"), ids=str)
def test_code_in_guides_is_clean(block: Block) -> None:
    assert found_in(block.text, block.project) == []


LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def anchors(text: str) -> set[str]:
    headings = (part["heading"] for part in PART.finditer(text))
    return {markdown.slug(heading.lstrip("# ")) for heading in headings if heading}


@pytest.mark.parametrize("path", sorted(PAGES))
def test_links_lead_somewhere(path: str) -> None:
    prose = re.sub(r"^```.*?^```$|`[^`\n]*`", "", PAGES[path], flags=re.MULTILINE | re.DOTALL)
    for link in LINK.finditer(prose):
        target, _, anchor = link["target"].partition("#")
        if target.startswith("https://"):
            continue
        file = (DOCS / path).parent / target if target else DOCS / path
        assert file.exists(), link[0]
        if anchor:
            assert anchor in anchors(file.read_text("utf-8")), link[0]


def test_a_new_rule_begins_with_everything_it_needs() -> None:
    made = new_rule.files("HSC399", "status-of-a-test", "a status in a test")
    module, cases, fragment = made
    assert (ROOT / module).parent.name == Path(rules.__path__[0]).name
    assert (ROOT / cases).parent.is_dir()
    assert (ROOT / fragment).parent == FRAGMENTS
    compile(made[module], module, "exec")
    headings = re.findall(r"^## (.+)$", made[module], re.MULTILINE)
    assert headings == HEADINGS


@pytest.mark.parametrize(
    "arguments", [("HSC912", "a-name", "x"), ("HSC399", "Name", "x"), ("E501", "a-name", "x")]
)
def test_a_new_rule_needs_a_code_and_a_name(arguments: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="is no"):
        new_rule.files(*arguments)
