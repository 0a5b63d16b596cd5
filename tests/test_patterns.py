from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from juslint import patterns

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOME = (
    (r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})|no", 0),
    ("straße|ærø", re.IGNORECASE),
    (r"^§\s*(?=[0-9])", re.MULTILINE),
    (r"(?a:\b)word(?<!x)", 0),
)
TEXTS = ("1999-12", "STRASSE Straße ÆRØ", "a\n§ 12", "a word.", "no", "")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(patterns, "_used", {})
    monkeypatch.setattr(patterns, "_fresh", ["registered"])
    patterns._stored.cache_clear()
    yield tmp_path / "cache"
    patterns._stored.cache_clear()


def assert_like_re(pattern: str, flags: int):
    ours, theirs = patterns.compile(pattern, flags), re.compile(pattern, flags)
    assert (ours.pattern, ours.flags, ours.groups, ours.groupindex) == (
        theirs.pattern,
        theirs.flags,
        theirs.groups,
        theirs.groupindex,
    )
    for text in TEXTS:
        found = [(one.span(), one.groups(), one.lastgroup) for one in ours.finditer(text)]
        assert found == [(one.span(), one.groups(), one.lastgroup) for one in theirs.finditer(text)]


@pytest.mark.parametrize(("pattern", "flags"), SOME)
def test_a_pattern_is_what_re_compiles_fresh_or_kept(pattern: str, flags: int, monkeypatch: pytest.MonkeyPatch):
    assert_like_re(pattern, flags)
    patterns._store()
    patterns._stored.cache_clear()
    monkeypatch.setattr(patterns, "_used", {})
    monkeypatch.setattr(patterns, "_compiled", None)  # nothing is compiled again
    assert_like_re(pattern, flags)


def test_what_is_no_pattern_is_re_s_own_error():
    with pytest.raises(re.error):
        patterns.compile("(")


def test_a_damaged_store_is_not_asked(cache: Path):
    patterns.compile(*SOME[0])
    patterns._store()
    (file,) = cache.iterdir()
    whole = file.read_bytes()
    for damage in (b"", b"abc", whole[:40], whole[:-1] + b"\0", b"\0\0\0\0" + whole[4:]):
        file.write_bytes(damage)
        patterns._stored.cache_clear()
        assert patterns._stored() == {}
        assert_like_re(*SOME[0])


def test_numbers_that_the_engine_refuses_are_made_anew(cache: Path):
    patterns.compile(*SOME[0])
    key, kept = next(iter(patterns._used.items()))
    for code in (b"", b"\xff" * len(kept.code), kept.code[:-8], b"abc"):
        patterns._used[key] = kept._replace(code=code)
        patterns._store()
        patterns._stored.cache_clear()
        assert_like_re(*SOME[0])


def test_runs_add_to_the_store(monkeypatch: pytest.MonkeyPatch):
    patterns.compile(*SOME[0])
    patterns._store()
    monkeypatch.setattr(patterns, "_used", {})
    patterns.compile(*SOME[1])
    patterns._store()
    patterns._stored.cache_clear()
    assert set(patterns._stored()) == {(pattern, int(flags)) for pattern, flags in SOME[:2]}


def test_a_store_that_has_grown_keeps_what_this_run_used(monkeypatch: pytest.MonkeyPatch):
    patterns.compile(*SOME[0])
    patterns._store()
    monkeypatch.setattr(patterns, "_used", {})
    monkeypatch.setattr(patterns, "_MOST", 1)
    patterns.compile(*SOME[1])
    patterns._store()
    patterns._stored.cache_clear()
    assert set(patterns._stored()) == {(SOME[1][0], int(SOME[1][1]))}


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "file"))
    assert_like_re(*SOME[2])
    patterns._store()


def test_a_disk_that_is_full_keeps_no_scraps(cache: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    patterns.compile(*SOME[0])
    monkeypatch.setattr(patterns.os, "replace", full)
    patterns._store()
    assert list(cache.iterdir()) == []


def test_modules_are_imported_with_it_and_nothing_else_runs_with_it():
    ordinary = re._compiler.compile  # type: ignore[attr-defined]
    with patterns.while_importing():
        with patterns.while_importing():
            pass
        assert re.compile("while we import (it)").groups == 1
        assert re.compile(b"bytes (too)").match(b"bytes too")
    assert re._compiler.compile is ordinary  # type: ignore[attr-defined]
    re.compile("a text's own words")
    assert set(patterns._used) == {("while we import (it)", 0)}
