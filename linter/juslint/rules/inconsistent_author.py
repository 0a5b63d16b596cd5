"""One work under names that differ."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.document import Placed, Span
from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _agreement, _letters, _people, _readings
from juslint.rules._agreement import Told, Wording
from juslint.rules._places import Place, PlacesOf, listed, related
from juslint.rules._sources import Source, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from juslint.knowledge import Entry
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-author",
    severity="error",
    summary="One work stands under different names.",
    why=(
        "A reader looks a work up under its author. One letter in a family name, or another given name, is enough "
        "to find nothing, or somebody else; and the two references look like two works."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: the author's name is given as it appears "
        "on the title page. Initials, missing middle names and accents are no difference."
    ),
    wrong=(
        (
            "See Markar Melkonian, *My Brother's Road: An American's Fateful Journey to Armenia* (London and New "
            "York, I. B. Tauris, 2005), p. 213.\n\n"
            "See Markar Malkonian, *My Brother's Road: An American's Fateful Journey to Armenia* (London and New "
            "York, I. B. Tauris, 2005), p. 214.\n"
        ),
    ),
    right=(
        (
            "See Markar Melkonian, *My Brother's Road: An American's Fateful Journey to Armenia* (London and New "
            "York, I. B. Tauris, 2005), p. 213.\n\n"
            "See M. Melkonian, *My Brother's Road: An American's Fateful Journey to Armenia* (London and New York, "
            "I. B. Tauris, 2005), p. 214.\n"
        ),
    ),
)

Names = tuple[str, ...]
_PARTS = ("author", "editor")
_OFFICES = ("sender", "recipient", "issuer")


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention whose names are not those that should stand; once for a chapter and its book."""
    said: set[tuple[str, Span]] = set()
    for source in sources(contexts):
        for part in _PARTS:
            for finding in _of_part(source, part, contexts):
                if part != "editor" or (finding.path, finding.span) not in said:
                    said.add((finding.path, finding.span))
                    yield finding
        for part in _OFFICES:
            yield from _of_office(source, part)


def _of_office(source: Source, part: str) -> Iterator[Finding]:
    """Senders, addressees and issuers: an office has many right names, so that only a slip in one counts."""
    said = [Told(one, name, one.place(part)) for one in source.mentions if (name := one.reference.text_of(part))]
    known = source.entry.text(part) if source.entry and part != "issuer" else None
    advice = f"The knowledge base has {known}." if known else "Check the name at the source and use one."

    def agree(one: str, other: str) -> bool:
        return not _letters.misspelt(normalise_title(one), normalise_title(other))

    yield from _agreement.findings(RULE, said, agree, Wording(f"{source.because()}. {advice}", f"{part} {{}}".format))


def _of_part(source: Source, part: str, contexts: Sequence[Context]) -> Iterator[Finding]:
    named = [(mention, names) for mention in source.mentions if (names := _people.names(mention.reference, part))]
    found = _readings.readings(named, _people.agree, lambda names: sum(map(len, names)))
    if len(found) < 2:
        return
    right = _readings.standing(found, _preferred(source.entry, part))
    for reading, mention in _readings.out_of_line(found, right):
        place, document = mention.place(part), mention.context.document
        own = _people.names(mention.reference, part)
        said = "; ".join(
            f"{_joined(one.value)} in {listed(PlacesOf(one.mentions, lambda each: each.place(part)), document)}"
            for one in _readings.others(found, reading)
        )
        places: list[tuple[Place, str]] = [
            (each.place(part), f"{part}: {_joined(_people.names(each.reference, part))}")
            for one in found
            for each in one.mentions
            if each is not mention
        ]
        places += (
            (each, f"the name {' '.join(each.text().split())} in the text")
            for each in _elsewhere(reading, found, part, contexts)
        )
        yield Finding(
            RULE.name,
            RULE.severity,
            document.path,
            place.span,
            f"{part} {_joined(own)} here; {said}{source.because()}. {_advice(source.entry, part)}",
            related(places),
            _fix(own, right, place),
            mention.reference.id,
            alternatives=tuple(
                other
                for one in _readings.others(found, reading)
                if one is not right and (other := _fix(own, one, place)) is not None
            ),
        )


def _advice(entry: Entry | None, part: str) -> str:
    people = entry.people(part) if entry else ()
    if entry is None or not people:
        return "Check the name at the source and use one."
    other = [variant.value for variant in entry.aliases(part)]
    known = f" (also known as {', '.join(other)})" if other else ""
    return f"The knowledge base has {_joined(people)}{known}: use one name throughout."


def _fix(own: Names, right: _readings.Reading[Names] | None, place: Place) -> Fix | None:
    """Write the name that should stand, where exactly one name is another and stands there as it is."""
    if right is None or len(own) != len(right.value):
        return None
    differing = [
        (said, better) for said, better in zip(own, right.value, strict=True) if not _people.same(said, better)
    ]
    if len(differing) != 1:
        return None
    said, better = differing[0]
    at = place.text().find(said)
    if at < 0:
        return None
    span = Span(place.span.start + at, place.span.start + at + len(said))
    return Fix(f"write {better}", safe=False, edits=(Edit(span, better),))


def _preferred(entry: Entry | None, part: str) -> Callable[[Names], bool] | None:
    people = entry.people(part) if entry else ()
    return (lambda names: _people.agree(names, people)) if people else None


def _elsewhere(
    reading: _readings.Reading[Names], found: Sequence[_readings.Reading[Names]], part: str, contexts: Iterable[Context]
) -> list[Place]:
    """Where the running text has a name of this reading that the others have not."""
    others = [name for one in found if one is not reading for name in one.value]
    own = [name for name in reading.value if " " in name and not any(_people.same(name, other) for other in others)]
    if not own:
        return []
    spaced = (r"\s+".join(map(re.escape, name.split())) for name in own)
    pattern = re.compile(rf"\b(?:{'|'.join(spaced)})\b")
    known: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for mention in reading.mentions:
        known[mention.context.document.path].append((mention.place(part).span, ""))
    said = {path: Placed(spans) for path, spans in known.items()}
    return [
        Place(context.document, Span(*match.span()))
        for context in contexts
        for match in pattern.finditer(context.document.text)
        if context.document.path not in said or not said[context.document.path].overlap(Span(*match.span()))
    ]


def _joined(names: Sequence[str]) -> str:
    return " and ".join(names) if len(names) < 3 else f"{', '.join(names[:-1])} and {names[-1]}"
