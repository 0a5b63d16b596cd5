"""The findings of an edited text are those of a fresh start, always."""

from __future__ import annotations

import os
import random
from dataclasses import replace

from juslint import engine
from juslint.document import Span
from juslint.knowledge import Knowledge
from juslint.lsp.analysis import Analyser
from juslint.lsp.settings import Settings, Wishes
from juslint.lsp.texts import UTF_16, Position, Text
from juslint.reading import read_text
from juslint.suppress import source_span

EDITS = int(os.environ.get("JUSLINT_EDITS", "120"))  # the long run has 10,000
PIECES = (
    "The Security Council, in its resolution 822 (1992), spoke. ",
    "See S/RES/822 (1993) and A/74/676–S/2020/90. ",
    "resolutions 853 (1993) and 874 (1993)",
    "[the report](#) of 31 February 2020 ",
    "Fatullayev v. Azerbaijan, no. 40984/07, § 87. ",
    "letter dated 24 March 1997",
    "<!-- juslint: ignore[link-empty] reason -->",
    "\r\n",
    "\n\n",
    "\r",
    "\f",
    "\u2028",
    "\U0001f600",
    "\U0001d504\u00e9",
    "\u00a0",
    "# Heading\n",
    "[^1]: ",
    "1",
    " ",
)


def drawn(chance, text):
    """A place and what to put there, as an editor would say it."""
    first = chance.randint(0, len(text.source))
    last = min(len(text.source), first + chance.choice((0, 0, 0, 1, 1, 5, 40)))
    start, end = (at - (text.source[max(0, at - 1) : at + 1] == "\r\n") for at in (first, last))
    new = "".join(chance.choice(PIECES) for _ in range(chance.choice((0, 1, 1, 2))))
    return text.positions(Span(start, end)), new


def test_random_edits_and_undo(tmp_path):
    chance = random.Random(20261121)
    knowledge, settings = Knowledge.open(), Settings(Wishes())
    path, other = str(tmp_path / "draft.md"), tmp_path / "other.md"
    other.write_text("See resolution 822 (1993). The letter dated 23 March 1997.\n", encoding="utf-8")
    analyser = Analyser()
    text, history = Text("".join(PIECES), UTF_16, 0), []
    for number in range(EDITS):
        if history and chance.random() < 0.2:
            text = replace(history.pop(), version=number)
        else:
            history.append(text)
            (start, end), new = drawn(chance, text)
            mirror = utf16(text.source, start, end, new)
            text = text.changed(text.span(Position(*start), Position(*end)), new, number)
            assert text.source == mirror
        if len(text.source) > 3000:
            text, history = Text("".join(PIECES), UTF_16, number), []
        analyser.snapshot = replace(analyser.snapshot, opened={path: text}, roots=(tmp_path,), settings=settings)
        fresh = [engine.analyse(read_text(path, text.source), knowledge)]
        fresh.append(engine.analyse(read_text(str(other), other.read_text(encoding="utf-8")), knowledge))
        wanted = {(one.path, one.rule, one.span, one.message, one.fix) for one in engine.check(fresh[::-1], settings)}
        found = {
            (one.path, one.rule, one.span, one.message, one.fix)
            for some in analyser.findings(path).values()
            for one in some
        }
        assert found == wanted


def utf16(source, start, end, new):
    """What an editor makes of a change: it counts UTF-16 units in lines that end at \\r\\n, \\n or \\r."""
    lines, line = [], []
    units = source.encode("utf-16-le")
    pairs = [units[at : at + 2] for at in range(0, len(units), 2)]
    for at, unit in enumerate(pairs):
        line.append(unit)
        if unit == b"\n\0" or (unit == b"\r\0" and pairs[at + 1 : at + 2] != [b"\n\0"]):
            lines.append(line)
            line = []
    lines.append(line)

    def place(position):
        return sum(map(len, lines[: position.line])) + position.character

    first, last = place(start), place(end)
    return b"".join([*pairs[:first], new.encode("utf-16-le"), *pairs[last:]]).decode("utf-16-le")


def test_every_version_that_is_published_is_whole(session):
    """Changes that come faster than the findings: what is published of a version is what a fresh start says of it."""
    chance = random.Random(7)
    path = session.root / "draft.md"
    text = Text("".join(PIECES) * 8, UTF_16, 0)
    uri = session.open(path, text.source, version=0)
    versions = [text]
    for number in range(1, 60):
        (start, end), new = drawn(chance, text)
        text = text.changed(text.span(Position(*start), Position(*end)), new, number)
        versions.append(text)
        where = {side: {"line": at.line, "character": at.character} for side, at in (("start", start), ("end", end))}
        session.change(uri, number, {"range": where, "text": new})
    session.findings(uri, version=59)
    published = [one["params"] for one in session.heard if one["method"] == "textDocument/publishDiagnostics"]
    assert len(published) > 1
    knowledge, settings = Knowledge.open(), Settings(Wishes())
    for told in published:
        whole = versions[told["version"]]
        found = engine.check([engine.analyse(read_text(str(path), whole.source), knowledge)], settings)
        document = read_text(str(path), whole.source)
        wanted = [(one.rule, tuple(whole.position(source_span(document, one).start))) for one in found]
        starts = [(one["code"], tuple(one["range"]["start"].values())) for one in told["diagnostics"]]
        assert sorted(starts) == sorted(wanted)
