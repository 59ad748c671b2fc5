"""How a constant is written in this file: vocabulary, binding and import.

Decided once per file, for each place by the scopes it sees. A binding that exists is reused; else
one import is asked for; where every form is shadowed there is no spelling, and no fix.
"""

from __future__ import annotations

import ast
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.analysis.naming import right_name
from flake8_http_status.analysis.order import Order
from flake8_http_status.analysis.scopes import BindingKind
from flake8_http_status.violation import Import
from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.file import File
    from flake8_http_status.analysis.scopes import Binding, Scope

DEFAULT_VOCABULARY = "http"


class Spelling(NamedTuple):
    """A constant as this file writes it; ``import_``: what must be imported for it."""

    text: str
    import_: Import | None = None


class Speller:
    """Spells constants for one file."""

    def __init__(self, file: File) -> None:
        """The vocabulary is chosen when the first constant is spelled."""
        self.file = file
        self._named: dict[int, tuple[Vocabulary, str] | None] = {}
        self._prefixes_in: dict[tuple[str, int], list[str]] = {}
        self._order = Order(file.module)

    @cached_property
    def vocabulary(self) -> Vocabulary | None:
        """The vocabulary that the file's fixes write; None where numbers are preferred."""
        vocabularies = self.file.catalogue.vocabularies
        wanted = self.file.settings.constants
        if wanted == "number":
            return None
        if wanted != "auto":
            return vocabularies[wanted]
        return self._used() or self._preferred() or vocabularies[DEFAULT_VOCABULARY]

    def _used(self) -> Vocabulary | None:
        """The vocabulary that the file uses most; the first imported one among equals."""
        catalogue = self.file.catalogue
        counts: dict[str, int] = {}
        for target in self._bound_targets:
            vocabulary = catalogue.container(target)
            if vocabulary is None:
                constant = catalogue.constant(target)
                vocabulary = (
                    None if constant is None or constant.code is None else constant.vocabulary
                )
            if vocabulary is not None and not vocabulary.general:
                counts.setdefault(vocabulary.key, 0)
        for reference in self.file.references:
            key = reference.constant.vocabulary.key
            if not isinstance(reference.node, ast.alias):
                counts[key] = counts.get(key, 0) + 1
        usable = {
            key: count
            for key, count in counts.items()
            if catalogue.vocabularies[key].kind is not Kind.STATUS_LINE
        }
        return catalogue.vocabularies[max(usable, key=lambda key: usable[key])] if usable else None

    @cached_property
    def _bound_targets(self) -> list[str]:
        """The canonical dotted names that the module's top-level imports bind, in order."""
        return [
            self.file.catalogue.canonical(binding.target)
            for bindings in self.file.module.root.bindings.values()
            for binding in bindings
            if binding.kind is BindingKind.IMPORT
        ]

    def _preferred(self) -> Vocabulary | None:
        """The vocabulary of the first imported framework that has one of its own."""
        catalogue = self.file.catalogue
        for target in self._imported_packages:
            framework = catalogue.packages.get(target)
            if framework is None or framework.vocabulary == DEFAULT_VOCABULARY:
                continue
            vocabulary = catalogue.vocabularies.get(framework.vocabulary)
            if vocabulary is not None and vocabulary.kind is not Kind.STATUS_LINE:
                return vocabulary
        return None

    @property
    def _imported_packages(self) -> list[str]:
        """The top-level packages that the module imports absolutely, in order."""
        packages = []
        for statement in self.file.module.tree.body:
            if isinstance(statement, ast.Import):
                packages += [alias.name.partition(".")[0] for alias in statement.names]
            elif isinstance(statement, ast.ImportFrom) and statement.level == 0:
                packages.append((statement.module or "").partition(".")[0])
        return packages

    def name(self, code: int) -> str | None:
        """The plain name that the file would write for ``code``, such as ``HTTPStatus.NOT_FOUND``.

        None where no name is right on every target.
        """
        named = self.named(code)
        return None if named is None else f"{_last(named[0].container)}.{named[1]}"

    def named(self, code: int) -> tuple[Vocabulary, str] | None:
        """The vocabulary and the name in it that the file would write for ``code``.

        Where nobody chose the vocabulary and it has no name that is right on every target, the
        standard library stands in.
        """
        if code not in self._named:
            right = (
                (candidate, right_name(code, candidate, self.file.settings))
                for candidate in self._candidates
            )
            self._named[code] = next(((one, name) for one, name in right if name is not None), None)
        return self._named[code]

    @cached_property
    def _candidates(self) -> list[Vocabulary]:
        """The vocabularies in which names are looked for, in order."""
        vocabulary = self.vocabulary
        if vocabulary is None or self._defines(vocabulary):
            return []
        default = self.file.catalogue.vocabularies[DEFAULT_VOCABULARY]
        return [vocabulary, default] if self.file.settings.constants == "auto" else [vocabulary]

    def spell(
        self,
        code: int,
        node: ast.expr,
        scope: Scope,
        *,
        dotted: bool = False,
        freed: frozenset[str] = frozenset(),
    ) -> Spelling | None:
        """The constant for ``code`` at the place of ``node``, evaluated in ``scope``.

        ``dotted``: a bare name does not do (in ``case``, where it would capture).
        ``freed``: names of the module whose imports go away.
        """
        named = self.named(code)
        if named is None:
            return None
        vocabulary, name = named
        prefix = self._bound_prefix(vocabulary, node, scope)
        if prefix is not None:
            return Spelling(f"{prefix}.{name}")
        bare = None if dotted else self._bare(vocabulary, name, node, scope)
        if bare is not None:
            return bare
        for spelling in _forms(vocabulary, name, dotted=dotted):
            import_ = spelling.import_
            if import_ and self._can_bind(import_.bound, import_.target, scope, freed):
                return spelling
        return None

    def _defines(self, vocabulary: Vocabulary) -> bool:
        """Whether this file seems to be the module that holds the project's own constants."""
        bindings = self.file.module.root.bindings
        return vocabulary.module is None and any(
            binding.kind is BindingKind.ASSIGNMENT
            for names in vocabulary.names.values()
            for entry in names
            for binding in bindings.get(entry.name, ())
        )

    def _bound_prefix(self, vocabulary: Vocabulary, node: ast.expr, scope: Scope) -> str | None:
        """The expression that already is the vocabulary's container at ``node``."""
        current: Scope | None = scope
        while current is not None:
            for prefix in self._prefixes(vocabulary, current):
                name = prefix.partition(".")[0]
                if scope.lookup(name) is current and self._order.runs_before(
                    name, current, node, scope
                ):
                    return prefix
            current = current.parent
        return None

    def _prefixes(self, vocabulary: Vocabulary, owner: Scope) -> list[str]:
        """The expressions that the imports of ``owner`` make mean the vocabulary's container."""
        key = vocabulary.key, id(owner)
        if key not in self._prefixes_in:
            dotted = (vocabulary.container, *vocabulary.same_as)
            containers = dict.fromkeys(map(self.file.catalogue.canonical, dotted))
            self._prefixes_in[key] = [
                name + rest
                for name, target in self._imported_names(owner)
                for container in containers
                if (rest := _below(container, target)) is not None
                and (not rest or self._is_loaded(vocabulary, container, target))
            ]
        return self._prefixes_in[key]

    def _imported_names(self, owner: Scope) -> Iterator[tuple[str, str]]:
        """The names that ``owner`` binds by imports alone, with what they mean."""
        for name, bindings in owner.bindings.items():
            target = self._import_target(bindings) if name in self._imported else None
            if target is not None:
                yield name, target

    @cached_property
    def _imported(self) -> frozenset[str]:
        """The names that imports bind anywhere."""
        return frozenset(name for name, _ in self.file.module.imports)

    def _import_target(self, bindings: list[Binding]) -> str | None:
        """The canonical name that all ``bindings`` import; None where they differ."""
        targets = {
            self.file.catalogue.canonical(binding.target)
            if binding.kind is BindingKind.IMPORT
            else None
            for binding in bindings
        }
        return targets.pop() if len(targets) == 1 else None

    def _is_loaded(self, vocabulary: Vocabulary, container: str, target: str) -> bool:
        """Whether ``container`` is an attribute of the imported package ``target``."""
        if vocabulary.module is False:
            return container.rpartition(".")[0] in (target, *self._imported_modules)
        return container in self._imported_modules

    @cached_property
    def _imported_modules(self) -> frozenset[str]:
        return frozenset(
            self.file.catalogue.canonical(alias.name)
            for statement in self.file.module.tree.body
            if isinstance(statement, ast.Import)
            for alias in statement.names
            if alias.asname is None
        )

    def _bare(
        self, vocabulary: Vocabulary, name: str, node: ast.expr, scope: Scope
    ) -> Spelling | None:
        """The bare name, in a file that imports the vocabulary's constants one by one."""
        wanted = self.file.catalogue.canonical(f"{vocabulary.container}.{name}")
        if self.file.resolver.dotted(ast.Name(name), scope) == wanted:
            return Spelling(name)
        root = self.file.module.root
        for local in self._locals.get(wanted, ()):
            if scope.lookup(local) is root and self._order.runs_before(local, root, node, scope):
                return Spelling(local)
        module = self._bare_modules.get(vocabulary.key)
        if module is not None and self._can_bind(name, wanted, scope):
            return Spelling(name, Import(module, name))
        return None

    @cached_property
    def _locals(self) -> dict[str, list[str]]:
        """What the module imports -> the names that mean it."""
        found: dict[str, list[str]] = {}
        for name, target in self._imported_names(self.file.module.root):
            found.setdefault(target, []).append(name)
        return found

    @cached_property
    def _bare_modules(self) -> dict[str, str | None]:
        """The vocabularies whose constants are imported by name -> the module of the last one."""
        found: dict[str, str | None] = {}
        for target, names in self._locals.items():
            constant = self.file.catalogue.constant(target)
            if constant is not None:
                statement = self.file.module.root.bindings[names[-1]][0].node
                found[constant.vocabulary.key] = (
                    statement.module
                    if isinstance(statement, ast.ImportFrom) and not statement.level
                    else None
                )
        return found

    def _can_bind(
        self, name: str, target: str, scope: Scope, freed: frozenset[str] = frozenset()
    ) -> bool:
        """Whether an import of ``target`` as ``name`` at the top is what ``scope`` then sees.

        False where the module binds the name to anything else, where a nearer scope shadows it, and
        where a star import may have bound it.
        """
        root = self.file.module.root
        owner = scope.lookup(name)
        if owner is not None and owner is not root:
            return False
        if name in root.bindings and name not in freed:
            return self._import_target(root.bindings[name]) == self.file.catalogue.canonical(target)
        return "*" not in root.bindings or name not in self._read_names

    @cached_property
    def _read_names(self) -> frozenset[str]:
        """Every name that is read anywhere in the file."""
        return frozenset(
            node.id for node in ast.walk(self.file.module.tree) if isinstance(node, ast.Name)
        )


def _forms(vocabulary: Vocabulary, name: str, *, dotted: bool) -> Iterator[Spelling]:
    """The ways to write a constant with an import of its own, the usual one first."""
    container = vocabulary.container
    package, _, last = container.rpartition(".")
    if vocabulary.from_import:
        yield Spelling(f"{last}.{name}", Import(package, last))
        if vocabulary.module is None:
            return
    if vocabulary.kind is Kind.ENUM or not vocabulary.from_import:
        module = package if vocabulary.module is False else container
        yield Spelling(f"{container}.{name}", Import(module))
    elif vocabulary.module and not dotted:
        yield Spelling(name, Import(container, name))


def _last(dotted: str) -> str:
    return dotted.rpartition(".")[2]


def _below(container: str, target: str) -> str | None:
    """What follows ``target`` in ``container``: empty when equal, None when not below it."""
    if container == target:
        return ""
    return container[len(target) :] if container.startswith(f"{target}.") else None
