"""The shape of a framework's data: where it takes, holds and answers a status.

Dotted names are canonical: the place where the package defines or documents the object. Every
other public place of the same object is an ``aliases`` entry. A method is named through its class
(``flask.Flask.errorhandler``); instances and subclasses are followed by the engine. A name without
a dot is a parameter or a helper that is known by its name alone (``start_response``).
"""

from __future__ import annotations

import enum
from typing import NamedTuple


class Role(enum.Enum):
    """What kind of place a status stands in; rules select by it."""

    __hash__ = object.__hash__  # the same for each member, and not worked out of its name

    ARGUMENT = "argument of a call"
    ROUTE = "argument of a route declaration"
    EXPECTATION = "expectation of a test"
    DOUBLE = "answer of a test double"
    COMPARISON = "comparison"
    MEMBERSHIP = "membership test"
    CASE = "match case"
    RETURN = "returned from a view"
    ASSIGNMENT = "assignment"
    DEFAULT = "parameter default"
    CLASS_ATTRIBUTE = "class attribute"
    MAPPING_VALUE = "key or value in a mapping"


class Shape(enum.Enum):
    """How the statuses stand in the value that is passed."""

    STATUS = "one status"
    STATUSES = "one status or a collection of them"
    KEYS = "keys of a mapping"
    VALUES = "values of a mapping"
    PAIRS = "second elements of a collection of pairs"


class Accepts(enum.Flag):
    """Which types of value the place takes with the same effect as the integer.

    ``AS_TEXT``: the value is turned into text, so that an enum member differs from its number on
    Python below 3.11. ``KEEPS``: the very object is handed back to the user, so that ``repr`` and
    ``type`` can see the difference.
    """

    INTEGER = enum.auto()
    ENUM = enum.auto()
    DIGITS = enum.auto()
    STATUS_LINE = enum.auto()
    AS_TEXT = enum.auto()
    KEEPS = enum.auto()


NUMBER = Accepts.INTEGER | Accepts.ENUM
KEPT_NUMBER = NUMBER | Accepts.KEEPS
NUMBER_OR_DIGITS = NUMBER | Accepts.DIGITS
ANY_FORM = NUMBER_OR_DIGITS | Accepts.STATUS_LINE

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
ERRORS = frozenset(range(400, 600))
REDIRECTS = frozenset({300, 301, 302, 303, 305, 307, 308})
# What becomes of a redirect with another status, where it is sent.
NOT_FOLLOWED = "answers with a status on which no client follows the location"


class Argument(NamedTuple):
    """A parameter of callables that takes a status.

    ``position``: 0-based place, ``self`` not counted; None where the parameter is keyword-only.
    ``name``: the keyword; ``*args`` where the place is within variadic arguments.
    ``produces``: the status is sent by the program (not expected, read, retried or simulated).
    """

    of: tuple[str, ...]
    name: str
    position: int | None = None
    role: Role = Role.ARGUMENT
    shape: Shape = Shape.STATUS
    accepts: Accepts = NUMBER
    produces: bool = True


class NotStatus(NamedTuple):
    """A parameter that looks like a status and is none (``why`` says what it is).

    Nor is the attribute of that name, where ``of`` is a class.
    """

    of: tuple[str, ...]
    name: str
    why: str
    position: int | None = None


class Attribute(NamedTuple):
    """An attribute of instances that holds a status; ``text``: as a string such as "404 NOT FOUND".

    ``called``: it is a method without arguments, and the status is what it returns.
    ``shape``: how the statuses stand in it (``KEYS``: ``app.handlers[404]`` is a status).
    """

    of: tuple[str, ...]
    name: str
    text: bool = False
    accepts: Accepts = NUMBER
    shape: Shape = Shape.STATUS
    writable: bool = False
    called: bool = False


class ClassAttribute(NamedTuple):
    """A class attribute of subclasses: the status they answer with, or the statuses they act on."""

    of: tuple[str, ...]
    name: str
    accepts: Accepts = NUMBER
    shape: Shape = Shape.STATUS
    produces: bool = True


