"""Whether two details that may be one surely are, so that the odd one is a slip: judged by their kind."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from juslint.rules import _likeness, _recurring
from juslint.rules._detail_pairs import MONTHS, SMALL, STRONG
from juslint.rules._states import STATES

if TYPE_CHECKING:
    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail

_LOCATORS = frozenset(  # what stands before a number that is a place in a source, or a count
    "para paras paragraph paragraphs p pp page pages art arts article articles section sections sect chap chapter note"  # noqa: SIM905
    " notes footnote n nn fn line at point points annex annexes appendix item rule day days enclosure exhibit figure"
    " table part phase ibid see question goal goals target targets group category class type level grade session".split()
)
_LABELS = frozenset("no nos vol volume number issue bulletin ordinance decree law act order".split())  # noqa: SIM905
_NOUNS = frozenset(  # what is named by its date
    "letter note minute remark statement memorandum memo report judgment judgement order decision ruling interview"  # noqa: SIM905
    " communique protocol agreement treaty declaration speech telegram cable dispatch despatch email message decree"
    " ordinance verbale address article release post record log affidavit testimony conference award thesis".split()
)
_ANNEXES = frozenset("annex annexe appendix enclosure exhibit attachment".split())  # noqa: SIM905
_YEARLY = frozenset("anniversary anniversaries annual annually yearly commemorate commemorating commemoration".split())  # noqa: SIM905
_KNOWN = frozenset("his her its our their my your same that above".split())  # noqa: SIM905 - what was named before
_BY_DAY = re.compile(r"[0-9]{1,2}/[0-9]{1,3}[A-Z]?|(?:A|E)/RES/.*|[0-9]{4}/[0-9]{1,3}|.*/Res\.[0-9]+")  # many on one day
_NEIGHBOURS = 2  # days between two letters of one exchange
_ENDINGS = frozenset(  # in which forms of one word differ
    ["", *"s es e n an ian ians ns ed d ing al als ic ics ity ies y er ers or ors ly ist ists ism ese ish ion ions ive r rs ment ments i".split()]  # noqa: SIM905
)
_TITLES = frozenset(  # before the name of a person
    "mr mrs ms miss dr sir lady lord judge justice minister ambassador president professor prof rev reverend colonel captain"  # noqa: SIM905
    " major commander senator".split()
)
_NEAR, _SAME, _LIKE = 60, 80, 3  # likeness from 0 to 100 of two names, and letters of the shorter


def is_slip(pair: Pair) -> bool:
    """Whether the odd detail of a pair is surely a slip of the other."""
    judge = _JUDGES.get(pair.odd.kind)
    return judge is not None and judge(pair) and not pair.told_apart


def _of_date(pair: Pair) -> bool:
    """A date is tied by a symbol, a note, names, a word for what is dated; a letter of the day after is another letter."""
    one, other = (detail.value.split("-") for detail in (pair.odd, pair.rival))
    if sum(left != right for left, right in zip(one, other, strict=True)) != 1:
        return False
    if any(detail.value in _YEARLY for segment in (pair.left, pair.right) for detail in segment):
        return False
    days = [int(one[2]), int(other[2])]
    near = one[:2] == other[:2] and abs(days[0] - days[1]) <= _NEIGHBOURS
    if pair.strong or (pair.linked and (not near or pair.weight >= 2.5)) or _is_annex(pair):
        return True
    named = pair.before[-3:-1]  # Ordinance No. 24 of 16 August 1977
    if len(named) == 2 and named[0].value in _LABELS and named[1].kind == "number":
        return True
    if near:
        return False
    told = _told(pair)
    whole = _is_letter(pair.left, pair.odd.at) and _is_letter(pair.right, pair.rival.at)
    again = len(pair.details.places[pair.rival.key]) > 1 and not whole
    if one[2] == other[2] or sorted(one[2]) == sorted(other[2]):
        beside = any(pair.tells(detail) for detail in (*pair.before[-1:], *pair.behind[:1]))
        if pair.weight >= (2.5 if beside else 3) and not whole:
            return True
        if told and (pair.weight >= 1.5 and not whole or pair.weight >= 1 and again):
            return True
        if _is_only(pair) or (pair.weight >= 4 and len(pair.behind) >= 3 and len(pair.before) >= 3):
            return True
        return pair.weight >= 1 and _known(pair) or (one[0] != other[0] and pair.weight >= 2 and again)
    if not _likeness.slip(str(days[0]), str(days[1])):
        return False
    if (pair.weight >= 3 and (_known(pair) or (told and not whole))) or _is_only(pair):
        return True
    return pair.weight >= 2 and again and told


def _is_only(pair: Pair) -> bool:
    """Whether `the letter of` a day is said where the text names the day of one letter only, and more than once."""
    before = [detail.value for detail in pair.left[max(0, pair.odd.at - 3) : pair.odd.at]]
    if len(before) < 3 or before[0] != "the" or before[1] not in _NOUNS or len(pair.details.places[pair.rival.key]) < 2:
        return False
    days = {
        detail.value
        for segment in pair.details.segments
        for detail in segment
        if detail.kind == "date" and before[1] in {one.value for one in segment[max(0, detail.at - 8) : detail.at + 9]}
    }
    return days == {pair.odd.value, pair.rival.value}


def _told(pair: Pair) -> bool:
    """Whether the same kind of paper or event is dated: `Interview with ..., 19 August 2019`."""
    before = {detail.value for detail in pair.left[max(0, pair.odd.at - 8) : pair.odd.at]}
    around = {detail.value for detail in pair.right[max(0, pair.rival.at - 14) : pair.rival.at + 15]}
    return bool(_NOUNS & before & around)


def _is_letter(segment: list[Detail], at: int) -> bool:
    """Whether a letter stands there with both that it went between."""
    behind = [detail.value for detail in segment[at + 1 : at + 40]]
    if at > 1 and segment[at - 1].kind == "name" and "to" in {detail.value for detail in segment[max(0, at - 4) : at]}:
        return True  # Byrne to Mollerup, 2 September 1968
    return "from" in behind[:2] and ("to" in behind or "addressed" in behind)


def _is_annex(pair: Pair) -> bool:
    """Whether one of the two names the letter that the other is, to which it is annexed."""
    sides = (pair.left[: pair.odd.at][-5:], pair.right[: pair.rival.at][-5:])
    annexed = [any(detail.value in _ANNEXES for detail in side) for side in sides]
    return annexed[0] != annexed[1] and len(pair.before) >= 2 and len(pair.behind) >= 8


def _known(pair: Pair) -> bool:
    """Whether the odd date names something as known: `his letter of 5 May 1998`."""
    before = pair.left[max(0, pair.odd.at - 4) : pair.odd.at]
    nouns = _NOUNS & {detail.value for detail in before}
    around = {detail.value for detail in pair.right[max(0, pair.rival.at - 14) : pair.rival.at + 15]}
    owned = any(re.match(r"['\u2019]s?\s", detail.gap) for detail in before)
    said = {detail.value for detail in before}
    listed = pair.left[0].value in _ANNEXES
    return bool(nouns & around) and (listed or owned or bool(_KNOWN & said) or bool(said & set(pair.names)))


def _of_month(pair: Pair) -> bool:
    return bool(pair.strong) or (len(pair.before) >= 4 and len(pair.names) >= 2)


def _of_code(pair: Pair) -> bool:
    one, other = (re.findall(r"[0-9]+|[A-Za-z]+", detail.value) for detail in (pair.odd, pair.rival))
    differing = [both for both in zip(one, other, strict=False) if both[0] != both[1]]
    if _BY_DAY.fullmatch(pair.odd.value) or len(one) != len(other) or len(differing) != 1:
        return False
    if one[:1] == ["A"] and one[1] != other[1]:  # of another session
        return bool(pair.strong)
    swapped = sorted(differing[0][0]) == sorted(differing[0][1])
    return (swapped or _likeness.slipped_number(*differing[0])) and (bool(pair.strong) or pair.linked or pair.weight >= 2 or _is_bare(pair))


def _is_bare(pair: Pair) -> bool:
    """Whether a symbol stands with nothing that says what it is, and is that of another document, two digits swapped."""
    around = pair.left[max(0, pair.odd.at - 6) : pair.odd.at] + pair.left[pair.odd.at + 1 : pair.odd.at + 7]
    return sorted(pair.odd.value) == sorted(pair.rival.value) and not any(
        detail.kind in {"date", "name", "year", "month"} for detail in around
    )


def _of_url(pair: Pair) -> bool:
    """One piece of the path differs by a slip, or the addresses stand in the same words."""
    one, other = (detail.value.split("/") for detail in (pair.odd, pair.rival))
    differing = [both for both in zip(one, other, strict=False) if both[0] != both[1]]
    if len(one) != len(other) or len(differing) != 1 or differing[0][0] == one[0]:
        return False
    pieces = [set(re.findall(r"[a-z]+|[0-9]+", piece)) for piece in differing[0]]
    if any(word.isdigit() or _likeness.COUNTED.fullmatch(word) for word in pieces[0] ^ pieces[1]):
        return False
    if len(pair.before) > 1 and len(pair.telling) > 2:
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(*differing[0]) >= _SAME and bool(pair.weight >= 1 or pair.before or pair.strong)


def _of_range(pair: Pair) -> bool:
    """The pages of an article: the same first page, or the same last one behind volume and year."""
    one, other = (detail.value.split("-") for detail in (pair.odd, pair.rival))
    if one[0] == other[0]:
        return len(pair.names) >= 3
    volume = {"number", "year"} <= {detail.kind for detail in pair.before}
    return volume and one[1] == other[1] and len(pair.names) >= 2


def _of_ordinal(pair: Pair) -> bool:
    return bool(pair.strong) and bool(pair.behind) and _like_numbers(pair)


def _of_year(pair: Pair) -> bool:
    """A year behind volume and page: `569 U.S. 108 (2013)`, `33, no. 3 (1939)`."""
    numbers = sum(detail.kind in {"number", "range"} for detail in pair.before)
    if _recurring.recurs(" ".join(detail.value for detail in pair.left[max(0, pair.odd.at - 9) : pair.odd.at])):
        return False
    if numbers >= 2 and len(pair.before) >= 3 and pair.names and len(pair.telling) >= 2:
        return True
    return _like_numbers(pair) and len(pair.names) >= 2 and len(pair.before) >= 8


def _of_number(pair: Pair) -> bool:
    """A number of a law or journal, a volume and page of reports; never a page or paragraph that is meant."""
    odd, rival = pair.odd, pair.rival
    previous = pair.left[odd.at - 1] if odd.at else None
    if previous is None or pair.right[rival.at - 1 : rival.at] == []:
        return False
    like = _like_numbers(pair)
    dated = any(detail.kind == "year" for detail in pair.before)
    if previous.value in {"p", "page"}:  # I.C.J. Reports 2019, p. 95
        series = any(detail.value in {"reports", "report"} for detail in pair.before)
        first = len(pair.before) >= 3 and pair.before[-2].kind == "year"
        return like and series and first
    if previous.value in _LOCATORS:
        return False
    if previous.value in _LABELS:
        return like and bool(pair.before) and (bool(pair.strong) or pair.linked or pair.weight >= 2)
    if _is_volume(pair):
        return bool(pair.before) and len(pair.telling) >= 2
    if previous.kind != "name" or not like:
        return False
    close = all(re.fullmatch(r"\.?\]?\s", detail.gap) for detail in (odd, rival))
    if close and ((dated and pair.names and len(pair.before) >= 2) or (len(pair.before) >= 3 and len(pair.telling) >= 3)):
        return True
    return odd.gap == " " and len(pair.names) >= 3 and bool(pair.years)


def _is_volume(pair: Pair) -> bool:
    """Whether the same series and page stand behind: `542 U.S. 692`."""
    behind = pair.behind
    named = len(behind) > 1 and behind[0].kind == "name" and behind[0].gap == " "
    return named and any(detail.kind in {"number", "range"} for detail in behind)


def _of_name(pair: Pair) -> bool:
    """A name that is misspelt, or another in its place in a short form of a citation that stands in full elsewhere."""
    one, other = pair.odd.value, pair.rival.value
    if min(len(one), len(other)) < _LIKE or not _are_names(pair):
        return False
    if not _lower(pair) and (_is_misspelt(pair) or _is_misnamed(pair)):
        return True
    beside = [*pair.before[-1:], *pair.behind[:1]]
    if any(detail.kind in STRONG for detail in beside) and len(pair.telling) >= 3 and len(pair.before) + len(pair.behind) > 4:
        return True
    return _are_cited(pair) and _is_short(pair) and len(pair.before) + len(pair.behind) >= 3 and len(pair.telling) >= 3


def _is_misspelt(pair: Pair) -> bool:
    """Whether one letter is another, missing or misplaced, and the same person or work is spoken of."""
    one, other = pair.odd.value, pair.rival.value
    if min(len(one), len(other)) <= _LIKE or not (_likeness.slip(one, other) or sorted(one) == sorted(other)):
        return False
    given = pair.before[-1:] and pair.before[-1].kind == "name" and pair.before[-1].value not in _TITLES
    if pair.strong or pair.linked or (pair.names and pair.telling) or len(pair.names) > 1 or given or _is_person(pair):
        return True
    return len(one) == len(other) >= 6 and (one[0], one[-1]) == (other[0], other[-1]) and other in pair.details.persons


def _is_misnamed(pair: Pair) -> bool:
    """Whether a name is much like the other, and stands beside the same names."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    one, other = pair.odd.value, pair.rival.value
    likeness = fuzz.ratio(one, other)
    if one[0] != other[0] or other.startswith(one) or one.startswith(other):
        return False
    if "-" in one and one.partition("-")[0] == other.partition("-")[0] and other in pair.details.persons:
        return likeness >= _NEAR
    if likeness >= _SAME and _is_person(pair):
        return True
    beside = any(pair.tells(detail) for detail in (*pair.before[-2:], *pair.behind[:2]))
    many = len(pair.names) >= 3
    return beside and likeness >= _NEAR - (10 if many else 0) and (bool(pair.strong) or many or _is_short(pair))


