"""What names tell where nothing resolves.

The figures behind these lists were counted over public code: beside which names an integer from
100 to 599 is an HTTP status, and beside which it is not. A *plain* name is right nearly always
(``status_code``: 99.9 %); a *doubtful* one (``code``) only where the file speaks HTTP.
"""

from __future__ import annotations

import ast
import enum
import functools
import itertools
import re
from typing import TYPE_CHECKING

from flake8_http_status.analysis import codes
from flake8_http_status.frameworks import _framework
from flake8_http_status.status_codes import code_for_phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# How many names are remembered: those of a file recur in the next ones, and a project has too many.
MOST_NAMES = 2000

_SHORTEST = len("gone")
_WORD = re.compile(r"HTTPS?(?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")

# Words that make the number something else, wherever they stand in the name.
_OTHER = frozenset(
    {
        "area", "arg", "char", "close", "cmd", "color", "count", "country", "currency", "days",
        "debug", "dialing", "err", "errno", "exc", "exit", "exitcode", "ftp", "grpc", "height",
        "hours", "id", "idx", "index", "job", "key", "lang", "language", "len", "length", "minutes",
        "nntp", "opcode", "postal", "proc", "process", "product", "qr", "ret", "retcode",
        "returncode", "seconds", "shell", "signal", "sip", "size", "smtp", "sys", "task", "time",
        "websocket", "width", "ws", "zip",
    }
)  # fmt: skip
_STATUS = frozenset({"status", "statuses", "statuscode", "statuscodes", "httpstatus", "httpcode"})
_HTTP_OUTCOMES = frozenset({"error", "exception", "result", "ret"})
_CODE = frozenset({"code", "codes", "rcode"})
# The last words of names of collections, and the letters that these end with.
_PLURALS = (("statuses",), ("codes",), ("statuscodes",), ("list",), ("set",))
_PLURAL_ENDS = frozenset("SsTt_")
# What every name that looks like a status has in it.
_HINTS = ("code", "http", "status")
_SPEAKING = frozenset({"http", "status", "code", "codes"})
_RESPONSES = frozenset({"response", "responses"})
_PLAIN_BEFORE_CODE = frozenset({"status", "http", "response", "resp"})
_TRAILING = frozenset({"forcelist", "int", "list", "set", "tuple", "value", "number", "num"})
_EXPECTING = frozenset({"expect", "expected", "expects", "want", "wanted", "assert"})

# Last parts of names of callables that take a status by position, when nothing resolves:
# the places where it stands.
_POSITIONAL: dict[str, tuple[int, ...]] = {
    "abort": (0,),
    "HTTPError": (0, 1),
    "HttpError": (0,),
    "HTTPException": (0,),
    "HTTPStatusError": (0,),
    "Response": (0, 1),
    "JSONResponse": (1,),
    "HttpResponse": (2,),
    "make_response": (0, 1),
    "problem": (0,),
    "send_response": (0,),
    "send_response_only": (0,),
    "send_error": (0,),
    "write_error": (0,),
    "respond": (0,),
    "response": (0,),
    "app_errorhandler": (0,),
    "errorhandler": (0,),
    "exception_handler": (0,),
}

# Words before the name of a status that make it the name of a callable that takes one, and words
# that may follow: ``setStatus``, ``_check_status_code``, ``assertHttpStatusEquals``.
_VERBS = frozenset(
    {"assert", "check", "ensure", "expect", "expected", "ignore", "override", "return", "send"}
    | {"set", "verify", "with"}
)
_AFTER_STATUS = frozenset({"eq", "equal", "equals", "in", "is"})

# Words in the name of a callable that say that its keyword ``code`` is a status.
ANSWERING = frozenset(
    {"http", "response", "request", "abort", "error", "exception", "fault", "api"}
)

# Words in the name of a callable that compares what it is given.
COMPARING = frozenset(
    {"assert", "be", "check", "ensure", "eq", "equal", "equals", "expect", "expected", "verify"}
)

# Words in the name of a callable that say that it compares by order, where a number is a bound.
ORDERING = frozenset({"above", "almost", "below", "between", "greater", "less", "range"})

# The methods of requests as texts have them.
METHODS = frozenset(map(str.upper, _framework.METHODS))

# Attributes and arguments of test doubles that hold what a call of them returns.
MOCKED = frozenset({"return_value", "side_effect"})

# Methods of test doubles that compare the arguments of an earlier call.
RECALLING = frozenset(
    {"assert_any_call", "assert_called_once_with", "assert_called_with", "assert_has_calls"}
)

# Words in the name of a callable that say that it makes or sends the response it speaks of.
RESPONDING = frozenset(
    {"add", "build", "create", "enqueue", "fake", "http", "make", "mock", "queue", "register"}
    | {"send", "stub"}
)

