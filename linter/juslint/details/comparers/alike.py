"""Whether two details that may be one surely are, so that the odd one is a slip: judged by their kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.details.comparers.imprints import are_instruments
from juslint.details.dates import slips as detail_dates
from juslint.details.names import slips as detail_names
from juslint.details.pairs import pairs as like_pairs
from juslint.details.symbols import signs as symbol_signs
from juslint.details.symbols import swapped as detail_swapped
from juslint.details.words import LABELS, LOCATORS
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pairs import Pair
    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_SEPARATOR = re.compile(r"[.,]")  # of thousands
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_BY_DAY = re.compile(  # many are adopted on one day
    r"[0-9]{1,2}/[0-9]{1,3}[A-Z]?|(?:A|E)/RES/.*|[0-9]{4}/[0-9]{1,3}|.*/Res\.[0-9]+"
)
_TIED, _CERTAIN = 1.8, 2.5  # weight of words that tie two symbols, and two of many that are adopted on one day
_PARTS = 4  # of a symbol
_SWAPPED = frozenset({"code", "number", "range", "ordinal", "year"})
_WEIGHED = frozenset({"date", "month"})  # what is told beside each is one of the signs that are weighed
_VOLUME = 7  # details before pages among which the number of a volume is
_SWAPS = 3  # digits of a page of which two may be swapped
_FEW, _DIGITS = 3, 3  # symbols of a file that may be one or two, and digits that the number of a paper hardly has
_BESIDE = 2  # segments that may tell of two things in a row


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Details that may be one, and surely are."""
    return ((pair.odd, pair.rival) for pair in like_pairs(details) if is_slip(pair))


def is_slip(pair: Pair) -> bool:
    """Whether the odd detail of a pair is surely a slip of the other."""
    if pair.odd.kind == "code" and _are_numbered(pair):
        return False
    if pair.odd.kind in _SWAPPED and detail_swapped.is_slip(pair):
        return True
    if pair.odd.kind == "code" and symbol_signs.is_slip(pair):
        return True
    judge = _JUDGES.get(pair.odd.kind)
    return judge is not None and judge(pair) and (pair.odd.kind in _WEIGHED or not pair.told_apart)


def _of_code(pair: Pair) -> bool:
    one, other = (re.findall(r"[0-9]+|[A-Za-z]+", detail.value) for detail in (pair.odd, pair.rival))
    differing = [both for both in zip(one, other, strict=False) if both[0] != both[1]]
    if len(one) != len(other) or len(differing) != 1:
        return False
    swapped = sorted(differing[0][0]) == sorted(differing[0][1])
    apart = abs(pair.odd.segment - pair.rival.segment) > _BESIDE
    numbered = bool(pair.before) and pair.before[-1].value in LABELS
    if _BY_DAY.fullmatch(pair.odd.value) and not numbered:
        return swapped and apart and pair.shared >= _CERTAIN
    if one[:1] == ["A"] and one[1] != other[1]:  # of another session
        return bool(pair.strong)
    labelled = pair.before[-1:] and pair.before[-1].value in LABELS and len(pair.details.places[pair.rival.key]) > 1
    years = all(map(_YEAR.fullmatch, differing[0])) and _are_next(*differing[0])
    next_year = years and (pair.linked or bool(labelled) or _is_of_year(pair, one))
    if not swapped and not next_year and not likeness.slipped_number(*differing[0]):
        return False
    tied = bool(pair.strong) or pair.linked or pair.weight >= 2 or _is_bare(pair)
    return tied or (apart and pair.shared >= _TIED)


def _are_numbered(pair: Pair) -> bool:
    """Whether two symbols are of a file whose papers have short numbers: `file 412/2`, `412/9`, `412/14`, `412/20`."""
    (stem, one), (same, other) = (detail.value.rpartition("/")[::2] for detail in (pair.odd, pair.rival))
    short = stem == same and all(number.isdigit() and len(number) < _DIGITS for number in (one, other))
    return short and pair.details.series[pair.odd.kind, f"{stem}/", ""] > _FEW


