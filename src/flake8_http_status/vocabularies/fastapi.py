"""``fastapi.status``: the module ``starlette.status``, which only FastAPI gives that name."""

from __future__ import annotations

from flake8_http_status.vocabularies.starlette import VOCABULARY as STARLETTE

VOCABULARY = STARLETTE._replace(key="fastapi", container="fastapi.status", module=False)
