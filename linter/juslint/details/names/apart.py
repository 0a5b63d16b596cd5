"""Whether a text shows that two like names are of two persons or things, however much their surroundings share.

One is somebody's given name and the other a family name; or the names beside them are others; or each is introduced
with a given name of its own; or one passage names both at length, where one person would be called by the family name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.details.names import families as family_names
from juslint.details.words import COMMON, INSTRUMENTS, OFFICES, RANKS, TITLES
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_WORDS = COMMON | OFFICES | TITLES | INSTRUMENTS
_STEM = 4  # letters with which two forms of a word begin
_FRAME, _BREATH = 2, 2  # words before two that are told in parallel, and segments between two that are told in a row
_LINE = 8  # details of a line that names one person
_AT_LENGTH = 2  # other names and titles beside one


def are_two(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two names are of two, wherever they stand."""
    if _are_words(details, odd, rival):
        return True
    short, long = sorted((odd.value, rival.value), key=len)
    if long == f"{short}s" and short in INSTRUMENTS:
        return True
    alike = likeness.same_letters(odd.value, rival.value) >= _STEM and not likeness.slip(short, long)
    if alike and short.endswith("s") and long.endswith("s"):  # War Criminals, War Crimes
        return True
    last, other = (_is_last(details, one) for one in (odd, rival))
    if last is not None and other is not None and last != other:
        return True
    if _is_titled_given(details, odd, rival) or _is_titled_given(details, rival, odd):
        return True
    if _are_listed(details, odd, rival) or _have_other_families(details, odd, rival):
        return True
    return _are_introduced_apart(details, odd, rival)


def _are_words(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether the odd one is a word for an office or institution, or one that the text writes small; not in titles."""
    titles = (details.document.emphases_by_place, details.document.quotations_by_place)
    if all(any(any(marks.at(one.span)) for marks in titles) for one in (odd, rival)):
        return False
    small = any(("word", said) in details.places for said in (odd.value, odd.value.removesuffix("s")))
    return odd.value in _WORDS or (small and likeness.slip(odd.value, rival.value))


def are_in_one_breath(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether a sentence names both under different ranks, or it or its neighbours both at length or in parallel.

    The two stand in one paragraph.
    """
    apart = abs(odd.segment - rival.segment)
    if apart > _BREATH:
        return False
    ranks = [_rank(details, one) for one in (odd, rival)]
    if apart == 0 and None not in ranks and ranks[0] != ranks[1]:
        return True
    frames = [_frame(details, one) for one in (odd, rival)]
    if frames[0] == frames[1] and len(frames[0]) == _FRAME:
        return True
    return all(_is_at_length(details, one) for one in (odd, rival))


def _are_listed(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether two lines of a list, as of those who sign, have little more than two names at length."""
    if not 0 < abs(odd.segment - rival.segment) <= _BREATH:
        return False
    lines = [details.segments[one.segment] for one in (odd, rival)]
    if any(len(line) > _LINE or any(one.kind not in {"name", "word"} for one in line) for line in lines):
        return False
    return all(_is_at_length(details, one) for one in (odd, rival))


def _before(details: Details, one: Detail) -> Sequence[Detail]:
    """The names and initials right before a name, without titles."""
    segment, at = details.segments[one.segment], one.at
    while at and segment[at].gap in {" ", ". ", "."} and segment[at - 1].kind == "name":
        if segment[at - 1].value in TITLES | RANKS:
            break
        at -= 1
    return segment[at : one.at]


def _behind(details: Details, one: Detail) -> Sequence[Detail]:
    """The names right behind a name."""
    segment, at = details.segments[one.segment], one.at + 1
    while at < len(segment) and segment[at].gap == " " and segment[at].kind == "name":
        at += 1
    return segment[one.at + 1 : at]


def _is_last(details: Details, one: Detail) -> bool | None:
    """Whether a name ends those of a person or begins those of a firm (Tate & Lyle), or begins those of a person.

    None where it does neither, or both.
    """
    segment = details.segments[one.segment]
    if one.at + 1 < len(segment) and "&" in segment[one.at + 1].gap:
        return True
    first, last = bool(_behind(details, one)), bool(_before(details, one))
    return last if first != last else None


def _is_titled_given(details: Details, one: Detail, other: Detail) -> bool:
    """Whether behind a title one is a given name, and the other all there is: Mr Nicholas Evans, Lord Nicholls."""
    if _rank(details, one) is None or _rank(details, other) is None or _is_last(details, one) is not False:
        return False
    return not _behind(details, other) and not _before(details, other)


def _have_other_families(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether both are given names, and what ends the names differs as well: Olaf Brekke, Olav Brekken."""
    behind = [_behind(details, one) for one in (odd, rival)]
    return all(behind) and behind[0][-1].value != behind[1][-1].value and _rank(details, odd) is not None


def _are_introduced_apart(details: Details, odd: Detail, rival: Detail) -> bool:
    """Whether the text has each with a given name of its own, and neither with that of the other one."""
    given = [details.forenames.get(each.value, set()) for each in (odd, rival)]
    return all(given) and not any(family_names.agree(one, other) for one in given[0] for other in given[1])


def _is_at_length(details: Details, one: Detail) -> bool:
    """Whether it stands among three names of a person, or two with a title."""
    before = _before(details, one)
    at = before[0].at if before else one.at
    titled = at > 0 and details.segments[one.segment][at - 1].value in TITLES | RANKS
    return titled + len(before) + len(_behind(details, one)) >= _AT_LENGTH


def _frame(details: Details, one: Detail) -> tuple[str, ...]:
    """The two words that open a bracket right before a name: `(Red de Puertos)`."""
    before = details.segments[one.segment][max(0, one.at - _FRAME) : one.at]
    return tuple(each.value for each in before) if before and before[0].gap.endswith("(") else ()


def _rank(details: Details, one: Detail) -> str | None:
    before = details.segments[one.segment][max(0, one.at - 1) : one.at]
    return before[0].value if before and before[0].value in TITLES | RANKS else None
