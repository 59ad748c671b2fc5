"""The LibCST command, and the guards between a rule's fix and the file."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from command import run
from libcst.codemod import CodemodTest

from flake8_http_status import fixing
from flake8_http_status.analysis.imports import Insertion
from flake8_http_status.analysis.splicing import splice
from flake8_http_status.codemod import FixResult, UseNamedStatusCodes, fix_source
from flake8_http_status.settings import DEFAULT_SETTINGS
from flake8_http_status.violation import Edit, Fix, Import, Safety, Span, Violation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VIEW = """\
from flask import abort

abort(404)  # gone
"""
FIXED_VIEW = """\
from http import HTTPStatus

from flask import abort

abort(HTTPStatus.NOT_FOUND)  # gone
"""
NO_PLACE = '__all__ = ["view"]; from flask import abort\n\nabort(404)\n'


class TestCommand(CodemodTest):
    TRANSFORM = UseNamedStatusCodes

    def test_fixes_a_module(self) -> None:
        self.assertCodemod(VIEW, FIXED_VIEW)

    def test_leaves_a_module_without_statuses(self) -> None:
        self.assertCodemod("total = 404\n", "total = 404\n")

    def test_warns_where_a_fix_is_refused(self) -> None:
        warning = "there is no line that is safe for the import"
        self.assertCodemod(NO_PLACE, NO_PLACE, expected_warnings=[warning])

    def test_does_not_what_is_off_unless_selected(self) -> None:
        written = (
            "import httpx\nfrom http import HTTPStatus\n\nassert x.status_code == HTTPStatus.OK\n"
        )
        self.assertCodemod(written, written)


def test_libcst_does_what_fix_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "view.py": VIEW,
        "noqa.py": VIEW.replace("gone", "noqa: HSC101"),
        "marked.py": "\ufeff" + VIEW.replace("\n", "\r\n"),
        "latin.py": "# coding: latin-1\n# \xe9\n" + VIEW,
        "ignored.py": VIEW,
        "none.py": "abort(total)",
        "refused.py": NO_PLACE,
    }
    for folder in ("ours", "theirs"):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            encoding = "latin-1" if name == "latin.py" else "utf-8"
            (tmp_path / folder / name).write_bytes(text.encode(encoding))
    (tmp_path / "pyproject.toml").write_text(
        '[tool.flake8-http-status]\nconstants = "http_client"\n'
        'per-file-ignores = ["ignored.py:HSC101"]\n'
    )
    (tmp_path / ".libcst.codemod.yaml").write_text("modules: [flake8_http_status]\n")
    monkeypatch.chdir(tmp_path)
    assert "refused.py: is left as it is" in run("fix", "-q", "ours").err
    command = ["codemod", "-j2", "--no-format", "codemod.UseNamedStatusCodes", "theirs"]
    ran = subprocess.run(
        [sys.executable, "-m", "libcst.tool", *command], check=False, capture_output=True, text=True
    )
    assert ran.returncode == 0, ran.stderr
    for name in files:
        ours, theirs = (tmp_path / folder / name for folder in ("ours", "theirs"))
        assert theirs.read_bytes() == ours.read_bytes(), name
        changed = name in {"view.py", "marked.py", "latin.py"}
        assert (b"client.NOT_FOUND" in theirs.read_bytes()) is changed, name


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("abort(404)", "from http import HTTPStatus\n\nabort(HTTPStatus.NOT_FOUND)"),
        (
            "status_code = 404\nimport json",
            "from http import HTTPStatus\n\nstatus_code = HTTPStatus.NOT_FOUND\nimport json",
        ),
    ],
    ids=["nothing else", "an import"],
)
def test_a_last_line_may_lack_its_end(before: str, after: str) -> None:
    assert fix_source(before).source == after


@pytest.mark.parametrize(
    ("statement", "kept"),
    [
        ("from http import HTTPMethod, HTTPStatus", "from http import HTTPMethod"),
        (
            "from http import (\n    HTTPMethod, HTTPStatus,\n)",
            "from http import (\n    HTTPMethod,\n)",
        ),
        (
            "from http import (\n    HTTPMethod,  # how\n    HTTPStatus,  # what\n)",
            "from http import (\n    HTTPMethod,  # how\n)",
        ),
    ],
    ids=["on one line", "in parentheses", "with comments"],
)
def test_an_import_loses_a_name(statement: str, kept: str) -> None:
    rest = "\nimport flask\n\nflask.abort({}, HTTPMethod.GET)\n"
    result = fix_source(
        statement + rest.format("HTTPStatus.GONE"),
        DEFAULT_SETTINGS._replace(constants="number"),
        unsafe=True,
        select=lambda violation: True,
    )
    assert result.refused is None
    assert result.source == kept + rest.format(410)


@pytest.mark.parametrize(
    ("safety", "text", "refused"),
    [
        (Safety.SAFE, "(", "the result does not parse"),
        (Safety.SAFE, "410", "404 became 410"),
        (Safety.SAFE, "404, 404", "statements or elements came or went"),
        (Safety.SAFE, "[404]", "line 3: Constant became List"),
        (Safety.UNSAFE, "(", "the result does not compile"),
        (Safety.UNSAFE, "yield", "the result does not compile"),
    ],
)
def test_a_wrong_fix_is_refused(
    monkeypatch: pytest.MonkeyPatch, safety: Safety, text: str, refused: str
) -> None:
    fix = Fix((Edit(Span(3, 6, 3, 9), text),), safety)
    violation = Violation("HSC101", Span(3, 6, 3, 9), "magic number 404", fix)
    monkeypatch.setattr(fixing, "violations_in", lambda _: [violation])
    result = fix_source(VIEW, unsafe=True)
    assert result.refused is not None
    assert refused in result.refused
    assert result == FixResult(VIEW, refused=result.refused)


SHOP = """\
from typing import TYPE_CHECKING

