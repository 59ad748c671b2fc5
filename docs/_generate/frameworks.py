"""A table of all frameworks, clients and test tools, and one page for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from _generate.examples import example
from _generate.markdown import (
    bullets,
    code,
    code_quotes,
    codes,
    contents,
    heading,
    page,
    sentence,
    slug,
    table,
)
from _generate.names import dotted, listed, package, ranges, version
from flake8_http_status import frameworks
from flake8_http_status.frameworks._framework import Accepts, LimitKind, Shape
from flake8_http_status.registry import RULES, members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from _generate.markdown import Page
    from flake8_http_status.frameworks._framework import (
        Framework,
        Limit,
        ReturnedTuple,
        Role,
        WrongKeyword,
    )

ABOUT = """\
What the tool knows of each framework, client and test tool, from the same data that the engine
reads. Every callable, parameter and position was held against the installed package, in the
versions given. What no package can show is marked as unverified, with the reason.

Instances and subclasses count as their class: `app = Flask(__name__)` makes `app.route` the same as
`flask.Flask.route`. A parameter counts as the class that its annotation names, or as what a pytest
fixture of its name is. Where neither is there, as for `resp` in Falcon's `on_get(self, req, resp)`,
`request` in Twisted's `render_GET(self, request)` and what is unpacked from a tuple, findings rest
on names. Helpers of your own are found by what they do with their parameters, or
[declared](../guides/own-helpers.md).

The pages say which values a place takes with the same effect: a *number*, a member of an *enum*
such as `http.HTTPStatus`, *digits* as text such as `"404"`, and a *status line* such as
`"404 Not Found"`. A constant is offered only where the place takes what it is."""
TAKES = {
    Accepts.INTEGER: "number",
    Accepts.ENUM: "enum",
    Accepts.DIGITS: "digits",
    Accepts.STATUS_LINE: "status line",
}
TEXT = (
    "The value is turned into text there, so members of an `IntEnum` are written only where every"
    " target is Python 3.11 or newer."
)
LIMITS = {
    LimitKind.UNSUPPORTED: "only {codes}",
    LimitKind.ERROR_ONLY: "for errors, {codes}",
    LimitKind.REDIRECT_ONLY: "for redirects, {codes}",
}


def pages() -> Iterator[Page]:
    """The overview, then one page per framework."""
    known: list[tuple[ModuleType, Framework]] = sorted(
        members(frameworks, "FRAMEWORK"), key=lambda member: member[1].name.lower()
    )
    yield page(
        "frameworks/index.md",
        "Frameworks, clients and test tools",
        ABOUT,
        table(
            ("Name", "Recognised by", "Constants", "Verified with"),
            (_row(module, framework) for module, framework in known),
        ),
        contents(_stem(module) for module, _ in known),
    )
    for module, framework in known:
        yield page(
            f"frameworks/{_stem(module)}.md",
            framework.name,
            _about(module, framework),
            bullets(_facts(framework)),
            *_example(module),
            *_taken(framework),
            *_held(framework),
            *_tests(framework),
            *_limits(framework),
            *_never(framework),
            *_aliases(framework),
        )


def _stem(module: ModuleType) -> str:
    """The name of the page, which is also that of the case file."""
    return module.__name__.rpartition(".")[2].replace("_", "-")


def _about(module: ModuleType, framework: Framework) -> str:
    """The docstring of the data, without the name that is the page's title."""
    text = (module.__doc__ or "").strip()
    if text.startswith(f"{framework.name}: "):
        text = sentence(text.removeprefix(f"{framework.name}: "))
    return code_quotes(text)


def _row(module: ModuleType, framework: Framework) -> tuple[str, ...]:
    return (
        f"[{framework.name}]({_stem(module)}.md)",
        codes(f"import {package}" for package in framework.packages) or "names alone",
        _vocabulary(framework),
        ", ".join(framework.verified) or f"unverified: {framework.unverified_because}",
    )


def _vocabulary(framework: Framework) -> str:
    key = framework.vocabulary
    return f"[{code(key)}](../reference/vocabularies.md#{slug(key)})"


def _facts(framework: Framework) -> Iterator[str]:
    if framework.packages:
        yield f"Recognised by: {codes(f'import {package}' for package in framework.packages)}"
    yield f"Constants that fixes write by default: {_vocabulary(framework)}"
    if framework.verified:
        versions = ", ".join(framework.verified)
        yield f"Verified with: {package(framework.distribution)} {versions}"
    else:
        yield f"Unverified: {framework.unverified_because}"


def _example(module: ModuleType) -> Iterator[str]:
    text = example(f"frameworks/{_stem(module)}.md")
    if text:
        yield heading(2, "Example")
        yield text


def _taken(framework: Framework) -> Iterator[str]:
    rows = [
        (
            dotted(argument.of),
            _parameter(argument.name, argument.position),
            _form(argument.shape, argument.accepts),
            _rule(argument.role),
        )
        for argument in framework.arguments
    ]
    returned = [
        (
            _view(returned),
            f"element {returned.status_at + 1} of {' or '.join(map(str, returned.lengths))}",
            _form(Shape.STATUS, returned.accepts),
        )
        for returned in framework.returned
    ]
    if not rows and not returned:
        return
    yield heading(2, "Where it takes a status")
    yield table(("Callable", "Parameter", "Takes", "Rule"), rows)
    if returned:
        yield heading(3, "In what a view returns")
        yield table(("View", "Status", "Takes"), returned)
    if any(Accepts.AS_TEXT in argument.accepts for argument in framework.arguments):
        yield TEXT


