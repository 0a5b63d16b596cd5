"""Real documents, which are not part of the repository: the tests skip, loudly, where they are absent."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from reading.describe import check

from juslint.reading import read
from juslint.reading.plain import looks_like_markdown
from juslint.structure.issuing import issuing_body

if TYPE_CHECKING:
    from juslint.document import Document

_SHARED = Path(__file__).resolve().parents[3] / "shared"
_BODIES = {
    "A_HRC_RES": "Human Rights Council",
    "A_RES": "General Assembly",
    "E_RES": "Economic and Social Council",
    "S_PRST": "Security Council",
    "S_RES": "Security Council",
    "UNEP_EA": "United Nations Environment Assembly",
}

pytestmark = pytest.mark.skipif(not _SHARED.is_dir(), reason=f"REAL DOCUMENTS ARE ABSENT: {_SHARED}")


@cache
def seed(number: str) -> Document:
    (file,) = (_SHARED / "seeds").glob(f"{number}_*.txt")
    return read(str(file))


def marks(document: Document) -> list[str]:
    return [mark.mark for mark in document.note_marks]


def notes(document: Document) -> list[str]:
    return [note.mark for note in document.notes]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_invariants(number: str) -> None:
    check(seed(number))


def test_markdown_in_text_files() -> None:
    found = {number: looks_like_markdown(seed(number).source) for number in ("000", "001", "002", "003", "004")}
    assert found == {"000": True, "001": False, "002": True, "003": False, "004": False}


def test_notes_and_their_marks() -> None:
    assert notes(seed("000")) == marks(seed("000")) == ["1", "2"]
    assert notes(seed("001")) == marks(seed("001")) == [str(number) for number in range(1, 10)]
    assert notes(seed("002")) == marks(seed("002")) == ["1", "2", "3"]
    assert not notes(seed("003")) + marks(seed("003")) + notes(seed("004")) + marks(seed("004"))


def test_a_note_of_pdf_text_is_one_paragraph() -> None:
    document = seed("001")
    first = document.notes[0]
    assert document.text[: first.span.end].endswith("25 January 2005.")
    assert any(paragraph.covers(first.span) for paragraph in document.paragraphs)


def test_links() -> None:
    assert [link.target.split("/")[2] for link in seed("000").links] == [
        "www.hrw.org",
        "justiceforkhojaly.org",
        "justiceforkhojaly.org",
        "www.opendemocracy.net",
    ]
    targets = [link.target for link in seed("002").links]
    assert targets.count("#") == 17
    assert len(targets) == 21


def test_mastheads() -> None:
    for number, session, year, letter in (("000", 77, 78, "2023-02-23"), ("002", 80, 81, "2026-02-25")):
        head = seed(number).masthead
        assert head is not None
        assert head.session is not None
        assert head.council_year is not None
        assert head.letter is not None
        assert head.items is not None
        assert head.closing_items is not None
        assert (head.session.number, head.council_year.number, head.letter.date.iso()) == (session, year, letter)
        assert head.items.numbers == head.closing_items.numbers
        assert len(head.items.numbers) == len(head.titles) == 8
        assert [organ.text for organ in head.organs] == ["General Assembly", "Security Council"]
    first, second = seed("000").masthead, seed("002").masthead
    assert first is not None
    assert first.distributed is not None
    assert first.distributed.date.iso() == "2023-02-24"
    assert second is not None
    assert second.distributed is not None
    assert second.distributed.date.iso() == "2026-02-25"


def test_closing_requests_without_a_masthead() -> None:
    head = seed("001").masthead
    assert head is not None
    assert head.closing_items is not None
    assert head.closing_items.numbers == ("35", "41")
    assert (head.organs, head.session, head.items, head.letter) == ((), None, None, None)
    assert seed("004").masthead is None


def test_the_corpus_is_one_paragraph_a_line_and_shows_its_issuing_body() -> None:
    right = wrong = missed = 0
    for file in sorted((_SHARED / "corpus" / "un").glob("*.txt")):
        document = read(str(file))
        assert document.offsets.is_whole(document.paragraphs[0]), file.name
        written = sum(1 for line in document.text.split("\n") if line.strip())
        assert written - 3 <= len(document.paragraphs) <= written, file.name  # a few lines are cut within a sentence
        known = next((body for start, body in _BODIES.items() if file.name.startswith(start)), None)
        if known:
            found = issuing_body(document)
            right += found == known
            wrong += found not in {None, known}
            missed += found is None
    assert (wrong, missed) == (0, 2)
    assert right > 200
