from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from flake8_http_status.nearest import did_you_mean, nearest
from flake8_http_status.registry import all_vocabularies
from flake8_http_status.settings import (
    DEFAULT_SETTINGS,
    OPTIONS,
    DeclaredVocabulary,
    Option,
    OptionError,
    Settings,
    SiteDeclaration,
    from_mapping,
    items,
    target_of,
)
from flake8_http_status.violation import Confidence

if TYPE_CHECKING:
    from flake8_http_status.vocabularies._vocabulary import Version, Vocabulary


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_the_default_of_an_option_is_that_of_the_settings(option: Option) -> None:
    assert from_mapping({option.name: option.default}) == DEFAULT_SETTINGS


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_an_option_is_a_field_and_is_documented(option: Option) -> None:
    assert option.name in Settings._fields
    assert option.metavar.isidentifier()
    assert "\n" not in option.help
    assert not option.help.endswith(".")
    assert option.documentation.endswith(".")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", []),
        ("200", ["200"]),
        ("200, 404", ["200", "404"]),
        ("\n  200\n  404,\n", ["200", "404"]),
        ([200, " 404 ", ""], ["200", "404"]),
        (200, ["200"]),
    ],
)
def test_items(value: object, expected: list[str]) -> None:
    assert items(value) == expected


@pytest.mark.parametrize(
    ("name", "value", "fields"),
    [
        ("constants", "number", {"constants": "number"}),
        ("allow", "well-known, 201", {"allow": frozenset({200, 201, 400, 404, 500})}),
        ("allow", [200, 404], {"allow": frozenset({200, 404})}),
        ("known", "499\n999", {"known": frozenset({499, 999})}),
        ("attributes", "rc, http_code", {"attributes": frozenset({"rc", "http_code"})}),
        ("confidence", "signature", {"confidence": Confidence.SIGNATURE}),
        (
            "sites",
            "app.errors.ApiError(status=1), fail( code ), stop(0)",
            {
                "sites": (
                    SiteDeclaration("app.errors.ApiError", "status", 1),
                    SiteDeclaration("fail", "code", None),
                    SiteDeclaration("stop", None, 0),
                )
            },
        ),
        (
            "targets",
            "python>=3.10, Star_lette >= 0.40, <1, flask, httpx~=0.27.1",
            {
                "targets": (("python", (3, 10)), ("star-lette", (0, 40)), ("httpx", (0, 27, 1))),
                "targets_below": (("star-lette", (1,)), ("httpx", (0, 28))),
            },
        ),
        (
            "targets",
            [
                "flask>=3.1; python_version >= '3.12'",
                "flask>=2.3,<3.1; python_version < '3.12'",
                "django<5",
                "django<4",
            ],
            {"targets": (("flask", (2, 3)),), "targets_below": (("django", (5,)),)},
        ),
        ("targets", "flask>=0", {"targets": (("flask", ()),)}),
        (
            "vocabularies",
            "app.codes.GONE=410, app.codes.OK = 200, shop.HTTP_OK=200",
            {
                "vocabularies": (
                    DeclaredVocabulary("app.codes", (("GONE", 410), ("OK", 200))),
                    DeclaredVocabulary("shop", (("HTTP_OK", 200),)),
                )
            },
        ),
        (
            "vocabularies",
            {"app.codes": {"GONE": 410}, "app": {"codes": {"OK": 200}}},
            {"vocabularies": (DeclaredVocabulary("app.codes", (("GONE", 410), ("OK", 200))),)},
        ),
        ("baseline", "known.json", {"baseline": "known.json"}),
    ],
)
def test_a_valid_value(name: str, value: object, fields: dict[str, Any]) -> None:
    assert from_mapping({name: value}) == DEFAULT_SETTINGS._replace(**fields)


