"""A book, chapter or article of the knowledge base, cited in full in the order of the United Nations Editorial Manual.

`Jane Roe, *The Long River* (Leiden, Brill, 2016)`: what `juslint kb new` reads, the other way round.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juslint.knowledge.entry import Entry

STYLE = "un"


def cited(entry: Entry) -> str | None:
    """The citation in Markdown; None for what is neither book, chapter nor article, and where title or year lack."""
    title, year = entry.text("title"), (entry.text("issued") or "")[:4]
    if entry.kind != "source" or not (title and year):
        return None
    kind, container = entry.data.get("type"), entry.text("container-title")
    imprint = ", ".join(filter(None, (entry.text("publisher-place"), entry.text("publisher"), year)))
    author, editor = _names(entry, "author"), _names(entry, "editor")
    if kind == "book":
        return _joined(author or _edited(entry, editor), f"*{title}* ({imprint})")
    if kind == "chapter" and container:
        inside = _joined(_edited(entry, editor), f"*{container}* ({imprint})")
        return _joined(author, f"“{title}”", f"in {inside}", _pages(entry))
    if kind == "article-journal" and container:
        volume, number = entry.text("volume"), entry.text("number")
        place = _joined(volume and f"vol. {volume}", number and f"No. {number}") or ""
        return _joined(author, f"“{title}”", f"*{container}*", f"{place} ({year})".strip(), _pages(entry))
    return None


def _names(entry: Entry, field: str) -> str:
    people = entry.people(field)
    return f"{', '.join(people[:-1])} and {people[-1]}" if len(people) > 1 else "".join(people)


def _edited(entry: Entry, editor: str) -> str:
    return f"{editor}, {'eds.' if len(entry.people('editor')) > 1 else 'ed.'}" if editor else ""


def _pages(entry: Entry) -> str:
    page = entry.text("page") or ""
    return f"{'pp.' if '–' in page or '-' in page else 'p.'} {page}" if page else ""


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
