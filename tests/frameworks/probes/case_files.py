"""Probes that stand in the case file of their framework, in blocks of ``python probe``.

They are written as those of the other modules here, with the names of ``_probe`` at hand.
"""

from __future__ import annotations

from pathlib import Path

from case_file import PART
from probes import _probe

for _path in sorted(Path(__file__).parents[2].glob("cases/frameworks/*.md")):
    _text = _path.read_text("utf-8")
    for _part in PART.finditer(_text):
        if _part["info"] == "python probe":
            _above = "\n" * (_text.count("\n", 0, _part.start()) + 1)  # for tracebacks
            exec(compile(_above + _part["text"], _path, "exec"), dict(vars(_probe)))
