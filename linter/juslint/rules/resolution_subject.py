"""Security Council resolutions on another subject than all around them, a digit away from one on theirs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _council
from juslint.rules._places import Place, listed, related
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Span
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="resolution-subject",
    severity="warning",
    summary="A Security Council resolution on a subject of its own, a digit away from one on that of all the others.",
    why=(
        "Number and year may fit each other and the resolution be another one all the same: 835 (1993) on Cambodia "
        "among resolutions on Nagorny Karabakh, where 853 (1993) was meant."
    ),
    source="The items of the agenda under which the resolutions were adopted, Dag Hammarskjöld Library.",
    wrong=(
        "The Security Council adopted resolutions 822 (1993), 835 (1993), 874 (1993) and 884 (1993).\n",
        "Security Council resolutions 1291 (2000), 1304 (2000) and 1317 (2000) were not carried out.\n",
    ),
    right=(
        "The Security Council adopted resolutions 822 (1993), 853 (1993), 874 (1993) and 884 (1993).\n",
        "See Security Council resolutions 822 (1993), 835 (1993, on Cambodia), 874 (1993) and 884 (1993).\n",
        "The Security Council adopted resolutions 822 (1993), 844 (1993), 874 (1993) and 884 (1993).\n",
        "The Security Council adopted resolutions 822 (1993) and 835 (1993).\n",
    ),
    yields_to=("council-resolution-year", "source-date", "unnamed-target"),
)
_OTHERS = 2  # resolutions on one subject that show what a list is about
_LONG = 3  # letters of a word of a subject that says what it is about
_GENERAL = frozenset(
    """situation question relating concerning letter letters dated from president security council addressed charge
    affairs united nations mission permanent representative minister foreign international peace threats between
    secretary general government republic report reports connection with maintenance the and""".split()  # noqa: SIM905
)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each such resolution in a list, or in a text, all others of which are on one subject."""
    listed: dict[Span | None, list[Reference]] = defaultdict(list)
    for reference in context.references:
        named = (reference.id or "").startswith("S/RES/") and reference.number_of("number") is not None
        if named and _council.is_resolution(reference, context):
            listed[None].append(reference)
            if "list" in reference.parts:
                listed[reference.parts["list"].span].append(reference)
    spoken: set[Span] = set()
    for references in listed.values():
        found = _of_list(context, references) if len(references) > _OTHERS else None
        if found is not None and found.span not in spoken:
            spoken.add(found.span)
            yield found


def _of_list(context: Context, references: Sequence[Reference]) -> Finding | None:
    """The finding at the one resolution that is on another subject than all the others."""
    numbers = dict.fromkeys(reference.number_of("number") or 0 for reference in references)
    subjects = {number: subject for number in numbers if (subject := _subject(context, number))}
    if len(numbers) <= _OTHERS or len(subjects) < len(numbers):
        return None
    often = Counter(word for subject in subjects.values() for word in _telling(subject))
    if len(subjects) in often.values():
        return None
    usual = frozenset(word for word, times in often.items() if times == len(subjects) - 1)
    for number, subject in subjects.items():
        common = usual - _telling(subject)
        if not common or _is_spoken_of(subject, context):
            continue
        meant = [(other, about) for other, about in _neighbours(context, number) if _telling(about) & common]
        if len(meant) == 1:
            odd = next(one for one in references if one.number_of("number") == number)
            return _finding(context, odd, subject, meant[0], [one for one in references if one is not odd])
    return None


def _subject(context: Context, number: int) -> str | None:
    """Under which item of the agenda a resolution was adopted, where the base knows."""
    year = context.knowledge.security_council_year(number)
    entry = context.knowledge.resolve(f"S/RES/{number} ({year})").entry
    return entry.text("subject") if entry is not None else None


def _neighbours(context: Context, number: int) -> Iterator[tuple[int, str]]:
    """The resolutions of the same year whose numbers differ by a slip, each with its subject."""
    year = context.knowledge.security_council_year(number)
    extent = context.knowledge.security_council_range(year) if year else None
    first, last = extent or (number, number)
    for other in range(first, (last or number) + 1):
        subject = _subject(context, other) if likeness.like_numbers(str(number), str(other)) else None
        if subject and other != number:
            yield other, subject


@lru_cache(maxsize=2000)
def _telling(subject: str) -> frozenset[str]:
    """The words of a subject that say what it is about."""
    return frozenset(word for word in normalise_title(subject).split() if len(word) > _LONG) - _GENERAL


def _is_spoken_of(subject: str, context: Context) -> bool:
    """Whether the text has a word that says what the subject is about; also where none does."""
    said = context.once(_words)
    return not _telling(subject) or any(one.startswith(word[:-1]) for word in _telling(subject) for one in said)


def _words(context: Context) -> frozenset[str]:
    return frozenset(map(normalise_title, re.findall(r"[^\W\d_]{2,60}", context.document.text)))


def _finding(
    context: Context, reference: Reference, subject: str, meant: tuple[int, str], others: Sequence[Reference]
) -> Finding:
    document, (number, about) = context.document, meant
    part = reference.parts["number"]
    places = [Place(document, one.span) for one in others]
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        reference.span,
        f"{reference.id} is on “{subject}”, of which this text does not speak; {number} of the same year is on "
        f"“{about}”, as are those in {listed(places, document)}. Check which is meant.",
        related((place, f"on “{about}”") for place in places),
        reference_id=reference.id,
        alternatives=(Fix(f"write {number}", safe=False, edits=(Edit(part.span, str(number)),)),),
    )
