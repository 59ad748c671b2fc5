"""Which names a module binds, where: scopes, bindings and the one walk that collects them.

The walk is iterative, so that nesting has no limit but the parser's, and reads the tree only.
Beside the bindings it collects the nodes that the engine looks at again (`Module.nodes`), each
with the scope it is evaluated in.
"""

from __future__ import annotations

import ast
import enum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Callable


Node = TypeVar("Node", bound=ast.AST)


class ScopeKind(enum.Enum):
    """The kinds of scope Python has."""

    MODULE = "module"
    CLASS = "class"
    FUNCTION = "function"
    COMPREHENSION = "comprehension"


class BindingKind(enum.Enum):
    """How a name came to be bound, as far as the engine follows it."""

    IMPORT = "import"
    ASSIGNMENT = "assignment"
    PARAMETER = "parameter"
    FUNCTION = "function"
    CLASS = "class"
    CONTEXT = "with"
    HANDLER = "except"
    LOOP = "for"
    OTHER = "other"


# What is asked for at every other node; a member of an enum is looked up slowly.
_ASSIGNMENT, _PARAMETER, _OTHER = BindingKind.ASSIGNMENT, BindingKind.PARAMETER, BindingKind.OTHER
_FUNCTION, _CLASS, _COMPREHENSION = ScopeKind.FUNCTION, ScopeKind.CLASS, ScopeKind.COMPREHENSION


class Binding:
    """One place that binds a name.

    ``node``: the statement or expression that binds it; ``value``: the bound (assignment), entered
    (with), caught (except) or iterated (for) expression; ``target``: the dotted name an import
    binds; ``scope``: the scope of a function or class.
    """

    __slots__ = ("kind", "node", "scope", "target", "value")

    def __init__(
        self,
        kind: BindingKind,
        node: ast.AST,
        value: ast.expr | None = None,
        target: str = "",
        scope: Scope | None = None,
    ) -> None:
        """There are so many that a named tuple would take a tenth of the walk."""
        self.kind = kind
        self.node = node
        self.value = value
        self.target = target
        self.scope = scope


_NONE: frozenset[str] = frozenset()


class Scope:
    """One scope: its bindings, and for classes the attributes that methods set on ``self``."""

    __slots__ = ("attributes", "bindings", "foreign", "kind", "node", "parent")

    def __init__(self, kind: ScopeKind, node: ast.AST, parent: Scope | None) -> None:
        """``node`` is the module, class, function or comprehension that makes the scope."""
        self.kind = kind
        self.node = node
        self.parent = parent
        self.bindings: dict[str, list[Binding]] = {}
        self.foreign: frozenset[str] = _NONE
        self.attributes: dict[str, list[tuple[ast.expr, Scope]]] = {}

    def bind(self, name: str, binding: Binding) -> None:
        """Note that ``name`` is bound here."""
        if name in self.bindings:
            self.bindings[name].append(binding)
        else:
            self.bindings[name] = [binding]

    def lookup(self, name: str) -> Scope | None:
        """The scope whose binding of ``name`` an expression in this scope sees."""
        scope: Scope | None = self
        while scope is not None:
            if (
                name in scope.bindings
                and name not in scope.foreign
                and (scope is self or scope.kind is not _CLASS)
            ):
                return scope
            scope = scope.parent
        return None

    def enclosing(self, kind: ScopeKind) -> Scope | None:
        """The nearest scope of ``kind``, this one included."""
        scope: Scope | None = self
        while scope is not None and scope.kind is not kind:
            scope = scope.parent
        return scope

    @property
    def method_class(self) -> Scope | None:
        """The class whose method this function scope is, else None."""
        if self.kind is ScopeKind.FUNCTION and self.parent is not None:
            return self.parent if self.parent.kind is ScopeKind.CLASS else None
        return None

    @property
    def instance_name(self) -> str | None:
        """The name of the first parameter of a method (``self`` or ``cls``)."""
        node = self.node
        if self.method_class is None or not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef)
        ):
            return None
        parameters = [*node.args.posonlyargs, *node.args.args]
        if not parameters or any(
            isinstance(decorator, ast.Name) and decorator.id == "staticmethod"
            for decorator in node.decorator_list
        ):
            return None
        return parameters[0].arg


# A node that the engine looks at again, and the scope it is evaluated in. There are so many that a
# named tuple would take a tenth of the walk.
Candidate: TypeAlias = tuple[ast.AST, Scope]


