"""Every name in the data of a framework is there in the installed package, as the data says."""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import sys
from inspect import Parameter
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import flake8_http_status.frameworks as package
from flake8_http_status.frameworks._framework import METHODS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from flake8_http_status.frameworks._framework import Framework

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

FRAMEWORKS: tuple[Framework, ...] = tuple(
    importlib.import_module(f"{package.__name__}.{module.name}").FRAMEWORK
    for module in pkgutil.iter_modules(package.__path__)
    if not module.name.startswith("_")
)

# Callables that hand all further arguments on to another one, which names the parameter.
DELEGATES = {
    "flask_restx.Namespace.marshal_list_with": "flask_restx.Namespace.marshal_with",
    "flask_smorest.Blueprint.arguments": "webargs.core.Parser.use_args",
    **{
        f"aioresponses.aioresponses.{method}": "aioresponses.aioresponses.add" for method in METHODS
    },
    "nose.tools.assert_equals": "nose.tools.assert_equal",
    "nose.tools.assert_not_equals": "nose.tools.assert_not_equal",
    "requests_cache.install_cache": "requests_cache.CachedSession",
    "unittest.TestCase.assertEquals": "unittest.TestCase.assertEqual",
    "unittest.TestCase.assertNotEquals": "unittest.TestCase.assertNotEqual",
    "webtest.Form.submit": "webtest.TestResponse.goto",
    "webtest.TestApp.delete_json": "webtest.TestApp.delete",
    "webtest.TestApp.patch_json": "webtest.TestApp.patch",
    "webtest.TestApp.post_json": "webtest.TestApp.post",
    "webtest.TestApp.put_json": "webtest.TestApp.put",
    "webtest.TestResponse.follow": "webtest.TestResponse.goto",
    "webtest.TestResponse.goto": "webtest.TestApp.get",
    "webtest.TestResponse.maybe_follow": "webtest.TestResponse.follow",
}
# Callables whose parameters no signature names, and why the data knows of them.
NAMELESS = {
    "azure.core.pipeline.policies.": "the policy takes what it knows out of the keywords",
    "elasticsearch.AsyncElasticsearch.": "a decorator takes it out of the keywords",
    "elasticsearch.Elasticsearch.": "a decorator takes it out of the keywords",
    "elasticsearch.client.": "a decorator takes it out of the keywords",
    "flask_restx.Namespace.doc": "the keywords are fields of the schema",
    "github.GithubRetry": "the keywords are those of urllib3's Retry",
    "kubernetes.client.V1Status": "the fields of the model are the keywords",
    "opensearchpy.": "a decorator takes it out of the keywords",
    "pook.": "each keyword calls the method of that name",
    "requests_mock.": "the keywords describe the response",
    "responses.": "the keywords are those of responses.Response",
    "unittest.mock.": "each keyword becomes an attribute",
    "webob.Response": "each keyword sets the attribute of that name",
}
# Callables without a signature; tests at run time show what they take.
COMPILED = {"blacksheep.HTTPException", "blacksheep.Response"}
# Callables whose parameter moved between versions, so that the data does not name its place.
MOVED = {
    "django.http.HttpResponsePermanentRedirect": "Django 5.2 put preserve_request before it",
    "django.http.HttpResponseRedirect": "Django 5.2 put preserve_request before it",
    "elasticsearch.helpers.parallel_bulk": "9.2 put flush_after_seconds before it",
    "kubernetes.client.V1Status": "37.0 made all its parameters keyword-only",
    "requests_cache.": "1.3 put content_root_key before it",
}
# Callables that take any keyword, and what becomes of a wrong one.
OPEN = {
    "bottle.BaseResponse": "it becomes a header",
    "bottle.HTTPError": "it becomes a header",
    "bottle.HTTPResponse": "it becomes a header",
    "django.shortcuts.redirect": "it reaches reverse()",
    "flask.abort": "the code is missing then",
    "flask_restful.abort": "the code is missing then",
    "quart.abort": "the code is missing then",
    "sanic.response.json": "the encoder refuses it",
    "tornado.web.HTTPError": "it is ignored",
    "webob.Response": "it is refused, as there is no such attribute",
    "werkzeug.exceptions.abort": "the status is missing then",
}
# Attributes that neither the class nor its methods name, and where they come from.
DYNAMIC = {
    "scrapy.Spider.handle_httpstatus_list": "spiders that have one",
    "django.http.HttpResponse.redirect_chain": "the test client",
    "django.test.SimpleTestCase.async_client": "the runner, before each test",
    "django.test.SimpleTestCase.client": "the runner, before each test",
    "web.ctx.status": "the application, for each request",
}
# Names that a version took away.
REMOVED = {
    "nose.tools.assert_equals": (3, 12),
    "nose.tools.assert_not_equals": (3, 12),
    "http.server.CGIHTTPRequestHandler": (3, 15),
    "unittest.TestCase.assertEquals": (3, 12),
    "unittest.TestCase.assertNotEquals": (3, 12),
}
# Aliases that are not the very object, and why they are as good.
COPIED = {
    "bottle.error": "calls the method of the current application",
    "flask_restx.Api.": "handed on to the default namespace",
    "pytest_mock.MockerFixture.": "taken from the module when the fixture is made",
    "twisted.web.iweb.IRequest": "the interface of requests",
}


