"""Nothing that a file may hold makes the engine, the codemod or the command fail."""

from __future__ import annotations

import ast
import os
import random
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import FIXED, SHOP, run
from hypothesis import given, settings
from hypothesis import strategies as st
from survival import UNPARSABLE, is_refused

from flake8_http_status.checker import check_source
from flake8_http_status.codemod import fix_source
from flake8_http_status.files import FileError, read, replace

if TYPE_CHECKING:
    from collections.abc import Callable


def survives(source: str) -> str:
    """Check and fix; the fixed source, which parses if the source does."""
    try:
        ast.parse(source)
    except UNPARSABLE:
        is_refused(source)
        return source
    check_source(source)
    fixed = fix_source(source, unsafe=True, select=lambda violation: True)
    assert fixed.refused is None
    ast.parse(fixed.source)
    return fixed.source


DEEP = {
    "parentheses": lambda size: "abort(" + "(" * size + "404" + ")" * size + ")",
    "lists": lambda size: "[" * size + "404" + "]" * size,
    "calls": lambda size: "abort(" * size + "404" + ")" * size,
    "attributes": lambda size: "abort(404); x = response" + ".status" * size + " == 404",
    "subscripts": lambda size: "x = response" + "[404]" * size,
    "called results": lambda size: "x = abort" + "(404)" * size,
    "conditions": lambda size: "abort(" + "404 if x else " * size + "500)",
    "operators": lambda size: "abort(" + "404 + " * size + "0)",
    "powers": lambda size: "abort(" + "404 ** " * size + "0)",
    "signs": lambda size: "abort(" + "-" * size + "404)",
    "negations": lambda size: "x = " + "not " * size + "response.status_code == 404",
    "comparisons": lambda size: "x = response.status_code" + " == 404" * size,
    "walrus": lambda size: "x = " + "(status := " * size + "404" + ")" * size,
    "lambdas": lambda size: "x = " + "lambda: " * size + "abort(404)",
    "branches": lambda size: (
        "if r.status_code == 1: pass\n"
        + "elif r.status_code == 404: pass\n" * size
        + "else: abort(404)"
    ),
    "blocks": lambda size: (
        "".join(" " * i + "if r.status_code == 404:\n" for i in range(size))
        + " " * size
        + "abort(404)"
    ),
    "functions": lambda size: (
        "".join(" " * i + "def f(status=404):\n" for i in range(size)) + " " * size + "abort(404)"
    ),
    "aliases": lambda size: (
        "c0 = 404\n" + "".join(f"c{i + 1} = c{i}\n" for i in range(size)) + f"abort(c{size})"
    ),
    "base classes": lambda size: (
        "class C0(Exception): status_code = 404\n"
        + "".join(f"class C{i + 1}(C{i}): status_code = 404\n" for i in range(size))
    ),
    "parameters": lambda size: (
        "def f0(status): abort(status)\n"
        + "".join(f"def f{i + 1}(status): f{i}(status)\n" for i in range(size))
        + f"f{size}(404)"
    ),
    "annotations": lambda size: "x: " + "list[" * size + "int" + "]" * size + " = 404",
    "values": lambda size: (
        "from http import HTTPStatus\nabort(HTTPStatus.OK" + ".value" * size + ")"
    ),
    "conversions": lambda size: "abort(" + "int(" * size + "404" + ")" * size + ")",
}


@pytest.mark.parametrize("build", DEEP.values(), ids=DEEP)
@pytest.mark.parametrize("size", [20, 80, 190, 1000])
def test_deep_nesting(build: Callable[[int], str], size: int) -> None:
    survives(f"from flask import abort\n{build(size)}\n")


