"""Whatever happens to the file, a run goes on, and what comes out of it is what was put in."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys

import pytest

from juslint.memory.record import Record
from juslint.memory.store import Store

_RECORD = Record(b"references", b"text", b"structure" * 50, b"findings")


def _filled(path, count=40):
    store = Store(path)
    store.put((bytes([number]), _RECORD) for number in range(count))
    store.close()


def test_keeps_what_it_was_given(tmp_path):
    _filled(tmp_path / "texts.sqlite")
    store = Store(tmp_path / "texts.sqlite")
    assert store.get(b"\x05") == _RECORD
    assert store.get(b"\xff") is None
    store.put([(b"\x05", _RECORD._replace(findings=b"more"))])
    assert store.get(b"\x05").findings == b"more"
    assert (tmp_path / "texts.sqlite").stat().st_mode & 0o077 == 0 or os.name == "nt"


def test_damage_anywhere_is_never_believed(tmp_path):
    file = tmp_path / "texts.sqlite"
    draw = random.Random(3)
    for _ in range(40):
        file.unlink(missing_ok=True)
        _filled(file)
        data = bytearray(file.read_bytes())
        for _ in range(draw.choice((1, 20, 400))):
            data[draw.randrange(len(data))] = draw.randrange(256)
        file.write_bytes(data[: draw.choice((len(data), len(data) // 2, 10))])
        store = Store(file)
        assert all(store.get(bytes([number])) in {None, _RECORD} for number in range(40))
        store.put([(b"\x01", _RECORD)])
        assert store.get(b"\x01") in {None, _RECORD}
        store.close()
        again = Store(file)
        again.put([(b"\x02", _RECORD)])
        assert again.get(b"\x02") in {None, _RECORD}
        again.close()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_made_anew(tmp_path, content):
    (tmp_path / "texts.sqlite").write_bytes(content)
    _filled(tmp_path / "texts.sqlite")
    assert Store(tmp_path / "texts.sqlite").get(b"\x01") == _RECORD


def test_another_table_of_that_name(tmp_path):
    connection = sqlite3.connect(tmp_path / "texts.sqlite")
    connection.execute("CREATE TABLE texts (other)")
    connection.close()
    _filled(tmp_path / "texts.sqlite")
    assert Store(tmp_path / "texts.sqlite").get(b"\x01") is None


def test_a_row_of_other_types(tmp_path):
    _filled(tmp_path / "texts.sqlite")
    connection = sqlite3.connect(tmp_path / "texts.sqlite")
    connection.execute("UPDATE texts SET structure = 7, sum = 'x'")
    connection.commit()
    connection.close()
    assert Store(tmp_path / "texts.sqlite").get(b"\x01") is None


def test_no_folder_no_permission_no_room(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    for path in (tmp_path / "file" / "texts.sqlite", tmp_path):
        store = Store(path)
        store.put([(b"k", _RECORD)])
        assert store.get(b"k") is None
        store.close()
    _filled(tmp_path / "texts.sqlite")
    store = Store(tmp_path / "texts.sqlite")
    store._connection.execute("PRAGMA query_only = ON")
    store.put([(b"k", _RECORD)])
    assert store.get(b"k") is None
    assert store.get(b"\x01") == _RECORD
    store.close()
    store = Store(tmp_path / "texts.sqlite")
    store._connection.execute("PRAGMA max_page_count = 1")
    store.put([(b"k", Record(b"", b"", os.urandom(200_000), b""))])
    assert store.get(b"k") is None
    assert store.get(b"\x01") == _RECORD


def test_locked_by_another_run(tmp_path, monkeypatch):
    monkeypatch.setattr("juslint.memory.store._PATIENCE", 0.01)
    _filled(tmp_path / "texts.sqlite")
    other = sqlite3.connect(tmp_path / "texts.sqlite", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    store = Store(tmp_path / "texts.sqlite")
    assert store.get(b"\x01") is None
    store.put([(b"k", _RECORD)])
    store.close()
    other.execute("ROLLBACK")
    assert Store(tmp_path / "texts.sqlite").get(b"\x01") == _RECORD


def test_many_runs_at_a_time(tmp_path):
    code = (
        "import sys\nfrom pathlib import Path\nfrom juslint.memory.record import Record\n"
        "from juslint.memory.store import Store\nfirst = int(sys.argv[2])\nstore = Store(Path(sys.argv[1]))\n"
        "for n in range(first, first + 30):\n"
        "    store.put([(bytes([n]), Record(bytes([n]), b'', b'', b''))])\n"
        "    assert store.get(bytes([n])) == Record(bytes([n]), b'', b'', b'')\n"
        "store.close()\n"
    )
    path = str(tmp_path / "texts.sqlite")
    runs = [subprocess.Popen([sys.executable, "-c", code, path, str(first)]) for first in (0, 30, 60)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    store = Store(tmp_path / "texts.sqlite")
    assert all(store.get(bytes([number])) == Record(bytes([number]), b"", b"", b"") for number in range(90))


def test_what_was_not_used_goes_first(tmp_path):
    path = tmp_path / "texts.sqlite"
    store = Store(path)
    store.put((bytes([number]), Record(b"", b"", os.urandom(20_000), b"")) for number in range(60))
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE texts SET used = used - 2")
    connection.commit()
    connection.close()
    store = Store(path)
    used = [number for number in range(60) if number % 3 == 0 and store.get(bytes([number]))]
    store.close()
    store = Store(path, room=800_000)
    store.close()
    assert path.stat().st_size <= 800_000
    store = Store(path)
    assert all(store.get(bytes([number])) for number in used)
    assert not all(store.get(bytes([number])) for number in range(60))
