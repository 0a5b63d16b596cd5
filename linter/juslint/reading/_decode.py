"""Bytes to text: what is not text, or not UTF-8, is refused with one line that says how to mend it."""

from __future__ import annotations

import codecs
import re

_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_UTF32 = {codecs.BOM_UTF32_LE: "UTF-32LE", codecs.BOM_UTF32_BE: "UTF-32BE"}  # the first begins as UTF-16 does
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SAMPLE = 65536  # bytes looked at where a share of the whole is enough
_FORMATS = (
    (re.compile(rb"\s{0,8}%PDF-"), "a PDF file", "pdftotext FILE.pdf FILE.txt"),
    (re.compile(rb"PK\x03\x04.{0,4000}?word/", re.DOTALL), "a Word file (docx)", "pandoc FILE.docx -o FILE.md"),
    (
        re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd", re.DOTALL),
        "an OpenDocument file",
        "pandoc FILE -o FILE.md",
    ),
    (re.compile(rb"\xd0\xcf\x11\xe0"), "an old Word file (doc)", "soffice --convert-to txt FILE.doc"),
    (re.compile(rb"\{\\rtf"), "an RTF file", "pandoc FILE.rtf -o FILE.md"),
)


class ReadError(Exception):
    """Why a file cannot be read, in one line: what, where, how to mend it. The path is not part of it."""


def decode(data: bytes) -> tuple[str, str]:
    """The text of `data` and the codec that gives the same bytes back; a byte order mark stays in the text.

    ReadError where it is empty, of a format that is not read, binary, or in another encoding than UTF-8 and UTF-16.
    """
    for magic, what, mend in _FORMATS:
        if magic.match(data):
            raise ReadError(f"is {what}, which juslint does not read yet: convert it to text first, with `{mend}`")
    if encoding := _UTF32.get(data[:4]):
        raise ReadError(f"is {encoding}, which hardly anything reads: convert it with `iconv -f {encoding} -t UTF-8`")
    codec = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    if codec == "utf-8":
        _refuse_binary(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadError(_not_decodable(data, codec, error)) from None
    if codec != "utf-8" and "\0" in text:
        raise ReadError(f"is not a text file: it holds a NUL character (behind {text.index(chr(0))} others)")
    if not text.strip("\ufeff \t\r\n\f"):
        raise ReadError("is empty")
    return text, codec


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    nul = data.find(0)
    if nul >= 0:
        encoding = _wide_without_mark(sample)
        if encoding:
            raise ReadError(f"is not UTF-8 but looks like {encoding}: convert it with `iconv -f {encoding} -t UTF-8`")
        raise ReadError(f"is not a text file: it holds a NUL byte (at byte {nul + 1})")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls * 10 > len(sample):
        raise ReadError("is not a text file: most of what it holds are control characters, not letters")


def _wide_without_mark(sample: bytes) -> str | None:
    """Latin text in UTF-16 has a NUL in nearly every second byte, and none in the others; in UTF-32 three of four."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.7
    if even + odd >= 1.5 * most > 0 and 0 in (sample[0::4].count(0), sample[3::4].count(0)):
        return "UTF-32BE" if sample.startswith(b"\0") else "UTF-32LE"
    if odd >= most > 0 and not even:
        return "UTF-16LE"
    return "UTF-16BE" if even >= most > 0 and not odd else None


def _not_decodable(data: bytes, codec: str, error: UnicodeDecodeError) -> str:
    if codec != "utf-8":
        return f"begins like UTF-16 but breaks off at byte {error.start + 1}: save it anew as UTF-8"
    line = data.count(b"\n", 0, error.start) + 1
    encoding = _guess(data)
    place = f"byte {error.start + 1} (0x{data[error.start]:02x}, on line {line})"
    return f"is not UTF-8 at {place}; it looks like {encoding}: convert it with `iconv -f {encoding} -t UTF-8`"


def _guess(data: bytes) -> str:
    """A likely one-byte encoding: Cyrillic text is mostly high bytes, western text has few."""
    high = sum(1 for byte in data[:_SAMPLE] if byte >= 0xC0)
    letters = high + sum(1 for byte in data[:_SAMPLE] if 65 <= byte < 128)
    if high * 2 > letters:
        return "windows-1251"
    return "windows-1252" if any(0x80 <= byte < 0xA0 for byte in data) else "iso-8859-1"
