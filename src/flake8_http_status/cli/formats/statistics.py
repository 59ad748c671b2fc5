"""How often each rule is violated, the most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flake8_http_status.registry import RULES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flake8_http_status.cli.formats import Page
    from flake8_http_status.cli.running import Result


def render(results: Iterable[Result], page: Page) -> Iterator[str]:
    """One line per rule: how many, how many of them have a fix, code and name."""
    found = [violation for result in results for violation in result.violations]
    counts = Counter(violation.code for violation in found)
    fixable = Counter(violation.code for violation in found if violation.fix)
    names = {rule.code: rule.name for rule in RULES}
    for code, count in counts.most_common():
        fixes = f"{fixable[code]} fixable" if fixable[code] else ""
        yield (
            f"{count:6}  {page.paint(code, 'red', 'bold')}  {names[code]:32}{fixes}".rstrip() + "\n"
        )
