"""What ``fix`` writes for the versions that a project supports, run on each of these versions.

Every program names all codes that the vocabulary knows: half by literals, half by names that are
wrong on some version. The fix must make it one that is imported without an error or a warning.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest
from interpreters import interpreter

from flake8_http_status.analysis.naming import right_name
from flake8_http_status.codemod import fix_source
from flake8_http_status.registry import all_vocabularies
from flake8_http_status.settings import from_mapping
from flake8_http_status.vocabularies._vocabulary import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from flake8_http_status.settings import Settings
    from flake8_http_status.vocabularies._vocabulary import Vocabulary

pytestmark = pytest.mark.targets
VOCABULARIES = {vocabulary.key: vocabulary for vocabulary in all_vocabularies()}


class Supported(NamedTuple):
    """What a project supports, and versions on which its code must run."""

    vocabulary: str
    targets: str
    distribution: str
    versions: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.vocabulary}, {self.targets}"


RENAMED_BY_STARLETTE = ("0.47.0", "0.47.3", "0.48.0", "1.2.0", "1.3.0", "1.3.1", "1.10.0")
PROJECTS = (
    Supported("starlette", "starlette>=0.40,<0.48", "starlette", RENAMED_BY_STARLETTE[:2]),
    Supported("starlette", "starlette>=0.40", "starlette", RENAMED_BY_STARLETTE),
    Supported("starlette", "starlette>=0.48", "starlette", RENAMED_BY_STARLETTE[2:]),
    Supported("fastapi", "fastapi>=0.110,<0.116", "fastapi", ("0.110.0", "0.115.14")),
    Supported("fastapi", "fastapi>=0.110", "fastapi", ("0.110.0", "0.116.2", "0.165.0")),
    Supported("fastapi", "fastapi>=0.164", "fastapi", ("0.164.0", "0.165.0")),
    Supported("rest_framework", "djangorestframework>=3.13", "djangorestframework", ("3.13.1",)),
    Supported(
        "rest_framework", "djangorestframework>=3.14", "djangorestframework", ("3.14.0", "3.18.3")
    ),
    Supported("httpx2", "httpx2<2.10", "httpx2", ("2.8.0", "2.9.1")),
    Supported("httpx2", "httpx2>=2.9", "httpx2", ("2.9.1", "2.10.0", "2.11.0", "2.16.2")),
    Supported("httpx2", "httpx2>=2.10", "httpx2", ("2.10.0", "2.11.0", "2.16.2")),
    Supported("httpx", "httpx>=0.24", "httpx", ("0.24.0", "0.28.1")),
    Supported("requests", "requests>=2.31", "requests", ("2.31.0", "2.32.1", "2.32.2", "2.34.2")),
    Supported("requests", "requests>=2.32", "requests", ("2.32.2", "2.34.2")),
    Supported("falcon", "falcon>=3.1", "falcon", ("3.1.3", "4.0.2", "4.4.0")),
    Supported("falcon", "falcon>=4", "falcon", ("4.0.2", "4.4.0")),
    Supported("litestar", "litestar>=2", "litestar", ("2.0.0", "2.25.0")),
)
PYTHONS = {
    "python>=3.9": ("3.9", "3.10", "3.11", "3.12", "3.13"),
    "python>=3.11": ("3.11", "3.12", "3.13"),
    "python>=3.13": ("3.13",),
}

# The number is given as text, so that it does not stand where it is repaired.
ANSWER = """
class Answer:
    def __init__(self, text):
        self.status_code = int(text)

"""


def fixed(source: str, vocabulary: Vocabulary, settings: Settings) -> str:
    result = fix_source(source, settings._replace(constants=vocabulary.key))
    assert result.refused is None
    return result.source


def program(vocabulary: Vocabulary, settings: Settings) -> str:
    """A program that ends with an error if one name is missing, warns or is not its code."""
    package, _, last = vocabulary.container.rpartition(".")
    if vocabulary.from_import:
        lines, prefix = [f"from {package} import {last}"], last
    else:
        lines, prefix = [f"import {package or last}"], vocabulary.container
    is_text = vocabulary.kind is Kind.STATUS_LINE
    lines.append("response = falcon.Response()" if is_text else ANSWER)
    for code, names in vocabulary.names.items():
        if is_text:
            lines += [f"response.status = {code}", f"assert '{code}' in str(response.status)"]
        else:
            lines.append(f"assert Answer('{code}').status_code == {code}")
        if right_name(code, vocabulary, settings) is not None:
            written = {
                name.name.upper() if vocabulary.both_cases else name.name
                for name in names
                if name.suggests is None and name.name.isidentifier()
            }
            for name in sorted(written):
                lines.append(f"value = {prefix}.{name}")
                lines.append(f"assert '{code}' in str(value) or value == int('{code}')")
    return "\n".join(lines) + "\n"


IMPORT = """
import warnings

