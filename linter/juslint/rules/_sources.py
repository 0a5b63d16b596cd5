"""Which mentions, in one or many texts, surely speak of the same source.

References with an identifier are one source where their ids are the same. References in prose are one where the
knowledge base knows both as one entry, or where strong evidence says so: the same long title with authors that can be
the same; the same address with the same title; the same symbol or address of a letter between the same two, or a letter
between them of the same date. Whatever is open stays apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import _people
from juslint.rules._places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from juslint.knowledge import Entry
    from juslint.reference import Reference
    from juslint.rules import Context

IDENTIFIED = frozenset({"un-symbol", "un-resolution", "echr", "coe", "court", "other"})
PROSE = frozenset({"letter", "book", "chapter", "article", "newspaper", "report", "statement", "web-page"})
TITLE = "title"
ADDRESS = "address"
SYMBOL = "symbol"
PARTIES = "sender, addressee and date"

_LONG = 20  # characters of a title that can speak for itself
_WORDS = 4
_NEAR = 95
_BUCKET = 100  # different sources under one key: more of them are not looked through
_GENERIC = re.compile(  # titles that many works bear, year after year
    r"^(?:(?:first|second|third|fourth|fifth|sixth|[0-9]+(?:st|nd|rd|th)) )?(?:periodic|annual|interim|final|world"
    r"|yearly|quarterly|monthly|progress|country|global|human development|concluding|general|addendum|report of the"
    r"|reports of|note by|note verbale|summary|press|yearbook|juridical yearbook|collection|recueil|digest|records"
    r"|proceedings|official records|letter|statement|interview|introduction)\b"
)


def _any(one: Reference, other: Reference) -> bool:  # noqa: ARG001 - the key says enough
    return True


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
        self._join((self.known.get(number) for number in range(len(references))), _any, None)
        self._join(map(_address, references), _same_page, ADDRESS)
        self._join(map(_parties, references), _any, PARTIES)
        for part in ("symbol", "url"):
            keys = (_between(reference, part) for reference in references)
            self._join(keys, _any, SYMBOL if part == "symbol" else ADDRESS)
        self._join(map(_title, references), _same_work, TITLE)
        for end in (slice(2), slice(-2, None)):  # a title with a slip in it still begins or ends as the other
            keys = (" ".join(title.split()[end]) if (title := _title(one)) else None for one in references)
            self._join(keys, _same_work, TITLE)
        groups: dict[int, list[int]] = {}
        for number in range(len(references)):
            groups.setdefault(self._find(number), []).append(number)
        for lead, group in groups.items():
            if len(group) > 1:
                entry = next((one for number in group if (one := self.entries[number]) is not None), None)
                yield Source(tuple(self.mentions[n] for n in group), entry, self.evidence.get(lead, frozenset()))

    def _join(
        self, keys: Iterable[str | None], same: Callable[[Reference, Reference], bool], evidence: str | None
    ) -> None:
        buckets: dict[str, list[int]] = {}
        for number, key in enumerate(keys):
            if key is None:
                continue
            bucket = buckets.setdefault(key, [])
            for other in bucket:
                if same(self.mentions[other].reference, self.mentions[number].reference):
                    self._unite(other, number, evidence)
                    break
            else:
                if len(bucket) < _BUCKET:
                    bucket.append(number)

    def _unite(self, one: int, other: int, evidence: str | None) -> None:
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


def _between(reference: Reference, part: str) -> str | None:
    """A letter's symbol or address, together with the two between whom it went."""
    parties, value = _correspondents(reference), reference.text_of(part)
    return f"{parties}|{normalise_url(value)}" if parties and value else None


def _parties(reference: Reference) -> str | None:
    parties, date = _correspondents(reference), reference.date_of()
    return f"{parties}|{date.iso()}" if parties and date and date.day else None


def _correspondents(reference: Reference) -> str | None:
    sender, recipient = reference.text_of("sender"), reference.text_of("recipient")
    if reference.family != "letter" or not sender or not recipient:
        return None
    return f"{normalise_title(sender)}|{normalise_title(recipient)}"


def _title(reference: Reference) -> str | None:
    """The normalised title without its subtitle, where it is long and particular enough to speak for itself."""
    title = reference.text_of("title")
    if not title or reference.family not in PROSE - {"web-page", "letter", "newspaper"}:
        return None
    whole = normalise_title(title)
    main = normalise_title(title.partition(": ")[0])
    if len(whole) < _LONG or len(whole.split()) < _WORDS or _GENERIC.match(whole):
        return None
    return main


def _same_page(one: Reference, other: Reference) -> bool:
    """One address, and nothing that says that two things stand on its page."""
    if "web-page" in (one.family, other.family):
        return True
    return one.family == other.family and _same_title(one, other) and "letter" not in (one.family, other.family)


def _same_work(one: Reference, other: Reference) -> bool:
    authors, others = (_people.names(each, "author", "editor") for each in (one, other))
    named = authors and others
    compatible = _people.alike(authors, others) if named else one.family not in {"book", "chapter"}
    return one.family == other.family and compatible and _same_title(one, other) and _no_other(one, other)


def _same_title(one: Reference, other: Reference) -> bool:
    """The same words, or nearly and with the same digits; a subtitle may be missing on one side."""
    titles = [each.text_of("title") or "" for each in (one, other)]
    left, right = map(normalise_title, titles)
    if left == right:
        return bool(left)
    mains = [normalise_title(title.partition(": ")[0]) for title in titles]
    if mains[0] == mains[1] and (left == mains[0] or right == mains[1]):
        return True
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(left, right) >= _NEAR


def _no_other(one: Reference, other: Reference) -> bool:
    """Nothing that makes them two: another symbol, number, volume, container."""
    for part in ("symbol", "number", "volume"):
        said, written = one.text_of(part), other.text_of(part)
        if said and written and normalise_title(said) != normalise_title(written):
            return False
    containers = [normalise_title((each.text_of("container") or "").partition(": ")[0]) for each in (one, other)]
    return not all(containers) or containers[0] == containers[1]
