"""Corpus files are tests: see `corpus.py`. The fixture `toy` puts the rules of `toy.py` in place of the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import corpus
import pytest
import toy as small
from click.testing import CliRunner, Result

import juslint.knowledge
import juslint.rules
import juslint.scan
from juslint.cli import cli

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-corpus", action="store_true", help="write what is found as the expectation of a corpus")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    if file_path.suffix == ".txt" and file_path.parent.name in corpus.FOLDERS:
        return corpus.CorpusFile.from_parent(parent, path=file_path)
    return None


@pytest.fixture(scope="session")
def prepared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that has the index of the knowledge base, which takes seconds, and remembers no text: to be copied."""
    folder = tmp_path_factory.mktemp("prepared")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUSLINT_CACHE", str(folder))
        CliRunner().invoke(cli, ["check", "-", "--no-cache"], input=b"See S/RES/822 (1994).\n", standalone_mode=False)
    assert not list(folder.glob("texts-*"))
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
