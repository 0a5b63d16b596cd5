"""An entry in the variables of CSL 1.0.2, which most fields of the knowledge base are named after."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.dates import Date
    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry

_SAME = (
    "title", "author", "editor", "authority", "container-title", "event-place", "genre", "number", "page", "part",
    "publisher", "publisher-place", "volume", "URL",
)  # fmt: skip
_ROWS = {"resolutions": "document", "general-comments": "document", "treaties": "treaty", "cases": "legal_case"}
_GENRES = {"DEC": "decision", "PRST": "statement by the President", "RES": "resolution"}


def item(entry: Entry, knowledge: Knowledge) -> dict[str, Any]:
    """The entry as CSL has it: `id` and `type` and what is known; nothing is guessed."""
    out: dict[str, Any] = {"id": entry.id, "type": kind(entry)}
    out |= {name: entry.data[name] for name in _SAME if name in entry.data}
    out |= dict(_renamed(entry))
    if entry.kind in ("resolutions", "general-comments", "document"):
        out["number"] = entry.id
        body = next((issuer.body for issuer in knowledge.body_of(entry.id)), None)
        if body is not None:
            out.setdefault("authority", body)
    elif entry.family in ("echr", "court") or "symbol" in entry.data:
        out.setdefault("number", entry.text("symbol") or entry.id)
    if entry.kind == "resolutions":
        out["genre"] = next((words for mark, words in _GENRES.items() if f"/{mark}/" in entry.id), "resolution")
    return out


def _renamed(entry: Entry) -> Iterator[tuple[str, Any]]:
    """What CSL calls otherwise, or writes otherwise."""
    if "title" not in entry.data and "subject" in entry.data:
        yield "title", entry.data["subject"]
    if entry.data.get("short-titles"):
        yield "title-short", entry.data["short-titles"][0]
    if "collection" in entry.data:
        yield "collection-title", entry.data["collection"]
    for name, variable in (("sender", "author"), ("recipient", "recipient")):
        if name in entry.data:
            yield variable, [{"literal": entry.data[name]}]
    issued = entry.adopted() or entry.date() or entry.date("cited-date")
    if issued is not None:
        yield "issued", date(issued)


def kind(entry: Entry) -> str:
    """The CSL type of an entry; of a body none fits, and it is none of what one cites."""
    return str(entry.data.get("type") or _ROWS.get(entry.kind, "document"))


def date(value: Date) -> dict[str, list[list[int]]]:
    """A date of any precision as CSL has it; two for days that follow one another."""
    iso, _, last = value.iso().partition("/")
    first = [int(part) for part in iso.split("-")]
    return {"date-parts": [first, [*first[:2], int(last)]] if last else [first]}
