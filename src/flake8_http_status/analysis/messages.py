"""What the parts of requests and answers look like, by what they are called or by their text."""

from __future__ import annotations

import ast
import re

from flake8_http_status.analysis import evidence
from flake8_http_status.analysis.sites import callee_name
from flake8_http_status.analysis.values import last_name

_ADDRESSES = ("/", "http://", "https://")
_HEADERS = frozenset({"header", "headers"})
_HEADER = re.compile(r"[A-Z][A-Za-z]++(?:-[A-Z][A-Za-z]++)++")


def responds(name: str) -> bool:
    """Whether what is called by ``name`` makes a response."""
    return evidence.words(name)[-1:] == ("response",)


def names_response(name: str) -> bool:
    """Whether ``name`` is that of a response: ``expected_response``."""
    return name.lower().endswith(("response", "resp"))


def is_response(node: ast.expr) -> bool:
    """Whether ``node`` is called a response."""
    return names_response(last_name(node))


def is_received(node: ast.expr) -> bool:
    """Whether ``node`` is called a response, or is what a call returns that gets one or a status.

    A call is one that makes a request, or is named like a status: ``response_status(sent)``.
    """
    while isinstance(node, ast.Await):
        node = node.value
    if not isinstance(node, ast.Call):
        return is_response(node)
    name = callee_name(node)
    if evidence.likeness(name) is evidence.Likeness.PLAIN:
        return True
    requests = "request" in evidence.words(name) or any(map(is_request, node.args))
    return requests and not evidence.says_measure(name)


def is_request(node: ast.expr) -> bool:
    """Whether ``node`` is the method or the address of a request: "GET", "/pets"."""
    if isinstance(node, ast.JoinedStr) and node.values:
        node = node.values[0]
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return evidence.words(last_name(node))[-1:] in (("request",), ("url",))
    return is_method(node) or is_address(node)


def is_address(node: ast.expr) -> bool:
    """Whether ``node`` writes the address of a request: "/pets"."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value.startswith(_ADDRESSES)
    )


def is_method(node: ast.AST | None) -> bool:
    """Whether ``node`` is the method of a request as texts have it: "GET"."""
    return isinstance(node, ast.Constant) and node.value in evidence.METHODS


def is_text(node: ast.expr) -> bool:
    """Whether ``node`` is a text that is written out, in parts or whole."""
    if isinstance(node, ast.BinOp):
        return is_text(node.right) or (isinstance(node.left, ast.Constant) and is_text(node.left))
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, (bytes, str))
    )


def is_headers(node: ast.expr) -> bool:
    """Whether ``node`` is called headers, or writes some, as a mapping or as pairs."""
    if isinstance(node, ast.Dict):
        return bool(node.keys) and all(map(_is_header, node.keys))
    if isinstance(node, ast.List):
        return bool(node.elts) and all(map(_is_pair, node.elts))
    return not _HEADERS.isdisjoint(evidence.words(last_name(node)))


def _is_header(node: ast.expr | None) -> bool:
    """``"Content-Type"``."""
    return (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _HEADER.fullmatch(node.value) is not None
    )


def _is_pair(node: ast.expr) -> bool:
    """``("Location", url)``."""
    return (
        isinstance(node, ast.Tuple)
        and len(node.elts) == len(("name", "value"))
        and is_text(node.elts[0])
    )
