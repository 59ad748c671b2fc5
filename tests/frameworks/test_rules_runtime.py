"""What the rules warn of, done: the very text that a rule flags runs in the real framework."""

from __future__ import annotations

import importlib
import json
import keyword
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import pytest
from probes._probe import call_asgi, run
from probes.asgi_family import serve
from probes.litestar_family import litestar_answer

from flake8_http_status import checker
from flake8_http_status.registry import all_vocabularies

if TYPE_CHECKING:
    from collections.abc import Callable

    from flake8_http_status.vocabularies._vocabulary import Vocabulary

pytestmark = pytest.mark.filterwarnings("ignore")  # those of the packages

Names: TypeAlias = "dict[str, Any]"


class Mistake(NamedTuple):
    """``show`` gets a function that runs ``source``, which ``code`` flags, and gives its names."""

    code: str
    package: str
    source: str
    show: Callable[[Callable[[], Names]], None]

    def __str__(self) -> str:
        last_lines = " ".join(self.source.split("\n")[-2:])
        return f"{self.code} {self.show.__name__}: {last_lines}"


MISTAKES: list[Mistake] = []


def mistake(code: str, package: str, source: str) -> Callable[[Any], Any]:
    """Register what becomes of ``source``, which the name of the function says."""

    def register(show: Any) -> Any:
        MISTAKES.append(Mistake(code, package, source, show))
        return show

    return register


def flask_get(names: Names, **options: Any) -> Any:
    return names["app"].test_client().get("/", **options)


def asgi_get(names: Names) -> tuple[int, bytes]:
    return run(call_asgi(names["app"]))


def django_view(view: Any, **options: Any) -> Any:
    """What a client gets from a view, errors as a 500."""
    from django.test import Client, override_settings
    from django.urls import path

    with override_settings(ROOT_URLCONF=(path("", view),)):
        return Client(raise_request_exception=False).get("/", **options)


DJANGO_VIEW = "from django.http import HttpResponse, HttpResponseNotFound, JsonResponse\n"
FLASK = """\
from flask import Flask, Response, abort, redirect
app = Flask(__name__)
@app.get("/")
def view():
"""
FASTAPI = """\
from fastapi import FastAPI, HTTPException
app = FastAPI()
"""
DRF = """\
from rest_framework.exceptions import APIException, NotFound
from rest_framework.response import Response
"""


@mistake("HSC201", "django", DJANGO_VIEW + "HttpResponse(status=600)")
def django_refuses_the_number(execute: Callable[[], Names]) -> None:
    with pytest.raises(ValueError, match="from 100 to 599"):
        execute()


@mistake("HSC201", "flask", FLASK + "    return 'content', 999")
def flask_sends_the_number(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).status == "999 UNKNOWN"


@mistake("HSC201", "uvicorn", FASTAPI + "@app.get('/', status_code=600)\ndef view(): return {}")
def uvicorn_closes_the_connection(execute: Callable[[], Names]) -> None:
    names = execute()
    assert asgi_get(names) == (600, b"{}")  # a test sees nothing of it
    assert run(serve(names["app"])) == ("", b"")


@mistake("HSC201", "bottle", "from bottle import HTTPResponse\nHTTPResponse('content', 99)")
def bottle_refuses_the_number(execute: Callable[[], Names]) -> None:
    with pytest.raises(ValueError, match="out of range"):
        execute()


@mistake("HSC201", "webob", "from webob import Response\nResponse(status=600)")
def webob_knows_no_such_class(execute: Callable[[], Names]) -> None:
    with pytest.raises(KeyError):
        execute()


@mistake("HSC202", "django", DJANGO_VIEW + "response = HttpResponse(status=240)")
def django_has_no_phrase_for_it(execute: Callable[[], Names]) -> None:
    assert execute()["response"].reason_phrase == "Unknown Status Code"


@mistake("HSC202", "flask", FLASK + "    return 'content', 432")
def flask_has_no_phrase_for_it(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).status == "432 UNKNOWN"


