"""Whether the one word or part in which two citations differ is a slip, judged by where in the citation it stands.

Before the title stand names, behind it an imprint, a journal's volume, a date, a number, an address. Works that appear
again and again under one title, the volumes of a book, pages that are meant, and two authors of one title are no slips.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_url
from juslint.rules import _likeness, _recurring
from juslint.rules._states import STATES
from juslint.rules._twins import MONTHS, YEAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.rules._alike import Couple, Word

_BODY = re.compile(
    r"\b(?:of|for|on|Watch|Group|Organi[sz]ation|Centre|Center|Institute|Ministry|Commission|Bank|Nations|Union"
    r"|Committee|Amnesty|Council|Foundation|Association|Society|Network|Office|Agency|Department|University"
    r"|International|Initiative|Forum|Mission|Fund|Programme|Parliament|Assembly|Government|House|Article|Borders)\b"
)
_OTHERWISE = frozenset(  # cited by numbers that other rules know
    [
        "letter",
        "letters",
        "verbale",
        "verbales",
        "resolution",
        "resolutions",
        "decision",
        "judgment",
        "judgement",
        "application",
        "applications",
        "v",
        "case",
        "order",
        "petition",
        "ibid",
        "idem",
        "adopted",
        "signed",
    ]
)
_OPPOSED = re.compile(r"(?:in|un|il|im|ir|non|anti|inter|pre|post|dis|sub|co|self|trans|extra|ex)-?")
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "in",
        "on",
        "to",
        "for",
        "from",
        "with",
        "at",
        "by",
        "its",
        "what",
        "who",
        "how",
        "why",
        "when",
        "say",
        "about",
        "this",
        "that",
        "was",
        "are",
    ]
)
_ALL_MONTHS = MONTHS | {month[:3] for month in MONTHS} | {"sept"}
_ACT = re.compile(r"(?:Law|Act|Code|Decree|Order|Regulations?|Constitution|Treaty|Agreement|Protocol|Convention)\Z")
_ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)")
_SECTION = re.compile(r"[A-H][0-9]{1,2}")  # the page of a newspaper
_LEAST, _LETTERS = 6, 30  # words, and characters in them, that two citations share
_TITLE, _LONG = 3, 5  # words of a title that carry its meaning: the least, and what a body hardly uses twice


class Anatomy(NamedTuple):
    """Where the title begins and ends, as numbers of words, and whether quotation marks hold it."""

    start: int
    end: int
    quoted: bool


def is_slip(couple: Couple) -> bool:
    """Whether two citations are surely of one source, so that their one difference is a slip in one of them."""
    words = (*couple.before, *couple.one, *couple.behind)
    shared = (*couple.before, *couple.behind)
    if len(shared) < _LEAST or sum(len(one.word) for one in shared) < _LETTERS:
        return False
    if any(one.word in _OTHERWISE for one in shared) or not (_dates(words) or _addresses(shared)):
        return False
    gaps = "".join(one.gap for one in words[1:])
    if not re.search(r"[(\"“‘]|'\B|\B'", gaps) and gaps.count(",") < 2 and not _addresses(words):
        return False  # prose
    anatomy = _anatomy(words)
    common = [one for one in words if one.said[:1].islower() and one.word not in _SMALL]
    if not anatomy.quoted and len(common) * 3 > len(words):
        return False  # prose, where a title has its words in capitals
    title = words[anatomy.start : anatomy.end]
    content = [one.word for one in title if one.word not in _SMALL and len(one.word) > 2]
    chapter = anatomy.quoted and anatomy.start and len(shared) >= 2 * _LEAST  # 'Sources' in a book
    if (len(content) < (_TITLE if not anatomy.start else _TITLE - 1) and not chapter) or _ACT.match(title[0].said):
        return False
    at = len(couple.before)
    if at + len(couple.one) <= anatomy.start:
        return _of_names(couple)
    if at < anatomy.end:
        return _of_titles(couple, words, anatomy)
    return _behind(couple, words, anatomy)


def _anatomy(words: Sequence[Word]) -> Anatomy:
    """The words between quotation marks, else the longest run between commas and brackets; not the body in front."""
    opened = next((n for n, one in enumerate(words) if re.search(r"(?:^|[\s(])[\"“‘']$", one.gap)), None)
    if opened is not None:
        behind = range(opened + 1, len(words))
        end = next((n for n in behind if re.match(r"[?!.,]?[\"”’']", words[n].gap)), None)
        if end is not None:
            return Anatomy(opened, end, quoted=True)
    parts: list[tuple[int, int]] = []
    start = 0
    for number, one in enumerate(words):
        split = number and re.search(r"[,;()\[\]]", one.gap)
        if split:
            parts.append((start, number))
            start = number
        if number and ((split and YEAR.fullmatch(one.word)) or "//" in one.word or one.gap.rstrip().endswith("(")):
            break
    else:
        parts.append((start, len(words)))
    if not parts:
        return Anatomy(0, max(1, start), quoted=False)
    if len(parts) > 1 and _BODY.search(" ".join(one.said for one in words[slice(*parts[0])])):
        return Anatomy(*parts[1], quoted=False)
    longest = max(reversed(parts), key=lambda part: part[1] - part[0])  # of two, that behind the names
    return Anatomy(*longest, quoted=False)


def _of_names(couple: Couple) -> bool:
    if len(couple.one) != 1 or len(couple.other) != 1:
        return False
    return _misspelt(couple.one[0], couple.other[0], least=4)


def _of_titles(couple: Couple, words: Sequence[Word], anatomy: Anatomy) -> bool:
    """One word of the title: a near one, or another where author, place, date and all else are the same."""
    lefts, rights = ([one.word for one in side] for side in (couple.one, couple.other))
    if any(word[:1].isdigit() or _likeness.COUNTED.fullmatch(word) or word in STATES for word in (*lefts, *rights)):
        return False
    if not anatomy.quoted and any(word.said[0].islower() for word in (*couple.one, *couple.other)):
        return False  # a title that nothing sets apart may be prose
    tail = len(words) - anatomy.end
    if tail < 2 or not (anatomy.start or anatomy.quoted):
        return False
    if len(lefts) == len(rights) == 1 and _near(lefts[0], rights[0]):
        return bool(anatomy.start) or _addresses(couple.behind)
    if _addresses(couple.behind):
        return True
    person = anatomy.start > 1 and not _is_body(words[: anatomy.start])
    long = anatomy.end - anatomy.start >= _LONG
    first = not anatomy.start < len(couple.before)  # the country that a body reports on
    return person and long and tail >= _TITLE and not first and not _proper(couple, words, anatomy)


def _behind(couple: Couple, words: Sequence[Word], anatomy: Anatomy) -> bool:
    """A year, day, volume, number, edition, address, publisher or place."""
    if len(couple.one) != 1 or len(couple.other) != 1:
        return _is_imprint(couple) and _in_brackets(couple, words, anatomy)
    one, other = couple.one[0], couple.other[0]
    title = " ".join(word.word for word in words[anatomy.start : anatomy.end])
    who = words[: anatomy.start]
    person = bool(who) and not _is_body(who)
    again = _recurring.recurs(title) and not re.search(r"\b(?:19|20)[0-9]{2}\b", title)
    linked = _addresses((*couple.before, *couple.behind))
    if YEAR.fullmatch(one.word) and YEAR.fullmatch(other.word):
        if any(YEAR.fullmatch(word.word) for word in couple.behind):
            return False  # a page
        numbered = any(word.word in {"vol", "no", "volume"} for word in couple.before) or _volume(couple)
        issue = {"vol", "no"} <= {word.word for word in couple.before}  # which has one date
        return linked or issue or (not again and (person or numbered or _singular(words, anatomy)))
    if _is_day(couple):
        interview = any(word.word == "interview" for word in words)
        issue = {"vol", "no"} <= {word.word for word in couple.before}
        return linked or _symbols(couple) or interview or issue or (not again and (person or _singular(words, anatomy)))
    if _ORDINAL.fullmatch(one.said) and _ORDINAL.fullmatch(other.said):
        return bool(couple.behind) and couple.behind[0].word in {"ed", "edn", "edition", "revised", "rev"}
    if one.said.startswith(("http", "www")) and other.said.startswith(("http", "www")):
        dated = any(a.word.isdigit() and b.word in _ALL_MONTHS for a, b in itertools.pairwise(couple.before))
        return (not again or dated) and _likeness.slip(normalise_url(one.said), normalise_url(other.said))
    if any(letter.isdigit() for letter in one.word + other.word):
        return _of_numbers(couple, anatomy, again=again, person=person)
    if _in_brackets(couple, words, anatomy) and _is_imprint(couple):
        return True
    return _misspelt(one, other, least=5)


def _of_numbers(couple: Couple, anatomy: Anatomy, *, again: bool, person: bool) -> bool:
    one, other = couple.one[0].said, couple.other[0].said
    before = couple.before[-1].word if couple.before else ""
    if one.isdigit() and other.isdigit():
        if before in {"vol", "volume"}:
            return anatomy.quoted and bool(_dates(couple.behind))
        if before == "no":
            journal = anatomy.quoted and ("vol" in {w.word for w in couple.before} or couple.before[-2].word.isdigit())
            return (journal or not again) and (journal or _likeness.slipped_number(one, other))
        return anatomy.quoted and person and _volume(couple)
    if before == "p" and _SECTION.fullmatch(one) and _SECTION.fullmatch(other):
        return not again and any(word.word in _ALL_MONTHS for word in couple.before)
    left, right = (re.findall(r"[0-9]+", each) for each in (one, other))
    if re.sub(r"[0-9]+", "0", one) != re.sub(r"[0-9]+", "0", other) or len(left) != len(right) or "/" not in one + ".":
        return False
    pairs = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return not again and len(pairs) == 1 and (person or _likeness.slipped_number(*pairs[0]))


def _volume(couple: Couple) -> bool:
    """Whether a journal's volume stands at or beside the difference: `(1997) 8 EJIL`, `Review 184 (1990)`."""
    around = [*couple.before[-1:], *couple.one, *couple.behind[:2]]
    for number, word in enumerate(around):
        if not word.said.isdigit() or len(word.said) > 3:
            continue
        following = around[number + 1] if number + 1 < len(around) else None
        if re.match(r"\)\s", word.gap) and following and following.said[:1].isupper():
            return True
        if following and YEAR.fullmatch(following.word) and following.gap.endswith("(") and word.gap == " ":
            return True
    return False


