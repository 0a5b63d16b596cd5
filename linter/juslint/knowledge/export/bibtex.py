"""BibTeX, in UTF-8, for BibTeX and biber; what neither has a field for stands in `note`."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from juslint.dates import SHORT_MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.knowledge.export import Item

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_AUTHORITY = ("techreport", "authority")  # which has a field of its own there


def dump(items: Sequence[Item]) -> str:
    """One record an entry, each under a key of its own: the id in letters, digits and hyphens."""
    taken: set[str] = set()
    return "\n".join(_record(item, taken) for item in items)


def _record(item: Item, taken: set[str]) -> str:
    kind = _TYPES.get(item.csl["type"], "misc")
    lines = [f"  {name} = {value}," for name, value in _fields(kind, item.csl)]
    return "\n".join([f"@{kind}{{{_key(item.csl['id'], taken)},", *lines, "}", ""])


def _key(name: str, taken: set[str]) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    wanted = re.sub(r"[^A-Za-z0-9.]+", "-", plain).strip("-.") or "entry"
    key, number = wanted, 1
    while key.casefold() in taken:
        number += 1
        key = f"{wanted}-{number}"
    taken.add(key.casefold())
    return key


def _fields(kind: str, csl: dict[str, Any]) -> Iterator[tuple[str, str]]:
    people = [name for name in ("author", "editor") if name in csl]
    yield from ((name, f"{{{' and '.join(map(_person, csl[name]))}}}") for name in people)
    if "title" in csl:
        yield "title", f"{{{{{_text(csl['title'])}}}}}"  # twice: capitals stay as they are
    if "container-title" in csl:
        yield _CONTAINERS.get(kind, "howpublished"), f"{{{_text(csl['container-title'])}}}"
    if "issued" in csl:
        yield from _date(*csl["issued"]["date-parts"][0])
    known = [(name, csl[variable]) for name, variable in _named(kind) if variable in csl]
    yield from ((name, f"{{{_text(str(value))}}}") for name, value in known)
    if "URL" in csl:
        yield "url", f"{{{csl['URL'].replace('{', '%7B').replace('}', '%7D')}}}"
    notes = [str(csl[name]) for name in ("genre", "authority", "part") if name in csl and (kind, name) != _AUTHORITY]
    notes += [f"to {one['literal']}" for one in csl.get("recipient", ())]
    notes += [csl["note"]] if "note" in csl else []
    if notes:
        yield "note", f"{{{_text('; '.join(notes))}}}"


def _date(year: int, month: int | None = None, day: int | None = None) -> Iterator[tuple[str, str]]:
    yield "year", f"{{{year}}}"
    if month:
        yield "month", SHORT_MONTHS[month - 1]
    if day:
        yield "day", f"{{{day}}}"


def _named(kind: str) -> tuple[tuple[str, str], ...]:
    shared = (
        ("volume", "volume"), ("number", "number"), ("pages", "page"), ("address", "publisher-place"),
        ("edition", "edition"), ("doi", "DOI"), ("isbn", "ISBN"),
    )  # fmt: skip
    if kind == "techreport":
        return (*shared, ("institution", "authority"))
    return (*shared, ("series", "collection-title"), ("school" if kind == "phdthesis" else "publisher", "publisher"))


def _person(person: dict[str, str]) -> str:
    if "literal" in person:
        return f"{{{_text(person['literal'])}}}"
    return ", ".join(_text(person[name]) for name in ("family", "given") if name in person)


def _text(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in text)
