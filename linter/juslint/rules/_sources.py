"""Which mentions, in one or many texts, surely speak of the same source.

References with an identifier are one source where their ids are the same. References in prose are one where the
knowledge base knows both as one entry, or where strong evidence says so: what `_works` and `_letters` compare. Whatever
is open stays apart. Candidates are found by keys, so that the work stays near linear over many texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_url
from juslint.rules import _letters, _works
from juslint.rules._places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

    Same = Callable[[Reference, Reference], str | None]  # the evidence that two are one source

IDENTIFIED = frozenset({"un-symbol", "un-resolution", "echr", "coe", "court", "other"})
PROSE = frozenset({"letter", "book", "chapter", "article", "newspaper", "report", "statement", "web-page"})
ADDRESS = "address"
SYMBOL = "symbol"
PARTIES = "sender, addressee and date"
PAIR = "sender and addressee, no other letter between them, and a date that differs by a slip"
SIDES = "date, sender and addressee but for a slip"

_BUCKET = 100  # different sources under one key: more of them are not looked through
_WEAK = 32  # the same under a key that many share: an author's year, a sender's day, how a title begins
_MOST = 200  # mentions of letters between the same two that are looked through


class Mention(NamedTuple):
    """A reference and the text that it stands in."""

    context: Context
    reference: Reference

    def place(self, part: str | None = None) -> Place:
        """Where it stands, or where one of its parts does."""
        found = self.reference.parts.get(part) if part else None
        return Place(self.context.document, found.span if found else self.reference.span)


class Source(NamedTuple):
    """What two or more mentions speak of; `evidence` says why they are taken for one where no id or entry does."""

    mentions: tuple[Mention, ...]
    entry: Entry | None
    evidence: frozenset[str]

    def because(self) -> str:
        """The evidence as the end of a message."""
        if not self.evidence or self.entry is not None:
            return ""
        return f" (taken for one source: same {' and '.join(sorted(self.evidence))})"


_latest: list[tuple[tuple[Context, ...], tuple[Source, ...]]] = []  # several rules ask the same of the same texts


def sources(contexts: Sequence[Context]) -> tuple[Source, ...]:
    """The sources that are mentioned more than once, in the order of their first mention."""
    given = tuple(contexts)
    for known, found in _latest:
        if len(known) == len(given) and all(one is other for one, other in zip(known, given, strict=True)):
            return found
    mentions = [Mention(context, reference) for context in contexts for reference in context.references]
    result = (*_identified(mentions), *_Prose([m for m in mentions if m.reference.family in PROSE]).sources())
    _latest[:] = [(given, result)]
    return result


def _identified(mentions: Iterable[Mention]) -> Iterator[Source]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.reference.family in IDENTIFIED and mention.reference.id is not None:
            groups.setdefault(mention.reference.id, []).append(mention)
    for name, group in groups.items():
        if len(group) > 1:
            yield Source(tuple(group), group[0].context.knowledge.resolve(name).entry, frozenset())


class _Prose:
    """Union of mentions in prose; two that the knowledge base tells apart are never joined."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self.mentions = mentions
        self.entries = [_entry(mention) for mention in mentions]
        self.leader = list(range(len(mentions)))
        self.evidence: dict[int, frozenset[str]] = {}
        self.known = {number: entry.id for number, entry in enumerate(self.entries) if entry is not None}

    def sources(self) -> Iterator[Source]:
        references = [mention.reference for mention in self.mentions]
        self._join((self.known.get(number) for number in range(len(references))), lambda *_: "")
        self._join(map(_address, references), _same_page)
        self._join((_letters.key(one, "date") for one in references), _same_letter)
        for part, evidence in (("symbol", SYMBOL), ("url", ADDRESS), ("title", _works.TITLE)):
            keys = (_letters.key(one, part) for one in references)
            self._join(keys, lambda one, other, said=evidence: None if _apart(one, other) else said)  # type: ignore[misc]
        self._join(map(_letters.address_key, references), _same_address)
        for part in ("sender", "recipient"):
            self._join((_letters.side_key(one, part) for one in references), _same_sides, _WEAK)
        self._join(map(_works.title_key, references), _works.same_work)
        for end in (slice(2), slice(-2, None)):  # a title with a slip in it still begins or ends as the other
            keys = (" ".join(title.split()[end]) if (title := _works.title_key(one)) else None for one in references)
            self._join(keys, _works.same_work, _WEAK)
        for key in (_works.people_key, _works.place_key, _works.short_key):
            self._join(map(key, references), _works.same_work, _WEAK)
        self._join(map(_works.day_key, references), _works.same_day)
        self._pairs(references)
        groups: dict[int, list[int]] = {}
        for number in range(len(references)):
            groups.setdefault(self._find(number), []).append(number)
        for lead, group in groups.items():
            if len(group) > 1:
                entry = next((one for number in group if (one := self.entries[number]) is not None), None)
                yield Source(tuple(self.mentions[n] for n in group), entry, self.evidence.get(lead, frozenset()))

    def _pairs(self, references: Sequence[Reference]) -> None:
        """Letters between the same two, where the texts have just two dates of them, a slip apart."""
        letters: dict[str, list[int]] = {}
        for number, reference in enumerate(references):
            key = _letters.pair_key(reference)
            if key is not None:
                letters.setdefault(key, []).append(number)
        for group in letters.values():
            first: dict[str, int] = {}
            for number in group[:_MOST]:
                date = references[number].date_of()
                first.setdefault(date.iso() if date else "", number)
            if len(first) != 2 or "" in first:
                continue
            one, other = first.values()
            pairs = ((references[a], references[b]) for a in group[:_MOST] for b in (one, other))
            if any(_letters.told_apart(*pair) for pair in pairs):
                continue
            if _letters.one_of_two_dates(references[one], references[other], self._between(one, other)):
                self._unite(one, other, PAIR)

    def _between(self, one: int, other: int) -> _letters.Gap | None:
        """What stands between two mentions in one text; None for those of two texts."""
        contexts = [self.mentions[number].context for number in (one, other)]
        first, second = sorted(self.mentions[number].reference.span for number in (one, other))
        same = contexts[0].document is contexts[1].document
        return _letters.Gap(contexts[0], first.end, max(first.end, second.start)) if same else None

    def _join(self, keys: Iterable[str | None], same: Same, most: int = _BUCKET) -> None:
        buckets: dict[str, list[int]] = {}
        for number, key in enumerate(keys):
            if key is None:
                continue
            bucket = buckets.setdefault(key, [])
            for other in bucket:
                evidence = same(self.mentions[other].reference, self.mentions[number].reference)
                if evidence is not None:
                    self._unite(other, number, evidence)
                    break
            else:
                if len(bucket) < most:
                    bucket.append(number)

    def _unite(self, one: int, other: int, evidence: str) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        if first == second:
            return
        entries = {self.known[lead] for lead in (first, second) if lead in self.known}
        if len(entries) > 1:
            return
        told = "web-page" not in {self.mentions[one].reference.family, self.mentions[other].reference.family}
        reasons = self.evidence.get(first, frozenset()) | self.evidence.get(second, frozenset())
        self.leader[second] = first
        self.evidence[first] = reasons | ({evidence} if evidence and told else frozenset())
        if entries:
            self.known[first] = entries.pop()

    def _find(self, number: int) -> int:
        while self.leader[number] != number:
            self.leader[number] = self.leader[self.leader[number]]
            number = self.leader[number]
        return number


