"""A run that remembers says the same as one that does not: byte for byte, by any number of workers, in any order."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from juslint.cli import cli
from juslint.memory import store

_TEXTS = (
    "See *Ilgar Mammadov v. Azerbaijan*, no. 15172/1{even}, § 99, 22 May 2014, and A/74/{number}-S/2020/90.\n",
    "Security Council resolution {resolution} (1993) [says](http://www.example.org/reports/{number}/khojaly.html).\n",
    "# Notes\n\nLetter dated 2{even} March 1997 from Holly Cartner to the Minister, https://www.hrw.org/news/1997/03/23/response-armenian-government-letter-town-khojaly.\n",
    "Its resolution 6{even}/1 of 2005.<!-- juslint: ignore[resolution-title] --> See A/74/676–S/2020/90.\n",
    "Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (London, 200{even}), p. 4.\n",
    "Tom de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University Press, 2003).\n",
)


@pytest.fixture
def project(tmp_path, monkeypatch, prepared_cache):
    """Twenty small texts that contradict one another, some in the same words, two that cannot be read."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(prepared_cache, tmp_path / "cache")
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("JUSLINT_NO_CACHE", raising=False)
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(20):
        text = _TEXTS[number % 6] + _TEXTS[number * 7 % 5]
        filled = text.format(number=number, even=number % 2, resolution=822 + number % 3 * 31)
        suffix = (".md", ".txt", ".md", ".html")[number % 4]
        (folder / f"{number * 17 % 20:02}{suffix}").write_text(filled, encoding="utf-8")
    (folder / "broken.md").write_bytes(b"\x00\x01")
    (folder / "empty.md").write_bytes(b"")
    return folder


def _check(*arguments: str) -> str:
    if "--jobs" not in arguments:
        arguments = (*arguments, "--jobs", "1")  # workers take a second to start
    result = CliRunner().invoke(cli, ["check", *arguments], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.stdout


def _json(*arguments: str) -> str:
    return _check("--output-format", "json", *arguments)


def test_with_and_without_a_cache(project):
    plain = _json("texts", "--no-cache")
    assert not store.file().exists()
    assert plain.count('"rule"') > 10
    assert plain == _json("texts") == _json("texts")
    assert store.file().exists()


@pytest.mark.parametrize("form", ["text", "html", "sarif", "rdjson"])
def test_every_report_is_the_same(project, form):
    plain = _check("texts", "--no-cache", "--output-format", form)
    assert plain == _check("texts", "--output-format", form) == _check("texts", "--output-format", form)


def test_number_of_workers(project):
    alone = _json("texts", "--no-cache", "--jobs", "1")
    for jobs in ("2", "4"):
        assert _json("texts", "--no-cache", "--jobs", jobs) == alone
    assert _json("texts", "--jobs", "2") == alone
    assert _json("texts", "--jobs", "2") == alone


def test_order_of_the_files(project):
    files = sorted(str(path.relative_to(project.parent)) for path in project.iterdir())
    plain = _json(*files)
    for seed in range(3):
        random.Random(seed).shuffle(files)
        assert _json(*files) == plain
        assert _json(*files, "--no-cache") == plain


def test_what_has_changed_is_seen(project):
    _json("texts")
    changed = next(path for path in sorted(project.iterdir()) if "15172/10" in path.read_text(errors="replace"))
    changed.write_text(changed.read_text().replace("15172/10", "15172/13"))
    assert _json("texts") == _json("texts", "--no-cache")
    changed.rename(changed.with_suffix(".txt"))
    assert _json("texts") == _json("texts", "--no-cache")


def test_settings_and_styles(project):
    for arguments in (
        ("--select", "inconsistent-number"),
        (),
        ("--style", "un"),
        ("--style", "oscola4"),
        ("--ignore", "url-variants"),
    ):
        assert _json("texts", *arguments) == _json("texts", *arguments, "--no-cache"), arguments
    Path("juslint.toml").write_text('[severity]\nurl-variants = "error"\n\n[per-file-ignores]\n"*.txt" = ["ALL"]\n')
    assert _json("texts") == _json("texts", "--no-cache")


def test_own_knowledge_base(project):
    before = _json("texts")
    sources = project.parent / "own" / "sources"
    sources.mkdir(parents=True)
    entry = (
        "origin:\n- title page\nlicence: Apache-2.0\ndate: 2026-11-22\ntype: book\ntitle: 'Black Garden: Armenia and "
        "Azerbaijan through Peace and War'\nauthor:\n- {family: Roe, given: Jane}\nissued: 1999\n"
    )
    (sources / "roe-black-garden-1999.yaml").write_text(entry)
    own = _json("texts", "--kb", "own")
    assert own == _json("texts", "--kb", "own", "--no-cache")
    assert _json("texts") == before


def test_extract_and_mend(project):
    def run(*arguments: str) -> str:
        return CliRunner().invoke(cli, [*arguments, "--jobs", "1"], standalone_mode=False).stdout

    assert run("extract", "texts", "--no-cache") == run("extract", "texts") == run("extract", "texts")
    diff = run("check", "texts", "--diff", "--unsafe-fixes", "--no-cache")
    assert diff
    assert (
        diff == run("check", "texts", "--diff", "--unsafe-fixes") == run("check", "texts", "--diff", "--unsafe-fixes")
    )


def test_a_spoiled_cache_changes_nothing(project):
    plain = _json("texts")
    connection = sqlite3.connect(store.file())
    connection.execute("UPDATE texts SET findings = (SELECT findings FROM texts ORDER BY key LIMIT 1)")
    connection.commit()
    connection.close()
    assert _json("texts") == plain
    data = bytearray(store.file().read_bytes())
    data[1000:9000] = bytes(8000)
    store.file().write_bytes(data)
    assert _json("texts") == plain
    assert _json("texts") == plain


def test_two_runs_at_a_time(project):
    plain = _json("texts", "--no-cache")
    command = [sys.executable, "-m", "juslint", "check", "texts", "--output-format", "json", "--quiet"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8")
        for _ in range(3)
    ]
    assert [run.communicate()[0] for run in runs] == [plain] * 3
    assert _json("texts") == plain


def test_standard_input_is_not_remembered(project):
    CliRunner().invoke(cli, ["check", "-"], input=b"See S/RES/822 (1994).\n", standalone_mode=False)
    connection = sqlite3.connect(store.file())
    assert connection.execute("SELECT count(*) FROM texts").fetchone() == (0,)


def test_no_text_is_kept(project):
    (project / "secret.md").write_text("Nobody may see this sentence. See S/RES/822 (1993).\n")
    _json("texts")
    connection = sqlite3.connect(store.file())
    rows = connection.execute('SELECT "references", structure, findings FROM texts').fetchall()
    assert rows
    assert not any(b"Nobody may see" in zlib.decompress(part) for row in rows for part in row)


def test_agreement_is_judged_again_where_a_text_changes_or_goes(project):
    _json("texts")
    file = project / "00.md"
    file.write_text(file.read_text(encoding="utf-8").replace("200", "199"), encoding="utf-8")
    assert _json("texts") == _json("texts", "--no-cache")
    file.unlink()
    assert _json("texts") == _json("texts", "--no-cache")
    (project / "01.txt").rename(project / "99.txt")
    assert _json("texts") == _json("texts", "--no-cache")