def _is_of_year(pair: Pair, parts: list[str]) -> bool:
    """Whether all but the year of a long symbol is the same, and so are the words that follow."""
    again = len(pair.details.places[pair.rival.key]) > 1
    return again and len(parts) > _PARTS and len(pair.behind) > 1 and pair.shared >= _TIED


def _is_bare(pair: Pair) -> bool:
    """Whether a symbol stands with nothing that says what it is, and is another one's, with digits swapped."""
    around = pair.left[max(0, pair.odd.at - 6) : pair.odd.at] + pair.left[pair.odd.at + 1 : pair.odd.at + 7]
    return sorted(pair.odd.value) == sorted(pair.rival.value) and not any(
        detail.kind in {"date", "name", "year", "month"} for detail in around
    )


def _of_range(pair: Pair) -> bool:
    """The pages of an article: the same first page, or the same last one behind volume and year."""
    one, other = (detail.value.split("-") for detail in (pair.odd, pair.rival))
    if one[0] == other[0]:
        return len(pair.names) >= 3 and _has_volume(pair)
    if one[1] != other[1]:
        return _are_of_article(pair, [int(page) for page in one], [int(page) for page in other])
    volume = {"number", "year"} <= {detail.kind for detail in pair.before}
    return volume and one[1] == other[1] and len(pair.names) >= 2


def _has_volume(pair: Pair) -> bool:
    """Whether the number of a volume stands before one of two stretches of pages: those of a book have passages."""
    sides = ((pair.left, pair.odd.at), (pair.right, pair.rival.at))
    return any(one.kind == "number" for segment, at in sides for one in segment[max(0, at - _VOLUME) : at])


def _are_of_article(pair: Pair, one: list[int], other: list[int]) -> bool:
    """Whether two stretches of pages stand behind the same title, year and number of a journal, none in the other."""
    inside = (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])
    kinds = {detail.kind for detail in pair.before[-5:]}
    titled = any(re.match(r"[?!.,]?[\"”’']", detail.gap) for detail in pair.before[3:])  # whose last words are the same
    return not inside and {"number", "year"} <= kinds and titled


def _of_ordinal(pair: Pair) -> bool:
    """A meeting beside the symbol of its record (`8398th meeting (S/PV.8398)`); an edition of one year and place."""
    if pair.behind[:1] and pair.behind[0].value in {"ed", "edn", "edition"}:
        return len(pair.behind) > 3 and any(detail.kind == "year" for detail in pair.behind)
    record = re.compile(rf"(?<![0-9]){re.escape(pair.rival.value[:-2])}(?![0-9])")
    return bool(pair.behind) and _like_numbers(pair) and any(record.search(value) for value in pair.strong)


def _of_year(pair: Pair) -> bool:
    """A year behind volume and page: `569 U.S. 108 (2013)`, `33, no. 3 (1939)`."""
    if _are_neutral(pair):
        return True
    if all(detail.gap.endswith("[") for detail in (pair.odd, pair.rival)) and not pair.behind:
        return False  # [2019] EWHC 60, [2020] UKSC 10
    numbers = sum(detail.kind in {"number", "range"} for detail in pair.before)
    if recurring.recurs(" ".join(detail.value for detail in pair.left[max(0, pair.odd.at - 9) : pair.odd.at])):
        return False
    if are_instruments(pair):
        return False
    if numbers >= 2 and len(pair.before) >= 3 and pair.names and len(pair.telling) >= 2:
        return True
    close = _like_numbers(pair) or _are_next(pair.odd.value, pair.rival.value)
    return close and len(pair.names) >= 2 and len(pair.before) >= 8


def _are_next(one: str, other: str) -> bool:
    return abs(int(_SEPARATOR.sub("", one)) - int(_SEPARATOR.sub("", other))) == 1


def _are_neutral(pair: Pair) -> bool:
    """Whether two years open the citation of one judgment, `Nervais ([2018] CCJ 19)`: its court counts by year."""
    named = pair.behind[:2]
    if len(named) < 2 or not named[0].said.isupper() or named[1].kind != "number" or len(named[0].said) < 3:
        return False
    if not all(detail.gap.endswith("[") for detail in (pair.odd, pair.rival)):
        return False
    sides = (segment[max(0, at - 8) : at] for segment, at in ((pair.left, pair.odd.at), (pair.right, pair.rival.at)))
    mine, other = (
        {detail.value for detail in side if detail.kind == "name" and len(detail.value) > 2} for side in sides
    )
    return bool(mine & other)


