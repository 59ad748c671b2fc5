"""Small programs that combine import situations, scopes and places of statuses."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

from flake8_http_status.codemod import FixResult, fix_source
from flake8_http_status.settings import from_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_LINES = {
    "nothing": "",
    "a docstring": '"""Doc."""\n',
    "a docstring on lines": '"""Doc.\n\nMore.\n"""\n\n',
    "a docstring with code behind": '"""Doc."""; import os\n',
    "a future import": "from __future__ import annotations\n",
    "all of them": '#!/usr/bin/env python\n# coding: utf-8\n"""Doc."""\n\n'
    "from __future__ import annotations\n\n",
    "a version": '__version__ = "1"\n__all__ = ["web"]\n',
    "a comment": "# Licence\n\n",
}
IMPORTS = {
    "nothing": "",
    "the module": "import http\n",
    "the class": "from http import HTTPStatus\n",
    "the class by another name": "from http import HTTPStatus as S\n",
    "another name of the module": "from http import HTTPMethod\n",
    "names in brackets": "from http import (\n    HTTPMethod,  # how\n)\n",
    "both": "import http.client\nimport http\n",
    "client": "import http.client\n",
    "client by another name": "import http.client as codes\n",
    "constants": "from http.client import OK\n",
    "a star": "from http import *\n",
    "a star of constants": "from http.client import *\n",
    "neighbours": "import abc\nimport json\nfrom os import path\n",
    "two on a line": "import abc; import json\n",
    "continued": "from os import path, \\\n    sep\n",
    "on a condition": "if True:\n    from http import HTTPStatus\n",
    "that may fail": "try:\n    from http import HTTPStatus\nexcept ImportError:\n    pass\n",
    "for types": "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n"
    "    from http import HTTPStatus\n",
    "a name of its own": "HTTPStatus = 7\n",
    "a class of its own": "class HTTPStatus:\n    NOT_FOUND = 7\n",
    "a module's name of its own": "http = 'http'\n",
    "a name that goes": "from http import HTTPStatus\ndel HTTPStatus\n",
    "a name that changes": "from http import HTTPStatus\nHTTPStatus = 7\n",
    "a name of a loop": "for HTTPStatus in range(2):\n    pass\n",
    "one name for each line": "from os import path\nfrom os import sep\n",
}
WAYS = {
    "at the top": "{site}\n",
    "in a condition": "if True:\n    {site}\n",
    "in a function": "def f():\n    {site}\n\n\nf()\n",
    "behind a decorator": "@(lambda f: f)\ndef f():\n    {site}\n\n\nf()\n",
    "in a method": "class A:\n    HTTPStatus = 7\n\n"
    "    def f(self):\n        {site}\n\n\nA().f()\n",
    "in a class": "class A:\n    {site}\n",
    "in a class that shadows": "class A:\n    HTTPStatus = 7\n    {site}\n",
    "with a parameter that shadows": "def f(HTTPStatus=7):\n    {site}\n\n\nf()\n",
    "with a variable that shadows": "def f():\n    HTTPStatus = http = 7\n    {site}\n\n\nf()\n",
    "with a later variable": "def f():\n    {site}\n    HTTPStatus = 7\n\n\nf()\n",
    "with a late import": "def f():\n    from http import HTTPStatus\n    {site}\n\n\nf()\n",
    "with a later import": "def f():\n    {site}\n    from http import HTTPStatus\n\n\nf()\n",
    "with a global name": "def f():\n    global HTTPStatus\n"
    "    {site}\n    HTTPStatus = 7\n\n\nf()\n",
    "in a nested function": "def f(HTTPStatus=7):\n"
    "    def g():\n        {site}\n\n    g()\n\n\nf()\n",
    "behind a semicolon": "x = 1; {site}\n",
    "before an import": "{site}\nfrom http import HTTPStatus\n",
    "in a function before an import": "def f():\n    {site}\n\n\n"
    "from http import HTTPStatus\n\nf()\n",
    "in a function called before an import": "def f():\n    {site}\n\n\n"
    "f()\nfrom http import HTTPStatus\n",
}
SITES = {
    "an argument": "note(web.abort(404))",
    "a comparison": "note(web.response.status_code == 404)",
    "a list": "note(web.response.status_code in (200, 404))",
    "a comprehension": "note([web.abort(404) for _ in range(2)])",
    "a comprehension that shadows": "note([web.abort(404) for HTTPStatus in range(2)])",
    "a lambda": "note((lambda: web.abort(404))())",
    "a lambda that shadows": "note((lambda HTTPStatus: web.abort(404))(7))",
    "an assignment": "status_code = 404; note(status_code)",
    "a choice": "note(web.abort(404 if web else 500))",
    "a text": "note('{}'.format(web.abort(404)))",
    "a text format": "note(f'{web.abort(404)}')",
    "a mapping": "note({404: web.abort(404)}[404])",
    "next to a word": "note(web.abort(404if web else 500))",
    "two": "note(web.abort(404), web.abort(500))",
    "texts": "status_code = 404; note(str(status_code), '%s' % status_code, f'{status_code!s}')",
    "representations": "status_code = 404; note(repr(status_code), '%r' % status_code,"
    " f'{status_code!r}', f'{status_code=}', str([status_code]))",
    "numbers as texts": "status_code = 404; note(f'{status_code}', '%d' % status_code)",
    "a type": "status_code = 404; note(type(status_code) is int, isinstance(status_code, int))",
    "JSON": "status_code = 404; import json; note(json.dumps({status_code: [status_code]}))",
    "keys": "status_code = 404; note({status_code: 1}[404], {404: 1}[status_code])",
    "a default": "note((lambda status_code=404: str(status_code))())",
    "a loop": "note([str(status_code) for status_code in (404, 410)])",
    "arithmetic": "status_code = 404; note(status_code // 100, -status_code, status_code < 500)",
}
VOCABULARIES = ("auto", "http", "http_client", "number")


class Program(NamedTuple):
    """A small module and the vocabulary that its fix writes."""

    source: str
    constants: str

    def fixed(self) -> FixResult:
        """The fix for a project that supports Python 3.10."""
        settings = from_mapping({"constants": self.constants, "targets": "python>=3.10"})
        return fix_source(self.source, settings)


def program(first: str, imports: str, way: str, site: str, constants: str = "auto") -> Program:
    """The module: it calls ``note`` with what it finds out."""
    head = FIRST_LINES[first] + IMPORTS[imports] + "from flask import web, note\n\n"
    return Program(head + WAYS[way].format(site=SITES[site]), constants)


def pairs() -> Iterator[tuple[str, str, str, str]]:
    """Every import situation in every scope, and every site in each of both."""
    for number, (imports, way) in enumerate(itertools.product(IMPORTS, WAYS)):
        firsts, sites = list(FIRST_LINES), list(SITES)
        yield firsts[number % len(firsts)], imports, way, sites[number % len(sites)]
    for first, imports in itertools.product(FIRST_LINES, IMPORTS):
        yield first, imports, "at the top", "an argument"
    for way, site in itertools.product(WAYS, SITES):
        yield "nothing", "nothing", way, site
