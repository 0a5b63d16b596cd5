"""How much two names of a case before the European Court are alike: the same, the same misspelt, a part, or others.

Order of names, initials, legal forms, transliteration, language and letters that a conversion lost make a variant of
one name, never another name.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.knowledge.case_names import folded, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterable


class Likeness(IntEnum):
    """From two names that have nothing in common to two writings of one name."""

    OTHER = 0
    OPEN = 1  # one of them hides the applicant: `X`, `A.B.`
    PART = 2  # a first name more, a legal form, an applicant fewer, another transliteration
    MISSPELT = 3
    DAMAGED = 4  # a letter was lost: `Kud?a`
    SAME = 5


_BRACKETED = re.compile(r"[(\[]([^()\[\]]{8,})[)\]]")
_LOST = re.compile(r"[?\u00ff\u00a8\ufffd]")
_WORDS = re.compile(r"\S+")
_IDLE = frozenset(
    _WORDS.findall("""
    and et y e i und others other autres autre the la le les l of de der des du di da do dos das van von den zu zum el
    al v c no nos case cases affaire applicants applicant ltd limited co company kg ag gmbh mbh sa s srl r spa p plc
    inc inv bv b nv n as a ooo oy ab doo d o ev kft zrt rt ead eood ood sarl sas snc scea sci zao oao uab sia etc two
    three four five six seven eight nine ten trois deux sons""")
)
_JOINING = frozenset({"and", "et", "others", "autres", "the"})
_SOUNDS = """
    sz:s tz:c ts:c tch:c tsch:c ch:c cz:c sh:c sch:c zh:j dj:j dzh:j gj:j kh:h gh:g gu:g ou:u oe:o ue:u ae:a aa:a iy:i
    yi:i ij:i ie:e ye:e je:e ya:ia ja:ia yu:iu ju:iu ph:f th:t w:v y:i j:i x:ks q:k ss:s ff:v mc:mac ise:ize isa:iza
    isi:izi isz:iz"""  # one sound as languages write it
_SOUND = {written: sound for written, _, sound in (pair.partition(":") for pair in _WORDS.findall(_SOUNDS))}
_SOUND_OF = re.compile("|".join(sorted(_SOUND, key=len, reverse=True)))
_INITIALS = 3  # letters of a word that may be initials
_LONG = 4  # letters of a word in which a wrong one can be told
_ENDINGS = frozenset(_WORDS.findall("ia ie iel ial ique ic ien ian ain aine ane ene iste ist isme ism eur or el al"))
_MOST_WRONG = 2
_MOST_LOST = 6  # bounds the work on a name of question marks
_VERY_LONG = 8  # letters of a word that may have two wrong ones


@lru_cache(maxsize=4096)
def likeness(said: str, known: str) -> Likeness:
    """How much the applicants of two names are alike; whole names, or applicants alone."""
    here, there = _words(said), _words(known)
    if not here or not there:
        return Likeness.OPEN
    if "".join(here) == "".join(there) or sorted(here) == sorted(there):
        return Likeness.SAME
    if _LOST.search(said) and _fits_damaged(said, known):
        return Likeness.DAMAGED
    if _hidden(here) or _hidden(there):
        return Likeness.OPEN
    if "".join(map(_sound, here)) == "".join(map(_sound, there)):
        return Likeness.PART
    return _by_words(here, there)


def best(said: str, names: Iterable[str]) -> tuple[Likeness, str]:
    """The name most like a written one, and how much it is; what stands in brackets is another name."""
    forms = ((form, name) for name in names for form in (name, *_BRACKETED.findall(name)))
    return max(((likeness(said, form), name) for form, name in forms), key=lambda pair: pair[0])


def slips(said: str, known: str) -> list[tuple[str, str]]:
    """The words of `said` that are misspelt, each with the right one, as the two names write them."""
    here, there = (take_apart(name).applicant.split() for name in (said, known))
    found = []
    for word in here:
        plain = folded(word)
        if plain in _IDLE or any(folded(other) == plain for other in there):
            continue
        right = [other for other in there if _is_slip(plain, folded(other))]
        if len(right) == 1:
            found.append((word.strip(".,;"), right[0].strip(".,;")))
    return found


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    plain = folded(take_apart(name).applicant).split()
    words = tuple(word for word in plain if word not in _IDLE and not word.isdigit())
    return words or tuple(word for word in plain if word not in _JOINING) or tuple(plain)


def _hidden(words: tuple[str, ...]) -> bool:
    """Whether a name says initials only."""
    return all(len(word) <= _INITIALS for word in words)


@lru_cache(maxsize=16384)
def _sound(word: str) -> str:
    """A word as it sounds, roughly: `Soukhovoy`, `Sukhovoj` and `Suhovoi` are one."""
    return _SOUND_OF.sub(lambda found: _SOUND[found[0]], word)


def _by_words(here: tuple[str, ...], there: tuple[str, ...]) -> Likeness:
    """Every word of the shorter name laid beside one of the longer."""
    few, many = sorted((here, there), key=len)
    left = list(many)
    same = slipped = 0
    for word in sorted(few, key=len, reverse=True):
        if word in left or any(_sound(other) == _sound(word) for other in left):
            fitting = word if word in left else next(other for other in left if _sound(other) == _sound(word))
            same += len(word) >= _LONG
            left.remove(fitting)
        elif near := [other for other in left if _is_slip(word, other)]:
            slipped += 1
            left.remove(near[0])
    if slipped and not left and same + slipped == len([word for word in few if len(word) >= _LONG]):
        return Likeness.MISSPELT
    if same or (slipped and len(few) == slipped):
        return Likeness.PART
    return Likeness.OTHER


def _is_slip(one: str, other: str) -> bool:
    """Whether a word is another with a letter wrong, missing or too many, or two that changed places."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    size = min(len(one), len(other))
    if size < _LONG or one == other or abs(len(one) - len(other)) > _MOST_WRONG:
        return False
    most = _MOST_WRONG if size >= _VERY_LONG else 1
    mixed = one[0] == other[0] and size > _LONG and sorted(one) == sorted(other)
    return (mixed or OSA.distance(one, other, score_cutoff=most) <= most) and not _is_french(one, other)


def _is_french(one: str, other: str) -> bool:
    """Whether a word is the other in French: `Mordovie` and `Mordovia`, `socialiste` and `Socialist`."""
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    cuts = range(max(0, same - 3), same + 1)
    return any(one[at:] in _ENDINGS and other[at:] in _ENDINGS for at in cuts)


def _fits_damaged(said: str, known: str) -> bool:
    """Whether lost letters alone make the difference."""
    lost = len(_LOST.findall(take_apart(said).applicant))
    if not 0 < lost <= _MOST_LOST:
        return False
    pattern = "".join(
        ".{0,2}" if _LOST.match(letter) else re.escape(letter)
        for letter in _LOST.sub("\u00ff", take_apart(said).applicant.lower()).replace(" ", "")
    )
    return re.fullmatch(pattern, take_apart(known).applicant.lower().replace(" ", "")) is not None