warnings.simplefilter("ignore")
import {package}

warnings.simplefilter("error")
import written_by_fix
"""


def run(python: str, source: str, folder: Path, package: str, packages: str = "") -> str:
    """Run ``source`` as a module; what went wrong, empty if nothing did.

    Every warning is an error, but those of the ``package`` itself.
    """
    module = folder / "written_by_fix.py"
    module.write_text(source, "utf-8")
    ran = subprocess.run(
        [python, "-c", IMPORT.format(package=package)],
        check=False,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": packages, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return ran.stderr


@pytest.fixture(name="installed", scope="session")
def _installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("packages"))


class Installed:
    """Packages, each with what it requires in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def folder(self, distribution: str, version: str) -> str:
        folder = self.root / f"{distribution}-{version}"
        if not folder.exists():
            subprocess.run(
                [
                    *(sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder)),
                    f"{distribution}=={version}",
                ],
                check=True,
                capture_output=True,
            )
        return str(folder)


def outcome(
    project: Supported, version: str, installed: Installed, folder: Path, *, fix: bool
) -> str:
    settings = from_mapping({"targets": f"python>=3.11, {project.targets}"})
    vocabulary = VOCABULARIES[project.vocabulary]
    source = program(vocabulary, settings)
    if fix:
        source = fixed(source, vocabulary, settings)
    packages = installed.folder(project.distribution, version)
    return run(sys.executable, source, folder, vocabulary.container.partition(".")[0], packages)


@pytest.mark.parametrize(
    ("project", "version"),
    [(project, version) for project in PROJECTS for version in project.versions],
    ids=str,
)
def test_on_versions_of_a_package(
    project: Supported, version: str, installed: Installed, tmp_path: Path
) -> None:
    assert outcome(project, version, installed, tmp_path, fix=True) == ""


@pytest.mark.parametrize(
    ("vocabulary", "targets", "version", "problem"),
    [
        ("starlette", "starlette<0.48", "0.47.3", "AttributeError"),
        ("starlette", "starlette>=0.48", "1.3.0", "DeprecationWarning"),
        ("starlette", "starlette>=0.48", "1.3.1", "StarletteDeprecationWarning"),
        ("httpx2", "httpx2<2.10", "2.9.1", "AttributeError"),
        ("httpx2", "httpx2>=2.11", "2.11.0", "DeprecationWarning"),
        ("requests", "requests>=2.31", "2.31.0", "AttributeError"),
        ("falcon", "falcon>=4", "4.0.2", "AttributeError"),
    ],
)
def test_without_the_fix(
    vocabulary: str,
    targets: str,
    version: str,
    problem: str,
    installed: Installed,
    tmp_path: Path,
) -> None:
    project = Supported(vocabulary, targets, vocabulary, (version,))
    assert problem in outcome(project, version, installed, tmp_path, fix=False)


@pytest.mark.parametrize("vocabulary", ["http", "http_client"])
@pytest.mark.parametrize(
    ("targets", "version"),
    [(targets, version) for targets, versions in PYTHONS.items() for version in versions],
)
def test_on_versions_of_python(vocabulary: str, targets: str, version: str, tmp_path: Path) -> None:
    python = interpreter(version)
    if python is None:
        pytest.skip(f"there is no Python {version}")
    settings = from_mapping({"targets": targets})
    source = program(VOCABULARIES[vocabulary], settings)
    assert run(python, fixed(source, VOCABULARIES[vocabulary], settings), tmp_path, "http") == ""
    if version != "3.13":
        assert "AttributeError" in run(python, source, tmp_path, "http")
