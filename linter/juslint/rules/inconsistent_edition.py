"""One book with different years, publishers or places."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint.finding import Edit, Finding, Fix
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _people, _readings
from juslint.rules._places import Place, PlacesOf, listed, related
from juslint.rules._sources import Mention
from juslint.words import recurring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="inconsistent-edition",
    severity="warning",
    summary="One book bears different years, publishers or places.",
    why=(
        "Page numbers belong to one edition. Where the same book is cited as of 2004 in one place and of 2013 in "
        "another, one of the two page references leads astray, unless both editions were really used; then say so."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: a book is cited with place, publisher "
        "and year of the edition that was used, and its edition where there is more than one."
    ),
    wrong=(
        (
            "See Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University "
            "Press, 2013), p. 182.\n\n"
            "See Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University "
            "Press, 2004), p. 184.\n"
        ),
    ),
    right=(
        (
            "See Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York University "
            "Press, 2013), p. 182.\n\n"
            "See Thomas de Waal, *Black Garden: Armenia and Azerbaijan through Peace and War* (New York, New York "
            "University Press, 2013), p. 184.\n"
        ),
    ),
)

_VOLUME = re.compile(r",?\s*\b(?:vols?\.|volume)\s*[0-9IVX]+")
_AGAIN = re.compile(r"\b(?:reprint|re-?issued?|first published|orig(?:inal|\.)|transl)", re.IGNORECASE)  # two years
_PARTS = ("year", "publisher", "place")
_SERIAL = ("yearbook", "annual", "report", "recueil", "collection", "digest", "proceedings", "official records")


class Imprint(NamedTuple):
    """What a reference says of an edition; empty where it says nothing. `edition` as written: `2nd ed.`"""

    year: str
    publisher: str
    place: str
    edition: str


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each mention whose imprint is not the one that should stand."""
    for mentions in _books(contexts):
        said = [(mention, _imprint(mention.reference)) for mention in mentions]
        found = _readings.readings(said, _agree, lambda imprint: sum(map(bool, imprint)))
        if len(found) < 2:
            continue
        entry = next((one for mention in mentions if (one := _entry(mention))), None)
        right = _readings.standing(found, _preferred(entry))
        places = [(one.place(_part(one)), f"{_words(_imprint(one.reference), _PARTS)} here") for one in mentions]
        for reading, mention in _readings.out_of_line(found, right):
            own = mention.place(_part(mention))
            elsewhere = related(pair for pair in places if not pair[0].is_at(own))
            finding = _finding(mention, _readings.others(found, reading), right, entry)
            yield replace(finding, related=elsewhere)


def _finding(
    mention: Mention,
    others: Sequence[_readings.Reading[Imprint]],
    right: _readings.Reading[Imprint] | None,
    entry: Entry | None,
) -> Finding:
    document = mention.context.document
    own = _imprint(mention.reference)
    parts = [part for part in _PARTS if any(_differ(part, own, one.value) for one in others)]
    said = ", with ".join(
        f"{_words(one.value, parts)} in {listed(PlacesOf(one.mentions, _own_place), document)}" for one in others
    )
    known = len(_editions(entry)) > 1
    offered = [_fix(mention, one.value, parts) for one in others if one is not right]
    title = _title(mention.reference) or "the book"
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        mention.place(parts[0] if parts else None).span,
        f"{' '.join(title.split())} is cited with {_words(own, parts)} here, with {said}. {_advice(entry)}",
        (),
        _fix(mention, right.value, parts) if right is not None and not known else None,
        mention.reference.id,
        alternatives=tuple(one for one in offered if one),
    )


def _own_place(mention: Mention) -> Place:
    return mention.place(_part(mention))


def _fix(mention: Mention, imprint: Imprint, parts: Sequence[str]) -> Fix | None:
    own = _imprint(mention.reference)
    edits = tuple(
        Edit(mention.reference.parts[part].span, getattr(imprint, part))
        for part in parts
        if _differ(part, own, imprint)
    )
    return Fix(f"write {_words(imprint, parts)}", safe=False, edits=edits) if edits else None


def _books(contexts: Iterable[Context]) -> Iterator[list[Mention]]:
    """Mentions of one book (that which holds a chapter too): same title, and an author or editor in common."""
    titled: dict[str, list[list[Mention]]] = {}
    for context in contexts:
        for reference in _outer(context.references):
            title = None if _is_volume(reference, context) else _title(reference)
            if title is None or not any(_imprint(reference)[:3]) or _AGAIN.search(reference.text):
                continue
            groups = titled.setdefault(normalise_title(title.partition(": ")[0]), [])
            group = next((one for one in groups[:50] if _one_book(one[0].reference, reference)), None)
            if group is None:
                groups.append([Mention(context, reference)])
            else:
                group.append(Mention(context, reference))
    for groups in titled.values():
        yield from (group for group in groups if len(group) > 1)


