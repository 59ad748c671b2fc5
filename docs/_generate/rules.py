"""An overview of the rules, and one page per rule from the docstring of its module."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from _generate.markdown import (
    code,
    code_quotes,
    contents,
    heading,
    page,
    sentence,
    slug,
    table,
)
from _generate.measured import measured
from flake8_http_status.registry import RULES, rule_page
from flake8_http_status.settings import OPTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _generate.markdown import Page
    from flake8_http_status.rules._rule import Rule

GROUPS = {
    "HSC1": ("Magic statuses", "A number or a text stands where a named constant would say more."),
    "HSC2": ("Wrong and unknown codes", "The code or its name does not exist, or not everywhere."),
    "HSC3": ("Statuses that do something else", "The API does not do what the code seems to say."),
    "HSC4": ("Comparisons and assertions", "The check does not check what it seems to."),
    "HSC5": ("Style", "For projects that want one way of writing statuses."),
}
FIXES = {
    "safe": "`fix` repairs it.",
    "sometimes": "`fix` repairs it where it can prove the result.",
    "unsafe": "`fix --unsafe` repairs it; read the result.",
    "no": "There is no automatic fix.",
}


def pages() -> Iterator[Page]:
    """The overview, then one page per rule."""
    yield page(
        "rules/index.md",
        "Rules",
        "Hundreds group the rules, so a group is chosen by its prefix: `select = HSC1`. The command"
        " line and flake8 take the same codes. Rules that are off wait for a prefix that names them"
        " or their group; `select = HSC` does not turn them on.",
        *_groups(),
        contents(rule.name for rule in RULES),
    )
    for rule in RULES:
        yield page(
            f"rules/{rule.name}.md",
            f"{rule.name} ({rule.code})",
            code_quotes(sentence(rule.summary)),
            f"{_reported(rule)} {FIXES[rule.fixable]}",
            _body(rule),
            heading(2, "On real code"),
            measured(rule.code),
        )


def _groups() -> Iterator[str]:
    for prefix, (title, about) in GROUPS.items():
        rules = [rule for rule in RULES if rule.code.startswith(prefix)]
        if rules:
            yield heading(2, f"{title} ({prefix}xx)")
            yield about
            yield table(("Code", "Name", "Flags", "Fix", "Default"), map(_row, rules))


def _row(rule: Rule) -> tuple[str, ...]:
    return (
        code(rule.code),
        f"[{rule.name}]({rule.name}.md)",
        code_quotes(rule.summary).replace("|", r"\|"),
        rule.fixable,
        "on" if rule.default else "off",
    )


def _reported(rule: Rule) -> str:
    if rule.default:
        return "Reported by default."
    return f"Reported only when asked for: `extend-select = {rule.code}`."


def _body(rule: Rule) -> str:
    """The documentation below its first line, with links to the options it names."""
    body = code_quotes(rule_page(rule).strip().partition("\n")[2].strip())
    before, options_heading, rest = body.partition("## Options\n")
    options, *after = re.split(r"(?=^## )", rest, maxsplit=1, flags=re.MULTILINE)
    return before + options_heading + _linked(options) + "".join(after)


def _linked(text: str) -> str:
    for option in OPTIONS:
        target = f"../reference/configuration.md#{slug(option.name)}"
        text = text.replace(f"`{option.name}`", f"[`{option.name}`]({target})")
    return text
