"""Corpus files are tests: see `corpus.py`. The fixture `toy` puts the rules of `toy.py` in place of the real ones."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import corpus
import pytest
import toy as small
from click.testing import CliRunner, Result

import juslint.knowledge
import juslint.rules
import juslint.scan
from juslint import _data
from juslint.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OWN_CACHE = _data.cache_folder()  # before any test names another one


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-corpus", action="store_true", help="write what is found as the expectation of a corpus")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".txt" and file_path.parent.name in corpus.FOLDERS:
        return corpus.CorpusFile.from_parent(parent, path=file_path)
    return None


@pytest.fixture(scope="session")
def prepared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that has what takes seconds to make (grammars, the index), and remembers no text: to be copied.

    It is made in the cache folder that the tests were started with, once for all runs and workers, by a process of its
    own, which has nothing open yet.
    """
    command = [sys.executable, "-m", "juslint", "check", "-", "--no-cache", "--quiet"]
    subprocess.run(command, input=b"See S/RES/822 (1993).\n", check=True)
    folder = tmp_path_factory.mktemp("prepared")
    for kind in ("grammars", "kb", "patterns"):  # an installed juslint brings the first two
        for file in OWN_CACHE.glob(f"{kind}-*"):
            shutil.copy2(file, folder)
    return folder


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Toy rules, references and knowledge, and an empty folder to stand in."""
    monkeypatch.setattr(juslint.rules, "modules", small.modules)
    monkeypatch.setattr(juslint.scan, "scan", small.scan)
    monkeypatch.setattr(juslint.scan, "scan_text", small.scan_text)
    monkeypatch.setattr(juslint.knowledge, "Knowledge", small.ToyKnowledge)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.setenv("JUSLINT_NO_CACHE", "1")  # what real rules find is not what these do
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def juslint_run(toy: Path) -> Callable[..., Result]:
    """Run the command line on the toy rules."""

    def run(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(cli, arguments, input=stdin, standalone_mode=False)

    return run
