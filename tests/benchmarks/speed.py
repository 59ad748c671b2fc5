"""What the tool costs beside its peers, as ratios: ``python speed.py``.

The programs take turns on the same files, so that what else the machine does meets all of them
alike. A ratio is taken within a round, and the median over the rounds is printed with the lowest
and the highest. What is slow runs on a sample. Programs that are not installed are left out.

The trees are made of packages at fixed versions, which pip fetches; a folder that is named is read
in their place. ``--write`` makes table and plot for the documentation.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from _chart import chart
from _peers import COMMAND, GROUPS, PYTHON, TREES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _peers import Group, Program

SMALL = "from flask import abort\n\n\ndef view():\n    abort(404)\n"
EXPECTED = (0, 1)  # what programs that found or changed something exit with
PLOTTED = ("the whole tree", "a sample")


class Cost(NamedTuple):
    """Seconds of all processors, seconds that passed, and the most memory (MiB) at a time."""

    seconds: float
    passed: float
    memory: float


class Row(NamedTuple):
    """What a program costs as a multiple of the first one of its group, over the rounds."""

    group: str
    program: str
    ratios: list[float]
    seconds: float
    memory: float

    @property
    def median(self) -> float:
        """The median of the ratios."""
        return statistics.median(self.ratios)

    def __str__(self) -> str:
        """The median and, in brackets, the lowest and the highest."""
        lowest, highest = _shown(min(self.ratios)), _shown(max(self.ratios))
        return f"{_shown(self.median)} ({lowest} to {highest})"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", help="read this in place of the trees")
    parser.add_argument("--store", type=Path, help="keep what is fetched here")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sample", type=int, default=200, help="how many files slow programs read")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--group", action="append", help="measure only the groups with these words")
    parser.add_argument("--write", type=Path, help="write speed.csv and speed.svg to this folder")
    arguments = parser.parse_args()
    groups = [one for one in GROUPS if any(map(one.name.__contains__, arguments.group or [""]))]
    measured: dict[str, list[Row]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        names = ["files"] if arguments.folder else list(TREES)
        for name in names:
            tree = Path(scratch, name, "tree")
            if arguments.folder:
                _copy(arguments.folder.rglob("*.py"), arguments.folder, tree)
            else:
                _unpack(TREES[name], arguments.store or Path(scratch, "store"), tree)
            _choose(tree, arguments.sample, random.Random(arguments.seed))
            measured[name] = []
            for group in groups:
                rows = list(_measured(group, tree.with_name(group.place), arguments.rounds))
                _print(name, rows, tree.with_name(group.place))
                measured[name] += rows
    if arguments.write:
        _write(arguments.write, measured)


def _unpack(packages: Iterable[str], store: Path, tree: Path) -> None:
    """Put the Python files of the packages into the folder ``tree``."""
    for package in packages:
        wheels = store / package
        command = [PYTHON, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]
        if not wheels.exists():
            subprocess.run([*command, f"--dest={wheels}", package], check=True)
        for wheel in wheels.iterdir():
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(tree, [one for one in archive.namelist() if one.endswith(".py")])


def _choose(tree: Path, size: int, draw: random.Random) -> None:
    """Make the places of all groups beside ``tree``."""
    files = sorted(tree.rglob("*.py"))
    _copy(draw.sample(files, min(size, len(files))), tree, tree.with_name("sample"))
    named = [*COMMAND, "fix", "--isolated", "--quiet", "--no-cache"]
    told = subprocess.run([*named, "--check", tree], capture_output=True, text=True, check=False)
    changed = told.stdout.splitlines()
    chosen = draw.sample(changed, min(size // 2, len(changed)))
    for place in ("changed", "fixed"):
        _copy(map(Path, chosen), tree, tree.with_name(place))
    subprocess.run([*named, tree.with_name("fixed")], stdout=subprocess.DEVNULL, check=False)
    one = tree.with_name("one")
    one.mkdir()
    (one / "view.py").write_text(SMALL, "utf-8")


def _copy(files: Iterable[Path], root: Path, target: Path) -> None:
    for file in files:
        copy = target / file.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def _measured(group: Group, place: Path, rounds: int) -> Iterable[Row]:
    """What each program of a group costs in its place, over the rounds."""
    programs = [one for one in group.programs if not one.needs or _found(one.needs)]
    for program in programs:
        if program.warm:
            _cost(program, place)
    costs = [[_cost(program, place) for program in programs] for _ in range(rounds)]
    for program, spent in zip(programs, zip(*costs, strict=True), strict=True):
        seconds = [_seconds(group, cost) for cost in spent]
        firsts = [_seconds(group, turn[0]) for turn in costs]
        ratios = [own / first for own, first in zip(seconds, firsts, strict=True)]
        memory = max(cost.memory for cost in spent)
        yield Row(group.name, program.name, ratios, statistics.median(seconds), memory)


def _seconds(group: Group, cost: Cost) -> float:
    return cost.passed if group.clock else cost.seconds


def _cost(program: Program, place: Path) -> Cost:
    """What the program and its children cost."""
    environment = {**os.environ, "PATH": _path(), "PYTHONSAFEPATH": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as scratch:
        if program.writes:
            place = shutil.copytree(place, Path(scratch, "copy"))
        begin = time.perf_counter()
        process = subprocess.Popen(
            program.command,
            cwd=place,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
        passed = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in EXPECTED:
        sys.exit(f"failed: {' '.join(program.command)}")
    return Cost(usage.ru_utime + usage.ru_stime, passed, usage.ru_maxrss / 1024)


def _path() -> str:
    """Where programs are looked for: first beside this Python."""
    return f"{Path(PYTHON).parent}{os.pathsep}{os.environ['PATH']}"


def _found(command: str) -> bool:
    return shutil.which(command, path=_path()) is not None


def _shown(ratio: float) -> str:
    return f"{ratio:.2g}" if ratio < 10 else f"{ratio:.0f}"


def _print(name: str, rows: Iterable[Row], place: Path) -> None:
    files = list(place.rglob("*.py"))
    size = sum(file.stat().st_size for file in files) / 1e6
    print(f"\n{name}, {place.name}: {len(files)} files, {size:.1f} MB\n")
    print("| files | program | ratio | seconds | MiB |")
    print("| --- | --- | ---: | ---: | ---: |")
    for row in rows:
        told = (row.group, row.program, str(row), f"{row.seconds:.3f}", f"{row.memory:.0f}")
        print(f"| {' | '.join(told)} |", flush=True)


def _write(folder: Path, measured: dict[str, list[Row]]) -> None:
    """A table of all trees side by side, and a plot of what is compared with parsing."""
    with (folder / "speed.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("Files", "Program", *measured))
        groups = ["", *(row.group for row in next(iter(measured.values())))]
        for above, rows in zip(groups, zip(*measured.values(), strict=True), strict=False):
            group = rows[0].group if rows[0].group != above else ""
            table.writerow((group, rows[0].program, *rows))
    medians = {
        name: {row.program: row.median for row in reversed(rows) if row.group in PLOTTED}
        for name, rows in measured.items()
    }
    plot = chart("CPU time as a multiple of what parsing takes", medians)
    (folder / "speed.svg").write_text(plot, "utf-8")


if __name__ == "__main__":
    main()
