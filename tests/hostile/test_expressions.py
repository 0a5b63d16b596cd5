"""Expressions that once took the square of a text in which they find nothing: four times the text, four times the time.

Each is asked as its module asks it. Ratios, no seconds.
"""

from __future__ import annotations

import re
import time
from importlib import import_module

import pytest

FACTOR, WORST, SLACK = 4, 9.0, 0.02
CASES = (  # module, expression, how it is asked, the text before the piece, the piece
    ("config", "_ENDLESS_KEY", "search", "", "9"),
    ("config", "_ENDLESS_KEY", "search", "", "a. "),
    ("families._court_pages", "_COURTS", "match", "", "9"),
    ("families._echr_dates", "_WRITTEN", "search", "1", "\n"),
    ("families._echr_dates", "_WRITTEN", "search", "\u043d\u043e\u044f\u0431\u0440\u044f  1th", "\n"),
    ("families._echr_dates", "_WRITTEN", "search", "1 May", " "),
    ("families._echr_names", "_EARLIER", "match", "", "A"),
    ("families._echr_names", "_LEAD_IN", "match", "See ", "see "),
    ("families._echr_names", "_SENTENCE_END", "match", "", ";"),
    ("families._echr_names", "_TAIL", "search", "", ","),
    ("families._echr_names", "_TAIL", "search", "", " ("),
    ("families._world_court", "_PARTIES", "match", "", "\u201d"),
    ("families._world_court", "_RULED_ON", "match", "", "*"),
    ("knowledge.flow_rows", "_FIELD", "match", "z", "a"),
    ("structure.head", "_NUMBERED", "match", "General Assembly", "\t"),
    ("structure.head", "_ORGANS_LINE", "fullmatch", "General Assembly", "\t"),
    ("suppress", "_BODY", "match", "", "\n"),
    ("suppress", "_FENCE", "search", "```a\n", "`\n"),
    ("suppress", "_FENCE", "search", "", "`"),
    ("suppress", "_TICKS", "search", "", "a"),
)


@pytest.mark.parametrize(("module", "name", "how", "before", "piece"), CASES)
def test_an_expression_that_finds_nothing(module: str, name: str, how: str, before: str, piece: str) -> None:
    found = getattr(import_module(f"juslint.{module}"), name)
    expressions = [found] if isinstance(found, re.Pattern) else [one for one, _ in found]
    small, large = (f"{before}{(piece * size)[:size]}\0" for size in (4_000, 4_000 * FACTOR))
    work(expressions, how, small)
    base, grown = work(expressions, how, small), work(expressions, how, large)
    if grown > WORST * base + SLACK:  # once more, in case the machine was at something else
        base, grown = work(expressions, how, small), work(expressions, how, large)
    assert grown <= WORST * base + SLACK, f"{base:.4f} s, then {grown:.4f} s"


def work(expressions: list[re.Pattern[str]], how: str, text: str) -> float:
    """Processor time of asking each once."""
    start = time.process_time()
    for one in expressions:
        getattr(one, how)(text)
    return time.process_time() - start
