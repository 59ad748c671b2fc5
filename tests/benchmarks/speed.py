"""What the tool costs beside its peers, as ratios of CPU time: ``python speed.py``.

The programs take turns on the same files, so that what else the machine does meets all of them
alike. A ratio is taken within a round, and the median over the rounds is printed with the lowest
and the highest. Fast programs read a whole tree, slow ones a sample of its files. Peers that are
not installed are left out.

The trees are made of packages at fixed versions, which pip fetches; a folder that is named is read
in their place.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BASE = "ast.parse of every file"
EXPECTED = (0, 1)  # what programs that found or changed something exit with


# Much code that answers requests, and much that hardly knows of any; without their tests.
TREES = {
    "web": (
        *("apache-airflow-core==3.3.2", "apache-superset==6.1.0", "ckan==2.12.0", "django==5.2.19"),
        *("djangorestframework==3.18.3", "fastapi==0.165.0", "flask==3.1.3", "httpx==0.28.1"),
        *("label-studio==1.23.2", "mlflow-skinny==3.17.2", "plone.restapi==10.0.4"),
        *("requests==2.34.2",),
    ),
    "few statuses": ("homeassistant==2024.3.3", "sympy==1.14.0"),
}


class Program(NamedTuple):
    """A command that is given a folder; ``slow``: on the sample only."""

    name: str
    command: list[str]
    slow: bool = False
    needs: str = ""


class Cost(NamedTuple):
    """User and system seconds, and the most memory (MiB) that was in use at a time."""

    seconds: float
    memory: float


PYTHON = sys.executable
FLAKE8 = [PYTHON, "-m", "flake8", "-j1", "--isolated", "--exit-zero"]
OURS = [PYTHON, "-m", "flake8_http_status"]
CHECK = [*OURS, "check", "--isolated", "--no-cache", "--quiet", "--jobs", "1", "--exit-zero"]
PROGRAMS = (
    Program(BASE, [PYTHON, str(HERE / "_parse.py")]),
    Program("our work on parsed files", [PYTHON, str(HERE / "_parse.py"), "--check"]),
    Program(
        "`check --jobs 1`",
        CHECK,
    ),
    Program(
        "`check --jobs 1 --no-prefilter`",
        [*CHECK, "--no-prefilter"],
    ),
    Program(
        "Ruff, `PLR2004`, one thread",
        ["ruff", "check", "--isolated", "--no-cache", "--select=PLR2004", "--exit-zero", "--quiet"],
        needs="ruff",
    ),
    Program(
        "django-upgrade", [PYTHON, str(HERE / "_upgrade.py")], slow=True, needs="django-upgrade"
    ),
    Program(
        "`fix --diff --jobs 1`",
        [*OURS, "fix", "--isolated", "--no-cache", "--jobs", "1", "--diff"],
        slow=True,
    ),
    Program("flake8 alone", [*FLAKE8, "--extend-ignore=HSC"], slow=True),
    Program("flake8 with the plugin", FLAKE8, slow=True),
    Program("a LibCST codemod", [PYTHON, str(HERE / "_codemod.py")], slow=True),
)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="read this in place of the trees")
    parser.add_argument("--store", type=Path, help="keep what is fetched here")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=60, help="how many files slow programs read")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        if arguments.folder:
            trees = {"files": Path(scratch, "files")}
            _copy(sorted(arguments.folder.rglob("*.py")), arguments.folder, trees["files"])
        else:
            store = arguments.store or Path(scratch, "store")
            trees = {name: _built(name, store, Path(scratch, name)) for name in TREES}
        programs = [program for program in PROGRAMS if not program.needs or _has(program.needs)]
        for name, tree in trees.items():
            files = sorted(tree.rglob("*.py"))
            sample = Path(scratch, f"{name} sample")
            chosen = random.Random(arguments.seed).sample(files, min(arguments.sample, len(files)))
            _copy(chosen, tree, sample)
            for folder, slow in ((tree, False), (sample, True)):
                paths = list(folder.rglob("*.py"))
                size = sum(path.stat().st_size for path in paths) / 1e6
                print(f"\n{folder.name}: {len(paths)} files, {size:.1f} MB\n", flush=True)
                running = [one for one in programs if one.name == BASE or one.slow == slow]
                _print(_measured(running, folder, arguments.rounds))


def _built(name: str, store: Path, folder: Path) -> Path:
    """The Python files of the packages of a tree."""
    wheels = store / name
    command = [PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
    subprocess.run([*command, f"--dest={wheels}", *TREES[name]], check=True)
    for wheel in sorted(wheels.iterdir()):
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if name.endswith(".py")]
            archive.extractall(folder, names)
    return folder


def _has(command: str) -> bool:
    return shutil.which(command) is not None or Path(PYTHON).with_name(command).exists()


def _copy(files: list[Path], root: Path, target: Path) -> None:
    for file in files:
        copy = target / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def _measured(programs: list[Program], folder: Path, rounds: int) -> dict[str, list[Cost]]:
    """What each program costs in each round."""
    costs: dict[str, list[Cost]] = {program.name: [] for program in programs}
    for _ in range(rounds):
        for program in programs:
            costs[program.name].append(_cost([*program.command, str(folder)]))
    return costs


def _cost(command: list[str]) -> Cost:
    """What ``command`` and its children cost."""
    path = f"{Path(PYTHON).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "RAYON_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in EXPECTED:
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _print(costs: dict[str, list[Cost]]) -> None:
    print("| program | CPU seconds | times `ast.parse` | lowest-highest | MiB at most |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, spent in costs.items():
        pairs = zip(spent, costs[BASE], strict=True)
        ratios = [own.seconds / base.seconds for own, base in pairs]
        seconds = statistics.median(cost.seconds for cost in spent)
        median, low, high = statistics.median(ratios), min(ratios), max(ratios)
        memory = max(cost.memory for cost in spent)
        print(
            f"| {name} | {seconds:.2f} | {median:.2f} | {low:.2f}-{high:.2f} | {memory:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