# Words in the name of a decorator that say that its number is an answer: to those it turns away, or
# with what it renders.
DECIDING = frozenset(
    {"abort", "auth", "deny", "error", "forbidden", "handler", "login", "permission", "renderer"}
    | {"require", "required", "requires", "response", "returns", "template", "view"}
)

# Methods of collections that take one member.
MEMBERSHIPS = frozenset({"add", "append", "count", "discard", "index", "remove"})

# Last words in the names of mappings whose keys are statuses where they are official codes.
OUTCOMES = frozenset({"errors", "failed", "failures", "message", "messages", "responses"})

# Words in the names of mappings whose keys are statuses where they are codes of errors that are
# seldom anything else: ``error_map[412]``.
GROUPING = OUTCOMES.union({"error", "failure", "retries", "retry"})

# Words in the name of a callable that say that it tells of a failure.
FAILING = frozenset(
    {"error", "errors", "exception", "fail", "failed", "failure", "raise", "raises"}
)

# Keywords of calls for the errors that are no failure: ``ignore=404``.
IGNORING = frozenset({"ignore"})

# Words that say of what extent something is, beside which no status is known by name.
_EXTENTS = frozenset(
    {
        "age", "amount", "count", "delay", "duration", "height", "interval", "length", "limit",
        "max", "min", "offset", "port", "price", "rate", "size", "start", "step", "stop", "timeout",
        "total", "ttl", "weight", "width", "year",
    }
)  # fmt: skip

# Words in the name of a parameter that say that its number is a measure, a bound or a key.
MEASURES = _EXTENTS.union(
    {"default", "id", "index", "initial", "n", "number", "pk", "seed", "value", "x", "y"}
)

# Items of a mapping beside which ``code`` is the status of an answer.
ANSWER_ITEMS = frozenset(
    {
        "body",
        "description",
        "detail",
        "details",
        "error",
        "errors",
        "message",
        "message_long",
        "msg",
        "reason",
    }
)

# Callables whose arguments are never statuses: ranges, sizes, times, random numbers, containers.
OTHER_CALLABLES = frozenset(
    {
        "add", "append", "arange", "array", "center", "choice", "chr", "date", "datetime",
        "Decimal", "extend", "fill", "float", "format", "Fraction", "fromordinal", "fromtimestamp",
        "full", "getattr", "index", "insert", "int", "join", "linspace", "ljust", "log", "max",
        "min", "ones", "pop", "pow", "print", "randint", "range", "read", "recv", "repeat",
        "resize", "rjust", "round", "seek", "setattr", "sleep", "slice", "str", "sum", "timedelta",
        "timeout", "truncate", "uniform", "utcfromtimestamp", "wait", "write", "zeros", "zfill",
    }
)  # fmt: skip

# Calls whose result is a status, by the last part of the name.
STATUS_CALLS = frozenset({"getcode", "get_status", "get_status_code", "getStatus", "getStatusCode"})

# Callables that take keywords like a status which are something else: columns of a table, the
# code with which a process ends or a WebSocket closes.
OTHER_KEYWORDS = frozenset(
    {"annotate", "close", "exclude", "exit", "filter", "filter_by", "where"}
    | {"get_or_create", "update_or_create"}
)

# Attributes on the way to a callable that say that it works on rows of a table.
QUERIES = frozenset({"exclude", "filter", "filter_by", "objects"})