def _entry(mention: Mention) -> Entry | None:
    """The entry that the knowledge base has identified; not that of a document behind a bare address."""
    name = mention.reference.id
    entry = mention.context.knowledge.resolve(name).entry if name is not None else None
    return entry if entry is not None and not entry.is_publication else None


def _address(reference: Reference) -> str | None:
    """The normalised address, where it leads further than to a site or a section of it."""
    url = reference.text_of("url")
    address = normalise_url(url) if url else ""
    host, _, path = address.partition("/")
    return address if host and len(path) > 8 else None


def _same_page(one: Reference, other: Reference) -> str | None:
    """One address, and nothing that says that two things stand on its page."""
    if "web-page" in (one.family, other.family):
        return ADDRESS
    same = _works.same_title(one, other) or _works.one_word_apart(one, other)
    return ADDRESS if same and one.family == other.family != "letter" else None


def _same_letter(one: Reference, other: Reference) -> str | None:
    return PARTIES if _letters.slipped_symbol(one, other) else None


def _apart(one: Reference, other: Reference) -> bool:
    """Whether a letter has the same symbol, address or subject as another, but an address or symbol of its own."""
    dates = [each.date_of() for each in (one, other)]
    return _letters.told_apart(one, other) and dates[0] != dates[1]


def _same_address(one: Reference, other: Reference) -> str | None:
    return ADDRESS if _letters.compatible(one, other) else None


def _same_sides(one: Reference, other: Reference) -> str | None:
    return SIDES if _letters.same_but_for_slip(one, other) else None
