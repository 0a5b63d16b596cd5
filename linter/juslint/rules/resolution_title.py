"""Titles in quotation marks behind the number of a resolution that are another text's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _bodies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="resolution-title",
    severity="warning",
    summary="A title behind the number of a resolution that is another text's.",
    why="Number and title name one text twice. Where they do not fit, one of them is of another text.",
    source="The titles of resolutions in the knowledge base, from the texts themselves and from lists of mandates.",
    wrong=(
        "Recalling General Assembly resolution 60/251 of 15 March 2006, entitled “Rights of the child”.\n",
        "See Human Rights Council resolution 5/1, entitled “Freedom of opinion and expression”.\n",
    ),
    right=(
        "Recalling General Assembly resolution 60/251 of 15 March 2006, entitled “Human Rights Council”.\n",
        "Recalling General Assembly resolution 60/1, entitled “2005 World Summit outcome”.\n",
        "See General Assembly resolutions 60/1 and 60/251, entitled “2005 World Summit outcome”.\n",
        "Recalling General Assembly resolution 60/251, entitled “Declaration on a council for human rights”.\n",
        "General Assembly resolution 60/251, “establish the Human Rights Council, based in Geneva”.\n",
        "See the annex to General Assembly resolution 60/251, entitled “Rules of procedure”.\n",
        "Recalling General Assembly resolution 60/251, and the report entitled “Rights of the child”.\n",
    ),
)
_QUOTED = r"(?:“(?P<curly>[^”]{5,300})”|\"(?P<plain>[^\"]{5,300})\")"
_DATE = r"(?:\s*,?\s+of\s+[0-9]{1,2}\s+[A-Z][a-z]+\s+[0-9]{4})?"
_ENTITLED = re.compile(rf"{_DATE}\s*,?\s*entitled\s+{_QUOTED}")
_ANOTHER = re.compile(r"\s*,?\s*and\s+[“\"]")
_PINNED = re.compile(r"\b(?:annex|appendix|part|section|paragraphs?|chapter)\b[^.;,]{0,40}$", re.IGNORECASE)
_INSTRUMENT = re.compile(  # what a resolution adopts bears a title of its own
    r"(?:(?:international|universal|united nations|basic|standard|minimum|optional|second|global) )*"
    r"(?:declaration|convention|covenant|protocol|charter|rules|principles|guidelines|code|agenda|agreement|compact"
    r"|(?:plan|programme|platform) (?:of|for) action|statute|pact)\b"
)
_NEAR = 75  # likeness from 0 to 100 above which a title may be the right one in other words


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """A title that is clearly another one, and not that of an instrument which the resolution adopts."""
    if reference.family != "un-resolution" or reference.id is None or reference.pinpoint is not None:
        return
    text = context.document.text
    found = _ENTITLED.match(text, reference.span.end)
    title = context.knowledge.title(reference.id)
    if found is None or title is None or not _bodies.is_sure(reference, context):
        return
    if _PINNED.search(text, max(0, reference.span.start - 60), reference.span.start):
        return
    place = Span(*found.span("curly" if found["curly"] else "plain"))
    written = " ".join(text[place.start : place.end].split())
    if any(_may_be(normalise_title(written), normalise_title(one)) for one in _titles(reference, context)):
        return
    if "list" in reference.parts and _ANOTHER.match(text, found.end()):
        return
    if _INSTRUMENT.match(normalise_title(written)) or context.knowledge.by_title(written):
        return
    yield Finding(
        rule=RULE.name,
        severity=RULE.severity,
        path=context.document.path,
        span=place,
        message=f"{reference.id} is entitled “{title}”, not “{written}”: check which of the two is meant",
        fix=Fix("write the title of the resolution", safe=False, edits=(Edit(place, title),)),
        reference_id=reference.id,
    )


def _titles(reference: Reference, context: Context) -> list[str]:
    """The known titles of a number and of all others in its list, to any of which a title behind it may belong."""
    listed = reference.parts.get("list")
    names = [reference.id] + (context.once(_lists)[listed.span] if listed is not None else [])
    return [title for name in names if name and (title := context.knowledge.title(name))]


def _lists(context: Context) -> dict[Span, list[str | None]]:
    """The ids of the members of each list, by where it stands."""
    found: dict[Span, list[str | None]] = {}
    for one in context.references:
        if "list" in one.parts:
            found.setdefault(one.parts["list"].span, []).append(one.id)
    return found


def _may_be(written: str, known: str) -> bool:
    """Whether a title may be the known one, shortened, continued or in slightly other words."""
    if written in known or known in written:
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return (
        max(fuzz.ratio(written, known), fuzz.token_sort_ratio(written, known), fuzz.partial_ratio(written, known))
        >= _NEAR
    )
