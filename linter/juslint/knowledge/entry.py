"""What the knowledge base answers: an entry, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from juslint.dates import Date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DEPOSITED = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no={number}&chapter={chapter}&clang=_en"
Status = Literal["found", "absent", "not-covered"]


class Variant(NamedTuple):
    """Another writing of a value: an alias (right) or a misspelling (wrong), and where it was seen."""

    field: str
    value: str
    seen: tuple[str, ...]


class Printed(NamedTuple):
    """One of the values that good sources dispute, and who prints it: (name, address or None)."""

    value: str
    by: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One record: `data` has the fields of its file (CSL names), `path` begins at the top of the knowledge base."""

    id: str
    kind: str
    family: str
    path: str
    line: int
    data: Mapping[str, Any] = field(hash=False)

    def text(self, name: str) -> str | None:
        """A field as text; None where the entry has none."""
        value = self.data.get(name)
        return None if value is None or isinstance(value, list | dict) else str(value)

    def date(self, name: str | None = None) -> Date | None:
        """A date field (the entry's own date where none is named), of the precision that is known."""
        value = self.text(name or self.date_field())
        return Date.from_iso(value) if value else None

    def adopted(self) -> Date | None:
        """When a body adopted it, of the precision that is sure; None where nothing is (`cited-date` never is)."""
        return self.date("adopted") if "adopted" in self.data else None

    def dates(self, name: str | None = None) -> tuple[Date, ...]:
        """Every date that the source may rightly bear: the preferred one, then disputed, other, and editions'."""
        name = name or self.date_field()
        texts = [self.text(name)]
        texts += [printed.value for printed in self.disputed(name)]
        if name == self.date_field():
            texts += [str(other["date"]) for other in self.data.get("other-dates", ())]
            texts += [str(edition["issued"]) for edition in self.data.get("editions", ())]
        return tuple(Date.from_iso(text) for text in dict.fromkeys(texts) if text)

    def date_field(self) -> str:
        """The field of the entry's own date: `adopted` in rows of resolutions, else `issued`."""
        return "adopted" if "adopted" in self.data else "issued"

    def disputed(self, name: str = "issued") -> tuple[Printed, ...]:
        """The values that good sources dispute, the preferred one first; empty where there is no dispute."""
        values = self.data.get("disputed", {}).get(name, ())
        return tuple(
            Printed(str(item["value"]), tuple((by["name"], by.get("URL")) for by in item["by"])) for item in values
        )

    def aliases(self, name: str | None = None) -> tuple[Variant, ...]:
        """Other right writings, of one field or of all."""
        return self._variants("aliases", name)

    def misspellings(self, name: str | None = None) -> tuple[Variant, ...]:
        """Wrong writings that were seen, of one field or of all."""
        return self._variants("misspellings", name)

    def _variants(self, group: str, name: str | None) -> tuple[Variant, ...]:
        found = (
            Variant(item.get("field", "title"), str(item["value"]), tuple(item.get("seen", ())))
            for item in self.data.get(group, ())
        )
        return tuple(variant for variant in found if name in (None, variant.field))

    def people(self, name: str = "author") -> tuple[str, ...]:
        """Names in a field as one writes them: `Malcolm Shaw`."""
        return tuple(
            person["literal"] if "literal" in person else f"{person.get('given', '')} {person['family']}".strip()
            for person in self.data.get(name, ())
        )

    def surnames(self, name: str = "author") -> tuple[str, ...]:
        """Family names in a field; the whole name of an organization."""
        return tuple(person.get("family") or person["literal"] for person in self.data.get(name, ()))

    def urls(self) -> tuple[str, ...]:
        """True addresses of the source, the preferred one first; last the depositary's page of a treaty."""
        first, deposited = self.text("URL"), self.text("mtdsg")
        page = (_DEPOSITED.format(number=deposited, chapter=_chapter(deposited)),) if deposited else ()
        return (*((first,) if first else ()), *self.data.get("urls", ()), *page)

    def editions(self) -> tuple[Mapping[str, Any], ...]:
        """Known editions; never a complete list. One marked `unverified` may silence a finding and never cause one."""
        return tuple(self.data.get("editions", ()))

    def names(self) -> Iterator[str]:
        """Every right name: title, short titles, abbreviations, aliases; a body's names in all languages."""
        title = self.text("title")
        if title:
            yield title
        yield from self.data.get("short-titles", ())
        yield from self.data.get("abbreviations", ())
        yield from (alias.value for alias in self.aliases("title"))
        for names in self.data.get("names", {}).values():
            yield from names

    @property
    def is_publication(self) -> bool:
        """Whether the entry is a newspaper or magazine as a whole, not something printed in it."""
        return self.data.get("type") == "periodical"


class Resolution(NamedTuple):
    """The answer to an id. `absent` is said only inside a stated coverage; all else unknown is `not-covered`."""

    status: Status
    entry: Entry | None = None


def _chapter(number: str) -> int:
    """The chapter of a number in Multilateral Treaties Deposited with the Secretary-General: 4 of `IV-4`."""
    from juslint.knowledge import sessions  # noqa: PLC0415 - only a treaty's address asks

    return int(sessions.arabic(number.partition("-")[0]))