def _singular(words: Sequence[Word], anatomy: Anatomy) -> bool:
    """Whether a body hardly gives the title twice: long, particular, or with a year or number of its own."""
    title = words[anatomy.start : anatomy.end]
    content = [one for one in title if one.word not in _SMALL and len(one.word) > 2]
    behind = words[anatomy.end :]
    pairs = list(itertools.pairwise(behind))
    numbered = any(a.word in {"no", "doc"} and len(b.word) > 1 and b.word[:1].isdigit() for a, b in pairs)
    year = any(YEAR.search(one.word) for one in title)
    monthly = any(a.word in _ALL_MONTHS and YEAR.fullmatch(b.word) for a, b in pairs)
    return numbered or year or len(content) >= _LONG - monthly or (_coded(behind) and len(content) >= _TITLE)


def _coded(words: Sequence[Word]) -> bool:
    """Whether an index such as `EUR 55/011/2011` stands there."""
    return any(re.fullmatch(r"[0-9A-Z.]+/[0-9A-Z./]+", one.said) for one in words)


def _symbols(couple: Couple) -> bool:
    return _coded((*couple.before, *couple.behind))


def _is_day(couple: Couple) -> bool:
    """Whether the difference is the month, or the day beside one."""
    one, other = couple.one[0], couple.other[0]
    if {one.word, other.word} <= _ALL_MONTHS:
        return True
    beside = {word.word for word in (*couple.before[-1:], *couple.behind[:1])}
    days = one.word.isdigit() and other.word.isdigit() and max(int(one.word), int(other.word)) <= 31
    return days and bool(beside & _ALL_MONTHS)


