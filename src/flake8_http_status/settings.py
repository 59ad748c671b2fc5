"""One option table for plugin, check and fix, and the frozen settings it fills.

Options are plain data: each host turns a row into its own kind of option. A value is text, split
at commas and line ends, or a list of texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from flake8_http_status import vocabularies
from flake8_http_status.discovery import public_modules
from flake8_http_status.nearest import did_you_mean
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.vocabularies._vocabulary import Version

WELL_KNOWN = frozenset({200, 400, 404, 500})


class SiteDeclaration(NamedTuple):
    """A helper of the project's own: ``app.errors.ApiError(status=1)``.

    ``callable``: dotted name, or a bare tail that matches wherever it is called.
    ``parameter``: keyword; ``position``: 0-based place, None where keyword-only.
    """

    callable: str
    parameter: str | None
    position: int | None


class DeclaredVocabulary(NamedTuple):
    """Integer constants of the project's own: module or class ``container`` holds ``names``."""

    container: str
    names: tuple[tuple[str, int], ...]


class Settings(NamedTuple):
    """What the user decided; hosts fill it, the engine reads it.

    ``targets``: distribution -> lowest version that names must work on; ``python`` is one of them.
    ``targets_below``: distribution -> first version that is no target; those that are not named
    here have no upper end.
    ``baseline``: absolute path of the file with the violations that are not to be reported.
    """

    constants: str = "auto"
    targets: tuple[tuple[str, Version], ...] = ()
    allow: frozenset[int] = frozenset()
    known: frozenset[int] = frozenset()
    sites: tuple[SiteDeclaration, ...] = ()
    attributes: frozenset[str] = frozenset()
    confidence: Confidence = Confidence.NAME
    targets_below: tuple[tuple[str, Version], ...] = ()
    baseline: str | None = None
    vocabularies: tuple[DeclaredVocabulary, ...] = ()


DEFAULT_SETTINGS = Settings()


class Target(NamedTuple):
    """The versions of one distribution that names must work on: ``lowest`` <= version < ``below``.

    None where there is no such end.
    """

    distribution: str
    lowest: Version | None
    below: Version | None


class Option(NamedTuple):
    """One row of the option table.

    ``name``: the key in ``[tool.flake8-http-status]``; ``--http-status-<name>`` in flake8.
    ``parse``: the items of a value -> the fields of ``Settings`` that they decide; its
    ``ValueError`` says what is allowed and which valid value is nearest.
    ``default``: as a user would write it; what ``parse`` makes of it are the defaults of Settings.
    ``help`` is one line; ``documentation`` one paragraph.
    ``is_path``: the value is a path that starts at the folder of the file that holds it.
    """

    name: str
    metavar: str
    help: str
    parse: Callable[[list[str]], dict[str, Any]]
    default: str
    documentation: str
    is_path: bool = False


