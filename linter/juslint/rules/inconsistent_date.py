"""One source with different dates in the user's texts."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.dates import MONTHS, Date
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _documents, _letters, _narrated, _people, _readings
from juslint.rules._agreement import Wording
from juslint.rules._places import Place, PlacesOf, listed, related, where
from juslint.rules._sources import ADDRESS, PAIR, PROSE, SYMBOL, Mention, Source, sources
from juslint.words import recurring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.document import Span
    from juslint.finding import Severity
    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-date",
    severity="error",
    summary="One source bears different dates.",
    why=(
        "A letter or an article has one date. Where two references to it give different ones, at least one of them "
        "sends the reader to something that does not exist, and it tends to be copied from text to text."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: a reference gives the date of the "
        "document. Judgments and decisions in one case of the European Court have dates of their own, and are "
        "compared only where two dates are a day or a digit apart."
    ),
    wrong=(
        (
            "See Security Council resolution 822 (1993) of 30 April 1993.\n\n"
            "In its resolution 822 (1993) of 3 April 1993, the Security Council demanded a withdrawal.\n"
        ),
    ),
    right=(
        (
            "See Security Council resolution 822 (1993) of 30 April 1993, and again resolution 822 (1993) of 30 "
            "April 1993.\n"
        ),
        "See Security Council resolution 822 (1993) of 30 April 1993 and resolution 853 (1993) of 29 July 1993.\n",
    ),
    yields_to=("case-date",),
)

_UNITED_STATES = re.compile(r"[A-Z][a-z]+\.? [0-9]{1,2}, [0-9]{4}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ACCESS = re.compile(r"(?:access\w*|visited|retrieved|consulted|checked|viewed)(?:\s+on)?\W{0,3}$", re.IGNORECASE)
_COLUMN = re.compile(
    r"[ \t]{2,}\S|\t|[ \t]+[\u2013\u2014|]"
)  # behind the date of a row: `6 July 2023     Second order`
_PRINTED = frozenset({"book", "chapter"})  # their year is that of the edition
_OF_SYMBOL: Wording[Date] = Wording(" (of one symbol). Check the date at the source and use one.", "dated {}".format)
_DATED_ONCE = frozenset({"article", "report", "statement"})


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention whose date is not the one that should stand."""
    spoken: set[tuple[str, int]] = set()
    for source in sources(contexts):
        for finding in _of_source(source):
            spoken |= {(finding.path, finding.span.start), *((one.path, one.span.start) for one in finding.related)}
            yield finding
    for group in _documents.dated(contexts):
        places = [(one.place.document.path, one.place.span.start) for one in group]
        if _documents.slipped(group) and spoken.isdisjoint(places):
            found = _agreement.findings(RULE, group, Date.agrees, _OF_SYMBOL)
            yield from (replace(finding, severity="warning") for finding in found)
    for told in _narrated.narrated(contexts):
        if (told.place.document.path, told.place.span.start) not in spoken:
            yield _told(told)


def _told(told: _narrated.Narrated) -> Finding:
    """A sentence that tells of a letter of another day."""
    document, there = told.place.document, _place(told.letter)
    date = told.letter.reference.date_of()
    here = f"{told.date} here; the letter between the two is dated {date} in {where(there, document)}"
    written = _written(date, told.place.text()) if date else ""
    return Finding(
        RULE.name,
        "warning",
        document.path,
        told.place.span,
        f"{here}. Check the date at the source and use one.",
        related([(there, f"dated {date} here")]),
        None,
        alternatives=(Fix(f"write {written}", safe=False, edits=(Edit(told.place.span, written),)),),
    )


def _of_source(source: Source) -> Iterator[Finding]:
    family = source.mentions[0].reference.family
    dated = [(mention, date) for mention in source.mentions if (date := _date(mention))]
    found = _readings.readings(dated, Date.agrees, lambda date: len([one for one in date if one]) - 2 * bool(date.last))
    if len(found) < 2:
        return
    known = source.entry.dates() if source.entry else ()
    disputed = source.entry.disputed(source.entry.date_field()) if source.entry else ()
    if family == "un-resolution":  # which has one day of adoption, whether or not it is known
        known = tuple(date for date in known if date.day)
    if not disputed and known and all(any(one.value.agrees(date) for date in known) for one in found):
        return  # each is a date that the source rightly bears: that of the letter and that of the report in it
    first = found[0].value
    unknown = source.entry is None and family in PROSE
    if unknown and not all(_may_be_one(source, first, one.value) for one in found[1:]):
        return  # an annual report, a column, letters on one page: one title or address, many dates
    if unknown and len(found) > 2 and not source.evidence & {ADDRESS, SYMBOL}:
        return  # a series
    open_ = family in {"un-resolution", "echr"} or PAIR in source.evidence
    severity: Severity = "warning" if open_ else "error"
    if family == "echr":
        found = [one for one in found if any(one is not other and _close(one.value, other.value) for other in found)]
        severity = "info"
        if len(found) != 2:
            return
    right = _readings.standing(found, None if disputed else _preferred(source.entry))
    for reading, mention in _readings.out_of_line(found, right):
        others = _readings.others(found, reading)
        document, place = mention.context.document, _place(mention)
        said = "; ".join(f"{one.value} in {listed(PlacesOf(one.mentions, _place), document)}" for one in others)
        places = (
            (_place(each), f"dated {_date(each)} here") for one in found for each in one.mentions if each is not mention
        )
        fix, alternatives = _readings.mends(
            found,
            reading,
            right,
            lambda date, place=place: (place, _written(date, place.text())),  # type: ignore[misc]
        )
        yield Finding(
            RULE.name,
            severity,
            document.path,
            place.span,
            f"dated {_date(mention)} here; {said}{source.because()}. {_advice(source.entry, found)}",
            related(places),
            fix,
            mention.reference.id,
            alternatives=alternatives,
        )


