"""What is remembered of one text, packed: what a run needs of every text, and apart from that what it needs of a few.

All parts are compressed JSON. `pack` makes them, the others take them apart; ValueError where a part is not what
`pack` made.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.document import Document, Link, Note, NoteMark, Offsets, Run, Span
from juslint.finding import Finding
from juslint.reading import ReadError, decode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.masthead import Masthead
    from juslint.reference import Reference

_NOT_ASKED = b"-"  # stands for a structure that nothing has asked for
_HERE = ""  # stands for the text's own path: a file may be called otherwise by the next run

Findings = Mapping[str, tuple[Finding, ...]]


class Record(NamedTuple):
    """The packed parts; `findings` by rule, without what settings and suppressions make of them."""

    references: bytes
    text: bytes
    structure: bytes
    findings: bytes


class Known(NamedTuple):
    """What every run needs: the references, whether a comment speaks to juslint, which rules' findings are known."""

    references: tuple[Reference, ...]
    has_comments: bool
    rules: tuple[str, ...]


class _Text(NamedTuple):
    """How the text is made of the file's again; `written` where a run is no copy of that."""

    source: str | None  # only where it is not the decoded file
    text: str | None  # only where it cannot be made of the source
    runs: tuple[Run, ...]
    written: tuple[str | None, ...]  # one for each run


class _Structure(NamedTuple):
    """All other fields of a document."""

    paragraphs: tuple[Span, ...]
    cells: tuple[Span, ...]
    headings: tuple[Span, ...]
    notes: tuple[Note, ...]
    note_marks: tuple[NoteMark, ...]
    links: tuple[Link, ...]
    quotations: tuple[Span, ...]
    emphases: tuple[Span, ...]
    masthead: Masthead | None


def pack(document: Document, data: bytes, references: Sequence[Reference], findings: Findings) -> Record:
    """The record of a text; `data` is the content of its file."""
    try:
        source = None if decode(data)[0] == document.source else document.source
    except ReadError:  # a format that is not text
        source = document.source
    runs = document.offsets.runs
    written = tuple(_written(document, run) for run in runs)
    text = None if _text(document.source, runs, written) == document.text else document.text
    known = Known(tuple(references), document.has_comments, tuple(findings))
    here = {rule: _moved(found, document.path, _HERE) for rule, found in findings.items()}
    return Record(
        _packed(Known, known),
        _packed(_Text, _Text(source, text, runs, written)),
        _structure(document),
        _packed(Findings, here),
    )


def known(record: Record) -> Known:
    """What every run needs of it."""
    found: Known = _unpacked(Known, record.references)
    return found


def findings(record: Record, path: str) -> Findings:
    """What each rule found in the text, which is now at `path`."""
    found: Findings = _unpacked(Findings, record.findings)
    return {rule: _moved(each, _HERE, path) for rule, each in found.items()}


def packed_findings(found: Sequence[Finding]) -> bytes:
    """The findings of a whole run."""
    return _packed(tuple[Finding, ...], tuple(found))


def unpacked_findings(data: bytes) -> tuple[Finding, ...]:
    """What `packed_findings` packed."""
    found: tuple[Finding, ...] = _unpacked(tuple[Finding, ...], data)
    return found


def text(record: Record, data: bytes) -> dict[str, Any]:
    """The fields `source`, `text` and `offsets` of the document; `data` is the content that the record was made of."""
    found: _Text = _unpacked(_Text, record.text)
    source = decode(data)[0] if found.source is None else found.source
    written = _text(source, found.runs, found.written) if found.text is None else found.text
    return {"source": source, "text": written, "offsets": Offsets(found.runs)}


def structure(record: Record) -> dict[str, Any] | None:
    """The fields of the document that say where things stand in its text; None where nothing has asked for them."""
    if record.structure == _NOT_ASKED:
        return None
    found: _Structure = _unpacked(_Structure, record.structure)
    return found._asdict()


def fields_of(document: Document) -> dict[str, Any]:
    """The same of a document."""
    return {name: getattr(document, name) for name in _Structure._fields}


def _structure(document: Document) -> bytes:
    return _packed(_Structure, _Structure(**fields_of(document))) if document.is_complete else _NOT_ASKED


def _written(document: Document, run: Run) -> str | None:
    written = document.text[run.start : run.start + run.size]
    return None if written == document.source[run.source : run.source + run.source_size] else written


def _text(source: str, runs: Sequence[Run], written: Sequence[str | None]) -> str:
    if not runs:
        return source
    return "".join(
        source[run.source : run.source + run.source_size] if other is None else other
        for run, other in zip(runs, written, strict=True)
    )


def _moved(found: Sequence[Finding], old: str, new: str) -> tuple[Finding, ...]:
    return tuple(
        replace(
            one,
            path=new if one.path == old else one.path,
            related=tuple(each._replace(path=new) if each.path == old else each for each in one.related),
        )
        for one in found
    )


def _packed(kind: Any, value: Any) -> bytes:
    from juslint.memory import coding  # noqa: PLC0415 - a run that is recalled whole and found nothing does without

    return zlib.compress(coding.dumps(kind, value).encode("ascii"), 3)


def _unpacked(kind: Any, data: bytes) -> Any:
    from juslint.memory import coding  # noqa: PLC0415

    try:
        return coding.loads(kind, zlib.decompress(data).decode("ascii"))
    except (zlib.error, TypeError, KeyError, IndexError) as error:
        raise ValueError(str(error)) from None