class Item(NamedTuple):
    """An item of a mapping that holds a status, written or read: ``answer["HTTPStatusCode"]``.

    ``beside``: another item that the same mapping display must have (``"type"`` and
    ``"http.response.start"`` in ASGI); None where the key alone says enough.
    ``variable``: a variable of that name at module or class level holds it as well (settings).
    """

    key: str
    shape: Shape = Shape.STATUS
    accepts: Accepts = NUMBER
    produces: bool = False
    beside: tuple[str, str] | None = None
    variable: bool = False


class ReturnedTuple(NamedTuple):
    """Views whose returned tuple holds a status as its element number ``status_at``.

    A function is such a view when one of ``decorators`` stands on it, or when it is a method with
    one of the names ``methods`` (empty: any public one) of a subclass of one of ``bases``, or when
    it is handed to one of the calls ``callbacks``.
    ``lengths``: how many elements such a tuple can have.
    """

    status_at: int
    lengths: tuple[int, ...]
    decorators: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    callbacks: tuple[str, ...] = ()
    accepts: Accepts = NUMBER


class Returns(NamedTuple):
    """Calls, or attributes, ``of`` which an instance of the class ``is_a`` comes."""

    of: tuple[str, ...]
    is_a: str


class Fixture(NamedTuple):
    """A pytest fixture: parameters ``name`` of tests and fixtures are instances of ``is_a``."""

    name: str
    is_a: str


class Comparer(NamedTuple):
    """Callables of test tools that compare two of their arguments, as ``==`` or ``in`` would.

    They are known by the last part of the name, whoever owns it: ``self.assertEqual``,
    ``case.assertEqual`` and ``assertEqual`` are all ``unittest.TestCase.assertEqual``.
    ``operands``: the 0-based places, ``self`` not counted, and ``keywords`` the names of the two;
    ``membership``: the first is looked up in the second, a collection.
    """

    of: tuple[str, ...]
    keywords: tuple[str, str]
    operands: tuple[int, int] = (0, 1)
    membership: bool = False


class ParameterTable(NamedTuple):
    """A decorator that calls a test once per row of a table.

    ``names`` and ``values``: (keyword, 0-based place) of the argument that names the columns (one
    string with commas, or a collection of strings; None: the columns are the parameters of the
    function, in order) and of the one that holds the rows (the values themselves where there is one
    column; ``variadic``: each argument is a row). ``row``: callables that wrap the cells of a row.
    """

    of: tuple[str, ...]
    values: tuple[str, int]
    names: tuple[str, int] | None = None
    row: tuple[str, ...] = ()
    variadic: bool = False


class LimitKind(enum.Enum):
    """Which rule a limit belongs to."""

    UNSUPPORTED = "HSC301"
    ERROR_ONLY = "HSC302"
    REDIRECT_ONLY = "HSC303"


class Limit(NamedTuple):
    """The only codes that callables (or subclasses) can produce, and what happens with others.

    ``outcome`` completes the sentence "abort() ... for 204", and ``source`` says where it was seen.
    ``since``: members of ``allowed`` that came late, with the distribution and version that
    brought them: ``(421, "werkzeug", (3, 1))``.
    ``unless``: keyword that makes any code sensible (``headers``, which may hold a location).
    ``extended_by``: names whose mention says that the program adds codes of its own.
    """

    of: tuple[str, ...]
    kind: LimitKind
    allowed: frozenset[int]
    outcome: str
    source: str
    since: tuple[tuple[int, str, tuple[int, ...]], ...] = ()
    unless: str | None = None
    extended_by: tuple[str, ...] = ()


class Body(NamedTuple):
    """A parameter of callables that becomes the content of the response (for HSC304).

    ``serialized``: even None and an empty collection become text (``null``, ``{}``);
    ``described``: it is no content but tells which, as a template or a schema does.
    ``outcome`` completes the sentence "204 has no content: JsonResponse() ...", and is true of 304,
    too; empty where the server behind decides.
    """

    of: tuple[str, ...]
    name: str
    position: int | None = None
    serialized: bool = False
    described: bool = False
    outcome: str = ""


