"""Sentences that tell of a letter which the texts also cite with sender, addressee and date.

`The Director wrote to the Minister of Justice of Armenia on 24 March 1997` and `the letter dated 23 March 1997 from the
Director addressed to the Minister of Justice of Armenia`: a sentence that names both in full, speaks of writing and has
one date tells of a letter. One the other way round, and the day on which a letter came, are other things.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import DAY, Date
from juslint.document import Placed, Span
from juslint.knowledge import normalise_title
from juslint.rules import _letters
from juslint.rules._places import Place
from juslint.rules._sources import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

_DATE = re.compile(rf"\b{DAY}")
_WROTE = re.compile(r"\b(?:wrote|written|writes|letters?|addressed|notes? verbales?)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:publi\w+|receiv\w+|releas\w+|circulat\w+|transmit\w+|print\w+|deliver\w+|regist\w+|met|visit\w*)\b"
)
_END = re.compile(r"(?<=[a-z0-9)\"\u201d]{3})[.;]\s|\n\s*\n")
_BEFORE, _BEHIND = 250, 250  # characters of a sentence around its date
_LEAST = 8  # characters of a folded name that tells who it is
_MOST = 300  # letters that are compared with a sentence


class Narrated(NamedTuple):
    """A date in a sentence that tells of a letter, and the mention of that letter with another date."""

    date: Date
    place: Place
    letter: Mention


def narrated(contexts: Sequence[Context]) -> Iterator[Narrated]:
    """The sentences whose date is not that of the only letter between the two, but a slip away from it."""
    letters: dict[tuple[str, str], list[Mention]] = {}
    for context in contexts:
        for reference in context.references:
            parties = _letters.between(reference)
            if parties and min(map(len, parties)) >= _LEAST and not any(map(_letters.stands, parties)):
                letters.setdefault(parties, []).append(Mention(context, reference))
    single = {
        parties: found[0]
        for parties, found in letters.items()
        if len({one.reference.date_of() for one in found}) == 1 and len(letters) <= _MOST
    }
    if single:
        for context in contexts:
            yield from _of(context, single)


def _of(context: Context, letters: dict[tuple[str, str], Mention]) -> Iterator[Narrated]:
    text = context.document.text
    taken = Placed((one.span, one) for one in context.references if one.family == "letter" and _letters.between(one))
    for found in _DATE.finditer(text):
        low, high = max(0, found.start() - _BEFORE), found.end() + _BEHIND
        cut = [*_END.finditer(text, low, found.start())]
        low = cut[-1].end() if cut else low
        end = _END.search(text, found.end() - 3, high)
        sentence = text[low : end.start() if end else high]
        span = Span(*found.span())
        if len(_DATE.findall(sentence)) != 1 or not _WROTE.search(sentence) or _LATER.search(sentence):
            continue
        date = Date.parse(" ".join(found[0].split()))
        if (
            date is None
            or _letters.tells_of_another(sentence)
            or any(one.span.overlaps(span) for one in taken.at(span))
        ):
            continue
        said = f" {normalise_title(sentence)} "
        meant = [one for parties, one in letters.items() if _is_from_to(said, *parties)]
        own = meant[0].reference.date_of() if len(meant) == 1 else None
        if own and own.day and own != date and _letters.slipped_date(own, date):
            yield Narrated(date, Place(context.document, span), meant[0])


def _is_from_to(said: str, sender: str, recipient: str) -> bool:
    """Whether a folded sentence has both, and the letter goes from the one to the other."""
    places = [said.find(f" {side} ") for side in (sender, recipient)]
    if min(places) < 0:
        return False
    before = [said[: place + 1].endswith((" by ", " from ", " by the ", " from the ")) for place in places]
    return not before[1] and (before[0] or places[0] < places[1])
