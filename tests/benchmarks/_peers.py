"""What is measured: packages at fixed versions, and the programs that take turns on them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

# Much code that answers requests, and much that hardly knows of any; most without their tests.
TREES = {
    "Web frameworks and applications": (
        *("apache-airflow-core==3.3.2", "apache-superset==6.1.0", "ckan==2.12.0", "django==5.2.19"),
        *("djangorestframework==3.18.3", "fastapi==0.165.0", "flask==3.1.3", "httpx==0.28.1"),
        *(
            "indico==3.2.9",
            "label-studio==1.23.2",
            "mlflow-skinny==3.17.2",
            "plone.restapi==10.0.4",
        ),
        *("pretix==2026.8.0", "requests==2.34.2", "sentry-sdk==2.75.0", "starlette==1.10.0"),
        "weblate==5.14.3",
    ),
    "Few statuses": ("homeassistant==2024.3.3", "sympy==1.14.0"),
}


class Program(NamedTuple):
    """A command that works on the current folder.

    ``needs``: another program, without which it is left out; ``warm``: it has run before, and may
    remember that; ``writes``: it changes files, so it is given a copy of them.
    """

    name: str
    command: tuple[str, ...]
    needs: str = ""
    warm: bool = False
    writes: bool = False


class Group(NamedTuple):
    """Programs whose costs are compared with that of the first one.

    ``place``: the files that they work on: the whole ``tree``, a ``sample`` of it, the files of the
    tree that are ``changed`` by a fix, these when they are ``fixed``, or ``one`` small file.
    ``clock``: what counts is the time that passes, and not what all processors spend.
    """

    name: str
    place: str
    programs: tuple[Program, ...]
    clock: bool = False


HERE = Path(__file__).parent
PYTHON = sys.executable
COMMAND = (PYTHON, "-m", "flake8_http_status")
CHECK = (*COMMAND, "check", "--isolated", "--quiet", "--exit-zero")
ALONE = ("--jobs=1", "--no-cache")
RUFF = (
    "env",
    "RAYON_NUM_THREADS=1",
    "ruff",
    "check",
    "--isolated",
    "--select=PLR2004",
    "--exit-zero",
    "--quiet",
)
FLAKE8 = ("-j1", "--isolated", "--exit-zero")
EACH = (PYTHON, str(HERE / "_each.py"))
PYLINT = (
    *("pylint", "--jobs=1", "--disable=all", "--enable=magic-value-comparison", "--recursive=y"),
    *("--load-plugins=pylint.extensions.magic_value", "--exit-zero", "."),
)
SEMGREP = (
    *("semgrep", "scan", "--quiet", "--metrics=off", "--disable-version-check", "--jobs=1"),
    *("--no-git-ignore", f"--config={HERE / '_rule.yaml'}", "."),
)
AST_GREP = ("ast-grep", "run", "--threads=1", "--lang=python", "--pattern=$C($$$, status_code=$N)")

PARSE = Program("`ast.parse` of every file", (PYTHON, str(HERE / "_parse.py")))
CHECK_ALONE = Program("`check --jobs 1`", (*CHECK, *ALONE))
FIX = Program("`fix --diff --jobs 1`", (*COMMAND, "fix", "--isolated", "--quiet", "--diff", *ALONE))
FLAKE8_ALONE = Program("flake8 without the plugin", (PYTHON, str(HERE / "_flake8.py"), *FLAKE8))
FLAKE8_WITH_US = Program("flake8 with the plugin", (PYTHON, "-m", "flake8", *FLAKE8))
TEXTBOOK = Program("a codemod as LibCST's tutorial teaches it", (PYTHON, str(HERE / "_codemod.py")))
GROUPS = (
    Group(
        "the whole tree",
        "tree",
        (
            PARSE,
            Program("`ast.parse` and the plugin's work", (*PARSE.command, "--check")),
            CHECK_ALONE,
            Program("`check --jobs 1 --no-prefilter`", (*CHECK_ALONE.command, "--no-prefilter")),
            Program("Ruff, `PLR2004`, one thread", (*RUFF, "--no-cache"), needs="ruff"),
            FIX,
            Program(
                "django-upgrade",
                (*EACH, "django-upgrade", "--target-version=4.2"),
                needs="django-upgrade",
                writes=True,
            ),
        ),
    ),
    Group(
        "the whole tree again, from the cache",
        "tree",
        (
            Program("Ruff, `PLR2004`", RUFF, needs="ruff", warm=True),
            Program("`check`", (*CHECK, "--jobs=1"), warm=True),
            Program(
                "`check --cache-key status`", (*CHECK, "--jobs=1", "--cache-key=status"), warm=True
            ),
        ),
    ),
    Group(
        "the whole tree on all processors, by the clock",
        "tree",
        (
            Program("Ruff, `PLR2004`", (*RUFF[2:], "--no-cache"), needs="ruff"),
            Program("`check`", (*CHECK, "--no-cache")),
        ),
        clock=True,
    ),
    Group(
        "a sample",
        "sample",
        (
            PARSE,
            CHECK_ALONE,
            Program("ast-grep, one rule", AST_GREP, needs="ast-grep"),
            Program("Semgrep, one rule", SEMGREP, needs="semgrep"),
            Program(
                "pyupgrade", (*EACH, "pyupgrade", "--py39-plus"), needs="pyupgrade", writes=True
            ),
            FLAKE8_ALONE,
            FLAKE8_WITH_US,
            Program("flake8 `--select HSC`", (*FLAKE8_WITH_US.command, "--select=HSC")),
            Program("Pylint, magic values only", PYLINT, needs="pylint"),
            Program(
                "Fixit, one rule",
                ("fixit", "--quiet", "--rules=fixit.rules.use_fstring", "lint", "."),
                needs="fixit",
            ),
            TEXTBOOK,
        ),
    ),
    Group(
        "files that a fix changes",
        "changed",
        (
            FIX,
            TEXTBOOK,
        ),
    ),
    Group(
        "the same files once they are fixed",
        "fixed",
        (CHECK_ALONE, FIX),
    ),
    Group(
        "one small file",
        "one",
        (
            Program("`python -c pass`", (PYTHON, "-c", "pass")),
            CHECK_ALONE,
            FLAKE8_ALONE,
            FLAKE8_WITH_US,
        ),
    ),
)