class Place(NamedTuple):
    """Where a parameter stands; ``position`` is None where it is keyword-only."""

    position: int | None
    keyword: bool = True


def resolve(dotted: str) -> Any:
    """The object of a dotted name; the test is skipped where its package is not installed."""
    if REMOVED.get(dotted, sys.version_info) <= sys.version_info[:2]:
        pytest.skip("removed from this version of Python")
    parts = dotted.split(".")
    found = pytest.importorskip(parts[0], exc_type=ImportError)
    for number, part in enumerate(parts[1:], 2):
        if inspect.ismodule(found) and not hasattr(found, part):
            module = ".".join(parts[:number])
            shared = found.__spec__ is not None and found.__spec__.origin is None
            (pytest.importorskip if shared else importlib.import_module)(module)
        elif not hasattr(found, part):  # a class hides the module of the same name
            found = sys.modules[".".join(parts[: number - 1])]
        found = getattr(found, part)
    return found


def is_there(dotted: str) -> bool:
    """Whether the last part of a dotted name is an attribute, of a class or of its instances."""
    owner_name, _, name = dotted.rpartition(".")
    owner = resolve(owner_name)
    if hasattr(owner, name) or dotted in DYNAMIC:
        return True
    if not inspect.isclass(owner):
        return is_type(owner) and name in owner
    return any(
        name in vars(base).get("__annotations__", ()) or name in _used_names(base)
        for base in owner.__mro__
    )


def _used_names(owner: type) -> set[str]:
    """The attributes that the methods of a class read or set."""
    methods = filter(inspect.isfunction, vars(owner).values())
    return {name for method in methods for name in method.__code__.co_names}


def is_type(found: Any) -> bool:
    """Whether something has instances: a class, or an interface of Twisted's."""
    return inspect.isclass(found) or type(found).__name__ == "InterfaceClass"


def signatures(dotted: str) -> Iterator[list[Parameter]]:
    """The parameters of a callable and of those, in turn, that it hands its arguments on to."""
    if dotted in COMPILED:
        pytest.skip("compiled without a signature")
    called = resolve(dotted)
    owner_name, _, name = dotted.rpartition(".")
    owner = resolve(owner_name)
    if inspect.isclass(called) and called.__init__ is not object.__init__:
        yield from _along_the_bases(called, "__init__")
    elif inspect.isclass(owner) and not inspect.isclass(called):
        yield from _along_the_bases(owner, name)
    else:
        yield list(inspect.signature(called).parameters.values())
    if dotted in DELEGATES:
        yield from signatures(DELEGATES[dotted])


def _along_the_bases(owner: type, name: str) -> Iterator[list[Parameter]]:
    for base in owner.__mro__:
        method = vars(base).get(name)
        if method is None or base is object:
            continue
        partial = isinstance(method, functools.partialmethod)
        function = getattr(base, name) if partial else getattr(method, "__func__", method)
        parameters = list(inspect.signature(function).parameters.values())
        takes_self = parameters[:1] and parameters[0].kind is not Parameter.VAR_POSITIONAL
        yield parameters[1:] if takes_self and not isinstance(method, staticmethod) else parameters


def find(dotted: str, name: str) -> Place | None:
    """Parameter ``name`` of a callable, through ``*args`` and ``**kwargs`` that it hands on."""
    offset: int | None = 0
    for parameters in signatures(dotted):
        kinds = [parameter.kind for parameter in parameters]
        names = [parameter.name for parameter in parameters]
        variadic = (
            kinds.index(Parameter.VAR_POSITIONAL) if Parameter.VAR_POSITIONAL in kinds else None
        )
        if variadic is not None and name == f"*{names[variadic]}" and offset is not None:
            return Place(offset + variadic, keyword=False)
        if name in names:
            place = names.index(name)
            if kinds[place] is Parameter.KEYWORD_ONLY or offset is None:
                return Place(None)
            return Place(offset + place, kinds[place] is not Parameter.POSITIONAL_ONLY)
        if Parameter.VAR_KEYWORD not in kinds:
            return None
        offset = None if offset is None or variadic is None else offset + variadic
    return None


def takes_any_keyword(dotted: str) -> bool:
    return all(
        any(parameter.kind is Parameter.VAR_KEYWORD for parameter in parameters)
        for parameters in signatures(dotted)
    )