# Test doubles: objects whose keyword arguments become attributes.
DOUBLES = frozenset(
    {"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "NonCallableMagicMock", "SimpleNamespace"}
)

# Top-level modules, or words in imported module names, of other protocols with numeric replies.
PROTOCOLS = frozenset(
    {
        "aioftp", "aioimaplib", "aiosip", "aiosmtpd", "aiosmtplib", "amqp", "asyncirc", "ftp",
        "ftplib", "imap", "imaplib", "irc", "ircd", "nntp", "nntplib", "pika", "poplib",
        "pyftpdlib", "rtsp", "sip", "smtp", "smtpd", "smtplib", "telnetlib", "voip",
    }
)  # fmt: skip

# Those of them that took over the form of HTTP's messages.
LIKE_HTTP = frozenset({"aiosip", "rtsp", "sip", "voip"})
# What messages of the protocols that took over the form of HTTP's begin or end with, a header that
# they all have, and the addresses of telephony.
_PROTOCOL_TEXT = re.compile(r"\b(?:RTSP|SIP)(?:/[0-9]|[\"'])|\b[Cc][Ss]eq\b|[\"'<]sips?:")
_PROTOCOL_MARKS = ("SIP", "RTSP", "CSeq", "Cseq", "cSeq", "cseq", "sip:", "sips:")

# Words in imported module names that say HTTP although no known package is imported.
HTTP_WORDS = frozenset(
    {"http", "https", "rest", "api", "web", "views", "view", "handlers", "wsgi", "asgi", "webapp"}
)


# Packages that write a mapping's values out, and know integers but no enum members.
WRITERS = frozenset(
    {"aiomysql", "aioredis", "oyaml", "pymysql", "redis", "ruamel", "ruyaml", "toml", "tomli_w"}
    | {"tomlkit", "yaml"}
)
# Those of them that write what ``str`` makes of an integer.
TEXT_WRITERS = frozenset({"tomli_w", "tomlkit"})

_SHOWN_NUMBER = re.compile(r"(?<![\w.])[1-5][0-9]{2}(?![\w.])")


class Likeness(enum.IntEnum):
    """How much a name looks like that of a status."""

    NONE = 0
    DOUBTFUL = 1
    PLAIN = 2


@functools.lru_cache(maxsize=MOST_NAMES)
def describes_responses(name: str) -> bool:
    """Whether ``name`` speaks of responses: ``response_body_schema``."""
    return not _RESPONSES.isdisjoint(words(name))


def explains(text: ast.expr, number: int) -> bool:
    """Whether ``text`` is the reason phrase of ``number``: "Not Found" beside 404."""
    return (
        isinstance(text, ast.Constant)
        and isinstance(text.value, str)
        and code_for_phrase(text.value) == number
    )


def is_phrase(name: str, number: int) -> bool:
    """Whether ``name`` is the reason phrase of ``number``: ``NotFound`` for 404."""
    return len(name) > _SHORTEST and code_for_phrase(name) == number


def shown_by_doctests(lines: Iterable[str]) -> Iterator[int]:
    """The numbers in what the examples of doctests print; ``lines`` are those of a file."""
    shown = False
    for line in lines:
        text = line.strip()
        if not text or text.startswith(">>>"):
            shown = bool(text)
        elif shown and not text.startswith("..."):
            yield from map(int, _SHOWN_NUMBER.findall(text))


@functools.lru_cache(maxsize=MOST_NAMES)
def words(name: str) -> tuple[str, ...]:
    """The words of ``name`` in lower case: ``expectedStatusCode`` -> expected, status, code."""
    return tuple(map(str.lower, _WORD.findall(name)))


@functools.lru_cache(maxsize=MOST_NAMES)
def likeness(name: str) -> Likeness:
    """How much a variable, attribute, parameter or key called ``name`` looks like a status."""
    lower = name.lower()
    if not any(hint in lower for hint in _HINTS):
        return Likeness.NONE
    parts = [word for word in words(name) if not word.isdigit()]
    while len(parts) > 1 and parts[-1] in _TRAILING:
        parts.pop()
    if parts[:1] == ["http"] and parts[-1] in _HTTP_OUTCOMES:
        return Likeness.DOUBTFUL
    if not parts or not _OTHER.isdisjoint(parts):
        return Likeness.NONE
    if parts[-1] in _STATUS:
        return Likeness.PLAIN
    if parts[-1] in _CODE:
        if parts[-2:-1] in (["error"], ["return"]) and "http" not in parts:
            return Likeness.NONE
        plain = not _PLAIN_BEFORE_CODE.isdisjoint(parts[-2:-1]) or "http" in parts
        return Likeness.PLAIN if plain else Likeness.DOUBTFUL
    return Likeness.NONE


@functools.lru_cache(maxsize=MOST_NAMES)
def is_of_http(name: str) -> bool:
    """Whether ``name`` is that of a status as HTTP alone has it: ``status_code``."""
    parts = words(name)
    coded = parts[-2:-1] == ("status",) and parts[-1] in _CODE
    return likeness(name) is Likeness.PLAIN and ("http" in parts or coded)


@functools.lru_cache(maxsize=MOST_NAMES)
def is_other_code(name: str) -> bool:
    """Whether ``name`` says that its number is a code of another kind (``error_code``)."""
    return "code" in name.lower() and words(name)[-1] in _CODE and likeness(name) is Likeness.NONE


def is_error_code(name: str) -> bool:
    """Whether ``name`` is that of the code of an error, which HTTP's are, too (``error_codes``)."""
    return "rror" in name and words(name)[-2:-1] == ("error",) and is_other_code(name)


_QUALIFIERS = frozenset(
    {"http", "default", "error", "success", "response", "expected", "redirect", "retry", "status"}
)


@functools.lru_cache(maxsize=MOST_NAMES)
def positions(name: str) -> tuple[int, ...]:
    """Where a callable called ``name``, of which nothing else is known, takes a status."""
    if name in _POSITIONAL:
        return _POSITIONAL[name]
    verbs = list(itertools.takewhile(_VERBS.__contains__, words(name)))
    rest = list(words(name)[len(verbs) :])
    while rest and rest[-1] in _AFTER_STATUS:
        rest.pop()
    taken = "_".join(rest)
    takes = likeness(taken) is Likeness.PLAIN if verbs else is_of_http(taken)
    return (0, 1) if takes else ()


def tell(names: Iterable[str]) -> bool:
    """Whether one of ``names`` may say of a number that it is a status.

    It is named like one, like a callable that takes or returns one, or after a code.
    """
    return any(
        likeness(name) is not Likeness.NONE or positions(name) or name in STATUS_CALLS
        for name in names
        if "tatus" in name
        or "STATUS" in name
        or "ode" in name
        or "CODE" in name
        or name in _POSITIONAL
    ) or any(
        name.startswith("HTTP") or code_for_phrase(name) is not None
        for name in names
        if name.isupper()
    )


@functools.lru_cache(maxsize=MOST_NAMES)
def is_enumerator(name: str) -> bool:
    """Whether a constant called ``name`` is rather one of a protocol's numbers (``FXP_STATUS``)."""
    parts = words(name)
    return (
        name.isupper()
        and parts[-1:] == ("status",)
        and "http" not in parts
        and not _QUALIFIERS.issuperset(parts)
    )


def has_number(name: str, number: int | None) -> bool:
    """Whether a constant called ``name`` has its number in it, as those of vocabularies have."""
    return name.isupper() and str(number) in words(name)


def defines(name: str, numbers: Sequence[int | None]) -> bool:
    """Whether a constant called ``name`` is bound to statuses: ``HTTP_NOT_FOUND`` to 404.

    A name with the number in it, such as ``HTTP_404``, is a vocabulary of its own.
    """
    parts = words(name)
    rest = tuple(itertools.dropwhile(_SPEAKING.__contains__, parts))
    speaks = len(rest) < len(parts) and not any(has_number(name, one) for one in numbers)
    if not speaks or not all(map(codes.is_final, numbers)):
        return False
    named = code_for_phrase("".join(rest)) or code_for_phrase("".join(parts))
    if named is not None:
        return named in numbers
    usual = all(map(codes.is_usual, numbers)) and any(map(codes.is_distinctive, numbers))
    return usual and not says_measure(name)


@functools.lru_cache(maxsize=MOST_NAMES)
def says_measure(name: str) -> bool:
    """Whether ``name`` says that its number is a measure, a bound or a key."""
    return not MEASURES.isdisjoint(words(name))


@functools.lru_cache(maxsize=MOST_NAMES)
def says_extent(name: str) -> bool:
    """Whether ``name`` says of what extent something is, and does not look like a status."""
    return not _EXTENTS.isdisjoint(words(name)) and not tell((name,))


@functools.lru_cache(maxsize=MOST_NAMES)
def says_other(name: str) -> bool:
    """Whether ``name`` says that its number is something else: a size, a bound, another code."""
    parts = frozenset(words(name))
    return bool(parts & (_OTHER | MEASURES | _CODE))


@functools.lru_cache(maxsize=MOST_NAMES)
def is_plural(name: str) -> bool:
    """Whether ``name`` is that of a collection of statuses, if of statuses at all."""
    return name[-1:] in _PLURAL_ENDS and words(name)[-1:] in _PLURALS


@functools.lru_cache(maxsize=MOST_NAMES)
def compares(name: str) -> bool:
    """Whether a callable called ``name`` compares what it is given, other than by order."""
    parts = words(name)
    return not COMPARING.isdisjoint(parts) and ORDERING.isdisjoint(parts)


@functools.lru_cache(maxsize=MOST_NAMES)
def fails(name: str) -> bool:
    """Whether a callable called ``name`` tells of failures (``expected_errors``)."""
    return not FAILING.isdisjoint(words(name))


@functools.lru_cache(maxsize=MOST_NAMES)
def expects(name: str) -> bool:
    """Whether ``name`` speaks of what a test expects (``expected_status``)."""
    return not _EXPECTING.isdisjoint(words(name))


@functools.lru_cache(maxsize=MOST_NAMES)
def names_other_protocol(name: str) -> bool:
    """Whether a callable, class or module called ``name`` belongs to another protocol."""
    return not PROTOCOLS.isdisjoint(words(name))


def quotes_other_protocol(source: str) -> bool:
    """Whether ``source`` has messages of a protocol that took over the form of HTTP's."""
    named = any(mark in source for mark in _PROTOCOL_MARKS)  # many times as fast as the pattern
    return named and _PROTOCOL_TEXT.search(source) is not None


def speaks(modules: Iterable[str], vocabulary: frozenset[str]) -> bool:
    """Whether one of the dotted ``modules`` has a word of ``vocabulary`` in its path."""
    return any(not vocabulary.isdisjoint(words(module)) for module in modules)
