"""A text that was read just now is packed when it makes room for others, and is the same document afterwards."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from juslint.document import Document
from juslint.memory import recalled, record
from juslint.reading import read
from juslint.scan import scan

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "# See\n\nSee \u201cS/RES/822 (1993)\u201d.\u00b9\n\n\u00b9 A/48/1, para. 3.\n"
FIELDS = [field.name for field in fields(Document) if field.name != "offsets"]


def made(path: Path) -> tuple[recalled.Recalled, Document]:
    path.write_bytes(TEXT.encode())
    document = read(str(path), path.read_bytes())
    return recalled.made(document, path.read_bytes(), scan(document), {}, given=False), read(str(path))


def same(one: Document, other: Document) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in FIELDS)


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("asked", [False, True])
def test_a_document_is_the_same_before_and_after_it_is_packed(tmp_path: Path, name: str, asked: bool):
    one, document = made(tmp_path / name)
    if asked:
        assert one.paragraphs == document.paragraphs
    packed = one.record
    assert record.known(packed).references == scan(document)
    assert same(one, document)
    one.let_go()
    recalled._at_hand._kept.clear()
    assert same(one, document)
    assert same(recalled.Recalled(one.path, packed, one.digest), document)


def test_what_makes_room_is_packed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(recalled, "_at_hand", recalled._AtHand(len(TEXT)))
    one, document = made(tmp_path / "a.txt")
    assert "record" not in vars(one)
    made(tmp_path / "b.txt")
    assert "record" in vars(one)
    assert same(one, document)


def test_a_text_that_has_changed_is_not_read_for_what_was_not_asked(tmp_path: Path):
    one, _ = made(tmp_path / "a.txt")
    packed = one.record
    (tmp_path / "a.txt").write_bytes(b"Another.\n")
    with pytest.raises(recalled.TextChangedError):
        _ = recalled.Recalled(one.path, packed, one.digest).paragraphs