def _date(mention: Mention) -> Date | None:
    """The date that the mention gives. The date of a newspaper says which issue it is, and so which source."""
    reference = mention.reference
    if reference.family == "newspaper":
        return None
    part = reference.parts.get("date")
    text = mention.context.document.text
    if part and (_ACCESS.search(text, max(0, part.span.start - 20), part.span.start) or _begins_row(text, part.span)):
        return None
    year = reference.number_of("year") if reference.family not in _PRINTED else None
    return reference.date_of() or (Date(year) if year else None)


def _begins_row(text: str, date: Span) -> bool:
    """Whether a date is the first column of the next row of a chronology, not of what the row above it ends with."""
    line = text.rfind("\n", 0, date.start) + 1
    return line > 0 and not text[line : date.start].strip() and _COLUMN.match(text, date.end) is not None


def _place(mention: Mention) -> Place:
    return mention.place("date" if "date" in mention.reference.parts else "year")


def _advice(entry: Entry | None, found: Sequence[_readings.Reading[Date]]) -> str:
    """What good sources say of it, and what to do."""
    if entry is None:
        return "Check the date at the source and use one."
    disputed = entry.disputed(entry.date_field())
    if disputed:
        by = [", ".join(f"{name} ({url})" if url else name for name, url in one.by) for one in disputed]
        printed = "; ".join(
            f"{Date.from_iso(one.value)} stands in {names}" for one, names in zip(disputed, by, strict=True)
        )
        return f"Publishers differ: {printed}. Choose one date and use it throughout."
    date, cited = entry.date(entry.date_field()), entry.date("cited-date")
    if date is None and cited is None:
        return "Check the date at the source and use one."
    if cited and any(one.value.agrees(cited) for one in found) and not (date and date.day):
        return f"Others cite it with {cited}: check the date at the source and use one."
    if date is None:
        return "Check the date at the source and use one."
    if any(one.value.agrees(date) for one in found):
        return f"The knowledge base has {date}: use that date throughout."
    return f"The knowledge base has {date}."


def _preferred(entry: Entry | None) -> Callable[[Date], bool] | None:
    date = entry.date(entry.date_field()) if entry else None
    if entry and not (date and date.day):
        date = entry.date("cited-date") or date
    return date.agrees if date else None


def _may_be_one(source: Source, one: Date, other: Date) -> bool:
    """Whether two dates are surely meant for one source: a slip apart, or of a work that can have but one date."""
    references = [mention.reference for mention in source.mentions if mention.reference.family != "web-page"]
    titles = {normalise_title(title) for each in references if (title := each.text_of("title"))}
    held_by = source.evidence & {ADDRESS, SYMBOL} or len({each.text_of("url") for each in references} - {None}) == 1
    held_by = held_by or _of_one_volume(references)
    if references[0].family != "letter" and not held_by and any(map(recurring.recurs, titles)):
        return False
    unsigned = not any("author" in each.parts for each in references) or any(map(_people.is_body, references))
    if references[0].family in _DATED_ONCE and unsigned and not held_by and any(map(recurring.is_headline, titles)):
        return False
    if _slip(one, other):
        return True
    if references[0].family == "letter":
        return bool(source.evidence & {ADDRESS, SYMBOL}) and _letters.slipped_date(one, other)
    address = {reference.text_of("url") for reference in references}
    if None not in address and len(address) == 1 and all(reference.family in _DATED_ONCE for reference in references):
        return True
    signed = all("author" in reference.parts and not _people.is_body(reference) for reference in references)
    held = all("container" in reference.parts for reference in references)
    return references[0].family in _DATED_ONCE and signed and (held or not (one.month and other.month))


def _of_one_volume(references: Sequence[Reference]) -> bool:
    """Whether all are by people, in one volume of a journal: it is of one year."""
    volumes = {each.text_of("volume") for each in references}
    return len(volumes) == 1 and None not in volumes and not any(map(_people.is_body, references))


def _slip(one: Date, other: Date) -> bool:
    """Whether one date can be the other with a slip: a day or two away, or another in one of day, month, year."""
    if _close(one, other):
        return True
    differing = [a != b for a, b in zip(one[:3], other[:3], strict=True) if a and b]
    return sum(differing) == 1 and one.year == other.year


def _close(one: Date, other: Date) -> bool:
    """Whether the two are one day apart, or differ in one digit."""
    if not (one.month and one.day and other.month and other.day):
        return False
    days = datetime.date(one.year, one.month, one.day) - datetime.date(other.year, other.month, other.day)
    digits = sum(a != b for a, b in zip(one.iso()[:10], other.iso()[:10], strict=True))
    return abs(days.days) == 1 or digits == 1


def _written(date: Date, like: str) -> str:
    """The date in the manner of another: `28 February 2014`, `February 28, 2014` or `2014-02-28`."""
    like = " ".join(like.split())
    if date.month and date.day and not date.last and _UNITED_STATES.fullmatch(like):
        return f"{MONTHS[date.month - 1]} {date.day}, {date.year}"
    return date.iso() if _ISO.fullmatch(like) else str(date)