def _is_person(pair: Pair) -> bool:
    """Whether `Mr.` or the like stands before the odd name, and the other is borne by one whose name is known."""
    titled = pair.odd.at > 0 and pair.left[pair.odd.at - 1].value in _TITLES
    names = [following for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival)) for following in segment[one.at + 1 : one.at + 2]]
    if len(names) == 2 and all(one.kind == "name" and one.gap == " " for one in names) and names[0].value != names[1].value:
        return False
    places = pair.details.places[pair.rival.key]
    before = [pair.details.segments[one.segment][one.at - 1] for one in places if one.at and one.gap.strip(".") == " "]
    return titled and any(one.kind == "name" for one in before)


def _are_cited(pair: Pair) -> bool:
    return pair.details.in_note[pair.odd.segment] and pair.details.in_note[pair.rival.segment]


def _lower(pair: Pair) -> bool:
    """Whether one of the two is a word as well."""
    return any(("word", one.value) in pair.details.places for one in (pair.odd, pair.rival))


def _are_names(pair: Pair) -> bool:
    """Whether both are names, or words of titles, and no forms of one word."""
    one, other = pair.odd, pair.rival
    for detail in (one, other):
        if detail.said.isupper() or pair.details.is_foreign(detail.segment) or not re.fullmatch(r"[a-z -]+", detail.value):
            return False
        if detail.value in STATES | MONTHS | SMALL or _likeness.COUNTED.fullmatch(detail.value):
            return False
    if re.sub(r"s|z", "s", one.value) == re.sub(r"s|z", "s", other.value):
        return False  # Organised, Organized
    if _are_cited(pair) and len(pair.behind) >= 2 and len(pair.telling) >= 2:
        return True
    if one.value.replace("y", "i") == other.value.replace("y", "i"):
        return False  # Khojali, Khojaly
    same = len(os.path.commonprefix([one.value, other.value]))
    return not {one.value[same:], other.value[same:]} <= _ENDINGS


def _is_short(pair: Pair) -> bool:
    """Whether the odd one stands in a short form, with no year or address, and the other in a full citation."""
    return not _is_full(pair.left, pair.odd.at) and _is_full(pair.right, pair.rival.at)


def _is_full(segment: list[Detail], at: int) -> bool:
    return any(detail.kind in {"year", "date", "month", "url"} for detail in segment[max(0, at - 12) : at + 13])


def _like_numbers(pair: Pair) -> bool:
    one, other = pair.odd.value, pair.rival.value
    return _likeness.slip(one, other) or sorted(one) == sorted(other)


_JUDGES = {
    "date": _of_date,
    "month": _of_month,
    "code": _of_code,
    "url": _of_url,
    "range": _of_range,
    "ordinal": _of_ordinal,
    "year": _of_year,
    "number": _of_number,
    "name": _of_name,
}
