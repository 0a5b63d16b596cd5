"""Judgments, decisions and reports of the Strasbourg organs: what is known of them, by number, name, day or address.

A case is known by its first application number; it may have many documents, and each of their dates is right.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.dates import Date
from juslint.knowledge.case_names import folded, in_french, key, take_apart
from juslint.knowledge.case_tables import FOLDER, application_key
from juslint.knowledge.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from juslint.knowledge.layer import Layer
    from juslint.knowledge.respondents import Respondents

ECLI = re.compile(r"ECLI:CE:ECHR:(\d{4}):(\d\d)(\d\d)(JUD|DEC|REP)(\d{7})(\d\d)")
_NAMED = re.compile(r"(.+) ([0-9]{4}-[0-9]{2}-[0-9]{2})")
_TYPES = {"judgment": "JUD", "decision": "DEC", "report": "REP"}
_FIELDS = (
    "applications, day, name, french, kind, body, label, importance, report, item, french_item, part, line, c.number"
)
_NAME, _DAY = 'c.number IN (SELECT "case" FROM case_names WHERE {})', "c.day = ?"
_NUMBER_SO_FAR = re.compile(r"([1-9][0-9]{0,5})(?:/([0-9]{0,2}))?")
_OPEN = re.compile(r"[\s,]+(?:v\.?|c\.)?\s*$")  # what may stand at the end of an applicant's name
_SERIAL = 6  # digits that the number of an application has at most, before the slash
_DOCUMENTS = 4  # that a case has, beyond which a list of cases may be cut short
_START = 3  # letters at the beginning of a name that a near one shares with it


class Case(NamedTuple):
    """One document. `applications` begins with the first one; `date` is None where no source is sure.

    `kind`: judgment, decision, report (of the Commission). `body`: grand-chamber, committee, commission, or None for a
    Chamber or where it is not known. `label`: what stands in brackets behind the name, "just satisfaction".
    `importance`: 1 (key case), 2 or None. `report`: `ECHR 2003-XII`, `Reports 1996-I`, `Series A no. 277-B`. `item`,
    `french_item`: the number behind `001-` in HUDOC. `french`: the French name where arithmetic does not give it.
    """

    applications: tuple[str, ...]
    date: Date | None
    name: str
    french: str | None
    kind: str
    body: str | None
    label: str | None
    importance: int | None
    report: str | None
    item: int | None
    french_item: int | None
    path: str
    line: int

    @property
    def id(self) -> str:
        """The first application number."""
        return self.applications[0]

    @property
    def urls(self) -> tuple[str, ...]:
        """Addresses in HUDOC, English or only text first."""
        found = (("eng", self.item), ("fre", self.french_item))
        return tuple(f"https://hudoc.echr.coe.int/{language}?i=001-{item}" for language, item in found if item)

    @property
    def ecli(self) -> str | None:
        """The European Case Law Identifier, which arithmetic gives; None where there is no date."""
        if self.date is None:
            return None
        serial, _, year = self.id.partition("/")
        day = f"{self.date.year}:{self.date.month:02}{self.date.day:02}"
        return f"ECLI:CE:ECHR:{day}{_TYPES[self.kind]}{int(serial):07}{year}"


class Cases:
    """The cases of all open bases."""

    def __init__(self, layers: Sequence[Layer], states: Respondents) -> None:
        self._layers = layers
        self.states = states
        self.of = lru_cache(maxsize=4096)(self._of)
        self._named = lru_cache(maxsize=4096)(self._by_key)
        self.titled = lru_cache(maxsize=16)(self._titled)  # "X v. Austria" is two hundred cases, and asked again

    def _find(self, where: str, *values: object) -> tuple[Case, ...]:
        found: dict[tuple[Any, ...], Case] = {}
        for layer in self._layers:
            question = f"SELECT {_FIELDS} FROM cases c WHERE {where} ORDER BY day, c.number"  # noqa: S608
            for row in layer.ask(question, *values):
                case = _case(row)
                found.setdefault((case.id, case.date, case.kind, case.item), case)
        return tuple(found.values())

    def _of(self, application: str) -> tuple[Case, ...]:
        """All known documents of an application, joined ones too, in order of date; () for what is no number."""
        try:
            number = application_key(application)
        except ValueError:
            return ()
        return self._find('c.number IN (SELECT "case" FROM case_numbers WHERE application = ?)', number)

    def of_day(self, date: Date) -> tuple[Case, ...]:
        """All documents of a day."""
        return self._find(_DAY, date.iso())

    def by_name(self, name: str, date: Date | None = None) -> tuple[Case, ...]:
        """The documents whose case has this name, in English or French, whole or the applicant alone, key cases first.

        Capitals, marks, "and Others" and the language do not count; respondent and "(no. 2)" count where `name` says
        them. With a date only those of that day, month or year.
        """
        asked = take_apart(name)
        states = self.states.codes(asked.respondent) if asked.respondent else None
        numbered = asked.ordinal > 1
        found = [
            case
            for case in self._named(key(name))
            if (date is None or (case.date is not None and date.agrees(case.date)))
            and (states is None or self.states.codes(take_apart(case.name).respondent) in (states, None))
            and (not numbered or take_apart(case.name).ordinal == asked.ordinal)
        ]
        return tuple(sorted(found, key=_weight))

    def _by_key(self, name: str) -> tuple[Case, ...]:
        return self._find(_NAME.format("key = ?"), name) if name else ()

    def near(self, name: str, date: Date | None = None, limit: int = 5) -> list[tuple[float, Case]]:
        """Cases of a name much like this one, best first, with a likeness from 0 to 100, one document each.

        Compared are the applicants of names that begin alike, and of all documents of the day where one is given.
        """
        from rapidfuzz import fuzz  # noqa: PLC0415

        wanted = key(name)
        start = wanted[:_START]
        pool = self._find(_NAME.format("key >= ? AND key < ?"), start, f"{start}\U0010ffff") if wanted else ()
        if date is not None and date.day:
            pool = (*(case for case in pool if case.date == date), *self.of_day(date))
        best: dict[str, tuple[float, Case]] = {}
        for case in sorted(pool, key=_weight):
            names = filter(None, (case.name, case.french))
            likeness = max(fuzz.ratio(wanted, key(one)) for one in names)
            best.setdefault(case.id, (likeness, case))
        return sorted(best.values(), key=lambda pair: -pair[0])[:limit]

    def beginning(self, text: str, limit: int = 20) -> tuple[Case, ...]:
        """Cases that a text so far may mean, one document each: by the beginning of a number (`4098`, `40984/0`) or of
        a name (`Fatul`, `Smith v. the Uni`), in order of number or name.

        Both are answered from an index, and no more is read than `limit` asks for.
        """
        number = _NUMBER_SO_FAR.fullmatch(text.strip())
        found = self._numbered(number[1], number[2], limit) if number else self._begun(text, limit)
        best: dict[str, Case] = {}
        for case in found:
            known = best.get(case.id)
            if known is None or _weight(case) < _weight(known):
                best[case.id] = case
        return tuple(best.values())[:limit]

    def _numbered(self, serial: str, year: str | None, limit: int) -> list[Case]:
        """By the digits of an application's number; with `year`, its digits so far, the serial is whole."""
        if year is not None:
            low, high = (int((year + fill * 2)[:2]) for fill in "09")
            ranges = [(int(serial) * 100 + low, int(serial) * 100 + high)]
        else:
            sizes = [10**power for power in range(_SERIAL - len(serial) + 1)]
            ranges = [(int(serial) * size * 100, (int(serial) + 1) * size * 100 - 1) for size in sizes]
        where = 'case_numbers n JOIN cases c ON c.number = n."case" WHERE n.application BETWEEN ? AND ?'
        found: list[Case] = []
        for bounds in ranges:
            if len(found) < limit:
                found += self._first(f"{where} ORDER BY n.application", bounds, limit)
        return found

    def _begun(self, text: str, limit: int) -> list[Case]:
        """By the beginning of a name; where it says a respondent so far, of the applicants called just so."""
        asked = take_apart(text)
        wanted = key(_OPEN.sub("", text))
        if len(wanted) < _START:
            return []
        if asked.respondent:
            state = folded(asked.respondent)
            named = sorted(self._named(wanted), key=_weight)
            return [case for case in named if folded(take_apart(case.name).respondent).startswith(state)]
        join = 'case_names n JOIN cases c ON c.number = n."case" WHERE n.key >= ? AND n.key < ? ORDER BY n.key'
        found = self._first(join, (wanted, f"{wanted}\U0010ffff"), limit)
        return sorted(found, key=lambda case: (key(case.name), _weight(case)))

    def _first(self, join: str, values: Sequence[object], limit: int) -> list[Case]:
        """The documents of the first few cases that a question finds, of all bases."""
        rows: list[Case] = []
        for layer in self._layers:
            question = f"SELECT {_FIELDS} FROM {join} LIMIT ?"  # noqa: S608
            rows += map(_case, layer.ask(question, *values, limit * _DOCUMENTS))
        return rows

    def containing(self, word: str) -> tuple[Case, ...]:
        """The documents whose case has a word, or its beginning, in a name; `word` in small letters without marks."""
        like = word.replace("%", "").replace("_", "")
        where = _NAME.format("key LIKE ? OR key LIKE ?")
        return self._find(where, f"{like}%", f"% {like}%") if like else ()

    def by_ecli(self, ecli: str) -> tuple[Case, ...]:
        """The documents that an ECLI can mean: of its first number, day and kind; () where none is known."""
        found = ECLI.fullmatch(ecli.strip())
        if found is None:
            return ()
        year, month, day, type_, serial, lodged = found.groups()
        cases = self.of(f"{int(serial)}/{lodged}")
        iso = f"{year}-{month}-{day}"
        return tuple(one for one in cases if one.date and one.date.iso() == iso and _TYPES[one.kind] == type_)

    def by_item(self, item: str | int) -> Case | None:
        """The document with this item id of HUDOC (`001-98401`, or the number alone), in either language."""
        digits = str(item).removeprefix("001-")
        if not digits.isdecimal():
            return None
        found = self._find("c.item = ?", int(digits)) or self._find("c.french_item = ?", int(digits))
        return found[0] if found else None

    def by_report(self, report: str) -> tuple[Case, ...]:
        """The documents in a volume: `Series A no. 24`, `Reports 1996-I`, `ECHR 2003-XII`, extracts or not."""
        return self._find("c.report IN (?, ?)", report, f"{report} (extracts)")

    def only(self, name: str, date: Date | None = None) -> Case | None:
        """The leading document of the one case that `by_name` finds; None where it finds several or none."""
        found = self.by_name(name, date)
        return found[0] if len({case.id for case in found}) == 1 else None

    def _titled(self, text: str) -> tuple[Entry, ...]:
        """The cases with a name that says both parties, as entries."""
        if not take_apart(text).respondent:
            return ()
        found = dict.fromkeys(case.id for case in self.by_name(text))
        return tuple(entry for entry in map(self.entry, found) if entry is not None)

    def judged(self, date: Date, text: str) -> tuple[Entry, ...]:
        """The cases with a judgment of this day against a State that `text` names, as entries."""
        found: dict[str, None] = {}
        for case in self.of_day(date):
            state = take_apart(case.name).respondent.removeprefix("the ").strip('"')
            if case.kind == "judgment" and state and state in text:
                found[case.id] = None
        return tuple(entry for entry in map(self.entry, found) if entry is not None)

    def called(self, entry_id: str) -> Entry | None:
        """The case that an id means: an application number, an ECLI, or a name with a day (DESIGN §5).

        An entry that is called by name and day keeps that id; the number is the first of its `applications`.
        """
        found = self.entry(entry_id)
        if found is not None:
            return found
        named = _NAMED.fullmatch(entry_id)
        if named is not None:
            case = self.only(named[1], Date.from_iso(named[2]))
            entry = self.entry(case.id) if case is not None else None
            return replace(entry, id=entry_id) if entry is not None else None
        return next((self.entry(case.id) for case in self.by_ecli(entry_id)), None)

    def _aliases(self, lead: Case, cases: Iterable[Case]) -> list[dict[str, Any]]:
        """Other right names of a case: of its other documents, and in French."""
        names: dict[str, Case] = {}
        for case in cases:
            name = take_apart(case.name)
            state = self.states.french(name.respondent) if name.respondent else None
            number = f" (no {name.ordinal})" if name.ordinal > 1 else ""
            arithmetic = f"{in_french(name.applicant)} c. {state}{number}" if state else None
            for one in filter(None, (case.name, case.french, arithmetic)):
                names.setdefault(one, case)
        names.pop(lead.name, None)
        return [{"value": name, "seen": [f"HUDOC 001-{case.item}"]} for name, case in names.items()]

    def entry(self, application: str) -> Entry | None:
        """A whole case as an entry: the leading document's name, date and address, and all of its documents."""
        cases = self.of(application)
        if not cases:
            return None
        lead = min(cases, key=_weight)
        others = [one for one in cases if one is not lead]
        data: dict[str, Any] = {
            "type": "legal_case",
            "title": lead.name,
            "authority": _authority(lead),
            "issued": lead.date.iso() if lead.date else None,
            "ecli": lead.ecli,
            "URL": lead.urls[0] if lead.urls else None,
            "urls": [url for case in (lead, *others) for url in case.urls][1:],
            "other-dates": _other_dates(lead, others),
            "applications": list(dict.fromkeys(number for case in cases for number in case.applications)),
            "aliases": self._aliases(lead, cases),
            "documents": [_described(case) for case in cases],
        }
        told = {name: value for name, value in data.items() if value}
        return Entry(application, "judgment", "echr", lead.path, lead.line, told)

    def root_of(self, entry: Entry) -> Path:
        """The top of the base in which the row of a case stands that `entry` made."""
        part = entry.path.rpartition("/")[2].removesuffix(".yaml")
        for layer in self._layers:
            found = layer.ask("SELECT applications FROM cases WHERE part = ? AND line = ?", part, entry.line)
            if any(entry.data["applications"][0] in applications.split(" ") for (applications,) in found):
                return layer.root
        return self._layers[-1].root


