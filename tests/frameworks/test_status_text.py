"""Attributes that hold the status as text equal no number, and responses equal nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from flake8_http_status.registry import all_frameworks

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages


def _web_py(web: Any) -> Any:
    web.ctx.status = "404 Not Found"
    return web.ctx


def _webtest(webtest: Any) -> Any:
    missing = pytest.importorskip("webob.exc").HTTPNotFound()
    return webtest.TestApp(missing).get("/", status="*")


# By framework: the package, and how an answer with the status 404 is made.
TEXTS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "Bottle": ("bottle", lambda bottle: bottle.HTTPResponse(status=404)),
    "Falcon test client": (
        "falcon.testing",
        lambda testing: testing.Result([], "404 Not Found", []),
    ),
    "Flask": ("flask", lambda flask: flask.Response(status=404)),
    "Pyramid": ("pyramid.httpexceptions", lambda errors: errors.HTTPNotFound()),
    "Quart": ("quart", lambda quart: quart.Response("", status=404)),
    "Twisted": ("twisted.web.error", lambda error: error.Error(404)),
    "WebOb": ("webob", lambda webob: webob.Response(status=404)),
    "WebTest": ("webtest", _webtest),
    "Werkzeug": ("werkzeug.wrappers", lambda wrappers: wrappers.Response(status=404)),
    "web.py": ("web", _web_py),
}
RESPONSES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "Django": ("django.http", lambda http: http.HttpResponse(status=404)),
    "httpx": ("httpx", lambda httpx: httpx.Response(404)),
    "requests": ("requests", lambda requests: requests.Response()),
    "Starlette": ("starlette.responses", lambda responses: responses.Response(status_code=404)),
    **TEXTS,
}


def test_all_texts_are_tried() -> None:
    frameworks = (
        framework.name
        for framework in all_frameworks()
        if any(attribute.text for attribute in framework.attributes)
    )
    assert sorted(frameworks) == sorted(TEXTS)


@pytest.mark.parametrize("name", TEXTS)
def test_text_equals_no_number(name: str) -> None:
    package, make = TEXTS[name]
    status = make(pytest.importorskip(package)).status
    assert isinstance(status, str | bytes)
    assert status not in {404, "404"}


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_equals_no_number(name: str) -> None:
    package, make = RESPONSES[name]
    response = make(pytest.importorskip(package))
    assert [status for status in (404, "404") if response == status] == []
