"""Books, chapters and articles in words: what is written is read back as the same entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from juslint.knowledge import Knowledge, citing, new_entry

if TYPE_CHECKING:
    from pathlib import Path

CITATIONS = [
    "Jane Smith, *The Long River: A Course* (Leiden, Brill, 2016)",
    "Jane Smith and John Brown, *Rivers* (Brill, 2016)",
    "Jane Smith, “On rivers”, *Journal of Rivers*, vol. 5, No. 2 (2016)",
    "Tom van der Berg, “On shores”, in Ann Jones, ed., *Waters* (Oxford, Oxford University Press, 2011)",
]


@pytest.mark.parametrize("text", CITATIONS)
def test_what_is_read_is_written_alike(text: str, knowledge: Knowledge, tmp_path: Path) -> None:
    head = new_entry.Head(("a page",), "2026-11-22")
    entry = new_entry.made(new_entry.only_reference(text, knowledge), knowledge, tmp_path, head)
    new_entry.put(entry)
    own = Knowledge.open([tmp_path])
    found = own.resolve(entry.path.stem).entry
    assert found is not None
    assert citing.cited(found) == text


def test_books_of_the_shipped_base_are_found_by_what_is_written(knowledge: Knowledge) -> None:
    written = {entry.id: citing.cited(entry) for entry in knowledge.entries(authored=True)}
    written = {name: text for name, text in written.items() if text}
    assert len(written) >= 3
    for name, text in written.items():
        found = knowledge.identify(new_entry.only_reference(text, knowledge))
        assert found is not None, text
        assert found.id == name
