"""Which body issued a document of the United Nations, and what the numbers in its id mean.

The body comes from the longest known beginning of the symbol (kb/un/symbols.yaml); what the numbers are, from the
series of the bodies (kb/bodies) where one fits, else from the numbering that the beginning's row states. A number whose
sense neither decides is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from juslint.knowledge import sessions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from juslint.knowledge.layer import Layer

ASSEMBLY, RIGHTS_COUNCIL = "General Assembly", "Human Rights Council"
_LED = re.compile(r"[A-Z]+/(?:HRC/)?(?:PV|RES|DEC)\b")  # the letters of a nature with a leading element in front
_MODIFICATION = re.compile(r"/((?:Add|Amend|Corr|Rev)\.|Summary)")
_JOINT = re.compile(r"(?<=[0-9a-z)])-(?!A/[0-9]$)(?=[A-Z]+[/.])")  # not in WFP/EB.A/2020/6-A/1
_SESSION = re.compile(r"^(A(?:/HRC)?)/[0-9]+(?=/)")
_BY_ASSEMBLY = re.compile(r"A/(?:[0-9]|E?S-|RES/|DEC/|BUR/|INF/|C\.|SPC/|\{n\})")
_BY_RIGHTS_COUNCIL = re.compile(r"A/HRC/(?!WG\.|AC/|\{n\}/WG)")
_COMMUNICATION = re.compile(r"(?P<session>[0-9]+)/D/(?P<number>[0-9]+)/(?P<year>[0-9]{4})")
_MODIFIER = re.compile(r"/(?:Add|Corr|Rev|Amend|Summary)\b.*| .*|\*+")
_NUMBERED = re.compile(r"(?:[A-Za-z]+\.)?([0-9]+)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_STATE = re.compile(r"(?:^|/)(?P<state>[A-Z]{3})(?=/(?:CO|Q|RQ|QPR|FCO|INT|[0-9])|$)")
_ROW_SESSION = re.compile(r"(?:[A-Z]+/)?(?P<session>[0-9]{1,3})/")
_END = r"(?=$|[ (*]|/(?:Add|Corr|Rev|Amend|Summary)\b)"
_PLACES = {
    "number": r"(?P<number>[0-9]+)(?: (?P<letter>[A-Z]{1,2}))?",
    "year": r"(?P<year>[0-9]{4})",
    "session": r"(?P<session>(?:E?S-)?[0-9]{1,3})",
    "roman": r"(?P<roman>(?:E?S-)?[IVXL]+)",
}


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issued a document, and its numbers.

    `body` is the usual English name; `prefix` the beginning of the symbol that says so; `series` what the documents
    under it are. `session` is `77`, `S-6` or `ES-10`, and `years` the first and last calendar year in which it can
    have adopted anything (None where that is not known). `state` is a State's three-letter code. `number` is the last
    number before any Add., Corr. or Rev. `paper` is what kind of document it is: `summary record, corrigendum`.
    `note` says more of the body (until when it sat). `unverified`: for display only, nothing may be held against a
    text by it.
    """

    body: str
    prefix: str
    series: str | None = None
    session: str | None = None
    years: tuple[int, int] | None = None
    year: int | None = None
    number: int | None = None
    state: str | None = None
    paper: str | None = None
    note: str | None = None
    unverified: bool = False


@dataclass(frozen=True, slots=True)
class Stated:
    """A series as a body's file states it, with what its ids look like after `stem`, their first letters."""

    body: str
    name: str
    stem: str
    rest: re.Pattern[str]
    since: int | None
    until: int | None

    @classmethod
    def of(cls, body: str, data: Mapping[str, Any]) -> Stated:
        """The series of the body of that name."""
        stem, mark, rest = str(data["id"]).partition("{")
        parts = re.split(r"\{(\w+)\}", f"{mark}{rest}")
        pattern = "".join(
            _PLACES.get(part, r"[\w-]+") if index % 2 else re.escape(part) for index, part in enumerate(parts)
        )
        since, until = (int(data[name]) if name in data else None for name in ("since", "until"))
        return cls(body, str(data["name"]), stem, re.compile(rf"{pattern}{_END}"), since, until)

    def numbers(self, symbol: str) -> dict[str, str] | None:
        """The numbers of a symbol or id by name; None where it is none of the series."""
        found = self.rest.match(symbol, len(self.stem)) if self.stem and symbol.startswith(self.stem) else None
        if found is None:
            return None
        named = {name: value for name, value in found.groupdict().items() if value}
        if "roman" in named:
            try:
                named["session"] = sessions.arabic(named.pop("roman"))
            except ValueError:
                return None
        part = named.get("year") or named.get("session") or ""
        if part.isdigit() and self.since is not None and int(part) < self.since:
            return None
        return named


def stated(layers: Iterable[Layer]) -> list[Stated]:
    """The series of all bodies of all bases, the base that wins first; a body goes by its usual English name."""
    out: dict[str, Stated] = {}
    for layer in layers:
        files = layer.series_files()
        for template, data in layer.series().items():
            stem = PurePosixPath(files[template]).stem
            body = layer.entry(stem)
            name = str(body.data["names"]["en"][0]) if body is not None and "names" in body.data else stem
            out.setdefault(template, Stated.of(name, data))
    return list(out.values())