@pytest.mark.parametrize("vocabulary", all_vocabularies(), ids=lambda one: one.key)
def test_every_vocabulary_can_be_chosen(vocabulary: Vocabulary) -> None:
    assert from_mapping({"constants": vocabulary.key}).constants == vocabulary.key


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("constants", "app.codes", ["no such vocabulary is declared"]),
        ("vocabularies", "GONE=410", ["'GONE=410' is not of the form 'module.NAME=code'"]),
        ("vocabularies", "app.GONE=many", ["'many' is not a number from 100 to 999"]),
        ("constants", "Autom", ["allowed is one of auto, number", "did you mean 'auto'?"]),
        ("constants", "auto, number", ["allowed is one of auto"]),
        ("constants", "", ["allowed is one of auto"]),
        ("allow", "20", ["'20' is not a number from 100 to 999"]),
        ("allow", "4xx", ["'4xx' is neither a number from 100 to 999 nor 'well-known'"]),
        ("allow", "wellknown", ["did you mean 'well-known'?"]),
        ("known", "well-known", ["'well-known' is not a number"]),
        ("known", "٤٠٤", ["is not a number"]),
        ("attributes", "status code", ["'status code' is not the name of an attribute"]),
        ("confidence", "resolve", ["name, signature, resolved; did you mean 'resolved'?"]),
        ("baseline", "a, b", ["allowed is the path of one file"]),
        ("sites", "ApiError", ["'ApiError' is not of the form 'package.callable(parameter="]),
        ("sites", "ApiError(status=-1)", ["with positions from 0"]),
        ("targets", "python 3.10", ["'python 3.10' is not a requirement such as"]),
        ("targets", ">=3.10", ["'>=3.10' is not a requirement"]),
        ("targets", "python===three", ["'python===three' is not a requirement"]),
    ],
)
def test_a_wrong_value_names_what_is_allowed(name: str, value: object, words: list[str]) -> None:
    with pytest.raises(OptionError) as caught:
        from_mapping({name: value})
    assert caught.value.name == name
    assert caught.value.value == value
    assert "\n" not in str(caught.value)
    for part in words:
        assert part in caught.value.reason


def test_a_declared_vocabulary_can_be_chosen() -> None:
    values = {"vocabularies": ["app.codes.GONE=410"], "constants": "app.codes"}
    assert from_mapping(values).constants == "app.codes"
    with pytest.raises(OptionError, match=r"declared; did you mean 'app\.codes'\?"):
        from_mapping(values | {"constants": "app.code"})


def test_a_wrong_name_suggests_the_nearest() -> None:
    with pytest.raises(OptionError) as caught:
        from_mapping({"constant": "auto"})
    assert str(caught.value) == "constant: unknown option; did you mean 'constants'?"
    assert caught.value.value is None


@pytest.mark.parametrize(
    ("requirement", "lowest", "below"),
    [
        ("django", None, None),
        ("django>=4.2", (4, 2), None),
        ("django[argon2] >= 4.2 ; python_version < '4'", (4, 2), None),
        ("django>4.2", (4, 2), None),
        ("django>=4.2,>=5,!=5.1", (5,), None),
        ("django<6", None, (6,)),
        ("django>=4.0,<6.0.0", (4,), (6,)),
        ("django~=4.0", (4,), (5,)),
        ("django>=0", (), None),
        ("django<6,<=5.2", None, (5, 2, 1)),
        ("django~=4.2", (4, 2), (5,)),
        ("django~=4.2rc1", (4, 2), (5,)),
        ("django==4.2.*", (4, 2), (4, 3)),
        ("django==4.2", (4, 2), (4, 2, 1)),
        ("django===4.2", (4, 2), (4, 2, 1)),
        ("django>=4.2rc1", (4, 2), None),
        ("django @ https://example.org/django.whl", None, None),
    ],
)
def test_target_of(requirement: str, lowest: Version | None, below: Version | None) -> None:
    assert target_of(requirement) == ("django", lowest, below)


def test_nearest() -> None:
    assert nearest("Not_Foud", ["not_found", "no_content"]) == "not_found"
    assert nearest("zebra", ["not_found"]) is None
    assert did_you_mean("zebra", ["not_found"]) == ""


def test_reading_simple_options_imports_nothing_heavy() -> None:
    code = (
        "import sys; from flake8_http_status import settings;"
        "settings.from_mapping({'targets': 'python>=3.10,<4, starlette', 'allow': 'well-known'});"
        "print(sorted({'packaging', 'difflib'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout == "[]\n"
