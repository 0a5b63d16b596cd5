"""Reading files: which format, what is refused, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from juslint.document import Span
from juslint.reading import MAX_LINE_BYTES, ReadError, decode, formats, read

if TYPE_CHECKING:
    from pathlib import Path


def refusal(path: str, data: bytes | None = None) -> str:
    with pytest.raises(ReadError) as caught:
        read(path, data)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_each_ending_has_one_format() -> None:
    assert {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".tex", ".ltx"} <= set(formats())
    assert all(suffix == suffix.lower() for suffix in formats())


def test_unknown_endings_are_text() -> None:
    assert read("letter.unknown", b"See *this*.").text == "See *this*."
    assert read("LETTER.MD", b"See *this*.").text == "See this."
    assert read("-", b"See A/RES/60/1.").text == "See A/RES/60/1."


def test_a_file_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "letter.md"
    file.write_bytes("“See” *this*.\r\n".encode())
    document = read(str(file))
    assert (document.path, document.source, document.text) == (str(file), "“See” *this*.\r\n", "“See” this.")


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "does not exist" in refusal(str(tmp_path / "absent.txt"))
    assert "folder" in refusal(str(tmp_path))
    assert "cannot be read" in refusal("\0.txt")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t"])
def test_empty(data: bytes) -> None:
    assert refusal("a.txt", data) == "is empty"


def test_other_encodings() -> None:
    western = refusal("a.txt", "First line\nthe State’s café".encode("cp1252"))
    assert "byte 21 (0x92, on line 2)" in western
    assert "iconv -f windows-1252 -t UTF-8" in western
    assert "iconv -f windows-1251" in refusal("a.txt", "Генеральная Ассамблея".encode("cp1251"))
    assert "iconv -f iso-8859-1" in refusal("a.txt", "café".encode("latin-1"))
    assert "iconv -f UTF-16LE" in refusal("a.txt", "resolution".encode("utf-16-le"))
    assert "iconv -f UTF-16BE" in refusal("a.txt", "resolution".encode("utf-16-be"))
    for form in ("UTF-32LE", "UTF-32BE"):
        assert f"iconv -f {form}" in refusal("a.txt", "resolution".encode(form))
        assert f"iconv -f {form}" in refusal("a.txt", "\ufeffresolution".encode(form))
    assert "NUL" in refusal("a.txt", "\ufeffa\0b".encode("utf-16-le"))
    assert "breaks off" in refusal("a.txt", b"\xff\xfea")


@pytest.mark.parametrize("codec", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_byte_order_mark_says_the_encoding_and_is_not_text(codec: str) -> None:
    data = "\ufeffthe State’s".encode(codec)
    document = read("a.txt", data)
    assert document.text == "the State’s"
    assert document.offsets.to_source(Span(0, 3)) == Span(1, 4)
    source, found = decode(data)
    assert (found, source.encode(found)) == (codec, data)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "pdftotext"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml word/document.xml", "pandoc FILE.docx"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "OpenDocument"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "soffice"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"some text\0and more", "NUL byte (at byte 10)"),
        (bytes(range(1, 9)) * 50, "control characters"),
    ],
)
def test_what_is_no_text(data: bytes, says: str) -> None:
    assert says in refusal("a.txt", data)


def test_a_line_that_is_no_text() -> None:
    assert "line of 50.0 MB, more than 10 (line 2)" in refusal("a.txt", b"first\n" + b"a" * 50_000_000)
    assert len(read("a.txt", b"word " * (MAX_LINE_BYTES // 100)).paragraphs) == 1


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_characters_that_nobody_sees_are_left_out(name: str) -> None:
    source = "The Coun\u00adcil adopt\u200bed S/RES/822\u2060 (1993)."
    document = read(name, source.encode())
    assert document.text == "The Council adopted S/RES/822 (1993)."
    at = document.text.index("S/RES")
    span = Span(at, document.text.index("."))
    assert not document.offsets.is_whole(span)
    assert source[slice(*document.offsets.to_source(span))] == "S/RES/822\u2060 (1993)"
    word = Span(at, at + len("S/RES/822"))
    assert document.offsets.is_whole(word)


def test_windows_line_ends_keep_their_places() -> None:
    source = "# Title\r\n\r\nSee *The Age*\r\nand A/RES/60/1.\r\n\r\n```\r\ncode\r\n```\r\n\r\nLast.\r\n"
    document = read("a.md", source.encode())
    assert [document.text[slice(*span)] for span in document.paragraphs] == [
        "Title",
        "See The Age\nand A/RES/60/1.",
        "Last.",
    ]
    at = document.text.index("A/RES")
    place = document.offsets.to_source(Span(at, at + len("A/RES/60/1")))
    assert source[slice(*place)] == "A/RES/60/1"
    plain = read("a.txt", b"First.\r\nSecond A/RES/60/1.\r\n")
    assert plain.text == plain.source
    assert [plain.text[slice(*span)] for span in plain.paragraphs] == ["First.", "Second A/RES/60/1."]


def test_metadata_is_no_text() -> None:
    source = "---\ntitle: A letter\ndate: 2023-02-23\n---\n\nThe text of *it*.\n"
    document = read("a.md", source.encode())
    assert document.text == "The text of it."
    assert document.offsets.to_source(Span(0, 3)).start == source.index("The")
    assert read("a.md", b"---\n\nNo metadata\n---\n").text.startswith("No metadata")


def test_a_fix_inside_markup_touches_only_its_characters() -> None:
    source = "see S/**2018**/462 and <sup>1</sup>"
    document = read("a.md", source.encode())
    at = document.text.index("2018")
    assert document.offsets.to_source(Span(at, at + 4)) == Span(8, 12)
    assert not document.offsets.is_whole(Span(at - 2, at + 6))
    mark = document.text.index("¹")
    assert source[slice(*document.offsets.to_source(Span(mark, mark + 1)))] == "<sup>1</sup>"
    assert not document.offsets.is_whole(Span(mark, mark + 1))
