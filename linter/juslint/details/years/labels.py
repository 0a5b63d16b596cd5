"""What speaks for a year being that of a work because its author stands right before it: `(Morrison 2011)`.

Or because the work is the author's: `Hemmi's article of 1994`, `Crosland's life of him (1982)`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.details.rarity import stem
from juslint.details.years.forms import WORKS
from juslint.details.years.told import is_common

if TYPE_CHECKING:
    from juslint.details.text import Details
    from juslint.details.tokens import Detail
    from juslint.details.years.told import Told

_LABEL, _OWNER, _WHOSE = 2.0, 1.5, 1.2  # `(Morrison 2011)`, `Hemmi's article of 1994`, `Crosland's life of him (1982)`
_AUTHORS, _CLOSE = 8, 9  # details that can be authors, and before a year
_LABELLED = 5  # details of a bracket with authors and a year
_PLACES = 50  # of a year that are looked at
_OWN = ("'", "\u2019")


def label(details: Details, one: Told, other: Told) -> float:
    """Points where the one names the author of the other right before its year, or whose work is of it."""
    at = one.when.at
    if not at or (not other.listed and other.form != "bracket"):
        return 0.0
    owners = [each for each, behind in pairwise(one.segment[max(0, at - _CLOSE) : at]) if behind.gap[:1] in _OWN]
    if not other.listed:
        if _is_pointer(one) and _owns_work(other, author := one.segment[at - 1 - (one.form == "of")]):
            return 0.0 if _is_told_elsewhere(details, one, author) else _LABEL
        named = any(stem(each) in other.named for each in owners if each.at == at - 3)
        return _OWNER if one.form == "of" and named and one.segment[at - 2].value in WORKS else 0.0
    authors = {
        each.key
        for each in other.segment[:_AUTHORS]
        if each.kind == "name" and not is_common(each) and len(each.value) > 2 and each.at < other.when.at
    }
    if any(_have_two_initials(one, other, key) for key in authors):
        return 0.0
    opened = next((each for each in reversed(one.segment[max(0, at - _CLOSE) : at + 1]) if "(" in each.gap), None)
    imprint = opened is not None and at - opened.at > _LABELLED  # place and publisher before the year
    if one.form == "bracket" and one.segment[at - 1].key in authors and not imprint:
        return _LABEL
    told = opened is not None and opened.at > 0 and one.form == "bracket" and not one.listed
    if opened is not None and told and one.segment[opened.at - 1].key in authors:
        return _WHOSE
    return _WHOSE if not one.listed and any(each.key in authors for each in owners) else 0.0


def _is_pointer(one: Told) -> bool:
    """Whether an author and a year are all that is told of a work: `Klein (2005)`, `Bacon of 1897`."""
    at = one.when.at
    author = one.segment[at - 1 - (one.form == "of")] if at > 1 else None
    close = one.form == "of" or one.when.gap == " ("
    return one.when.kind == "year" and author is not None and author.kind == "name" and close and not is_common(author)


def _is_told_elsewhere(details: Details, one: Told, author: Detail) -> bool:
    """Whether a year stands with its author elsewhere too, as in a list, where the author has a work of it."""
    return any(
        place.segment != one.when.segment and any(each.key == author.key for each in details.segments[place.segment])
        for place in details.places.get(one.when.key, ())[:_PLACES]
    )


def _owns_work(told: Told, author: Detail) -> bool:
    """Whether what is of a year is the work of an author: `Klein's book ... (2005)`, `Bacon's` and a title."""
    return any(
        each.key == author.key
        and stem(each) in told.named
        and behind.gap[:1] in _OWN
        and (behind.value in WORKS or any(title.startswith(behind.value) for title in told.titles))
        for each, behind in pairwise(told.segment[: told.when.at])
    )


def _have_two_initials(one: Told, other: Told, name: tuple[str, str]) -> bool:
    """Whether a name stands beside other initials in both: `A. Rakhimov`, `Rakhimov, S.`."""
    ours, theirs = (
        {
            each.value
            for place in told.segment
            if place.key == name
            for each in told.segment[max(0, place.at - 1) : place.at + 2]
            if each.kind == "name" and len(each.value) == 1
        }
        for told in (one, other)
    )
    return bool(ours and theirs) and not ours & theirs
