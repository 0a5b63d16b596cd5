"""Where an entry of a list of works says that it appeared: a journal with its numbers, proceedings, an archive.

`Journal, 12(3), 201–229` · `Journal 258 (1): 1–26` · `Journal, 34(1):1–36` ·
`In Proceedings of X, pages 1–9, Town, Land` · `arXiv preprint arXiv:2307.15703`

Source: Publication Manual of the APA, 7th edition; Chicago Manual of Style, 17th edition; the Association for
Computational Linguistics' style of references.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juslint.document import Span

PAGES = r"[A-Ze]?[0-9]{1,7}(?:\s?[-\u2010-\u2013]\s?[A-Ze]?[0-9]{1,5})?"
_YEAR = r"(?P<year>(?:1[5-9]|20)[0-9]{2})"
_UP = r"[A-Z\u00c0-\u017f]"
_CONTAINER = rf"(?P<container>{_UP}[^\d().\u201c\u201d\"]{{2,120}}?(?:\s\({_UP}[A-Za-z ]+\))?)"
_ABBREVIATED = (  # Artif. Intell. Law
    rf"(?P<container>(?:{_UP}[\w&-]*\.?|of|and|the|in|for|&)(?:\s(?:{_UP}[\w&-]*\.?|of|and|the|in|for|&)){{0,9}})"
)
_NUMBER = r"(?P<number>[0-9]{1,4}(?:[-\u2013][0-9]{1,4})?)"
_ISSUE = _NUMBER.replace("number", "issue")
_DATED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_CONTAINER},\s+(?P<volume>[0-9]{{1,4}})(?:\s?\({_NUMBER}\))?,\s+(?:pp?\.\s*|Article\s+)?(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER}\s+(?P<volume>[0-9]{{1,4}})(?:\s?\({_NUMBER}\)|,\s+no\.\s+{_ISSUE})?:\s+(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER},\s+(?P<volume>[0-9]{{1,4}})(?:\s?\({_NUMBER}\))?\.?$",
        rf"{_CONTAINER},\s+vol\.\s+(?P<volume>[0-9]{{1,4}}),\s+(?:no\.\s+{_NUMBER},\s+)?(?:pp?\.\s*)(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER},\s+(?P<day>[0-9]{{1,2}}\s+[A-Z][a-z]+),\s+p\.\s?(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER},\s+(?P<volume>[0-9]{{1,4}})(?:\s?\({_NUMBER}\))?:\s?(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER},\s+pages\s+(?P<pages>{PAGES})\.?$",
        rf"{_ABBREVIATED},\s+(?P<volume>[0-9]{{1,4}})(?:\s?\({_NUMBER}\))?(?:,\s+|:\s?)(?P<pages>{PAGES})\.?$",
        r"(?P<container>arXiv)(?:\s+preprint)?(?:\s+arXiv)?:\s?(?P<number>[0-9]{4}\.[0-9]{4,5}(?:v[0-9])?)\.?$",
    )
)
_UNDATED = tuple(  # the year behind volume and number
    re.compile(pattern)
    for pattern in (
        rf"{_CONTAINER},?\s+(?P<volume>[0-9]{{1,4}})(?:,\s+nos?\.\s+{_ISSUE})?\s+\({_YEAR}\):\s+(?P<pages>{PAGES})\.?$",
        rf"{_CONTAINER},\s+vol\.\s+(?P<volume>[0-9]{{1,4}}),\s+(?:[Nn]o\.\s+{_NUMBER}\s+)?\({_YEAR}\),\s+pp?\.\s*(?P<pages>{PAGES})\.?$",
    )
)
_PLACE = rf"{_UP}[A-Za-z\u00c0-\u017f\u2019' -]{{2,30}}|St\.\s{_UP}[a-z\u2019']+"
PROCEEDINGS = re.compile(  # In Proceedings of X (Volume 1: Long Papers), pages 1–9, Florence, Italy
    rf"In\s+(?P<container>{_UP}[^.\u201c\u201d\"]{{6,250}}?)(?:,\s+volume\s+(?P<volume>[0-9]{{1,4}}))?(?:,\s+pages\s+(?P<pages>{PAGES}))?"
    rf"(?:,\s+(?P<place>(?:{_PLACE})(?:,\s+(?:{_PLACE})){{0,2}}))?\.?$"
)


def journal(text: str, first: Span, last: Span, *, dated: bool) -> re.Match[str] | None:
    """The journal in the pieces from `first` to `last`: one, but where its name is abbreviated."""
    forms = _DATED if dated else _UNDATED
    return next((found for one in forms if (found := one.match(text, first.start, last.end))), None)