class Module:
    """What the walk over one module found.

    ``nodes``: the candidates of each node type, those of operations by the operator; ``scopes``:
    all scopes, outer ones first; ``opened``: the id of a node -> the scope that it opens;
    ``decorators``: the id of a node that stands as a decorator -> the function or class it stands
    on; ``top_level``: the ids of the statements of the module's body; ``imports``: the names that
    imports bind, with the dotted names of what they bind them to, as these are written;
    ``numbers``: the integers that stand anywhere but in annotations; ``initials``: the first
    characters of the texts that do.
    """

    __slots__ = (
        "decorators", "imports", "initials", "nodes", "numbers", "opened", "root", "scopes",
        "top_level", "tree",
    )  # fmt: skip

    def __init__(self, tree: ast.Module) -> None:
        """Walk over ``tree`` once; it is not changed."""
        self.tree = tree
        self.root = Scope(ScopeKind.MODULE, tree, None)
        self.scopes = [self.root]
        self.opened = {id(tree): self.root}
        self.nodes: dict[type[ast.AST], list[Candidate]] = {kind: [] for kind in CANDIDATES}
        self.decorators: dict[int, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef] = {}
        self.top_level = {id(statement) for statement in tree.body}
        self.imports: list[tuple[str, str]] = []
        self.numbers: set[int] = set()
        self.initials: set[str] = set()
        _walk(self)

    def forget(self) -> None:
        """Let go of all that holds itself in a circle, so that the tree goes with its last user.

        Else the garbage collector has to find every node.
        """
        for scope in self.scopes:
            scope.bindings.clear()
            scope.attributes.clear()
            scope.parent = None

    def of(self, kind: type[Node]) -> list[tuple[Node, Scope]]:
        """The candidates of the node type ``kind``."""
        return cast("list[tuple[Node, Scope]]", self.nodes[kind])


CANDIDATES = (
    ast.Assert,
    ast.AnnAssign,
    ast.Assign,
    ast.AsyncFor,
    ast.AsyncFunctionDef,
    ast.Attribute,
    ast.BoolOp,
    ast.Call,
    ast.ClassDef,
    ast.Compare,
    ast.Dict,
    ast.For,
    ast.FunctionDef,
    ast.If,
    ast.IfExp,
    ast.Import,
    ast.ImportFrom,
    ast.Lambda,
    ast.List,
    ast.Match,
    ast.Mod,
    ast.NamedExpr,
    ast.Raise,
    ast.Return,
    ast.Set,
    ast.Subscript,
    ast.Tuple,
    ast.comprehension,
)

# The fields that hold nothing but operators, contexts, texts and numbers.
_PLAIN_FIELDS = frozenset(
    {"arg", "asname", "attr", "conversion", "ctx", "id", "is_async", "kind", "level", "module"}
    | {"op", "ops", "simple", "type_comment"}
)
# What is no part of what a program does, or of its own kind.
_TYPE_FIELDS = frozenset({"annotation", "returns", "type_params"})
_LEAVES = (ast.Constant, ast.MatchSingleton)


def _part_fields(skipped: frozenset[str]) -> dict[type[ast.AST], tuple[str, ...]]:
    """For every node type, the fields that can hold parts that have a place in the text."""
    fields = {
        value: tuple(name for name in value._fields if name not in skipped)
        for value in vars(ast).values()
        if isinstance(value, type) and issubclass(value, ast.AST)
    }
    fields.update((leaf, ()) for leaf in _LEAVES)
    return fields


PARTS = _part_fields(_PLAIN_FIELDS)
_FIELDS = _part_fields(_PLAIN_FIELDS | _TYPE_FIELDS)
_Pending: TypeAlias = list[tuple[Scope, list[Any]]]


def _walk(module: Module) -> None:
    """Visit every node once, scope by scope, with explicit stacks.

    Four in five nodes are of the types that come first. A name whose attribute is taken, or that is
    called, is read and binds nothing. What is on a stack and no node, such as the
    None of a missing part, is passed over.
    """
    nodes = module.nodes
    numbers, initials, text = module.numbers, module.initials, str
    calls, attributes = nodes[ast.Call], nodes[ast.Attribute]
    name, constant, attribute, call, load, expression = (
        ast.Name,
        ast.Constant,
        ast.Attribute,
        ast.Call,
        ast.Load,
        ast.Expr,
    )
    handlers, fields = _HANDLERS, _FIELDS
    pending: _Pending = [(module.root, list(module.tree.body))]
    while pending:
        scope, stack = pending.pop()
        while stack:
            node = stack.pop()
            kind = node.__class__
            if kind is name:
                if node.ctx.__class__ is not load:
                    scope.bind(node.id, Binding(_OTHER, node))
            elif kind is constant:
                value = node.value
                if value.__class__ is text:
                    initials.add(value[:1])
                elif value.__class__ is int:
                    numbers.add(value)
            elif kind is attribute:
                attributes.append((node, scope))
                value = node.value
                if value.__class__ is not name:
                    stack.append(value)
            elif kind is call:
                calls.append((node, scope))
                value = node.func
                if value.__class__ is not name:
                    stack.append(value)
                stack += node.args
                for item in node.keywords:
                    stack.append(item.value)
            elif kind is expression:
                stack.append(node.value)
            else:
                if kind in nodes:
                    nodes[kind].append((node, scope))
                if kind in handlers:
                    handlers[kind](module, scope, node, stack, pending)
                else:
                    for field in fields.get(kind, ()):
                        value = getattr(node, field)
                        if value.__class__ is list:
                            stack += value
                        else:
                            stack.append(value)