@mistake(
    "HSC203",
    "requests",
    "from django.http import HttpResponse\nresponse = HttpResponse(status=305)",
)
def clients_follow_no_proxy(execute: Callable[[], Names]) -> None:
    import requests

    pytest.importorskip("django")
    answer = requests.Response()
    answer.status_code = execute()["response"].status_code
    answer.headers["Location"] = "http://proxy.test/"
    assert not answer.is_redirect


@mistake("HSC204", "http", "from http import HTTPStatus\nHTTPStatus.NOT_FOUD")
@mistake("HSC204", "http", "import http.client\nhttp.client.INTERNAL_SERVER_EROR")
@mistake("HSC204", "starlette", "from starlette import status\nstatus.HTTP_410_GONNE")
@mistake("HSC204", "fastapi", "from fastapi import status\nstatus.HTTP_404_NOTFOUND")
@mistake("HSC204", "rest_framework", "from rest_framework import status\nstatus.HTTP_404_NOFOUND")
@mistake(
    "HSC204",
    "rest_framework",
    "from rest_framework import status\nstatus.HTTP_422_UNPROCESSABLE_CONTENT",
)
@mistake("HSC204", "requests", "import requests\nrequests.codes.not_foud")
@mistake("HSC204", "httpx", "import httpx\nhttpx.codes.NOT_FOUD")
@mistake("HSC204", "falcon", "import falcon\nfalcon.HTTP_499")
@mistake("HSC204", "falcon", "import falcon\nfalcon.HTTPStatus.NOT_FOUND")
def the_name_is_missing(execute: Callable[[], Names]) -> None:
    with pytest.raises(AttributeError):
        execute()


@mistake("HSC204", "starlette", "from starlette.status import HTTP_404_NOTFOUND")
def the_import_fails(execute: Callable[[], Names]) -> None:
    with pytest.raises(ImportError):
        execute()


@mistake("HSC204", "requests", "import requests\ncode = requests.codes['not_foud']")
def the_item_is_none(execute: Callable[[], Names]) -> None:
    assert execute()["code"] is None


@mistake("HSC301", "flask", FLASK + "    abort(402)")
@mistake("HSC301", "flask", FLASK + "    abort(204)")
def flask_answers_500(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).status_code == 500


@mistake(
    "HSC301",
    "flask",
    "from flask import Flask\n"
    "app = Flask(__name__)\n"
    "@app.errorhandler(402)\n"
    "def unpaid(error): ...",
)
def flask_refuses_the_handler(execute: Callable[[], Names]) -> None:
    with pytest.raises(ValueError, match="not a recognized HTTP error code"):
        execute()


@mistake(
    "HSC302",
    "fastapi",
    FASTAPI + "@app.get('/')\ndef view(): raise HTTPException(200, 'no such order')",
)
def fastapi_reports_an_error_as_success(execute: Callable[[], Names]) -> None:
    assert asgi_get(execute()) == (200, b'{"detail":"no such order"}')


@mistake("HSC302", "django", DJANGO_VIEW + "response = HttpResponseNotFound(status=200)")
def django_finds_what_is_not_found(execute: Callable[[], Names]) -> None:
    assert execute()["response"].status_code == 200


@mistake("HSC302", "rest_framework", DRF + "class Fine(APIException):\n    status_code = 200")
def drf_answers_an_exception_with_200(execute: Callable[[], Names]) -> None:
    from rest_framework.views import APIView

    names = execute()

    class View(APIView):
        def get(self, _: Any) -> None:
            raise names["Fine"]

    assert django_view(View.as_view()).status_code == 200


@mistake("HSC303", "flask", FLASK + "    return redirect('/elsewhere', 200)")
def a_client_stays_where_it_is(execute: Callable[[], Names]) -> None:
    answer = flask_get(execute(), follow_redirects=True)
    assert answer.headers["Location"] == "/elsewhere"
    assert answer.history == ()


@mistake("HSC304", "flask", FLASK + "    return {'deleted': 7}, 204")
def flask_drops_the_content(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).data == b""