from flask import abort, jsonify  # answers

if TYPE_CHECKING:
    from shop import Basket
try:
    import cache
except ImportError:
    cache = None

PAGE = jsonify(), abort(404)


def view(found):
    abort(404)  # gone
"""
IMPORT = "from http import HTTPStatus\n"


def _places(line: int, text: str = IMPORT) -> Callable[..., Insertion]:
    return lambda *_: Insertion(line, text)


def _then(change: Callable[[str], str]) -> Callable[..., str]:
    return lambda *arguments: change(splice(*arguments))


WRONG_REWRITERS: dict[str, tuple[str, Callable[..., object]]] = {
    "writes another code": ("_printed", lambda text: "HTTPStatus.FORBIDDEN"),
    "writes no constant": ("_printed", lambda text: "HTTPStatus.NOT_FOUD"),
    "writes another vocabulary": ("_printed", lambda text: "status.HTTP_404_NOT_FOUND"),
    "writes what is shadowed": ("_printed", lambda text: "cache.NOT_FOUND"),
    "writes a text": ("_printed", lambda text: "'404'"),
    "writes more": ("_printed", lambda text: f"{text}, {text}"),
    "writes a comment": ("_printed", lambda text: f"{text}  # was 404\n"),
    "forgets the import": ("_needed", lambda edits: {}),
    "imports something else": ("_needed", lambda edits: {Import("shop", "HTTPStatus"): 1}),
    "imports for types only": ("place_import", _places(6, f"    {IMPORT}")),
    "imports where it may fail": ("place_import", _places(8, f"    {IMPORT}")),
    "imports in a function": ("place_import", _places(16, f"    {IMPORT}")),
    "imports below": ("place_import", _places(17)),
    "imports between": ("place_import", _places(13)),
    "imports more": ("place_import", _places(1, "import antigravity\n" + IMPORT)),
    "drops comments": ("splice", _then(lambda text: text.replace("  # gone", ""))),
    "drops comments of imports": ("splice", _then(lambda text: text.replace("  # answers", ""))),
    "drops names of imports": ("splice", _then(lambda text: text.replace(", jsonify ", " "))),
    "drops imports": ("splice", _then(lambda text: text.replace("    import cache", "    pass"))),
    "ends lines otherwise": ("splice", _then(lambda text: text.replace("\n", "\r\n"))),
    "drops blank lines": ("splice", _then(lambda text: text.replace("\n\n\n", "\n\n"))),
    "drops the last line end": ("splice", _then(str.rstrip)),
    "adds a line end": ("splice", _then("{}\n".format)),
    "indents by tabs": ("splice", _then(lambda text: text.replace("    ", "\t"))),
    "leaves blanks behind": ("splice", _then(lambda text: text.replace(":\n", ": \n"))),
    "adds a mark": ("splice", _then(lambda text: "\ufeff" * ("http" in text) + text)),
    "formats": ("splice", _then(lambda text: ast.unparse(ast.parse(text)) + "\n")),
}


@pytest.mark.parametrize(("name", "rewriter"), WRONG_REWRITERS.values(), ids=WRONG_REWRITERS)
def test_a_wrong_rewriter_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, rewriter: Callable[..., object]
) -> None:
    assert fix_source(SHOP).refused is None
    monkeypatch.setattr(fixing, name, rewriter)
    result = fix_source(SHOP)
    assert result.refused is not None
    assert result == FixResult(SHOP, refused=result.refused)
