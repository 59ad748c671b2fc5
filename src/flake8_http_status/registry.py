"""All rules, frameworks and vocabularies, discovered once: a new one is one new file."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING, Any

from flake8_http_status import frameworks, rules, vocabularies
from flake8_http_status.analysis.catalogue import Catalogue
from flake8_http_status.analysis.prefilter import Prefilter
from flake8_http_status.discovery import public_modules
from flake8_http_status.vocabularies._vocabulary import Kind, Name, Vocabulary

if TYPE_CHECKING:
    import ast
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from flake8_http_status.analysis.scopes import Candidate
    from flake8_http_status.frameworks._framework import Framework, Role
    from flake8_http_status.rules._rule import Context, Rule
    from flake8_http_status.settings import DeclaredVocabulary, Settings
    from flake8_http_status.violation import Violation

    Check = Callable[..., Iterable[Violation]]
    Candidates = Callable[[type[ast.AST], Context], Iterable[Candidate]]


def members(package: ModuleType, attribute: str) -> Iterator[tuple[ModuleType, Any]]:
    """``attribute`` of every public module of ``package``, by module name."""
    for name in public_modules(package):
        module = importlib.import_module(f"{package.__name__}.{name}")
        yield module, getattr(module, attribute)


def _all(kind: type[ast.AST], context: Context) -> Iterable[Candidate]:
    """The nodes about which a rule is asked that does not say which ones it needs."""
    return context.file.module.nodes[kind]


_RULE_MODULES: list[tuple[ModuleType, Rule]] = sorted(
    members(rules, "RULE"), key=lambda member: member[1].code
)
RULES: tuple[Rule, ...] = tuple(rule for _, rule in _RULE_MODULES)
SITE_CHECKS: dict[Role, list[Check]] = {}
NODE_CHECKS: list[tuple[Check, type[ast.AST], Candidates]] = []
CALL_CHECKS: list[Check] = [module.check for module, rule in _RULE_MODULES if rule.calls]
REFERENCE_CHECKS: list[Check] = [module.check for module, rule in _RULE_MODULES if rule.references]
for _module, _rule in _RULE_MODULES:
    for _role in _rule.roles:
        SITE_CHECKS.setdefault(_role, []).append(_module.check)
    _candidates = getattr(_module, "candidates", _all)
    NODE_CHECKS += ((_module.check, _node, _candidates) for _node in _rule.nodes)


def rule_of(check: Check) -> Rule:
    """The rule that ``check`` judges for."""
    return next(rule for module, rule in _RULE_MODULES if module.check is check)


def rule_page(rule: Rule) -> str:
    """The documentation of ``rule``: the docstring of its module, and what other tools see."""
    from flake8_http_status.rules._related import RELATED

    page = next(module.__doc__ or "" for module, known in _RULE_MODULES if known is rule)
    others = [f"- {tool}, {name}: {sees}\n" for tool, name, sees in RELATED.get(rule.code, ())]
    heading = ["\n## Related rules elsewhere\n\n"] if others else []
    return "".join([page, *heading, *others])


@functools.cache
def all_frameworks() -> tuple[Framework, ...]:
    """The data of every framework."""
    return tuple(framework for _, framework in members(frameworks, "FRAMEWORK"))


@functools.cache
def all_vocabularies() -> tuple[Vocabulary, ...]:
    """The data of every vocabulary."""
    return tuple(vocabulary for _, vocabulary in members(vocabularies, "VOCABULARY"))


@functools.lru_cache(maxsize=8)
def catalogue(settings: Settings) -> Catalogue:
    """Everything that is known, with what ``settings`` declare."""
    declared = map(_declared, settings.vocabularies)
    return Catalogue(all_frameworks(), (*all_vocabularies(), *declared), settings)


@functools.lru_cache(maxsize=8)
def prefilter_for(settings: Settings) -> Prefilter:
    """What tells by a text alone that nothing can be found in it with ``settings``."""
    return Prefilter(catalogue(settings), {name for rule in RULES for name in rule.names})


def _declared(vocabulary: DeclaredVocabulary) -> Vocabulary:
    """Constants of the project's own, which are there on every target."""
    names: dict[int, tuple[Name, ...]] = {}
    for name, code in vocabulary.names:
        names[code] = (*names.get(code, ()), Name(name))
    return Vocabulary(
        key=vocabulary.container,
        container=vocabulary.container,
        distribution="",
        kind=Kind.INTEGER,
        names=names,
        verified=(),
        from_import="." in vocabulary.container,
        module=None,
        general=True,
    )
