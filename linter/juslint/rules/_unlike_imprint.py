"""Whether what two citations say otherwise behind the title is a slip: year, day, volume, number, place, publisher."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from juslint.dates import MONTH_WORDS
from juslint.knowledge import normalise_url
from juslint.rules import _anatomy
from juslint.rules._twins import YEAR
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.rules._alike import Couple
    from juslint.rules._anatomy import Anatomy
    from juslint.rules._sentences import Word

_ORDINAL = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)")
_SECTION = re.compile(r"[A-H][0-9]{1,2}")  # the page of a newspaper
_BY_DAY = frozenset(  # of which one person sends another several, told apart by their days alone
    "memorandum memo telegram cable despatch dispatch minute minutes email testimony speech remarks briefing".split()  # noqa: SIM905
)
_TITLE, _LONG = 3, 5  # words of a title that carry its meaning: the least, and what a body hardly uses twice


def is_slip(couple: Couple, words: Sequence[Word], parts: Anatomy) -> bool:
    """A year, day, volume, number, edition, address, publisher or place."""
    if len(couple.one) != 1 or len(couple.other) != 1:
        return _is_imprint(couple) and _anatomy.in_brackets(couple, words, parts)
    one, other = couple.one[0], couple.other[0]
    title = " ".join(word.word for word in words[parts.start : parts.end])
    who = words[: parts.start]
    person = bool(who) and not _anatomy.is_body(who)
    again = recurring.recurs(title) and not re.search(r"\b(?:19|20)[0-9]{2}\b", title)
    again = again or (not person and recurring.is_headline(title))
    linked = _anatomy.linked((*couple.before, *couple.behind))
    if YEAR.fullmatch(one.word) and YEAR.fullmatch(other.word):
        if any(YEAR.fullmatch(word.word) for word in couple.behind):
            return False  # a page
        numbered = any(word.word in {"vol", "no", "volume"} for word in couple.before) or _volume(couple)
        issue = {"vol", "no"} <= {word.word for word in couple.before}  # which has one date
        return linked or issue or (not again and (person or numbered or _singular(words, parts)))
    if _is_day(couple):
        if not parts.quoted and any(word.word in _BY_DAY for word in words):
            return False
        interview = any(word.word == "interview" for word in words)
        issue = {"vol", "no"} <= {word.word for word in couple.before}
        return linked or _symbols(couple) or interview or issue or (not again and (person or _singular(words, parts)))
    if _ORDINAL.fullmatch(one.said) and _ORDINAL.fullmatch(other.said):
        return bool(couple.behind) and couple.behind[0].word in {"ed", "edn", "edition", "revised", "rev"}
    if one.said.startswith(("http", "www")) and other.said.startswith(("http", "www")):
        dated = any(a.word.isdigit() and b.word in MONTH_WORDS for a, b in itertools.pairwise(couple.before))
        return (not again or dated) and likeness.slip(normalise_url(one.said), normalise_url(other.said))
    if any(letter.isdigit() for letter in one.word + other.word):
        return _of_numbers(couple, parts, again=again, person=person)
    if _anatomy.in_brackets(couple, words, parts) and _is_imprint(couple):
        return True
    return _anatomy.misspelt(one, other, least=5)


def _of_numbers(couple: Couple, parts: Anatomy, *, again: bool, person: bool) -> bool:
    one, other = couple.one[0].said, couple.other[0].said
    before = couple.before[-1].word if couple.before else ""
    again = again and not _daily(list(itertools.pairwise((*couple.before, *couple.behind))))  # once on one day
    if one.isdigit() and other.isdigit():
        if before in {"vol", "volume"}:
            return parts.quoted and bool(_anatomy.dated(couple.behind))
        if before == "no":
            journal = parts.quoted and ("vol" in {w.word for w in couple.before} or couple.before[-2].word.isdigit())
            return (journal or not again) and (journal or likeness.slipped_number(one, other))
        return parts.quoted and person and _volume(couple)
    if before == "p" and _SECTION.fullmatch(one) and _SECTION.fullmatch(other):
        return not again and any(word.word in MONTH_WORDS for word in couple.before)
    left, right = (re.findall(r"[0-9]+", each) for each in (one, other))
    if re.sub(r"[0-9]+", "0", one) != re.sub(r"[0-9]+", "0", other) or len(left) != len(right) or "/" not in one + ".":
        return False
    pairs = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return not again and len(pairs) == 1 and (person or likeness.slipped_number(*pairs[0]))


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


def _singular(words: Sequence[Word], parts: Anatomy) -> bool:
    """Whether a body hardly gives the title twice: long, particular, or with a year or number of its own."""
    title = words[parts.start : parts.end]
    content = [one for one in title if one.word not in _anatomy.SMALL and len(one.word) > 2]
    behind = words[parts.end :]
    pairs = list(itertools.pairwise(behind))
    numbered = any(a.word in {"no", "doc"} and len(b.word) > 1 and b.word[:1].isdigit() for a, b in pairs)
    year = any(YEAR.search(one.word) for one in title)
    monthly = any(a.word in MONTH_WORDS and YEAR.fullmatch(b.word) for a, b in pairs) and not _daily(pairs)
    return numbered or year or len(content) >= _LONG - monthly or (_coded(behind) and len(content) >= _TITLE)


def _daily(pairs: Sequence[tuple[Word, Word]]) -> bool:
    """Whether a day stands beside a month: in a paper of that day, which comes back to its subjects."""
    return any(
        {one.word, other.word} & MONTH_WORDS and one.word.isdigit() and len(one.word) < 3 for one, other in pairs
    )


def _coded(words: Sequence[Word]) -> bool:
    """Whether an index such as `EUR 55/011/2011` stands there."""
    return any(re.fullmatch(r"[0-9A-Z.]+/[0-9A-Z./]+", one.said) for one in words)


def _symbols(couple: Couple) -> bool:
    return _coded((*couple.before, *couple.behind))


def _is_day(couple: Couple) -> bool:
    """Whether the difference is the month, or the day beside one."""
    one, other = couple.one[0], couple.other[0]
    if {one.word, other.word} <= MONTH_WORDS:
        return True
    beside = {word.word for word in (*couple.before[-1:], *couple.behind[:1])}
    days = one.word.isdigit() and other.word.isdigit() and max(int(one.word), int(other.word)) <= 31
    return days and bool(beside & MONTH_WORDS)


def _is_imprint(couple: Couple) -> bool:
    """Whether two names of publishers or places differ: all in capitals at the beginning, and no page or year."""
    words = (*couple.one, *couple.other)
    sized = bool(couple.one and couple.other)
    names = all(one.said[0].isupper() or one.word in _anatomy.SMALL for one in words)
    return sized and names and not any(any(letter.isdigit() for letter in one.word) for one in words)
