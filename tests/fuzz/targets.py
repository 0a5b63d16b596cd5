"""What is fuzzed: functions that take any bytes and raise where a promise is broken. `TARGETS` has them by name.

The bytes come from a fuzzer (`run.py`), or from `corpus/`, where every input that ever broke a promise is kept.
"""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reading.describe import check as check_document

from juslint import authorities, baseline, config, engine, fixes, reporting, suppress
from juslint.cli import _formats
from juslint.knowledge import Knowledge, KnowledgeError
from juslint.knowledge.checking import check
from juslint.reading import ReadError, decode, read_text
from juslint.reporting import authorities as tables
from juslint.reporting import references
from juslint.scan import scan_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.document import Document


def _text(data: bytes) -> str:
    """Any text: also one with characters that no file can hold."""
    return data.decode("utf-8", "surrogateescape").replace("\r\r", "\r")


def _reader(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        check_document(_document(data, suffix))

    return target


def _document(data: bytes, suffix: str = ".md") -> Document:
    document = read_text(f"a{suffix}", _text(data))
    assert document.source == _text(data)
    return document


def _one_line(error: Exception, file: Path | None = None) -> None:
    """What every refusal is: one line, which names the file unless its caller does."""
    assert "\n" not in str(error)
    assert file is None or str(file) in str(error)


def bytes_(data: bytes) -> None:
    """Decoding gives text that encodes to the same bytes, or one line of advice."""
    try:
        text, codec = decode(data)
    except ReadError as error:
        _one_line(error)
    else:
        assert text.encode(codec) == data


def scanner(data: bytes) -> None:
    """References stand where they say, and siblings never overlap."""
    text = _text(data)
    end = 0
    for reference in scan_text(text, _knowledge()):
        assert reference.text == text[slice(*reference.span)]
        assert all(0 <= part.span.start <= part.span.end <= len(text) for part in reference.parts.values())
        if reference.within is None:
            assert reference.span.start >= end
            end = reference.span.end


def rules(data: bytes) -> None:
    """Every rule takes every text; what is found has a place; mending ends, and a second time changes nothing."""
    for suffix in (".md", ".html", ".tex"):
        try:
            text, _ = decode(data)
        except ReadError:
            return
        context = engine.analyse(read_text(f"a{suffix}", text), _knowledge())
        for style in (None, "un", "strasbourg", "oscola4"):
            settings = config.Config(style=style)
            for finding in engine.check([context], settings):
                place = suppress.source_span(context.document, finding)
                assert 0 <= place.start <= place.end <= len(text)
                assert "\n" not in finding.message
        mended = fixes.mend(
            [context], lambda them: engine.check(them, config.Config()), unsafe=True, given={f"a{suffix}": data}
        )
        if change := mended.changes.get(f"a{suffix}"):
            again = fixes.mend(
                mended.contexts,
                lambda them: engine.check(them, config.Config()),
                unsafe=True,
                given={f"a{suffix}": change.after},
            )
            assert not again.changes, "a second run mends more"


def told(data: bytes) -> None:
    """What is read and found in any text can be told in every format: findings, references, authorities."""
    try:
        text, _ = decode(data)
    except ReadError:
        return
    context = engine.analyse(read_text("a.md", text), _knowledge())
    found = engine.check([context], config.Config())
    run = reporting.Run({"a.md": context.document}, tuple(found), contexts=(context,))
    for name in _formats.names(reporting):
        assert _formats.module(reporting, name).report(run)[-1:] in {"", "\n"}
    for name in _formats.names(references):
        assert all(isinstance(piece, str) for piece in _formats.module(references, name).export((context,)))
    groups = authorities.grouped(authorities.gather((context,)))
    for name in _formats.names(tables):
        assert isinstance(_formats.module(tables, name).render(groups), str)


def suppressions(data: bytes) -> None:
    """Comments lie in the file and in order; taking an idle one out leaves the rest as it was."""
    for suffix in (".md", ".tex"):
        document = _document(data, suffix)
        last = 0
        for one in suppress.find(document):
            assert last <= one.span.start < one.span.end <= len(document.source)
            assert all(document.source[slice(*span)] == name for name, span in one.names)
            assert 0 <= one.holds.start <= one.holds.end <= len(document.source)
            last = one.span.end
        known = {"link-empty", "broken-url"}
        for unused in suppress.apply(document, (), known, known)[1]:
            assert unused.edit.span.start <= unused.span.start
            assert unused.edit.text == ""


def configuration(data: bytes) -> None:
    """Settings, or one line that names the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "juslint.toml"
        file.write_bytes(data)
        try:
            engine.selected(config.load(file))
        except config.ConfigError as error:
            _one_line(error, file)


def ledger(data: bytes) -> None:
    """A ledger, or one line that names the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "baseline.json"
        file.write_bytes(data)
        try:
            baseline.load(file)
        except baseline.BaselineError as error:
            _one_line(error, file)


def knowledge_base(data: bytes) -> None:
    """Every fault of a file is named at a place in it; what cannot be compiled is one line."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("sources/a-b-2001.yaml", "bodies/a.yaml", "un/security-council/resolutions/1993.yaml"):
            file = Path(folder) / "kb" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        lines = data.count(b"\n") + data.count(b"\r") + 2
        for fault in check([Path(folder) / "kb"]):
            assert 1 <= fault.line <= lines, fault
            assert "\n" not in fault.message
        try:
            Knowledge.open((Path(folder) / "kb",))
        except KnowledgeError as error:
            _one_line(error)


def own_base(data: bytes) -> None:
    """An entry of a user's own base is refused in one line, or every rule and list takes what it says."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "kb/sources/roe-river-2016.yaml"
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        try:
            knowledge = Knowledge.open((Path(folder) / "kb",))
        except KnowledgeError as error:
            _one_line(error)
            return
    context = engine.analyse(read_text("a.md", _CITING), knowledge)
    engine.check([context], config.Config(style="un"))
    for name in _formats.names(references):
        assert all(isinstance(piece, str) for piece in _formats.module(references, name).export((context,)))


_CITING = """Jane Roe, *The Long River* (Leiden, Brill, 2017), p. 45. See https://a.b/river and Roe, *Long River*, p. 7.

Letter dated 24 March 1997 from Jane Roe to the Minister of Justice. S/2020/1. J. Row, \u201cThe Long River\u201d, 2018.
"""


@cache
def _knowledge() -> Knowledge:
    return Knowledge.open()


TARGETS: dict[str, Callable[[bytes], None]] = {
    "plain": _reader(".txt"),
    "markdown": _reader(".md"),
    "html": _reader(".html"),
    "latex": _reader(".tex"),
    "bytes": bytes_,
    "scanner": scanner,
    "rules": rules,
    "told": told,
    "suppressions": suppressions,
    "configuration": configuration,
    "ledger": ledger,
    "knowledge-base": knowledge_base,
    "own-base": own_base,
}
