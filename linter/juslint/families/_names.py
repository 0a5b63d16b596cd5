"""Names of people and bodies as references write them, and the keys that make ids of prose references."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from juslint.dates import Date
from juslint.families import _read

if TYPE_CHECKING:
    from juslint.reference import Part

_EDITORS = re.compile(r"[\s,]*\(?\b[Ee]d(?:s?\.?|itors?)\)?[\s,]*$")
_ET_AL = re.compile(r",?\s+(?:et\s+al\.?|and\s+others)[\s,]*$")
_GAP_OF_NAMES = re.compile(r"(?:\u2026|\.\.\.)\s+")  # in a list of more than twenty
_BETWEEN = re.compile(r",?\s+(?:and|&)\s+|,\s+")
_INITIALS = re.compile(r"(?:-?[A-Z\u00c0-\u00de]\.\s*)+$")
_INITIALS_BEHIND = re.compile(  # a family name with small letters, then capitals alone
    r"^((?:(?:[dD]e|[vV][ao]n|der|den|la|al|el|bin|da|di)\s)*[A-Z\u00c0-\u017f][\w\u2019'-]*[a-z\u00df-\u00ff][\w\u2019'-]*)\s(?!(?:UK|US|USA|UN|EU|GB|II|III|IV|VI)$)([A-Z]{1,3})$"
)
_BODY = re.compile(
    r"\b(?:of|for|on|Watch|Group|Organi[sz]ation|Centre|Center|Institute|Ministry|Commission|Bank|Nations|Union|Committee|Amnesty|Council"
    r"|Foundation|Association|Society|Network|Office|Agency|Department|University|International|Initiative|Forum|Mission|Fund|Programme|Parliament|Assembly|Government)\b"
)
_CAPITAL = frozenset("Van Von Der Den De Di Da Del Della Du Dos".split())  # noqa: SIM905 - particles at the head of a list's entry
_ONE_BODY = re.compile(r"[A-Z][\w-]+ and [A-Z][\w-]+ [A-Z][\w -]+")  # Food and Agriculture Organization
_DROPPED = dict.fromkeys(map(ord, "'’‘`´\u00ad"))


def split(written: str) -> tuple[str, ...]:
    """The names in a written list, each on one line, without "eds." and "et al.": `Pellet A` is A Pellet.

    Source of that form: OSCOLA, 4th edition, 1.7 (bibliographies).
    """
    names = _EDITORS.sub("", _read.one_line(written).strip(" ,."))
    if _ONE_BODY.fullmatch(names) and _BODY.search(names):
        return (names,)
    return tuple(_INITIALS_BEHIND.sub(r"\2 \1", name) for name in _BETWEEN.split(_ET_AL.sub("", names)) if name)


def bare(written: str) -> str:
    """A written list up to the end of its last name: without "(eds.)", commas and the like behind it."""
    return _EDITORS.sub("", written).rstrip(" ,\t\r\n\u00a0")


def inverted(written: str) -> tuple[str, ...]:
    """The names in `Crawford, James`, `Crawford, J., and Pellet, A.` or `Crawford, James, and Ian Brownlie`.

    Given names come first in what is returned.
    """
    line = _GAP_OF_NAMES.sub("", _EDITORS.sub("", _read.one_line(written).strip(" ,")))
    line = line if _INITIALS.search(line) else line.rstrip(" ,.")
    names: list[str] = []
    for number, piece in enumerate(_BETWEEN.split(_ET_AL.sub("", line))):
        if names and (number == 1 or _INITIALS.fullmatch(piece)):
            names[-1] = f"{piece} {names[-1]}"
        elif piece:
            names.append(piece)
    return tuple(names)


def key(text: str) -> str:
    """Lower case, no accents, no article in front, no punctuation but the slash: what two writings have in common."""
    plain = unicodedata.normalize("NFKD", text.translate(_DROPPED)).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^\w/]+", " ", letters).split())


def office(text: str) -> str:
    """The key of an office, without its article."""
    return key(text).removeprefix("the ")


def families(names: tuple[str, ...]) -> str:
    """The family names in a tuple of names, joined by `+`: `de waal`, `maclachlan+peart`.

    Bodies keep all words but the article.
    """
    return "+".join(key(family(name)).removeprefix("the ") for name in names)


def families_of(part: Part | None) -> str:
    """The same for the part of a reference that holds the names; empty where it has none."""
    value = part.value if part is not None else ()
    return families(value) if isinstance(value, tuple) and not isinstance(value, Date) else ""


def is_body(part: Part | None) -> bool:
    """Whether the part that holds the names names one body alone, in full or by its letters: `UNDP`."""
    value = part.value if part is not None else ()
    if not isinstance(value, tuple) or isinstance(value, Date) or len(value) != 1:
        return False
    written = value[0].title() if value[0].isupper() and " " in value[0] else value[0]
    return bool(_BODY.search(written)) or (value[0].isupper() and " " not in value[0] and len(value[0]) > 2)


def family(name: str) -> str:
    """The family name with its particle; all words of the name of a body."""
    words = name.split()
    if _BODY.search(name) or len(words) < 2:
        return name
    first = len(words) - 1
    while first > 1 and (words[first - 1][:1].islower() or words[first - 1] in _CAPITAL):
        first -= 1
    return " ".join(words[first:])
