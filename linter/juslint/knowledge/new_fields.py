"""What a citation says, as the fields of an entry of the knowledge base: where the entry stands, and what is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import new_sources, sessions
from juslint.knowledge.case_names import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.yaml_writing import Value
    from juslint.reference import Reference

_LONG = 60  # characters of a file's name
_GROUPS = {
    "number": r"(?P<number>\d+)(?: (?P<letter>[A-Z]))?",
    "year": r"(?P<year>\d{4})",
    "yy": r"(?P<yy>\d\d)",
    "session": r"(?P<session>(?:E?S-)?\d+)",
    "roman": r"(?P<roman>(?:E?S-)?[IVXLC]+)",
}


class Draft(NamedTuple):
    """An entry to be: folder and name of its file, its fields, and whether they are one row of the file.

    `other_ids` are those by which it is known besides, its aliases.
    """

    folder: str
    stem: str
    fields: dict[str, Value]
    is_row: bool = False
    other_ids: tuple[str, ...] = ()


def draft(reference: Reference, knowledge: Knowledge) -> Draft:
    """The entry that a reference with an id describes."""
    found = _in_series(reference, knowledge)
    if found is not None:
        return found
    made = _BY_FAMILY.get(reference.family)
    return (made and made(reference, knowledge)) or _source(reference, knowledge)


def slug(*texts: str) -> str:
    """The name of a file made of texts: lower case, words with hyphens, not too long."""
    words = " ".join(folded(re.sub(r"[./]", " ", text)) for text in texts).split()
    while len(words) > 1 and sum(map(len, words)) + len(words) > _LONG:
        words.pop(-2 if words[-1].isdigit() else -1)
    return "-".join(words)[:_LONG] or "source"


def _in_series(reference: Reference, knowledge: Knowledge) -> Draft | None:
    """A row of the series whose ids look like this one; None where no series with a folder has such ids."""
    for folder, (_, template) in knowledge.row_folders().items():
        pieces = re.split(r"\{(\w+)\}", template)
        pattern = "".join(_GROUPS[one] if at % 2 else re.escape(one) for at, one in enumerate(pieces))
        found = re.fullmatch(pattern, str(reference.id))
        named = found.groupdict() if found else {}
        part = _part(named)
        if not part:
            continue
        date = reference.date_of()
        fields: dict[str, Value | None] = {
            "number": int(named["number"]),
            "letter": named["letter"],
            "cited-date": date.iso() if date and date.month and not date.last else None,
            "title": reference.text_of("title"),
        }
        return Draft(folder, part, kept(fields), is_row=True)
    return None


def _part(named: dict[str, str]) -> str:
    """The year or session that names a file of rows: `1993`, `S-6`; empty where there is no such session."""
    if named.get("roman"):
        try:
            return sessions.arabic(named["roman"])
        except ValueError:
            return ""
    short = named.get("yy")  # the series that are numbered so ended in 1999
    return named.get("session") or named.get("year") or (f"19{short}" if short else "")


def kept(fields: dict[str, Value | None]) -> dict[str, Value]:
    """The fields that have a value."""
    return {name: value for name, value in fields.items() if value is not None and value not in ("", [])}


def _case(reference: Reference, _: Knowledge) -> Draft:
    name = reference.text_of("name") or ""
    applications = reference.parts.get("applications")
    numbers = tuple(map(str, applications.value)) if applications and isinstance(applications.value, tuple) else ()
    report = reference.text_of("kind") == "report" or "Commission" in reference.text
    fields: dict[str, Value | None] = {
        "id": reference.id or "",
        "type": "legal_case",
        "title": name,
        "authority": f"European {'Commission' if report else 'Court'} of Human Rights",
        "issued": new_sources.issued(reference),
        "ecli": reference.text_of("ecli"),
        "aliases": new_sources.aliases("id", numbers[1:], reference.text),
    }
    return Draft("courts/echr", slug(name, *numbers[:1]), kept(fields), other_ids=numbers[1:])


def _document(reference: Reference, knowledge: Knowledge) -> Draft:
    """A United Nations document; one with a joint symbol is known by both halves."""
    name = str(reference.id)
    issuers = {issuer.body for issuer in knowledge.body_of(name)}
    first, _, second = name.partition("-S/")
    halves = (first, f"S/{second}") if second else ()
    fields: dict[str, Value | None] = {
        "id": name,
        "type": "document",
        "authority": issuers.pop() if len(issuers) == 1 else None,
        "issued": new_sources.issued(reference) if reference.date_of() else None,  # the symbol says its own year
        "session": reference.number_of("session"),
        "aliases": new_sources.aliases("id", halves, reference.text),
    }
    return Draft("un/documents", slug(name), kept(fields), other_ids=halves)


def _treaty(reference: Reference, _: Knowledge) -> Draft:
    name, title = str(reference.id), reference.text_of("title") or ""
    own = None if name.startswith(("treaty:", "UNTS ", "LNTS ")) else name
    series = {"UNTS": "United Nations, Treaty Series", "LNTS": "League of Nations, Treaty Series"}
    place = reference.text_of("series") or ""
    date = new_sources.issued(reference)
    page = reference.text_of("page")
    fields: dict[str, Value | None] = {
        "id": own,
        "type": "treaty",
        "family": reference.family if reference.family != "treaty" else None,
        "title": title,
        "issued": date,
        "volume": reference.number_of("volume"),
        "page": page,
        "collection": series.get(place),
        "also": [reference.text_of("also") or name] if place in series else None,
    }
    return Draft("treaties", slug(own or title or name, str(date or "")[:4]), kept(fields))


def _council_of_europe(reference: Reference, knowledge: Knowledge) -> Draft:
    from juslint.families import coe  # noqa: PLC0415 - brings the grammars

    name = str(reference.id)
    if re.match(r"C?ETS ", name):
        return _treaty(reference, knowledge)
    issuer = coe.issuer(name) or "Council of Europe"
    fields: dict[str, Value | None] = {
        "id": name,
        "type": "document",
        "title": reference.text_of("title"),
        "authority": issuer,
        "number": reference.text_of("number"),
        "meeting": reference.text_of("meeting"),
        "issued": new_sources.issued(reference),
    }
    return Draft(f"coe/{slug(issuer)}", slug(name), kept(fields))


def _court(reference: Reference, _: Knowledge) -> Draft | None:
    """A case of one of the World Courts; None for other courts, whose cases are sources."""
    court = (reference.text_of("court") or "").lower()
    if court not in ("icj", "pcij"):
        return None
    title, parties = reference.text_of("title"), reference.text_of("parties")
    fields: dict[str, Value | None] = {
        "id": str(reference.id),
        "title": f"{title} ({parties})" if title and parties else title,
        "issued": new_sources.issued(reference) if reference.date_of() else None,
    }
    return Draft(f"courts/{court}", slug(str(reference.id)), kept(fields), is_row=True)


def _source(reference: Reference, knowledge: Knowledge) -> Draft:
    return Draft("sources", slug(*new_sources.named(reference)), kept(new_sources.fields(reference, knowledge)))


_BY_FAMILY: dict[str, Callable[[Reference, Knowledge], Draft | None]] = {
    "echr": _case,
    "un-symbol": _document,
    "treaty": _treaty,
    "coe": _council_of_europe,
    "court": _court,
}
