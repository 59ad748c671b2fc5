"""``explain``: what a code, a constant, a phrase or a rule means."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from flake8_http_status.cli.choices import add_choice
from flake8_http_status.cli.exit_codes import CLEAN, WRONG_USAGE
from flake8_http_status.cli.text import Paint, paint_for
from flake8_http_status.escaping import printable
from flake8_http_status.frameworks._framework import LimitKind
from flake8_http_status.nearest import did_you_mean
from flake8_http_status.registry import RULES, all_frameworks, all_vocabularies, rule_page
from flake8_http_status.status_codes import STATUS_CODES, code_for_phrase

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from flake8_http_status.rules._rule import Rule
    from flake8_http_status.status_codes import StatusCode
    from flake8_http_status.vocabularies._vocabulary import Name, Version

LANGUAGES = ("en", "zh")
CLASSES = ("informational", "success", "redirection", "client error", "server error")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what ``explain`` takes."""
    parser.add_argument(
        "topics",
        nargs="+",
        metavar="topic",
        help="a code (404), a constant (NOT_FOUND), a phrase ('Gateway Time-out') or a rule",
    )
    add_choice(
        parser, "--lang", LANGUAGES, help="language of the meaning (default: that of the locale)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print a page per topic."""
    paint = paint_for(sys.stdout)
    language = arguments.lang or _language()
    code = CLEAN
    for number, topic in enumerate(arguments.topics):
        page = _page(topic, language, paint)
        if page is None:
            print(printable(f"nothing is known of {topic!r}{_suggestion(topic)}"), file=sys.stderr)
            code = WRONG_USAGE
            continue
        sys.stdout.write("\n" if number else "")
        sys.stdout.writelines(f"{line}\n" for line in page)
    return code


def _language() -> str:
    """The first of the variables that POSIX names for messages and that is set decides."""
    variables = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next(filter(None, map(os.environ.get, variables)), "")
    return "zh" if locale.startswith("zh") else "en"


def _page(topic: str, language: str, paint: Paint) -> Iterator[str] | None:
    rule = next((one for one in RULES if topic.casefold() in {one.code.casefold(), one.name}), None)
    if rule is not None:
        return _rule_lines(rule, paint)
    number = topic.partition(" ")[0]
    if number.isdecimal():
        code = int(number)
    else:
        code = _names().get(topic.rpartition(".")[2].upper()) or code_for_phrase(topic) or 0
    if code in STATUS_CODES:
        return _code_lines(STATUS_CODES[code], language, paint)
    return _rules_that_begin_with(topic)


def _rules_that_begin_with(topic: str) -> Iterator[str] | None:
    """A line per rule for ``HSC3`` or ``magic``; None where there is none."""
    lines = [
        f"{rule.code}  {rule.name}: {rule.summary}"
        for rule in RULES
        if rule.code.startswith(topic.upper()) or rule.name.startswith(f"{topic.lower()}-")
    ]
    return iter(lines) if lines else None


def _names() -> dict[str, int]:
    """Constants in upper case -> code, without those that make one think of another code."""
    return {
        name.name.upper(): code
        for vocabulary in all_vocabularies()
        for code, names in vocabulary.names.items()
        for name in names
        if name.suggests is None
    }


def _suggestion(topic: str) -> str:
    if topic.isdecimal():
        if not 100 <= int(topic) <= 599:
            return ": codes go from 100 to 599"
        basis = STATUS_CODES[int(topic) // 100 * 100]
        return f": those who receive it take it for {basis.number} {basis.phrase}"
    phrases = [phrase for row in STATUS_CODES.values() for phrase in (row.phrase, *row.variants)]
    rules = [word for rule in RULES for word in (rule.code, rule.name)]
    return did_you_mean(topic, [*rules, *_names(), *phrases])


def _code_lines(row: StatusCode, language: str, paint: Paint) -> Iterator[str]:
    yield paint(f"{row.number} {row.phrase}", "bold")
    yield f"{CLASSES[row.status_class - 1] if row.status_class <= 5 else 'no class'}, {_state(row)}"
    yield ""
    yield row.meaning_zh if language == "zh" else row.meaning
    if row.variants:
        yield ""
        yield f"also called: {', '.join(row.variants)}"
    sections = {
        "constants": list(_constants(row.number)),
        "cannot be produced by": list(_limits(row.number)),
    }
    for title, lines in sections.items():
        if lines:
            yield ""
            yield paint(title, "bold")
            yield from (f"  {line}" for line in lines)


def _state(row: StatusCode) -> str:
    source = f" ({row.reference})" if row.reference else ""
    owner = f", used by {row.owner}" if row.owner else ""
    return f"{row.state.value}{source}{owner}"


def _constants(number: int) -> Iterator[str]:
    for vocabulary in sorted(all_vocabularies(), key=lambda one: one.key):
        for name in vocabulary.names.get(number, ()):
            history = _history(name, vocabulary.distribution)
            if name.name.isidentifier():
                constant = f"{vocabulary.container}.{name.name}"
            else:
                constant = f"{vocabulary.container}[{name.name!r}]"
            yield f"{constant}{history}"


def _history(name: Name, distribution: str) -> str:
    events = (
        ("since", name.since),
        ("deprecated since", name.deprecated),
        ("removed in", name.removed),
    )
    told = [f"{word} {_version(version)}" for word, version in events if version is not None]
    if name.suggests is not None:
        told.append(f"misleading: reads like {name.suggests}")
    return f"  ({distribution}: {', '.join(told)})" if told else ""


def _version(version: Version) -> str:
    return ".".join(map(str, version))


def _limits(number: int) -> Iterator[str]:
    for framework in all_frameworks():
        for limit in framework.limits:
            if limit.kind is LimitKind.UNSUPPORTED and number not in limit.allowed:
                yield from (f"{name}," for name in limit.of[:-1])
                yield limit.of[-1]
                yield f"  {limit.outcome} ({limit.source})"


def _rule_lines(rule: Rule, paint: Paint) -> Iterator[str]:
    yield paint(f"{rule.code} {rule.name}", "bold")
    yield f"fix: {rule.fixable}; {'on' if rule.default else 'off'} by default"
    yield ""
    in_code = False
    for line in rule_page(rule).strip().splitlines():
        fence = line.startswith("```")
        in_code ^= fence
        if line.startswith("#"):
            yield paint(line.lstrip("# "), "bold")
        elif fence:
            continue
        else:
            yield paint(f"    {line}".rstrip(), "cyan") if in_code else line
