"""``# noqa`` comments, as flake8 (6.0 to 7.5) understands them.

A comment silences its physical line; where a string or a backslash joins lines, it silences all of
them. Its codes are prefixes in upper case. A line ``# flake8: noqa`` silences the whole file,
whatever follows it.
"""

from __future__ import annotations

import io
import re
from functools import cached_property

COMMENT = re.compile(r"# noqa(?::\s?(?P<codes>(?:[A-Z]+[0-9]+[,\s]*)+))?", re.IGNORECASE)
WHOLE_FILE = re.compile(r"\s*# flake8[:=]\s*noqa", re.IGNORECASE)
# Strings over several lines that have code in them.
FORMATTED = re.compile(r"[ft]r?(?:\"{3}|'{3})", re.IGNORECASE)


class Noqa:
    """What the comments of one source text silence."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def whole_file(self) -> bool:
        """Whether a comment silences everything."""
        return "flake8" in self._source.lower() and any(map(WHOLE_FILE.match, self._lines))

    def silences(self, code: str, line: int) -> bool:
        """Whether a violation of ``code`` on ``line`` (counted from 1), in code, is silenced."""
        if self.whole_file:
            return True
        if not self._has_comments:
            return False
        if self._may_be_joined(line) and line in self._comments:
            comment = self._comments[line]
        else:
            comment = COMMENT.search(self._lines[line - 1])
        if comment is None:
            return False
        codes = comment["codes"]
        return codes is None or code.startswith(tuple(re.findall(r"[^,\s]+", codes)))

    @cached_property
    def _has_comments(self) -> bool:
        return COMMENT.search(self._source) is not None

    @cached_property
    def _lines(self) -> list[str]:
        return io.StringIO(self._source, newline=None).readlines()

    def last_line(self, line: int) -> int:
        """The line at whose end a comment silences ``line``: its own, unless others continue it."""
        return self._joined.get(line, (line, line))[1]

    def _may_be_joined(self, line: int) -> bool:
        """Whether code on ``line`` may be joined with other lines: only then tokens tell."""
        near = self._lines[max(line - 2, 0) : line]
        return (
            self._has_formatted_strings
            or any(quotes in near[-1] for quotes in ('"""', "'''"))
            or any(each.endswith("\\\n") for each in near)
        )

    @cached_property
    def _has_formatted_strings(self) -> bool:
        return FORMATTED.search(self._source) is not None

    @cached_property
    def _comments(self) -> dict[int, re.Match[str] | None]:
        """Line number -> the comment, for lines that share theirs with others."""
        found = {
            (first, last): COMMENT.search("".join(self._lines[first - 1 : last]))
            for first, last in set(self._joined.values())
        }
        return {line: found[joined] for line, joined in self._joined.items()}

    @cached_property
    def _joined(self) -> dict[int, tuple[int, int]]:
        """Line number -> first and last of the lines that share their comment with it."""
        import tokenize

        try:
            tokens = list(tokenize.generate_tokens(iter(self._lines).__next__))
        except (SyntaxError, tokenize.TokenError):
            return {}
        joined: dict[int, tuple[int, int]] = {}
        first = 0
        for token in tokens:
            if token.type in {tokenize.DEDENT, tokenize.ENDMARKER}:
                continue
            first = first or token.start[0]
            if token.type in {tokenize.NL, tokenize.NEWLINE}:
                last = token.end[0]
                if first < last:
                    joined |= dict.fromkeys(range(first, last + 1), (first, last))
                first = 0
        return joined
