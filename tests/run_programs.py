"""Runs programs, on any Python since 3.8: ``python run_programs.py < programs.json``."""

from __future__ import annotations

import json
import sys
import types
from typing import Any


class _Response:
    status_code = 404


def results(source: str) -> list[Any]:
    """What the program notes, and how it ends.

    It finds a module ``flask`` with ``web``, which gives back what it is told, and ``note``.
    """
    noted: list[Any] = []
    web = types.SimpleNamespace(abort=lambda code: code, response=_Response())
    flask: Any = types.ModuleType("flask")
    flask.web = web
    flask.note = lambda *values: noted.extend(map(plain, values))
    before = sys.modules.get("flask")
    sys.modules["flask"] = flask
    try:
        exec(compile(source, "program.py", "exec", dont_inherit=True), {"__name__": "program"})
    except Exception as error:  # noqa: BLE001 - how a program fails is what it does
        noted.append(type(error).__name__)
    finally:
        del sys.modules["flask"]
        if before is not None:
            sys.modules["flask"] = before
    return noted


def plain(value: Any) -> Any:
    """The value for comparisons: numbers by what they are equal to, lists element by element."""
    if isinstance(value, list):
        return [plain(element) for element in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    return value


if __name__ == "__main__":
    json.dump([results(source) for source in json.load(sys.stdin)], sys.stdout)
