"""How Sphinx makes the site; its pages are plain CommonMark."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.addnodes import index

from flake8_http_status import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "flake8-http-status"
version = release = __version__
extensions = ["myst_parser", "sphinx_copybutton"]
exclude_patterns = ["_build", "_generate", "changelog.d", "examples"]
myst_heading_anchors = 3
highlight_language = "none"

html_theme = "furo"
html_title = project
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["tables.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True


def setup(app: Sphinx) -> None:
    """Add what the site has beside its pages."""
    app.connect("doctree-read", _index_codes)
    app.connect("build-finished", _copy_markdown)


def _index_codes(app: Sphinx, doctree: nodes.document) -> None:
    """Index headings such as "404 Not Found": the search takes no notice of numbers in text."""
    for section in doctree.findall(nodes.section):
        code = re.match(r"\d{3}\b", section[0].astext())
        if code:
            section.insert(1, index(entries=[("single", code[0], section["ids"][0], "", None)]))


def _copy_markdown(app: Sphinx, error: Exception | None) -> None:
    """Put the Markdown of every page beside it, where ``llms.txt`` points to."""
    if error is not None or app.builder.name != "html":
        return
    source, site = Path(app.srcdir), Path(app.outdir)
    for document in app.env.found_docs:
        shutil.copy(source / f"{document}.md", site / f"{document}.md")
    shutil.copy(source / "llms.txt", site)
