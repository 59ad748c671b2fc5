"""What the tool costs beside its peers, as ratios of CPU time: ``python speed.py FOLDER``.

The programs take turns on the same files, so that what else the machine does meets all of them
alike. A ratio is taken within a round, and the median over the rounds is printed with the lowest
and the highest. Fast programs read all of FOLDER, slow ones a sample of its files. Peers that are
not installed are left out.
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
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
BASE = "ast.parse of every file"
EXPECTED = (0, 1)  # what programs that found or changed something exit with


class Program(NamedTuple):
    """A command that is given a folder; ``slow``: on the sample only."""

    name: str
    command: list[str]
    slow: bool = False
    needs: str = ""


PYTHON = sys.executable
FLAKE8 = [PYTHON, "-m", "flake8", "-j1", "--isolated", "--exit-zero"]
PROGRAMS = (
    Program(BASE, [PYTHON, str(HERE / "_parse.py")]),
    Program("our work on parsed files", [PYTHON, str(HERE / "_parse.py"), "--check"]),
    Program(
        "`check --jobs 1`",
        [PYTHON, "-m", "flake8_http_status", "check", "--isolated", "--jobs", "1", "--exit-zero"],
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
        [PYTHON, "-m", "flake8_http_status", "fix", "--isolated", "--jobs", "1", "--diff"],
        slow=True,
    ),
    Program("flake8 alone", [*FLAKE8, "--extend-ignore=HSC"], slow=True),
    Program("flake8 with the plugin", FLAKE8, slow=True),
    Program("a LibCST codemod", [PYTHON, str(HERE / "_codemod.py")], slow=True),
)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the sources are")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=60, help="how many files slow programs read")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        everything, sample = Path(scratch, "all"), Path(scratch, "sample")
        files = sorted(arguments.folder.rglob("*.py"))
        _copy(files, arguments.folder, everything)
        chosen = random.Random(arguments.seed).sample(files, min(arguments.sample, len(files)))
        _copy(chosen, arguments.folder, sample)
        programs = [program for program in PROGRAMS if not program.needs or _has(program.needs)]
        for title, folder, slow in (("all files", everything, False), ("sample", sample, True)):
            paths = list(folder.rglob("*.py"))
            size = sum(path.stat().st_size for path in paths) / 1e6
            print(f"\n{title}: {len(paths)} files, {size:.1f} MB, {arguments.rounds} rounds\n")
            running = [one for one in programs if one.name == BASE or one.slow == slow]
            _print(_measured(running, folder, arguments.rounds))


def _has(command: str) -> bool:
    return shutil.which(command) is not None or Path(PYTHON).with_name(command).exists()


def _copy(files: list[Path], root: Path, target: Path) -> None:
    for file in files:
        copy = target / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def _measured(programs: list[Program], folder: Path, rounds: int) -> dict[str, list[float]]:
    """The CPU seconds of each program in each round; a round before them fills the caches."""
    seconds: dict[str, list[float]] = {program.name: [] for program in programs}
    for number in range(rounds + 1):
        for program in programs:
            spent = _cpu([*program.command, str(folder)])
            if number:
                seconds[program.name].append(spent)
    return seconds


def _cpu(command: list[str]) -> float:
    """User and system seconds of ``command`` and its children."""
    path = f"{Path(PYTHON).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "RAYON_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in EXPECTED:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime


def _print(seconds: dict[str, list[float]]) -> None:
    print("| program | CPU seconds | times `ast.parse` | lowest-highest |")
    print("| --- | ---: | ---: | ---: |")
    for name, spent in seconds.items():
        ratios = [own / base for own, base in zip(spent, seconds[BASE], strict=True)]
        median, low, high = statistics.median(ratios), min(ratios), max(ratios)
        print(f"| {name} | {statistics.median(spent):.2f} | {median:.2f} | {low:.2f}-{high:.2f} |")


if __name__ == "__main__":
    main()
