"""The knowledge base as rules see it: the shipped one and the user's own, which win over it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from juslint.knowledge import index, opening, sessions
from juslint.knowledge.entry import Entry, Resolution
from juslint.knowledge.extents import between, widest
from juslint.knowledge.identify import identify
from juslint.knowledge.normalise import main_title, normalise_name, normalise_symbol, normalise_title, normalise_url
from juslint.knowledge.series import KnowledgeError, Series

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from juslint.dates import Date
    from juslint.knowledge.cases import Cases
    from juslint.knowledge.index import Watch
    from juslint.knowledge.layer import Layer
    from juslint.knowledge.symbols import Issuer, Symbols
    from juslint.reference import Reference

_COUNCIL = "un/security-council/resolutions"
_TITLES = ("title", "main title", "name")


class Knowledge:
    """All open knowledge bases, the one that wins first. Read only; may be shared between threads and pickled."""

    def __init__(self, layers: Sequence[Layer], extra: Sequence[Path] = ()) -> None:
        self._layers = self.layers = tuple(layers)
        self._extra = tuple(extra)
        self._series: tuple[tuple[re.Pattern[str], Series], ...] | None = None
        self._years: dict[int, tuple[int, int | None]] | None = None
        self._symbols: Symbols | None = None
        self._cases: Cases | None = None
        self._cached = lru_cache(maxsize=8192)(self._resolve)
        self._all_titles = lru_cache(maxsize=1)(self._read_titles)
        self._cached_issuers = lru_cache(maxsize=8192)(self._issuers)
        self._cached_keys = lru_cache(maxsize=4096)(self._keyed)
        self._facts = lru_cache(maxsize=16)(self._all_facts)
        self._fact = lru_cache(maxsize=4096)(self._one_fact)
        self._council_years = lru_cache(maxsize=4096)(self._council_year)

    @classmethod
    def open(cls, extra: Sequence[Path] = (), watch: Watch = index.unwatched) -> Knowledge:
        """The shipped base and further ones; of the further ones the last named wins.

        `watch` gets the files that must be read to make an index, and how many, and hands them on as it likes.
        KnowledgeError, one line, where a folder is missing or a file in it cannot be used.
        """
        shipped = opening.shipped(watch)
        layers = [shipped]
        inherited = opening.templates(shipped)
        for folder in extra:
            if not folder.is_dir():
                raise KnowledgeError(f"{folder}: no such folder (named as a knowledge base)")
            try:
                layers.insert(0, opening.layer(folder, inherited, watch))
            except OSError as error:
                raise KnowledgeError(f"{error.filename or folder}: {error.strerror}") from None
            inherited = inherited | opening.templates(layers[0])
        return cls(layers, extra)

    def __reduce__(self) -> tuple[object, tuple[tuple[Path, ...]]]:
        return type(self).open, (self._extra,)

    def resolve(self, entry_id: str) -> Resolution:
        """What is known of an id: found, absent (only inside a stated coverage), or not covered."""
        return self._cached(entry_id)

    def _resolve(self, entry_id: str) -> Resolution:
        for layer in self._layers:
            entry = layer.entry(entry_id)
            if entry is not None:
                return Resolution("found", entry)
        entry = self.cases.called(entry_id)
        if entry is not None:
            return Resolution("found", entry)
        for pattern, series in self._patterns():
            found = pattern.fullmatch(entry_id)
            if found is None:
                continue
            named = found.groupdict()
            part = named.get("year") or named.get("session") or ""
            if series.covers(int(found["number"]), int(part) if part.isdigit() else None):
                return Resolution("absent")
        return Resolution("not-covered")

    def _patterns(self) -> tuple[tuple[re.Pattern[str], Series], ...]:
        """The series that claim to be complete, with what their ids look like."""
        if self._series is None:
            merged: dict[str, dict[str, object]] = {}
            for layer in reversed(self._layers):
                merged |= layer.series()
            named = (Series.of(data) for data in merged.values() if "coverage" in data)
            self._series = tuple((series.pattern(), series) for series in named)
        return self._series

    def row_folders(self) -> dict[str, tuple[str, str]]:
        """Folder of bulk rows to the numbering of its series and the template of its ids."""
        out: dict[str, tuple[str, str]] = {}
        for layer in reversed(self._layers):
            for template, data in layer.series().items():
                if "folder" in data:
                    out[data["folder"]] = (data["numbering"], template)
        return out

    def file_of(self, entry: Entry) -> Path:
        """The file in which an entry stands."""
        if entry.data.get("applications"):
            return self.cases.root_of(entry) / entry.path
        roots = (layer.root for layer in self._layers if layer.entry(entry.id) == entry)
        return next(roots, self._layers[-1].root) / entry.path

    def series(self) -> tuple[Series, ...]:
        """The series that claim to be complete over some numbers."""
        return tuple(series for _, series in self._patterns())

    # ---- look-up by what a text says ----

    def _keyed(self, space: str, key: str) -> tuple[Entry, ...]:
        """Entries under a key of all bases; one that a winning base has under the same id is hidden."""
        out: dict[str, Entry] = {}
        for position, layer in enumerate(self._layers):
            for entry in layer.keyed(space, key):
                if entry.id not in out and not any(upper.entry(entry.id) for upper in self._layers[:position]):
                    out[entry.id] = entry
        return tuple(out.values())

    def keyed(self, space: str, key: str) -> tuple[Entry, ...]:
        """Entries under a normalised key of one of the spaces of `juslint.knowledge.keys`."""
        return self._cached_keys(space, key)

    def by_url(self, url: str) -> tuple[Entry, ...]:
        """Entries that have this address: the preferred one, another true one, or a misspelling of one."""
        return self.keyed("url", normalise_url(url))

    def by_title(self, text: str) -> tuple[Entry, ...]:
        """Entries with this title, alias or misspelling of one; a subtitle may be missing on either side.

        A text with another subtitle than the entry's is another title.
        """
        whole = normalise_title(text)
        found = self.keyed("title", whole) or self.keyed("main title", whole)
        main = main_title(text)
        found = found or (self.keyed("title", main) if main else ())
        return found or self.cases.titled(text)

    def by_name(self, text: str) -> tuple[Entry, ...]:
        """Treaties and named instruments with this name, short title or abbreviation; a year in the text must agree."""
        name, year = normalise_name(text)
        found = self.keyed("abbreviation", text.strip()) or self.keyed("name", name)
        found = tuple(entry for entry in found if entry.kind in ("treaty", "treaties"))
        return tuple(entry for entry in found if year is None or year in {date.year for date in entry.dates()})

    def body(self, name: str) -> Entry | None:
        """The issuing body with this name, in any of the languages."""
        found = self.keyed("abbreviation", name.strip()) or self.keyed("name", normalise_name(name)[0])
        found = tuple(entry for entry in found if entry.kind == "body")
        return found[0] if len(found) == 1 else None

    def publication(self, name: str) -> Entry | None:
        """The newspaper or magazine of this name."""
        found = self.keyed("publication", normalise_title(name))
        return found[0] if len(found) == 1 else None

    def by_symbol(self, symbol: str) -> tuple[Entry, ...]:
        """Sources that stand in the document with this symbol (a report in an annex, say)."""
        return self.keyed("symbol", normalise_symbol(symbol))

    def judgment_of(self, date: Date, text: str) -> Entry | None:
        """The one European Court case of this day against a State that `text` names; None where it is not one."""
        found = {}
        for entry in self.keyed("judged", date.iso()):
            _, versus, state = (entry.text("title") or "").partition(" v. ")
            if versus and state.removeprefix("the ") in text:
                found[entry.id] = entry
        found |= {entry.id: entry for entry in self.cases.judged(date, text) if entry.id not in found}
        return next(iter(found.values())) if len(found) == 1 else None

    @property
    def cases(self) -> Cases:
        """The documents of the Strasbourg organs, by number, name, day, ECLI, item or volume."""
        if self._cases is None:
            from juslint.knowledge.cases import Cases  # noqa: PLC0415 - only texts that cite cases ask
            from juslint.knowledge.respondents import Respondents  # noqa: PLC0415

            self._cases = Cases(self._layers, Respondents(self._facts("respondents")))
        return self._cases

    def entries(self, *, authored: bool = False) -> Iterator[Entry]:
        """Every entry in order of file and line, or only those with a file of their own; the Court's cases aside."""
        seen: set[str] = set()
        for layer in self._layers:
            here = [entry for entry in layer.entries(authored=authored) if entry.id not in seen]
            seen |= {entry.id for entry in here}
            yield from here

    def beginning(self, space: str, start: str, limit: int = 20) -> tuple[Entry, ...]:
        """Entries that a text so far may mean: by the beginning of a key of a space, or (`id`) of the id."""
        found: dict[str, Entry] = {}
        for position, layer in enumerate(self._layers):
            for entry in layer.beginning(space, start, limit):
                if entry.id not in found and not any(upper.entry(entry.id) for upper in self._layers[:position]):
                    found[entry.id] = entry
        return tuple(found.values())[:limit]

    def listed_cases(self, court: str) -> Iterator[tuple[str, Entry]]:
        """The names of all listed cases of a court (`pcij`), each with its entry."""
        for layer in self._layers:
            for _, entry in layer.in_space("case"):
                if entry.path.startswith(f"courts/{court}/"):
                    yield entry.text("title") or "", entry

    def _read_titles(self) -> tuple[list[str], list[tuple[Layer, int]]]:
        """The titles of all entries, and in which base and under which number the entry of each stands."""
        found = [
            (title, (layer, number))
            for layer in self._layers
            for space in _TITLES
            for title, number in layer.places(space)
        ]
        return [title for title, _ in found], [place for _, place in found]

    def near_titles(self, text: str, limit: int = 5) -> list[tuple[float, Entry]]:
        """The entries with the most similar titles, best first, with a likeness from 0 to 100."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        titles, places = self._all_titles()
        scored = process.extract(normalise_title(text), titles, scorer=fuzz.ratio, limit=None)
        out: dict[str, tuple[float, Entry]] = {}
        for _, score, position in scored:
            if len(out) == limit:
                break
            layer, number = places[position]
            entry = layer.numbered(number)
            out.setdefault(entry.id, (score, entry))
        return list(out.values())

    def identify(self, reference: Reference) -> Entry | None:
        """The one entry that a reference surely means; None where nothing or more than one thing speaks for it."""
        return identify(self, reference)

    def candidates(self, number: str) -> tuple[Entry, ...]:
        """The known resolutions and decisions that a number without a body (`60/1`, `822 (1993)`) may be."""
        from juslint.knowledge.candidates import candidates  # noqa: PLC0415 - no rule asks

        return tuple(candidates(self, number))

    def body_of(self, entry_id: str) -> tuple[Issuer, ...]:
        """The bodies that issued what has this id, one a half of a joint symbol, and what its numbers mean; else ()."""
        return self._cached_issuers(entry_id)

    def _issuers(self, entry_id: str) -> tuple[Issuer, ...]:
        if self._symbols is None:
            from juslint.knowledge.symbols import Symbols, stated  # noqa: PLC0415 - at start nobody asks

            self._symbols = Symbols(self._facts("symbols"), stated(self._layers), self._sitting, self._facts("papers"))
        return self._symbols.issuers(entry_id)

    def _sitting(self, body: str, session: str) -> tuple[int, int] | None:
        """First and last calendar year of a session, where that is known."""
        folder = body.lower().replace(" ", "-")
        fact = self._fact(f"session {folder}", session)
        computed = sessions.years(folder, session)
        if fact and "year" in fact and not session.startswith("ES-"):  # an emergency session sits on for decades
            first = int(fact["year"])
            return first, first + (computed[1] - computed[0] if computed else 0)
        return computed

    # ---- facts ----

    def security_council_year(self, number: int) -> int | None:
        """The year of a Security Council resolution; None where it is not surely known."""
        return self._council_years(number)

    def _council_year(self, number: int) -> int | None:
        for layer in self._layers:
            parts = layer.parts_of(_COUNCIL, number)
            if parts:
                return int(parts[0][0]) if len(parts) == 1 else None
        return None

    def security_council_range(self, year: int) -> tuple[int, int | None] | None:
        """The widest range of numbers that can be of a year; its end is None while the year is open.

        A number whose year is not known (2671) belongs to the range of both years. None for years outside coverage.
        """
        if self._years is None:
            extents: dict[int, tuple[int, int]] = {}
            for layer in self._layers:
                for part, (low, high) in layer.extents(_COUNCIL).items():
                    known = extents.get(int(part), (low, high))
                    extents[int(part)] = (min(low, known[0]), max(high, known[1]))
            last = max((series.last for series in self.series() if series.folder == _COUNCIL), default=0)
            self._years = widest(extents, last)
        return self._years.get(year)

    def session_years(self, session: int) -> tuple[int, int]:
        """In which two calendar years a regular session of the General Assembly sits. ValueError below the first."""
        if session < 1:
            raise ValueError(f"there is no session {session} of the General Assembly")
        fact = self._fact("session general-assembly", str(session))
        opens = int(fact["year"]) if fact and "year" in fact else 1945 + session
        return opens, opens + 1

    def adopted(self, entry_id: str) -> Date | None:
        """When a resolution, decision or statement was adopted: the day or the month, whichever is sure; else None.

        A text may rightly give another date where `Entry.dates` of the same entry has one (a part of the number that
        was adopted later, a meeting that ran past midnight).
        """
        entry = self.resolve(entry_id).entry
        return entry.adopted() if entry is not None and entry.kind == "resolutions" else None

    def title(self, entry_id: str) -> str | None:
        """The title that a source bears, which one in quotation marks may be held against; else None.

        Catalogues' keywords and the agenda items of meetings are no titles (field `subject`).
        """
        entry = self.resolve(entry_id).entry
        return entry.text("title") if entry is not None else None

    def letters(self, folder: str, part: int | str, number: int) -> tuple[str, ...]:
        """The letters of which a number has rows (`A`, `B`), an empty one where it also stands alone.

        `folder` as the series of a body names it; `part` is the year or session. Nothing says that there are no others.
        """
        found = [letter for layer in self._layers for letter in layer.letters(folder, number, str(part))]
        return tuple(sorted(set(found)))

    def assembly_session_of(self, number: int) -> tuple[int, int] | None:
        """First and last regular session that can have given a running number (1 to 3541) of the General Assembly.

        Wide where nothing is attested in between; None for numbers outside the run. Sessions after the thirtieth, and
        the special ones that number by themselves, are not meant.
        """
        return sessions.regular_bounds(self._attested(), number)

    def assembly_session_named(self, number: int) -> str | None:
        """The session, regular or special, of which a running number surely is: `XXI`, `S-VI`, `ES-V`; else None."""
        found = sessions.session_of(self._attested(), number)
        return None if found is None else sessions.roman(found)

    def assembly_last_number(self, session: int | str) -> int | None:
        """The highest resolution number that is attested for a session. There may be higher ones."""
        fact = self._fact("session general-assembly", str(session))
        return int(fact["last-number"]) if fact and "last-number" in fact else None

    def rights_council_year(self, session: int | str) -> int | None:
        """The year of a session of the Human Rights Council (`16`, `S-17`); None where it is not known."""
        fact = self._fact("session human-rights-council", str(session))
        return int(fact["year"]) if fact and "year" in fact else None

    def meeting_year(self, meeting: int) -> int | None:
        """The year of a numbered meeting of the Security Council (S/PV.3205); None where it is not surely known."""
        found = [
            int(year)
            for year, fact in self._facts("meetings security-council").items()
            if fact["first"] <= meeting <= fact["last"]
        ]
        return found[0] if len(found) == 1 else None

    def _attested(self) -> list[sessions.Numbers]:
        return sessions.attested(self._facts("session general-assembly"))

    def running_years(self, folder: str, number: int) -> tuple[int | None, int | None]:
        """First and last year that a number of a series that runs on can have, from the known numbers around it.

        `folder` of its rows, as the series of a body names it. None where no number on that side is known.
        """
        extents = [
            (int(part), low, high) for layer in self._layers for part, (low, high) in layer.extents(folder).items()
        ]
        return between(extents, number)

    def meeting_years(self, body: str, number: int) -> tuple[int | None, int | None]:
        """First and last year that a numbered meeting of a body (`committee-of-ministers`) can have been held in."""
        facts = self._facts(f"meetings {body}").items()
        return between([(int(year), int(fact["first"]), int(fact["last"])) for year, fact in facts], number)

    def _all_facts(self, space: str) -> dict[str, Mapping[str, Any]]:
        """Every fact of a space; of two with one key that of the winning base."""
        out: dict[str, Mapping[str, Any]] = {}
        for layer in reversed(self._layers):
            out |= layer.facts(space)
        return out

    def agenda_title(self, session: int, item: int | str) -> str | None:
        """The title of an agenda item of a session of the General Assembly, as its documents print it."""
        fact = self._fact("agenda general-assembly", f"{session}/{item}")
        return str(fact["title"]) if fact else None

    def _one_fact(self, space: str, key: str) -> Mapping[str, Any] | None:
        return next((fact for layer in self._layers if (fact := layer.fact(space, key))), None)