def _outer(references: Iterable[Reference]) -> Iterator[Reference]:
    """The books, and the chapters whose book is no reference of its own."""
    books = {(one.span.end, one.text_of("title")) for one in references if one.family == "book"}
    for one in references:
        if one.family == "book" or (one.family == "chapter" and (one.span.end, one.text_of("container")) not in books):
            yield one


def _is_volume(reference: Reference, context: Context) -> bool:
    """Whether a volume is named anywhere in it or right behind it: each volume has a year of its own."""
    text = context.document.text
    return bool(_VOLUME.search(reference.text) or _VOLUME.match(text, reference.span.end))


def _title(reference: Reference) -> str | None:
    title = reference.text_of("title" if reference.family == "book" else "container")
    return None if not title or reference.text_of("volume") or _serial(reference, title) else title


def _serial(reference: Reference, title: str) -> bool:
    """Whether it appears every year: by its first words, or by a body under a title that tells little."""
    folded = normalise_title(title)
    return folded.startswith(_SERIAL) or (_people.is_body(reference) and recurring.recurs(folded))


def _one_book(one: Reference, other: Reference) -> bool:
    titles = [normalise_title(_title(each) or "") for each in (one, other)]
    mains = [normalise_title((_title(each) or "").partition(": ")[0]) for each in (one, other)]
    if titles[0] != titles[1] and not any(title == main for title, main in zip(titles, mains, strict=True)):
        return False
    for parts in (("editor", "author"), ("author", "editor")):
        people, others = (_people.names(each, *parts) for each in (one, other))
        if people and others and _people.alike(people, others):
            return True
    return False


def _imprint(reference: Reference) -> Imprint:
    return Imprint(*(reference.text_of(name) or "" for name in (*_PARTS, "edition")))


def _agree(one: Imprint, other: Imprint) -> bool:
    """Whether nothing is wrong with the two: they can be one edition, or are meant to be two.

    They are two where both say which edition they are, where one does and the other has another year, and where year
    and publisher are others.
    """
    editions = [normalise_title(each.edition) for each in (one, other)]
    if editions[0] != editions[1] and one.year != other.year:
        return True
    if _differ("year", one, other) and _differ("publisher", one, other):
        return True
    return not any(_differ(part, one, other) for part in _PARTS)


def _differ(part: str, one: Imprint, other: Imprint) -> bool:
    said, written = (normalise_title(getattr(each, part)) for each in (one, other))
    if not said or not written or said == written:
        return False
    words, others = set(said.split()) - {"and"}, set(written.split()) - {"and"}
    if words <= others or others <= words:
        return False  # New York, and New York and London; Tauris, and I. B. Tauris
    return part == "year" or not (_initials(said) == written or _initials(written) == said)


def _initials(words: str) -> str:
    return "".join(word[0] for word in words.split())


def _words(imprint: Imprint, parts: Sequence[str]) -> str:
    said = [" ".join(value.split()) for part in parts if (value := getattr(imprint, part))]
    return ", ".join(said) or "no other"


def _part(mention: Mention) -> str | None:
    return next((part for part in _PARTS if part in mention.reference.parts), None)


def _entry(mention: Mention) -> Entry | None:
    name = mention.reference.id
    entry = mention.context.knowledge.resolve(name).entry if name else None
    return entry if entry is not None and entry.data.get("type") == "book" else None


def _preferred(entry: Entry | None) -> Callable[[Imprint], bool] | None:
    """What the entry says, if it knows a single edition."""
    date = entry.date() if entry and not entry.editions() else None
    return (lambda imprint: imprint.year == str(date.year)) if date else None


def _advice(entry: Entry | None) -> str:
    known = _editions(entry)
    if len(known) > 1:
        return (
            f"The knowledge base knows editions of {' and '.join(known)}; their pages differ. "
            "Cite the edition that you used, and name it where you used more than one."
        )
    return "Cite the edition that you used, and name it where you used more than one."


def _editions(entry: Entry | None) -> list[str]:
    """The years of the editions that are known for sure."""
    return sorted({str(one["issued"])[:4] for one in entry.editions() if not one.get("unverified")}) if entry else []