class Symbols:
    """The table of beginnings and the series of all bodies. `years_of` says when a session of a body sat."""

    def __init__(
        self,
        rows: Mapping[str, Mapping[str, Any]],
        series: Iterable[Stated],
        years_of: Callable[[str, str], tuple[int, int] | None],
        papers: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> None:
        self._rows = rows
        self._lengths = sorted({len(prefix) for prefix in rows}, reverse=True)
        self._series = sorted(series, key=lambda one: (-len(one.stem), -one.rest.groups))
        self._years_of = years_of
        self._papers = papers or {}

    def issuers(self, entry_id: str) -> tuple[Issuer, ...]:
        """Who issued it: one issuer for each half of a joint symbol, none where no beginning is known."""
        found = ((half, self._issuer(half)) for half in _JOINT.split(entry_id))
        return tuple(replace(one, paper=self._paper(half, one)) for half, one in found if one is not None)

    def _paper(self, symbol: str, issuer: Issuer) -> str | None:
        """What kind of document it is, and what was done to it."""
        named = [
            (len(code), row["what"])
            for code, row in self._papers.items()
            if "modifies" not in row and (symbol.startswith(code) if _LED.match(code) else f"/{code}" in symbol)
        ]
        own = max(named)[1] if named else None
        if own is None and issuer.state and issuer.number is not None:
            own = "report of a State party, or a paper on it"
        done = (self._papers[code]["what"] for code in _MODIFICATION.findall(symbol) if code in self._papers)
        return ", ".join([*([own] if own else ()), *done]) or None

    def prefix_of(self, symbol: str) -> str | None:
        """The longest known beginning of a symbol; `{n}` stands for a session (`A/{n}/PV.`)."""
        session = _SESSION.match(symbol)
        text = _SESSION.sub(r"\1/{n}", symbol)
        for length in self._lengths:
            prefix = text[:length]
            row = self._rows.get(prefix) if len(prefix) == length else None
            if row is None or (prefix[-1].isalnum() and text[length : length + 1].isalnum()):
                continue
            early = session is not None and "{n}" in prefix and int(session[0].rpartition("/")[2]) < row.get("since", 1)
            if not early:
                return prefix
        return None

    def _issuer(self, symbol: str) -> Issuer | None:
        prefix = self.prefix_of(symbol)
        stated, numbers = next(
            ((one, found) for one in self._series if (found := one.numbers(symbol)) is not None), (None, {})
        )
        if prefix is None:
            return None if stated is None else self._dated(Issuer(stated.body, stated.stem, stated.name), numbers)
        row = self._rows[prefix]
        body, rest = str(row["body"]), symbol[len(prefix) + (_grown(symbol) if "{n}" in prefix else 0) :]
        series = row.get("what") or (stated.name if stated is not None and stated.stem == prefix else None)
        held = re.match(r"([0-9]+)(?=/)", rest) if row["numbering"][0] in ("committee", "conference") else None
        if held:
            body, rest = f"{body} ({prefix}{held[1]})", rest[held.end() + 1 :]
        if stated is None:
            numbers = _numbers(symbol, prefix, row, rest)
        if series is None and "state" in row["numbering"] and _COMMUNICATION.search(rest):
            series = "communications"
        note, doubtful = row.get("note"), bool(row.get("unverified"))
        return self._dated(Issuer(body, prefix, series, note=note, unverified=doubtful), numbers)

    def _dated(self, issuer: Issuer, numbers: Mapping[str, str]) -> Issuer:
        """The issuer with the numbers of its document, and the years of the session where they can be known."""
        session, holder = numbers.get("session"), issuer.prefix
        body = (
            RIGHTS_COUNCIL
            if _BY_RIGHTS_COUNCIL.match(holder)
            else ASSEMBLY
            if holder == "A/" or _BY_ASSEMBLY.match(holder)
            else None
        )
        return replace(
            issuer,
            session=session,
            years=self._years_of(body, session) if body and session else None,
            year=int(numbers["year"]) if "year" in numbers else None,
            number=int(numbers["number"]) if "number" in numbers else None,
            state=numbers.get("state"),
        )


def _grown(symbol: str) -> int:
    """By how many characters a symbol is longer than the prefix in which `{n}` stands for its session."""
    found = _SESSION.match(symbol)
    return len(found[0].rpartition("/")[2]) - len("{n}") if found else 0


def _numbers(symbol: str, prefix: str, row: Mapping[str, Any], rest: str) -> dict[str, str]:
    """The numbers of a symbol that no series describes, as far as the row's numbering says what they are."""
    said = row["numbering"]
    bare = _MODIFIER.sub("", rest)
    out: dict[str, str] = {}
    communication = _COMMUNICATION.search(bare)
    if "state" in said and communication:
        return communication.groupdict()
    state = _STATE.search(bare) if "state" in said or prefix == "A/HRC/WG.6/" else None
    if state:
        out["state"] = state["state"]
    components = bare.split("/")
    if "year" in said and len(components) > 1:
        year = next((one for part in components if (one := part.rpartition(".")[2]) and _YEAR.fullmatch(one)), None)
        if year:
            out["year"] = year
    if "session" in said and "state" not in said and "year" not in out:
        out |= _session(symbol, prefix, row, rest)
    number = _NUMBERED.fullmatch(components[-1])
    if number and number[1] != out.get("year"):
        out["number"] = number[1]
    return out


def _session(symbol: str, prefix: str, row: Mapping[str, Any], rest: str) -> dict[str, str]:
    """The session of a symbol with a row by sessions; a special one (`A/S-30/L.1`) is called `S-30`."""
    if "{n}" in prefix:
        found = _SESSION.match(symbol)
        return {"session": found[0].rpartition("/")[2]} if found else {}
    leading = _ROW_SESSION.match(rest)
    if leading is None:
        special = re.match(r"(?P<session>E?S-[0-9]{1,2})/", rest)
        return special.groupdict() if special else {}
    if prefix in ("A/S-", "A/ES-"):
        return {"session": f"{prefix[2:]}{leading['session']}"}
    return leading.groupdict() if int(leading["session"]) >= row.get("since", 1) else {}