def _is_imprint(couple: Couple) -> bool:
    """Whether two names of publishers or places differ: all in capitals at the beginning, and no page or year."""
    words = (*couple.one, *couple.other)
    sized = bool(couple.one and couple.other)
    names = all(one.said[0].isupper() or one.word in _SMALL for one in words)
    return sized and names and not any(any(letter.isdigit() for letter in one.word) for one in words)


def _in_brackets(couple: Couple, words: Sequence[Word], anatomy: Anatomy) -> bool:
    """Whether the difference stands in brackets behind the title, with the year behind it."""
    depth = 0
    for one in words[anatomy.end : len(couple.before) + 1]:
        depth += one.gap.count("(") - one.gap.count(")")
    return depth > 0 and any(YEAR.fullmatch(one.word) for one in couple.behind[:6])


def _is_body(words: Sequence[Word]) -> bool:
    names = " ".join(one.said for one in words)
    return bool(_BODY.search(names)) or len(words) < 2


def _near(one: str, other: str) -> bool:
    """Whether two words of a title are forms of one, or misspelt; opposites and neighbours on the map are not."""
    if {one, other} <= STATES or min(len(one), len(other)) < 5:
        return False
    short, long = sorted((one, other), key=len)
    if long.endswith(short) and _OPPOSED.fullmatch(long[: len(long) - len(short)]):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    common = len(short) - 3 if len(short) > 7 else 4
    return _likeness.slip(one, other) or (
        fuzz.ratio(one, other) >= 70 and (one[:common] == other[:common] or long.endswith(short))
    )


def _misspelt(one: Word, other: Word, *, least: int) -> bool:
    if not one.said[:1].isupper() or not other.said[:1].isupper() or not (one.word.isalpha() and other.word.isalpha()):
        return False
    if min(len(one.word), len(other.word)) < least or {one.word, other.word} <= STATES:
        return False
    return _likeness.misspelt(one.word, other.word)


def _proper(couple: Couple, words: Sequence[Word], anatomy: Anatomy) -> bool:
    """Whether names differ in a title that is otherwise written small: another country, another person."""
    rest = [one for one in words[anatomy.start + 1 : anatomy.end] if one not in couple.one and len(one.word) > 3]
    small = sum(one.said[0].islower() for one in rest)
    return small * 2 >= len(rest) and all(one.said[0].isupper() for one in (*couple.one, *couple.other))


def _dates(words: Sequence[Word]) -> bool:
    return any(YEAR.fullmatch(one.word) for one in words)


def _addresses(words: Sequence[Word]) -> bool:
    return any(one.said.startswith(("http", "www")) for one in words)
