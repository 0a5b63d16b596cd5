"""The corpus of reading, a file for each format, and those of the structure, say what is found in a text."""

from __future__ import annotations

from pathlib import Path

import corpus
import pytest
from reading.describe import check, lines

from juslint.reading import read

_HERE = Path(__file__).parent
_SUFFIXES = {"markdown": ".md", "html": ".html", "latex": ".tex"}
_FILES = sorted([*_HERE.glob("*.txt"), *(_HERE.parent / "structure").glob("*.txt")])
_CASES = [
    pytest.param(path, number, case, id=f"{path.stem}: {case.title}")
    for path in _FILES
    for number, case in enumerate(corpus.cases(path.read_text(encoding="utf-8"), path.name))
]


@pytest.mark.parametrize(("path", "number", "case"), _CASES)
def test_what_is_found(path: Path, number: int, case: corpus.Case, request: pytest.FixtureRequest) -> None:
    suffix = _SUFFIXES.get(case.format or path.stem, ".txt")
    document = read(f"case{suffix}", f"{case.text}\n".encode())
    check(document)
    found = "\n".join(lines(document)) or "."
    if request.config.getoption("--update-corpus"):
        corpus.update(path, number, found)
    else:
        assert found.splitlines() == case.expected.splitlines(), f"\n{found}"
