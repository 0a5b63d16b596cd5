"""How names of cases that catalogues print in capitals are written: learned from the names that are known well."""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linter"))

from juslint.knowledge.case_names import folded, key, take_apart

if TYPE_CHECKING:
    from collections.abc import Iterable

    from juslint.knowledge.respondents import Respondents

WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
VOWEL = re.compile(r"[AEIOUYÀ-ÿĀ-ž]", re.IGNORECASE)
INITIALS = re.compile(r"(?:\b[^\W\d_]{1,2}\.)+|\b[^\W\d_]\b")
SMALL = set("AND ET OTHERS OF THE DE DU DES LA LE LES DI DA VAN DER DEN VON FOR".split())  # noqa: SIM905
SMALL_FIRST = {"AND", "ET", "OTHERS", "OF", "FOR"}
LABELS = re.compile(
    r"\s*[(\[](?:(?:on )?(?:the )?merits[^()]*|just satisfaction|friendly settlement|striking out|revision[^()]*"
    r"|interpretation|preliminary objections?|article (?:41|50)|dec\.|extracts?|rev\."
    r"|no violation|\w+ translation)[)\]]|\s*\[GC\]",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:(?:,? and|et) (?:\d+ )?(?:other|autres?) (?:applications?|affaires?|requ[eê]tes?)|[-–*]+)\s*$",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"[(\[]\s*n(?:os?|[°º])?\.?\s*([0-9]{1,2})\s*[)\]]", re.IGNORECASE)
LEAD = re.compile(r"^(?:CASE OF|AFFAIRE)\s+", re.IGNORECASE)
ENGLISH = {"et autres": "and Others", "et autre": "and Another", "et": "and", "ET AUTRES": "AND OTHERS", "ET": "AND"}


def unlabelled(name: str) -> str:
    """A name without what says which kind of document it is, and without marks of catalogues."""
    return TAIL.sub("", LABELS.sub("", LEAD.sub("", name))).strip()


def alike(one: str, other: str) -> bool:
    """Whether two names of one document are one name, perhaps in two transliterations."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    first, second = key(one), key(other)
    return first == second or fuzz.ratio(first, second) >= 75 or fuzz.token_set_ratio(first, second) >= 90


class Casing:
    """How words are capitalized: as in most of the names from which it learned, else by the rules of English."""

    def __init__(self, names: Iterable[str]) -> None:
        seen: dict[tuple[str, bool], Counter[str]] = defaultdict(Counter)
        for name in names:
            for position, word in enumerate(WORD.findall(take_apart(name).applicant)):
                seen[word.upper(), position == 0][word] += 1
        self._known = {place: counts.most_common(1)[0][0] for place, counts in seen.items()}

    def applicant(self, text: str) -> str:
        """An applicant's name in mixed case."""
        out, last = "", 0
        text = text.replace("`", "'")
        initials = {found.span() for found in INITIALS.finditer(text)}
        for number, found in enumerate(WORD.finditer(text)):
            short = any(start <= found.start() and found.end() <= end for start, end in initials)
            word = found[0]
            after = text[last : found.start()]
            small = number > 0 and after.isspace()
            out += after + (word if short and word not in ("Y", "E") else self._word(word, first=not small))
            last = found.end()
        return out + text[last:]

    def _word(self, word: str, *, first: bool) -> str:
        known = self._known.get((word.upper(), first)) or self._known.get((word.upper(), not first))
        if known and not (first and word.upper() in SMALL_FIRST):
            return known if not first or word.upper() not in SMALL else known[0].upper() + known[1:]
        if word.upper() in SMALL and not first:
            return "Others" if word.upper() == "OTHERS" else word.lower()
        if len(word) <= 4 and not VOWEL.search(word):
            return word  # TNT
        if word != word.upper() and word[:2] not in ("Mc", "Mac"):
            return word
        return "".join(map(_titled, re.split(r"(['’])", word)))


def _titled(part: str) -> str:
    low = part.replace("İ", "i").lower()
    if part[:1] == "İ":
        low = "İ" + low[1:]
    if low.startswith("mc") and len(low) > 3:
        return f"Mc{low[2].upper()}{low[3:]}"
    return low[:1].upper() + low[1:]


def english(name: str) -> str:
    """A French title in English words: `X ET AUTRES c. ITALIE`; the respondent is left as it is."""
    applicant, respondent, ordinal = take_apart(unlabelled(name))
    for french, word in ENGLISH.items():
        applicant = re.sub(rf"(?<!\S){french}(?!\S)", word, applicant)
    return f"{applicant} v. {respondent}" + (f" (no. {ordinal})" if ordinal > 1 else "")


def proper(name: str, casing: Casing, states: Respondents) -> str:
    """A catalogue's title as the Court cites it: `CASE OF McDONALD v. THE UNITED KINGDOM (No. 2)`."""
    bare = unlabelled(name)
    applicant, respondent, _ = take_apart(bare)
    said = ORDINAL.search(bare)
    number = f" (no. {int(said[1])})" if said else ""
    if not respondent:
        return casing.applicant(applicant) + number
    state = states.written(respondent) or casing.applicant(respondent)
    brackets = re.search(r"\(([^()]*)\)", ORDINAL.sub("", bare))
    inner = f" ({casing.applicant(brackets[1])})" if brackets and folded(brackets[1]) and len(brackets[1]) > 5 else ""
    return f"{casing.applicant(applicant)}{inner} v. {state}{number}"
