"""What surely tells two things apart that are each given a year: another day, title, number, court or edition.

And, in prose, that something else is said to have happened in the one year: that it was amended, or came into force.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.details.words import LABELS
from juslint.details.years.forms import GIVEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from juslint.details.tokens import Detail
    from juslint.details.years.told import Told

_BEFORE, _BEHIND, _BESIDE = 14, 6, 20  # details on either side of a year that tell of an edition, or of a number
_HAPPENED = frozenset(  # what else happens in a year, to what was made or to who made it
    """force effect ratification accession amendment amendments revision reprint translation until since before after
    between till during that which who whom whose where when heard came went began became took sat ran met won lost
    fell rose stood left built sold bought paid sent brought held made grew knew saw spoke taught begun done taken
    seen""".split()  # noqa: SIM905
)
_CHANGED = frozenset("revised reprinted translated amended updated expanded".split())  # noqa: SIM905 - of a work
_ORDINALS = {
    word: number
    for number, words in enumerate(
        ["first 1st i", "second 2nd 2d ii", "third 3rd 3d iii", "fourth 4th iv", "fifth 5th v", "sixth 6th vi"], 1
    )
    for word in words.split()
}
_EDITIONS = frozenset("ed edition revised reprint reissue".split())  # noqa: SIM905
PHASES = frozenset(  # of which each has a judgment or a year of its own
    """jurisdiction admissibility admissible inadmissible merit merits preliminary objections objection provisional
    interim measure measures order orders appeal appeals appealed reparation reparations compensation satisfaction
    interpretation revision application applications filed instituted lodged registered intervention hearing hearings
    heard pending request counsel remand rehearing communicated pleading pleadings memorial dissent dissenting separate
    enforcement execution""".split()  # noqa: SIM905
)
_KEPT_APART = LABELS | frozenset("part case resolution application paper opinion annex phase".split())  # noqa: SIM905


def are_two(one: Told, other: Told) -> bool:
    """Whether the days or titles differ, or one is about the other."""
    if not _may_be_of_a_day(one, other) or _have_two_titles(one, other):
        return True
    return one.is_about_work != other.is_about_work


def have_two_years(one: Told, other: Told, shared: Set[str]) -> bool:
    """Whether two different years are those of two things, or of two events."""
    also = any(_is_also(told) for told in (one, other))
    return (
        also or _have_two_phases(one, other) or _have_two_numbers(one, other) or _something_happened(one, other, shared)
    )


def _have_two_phases(one: Told, other: Told) -> bool:
    """Whether both are said of a case, and the one of its jurisdiction, the other of its merits, or of nothing such.

    `Merits, Reparations and Costs` is all of it.
    """
    if not all(any(each.value == "v" for each in told.segment) for told in (one, other)):
        return False
    ours, theirs = ({each.value for each in _beside(told) if each.value in PHASES} for told in (one, other))
    whole = not (ours and theirs) and {"merit"} < ours | theirs
    return ours != theirs and not whole


def _is_also(told: Told) -> bool:
    """Whether another work is added: `see also Quillfeather (2006)`."""
    return any(each.value == "also" for each in told.segment[max(0, told.when.at - _BEHIND) : told.when.at])


def _may_be_of_a_day(one: Told, other: Told) -> bool:
    """Whether the months and days agree, as far as both are told."""
    if one.day and other.day:
        return one.day.startswith(other.day) or other.day.startswith(one.day)
    either = any(mine.startswith(day) or day.startswith(mine) for mine in one.days for day in other.days)
    return either or not (one.days and other.days)


def _have_two_titles(one: Told, other: Told) -> bool:
    """Whether titles are told of both, and none of them is one: in quotation marks, as of articles, or any."""
    quoted = one.quoted and other.quoted
    ours, theirs = (told.quoted if quoted else told.titles for told in (one, other))
    alike = any(f" {mine} " in f" {title} " or f" {title} " in f" {mine} " for mine in ours for title in theirs)
    return bool(ours and theirs) and not alike


def _something_happened(one: Told, other: Told, shared: Set[str]) -> bool:
    """Whether between the nearest word and the year, in prose, it is said what else happened in that year."""
    for told in (one, other) if shared else ():
        near = min((told.words[said].at for said in shared), key=lambda at, told=told: abs(at - told.when.at))  # type: ignore[misc]
        low, high = sorted((near, told.when.at))
        between = told.segment[low + 1 : high]
        whole = told.form == "of" and told.segment[told.when.at - 1].gap == ", "  # a report on what was done, of 2011
        if not (told.listed or whole) and any(
            _happens(told.segment, each) and not _is_behind(told, each) for each in between
        ):
            return True
    return False


def _is_behind(told: Told, one: Detail) -> bool:
    """Whether a title stands between what happened and a year in brackets: that is the year of the title."""
    return told.form == "bracket" and one.at < told.behind and one.value not in _CHANGED


def _happens(segment: Sequence[Detail], one: Detail) -> bool:
    if one.value == "came" and segment[one.at + 1].value == "out":
        return False
    verb = one.kind == "word" and one.value.endswith("ed") and len(one.value) > len("need")
    return one.value in _HAPPENED or (verb and one.value not in GIVEN)


def _have_two_numbers(one: Told, other: Told) -> bool:
    """Whether numbers, courts or editions differ beside the years, or the numbers behind one label."""
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return True
    courts = [told.once(_court) for told in (one, other)]
    if all(courts) and courts[0] != courts[1]:
        return True
    ours, theirs = (told.once(_editions) for told in (one, other))
    if ours != theirs and ((ours and theirs and not ours & theirs) or any(map(_is_of_edition, (one, other)))):
        return True
    labelled = [told.once(_labels) for told in (one, other)]
    return any(labelled[0][label] != labelled[1][label] for label in labelled[0].keys() & labelled[1].keys())


def _beside(told: Told) -> Sequence[Detail]:
    if told.listed:
        return told.segment
    return told.segment[max(0, told.when.at - _BEFORE) : told.when.at + _BEHIND]


def _is_of_edition(told: Told) -> bool:
    return any(each.value in _EDITIONS for each in _beside(told))


def _labels(told: Told) -> dict[str, str]:
    """The numbers right beside a year, by the word in front of each."""
    return dict(_labelled(told))


def _editions(told: Told) -> set[int]:
    return {_ORDINALS[each.value] for each in _beside(told) if each.value in _ORDINALS}


def _court(told: Told) -> str:
    """The court or reports behind a year in square brackets: `[2019] EWHC 60`."""
    behind = told.segment[told.when.at + 1 : told.when.at + 2]
    return behind[0].value if behind and behind[0].gap.startswith("]") else ""


def _labelled(told: Told) -> Iterator[tuple[str, str]]:
    for label, one in pairwise(told.segment):
        numbered = one.kind in {"number", "code", "year"} and one is not told.when
        if numbered and label.value in _KEPT_APART and abs(one.at - told.when.at) < _BESIDE:
            yield label.value, one.value
