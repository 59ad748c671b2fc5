"""What rules of other tools see of the same.

Tried on the examples of our rules with Ruff 0.17, pylint 4 and mypy 2 in strict mode. SonarQube and
flake8-fastapi are told from their documentation.
"""

from __future__ import annotations

from typing import NamedTuple


class Related(NamedTuple):
    """A rule of another tool, and what of our rule's subject it sees."""

    tool: str
    rule: str
    sees: str


_NUMBERS = (
    Related("Ruff", "magic-value-comparison (PLR2004)", "any number in a comparison, orders too"),
    Related("pylint", "magic-value-comparison (R2004)", "the same, from an extension to be loaded"),
)
_IDENTITY = (
    Related("Ruff", "is-literal (F632)", "`is 404`, whatever is compared"),
    Related("pylint", "literal-comparison (R0123)", "the same"),
)
RELATED: dict[str, tuple[Related, ...]] = {
    "HSC102": _NUMBERS,
    "HSC103": (
        *_NUMBERS,
        Related(
            "Ruff",
            "pytest-unittest-assertion (PT009)",
            "the assertion method, not the number in it",
        ),
    ),
    "HSC107": (
        Related("mypy", "arg-type", "where the API is typed, and takes no text on purpose"),
    ),
    "HSC204": (
        Related("pylint", "no-member (E1101)", "members of `HTTPStatus`"),
        Related(
            "mypy",
            "attr-defined",
            "members of `HTTPStatus`; nothing of `starlette.status`, which has a `__getattr__`",
        ),
    ),
    "HSC205": (
        Related(
            "mypy",
            "attr-defined",
            "members of `HTTPStatus` that the one Python it checks for does not have",
        ),
    ),
    "HSC304": (
        Related(
            "SonarQube",
            "S8400",
            "FastAPI's routes with 204 that return neither None nor a response",
        ),
        Related("flake8-fastapi", "CF011", "FastAPI's routes with 204 and no class of response"),
    ),
    "HSC305": (Related("mypy", "arg-type", "where the parameter in that place is typed"),),
    "HSC306": (Related("mypy", "call-arg", "where the API is typed and takes no other keywords"),),
    "HSC401": (
        Related(
            "pylint",
            "redundant-unittest-assert (W1503)",
            "a constant in the first place; in `assertTrue(response.status_code, 404)` it is the"
            " second",
        ),
        Related("SonarQube", "S5914", "assertions whose first argument never changes"),
        Related("Ruff", "pytest-unittest-assertion (PT009)", "every method of unittest"),
    ),
    "HSC405": (
        Related("mypy", "comparison-overlap", "where both sides are typed"),
        *_IDENTITY,
    ),
}
