"""The bodies of the knowledge base as texts cite their acts: names, and how each numbers (`kb/bodies`)."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.structure.numerals import arabic

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS = {"year": "year/", "roman-session": "roman", "session": "session"}
_LEEWAY = 40  # `first-numbers` are about right: numbers that a session may have given beyond its neighbours' first ones


class Series(NamedTuple):
    """A series that texts cite in words.

    `kind` is `resolution`, `decision` or `statement`; `form` how its numbers are written: `year` 822 (1993), `year/`
    2005/80, `roman` 217 (III), `session` 60/1, `coded` 1/CP.21. `id` is the template of the ids. `since` and `until`
    are the first and last session or year, `special` the marks of special sessions (`S-`), `most` the highest number.
    `first_numbers` says about which running number a session began with; `years` when sessions sat.
    """

    kind: str
    form: str
    id: str
    since: int
    until: int
    special: tuple[str, ...]
    letters: bool
    most: int
    first_numbers: Mapping[int, int]
    years: Mapping[str, Any]

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Series:
        """The series of a body's file."""
        template, numbering = str(data["id"]), str(data["numbering"])
        form = "coded" if template.startswith("{number}") else _FORMS.get(numbering, "year")
        return cls(
            data["kind"],
            form,
            template,
            int(data.get("since", 0)),
            int(data.get("until", 9999)),
            tuple(data.get("special", ())),
            bool(data.get("letters", False)),
            int(data.get("most", 9999)),
            {int(session): first for session, first in data.get("first-numbers", {}).items()},
            data.get("years", {}),
        )

    def holds(self, number: int, part: str, *, letter: bool) -> bool:
        """Whether the series can have the number of a session or year, `part` as written."""
        mark = ""
        if part[:1] in {"E", "O", "S"}:  # most begin with a digit
            mark = next((mark for mark in ("ES-", "ORG-", "SS.", "S-") if part.startswith(mark)), "")
        digits = arabic(part.removeprefix(mark))
        if digits is None or (mark and mark not in self.special) or number > self.most:
            return False
        if letter and self.form == "session" and not self.letters:
            return False
        if self.form == "session" and not mark and part.isdigit() == ("{roman}" in self.id):
            return False
        if mark:
            return True
        return self.since <= digits <= self.until and (not self.first_numbers or self.ran(number, digits))

    def ran(self, number: int, session: int, leeway: int = _LEEWAY) -> bool:
        """Whether a running number is of a session, as far as its neighbours' first numbers and a leeway tell."""
        begun = self.first_numbers
        low = max((first for one, first in begun.items() if one <= session), default=1)
        high = min((first for one, first in begun.items() if one > session), default=0)
        return low - leeway <= number <= high + leeway

    def session_of(self, number: int) -> int | None:
        """The session that gave about that running number; None where numbers do not run on."""
        return max((one for one, first in self.first_numbers.items() if first <= number), default=None)

    def sat(self, session: str, year: int) -> bool:
        """Whether a regular session sat in that year, where the file tells when sessions sat."""
        if not self.years or not session.isdigit():
            return False
        first = int(self.years["first"]) + (int(session) - 1) // int(self.years["sessions-a-year"])
        return year in {first, first + bool(self.years.get("into-next"))}


class Body(NamedTuple):
    """A body. `stem` is the key by which families know it; None for one whose acts they do not claim.

    `names` are its English names and abbreviations, `foreign` those in other languages, `short` what it is called where
    it is known ("the Council"). `symbol` is what its documents begin with. `alone`: its numbers stand without its name
    in texts of other bodies too.
    """

    name: str
    names: tuple[str, ...]
    foreign: tuple[str, ...]
    short: tuple[str, ...]
    stem: str | None
    symbol: str | None
    alone: bool
    series: tuple[Series, ...]


@cache
def all_bodies() -> tuple[Body, ...]:
    """Every body of the shipped knowledge base."""
    from juslint.parsing import store  # noqa: PLC0415 - readers of other formats do without

    return tuple(
        Body(
            row["name"],
            tuple(row["names"]),
            tuple(row["foreign"]),
            tuple(row["short"]),
            row["stem"],
            row["symbol"],
            row["alone"],
            tuple(Series.of(one) for one in row["series"]),
        )
        for row in store.bodies()
    )


@cache
def by_stem() -> dict[str, Body]:
    """The bodies whose acts texts cite, by stem."""
    return {body.stem: body for body in all_bodies() if body.stem is not None}