def _parameter(name: str, position: int | None) -> str:
    place = "keyword only" if position is None else f"argument {position + 1}"
    return f"{code(name)}, {place}"


def _form(shape: Shape, accepts: Accepts) -> str:
    taken = ", ".join(text for flag, text in TAKES.items() if flag in accepts)
    return taken if shape is Shape.STATUS else f"{shape.value}: {taken}"


def _rule(role: Role) -> str:
    """The rule that reports a plain number in such a place."""
    rule = next(rule for rule in RULES if role in rule.roles)
    return f"[{rule.code}](../rules/{rule.name}.md)"


def _view(returned: ReturnedTuple) -> str:
    kinds = []
    if returned.decorators:
        kinds.append(f"functions decorated with {dotted(returned.decorators)}")
    if returned.bases:
        methods = f"methods {codes(returned.methods)}".rstrip()
        kinds.append(f"{methods} of subclasses of {dotted(returned.bases)}")
    if returned.callbacks:
        kinds.append(f"functions handed to {dotted(returned.callbacks)}")
    return "; ".join(kinds)


def _held(framework: Framework) -> Iterator[str]:
    rows = [
        (
            dotted(attribute.of),
            code(f".{attribute.name}{'()' if attribute.called else ''}"),
            'text, such as `"404 Not Found"`' if attribute.text else attribute.shape.value,
            "yes" if attribute.writable else "",
        )
        for attribute in framework.attributes
    ]
    rows += [
        (dotted(attribute.of), code(attribute.name), "class attribute", "yes")
        for attribute in framework.class_attributes
    ]
    rows += [
        (
            "mappings"
            if item.beside is None
            else f"mappings with {code(f'{item.beside[0]!r}: {item.beside[1]!r}')}",
            code(f"[{item.key!r}]"),
            item.shape.value,
            "yes",
        )
        for item in framework.items
    ]
    if rows:
        yield heading(2, "Where it holds a status")
        yield table(("Object", "Attribute or item", "Holds", "Can be set"), rows)


def _tests(framework: Framework) -> Iterator[str]:
    facts = [
        f"The fixture {code(fixture.name)} is a {code(fixture.is_a)}"
        for fixture in framework.fixtures
    ]
    facts += [
        f"{dotted(comparer.of)} {'look up' if comparer.membership else 'compare'}"
        f" argument {comparer.operands[0] + 1} {'in' if comparer.membership else 'with'}"
        f" argument {comparer.operands[1] + 1}"
        for comparer in framework.comparers
    ]
    facts += [
        f"The rows of {dotted(tables.of)} are read column by column"
        for tables in framework.parameter_tables
    ]
    if facts:
        yield heading(2, "What tests do with it")
        yield bullets(facts)


def _limits(framework: Framework) -> Iterator[str]:
    facts = [_limit(limit) for limit in framework.limits]
    facts += [
        f"{dotted(wrong.of)}: a number as argument {wrong.position + 1} is {code(wrong.parameter)},"
        f" and it {wrong.outcome}{_instead(wrong.keyword)}"
        for wrong in framework.misplaced
    ]
    facts += [
        f"{dotted(of)}: there is no keyword {listed(wrong, 'or')}, and it"
        f" {outcome}{_instead(right)}"
        for (of, right, outcome), wrong in _by_callable(framework.wrong_keywords).items()
    ]
    if facts:
        yield heading(2, "What goes wrong")
        yield bullets(facts)


def _instead(keyword: str | None) -> str:
    return f"; the keyword is {code(keyword)}" if keyword else ""


def _by_callable(
    keywords: Iterable[WrongKeyword],
) -> dict[tuple[tuple[str, ...], str | None, str], list[str]]:
    """The wrong keywords of each group of callables, by what there is to say about them."""
    found: dict[tuple[tuple[str, ...], str | None, str], list[str]] = {}
    for keyword in keywords:
        found.setdefault((keyword.of, keyword.right, keyword.outcome), []).append(
            code(keyword.wrong)
        )
    return found


def _limit(limit: Limit) -> str:
    kind = LIMITS[limit.kind].format(codes=ranges(limit.allowed))
    late = "".join(
        f"; {number} since {version(distribution, since)}"
        for number, distribution, since in limit.since
    )
    unless = f", unless it has {code(limit.unless)}" if limit.unless else ""
    return (
        f"{dotted(limit.of)}: {kind}{late}{unless}; with another code it"
        f" {limit.outcome} ({limit.source})"
    )


def _never(framework: Framework) -> Iterator[str]:
    facts = [
        f"{dotted(wrong.of)}: {code(wrong.name)} is {wrong.why}" for wrong in framework.not_statuses
    ]
    if facts:
        yield heading(2, "What is never flagged")
        yield bullets(facts)


def _aliases(framework: Framework) -> Iterator[str]:
    if framework.aliases:
        yield heading(2, "Other names for the same")
        yield table(
            ("Name", "Counts as"),
            ((code(name), code(counts_as)) for name, counts_as in framework.aliases),
        )
