"""Begin a rule: ``python tests/new_rule.py HSC312 name-of-the-rule "what it flags"``.

Writes the module, its case file and its changelog fragment. The tests tell what is left to do.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULE = '''"""{sentence}

## What it does

Flags

## Why

## Example

```python
```

## Use instead

```python
```

## Options

## Fix safety

There is no fix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flake8_http_status.rules._rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flake8_http_status.analysis.sites import StatusSite
    from flake8_http_status.rules._rule import Context
    from flake8_http_status.violation import Violation

RULE = Rule(
    code="{code}",
    name="{name}",
    summary="{summary}",
    roles=frozenset(),
)


def check(site: StatusSite, context: Context) -> Iterator[Violation]:
    """Report"""
    yield from ()
'''
CASES = """# {name}

## What is reported

```python
```

## What stays silent

```python
```
"""
FRAGMENT = "`{name}` flags {summary}.\n"


def files(code: str, name: str, summary: str) -> dict[str, str]:
    """The text of each new file, by its path in the repository."""
    if not re.fullmatch(r"HSC[1-5]\d\d", code):
        raise ValueError(f"{code!r} is no code such as HSC312")
    if not re.fullmatch(r"[a-z]+(-[a-z]+)+", name):
        raise ValueError(f"{name!r} is no name such as status-out-of-range")
    sentence = f"{summary[:1].upper()}{summary[1:]}."
    return {
        path: template.format(code=code, name=name, summary=summary, sentence=sentence)
        for path, template in (
            (f"src/flake8_http_status/rules/{name.replace('-', '_')}.py", MODULE),
            (f"tests/cases/rules/{name}.md", CASES),
            (f"docs/changelog.d/{code}.added.md", FRAGMENT),
        )
    }


def main(arguments: list[str]) -> int:
    """Write the files; none is overwritten."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    for path, text in files(*arguments).items():
        with open(ROOT / path, "x", encoding="utf-8") as file:
            file.write(text)
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
