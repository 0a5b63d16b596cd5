"""Names of cases of the European Court: `Fatullayev v. Azerbaijan`, `Güler et autres c. Turquie (no 2)`.

What two writings of one name share is their key: the applicant's letters without marks, initials without stops, in
English or French. The respondent State and the number of a later case of the same name are told apart from it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_VERSUS = re.compile(r"\s+(?:v\.?|vs\.?|c\.|c/|contre|against)\s+", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]?")
_ORDINAL = re.compile(r"[(\[]\s*(?:n(?:os?|[°º])?\.?\s*)?([0-9]{1,2}|[IVX]{1,4})\s*[)\]]", re.IGNORECASE)
_LEAD = re.compile(r"^\s*(?:case of|affaire|in the case of)\s+", re.IGNORECASE)
_JOINING = frozenset({"and", "et", "others", "other", "autres", "autre", "anor", "ors"})
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "e"})
_DROPPED = re.compile(r"[.'’‘`´ʼ\"“”«»\u00ad]")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}


class CaseName(NamedTuple):
    """A name taken apart. `ordinal` is 2 in `(no. 2)`, and 1 where nothing is said; `respondent` may be empty."""

    applicant: str
    respondent: str
    ordinal: int


def take_apart(name: str) -> CaseName:
    """Applicant and respondent as written, without brackets; what stands before the last "v." is the applicant."""
    whole = _LEAD.sub("", " ".join(name.split()))
    numbered = _ORDINAL.search(whole)
    digits = numbered[1].upper() if numbered else "1"
    ordinal = int(digits) if digits.isdigit() else _ROMAN.get(digits, 1)
    bare = " ".join(_BRACKETS.sub(" ", whole).split())
    found = list(_VERSUS.finditer(bare))
    if not found:
        return CaseName(bare, "", ordinal)
    last = found[-1]
    return CaseName(bare[: last.start()].strip(" ,"), bare[last.end() :].strip(" ,"), ordinal)


def in_french(applicant: str) -> str:
    """An English name of applicants with French words between them: `Güler and Others` is `Güler et autres`."""
    return re.sub(r" and\b", " et", re.sub(r" and Others\b", " et autres", applicant))


def folded(text: str) -> str:
    """Letters and digits in lower case without marks, words apart by one space; stops and apostrophes join."""
    if text.isascii():
        plain = text.lower()
    else:
        small = text.replace("İ", "i").lower().translate(_LETTERS)
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", small) if not unicodedata.combining(sign))
    plain = _DROPPED.sub("", plain)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def key(name: str) -> str:
    """The key of a whole name or of an applicant: `Güler et autres c. Turquie (no 2)` is `guler`, `The Sunday Times` is
    `sunday times`."""
    words = folded(take_apart(name).applicant).split()
    kept = [word for word in words if word not in _JOINING]
    return " ".join(kept[kept[0] == "the" and len(kept) > 1 :]) if kept else " ".join(words)