@mistake("HSC304", "django", DJANGO_VIEW + "response = JsonResponse({}, status=204)")
def django_keeps_the_content(execute: Callable[[], Names]) -> None:
    response = execute()["response"]
    response.close()
    assert b"".join(response) == b"{}"


@mistake(
    "HSC304", "fastapi", FASTAPI + "@app.get('/', status_code=204)\ndef view(): return {'key': 1}"
)
def fastapi_drops_the_content(execute: Callable[[], Names]) -> None:
    assert asgi_get(execute()) == (204, b"")


@mistake(
    "HSC304", "uvicorn", FASTAPI + "@app.get('/', status_code=205)\ndef view(): return {'key': 1}"
)
def fastapi_announces_content_that_never_comes(execute: Callable[[], Names]) -> None:
    from fastapi.testclient import TestClient

    answer = TestClient(execute()["app"]).get("/")
    assert int(answer.headers["Content-Length"]) > len(answer.content) == 0


@mistake(
    "HSC304",
    "fastapi",
    FASTAPI + "@app.get('/', status_code=204)\ndef view() -> dict: return {}",
)
@mistake(
    "HSC304",
    "fastapi",
    FASTAPI + "@app.get('/', status_code=304, response_model=dict)\ndef view(): return {}",
)
@mistake(
    "HSC304",
    "fastapi",
    FASTAPI + "@app.get('/', responses={204: {'model': dict}})\ndef view(): return {}",
)
def fastapi_refuses_a_model(execute: Callable[[], Names]) -> None:
    with pytest.raises(AssertionError, match="must not have a response body"):
        execute()


@mistake(
    "HSC304",
    "litestar",
    "from litestar import get\n"
    "@get('/', status_code=204, sync_to_thread=False)\n"
    "def view() -> dict: return {}",
)
def litestar_refuses_an_annotation(execute: Callable[[], Names]) -> None:
    from litestar.exceptions import ImproperlyConfiguredException

    with pytest.raises(ImproperlyConfiguredException):
        litestar_answer(execute()["view"])


@mistake("HSC305", "django", DJANGO_VIEW + "response = HttpResponse('gone', 410)")
def django_answers_200_of_an_odd_type(execute: Callable[[], Names]) -> None:
    response = execute()["response"]
    assert (response.status_code, response["Content-Type"]) == (200, "410")


@mistake("HSC305", "django", DJANGO_VIEW + "JsonResponse({}, 400)")
def django_calls_the_number(execute: Callable[[], Names]) -> None:
    with pytest.raises(TypeError, match="not callable"):
        execute()


@mistake("HSC305", "rest_framework", DRF + "response = Response(404)")
def drf_answers_200(execute: Callable[[], Names]) -> None:
    response = execute()["response"]
    assert (response.status_code, response.data) == (200, 404)


@mistake("HSC305", "rest_framework", DRF + "error = APIException('busy', 503)")
def drf_keeps_its_own_status(execute: Callable[[], Names]) -> None:
    error = execute()["error"]
    assert error.status_code == 500
    assert error.get_codes() == 503


@mistake(
    "HSC305",
    "fastapi",
    FASTAPI + "@app.get('/')\ndef view(): raise HTTPException('no such order')",
)
def fastapi_cannot_answer_with_a_text(execute: Callable[[], Names]) -> None:
    from fastapi.testclient import TestClient

    client = TestClient(execute()["app"], raise_server_exceptions=False)
    answer = client.get("/")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")


@mistake("HSC306", "django", DJANGO_VIEW + "JsonResponse({}, status_code=404)")
@mistake(
    "HSC306",
    "starlette",
    "from starlette.responses import JSONResponse\nJSONResponse({}, status=404)",
)
@mistake("HSC306", "flask", "from flask import Response\nResponse('', status_code=404)")
@mistake("HSC306", "fastapi", FASTAPI + "app.get('/', status=201)")
def the_keyword_is_unknown(execute: Callable[[], Names]) -> None:
    with pytest.raises(TypeError, match="unexpected keyword"):
        execute()


