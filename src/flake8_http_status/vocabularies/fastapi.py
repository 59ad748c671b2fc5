"""``fastapi.status``: the module ``starlette.status``, seen from the versions of FastAPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.vocabularies._vocabulary import Kind, Vocabulary
from flake8_http_status.vocabularies.starlette import VOCABULARY as STARLETTE

if TYPE_CHECKING:
    from flake8_http_status.vocabularies._vocabulary import Version

# Version of Starlette -> the first FastAPI that requires it or a newer one.
REQUIRED: dict[Version | None, Version | None] = {
    None: None,
    (0, 12, 10): (0, 50),
    (0, 14): (0, 65),
    (0, 14, 2): (0, 65),
    (0, 48): (0, 164),
}
# Version of Starlette -> the first FastAPI that can be installed with it.
ADMITTED: dict[Version | None, Version | None] = {
    None: None,
    (0, 48): (0, 116, 2),
}

VOCABULARY = Vocabulary(
    key="fastapi",
    container="fastapi.status",
    distribution="fastapi",
    kind=Kind.INTEGER,
    module=False,
    verified=("0.115.0", "0.118.0", "0.165.0"),
    names={
        code: tuple(
            name._replace(since=REQUIRED[name.since], deprecated=ADMITTED[name.deprecated])
            for name in names
        )
        for code, names in STARLETTE.names.items()
    },
)
