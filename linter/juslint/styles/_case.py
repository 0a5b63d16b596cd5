"""A citation of a case of the European Court, taken apart as a whole, so that a style can put it together anew.

A citation that says anything which is not one of these elements is not understood, and no style touches it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.families import _echr_names, echr
from juslint.styles import _pinpoints

if TYPE_CHECKING:
    from juslint.reference import Part, Reference
    from juslint.styles import Source

# Elements of a citation, each by a sign that no text has.
_SIGNS = {"name": "\ue001", "label": "\ue002", "applications": "\ue003", "pinpoint": "\ue004", "date": "\ue005",
          "report": "\ue006"}  # fmt: skip
NAME, LABEL, NUMBERS, PINPOINT, DATE, REPORT = _SIGNS.values()
_COURT = r"European Court of Human Rights|ECtHR|ECHR|Eur\.? ?Ct\.? ?H\.? ?R\.?|Eur\.? ?Court ?H\.? ?R\.?"
_WHOLE = re.compile(
    rf"(?:(?P<court>{_COURT}),? )?(?P<name>{NAME})?"
    rf"(?:"
    rf"(?P<application>\(?[Aa]pplications? |\(?[Aa]pp(?:l?s?\.?) ?)?(?P<no>[Nn](?:os?\b\.?|r\.|umbers? ))? ?{NUMBERS}"
    r"(?P<more>,? and (?:[0-9]{1,4}|[a-z]{3,9}) others?)?"
    rf"|{LABEL}|{PINPOINT}|{REPORT}"
    rf"|(?P<kind>[Jj]udge?ment|[Dd]ecision) (?:(?:of|dated|delivered on|adopted on) (?:the )?)?\(?{DATE}"
    rf"|(?:(?:(?P<grand>Grand Chamber)|(?P<within>{_COURT})|of|dated)[,:]? )*{DATE}"
    r"|[ ,;()])*"
    r"(?P<ending>, with (?:further|other) (?:references|authorities)(?: therein)?)?"
)
_ORDER = re.compile(f"[{NUMBERS}{DATE}{REPORT}]")
_DECISION = re.compile(r"\((?:[Dd]ec|[Dd]ecision|d\u00e9c)\b\.?\)")
_GRAND = re.compile(r"\[(?:GC|G\.C\.|[Gg]rand [Cc]hamber)\]|\((?:GC|G\.C\.|[Gg]rand [Cc]hamber)\)|\bGC\b")
_LABELS = re.compile(r"\[[^\]]*\]|\([^()]*\)|GC\b")
GRAND, DECISION = "[GC]", "(dec.)"
NEW_COURT = Date(1998, 11, 1)  # before it the Commission gave the decisions


class Citation(NamedTuple):
    """What a citation of a case says; None or () where it does not.

    `more`: `and 4 others`; `kind`: `judgment` or `decision`, where a word says so; `court`: it names the Court;
    `bracketed`: what stands in brackets behind the name, if all but the label and the pinpoint does; `labelled`:
    "application" or "App" stands in front of the number; `order`: which of `NUMBERS`, `DATE` and `REPORT` stand, in
    their order; `ending`: ", with further references"; `tail`: characters behind the reference that close it.
    """

    name: str | None = None
    labels: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    more: str = ""
    date: Date | None = None
    kind: str | None = None
    report: str | None = None
    pinpoint: tuple[_pinpoints.Group, ...] = ()
    court: bool = False
    bracketed: str = ""
    labelled: bool = False
    order: str = ""
    ending: str = ""
    tail: int = 0

    @property
    def is_decision(self) -> bool:
        """Whether it says that it is a decision on admissibility."""
        return self.kind == "decision" or DECISION in self.labels

    @property
    def is_named(self) -> bool:
        """Whether it names both parties."""
        return self.name is not None and " v. " in self.name

    @property
    def has_pages(self) -> bool:
        """Whether it names pages of a report."""
        return any(group.unit == "page" for group in self.pinpoint)

    @property
    def year_alone(self) -> bool:
        """Whether all it says of the day is a year in front of the report: `(1976) Series A no 24`."""
        return self.date is None and (self.report or "").startswith("(")

    @property
    def later(self) -> bool:
        """Whether it is of the Court as it is since November 1998, as far as its date tells."""
        return self.date is not None and self.date[:3] >= NEW_COURT[:3]


def read(source: Source) -> Citation | None:
    """The citation that a reference is; None where it says more than is understood here, or not in English."""
    reference = source.reference
    parts = reference.parts
    if reference.family != echr.NAME or reference.flaws or {"cited", "short", "respondent", "ecli"} & parts.keys():
        return None
    tail = int(reference.text.count("(") == reference.text.count(")") + 1 and source.after.startswith(")"))
    skeleton = (_skeleton(reference) or "") + ")" * tail
    found = _WHOLE.fullmatch(skeleton) if skeleton and skeleton.count("(") == skeleton.count(")") else None
    name, date = reference.text_of("name"), reference.date_of()
    if found is None or " c. " in (name or "") or (date and not date.day):
        return None
    if "elsewhere" in parts and not re.search(r"and \d* ?[Oo]thers?$", name or ""):
        return None
    groups = _pinpoints.read(str(reference.pinpoint.value)) if reference.pinpoint else ()
    numbers = tuple((reference.text_of("applications") or "").split("; ")) if "applications" in parts else ()
    if groups is None or not all(re.fullmatch(r"\d+/\d\d", one) for one in numbers):
        return None
    labels = _labels(reference.text_of("label") or "")
    if labels is None:
        return None
    if found["grand"] and GRAND not in labels:
        labels = (*labels, GRAND)
    return Citation(
        name=_echr_names.proper(name) if name else None,
        labels=labels,
        numbers=numbers,
        more=(found["more"] or "").lstrip(", "),
        date=date,
        kind=found["kind"].lower().replace("judgement", "judgment") if found["kind"] else None,
        report=reference.text_of("report"),
        pinpoint=groups,
        court=bool(found["court"] or found["within"]),
        bracketed=_bracketed(skeleton),
        labelled=bool(found["application"]),
        order="".join(_ORDER.findall(skeleton)),
        ending=found["ending"] or "",
        tail=tail,
    )


def _skeleton(reference: Reference) -> str | None:
    """The text with a sign for each element; None where two overlap or an element is not in one piece."""
    parts: dict[str, Part] = {name: part for name, part in reference.parts.items() if name in _SIGNS}
    if reference.pinpoint is not None:
        parts["pinpoint"] = reference.pinpoint
    out, at = [], reference.span.start
    for name, part in sorted(parts.items(), key=lambda item: item[1].span):
        if part.span.start < at:
            return None
        written = reference.text[part.span.start - reference.span.start : part.span.end - reference.span.start]
        if name in ("label", "report") and " ".join(written.split()) != part.value:
            return None
        if name == "applications" and not re.fullmatch(r"(?:[0-9/]+|,|and|&|\s+)+", written):
            return None
        out.append(reference.text[at - reference.span.start : part.span.start - reference.span.start])
        out.append(_SIGNS[name])
        at = part.span.end
    out.append(reference.text[at - reference.span.start :])
    return " ".join("".join(out).split())


def _bracketed(skeleton: str) -> str:
    """`Name (no. 40984/07, 22 April 2010), § 87`, unlike `Name App no 47940/99 (ECtHR, 20 July 2004)`."""
    found = re.fullmatch(f".*{NAME}(?: ?{LABEL})? ?[(]([^()]*)[)](?:,? {PINPOINT})?", skeleton)
    return found[1] if found else ""


def framed(citation: Citation, name: str, labels: tuple[str, ...], elements: list[str], pinpoint: str) -> str:
    """Name, labels, elements and pinpoint, in brackets as the citation has them, else with commas."""
    label, inside = " ".join(labels), citation.bracketed
    if not inside:
        head = " ".join(filter(None, (name, label)))
        return ", ".join(filter(None, (head, *elements, pinpoint)))
    if PINPOINT in inside:
        elements, pinpoint = [*elements, pinpoint], ""
    if LABEL in inside:
        elements, label = [label, *elements], ""
    text = f"{' '.join(filter(None, (name, label)))} ({', '.join(filter(None, elements))})"
    return f"{text}, {pinpoint}" if pinpoint else text


def _labels(text: str) -> tuple[str, ...] | None:
    """What stands in brackets behind a name, each as the Court writes it, [GC] last; None for other words."""
    found = _LABELS.findall(text)
    if "".join("".join(found).split()) != "".join(text.split()):
        return None
    shown = [GRAND if _GRAND.fullmatch(one) else DECISION if _DECISION.fullmatch(one) else one for one in found]
    return tuple(sorted(dict.fromkeys(shown), key=lambda one: one == GRAND))


def listed(citation: Citation, one: str, several: str) -> str:
    """The application numbers behind the word for one or several: `nos. 24130/11 and 29758/11`."""
    numbers, more = citation.numbers, citation.more
    if not numbers:
        return ""
    if more:
        return f"{several} {', '.join(numbers)} {more}"
    listing = f"{', '.join(numbers[:-1])} and {numbers[-1]}" if len(numbers) > 1 else numbers[0]
    return f"{several if len(numbers) > 1 else one} {listing}"
