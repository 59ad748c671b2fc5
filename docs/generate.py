"""Write the pages that follow from the code: ``python docs/generate.py``.

``--check`` writes nothing, names the files that are not as they would be written, and exits with 1
when there are any. Any other argument is refused with 2.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

DOCS = Path(__file__).parent
sys.path += [str(DOCS), str(DOCS.parent / "tests")]

from _generate import (  # noqa: E402 - the path comes first
    badges,
    command_line,
    configuration,
    frameworks,
    pictures,
    python_api,
    rules,
    status_codes,
    vocabularies,
)
from _generate.console import refreshed  # noqa: E402
from _generate.llms import llms  # noqa: E402
from _generate.markdown import Page  # noqa: E402

GENERATORS = (
    rules,
    status_codes,
    frameworks,
    vocabularies,
    configuration,
    command_line,
    python_api,
    pictures,
    badges,
)
MARK = "<!-- Written by docs/generate.py from the code. -->\n\n"


def wanted() -> dict[str, str]:
    """What the generated files should hold, and pages with console sessions, by path."""
    pages = chain.from_iterable(generator.pages() for generator in GENERATORS)
    made = {path: MARK + text if path.endswith(".md") else text for path, text in pages}
    texts = {path: text for path, text in present().items() if not text.startswith(MARK)}
    texts = {path: refreshed(Page(path, text)).text for path, text in texts.items()} | made
    index = llms(texts)
    return texts | {index.path: index.text}


def present() -> dict[str, str]:
    """The pages that exist, by path."""
    found = chain(DOCS.rglob("*.md"), DOCS.glob("pictures/*.svg"), DOCS.glob("llms.txt"))
    texts = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in found}
    apart = ("_build/", "changelog.d/", "examples/")
    return {path: text for path, text in texts.items() if not path.startswith(apart)}


def main(arguments: list[str]) -> int:
    """Write or check; the exit code."""
    check = arguments == ["--check"]
    if arguments and not check:
        print("usage: python docs/generate.py [--check]", file=sys.stderr)
        return 2
    before, after = present(), wanted()
    changed = sorted(path for path in before | after if before.get(path) != after.get(path))
    for path in changed:
        print(f"{'is out of date' if check else 'wrote'}: docs/{path}")
        if check:
            continue
        if path in after:
            (DOCS / path).parent.mkdir(exist_ok=True)
            (DOCS / path).write_text(after[path], "utf-8")
        else:
            (DOCS / path).unlink()
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