def _open(module: Module, kind: ScopeKind, node: ast.AST, parent: Scope) -> Scope:
    scope = Scope(kind, node, parent)
    module.scopes.append(scope)
    module.opened[id(node)] = scope
    return scope


def _assign(
    module: Module, scope: Scope, node: ast.Assign, stack: list[ast.AST], pending: _Pending
) -> None:
    value = node.value
    for target in node.targets:
        if target.__class__ is ast.Name:
            scope.bind(target.id, Binding(_ASSIGNMENT, node, value))
        else:
            _bind_target(scope, target, _ASSIGNMENT, node, value, stack)
    stack.append(value)


def _annotated_assign(
    module: Module, scope: Scope, node: ast.AnnAssign, stack: list[ast.AST], pending: _Pending
) -> None:
    if node.value is None and isinstance(node.target, ast.Name):
        return
    _bind_target(scope, node.target, BindingKind.ASSIGNMENT, node, node.value, stack)
    if node.value is not None:
        stack.append(node.value)


def _operation(
    module: Module, scope: Scope, node: ast.BinOp, stack: list[ast.AST], pending: _Pending
) -> None:
    operator = node.op.__class__
    if operator in module.nodes:
        module.nodes[operator].append((node, scope))
    stack += (node.left, node.right)


def _named_expression(
    module: Module, scope: Scope, node: ast.NamedExpr, stack: list[ast.AST], pending: _Pending
) -> None:
    owner = scope
    while owner.kind is ScopeKind.COMPREHENSION and owner.parent is not None:
        owner = owner.parent
    owner.bind(node.target.id, Binding(BindingKind.ASSIGNMENT, node, node.value))
    stack.append(node.value)


def _bind_target(
    scope: Scope,
    target: ast.expr,
    kind: BindingKind,
    node: ast.AST,
    value: ast.expr | None,
    stack: list[ast.AST],
) -> None:
    """Bind a plain name to ``value``; note ``self.name = value``; leave the rest to the walk."""
    if isinstance(target, ast.Name):
        scope.bind(target.id, Binding(kind, node, value))
        return
    if (
        isinstance(target, ast.Attribute)
        and isinstance(target.value, ast.Name)
        and kind is BindingKind.ASSIGNMENT
        and value is not None
    ):
        owner = scope.method_class
        if owner is not None and target.value.id == scope.instance_name:
            owner.attributes.setdefault(target.attr, []).append((value, scope))
    stack.append(target)


def _for(
    module: Module,
    scope: Scope,
    node: ast.For | ast.AsyncFor,
    stack: list[ast.AST],
    pending: _Pending,
) -> None:
    _bind_target(scope, node.target, BindingKind.LOOP, node, node.iter, stack)
    stack.append(node.iter)
    stack.extend(node.body)
    stack.extend(node.orelse)


def _with_item(
    module: Module, scope: Scope, node: ast.withitem, stack: list[ast.AST], pending: _Pending
) -> None:
    stack.append(node.context_expr)
    if node.optional_vars is not None:
        _bind_target(scope, node.optional_vars, BindingKind.CONTEXT, node, node.context_expr, stack)


def _handler(
    module: Module, scope: Scope, node: ast.ExceptHandler, stack: list[ast.AST], pending: _Pending
) -> None:
    if node.type is not None:
        stack.append(node.type)
    if node.name is not None:
        scope.bind(node.name, Binding(BindingKind.HANDLER, node, node.type))
    stack.extend(node.body)


def _import(
    module: Module, scope: Scope, node: ast.Import, stack: list[ast.AST], pending: _Pending
) -> None:
    for alias in node.names:
        target = alias.name if alias.asname else alias.name.partition(".")[0]
        name = alias.asname or target
        scope.bind(name, Binding(BindingKind.IMPORT, node, target=target))
        module.imports.append((name, target))


def _import_from(
    module: Module, scope: Scope, node: ast.ImportFrom, stack: list[ast.AST], pending: _Pending
) -> None:
    package = "." * node.level + (node.module or "")
    joint = "" if package.endswith(".") else "."
    for alias in node.names:
        name, target = alias.asname or alias.name, f"{package}{joint}{alias.name}"
        scope.bind(name, Binding(BindingKind.IMPORT, node, target=target))
        module.imports.append((name, target))


