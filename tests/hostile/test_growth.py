"""Four times a hostile text may take at most so many times as long that no square hides in it. Ratios, no seconds.

Each run tries a share of the inputs and those that once grew; HOSTILE=all tries every one, HOSTILE=NAME those named so.
"""

from __future__ import annotations

import os
import time

import pytest

from hostile.inputs import inputs
from juslint import engine, fixes, reporting, scan
from juslint.cli import _formats
from juslint.config import Config
from juslint.knowledge import Knowledge
from juslint.reading import read_text

SMALL, FACTOR = 8_000, 4
WORST = 9.0  # times as long, for four times as much; the square of four is sixteen
SLACK = 0.1  # seconds that anything may take more: machines are busy
SHARE = 24
GREW = (
    "piece: suppressions .md", "piece: suppression lists", "piece: headings", "piece: underlined .md",
    "piece: notes in notes .tex", "words: addresses", "words: joint symbols", "words: corrections", "words: hudoc",
    "words: broken address, apart", "words: treaty series", "numbered: other resolutions .txt",
    "numbered: two dates of one resolution .txt", "numbered: two years of one book .md", "numbered: one letter .txt",
    "nested: strong in strong .md", "nested: notes .tex", "whole: capitals before a list .md",
    "whole: people before a list .md", "whole: titles and years .md", "whole: short forms of one author .md",
    "whole: pointers of others .md", "whole: ibid. and sources .md", "whole: quoted, one word .txt",
    "whole: one address with very many parts .txt", "numbered: names behind one another .txt",
    "numbered: days in a row .txt", "whole: slips of a sitting .md",
)  # fmt: skip
_wanted = os.environ.get("HOSTILE", "")
CHOSEN = [
    one
    for number, one in enumerate(inputs())
    if _wanted == "all" or (_wanted in one[0] if _wanted else number % SHARE == 0 or one[0] in GREW)
]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.open()


def work(path: str, text: str, knowledge: Knowledge) -> float:
    """Processor time of reading, scanning, checking, telling and mending."""
    scan.tried.cache_clear()
    start = time.process_time()
    context = engine.analyse(read_text(path, text), knowledge)
    found = engine.check([context], Config(style="un"))
    run = reporting.Run({path: context.document}, tuple(found), contexts=(context,))
    for name in ("text", "github", "rdjson", "html"):
        _formats.module(reporting, name).report(run)
    chosen = fixes._chosen(context.document, found, unsafe=True)
    if chosen and "\ud800" not in text and "\0" not in text:
        fixes._replaced(context.document, text.encode(), [edit for edits in chosen for edit in edits])
    return time.process_time() - start


@pytest.mark.parametrize(("suffix", "build"), [one for _, one in CHOSEN], ids=[name for name, _ in CHOSEN])
def test_time_grows_with_the_text_alone(suffix: str, build, knowledge: Knowledge) -> None:
    path = f"a{suffix}"
    work(path, build(500), knowledge)  # what is made once is made here
    base = work(path, build(SMALL), knowledge)
    grown = work(path, build(SMALL * FACTOR), knowledge)
    if grown > WORST * base + SLACK:  # once more, in case the machine was at something else
        base, grown = work(path, build(SMALL), knowledge), work(path, build(SMALL * FACTOR), knowledge)
    assert grown <= WORST * base + SLACK, f"{base:.3f} s, then {grown:.3f} s"