LONG = {
    "a list": "x = [" + "404, " * 50_000 + "]",
    "a list of statuses": "assert r.status_code in [" + "404, " * 5_000 + "]",
    "lines": "x = 1\n" * 100_000 + "abort(404)",
    "a text": "x = '" + "é" * 1_000_000 + "'; abort(404)",
    "a line that is not ASCII": "abort(404, 'é😀'); " * 3_000,
    "a number": "abort(" + "4" * 4_000 + ")",
    "a number with too many digits": "abort(" + "4" * 5_000 + ")",
    "a power": "abort(9 ** 9 ** 9); abort(404 << 10 ** 12); abort('4' * 10 ** 12)",
    "a name": "status_code" + "x" * 100_000 + " = 404",
    "a status line": "start_response('404 " + "x " * 100_000 + "', [])",
    "a format": "'%s" + "%(x)" * 20_000 + "' % {'x': 404}",
    "a comment": "abort(404)  # noqa" + ":, " * 50_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_files(text: str) -> None:
    survives(f"from flask import abort\n{text}\n")


SOURCES = {
    "nothing": "",
    "a line end": "\n",
    "a comment": "# 404",
    "a form feed": "\f\nfrom flask import abort\n\f\nabort(404)\f\n",
    "a form feed before code": "from flask import abort\n\f abort(404)\n",
    "a form feed in a line": "from flask import abort\nabort(\f404)\n\fabort(404)",
    "tabs": "from flask import abort\nif x:\n\tabort(404)\n\tif y:\n\t    abort(404)\n",
    "tabs and blanks": "from flask import abort\nif x:\n        abort(404)\n\tabort(404)\n",
    "carriage returns": "from flask import abort\rabort(404)\rif x:\r    abort(500)\r",
    "all line ends": "from flask import abort\r\nabort(404)\rabort(404)\nabort(404)",
    "no last line end": "from flask import abort\nabort(404)",
    "a last backslash": "from flask import abort\nabort(404)\\\n",
    "continued lines": "from flask import \\\n    abort\nabort\\\n(404\\\n)\n",
    "a byte-order mark": "\ufefffrom flask import abort\nabort(404)\n",
    "two byte-order marks": "\ufeff\ufefffrom flask import abort\nabort(404)\n",
    "a null byte": "from flask import abort\nabort(404)\0\n",
    "a lone surrogate": "from flask import abort\nabort(404, '\ud800')\n",
    "an escaped surrogate": "from flask import abort\nabort(404, '\\ud800')\n",
    "line ends of Unicode": "from flask import abort\nabort(404, '\u2028\x85\v\x1c'); abort(404)\n",
    "a control character": "from flask import abort\n\x1a\nabort(404)\n",
    "wide characters": "from flask import abort\nabort(404, '😀é'); abort(404)\n",
    "normalized names": "from flask import abort\nre\u017fponse.\ufb06atus_code == 404\n",
    "Python 2": "from flask import abort\nprint 'x'\nabort(0404)\n",
    "text formats": "import flask\nf'{flask.abort(404)!r:{flask.abort(404)}} é {r.status}'\n",
    "a text format on lines": "from flask import abort\nf'''é\n{abort(404)}\n{\nabort(404)\n}'''\n",
    "joined texts": "from flask import abort\nx = 'é' f'{abort(404)}' 'é' f'{abort(404)}'\n",
    "nested quotes": "from flask import abort\nf'{abort(f\"{abort(404)}\")}'\n",
    "a keyword next to it": "from flask import abort\nabort(404if x else 500)\n",
    "numbers in disguise": "from flask import abort\nabort(0x194); abort(4_0_4); abort(0o624)\n",
    "odd numbers": "from flask import abort\nabort(404.0); abort(404j); abort(True); abort(1e9)\n",
    "unpacking": "from flask import abort\nabort(*[404]); abort(**{'code': 404})\n",
    "no arguments": "from flask import abort\nabort(); Response(status=)\n",
    "a scope that declares all": "def f():\n    global f, HTTPStatus\n    f = 404\n",
    "a nonlocal name": "def f():\n    x = 404\n    def g():\n        nonlocal x\n        x = 404\n",
    "bases in a circle": "class A(B): status_code = 404\nclass B(A): status_code = 404\n",
    "names in a circle": "status = code\ncode = status\nabort(status)\n",
    "types": "from flask import abort\nx: 'abort(404' = 404\ndef f() -> 'a b': return '', 404\n",
}


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_odd_files(source: str) -> None:
    fixed = survives(source)
    assert survives(fixed) == fixed


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_files_that_are_half_typed(end: str) -> None:
    source = SHOP.replace("\n", end)
    for length in range(0, len(source), 3):
        survives(source[:length])


PIECES = [
    *("from http import HTTPStatus", "import http", "from flask import abort", "abort", "404"),
    *("response.status_code", "HTTPStatus.OK", "(", ")", "[", "]", "{", "}", ":", ",", ".", "="),
    *("==", "in", "not", "if", "else", "for", "def f", "class A", "return", "lambda", "assert"),
    *("match", "case", "200", "'404'", '"""', "f'{", "}'", "#", "\\", "\n", "\n    ", "\t", ";"),
    *("\r", "\f", "é", "\ufeff", "@", "*", "async", "await", "with", "as", "try", "except"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(max_examples=200, deadline=None)
def test_words_in_any_order(pieces: list[str]) -> None:
    survives(" ".join(pieces))


@given(st.text())
@settings(max_examples=100, deadline=None)
def test_any_text(text: str) -> None:
    survives(text)


ENCODED = {
    "UTF-8": SHOP.encode(),
    "a mark": b"\xef\xbb\xbf" + SHOP.encode(),
    "a mark and a cookie": b"\xef\xbb\xbf# coding: utf-8\n" + SHOP.encode(),
    "Latin-1": b"# coding: latin-1\n# \xe9\n" + SHOP.encode(),
    "cp1252": b"# -*- coding: cp1252 -*-\n# \x80\n" + SHOP.encode(),
    "Shift JIS": b"# coding: shift_jis\n# \x83\x5c\n" + SHOP.encode(),
    "carriage returns": SHOP.encode().replace(b"\n", b"\r"),
    "Windows": SHOP.encode().replace(b"\n", b"\r\n"),
}
UNREADABLE = {
    "no UTF-8": SHOP.encode() + b"# \xe9\n",
    "UTF-16": SHOP.encode("utf-16"),
    "a mark and another cookie": b"\xef\xbb\xbf# coding: latin-1\n" + SHOP.encode(),
    "an unknown cookie": b"# coding: nonsense\n" + SHOP.encode(),
    "a cookie of no text": b"# coding: hex\n" + SHOP.encode(),
    "a null byte": SHOP.encode() + b"\0",
    "half of it": SHOP.encode() + b"abort(",
}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_files_keep_their_encoding(data: bytes) -> None:
    Path("shop.py").write_bytes(data)
    assert run("check").code == 1
    assert run("fix").code == 0
    end = b"\r\n" if b"\r\n" in data else b"\n" if b"\n" in data else b"\r"
    expected = FIXED.encode().replace(b"\n", end)
    added = expected.split(end, 1)[0]
    fixed = Path("shop.py").read_bytes()
    assert added in fixed
    assert fixed.count(b"HTTPStatus.NOT_FOUND") == 2
    kept = data.replace(
        b"abort(404)" + end + b"abort", b"abort(HTTPStatus.NOT_FOUND)" + end + b"abort"
    )
    kept = kept.replace(b"== 404", b"== HTTPStatus.NOT_FOUND")
    assert fixed.replace(added + end + end, b"", 1).lstrip(end) == kept.lstrip(end)


@pytest.mark.parametrize("data", UNREADABLE.values(), ids=UNREADABLE)
def test_files_that_cannot_be_read_stop_no_others(data: bytes) -> None:
    Path("a.py").write_bytes(data)
    Path("shop.py").write_text(SHOP, "utf-8")
    checked = run("check")
    assert checked.code == 3
    assert checked.out.count("shop.py") == 2
    assert checked.err.startswith(("a.py: ", "./a.py: "))
    assert run("fix").code == 3
    assert Path("a.py").read_bytes() == data
    assert Path("shop.py").read_text("utf-8") == FIXED


CALLS = ("stat", "access", "open", "fsync", "fstat", "fchmod", "replace")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", range(1, 4))
def test_every_failing_call_leaves_the_old_file_or_the_new_one(
    call: str, error: BaseException, failing: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path("shop.py")
    path.write_text(SHOP, "utf-8")
    path.chmod(0o750)
    source = read("shop.py")
    real = getattr(os, call)
    count = 0

    def fail(*arguments: object, **keywords: object) -> object:
        nonlocal count
        count += 1
        if count == failing:
            raise error
        return real(*arguments, **keywords)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        try:
            replace(source, FIXED, ["."])
            written = FIXED
        except (FileError, KeyboardInterrupt):
            written = SHOP
    assert path.read_text("utf-8") == written
    assert stat.S_IMODE(path.stat().st_mode) == 0o750
    assert os.listdir() == ["shop.py"]


def test_generated_files_keep_the_tree(tmp_path: Path) -> None:
    words = random.Random(1)
    lines = [line for source in SOURCES.values() for line in source.splitlines(keepends=True)]
    for _ in range(100):
        source = "".join(words.choices(lines, k=5))
        try:
            tree = ast.parse(source)
        except UNPARSABLE:
            continue
        before = ast.dump(tree, include_attributes=True)
        check_source(source, tree=tree)
        assert ast.dump(tree, include_attributes=True) == before


def test_other_plugins_change_nothing() -> None:
    """With bugbear, simplify and pytest-style in one run, the findings are those found alone."""
    for package in ("bugbear", "flake8_simplify", "flake8_pytest_style"):
        pytest.importorskip(package)
    Path("shop.py").write_text(SHOP, "utf-8")
    found = []
    for codes in ("HSC", "HSC,B,SIM,PT"):
        command = [sys.executable, "-m", "flake8", "--isolated", "-j1", "--select", codes]
        ran = subprocess.run(
            [*command, "."], check=False, capture_output=True, encoding="utf-8", timeout=120
        )
        assert ran.stderr == ""
        found.append([line for line in ran.stdout.splitlines() if " HSC" in line])
    assert found[0]
    assert found[1] == found[0]