def is_wrapped(dotted: str) -> bool:
    """Whether a decorator takes any keyword before the function that the signature shows."""
    kinds = inspect.signature(resolve(dotted), follow_wrapped=False).parameters.values()
    return Parameter.VAR_KEYWORD in {parameter.kind for parameter in kinds}


def cells(entries: Callable[[Framework], Iterable[Any]], *columns: str) -> pytest.MarkDecorator:
    """A test for each dotted name in ``of`` of the entries, with these columns of the entry."""
    rows = {
        (dotted, *(getattr(entry, column) for column in columns))
        for framework in FRAMEWORKS
        for entry in entries(framework)
        for dotted in entry.of
        if "." in dotted
    }
    return parametrize(("dotted", *columns), rows)


def parametrize(columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> pytest.MarkDecorator:
    ordered = sorted(set(rows), key=str)
    return pytest.mark.parametrize(
        columns, ordered, ids=[" ".join(map(str, row)) for row in ordered]
    )


def test_negative_control() -> None:
    assert find("flask.make_response", "rv") is None
    assert find("flask.Response", "status_code") is None
    assert not is_there("flask.make_answer")


@cells(lambda data: (*data.arguments, *data.not_statuses, *data.bodies), "name", "position")
def test_parameter(dotted: str, name: str, position: int | None) -> None:
    place = find(dotted, name)
    if place is None and dotted.startswith(tuple(NAMELESS)):
        assert takes_any_keyword(dotted) or is_wrapped(dotted)
        return
    assert place is not None
    if name.startswith("*"):
        assert position is not None
        assert place.position is not None
        assert place.position <= position
    else:
        assert place == Place(position) or (dotted.startswith(tuple(MOVED)) and position is None)


@cells(lambda data: data.misplaced, "position", "parameter", "keyword")
def test_misplaced(dotted: str, position: int, parameter: str, keyword: str | None) -> None:
    place = find(dotted, parameter)
    assert place is not None
    assert place.position == position
    assert keyword is None or find(dotted, keyword)


@cells(lambda data: data.wrong_keywords, "wrong", "right")
def test_wrong_keyword(dotted: str, wrong: str, right: str | None) -> None:
    assert find(dotted, wrong) is None
    assert dotted in OPEN or not takes_any_keyword(dotted)
    assert right is None or find(dotted, right)


@cells(lambda data: (*data.attributes, *data.class_attributes), "name")
def test_attribute(dotted: str, name: str) -> None:
    assert is_there(f"{dotted}.{name}")


@cells(lambda data: data.returns, "is_a")
def test_returned_class(dotted: str, is_a: str) -> None:
    assert is_there(dotted)
    assert is_type(resolve(is_a))


@cells(lambda data: data.limits)
def test_limit(dotted: str) -> None:
    assert callable(resolve(dotted))


@cells(lambda data: data.comparers, "operands", "keywords")
def test_comparer(dotted: str, operands: tuple[int, int], keywords: tuple[str, str]) -> None:
    assert tuple(find(dotted, keyword) for keyword in keywords) == tuple(map(Place, operands))


@cells(lambda data: data.parameter_tables)
def test_parameter_table(dotted: str) -> None:
    assert callable(resolve(dotted))


@parametrize(
    ("dotted",),
    (
        (dotted,)
        for framework in FRAMEWORKS
        for dotted in (
            *(name for entry in framework.returned for name in entry.callbacks),
            *(
                name
                for entry in (*framework.returned, *framework.endpoints)
                for name in (*entry.decorators, *entry.bases)
            ),
            *(name for entry in framework.endpoints for name in entry.exceptions),
            *(
                name
                for entry in framework.error_handlers
                for name in (*entry.plain, *entry.decorators)
            ),
        )
    ),
)
def test_view(dotted: str) -> None:
    assert callable(resolve(dotted))


@parametrize(
    ("name", "is_a"),
    ((fixture.name, fixture.is_a) for framework in FRAMEWORKS for fixture in framework.fixtures),
)
def test_fixture(name: str, is_a: str) -> None:
    assert name.isidentifier()
    assert is_type(resolve(is_a))


@parametrize(
    ("alias", "canonical"), (alias for framework in FRAMEWORKS for alias in framework.aliases)
)
def test_alias(alias: str, canonical: str) -> None:
    if alias.startswith(tuple(COPIED)):
        assert is_there(alias) or hasattr(resolve(alias.rpartition(".")[0]), "__getattr__")
        return
    there, meant = resolve(alias), resolve(canonical)
    if inspect.ismodule(there):
        assert set(dir(there)) & {name for name in dir(meant) if not name.startswith("_")}
    elif inspect.isclass(there):
        assert issubclass(there, meant) if inspect.isclass(meant) else meant.implementedBy(there)
    else:
        assert there is meant
