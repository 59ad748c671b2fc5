from __future__ import annotations

import io
import linecache
import tokenize
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from flake8.processor import FileProcessor
from flake8.violation import Violation
from hypothesis import given, settings
from hypothesis import strategies as st

from flake8_http_status.noqa import Noqa

OPTIONS = Namespace(
    disable_noqa=False,
    hang_closing=False,
    indent_size=4,
    max_doc_length=None,
    max_line_length=79,
    stdin_display_name="stdin",
    verbose=0,
)
CODES = ["HSC101", "HSC102", "HSC201"]


def silenced_by_flake8(source: str) -> list[tuple[int, str]]:
    """Lines and codes of which flake8 would report nothing."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "file.py")
        path.write_bytes(source.encode())
        processor = FileProcessor(str(path), OPTIONS)
        ignored = processor.should_ignore_file()
        linecache.clearcache()
        return [
            (line, code)
            for line in range(1, len(processor.lines) + 1)
            for code in CODES
            if ignored
            or Violation(
                code, str(path), line, 1, "", processor.noqa_line_for(line)
            ).is_inline_ignored(disable_noqa=False)
        ]


def without_code(source: str) -> set[int]:
    """The lines where nothing can be reported, for they are within a string or no Python."""
    lines = io.StringIO(source, newline=None)
    within: set[int] = set()
    with suppress(SyntaxError, tokenize.TokenError):
        for token in tokenize.generate_tokens(lines.readline):
            if token.type == tokenize.ERRORTOKEN:
                return set(range(1, len(source) + 2))
            if token.type == tokenize.STRING:
                within.update(range(token.start[0] + 1, token.end[0]))
    return within


def silenced_here(source: str) -> list[tuple[int, str]]:
    noqa = Noqa(source)
    lines = source.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").count("\n") + 1
    return [
        (line, code)
        for line in range(1, lines + 1 if source else 1)
        for code in CODES
        if noqa.silences(code, line)
    ]


@pytest.mark.parametrize(
    ("source", "silenced"),
    [
        ("abort(404)\n", []),
        ("abort(404)  # noqa\n", [1]),
        ("abort(404)  # noqa", [1]),
        ("abort(404)  # NoQA\n", [1]),
        ("abort(404)  #noqa\n", []),
        ("abort(404)  # noqa: HSC101\n", [1]),
        ("abort(404)  # noqa:E501, HSC101 because\n", [1]),
        ("abort(404)  # noqa: HSC\n", [1]),
        ("abort(404)  # noqa: HSC1\n", [1]),
        ("abort(404)  # noqa: HSC102\n", []),
        ("abort(404)  # noqa: hsc101\n", []),
        ("abort(404)  # noqa : HSC102\n", [1]),
        ("abort(404,\n  1)  # noqa\n", [2]),
        ("abort(404, '''\n''')  # noqa\n", [1, 2]),
        ("abort(404, \\\n  1)  # noqa\n", [1, 2]),
        ("x = '# noqa'\n", [1]),
        ("abort(404)\r# noqa\rabort(404)\r", [2]),
        ("abort(404)\f# noqa\nabort(404)\n", [1]),
        ("abort(404)\n# flake8: noqa\n", [1, 2]),
        ("abort(404)\n  # FLAKE8=noqa: E501\n", [1, 2]),
        ("abort(404)  # flake8: noqa\n", []),
    ],
)
def test_what_a_comment_silences(source: str, silenced: list[int]) -> None:
    assert [line for line, code in silenced_here(source) if code == "HSC101"] == silenced
    assert silenced_here(source) == silenced_by_flake8(source)


PIECES = [
    *("x = 1", "x = 404  ", "y = (1,", "2)", "z = 1 + \\", "  2", "if x:", "    pass", ""),
    *(
        "x = '''a",
        "b'''",
        "f'''{",
        "}'''",
        'RF"""',
        "x = '\\",
        "u'",
        '"""',
        "1}",
        "'",
        "(",
        "\f",
        "\x0b",
        "\x1c",
        "\u2028",
        "é",
    ),
    *("# noqa", "# NOQA: HSC101", "# noqa:HSC1,E501", "# noqa : HSC101", "# noqa: hsc101"),
    *("#noqa", "# noqa:HSC101 HSC201 why", "# noqa: HSC,HSC2", "# noqa:", "# noqa:\tHSC101"),
    *("# flake8: noqa", "#flake8: noqa", "# flake8: noqa: E501", "# FLAKE8=NOQA"),
]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(PIECES), st.sampled_from(["\n", "\n", "\r\n", "\r", " ", ""]))
    )
)
def test_silences_what_flake8_silences(pieces: list[tuple[str, str]]) -> None:
    # What flake8 6.0 and 7.5 do differs where the last line has no end.
    source = "".join(map("".join, pieces)) + "\n"
    nothing = without_code(source)
    by_flake8 = [(line, code) for line, code in silenced_by_flake8(source) if line not in nothing]
    assert [one for one in silenced_here(source) if one[0] not in nothing] == by_flake8
