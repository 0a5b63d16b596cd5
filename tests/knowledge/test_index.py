"""The compiled index: made once, kept, made anew when something changed or broke."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

from juslint import _data
from juslint.knowledge import Knowledge, KnowledgeError, build, building, index
from juslint.memory import identity

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Base


def settle(base: Base) -> None:
    """Make every file old enough to be trusted by its time."""
    for file in base.root.rglob("*.yaml"):
        os.utime(file, ns=(file.stat().st_atime_ns, file.stat().st_mtime_ns - 10_000_000_000))


def titles(base: Base) -> list[str]:
    entry = Knowledge.open([base.root]).resolve("a-letter").entry
    return sorted(entry.names()) if entry else []


def test_a_changed_file_is_seen_at_once(base: Base) -> None:
    assert titles(base) == ["First Steps: A Primer"]
    base.write("sources/a-letter.yaml", "type: book\ntitle: Last Steps\n")
    assert titles(base) == ["Last Steps"]


def test_a_change_of_the_same_size_within_one_tick_is_seen(base: Base) -> None:
    file = base.write("sources/a-letter.yaml", "type: book\ntitle: One\n")
    stamp = file.stat().st_mtime_ns
    assert titles(base) == ["One"]
    base.write("sources/a-letter.yaml", "type: book\ntitle: Two\n")
    os.utime(file, ns=(stamp, stamp))
    assert titles(base) == ["Two"]


def test_a_new_and_a_removed_file_are_seen(base: Base) -> None:
    assert Knowledge.open([base.root]).resolve("second").status == "not-covered"
    added = base.write("sources/second.yaml", "type: book\ntitle: Second\n")
    assert Knowledge.open([base.root]).resolve("second").status == "found"
    added.unlink()
    assert Knowledge.open([base.root]).resolve("second").status == "not-covered"
    assert Knowledge.open([base.root]).by_title("Second") == ()


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_folders_are_not_entered_through_links(base: Base) -> None:
    """Ten links in each of ten folders would be ten thousand million ways; one to itself is a circle."""
    for level in range(10):
        folder = base.root / "sources" / f"level-{level}"
        folder.mkdir(parents=True)
        for number in range(10):
            (folder / f"to-{number}").symlink_to(f"../level-{level + 1}")
    (base.root / "sources" / "self").symlink_to(".")
    assert titles(base) == ["First Steps: A Primer"]
    assert sum(1 for _ in index.files(base.root)) < 10
    assert identity.of_files([base.root]) is None  # just now made, and soon looked through


def test_a_warm_start_reads_no_yaml(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    settle(base)
    titles(base)

    def refuse(*_: object) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(building, "compile_file", refuse)
    monkeypatch.setattr(building, "refreshed", refuse)
    assert titles(base) == ["First Steps: A Primer"]


def test_only_changed_files_are_compiled_again(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    base.write("sources/second.yaml", "type: book\ntitle: Second\n")
    settle(base)
    titles(base)
    base.write("sources/second.yaml", "type: book\ntitle: Second, again\n")
    compiled = []
    whole = building.compile_file

    def note(connection: sqlite3.Connection, file: Path, *rest: object) -> None:
        compiled.append(file.name)
        whole(connection, file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(building, "compile_file", note)
    titles(base)
    assert compiled == ["second.yaml"]


def test_only_a_changed_file_is_read(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(20):
        base.write(f"sources/s{number}.yaml", f"type: book\ntitle: Number {number}\n")
    settle(base)
    titles(base)
    read: list[str] = []
    whole = building.content

    def note(file: Path) -> bytes:
        read.append(file.name)
        return whole(file)

    base.write("sources/s7.yaml", "type: book\ntitle: Number seven\n")
    monkeypatch.setattr(building, "content", note)
    seen: list[str] = []
    Knowledge.open([base.root], lambda names, total: (seen.append(name) or name for name in names if total == 1))
    assert [name for name in read if name.startswith("s")] == ["s7.yaml"]
    assert seen == ["sources/s7.yaml"]


def test_rows_follow_a_changed_template(base: Base) -> None:
    series = '{{name: texts, id: "{0} {{number}} ({{year}})", numbering: running, folder: un/own/resolutions}}'
    body = f"names: {{{{en: [Council]}}}}\nseries:\n- {series}\n"
    base.write("bodies/own.yaml", body.format("Text"))
    base.write("un/own/resolutions/1999.yaml", "rows:\n- {number: 7}\n")
    assert Knowledge.open([base.root]).resolve("Text 7 (1999)").status == "found"
    base.write("bodies/own.yaml", body.format("Decision"))
    assert Knowledge.open([base.root]).resolve("Text 7 (1999)").status == "not-covered"
    assert Knowledge.open([base.root]).resolve("Decision 7 (1999)").status == "found"


@pytest.mark.parametrize("damage", [b"", b"not an index", b"SQLite format 3\x00" + b"\x00" * 5000])
def test_a_damaged_index_is_made_anew(base: Base, damage: bytes) -> None:
    titles(base)
    index.cache_file(base.root).write_bytes(damage)
    assert titles(base) == ["First Steps: A Primer"]


def test_damage_inside_the_index_is_mended_when_it_is_met(base: Base) -> None:
    settle(base)
    titles(base)
    file = index.cache_file(base.root)
    data = bytearray(file.read_bytes())
    for page in range(2, len(data) // 4096):
        data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    file.write_bytes(data)
    knowledge = Knowledge.open([base.root])
    assert knowledge.resolve("a-letter").status == "found"
    assert [entry.id for entry in knowledge.by_title("First Steps")] == ["a-letter"]


@pytest.mark.usefixtures("small_shipped")
def test_an_index_of_other_code_is_made_anew(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    titles(base)
    monkeypatch.setattr(index, "FORMAT", "other")
    monkeypatch.setattr(building, "FORMAT", "other")
    assert titles(base) == ["First Steps: A Primer"]


@pytest.mark.usefixtures("small_shipped")
def test_a_cache_that_cannot_be_written_is_done_without(base: Base, cache: Path) -> None:
    cache.parent.mkdir(exist_ok=True)
    cache.write_text("a file where the folder should be")
    assert titles(base) == ["First Steps: A Primer"]


def test_runs_at_once_do_not_disturb_each_other(base: Base) -> None:
    results: list[object] = []

    def run() -> None:
        try:
            results.append(titles(base))
        except Exception as error:
            results.append(error)

    threads = [threading.Thread(target=run) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [["First Steps: A Primer"]] * 6
    assert not list(index.cache_file(base.root).parent.glob("*.tmp"))


def test_what_no_run_will_read_is_taken_away(base: Base, tmp_path: Path) -> None:
    other = tmp_path / "gone"
    shutil.copytree(base.root, other)
    index.opened(other, {}).close()
    folder = index.cache_file(base.root).parent
    left = [folder / name for name in ("kb-1-x.tmp", "patterns-y.tmp", ".grammars-1.json.z.tmp")]
    for file in [*left, young := folder / "kb-2-x.tmp"]:
        file.write_bytes(b"half")
    for file in left:
        os.utime(file, (0, 0))
    index.opened(base.root, {}).close()
    assert index.cache_file(other).exists()
    shutil.rmtree(other)
    base.write("sources/a-book-2001.yaml", "type: book\ntitle: A Book\nissued: 2001\n")
    index.opened(base.root, {}).close()
    assert index.cache_file(base.root).exists()
    assert not index.cache_file(other).exists()
    assert not any(file.exists() for file in left)
    assert young.exists()


def test_the_own_base_wins(base: Base) -> None:
    base.write("sources/de-waal-black-garden.yaml", 'type: book\ntitle: "Black Garden: My Copy"\nissued: 2010\n')
    knowledge = Knowledge.open([base.root])
    entry = knowledge.resolve("de-waal-black-garden").entry
    assert entry is not None
    assert entry.data["issued"] == 2010
    assert knowledge.file_of(entry).parent == base.root / "sources"
    assert [found.data["issued"] for found in knowledge.by_title("Black Garden")] == [2010]
    assert knowledge.by_title("Black Garden: Armenia and Azerbaijan through Peace and War") == ()


def test_the_last_named_base_wins(base: Base, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "sources").mkdir(parents=True)
    (other / "sources" / "a-letter.yaml").write_text("type: book\ntitle: Other\n")
    assert Knowledge.open([base.root, other]).resolve("a-letter").entry.data["title"] == "Other"  # type: ignore[union-attr]


def test_own_rows_add_to_the_shipped_series(base: Base) -> None:
    base.write("un/security-council/resolutions/2026.yaml", "rows:\n- {number: 2815, adopted: 2026-01-30}\n")
    knowledge = Knowledge.open([base.root])
    assert knowledge.resolve("S/RES/2815 (2026)").status == "found"
    assert knowledge.resolve("S/RES/2814 (2026)").status == "not-covered"
    assert knowledge.security_council_range(2026) == (2812, None)
    assert knowledge.security_council_range(1993) == (800, 892)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("type: book\n\ttitle: x\n", "tab"),
        ("type: book\ntype: book\n", "twice"),
        ("type: [book\n", "not valid YAML"),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_line(base: Base, body: str, said: str) -> None:
    file = base.write("sources/broken.yaml", body)
    with pytest.raises(KnowledgeError, match=said) as raised:
        Knowledge.open([base.root])
    assert str(raised.value).startswith(f"{file}:")
    assert "\n" not in str(raised.value)


def test_a_file_of_the_wrong_form_is_one_clear_line(base: Base) -> None:
    base.write("un/security-council/resolutions/1993.yaml", "numbers: [822]\n")
    with pytest.raises(KnowledgeError, match=r"1993\.yaml: not of the form"):
        Knowledge.open([base.root])


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        Knowledge.open([tmp_path / "nowhere"])


@pytest.mark.usefixtures("small_shipped")
def test_the_index_of_a_wheel(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "compiled" / "kb.sqlite"
    build(file)
    monkeypatch.setattr(_data, "compiled_file", lambda _: file)
    assert Knowledge.open().resolve("S/RES/822 (1993)").status == "found"
    assert not cache.exists()
    file.write_bytes(b"damaged")
    assert Knowledge.open().resolve("S/RES/822 (1993)").status == "found"


def test_a_row_that_cannot_be_read_is_damage_too(base: Base) -> None:
    settle(base)
    assert titles(base)
    with sqlite3.connect(index.cache_file(base.root)) as connection:
        connection.execute("UPDATE entries SET data = '{\"title\": '")
    connection.close()
    assert titles(base) == ["First Steps: A Primer"]


def of_second(base: Base) -> str | None:
    entry = Knowledge.open([base.root]).resolve("second").entry
    return entry.text("title") if entry else None


@pytest.mark.parametrize(
    ("field", "why"),
    [
        ("issued: .inf", "field 'issued'"),
        ("author:\n- [Roe]", "field 'author'"),
        ("editor: 7", "field 'editor'"),
        ("disputed:\n  issued:\n  - {value: '2016', by: [{x: y}]}", "'name' is missing"),
        ("short-titles: 7", "unknown field 'short-titles'"),
    ],
)
def test_what_no_reader_of_an_entry_could_take_is_refused(base: Base, field: str, why: str) -> None:
    base.write("sources/second.yaml", f"type: book\ntitle: Second\n{field}\n")
    with pytest.raises(KnowledgeError, match=re.escape(why)) as refused:
        of_second(base)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "field", ["colour: 7", "note: of mine", "ISBN: 1", "URL: https://a.b", "short-titles: [A]", "editor: []"]
)
def test_a_field_that_nobody_reads_is_let_be(base: Base, field: str) -> None:
    base.write("sources/second.yaml", f"type: book\ntitle: Second\n{field}\n")
    assert of_second(base) == "Second"


def test_items_of_a_list_are_not_laid_side_by_side(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("jsonschema._utils.equal", refuse)
    authors = "".join(f"- {{family: Roe{number}}}\n" for number in range(50))
    base.write("sources/second.yaml", f"type: book\ntitle: Second\nauthor:\n{authors}")
    assert of_second(base) == "Second"