class OptionError(ValueError):
    """A value that an option does not take, or (``value`` None) a name that no option has."""

    def __init__(self, name: str, value: str | None, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.value = value
        self.reason = reason


def items(value: object) -> list[str]:
    """The items of an option's value: text is split at commas and line ends, a list is one already.

    >>> items("200, 404")
    ['200', '404']
    >>> items({"app.codes": {"GONE": 410}})
    ['app.codes.GONE=410']
    """
    if isinstance(value, str):
        texts: Iterable[object] = re.split(r"[,\n]", value)
    elif isinstance(value, Mapping):
        texts = _paths(value)
    elif isinstance(value, Iterable):
        texts = value
    else:
        texts = [value]
    return [text for item in texts if (text := str(item).strip())]


def _paths(table: Mapping[Any, object]) -> Iterator[str]:
    """The entries of a table, and of the tables in it, under their dotted names."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from (f"{name}.{path}" for path in _paths(value))
        else:
            yield f"{name}={value}"


def _one(texts: list[str], choices: Iterable[str]) -> str:
    allowed = list(choices)
    if len(texts) != 1 or texts[0] not in allowed:
        given = ", ".join(texts)
        raise ValueError(f"allowed is one of {', '.join(allowed)}{did_you_mean(given, allowed)}")
    return texts[0]


def _constants(texts: list[str]) -> dict[str, Any]:
    if len(texts) == 1 and "." in texts[0]:
        return {"constants": texts[0]}
    return {"constants": _one(texts, ["auto", "number", *public_modules(vocabularies)])}


def _confidence(texts: list[str]) -> dict[str, Any]:
    names = [level.name.lower() for level in Confidence]
    return {"confidence": Confidence[_one(texts, names).upper()]}


def _code(text: str) -> int:
    if not re.fullmatch(r"[1-9][0-9][0-9]", text, re.ASCII):
        raise ValueError(f"{text!r} is not a number from 100 to 999")
    return int(text)


def _allow(texts: list[str]) -> dict[str, Any]:
    codes: set[int] = set()
    for text in texts:
        if text == "well-known":
            codes |= WELL_KNOWN
        elif text.isdecimal():
            codes.add(_code(text))
        else:
            raise ValueError(
                f"{text!r} is neither a number from 100 to 999 nor 'well-known'"
                f"{did_you_mean(text, ['well-known'])}"
            )
    return {"allow": frozenset(codes)}


def _known(texts: list[str]) -> dict[str, Any]:
    return {"known": frozenset(_code(text) for text in texts)}


def _attributes(texts: list[str]) -> dict[str, Any]:
    for text in texts:
        if not text.isidentifier():
            raise ValueError(
                f"{text!r} is not the name of an attribute{did_you_mean(text, ['status_code'])}"
            )
    return {"attributes": frozenset(texts)}


def _baseline(texts: list[str]) -> dict[str, Any]:
    if len(texts) > 1:
        raise ValueError("allowed is the path of one file")
    return {"baseline": texts[0] if texts else None}


SITE = (
    r"(?P<callable>[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
    r"\((?:(?P<keyword>[^\W\d]\w*)(?:=(?P<place>[0-9]+))?|(?P<only_place>[0-9]+))\)"
)


def _site(text: str) -> SiteDeclaration:
    match = re.fullmatch(SITE, "".join(text.split()))
    if not match:
        raise ValueError(
            f"{text!r} is not of the form 'package.callable(parameter=position)'"
            " with positions from 0, such as 'app.errors.ApiError(status=1)'"
        )
    place = match["place"] or match["only_place"]
    return SiteDeclaration(match["callable"], match["keyword"], int(place) if place else None)


def _sites(texts: list[str]) -> dict[str, Any]:
    return {"sites": tuple(_site(text) for text in texts)}


CONSTANT = r"(?P<container>[^\W\d]\w*(?:\.[^\W\d]\w*)*)\.(?P<name>[^\W\d]\w*)\s*=\s*(?P<code>\S+)"


def _vocabularies(texts: list[str]) -> dict[str, Any]:
    names: dict[str, list[tuple[str, int]]] = {}
    for text in texts:
        match = re.fullmatch(CONSTANT, text)
        if not match:
            raise ValueError(
                f"{text!r} is not of the form 'module.NAME=code', such as 'app.codes.GONE=410'"
            )
        names.setdefault(match["container"], []).append((match["name"], _code(match["code"])))
    declared = (DeclaredVocabulary(container, tuple(group)) for container, group in names.items())
    return {"vocabularies": tuple(declared)}


def _targets(texts: list[str]) -> dict[str, Any]:
    requirements: list[str] = []
    for text in texts:
        if text[0] in "<>=!~" and requirements:
            requirements[-1] += f",{text}"
        else:
            requirements.append(text)
    admitted: dict[str, list[Target]] = {}
    for requirement in requirements:
        target = target_of(requirement)
        admitted.setdefault(target.distribution, []).append(target)
    lowest = {name: _end(min, (one.lowest for one in all_)) for name, all_ in admitted.items()}
    below = {name: _end(max, (one.below for one in all_)) for name, all_ in admitted.items()}
    return {
        "targets": tuple(
            (name, version) for name, version in lowest.items() if version is not None
        ),
        "targets_below": tuple(
            (name, version) for name, version in below.items() if version is not None
        ),
    }


def _end(
    outermost: Callable[[list[Version]], Version], ends: Iterable[Version | None]
) -> Version | None:
    """The end of several ranges together: none when one of them has none."""
    versions: list[Version] = []
    for version in ends:
        if version is None:
            return None
        versions.append(version)
    return outermost(versions)


class Clause(NamedTuple):
    """One condition of a requirement: ``==4.2.*`` has ``wildcard``."""

    operator: str
    release: Version
    wildcard: bool


def target_of(requirement: str) -> Target:
    """The versions that a requirement such as ``starlette>=0.40,<1`` admits.

    Extras and environment markers are set aside, and so are excluded versions (``!=``).
    Raises ``ValueError`` for what is no requirement.
    """
    name, clauses = _read_plain(requirement) or _read_any(requirement)
    ends = [_ends(clause) for clause in clauses]
    return Target(
        _normalized(name),
        max((_trimmed(lowest) for lowest, _ in ends if lowest), default=None),
        min((_trimmed(below) for _, below in ends if below), default=None),
    )


def distribution(requirement: str) -> str:
    """The name that a requirement begins with, normalized; empty where it begins with none."""
    name = re.match(PLAIN_NAME, requirement)
    return _normalized(name["name"]) if name else ""


def _normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _trimmed(version: Version) -> Version:
    """Without trailing zeros, so that comparing the tuples compares the versions."""
    while version and version[-1] == 0:
        version = version[:-1]
    return version


PLAIN_NAME = (
    r"[ \t]*(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[ \t]*(?:\[[^\]]*\][ \t]*)?"
)
PLAIN_CLAUSE = (
    r"\s*(?P<operator>[<>=!~]=|[<>])\s*(?P<release>[0-9]+(?:\.[0-9]+)*)(?P<wildcard>\.\*)?\s*"
)


def _read_plain(requirement: str) -> tuple[str, list[Clause]] | None:
    """Name and clauses; None for the rare ones that are worth an import of 30 ms."""
    name = re.match(PLAIN_NAME, requirement)
    if name is None:
        return None
    clauses = []
    for text in filter(None, requirement[name.end() :].split(",")):
        clause = re.fullmatch(PLAIN_CLAUSE, text)
        if clause is None:
            return None
        release = tuple(map(int, clause["release"].split(".")))
        clauses.append(Clause(clause["operator"], release, bool(clause["wildcard"])))
    return name["name"], clauses


def _read_any(requirement: str) -> tuple[str, list[Clause]]:
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.version import InvalidVersion, Version

    try:
        parsed = Requirement(requirement)
        return parsed.name, [
            Clause(
                specifier.operator,
                Version(specifier.version.removesuffix(".*")).release,
                specifier.version.endswith(".*"),
            )
            for specifier in parsed.specifier
        ]
    except (InvalidRequirement, InvalidVersion):
        raise ValueError(
            f"{requirement!r} is not a requirement such as 'python>=3.10' or 'starlette>=0.40,<1'"
        ) from None


def _ends(clause: Clause) -> tuple[Version | None, Version | None]:
    """The lowest version that a clause admits, and the first above those that it admits."""
    release = clause.release
    match clause.operator:
        case ">=" | ">":
            return release, None
        case "<":
            return None, release
        case "<=":
            return None, (*release, 1)
        case "~=" if len(release) > 1:
            return release, (*release[:-2], release[-2] + 1)
        case "==" | "===":
            return release, (*release[:-1], release[-1] + 1) if clause.wildcard else (*release, 1)
        case _:
            return None, None


OPTIONS = (
    Option(
        name="constants",
        metavar="vocabulary",
        help="the vocabulary that fixes write, such as auto, number, http or starlette",
        parse=_constants,
        default="auto",
        documentation=(
            "The names that fixes write. `auto` takes the vocabulary that the file already uses,"
            " else that of a framework which the file imports, else `http.HTTPStatus`, which also"
            " stands in for a name that is not right on every target. Any other vocabulary is one"
            " for the whole project: `flake8-http-status list vocabularies` and"
            " the option `vocabularies` have them. `number` is for projects that prefer numbers."
        ),
    ),
    Option(
        name="targets",
        metavar="requirements",
        help="versions on which the names must exist without a warning: 'python>=3.10'",
        parse=_targets,
        default="",
        documentation=(
            "Requirements such as `python>=3.10, starlette>=0.40,<1`: a name is written only when"
            " it exists on every version that they admit, and warns on none. Where nothing is said,"
            " `requires-python` and the dependencies in `pyproject.toml` are read."
        ),
    ),
    Option(
        name="allow",
        metavar="codes",
        help="literals to leave alone; 'well-known' is 200, 400, 404, 500",
        parse=_allow,
        default="",
        documentation=(
            "Literals that are no magic numbers in this project. `well-known` stands for 200, 400,"
            " 404 and 500. Rules about wrong codes still see them."
        ),
    ),
    Option(
        name="known",
        metavar="codes",
        help="unregistered codes that this project uses on purpose",
        parse=_known,
        default="",
        documentation="Codes outside the registry that this project uses on purpose, such as 499.",
    ),
    Option(
        name="sites",
        metavar="declarations",
        help="helpers of the project that take a status: 'app.errors.ApiError(status=1)'",
        parse=_sites,
        default="",
        documentation=(
            "Helpers of the project's own that take a status, as `callable(parameter=position)`:"
            " `app.errors.ApiError(status=1)` takes it as the keyword `status` or as the second"
            " positional argument (positions count from 0, without `self`); `fail(status)` takes it"
            " as a keyword only, `fail(0)` by position only. A callable without dots is that name"
            " wherever it is called."
        ),
    ),
    Option(
        name="attributes",
        metavar="names",
        help="further names of attributes that hold a status",
        parse=_attributes,
        default="",
        documentation="Names of attributes that hold a status beside `status_code` and its kin.",
    ),
    Option(
        name="vocabularies",
        metavar="constants",
        help="the project's own integer constants: 'app.codes.GONE=410'",
        parse=_vocabularies,
        default="",
        documentation=(
            "Integer constants of the project's own, as `module.NAME=code`; nothing of the project"
            " is imported to find them. In `pyproject.toml` they can be tables as well:"
            ' `vocabularies = {"app.codes" = {GONE = 410}}`. They count as the numbers they are;'
            " the rule foreign-status-constant moves from them, and to them where the option"
            " `constants` is `app.codes`."
        ),
    ),
    Option(
        name="confidence",
        metavar="level",
        help="report only places at least this sure: name, signature or resolved",
        parse=_confidence,
        default="name",
        documentation=(
            "How sure the engine must be that a place expects a status: `resolved` keeps what an"
            " import or a declaration proves, `signature` also what the file itself declares,"
            " `name` also what a telling name suggests."
        ),
    ),
    Option(
        name="baseline",
        metavar="file",
        help="a file with violations that are not to be reported as long as they stay",
        parse=_baseline,
        default="",
        documentation=(
            "A file that remembers violations, so that only new ones are reported."
            " `flake8-http-status check --baseline FILE --write-baseline` writes it the first time,"
            " and later takes out what is gone. A violation stays known when its line moves and"
            " comes back when its line changes."
        ),
        is_path=True,
    ),
)


def from_mapping(values: Mapping[str, object]) -> Settings:
    """Settings from option names and values; options that are not named keep their defaults.

    Raises ``OptionError`` for a name that no option has and for a value that its option refuses.
    """
    options = {option.name: option for option in OPTIONS}
    fields: dict[str, Any] = {}
    for name, value in values.items():
        if name not in options:
            raise OptionError(name, None, f"unknown option{did_you_mean(name, options)}")
        texts = items(value)
        try:
            fields |= options[name].parse(texts)
        except ValueError as error:
            raise OptionError(name, ", ".join(texts), str(error)) from None
    settings = Settings(**fields)
    declared = [vocabulary.container for vocabulary in settings.vocabularies]
    if "." in settings.constants and settings.constants not in declared:
        reason = f"no such vocabulary is declared{did_you_mean(settings.constants, declared)}"
        raise OptionError("constants", settings.constants, reason)
    return settings
