"""Ten million bytes: noise, sources with noise in them, and sources mixed with each other."""

from __future__ import annotations

import ast
import io
import random
import tokenize
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from case_file import all_cases
from survival import survive

from flake8_http_status.files import FileError, decoded

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.robustness
BYTES = 2_500_000  # of each of the four kinds


@pytest.fixture(scope="module", name="sources")
def _sources() -> list[bytes]:
    return [case.source.encode() for case in all_cases()]


def noise(draw: random.Random, _: list[bytes]) -> bytes:
    head = draw.choice((b"", b"", b"\xef\xbb\xbf", b"# coding: latin-1\n", b"# coding: utf-7\n"))
    size = draw.randrange(1_000)
    return head + draw.choice((draw.randbytes(size), bytes(draw.choices(range(128), k=size))))


def damaged(draw: random.Random, sources: list[bytes]) -> bytes:
    """A source of which a few bytes are replaced, inserted, left out or doubled."""
    data = bytearray(draw.choice(sources))
    for _ in range(draw.randrange(1, 4)):
        start = draw.randrange(len(data) + 1)
        stop = start + draw.randrange(4)
        data[start:stop] = draw.choice(
            (b"", draw.randbytes(1), bytes(data[start:stop]) * 2, b"\0", b"\r", b"\f", b"\xff")
        )
    return bytes(data)


def shuffled(draw: random.Random, sources: list[bytes]) -> bytes:
    """A source of which a few tokens are exchanged for tokens of another."""
    texts = [data.decode() for data in draw.choices(sources, k=2)]
    first, second = (
        [token[:2] for token in tokenize.generate_tokens(io.StringIO(text).readline)]
        for text in texts
    )
    kinds = {tokenize.NAME, tokenize.NUMBER, tokenize.STRING, tokenize.OP}
    places = [number for number, (kind, _) in enumerate(first) if kind in kinds]
    for place in draw.choices(places, k=3) if places else ():
        same = [token for token in second if token[0] == first[place][0]]
        first[place] = draw.choice(same or [first[place]])
    return str(tokenize.untokenize(first)).encode("utf-8", "replace")


def spliced(draw: random.Random, sources: list[bytes]) -> bytes:
    """Statements and expressions of one source in the places of those of another."""
    first, second = (ast.parse(source) for source in draw.choices(sources, k=2))
    donors = [node for node in ast.walk(second) if isinstance(node, ast.stmt | ast.expr)]
    if not donors:
        return b"\n"
    for parent in draw.choices(list(ast.walk(first)), k=6):
        for field, value in ast.iter_fields(parent):
            kind = ast.stmt if field in {"body", "orelse", "finalbody"} else ast.expr
            fitting = [node for node in donors if isinstance(node, kind)]
            if fitting and isinstance(value, kind):
                setattr(parent, field, draw.choice(fitting))
            elif fitting and isinstance(value, list) and value and isinstance(value[0], kind):
                value[draw.randrange(len(value))] = draw.choice(fitting)
    try:
        return ast.unparse(ast.fix_missing_locations(first)).encode("utf-8", "replace")
    except (AttributeError, ValueError, RecursionError, TypeError):
        return b"\n"  # not every expression has a spelling in every place


@pytest.mark.parametrize("kind", [noise, damaged, shuffled, spliced])
def test_fuzzed_bytes(
    kind: Callable[[random.Random, list[bytes]], bytes], sources: list[bytes]
) -> None:
    draw = random.Random(404)
    counts: Counter[str] = Counter()
    while counts["bytes"] < BYTES:
        data = kind(draw, sources)
        counts.update(files=1, bytes=len(data))
        try:
            text = decoded("source.py", data).text
        except FileError:
            counts.update(undecodable=1)
            continue
        try:
            outcome = survive(text)
        except BaseException as error:
            error.add_note(repr(data))
            raise
        counts.update(
            parsed=outcome.parsed,
            findings=outcome.found,
            fixed=outcome.fixed != text,
            refused=outcome.refused is not None,
        )
    print(f"{kind.__name__}: {dict(counts)}")
