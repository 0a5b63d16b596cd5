"""Looking for entries by what one remembers of them: a number, words of a title, a name, roughly spelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.normalise import normalise_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry

_NEAR = 70  # likeness from 0 to 100 above which a name may be the one that was meant


def called(entry: Entry) -> str:
    """What one calls an entry: its title, a body's first name, what it is on, or its id."""
    names = next(iter(entry.data.get("names", {}).values()), None)
    return entry.text("title") or (names[0] if names else None) or entry.text("subject") or entry.id


def search(knowledge: Knowledge, text: str, limit: int = 20) -> list[Entry]:
    """The entries that a text may mean, best first: what it says surely, then all of its words, then near spellings."""
    found: dict[str, Entry] = {}
    for entry in _said(knowledge, text):
        found.setdefault(entry.id, entry)
    words = normalise_title(text).split()
    if words:
        hits = [*_with_words(knowledge, words), *_cases_with(knowledge, words)]
        for _, entry in sorted(hits, key=lambda hit: (-hit[0], len(hit[1].text("title") or ""))):
            found.setdefault(entry.id, entry)
    if words and not found:
        for entry in _near(knowledge, text):
            found.setdefault(entry.id, entry)
    return list(found.values())[:limit]


def _said(knowledge: Knowledge, text: str) -> Iterator[Entry]:
    """What an id, a reference, a number without its body, a name, a title or an address means."""
    from juslint.scan import scan_text  # noqa: PLC0415 - brings all families

    ids = [text, *(reference.id for reference in scan_text(text, knowledge) if reference.id)]
    yield from (entry for entry in (knowledge.resolve(name).entry for name in ids) if entry is not None)
    yield from (entry for entry in (knowledge.body(text), knowledge.publication(text)) if entry is not None)
    for found in (knowledge.by_name, knowledge.by_title, knowledge.by_url, knowledge.by_symbol, knowledge.candidates):
        yield from found(text)


def _with_words(knowledge: Knowledge, words: Sequence[str]) -> Iterator[tuple[float, Entry]]:
    """Entries of which one name, title, person or number has all the words or their beginnings, each with a rank."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    wanted = " ".join(words)
    for entry in knowledge.entries():
        best = 0.0
        for name in (*entry.names(), *entry.people(), *entry.people("editor"), *_numbers(entry)):
            have = normalise_title(name)
            if _holds(have, words):
                best = max(best, fuzz.ratio(wanted, have))
        if best:
            yield best, entry


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether a text has all the words, of a longer word its beginning; numbers must be whole."""
    return all(f" {word}{' ' * word.isdigit()}" in f" {text} " for word in words)


def _numbers(entry: Entry) -> Iterator[str]:
    texts = (entry.id, *(entry.text(name) for name in ("symbol", "number", "subject", "ecli", "sender", "recipient")))
    yield from (text for text in texts if text)


def _cases_with(knowledge: Knowledge, words: Sequence[str]) -> Iterator[tuple[float, Entry]]:
    """Cases of the European Court whose name has all the words, at most some."""
    from rapidfuzz import fuzz  # noqa: PLC0415

    wanted = " ".join(words)
    ranked = []
    for case in knowledge.cases.containing(max(words, key=len)):
        have = normalise_title(case.name)
        if _holds(have, words):
            ranked.append((fuzz.ratio(wanted, have), case.id))
    for rank, name in sorted(set(ranked), reverse=True)[:100]:
        entry = knowledge.resolve(name).entry
        if entry is not None:
            yield rank, entry


def _near(knowledge: Knowledge, text: str) -> Iterator[Entry]:
    """Entries whose name or title is spelled nearly so, the likeliest first."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    hits = [hit for hit in knowledge.near_titles(text) if hit[0] >= _NEAR]
    for likeness, case in knowledge.cases.near(text):
        entry = knowledge.resolve(case.id).entry
        if likeness >= _NEAR and entry is not None:
            hits.append((likeness, entry))
    entries = [entry for entry in knowledge.entries() if entry.data.get("title")]
    titles = [str(entry.data["title"]).casefold() for entry in entries]
    rows = process.extract(text.casefold(), titles, scorer=fuzz.ratio, score_cutoff=_NEAR, limit=20)
    hits += [(likeness, entries[position]) for _, likeness, position in rows]
    yield from (entry for _, entry in sorted(hits, key=lambda hit: -hit[0]))