def _of_number(pair: Pair) -> bool:
    """A number of a law or journal, a volume and page of reports; never a page or paragraph that is meant."""
    odd, rival = pair.odd, pair.rival
    previous = pair.left[odd.at - 1] if odd.at else None
    marks = any(detail.gap.endswith("[") for detail in (odd, rival))  # of entries, `Law Review [8]`
    if previous is None or marks or pair.right[rival.at - 1 : rival.at] == []:
        return False
    like = _like_numbers(pair)
    dated = any(detail.kind == "year" for detail in pair.before)
    if previous.value == "p" and _are_of_one_page(pair):
        return True
    if previous.value == "p":  # I.C.J. Reports 2019, p. 95
        series = any(detail.value in {"reports", "report"} for detail in pair.before)
        first = len(pair.before) >= 3 and pair.before[-2].kind == "year"
        return like and series and first
    if previous.value in LOCATORS:
        return False
    if previous.value in LABELS and _are_counted(pair):
        return False
    if previous.value in LABELS:
        return like and bool(pair.before) and (bool(pair.strong) or pair.linked or pair.weight >= 2)
    if _is_volume(pair):
        return bool(pair.before) and len(pair.telling) >= 2
    if previous.kind != "name" or not like:
        return False
    close = all(re.fullmatch(r"\.?\]?\s", detail.gap) for detail in (odd, rival))
    if close and (
        (dated and pair.names and len(pair.before) >= 2) or (len(pair.before) >= 3 and len(pair.telling) >= 3)
    ):
        return True
    return odd.gap == " " and len(pair.names) >= 3 and bool(pair.years)


def _are_counted(pair: Pair) -> bool:
    """Whether two numbers follow one another in a series, or are those of two makers: `CRPD General Comment No. 2`."""
    if _are_next(pair.odd.value, pair.rival.value) and not any(map(pair.tells, pair.behind)):
        return True
    ahead = [
        segment[one.at - len(pair.before) - 1]
        for segment, one in ((pair.left, pair.odd), (pair.right, pair.rival))
        if one.at > len(pair.before)
    ]
    return len(pair.before) > 1 and len(ahead) > 1 and all(one.kind == "name" for one in ahead)


def _are_of_one_page(pair: Pair) -> bool:
    """Whether two pages are that of an article of one day, have the same recommendation on them, or digits swapped."""
    odd, rival = pair.odd, pair.rival
    if len(pair.before) > 2 and pair.before[-2].kind == "date" and _is_quoted(pair):
        return True
    behind = pair.behind[:2]
    if [one.kind for one in behind] == ["word", "number"] and pair.shared >= _TIED:
        return True
    return len(odd.value) >= _SWAPS and likeness.is_swapped(odd.value, rival.value) and len(pair.names) > 1


def _is_quoted(pair: Pair) -> bool:
    """Whether the same quoted title stands before both, and just one of them is in a list of papers."""
    lists = pair.details.lists
    quoted = any(re.search(r"[\"\u201d]", one.gap) for one in pair.before[1:])
    return quoted and len(pair.names) > 1 and lists[pair.odd.segment] != lists[pair.rival.segment]


def _is_volume(pair: Pair) -> bool:
    """Whether the same series and page stand behind: `542 U.S. 692`."""
    behind = pair.behind
    named = len(behind) > 1 and behind[0].kind == "name" and behind[0].gap == " "
    return named and any(detail.kind in {"number", "range"} for detail in behind)


def _like_numbers(pair: Pair) -> bool:
    return likeness.like_numbers(pair.odd.value, pair.rival.value)


_JUDGES = {
    "date": detail_dates.is_slip,
    "month": detail_dates.is_slip,
    "code": _of_code,
    "range": _of_range,
    "ordinal": _of_ordinal,
    "year": _of_year,
    "number": _of_number,
    "name": detail_names.is_slip,
}
