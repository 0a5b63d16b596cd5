"""Symbols, resolutions and acts: what the styles that cover them share.

Source: United Nations Editorial Manual, "System of identification" and footnotes; OSCOLA, 4th edition (2012) and its
section on international law; the series of the Council of Europe as its bodies number them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint.dates import Date
from juslint.families import coe
from juslint.styles import Rendered, _pinpoints

if TYPE_CHECKING:
    from juslint.reference import Reference
    from juslint.styles import Source

# Organs by their stem: the name in full, then the abbreviations that texts have in front of "resolution".
_ORGANS = {
    "A": ("General Assembly", "UNGA", "GA"),
    "S": ("Security Council", "UNSC", "SC"),
    "E": ("Economic and Social Council", "ECOSOC"),
    "A/HRC": ("Human Rights Council", "UNHRC", "HRC"),
}
_RESOLUTION = re.compile(r"(?P<organ>A/HRC|A|S|E)/RES/(?P<number>.+)")
_DATE = r"[0-9]{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\s+[0-9]{4}"


class Resolution(NamedTuple):
    """A resolution of a United Nations organ in words.

    `organ`: its stem; `number`: with session or year; `size`: of what is written, which can go on behind the
    reference; `year`: the Council's year stands in the text.
    """

    organ: str
    number: str
    body: str
    date: Date | None
    year: bool
    size: int
    pinpoint: tuple[_pinpoints.Group, ...]

    @property
    def abbreviation(self) -> str:
        """`UNGA`, `UNSC`, `ECOSOC`, `UNHRC`."""
        return _ORGANS[self.organ][1]


def resolution(source: Source) -> Resolution | None:
    """The resolution that begins with the name of its body; None for a symbol, and where the text says more."""
    reference = source.reference
    named = _RESOLUTION.fullmatch(reference.id or "")
    if named is None or "list" in reference.parts:
        return None
    organ, number = named["organ"], named["number"]
    text = reference.text + source.after
    symbol = _loosely(str(reference.id))
    found = re.match(
        rf"(?P<un>(?:UN|U\.N\.|(?P<united>United\s+Nations))\s+)?(?:{'|'.join(map(_loosely, _ORGANS[organ]))})\s+"
        rf"[Rr]es(?:olution|\.)?\s+(?:[Nn]o\.?\s+)?{_loosely(number)}"
        rf"(?P<dated>\s+of\s+{_DATE}|,?\s+\({_DATE}\))?(?P<symbol>,?\s+U\.?N\.?\s+[Dd]oc\.?\s+{symbol})?",
        text,
    )
    if found is None or re.match(r"[\w/-]", text[found.end() :]):
        return None
    groups: tuple[_pinpoints.Group, ...] | None = ()
    size = found.end()
    comma = re.compile(r",?\s+").match(text, size) if found["symbol"] else None
    if comma is not None:
        groups, more = _pinpoints.ahead(text[comma.end() :])
        size = comma.end() + more if groups else size
    rest = reference.text[found.end() :]
    if rest:
        pinpoint = reference.pinpoint
        if pinpoint is None or rest.strip(" ,\n") != reference.text[pinpoint.span.start - reference.span.start :]:
            return None
        groups = _pinpoints.read(str(pinpoint.value))
    date = Date.parse(found["dated"].strip(" ,()\n").removeprefix("of")) if found["dated"] else None
    if groups is None or (found["dated"] and date is None):
        return None
    body = ("United Nations " if found["united"] else "") + _ORGANS[organ][0]
    year = re.search(r"\(\s*[0-9]{4}\s*\)", found[0]) is not None
    return Resolution(organ, number, body, date, year, size, groups)


def by_id(name: str) -> Resolution | None:
    """The resolution with an id, as if nothing were written of it."""
    named = _RESOLUTION.fullmatch(name)
    if named is None:
        return None
    return Resolution(named["organ"], named["number"], _ORGANS[named["organ"]][0], None, False, 0, ())


def adopted(source: Source) -> Date | None:
    """The day on which the knowledge base says that a resolution was adopted."""
    entry = source.knowledge.resolve(source.reference.id or "").entry
    date = entry.adopted() if entry else None
    return date if date and date.day and not date.last else None


def tail(source: Source, size: int) -> int:
    """How many characters behind the reference belong to `size` characters from its beginning."""
    return max(0, size - len(source.reference.text))


def symbol(source: Source, form: _pinpoints.Form, *, proper: bool = True) -> Rendered | None:
    """A symbol with its pinpoint; `proper`: with spaces, dashes and capitals as they should be."""
    reference = source.reference
    if not reference.text:
        return Rendered(reference.id or "")
    written, groups = _apart(reference)
    rest = reference.text[len(written) :]
    canonical = reference.canonical
    if proper and canonical and _folded(written) == _folded(canonical):
        written = canonical
    return Rendered(f"{written}, {_pinpoints.write(groups, form)}" if groups else written + rest)


def with_pinpoint(reference: Reference, form: _pinpoints.Form) -> str | None:
    """The reference with its pinpoint alone in another form; None where there is none that is understood."""
    pinpoint = reference.pinpoint
    groups = _pinpoints.read(str(pinpoint.value)) if pinpoint else None
    if pinpoint is None or groups is None:
        return None
    start, end = (at - reference.span.start for at in pinpoint.span)
    return reference.text[:start] + _pinpoints.write(groups, form) + reference.text[end:]


def council_of_europe(source: Source, form: _pinpoints.Form, number: str = "No.") -> Rendered | None:
    """An act of the Council of Europe with its own number as its bodies write it; all else stays."""
    reference = source.reference
    name = reference.id or ""
    if not name or name.startswith("CM/Del "):
        return None
    if not reference.text:
        reference = replace(reference, text=coe.canonical(name), pinpoint=None)
    text = with_pinpoint(reference, form) if reference.pinpoint else reference.text
    if text is None:
        return None
    treaty = re.fullmatch(r"(C?ETS) ([0-9]+)", name)
    if treaty:
        pattern = rf"{treaty[1]}(?:\s*[Nn]os?\.?)?\s*0*{treaty[2]}\b"
        core = f"{treaty[1]} {number} {int(treaty[2]):03d}"
    else:
        core = re.sub(r"^PACE (?:\w+\.? )?", "", name) if "Doc." not in name else ""
        pattern = rf"(?<![\w/])(?:{_loosely(core)}|{_loosely(core.removeprefix('CM/'))})(?!\w)"
    found = list(re.finditer(pattern, text)) if core else []
    if len(found) != 1:
        return Rendered(text)
    return Rendered(text[: found[0].start()] + core + text[found[0].end() :])


def _apart(reference: Reference) -> tuple[str, tuple[_pinpoints.Group, ...] | None]:
    """What is written before the pinpoint, and that; () where there is none, None where it is not understood."""
    pinpoint = reference.pinpoint
    if pinpoint is None:
        return reference.text, ()
    written = reference.text[: pinpoint.span.start - reference.span.start]
    ends = pinpoint.span.end == reference.span.end
    return re.sub(r"[\s,]+(?:at\s+)?$", "", written), _pinpoints.read(str(pinpoint.value)) if ends else None


def _folded(text: str) -> str:
    return re.sub(r"[\u2010-\u2015]", "-", re.sub(r"\s", "", text)).casefold()


def _loosely(text: str) -> str:
    """An expression for a number or name however its spaces stand; the year of a Council's number may be left out."""
    year = re.search(r" \((?:19|20)[0-9]{2}\)$", text)
    bare = text[: year.start()] if year else text
    signs = r"\s*".join(re.escape(sign) for sign in re.findall(r"\w+|[^\w\s]", bare))
    signs = re.sub(r"(?<=\w)\\s\*(?=\w)", r"\\s+", signs)
    return signs + (rf"(?:\s*\(\s*{year[0][2:-1]}\s*\))?" if year else "")