def _case(row: tuple[Any, ...]) -> Case:
    applications, day, *rest, part, line, _ = row
    numbers = tuple(applications.split(" "))
    date = Date.from_iso(day) if day else None
    return Case._make((numbers, date, *rest, f"{FOLDER}/{part}.yaml", line))


def _weight(case: Case) -> tuple[int, int, int, str]:
    """Sorts what is cited most first: judgments, of the Grand Chamber before others, key cases, then the oldest."""
    kinds = {"judgment": 0, "decision": 2, "report": 3}
    after = case.label in ("just satisfaction", "revision", "interpretation")
    grand = case.body == "grand-chamber"
    return kinds[case.kind] + after, not grand, case.importance or 3, case.date.iso() if case.date else "9"


def _authority(case: Case) -> str:
    return f"European {'Commission' if case.body == 'commission' else 'Court'} of Human Rights"


def _other_dates(lead: Case, others: Iterable[Case]) -> list[dict[str, str]]:
    found = {case.date.iso(): case for case in others if case.date and case.date != lead.date}
    return [{"date": day, "what": _words(case)} for day, case in found.items()]


def _words(case: Case) -> str:
    body = "" if case.body in (None, "commission") else f"{case.body.replace('-', ' ')} "
    return f"{body}{case.kind}" + (f" ({case.label})" if case.label else "")


def _described(case: Case) -> dict[str, str]:
    told = {"date": case.date.iso() if case.date else "", "kind": _words(case), "report": case.report or ""}
    told["URL"] = case.urls[0] if case.urls else ""
    return {name: value for name, value in told.items() if value}