@mistake(
    "HSC306",
    "django",
    "from django.shortcuts import redirect\nresponse = redirect('/elsewhere', status=301)",
)
def django_redirects_for_the_time_being(execute: Callable[[], Names]) -> None:
    assert execute()["response"].status_code == 302


@mistake("HSC306", "tornado", "from tornado.web import HTTPError\nerror = HTTPError(code=404)")
def tornado_fails(execute: Callable[[], Names]) -> None:
    assert execute()["error"].status_code == 500


@mistake("HSC307", "fastapi", FASTAPI + "@app.get('/')\ndef view():\n    return HTTPException(404)")
def fastapi_answers_with_the_exception(execute: Callable[[], Names]) -> None:
    code, content = asgi_get(execute())
    assert code == 200
    assert json.loads(content)["status_code"] == 404


@mistake(
    "HSC307",
    "rest_framework",
    DRF
    + "from rest_framework.decorators import api_view\n"
    + "@api_view(['GET'])\ndef view(request):\n    return NotFound()",
)
def drf_asserts_a_response(execute: Callable[[], Names]) -> None:
    assert django_view(execute()["view"]).status_code == 500


@mistake("HSC308", "fastapi", FASTAPI + "@app.get('/')\ndef view():\n    return {'key': 1}, 404")
def fastapi_answers_with_a_list(execute: Callable[[], Names]) -> None:
    assert asgi_get(execute()) == (200, b'[{"key":1},404]')


@mistake("HSC308", "flask", FLASK + "    return 404, 'no such order'")
def flask_takes_the_number_for_content(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).status_code == 500


@mistake(
    "HSC309",
    "flask",
    FLASK + "    abort(404)\n@app.errorhandler(404)\ndef missing(error): return 'missing'",
)
def flask_answers_an_error_with_200(execute: Callable[[], Names]) -> None:
    assert flask_get(execute()).status_code == 200


@mistake(
    "HSC309",
    "fastapi",
    FASTAPI
    + "from fastapi.responses import JSONResponse\n"
    + "@app.exception_handler(404)\n"
    + "async def missing(request, error): return JSONResponse({})",
)
def fastapi_answers_an_error_with_200(execute: Callable[[], Names]) -> None:
    assert asgi_get(execute()) == (200, b"{}")


@mistake("HSC310", "flask", FLASK + "    return Response('', status='404 Forbidden')")
def programs_and_people_read_different_things(execute: Callable[[], Names]) -> None:
    answer = flask_get(execute())
    assert (answer.status_code, answer.status) == (404, "404 Forbidden")


@mistake("HSC311", "http", "HTTP_404_NOT_FOUND = 403")
def the_name_is_that_of_another_number(execute: Callable[[], Names]) -> None:
    from http import HTTPStatus

    assert execute()["HTTP_404_NOT_FOUND"] == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_mistake(mistake: Mistake) -> None:
    pytest.importorskip(mistake.package, exc_type=ImportError)
    assert mistake.code in {found.code for found in checker.check_source(mistake.source)}

    def execute() -> Names:
        names: Names = {"__name__": __name__}
        exec(compile(mistake.source, "<example>", "exec", dont_inherit=True), names)
        return names

    mistake.show(execute)


@pytest.mark.parametrize("vocabulary", all_vocabularies(), ids=lambda entry: entry.key)
def test_no_name_that_exists_is_unknown(vocabulary: Vocabulary) -> None:
    for container in (vocabulary.container, *vocabulary.same_as):
        package = container.partition(".")[0]
        pytest.importorskip(package, exc_type=ImportError)
        names = [name for name in dir(_held(container)) if name.isidentifier()]
        names = [name for name in names if not keyword.iskeyword(name)]
        lines = [f"import {package}", *(f"{container}.{name}" for name in names)]
        found = checker.check_source("\n".join(lines))
        assert [one.message for one in found if one.code == "HSC204"] == []


def _held(dotted: str) -> Any:
    """The module, or the attribute of one, that has this name."""
    try:
        return importlib.import_module(dotted)
    except ModuleNotFoundError:
        package, _, name = dotted.rpartition(".")
        return getattr(_held(package), name)
