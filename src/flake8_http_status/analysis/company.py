"""What stands beside a number in a call, where nothing is known of what is called.

The numbers differ: hardly any 404 is not a status, one 500 in two, and no 300 (`codes` has the
figures). So the more a number tells by itself, the less has to stand beside it.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes, evidence
from flake8_http_status.analysis.messages import (
    is_headers,
    is_method,
    is_request,
    is_response,
    is_text,
    responds,
)
from flake8_http_status.analysis.reading import key_name
from flake8_http_status.analysis.sites import owner_name

if TYPE_CHECKING:
    from flake8_http_status.analysis.file import File


def is_answer(number: int, position: int, call: ast.Call, name: str, file: File) -> bool:
    """Whether ``number``, which ``call`` passes at ``position``, says how a request is answered."""
    if not codes.is_final(number) or evidence.names_other_protocol(name):
        return False
    words = {*evidence.words(name), *evidence.words(owner_name(call))}
    return (
        _is_named(number, name, call)
        or _is_returned(number, words, name, call, file)
        or (codes.is_error(number) and _is_refusal(words, name, call, file))
        or (codes.is_telling(number) and file.speaks_http and _is_about(number, words, call, file))
        or _is_labelled(number, call.args[position - 1 : position], name, file)
        or (file.speaks_http and _is_outcome(number, position, call))
        or ("redirect" in words and codes.is_redirect(number))
    )


def _is_named(number: int, name: str, call: ast.Call) -> bool:
    """``NotFound(404)``, and ``error(404, "Not Found")``."""
    return evidence.is_phrase(name, number) or (
        codes.is_error(number) and any(evidence.explains(other, number) for other in call.args)
    )


def _is_returned(number: int, words: set[str], name: str, call: ast.Call, file: File) -> bool:
    """``MockResponse({"id": 1}, 200)``, ``set_http_response(200)``, ``check(response, 200)``."""
    if "response" not in words and not any(map(is_response, call.args)):
        return False
    if responds(name) and (codes.is_telling(number) or any(map(_is_content, call.args))):
        return True
    documents = id(call) in file.module.decorators and len(call.args) > 1
    return documents or (
        codes.is_usual(number)
        and (evidence.compares(name) or not words.isdisjoint(evidence.RESPONDING))
    )


def _is_refusal(words: set[str], name: str, call: ast.Call, file: File) -> bool:
    """``ApiError(text, 400)``, ``http_error(400)``, ``custom_abort(400)``."""
    answers = words & {"http", "response"}
    if "abort" in words or (answers and (words - answers) & evidence.ANSWERING):
        return True
    if evidence.words(name)[-1:] not in (("error",), ("exception",)):
        return False
    return (
        bool(words & {"api", "request"})
        or any(map(is_headers, call.args))
        or (file.speaks_http and (any(map(is_text, call.args)) or id(call) in file.raised))
    )


def _is_about(number: int, words: set[str], call: ast.Call, file: File) -> bool:
    """Whether a code that tells by itself stands beside anything of HTTP."""
    return (
        not words.isdisjoint(evidence.FAILING)
        or id(call) in file.raised
        or (id(call) in file.module.decorators and not words.isdisjoint(evidence.DECIDING))
        or (
            codes.is_distinctive(number)
            and any(is_response(node) or is_request(node) for node in call.args)
        )
    )


def _is_labelled(number: int, before: list[ast.expr], name: str, file: File) -> bool:
    """``setattr(response, "status_code", 404)``."""
    label = key_name(before[0]) if before else ""
    return (
        bool(label)
        and (codes.is_distinctive(number) or name == "setattr" or "." in label)
        and file.accepts_name(label)
    )


def _is_outcome(number: int, position: int, call: ast.Call) -> bool:
    """``call_api("GET", params, 200)``: what ends a call that begins with the method."""
    return (
        codes.is_usual(number) and position == len(call.args) - 1 and any(map(is_method, call.args))
    )


def _is_content(node: ast.expr) -> bool:
    """Whether ``node`` is a body or headers: a mapping that is written out, or named so."""
    return isinstance(node, ast.Dict) or is_headers(node)