def _foreign(
    module: Module,
    scope: Scope,
    node: ast.Global | ast.Nonlocal,
    stack: list[ast.AST],
    pending: _Pending,
) -> None:
    scope.foreign = scope.foreign.union(node.names)
    outer = None if isinstance(node, ast.Global) else scope.parent
    owner = outer or module.root
    for name in node.names:
        (owner.lookup(name) or owner).bind(name, Binding(_OTHER, node))


def _function(
    module: Module,
    scope: Scope,
    node: ast.FunctionDef | ast.AsyncFunctionDef,
    stack: list[ast.AST],
    pending: _Pending,
) -> None:
    inner = _open(module, _FUNCTION, node, scope)
    scope.bind(node.name, Binding(BindingKind.FUNCTION, node, scope=inner))
    for decorator in node.decorator_list:
        module.decorators[id(decorator)] = node
        stack.append(decorator)
    _parameters(inner, node.args, stack)
    pending.append((inner, list(node.body)))


def _lambda(
    module: Module, scope: Scope, node: ast.Lambda, stack: list[ast.AST], pending: _Pending
) -> None:
    inner = _open(module, _FUNCTION, node, scope)
    _parameters(inner, node.args, stack)
    pending.append((inner, [node.body]))


def _parameters(inner: Scope, arguments: ast.arguments, stack: list[ast.AST]) -> None:
    """Bind the parameters inside; defaults are evaluated outside."""
    for parameter in (
        *arguments.posonlyargs,
        *arguments.args,
        *arguments.kwonlyargs,
        arguments.vararg,
        arguments.kwarg,
    ):
        if parameter is not None:
            inner.bind(parameter.arg, Binding(_PARAMETER, parameter))
    stack += arguments.defaults
    stack += filter(None, arguments.kw_defaults)


def _class(
    module: Module, scope: Scope, node: ast.ClassDef, stack: list[ast.AST], pending: _Pending
) -> None:
    inner = _open(module, _CLASS, node, scope)
    scope.bind(node.name, Binding(BindingKind.CLASS, node, scope=inner))
    for decorator in node.decorator_list:
        module.decorators[id(decorator)] = node
        stack.append(decorator)
    stack.extend(node.bases)
    stack.extend(node.keywords)
    pending.append((inner, list(node.body)))


def _comprehension(
    module: Module,
    scope: Scope,
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
    stack: list[ast.AST],
    pending: _Pending,
) -> None:
    inner = _open(module, _COMPREHENSION, node, scope)
    first, *others = node.generators
    stack.append(first.iter)
    body: list[ast.AST] = [first.target, *first.ifs]
    for generator in node.generators:
        module.nodes[ast.comprehension].append((generator, inner))
    for generator in others:
        body += [generator.iter, generator.target, *generator.ifs]
    if isinstance(node, ast.DictComp):
        body += [node.key, node.value]
    else:
        body.append(node.elt)
    pending.append((inner, body))


def _capture(
    module: Module,
    scope: Scope,
    node: ast.MatchAs | ast.MatchStar | ast.MatchMapping,
    stack: list[ast.AST],
    pending: _Pending,
) -> None:
    name = node.rest if isinstance(node, ast.MatchMapping) else node.name
    if name is not None:
        scope.bind(name, Binding(_OTHER, node))
    if isinstance(node, ast.MatchAs) and node.pattern is not None:
        stack.append(node.pattern)
    if isinstance(node, ast.MatchMapping):
        stack.extend(node.keys)
        stack.extend(node.patterns)


_HANDLERS: dict[type[ast.AST], Callable[..., None]] = {
    ast.AnnAssign: _annotated_assign,
    ast.Assign: _assign,
    ast.AsyncFor: _for,
    ast.AsyncFunctionDef: _function,
    ast.BinOp: _operation,
    ast.ClassDef: _class,
    ast.DictComp: _comprehension,
    ast.ExceptHandler: _handler,
    ast.For: _for,
    ast.FunctionDef: _function,
    ast.GeneratorExp: _comprehension,
    ast.Global: _foreign,
    ast.Import: _import,
    ast.ImportFrom: _import_from,
    ast.Lambda: _lambda,
    ast.ListComp: _comprehension,
    ast.MatchAs: _capture,
    ast.MatchMapping: _capture,
    ast.MatchStar: _capture,
    ast.NamedExpr: _named_expression,
    ast.Nonlocal: _foreign,
    ast.SetComp: _comprehension,
    ast.withitem: _with_item,
}
