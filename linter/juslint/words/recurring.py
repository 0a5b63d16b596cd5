"""Titles under which something appears again and again: every day, session or year."""

from __future__ import annotations

import re

RECURRING = re.compile(  # titles under which something appears again
    r"\b(?:daily|weekly|monthly|day|week|annual|anniversary|message|statement|remarks|reports?|session|meeting|yearbook|outlook|survey|review"
    r"|index|statistics|trends|state of|status|world|global|guide|handbook|country|briefing|update|summary|list|press"
    r"|communique|newsletter|bulletin|programme|budget|figures)\b"
)
SERIAL = re.compile(
    r"\b(?:attacks on the press|military balance|in transit|doing business|death sentences|freedom (?:in|on) the"
    r"|outlooks|surveys|minutes|circular|newsletters|column|diary|editorial|chronicle|conclusions|convention|treaty"
    r"|law of [0-9]|regulation|indicators?|estimates?|applica\w+"
    r"|systems?|tables?|trends?|progress|prices?|accounts?|production"
    r"|population|mortality|efficiency|decisions?|monitor|barometer|rankings?|submissions?|profiles?|opinion)\b"
)
_PARTICULAR = 12
_HEADLINE = re.compile(  # what a body did, which it may do again in the same words
    r"\b(?:condemns?|deplores?|welcomes?|urges?|calls? (?:for|on|upon)|expresses|warns?|marks?|extends?|renews?|adopts?"
    r"|appoints?|meets?|visits?|holds?|discusse[sd]|briefs?|demands?|reiterates?|strongly|deeply|voices?|hails?"
    r"|concern(?:ed)?|alarmed|launche[sd]|releases?|arrests?|killed|kills|injured|attacks?|protests?)\b"
)


def is_headline(title: str) -> bool:
    """Whether a folded title tells news that a body or agency may tell again of another day."""
    return bool(_HEADLINE.search(title))


def recurs(title: str) -> bool:
    """Whether a folded title may be borne again; one of a dozen words is hardly that of a series."""
    return bool(RECURRING.search(title) or (SERIAL.search(title) and len(title.split()) < _PARTICULAR))
