"""What lies in the cache is never trusted: damaged, foreign or unwritable, it costs time and nothing else."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
from typing import TYPE_CHECKING

import pytest
from faults.processes import COMMAND, TEXT, ordinary, quiet, run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A text's folder with a cache, and what a run says that has nothing to complain of."""
    folder = tmp_path_factory.mktemp("caches")
    (folder / "a.md").write_text(TEXT)
    said = _check(folder).stdout
    if not any((folder / "cache").glob("*")):
        pytest.skip("an installed juslint keeps no cache")
    return folder, said


def _check(folder: Path, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    done = run("check", "a.md", cwd=folder, before=before, env={"JUSLINT_CACHE": str(folder / "cache")})
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
def test_a_damaged_cache_is_made_anew(made: tuple[Path, str], damage) -> None:
    """Each run makes seconds of work, so that both files are damaged at once; tests/knowledge has more kinds."""
    folder, said = made
    for file in (folder / "cache").iterdir():
        damage(file)
    assert _check(folder).stdout == said
    for file in (folder / "cache").iterdir():
        if file.is_dir():
            file.rmdir()


def test_a_cache_that_cannot_be_written(made: tuple[Path, str], tmp_path: Path) -> None:
    _, said = made
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(0o555)
    assert _check(tmp_path, ordinary()).stdout == said


def test_runs_at_once_with_no_cache_yet(made: tuple[Path, str]) -> None:
    folder, said = made
    shutil.rmtree(folder / "cache", ignore_errors=True)
    all_ = [
        subprocess.Popen(
            ["env", f"JUSLINT_CACHE={folder / 'cache'}", *COMMAND, "check", "a.md"],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for process in all_:
        out, err = process.communicate(timeout=300)
        assert (out.decode(), err) == (said, b"")
    kept = sorted(path.name.split("-")[0] for path in (folder / "cache").iterdir())
    made_anew = ["grammars", "kb"] if "kb" in kept else []  # a wheel brings them
    assert kept == [*made_anew, "patterns", "texts"]
