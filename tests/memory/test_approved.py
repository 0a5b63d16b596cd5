"""Settings are asked about once; whatever happens to the file, a fault in them is told."""

from __future__ import annotations

import sys

import pytest

from juslint import config
from juslint.memory import approved


@pytest.fixture(autouse=True)
def _own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "cache"))


def _written(tmp_path, text):
    file = tmp_path / "juslint.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_sound_settings_are_asked_about_once(tmp_path, monkeypatch):
    file = _written(tmp_path, 'ignore = ["x"]\n')
    first = config.load(file)
    monkeypatch.setitem(sys.modules, "jsonschema", None)  # it cannot be imported any more
    assert config.load(file) == first
    with pytest.raises(ImportError):
        config.load(_written(tmp_path, 'ignore = ["y"]\n'))


def test_a_fault_is_told_each_time(tmp_path):
    file = _written(tmp_path, 'ignor = ["x"]\n')
    for _ in range(2):
        with pytest.raises(config.ConfigError, match="unknown key 'ignor'"):
            config.load(file)


def test_another_schema_asks_again():
    assert approved.checksum(b"{}", {"ignore": ["x"]}) != approved.checksum(b"{ }", {"ignore": ["x"]})


def test_a_damaged_file_knows_nothing_else_and_goes_on(tmp_path):
    file = tmp_path / "cache" / "approved-settings"
    file.parent.mkdir()
    which = approved.checksum(b"", {})
    for damage in (b"", which[:-1], b"\x00" * 200_000, which[::-1] + which):
        file.write_bytes(damage)
        assert not approved.is_known(which)
    approved.note(which)
    assert approved.is_known(which)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("JUSLINT_CACHE", str(tmp_path / "file" / "cache"))
    approved.note(b"x")
    assert not approved.is_known(b"x")
