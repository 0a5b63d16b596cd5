"""What lies in the cache is never trusted: damaged, foreign or unwritable, it costs time and nothing else."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING, NamedTuple

import pytest
from faults.processes import COMMAND, TEXT, ordinary, quiet, run

if TYPE_CHECKING:
    from pathlib import Path


class Made(NamedTuple):
    """A text's folder with a cache, and what a run says that has nothing to complain of."""

    folder: Path
    said: str
    environment: dict[str, str]  # of the runs

    def check(self, folder: Path | None = None, before: tuple[str, ...] = ()) -> None:
        """A run in this folder, or in another one that has the text too, says the same and complains of nothing."""
        done = _check(folder or self.folder, self.environment, before)
        assert done.stdout == self.said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, quick: dict[str, str]) -> Made:
    folder = tmp_path_factory.mktemp("caches")
    (folder / "a.md").write_text(TEXT)
    said = _check(folder, quick).stdout
    assert "council-resolution-year" in said
    assert any((folder / "cache").iterdir())
    return Made(folder, said, quick)


def _environment(folder: Path, environment: dict[str, str]) -> dict[str, str]:
    return {**environment, "JUSLINT_CACHE": str(folder / "cache")}


def _check(folder: Path, environment: dict[str, str], before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    done = run("check", "a.md", cwd=folder, before=before, env=_environment(folder, environment))
    quiet(done)
    assert done.stderr == ""
    return done


def _flipped(data: bytes, seed: int) -> bytes:
    chance, changed = random.Random(seed), bytearray(data)
    for _ in range(max(1, len(data) // 2000)):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def _foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE meta (key, value)")
        other.execute("INSERT INTO meta VALUES ('format', '3')")
    other.close()


@pytest.mark.parametrize(
    "damage",
    [lambda file: file.write_bytes(_flipped(file.read_bytes(), 1)), _foreign, _folder],
    ids=["flipped bytes", "another database", "a folder"],
)
def test_a_damaged_cache_is_made_anew(made: Made, damage) -> None:
    """All files are damaged at once; tests/knowledge has more kinds for the index."""
    for file in (made.folder / "cache").iterdir():
        damage(file)
    made.check()
    for file in (made.folder / "cache").iterdir():
        if file.is_dir():
            file.rmdir()


def test_a_cache_that_cannot_be_written(made: Made, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o555)
    made.check(tmp_path, ordinary())


def test_runs_at_once_with_no_cache_yet(made: Made) -> None:
    shutil.rmtree(made.folder / "cache", ignore_errors=True)
    all_ = [
        subprocess.Popen(
            [*COMMAND, "check", "a.md"],
            cwd=made.folder,
            env={**os.environ, **_environment(made.folder, made.environment)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for process in all_:
        out, err = process.communicate(timeout=300)
        assert (out.decode(), err) == (made.said, b"")
    kept = sorted(path.name.split("-")[0] for path in (made.folder / "cache").iterdir())
    made_anew = ["grammars", "kb"] if "kb" in kept else []  # a wheel brings them
    assert kept == [*made_anew, "patterns", "texts"]