class Misplaced(NamedTuple):
    """A position where people put a status although it is another parameter (HSC305).

    ``parameter`` is the one that stands there, ``keyword`` the one that was meant (None: there is
    no such parameter), ``outcome`` what happens; ``required``: the call fails without
    ``parameter``; ``own``: the status that is answered anyway, which does no harm here.
    """

    of: tuple[str, ...]
    position: int
    parameter: str
    keyword: str | None
    outcome: str
    required: bool = False
    own: int | None = None


class WrongKeyword(NamedTuple):
    """A keyword that the callable does not have (HSC306).

    ``right`` is its name here (None: there is no parameter for a status), ``outcome`` completes the
    sentence "HttpResponse() ...".
    """

    of: tuple[str, ...]
    wrong: str
    right: str | None
    outcome: str


class Endpoint(NamedTuple):
    """Functions that answer requests, and what becomes of answers that are none.

    A function is one as `ReturnedTuple` says.
    ``exceptions``: classes whose instances have to be raised, and ``exception_outcome`` completes
    the sentence "FastAPI ..." for one that is returned (HSC307).
    ``tuple_outcome`` does so for a returned ``(body, status)`` (HSC308); empty where it is right.
    ``content_outcome`` and ``model_outcome`` do so where the declared status has no content and
    something is returned, or a model of it declared by the annotation or under ``model_key`` in
    documented ``responses`` (HSC304); empty where nothing happens.
    """

    decorators: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    exception_outcome: str = ""
    tuple_outcome: str = ""
    content_outcome: str = ""
    model_outcome: str = ""
    model_key: str = ""


class ErrorHandler(NamedTuple):
    """Functions that answer for an error, and what they return to answer 200 (HSC309).

    A function is one when one of ``decorators`` stands on it or when it is called one of ``names``.
    ``plain``: callables whose result answers 200 unless they are given a status; ``values``: a bare
    text or mapping does so as well.
    """

    plain: tuple[str, ...]
    decorators: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    values: bool = False


class Framework(NamedTuple):
    """Everything the engine knows about one package.

    ``packages``: import names whose import says that a file uses the framework; dotted where the
    top-level package holds other things too (``urllib.request``).
    ``distribution``: name on the package index, ``python`` for the standard library.
    ``vocabulary``: key of the vocabulary that its users write.
    ``verified``: the versions that the proof ran against; empty means unverified, and
    ``unverified_because`` says why.
    ``aliases``: other dotted name -> canonical dotted name, prefixes count
    (``fastapi.status`` -> ``starlette.status``); also subclass -> base class where the subclass
    behaves as its base.
    ``http``: importing it is evidence that the file speaks HTTP.
    """

    name: str
    packages: tuple[str, ...]
    distribution: str
    verified: tuple[str, ...]
    vocabulary: str = "http"
    arguments: tuple[Argument, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    class_attributes: tuple[ClassAttribute, ...] = ()
    returned: tuple[ReturnedTuple, ...] = ()
    returns: tuple[Returns, ...] = ()
    items: tuple[Item, ...] = ()
    fixtures: tuple[Fixture, ...] = ()
    comparers: tuple[Comparer, ...] = ()
    parameter_tables: tuple[ParameterTable, ...] = ()
    aliases: tuple[tuple[str, str], ...] = ()
    not_statuses: tuple[NotStatus, ...] = ()
    limits: tuple[Limit, ...] = ()
    bodies: tuple[Body, ...] = ()
    misplaced: tuple[Misplaced, ...] = ()
    wrong_keywords: tuple[WrongKeyword, ...] = ()
    endpoints: tuple[Endpoint, ...] = ()
    error_handlers: tuple[ErrorHandler, ...] = ()
    http: bool = True
    unverified_because: str = ""

    @property
    def serves(self) -> bool:
        """Whether its users write servers: some of its places produce a status."""
        return (
            bool(self.returned)
            or any(argument.produces for argument in self.arguments)
            or any(attribute.produces for attribute in self.class_attributes)
        )
