"""What the benchmarks share: which checkout they measure, what one figure is, and how figures are shown and kept."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# The checkout that is measured: this one, or the one that `compare.py` names.
TOP = Path(os.environ.get("JUSLINT_CHECKOUT") or Path(__file__).resolve().parents[1])
LARGER_IS_BETTER = frozenset({"MB/s", "x", "%"})


class Measure(NamedTuple):
    """One figure. Units: ms, µs, MB (less is better), MB/s, `x` (times as fast), % (more is better)."""

    name: str
    value: float
    unit: str


def use_checkout() -> None:
    """Import juslint from the checkout that is measured."""
    sys.path.insert(0, str(TOP / "linter"))


def environment(cache: str | None = None) -> dict[str, str]:
    """For commands: the checkout, with compiled modules kept as an installation keeps them."""
    out = dict(os.environ)
    out["PYTHONPATH"] = os.pathsep.join(filter(None, [str(TOP / "linter"), os.getenv("PYTHONPATH")]))
    out["PYTHONPYCACHEPREFIX"] = cache or str(Path(tempfile.gettempdir()) / "juslint-benchmark-modules")
    out.pop("PYTHONDONTWRITEBYTECODE", None)
    return out


def median(values: Iterable[float]) -> float:
    """The median, of one or more values."""
    return statistics.median(values)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table in Markdown; numbers with three digits that count."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += (f"| {' | '.join(_cell(value) for value in row)} |" for row in rows)
    return "\n".join(lines)


def _cell(value: object) -> str:
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def commit(checkout: Path = TOP) -> str:
    """The commit of a checkout, with `+` where files were changed since; empty where it is none."""
    command = ["git", "-C", str(checkout), "describe", "--always", "--dirty=+", "--exclude=*"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def keep(file: Path, parts: dict[str, list[Measure]]) -> None:
    """Write the figures, with what they were measured on, as JSON."""
    told = {
        "commit": commit(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "parts": {name: [measure._asdict() for measure in measures] for name, measures in parts.items()},
    }
    file.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def kept(file: Path) -> dict[str, Measure]:
    """The figures of a file that `keep` wrote, by part and name."""
    told = json.loads(file.read_text(encoding="utf-8"))
    return {
        f"{part}: {measure['name']}": Measure(**measure)
        for part, measures in told["parts"].items()
        for measure in measures
    }


class Skipped(Exception):  # noqa: N818 - no error
    """A part cannot be measured here: why, in one line."""
