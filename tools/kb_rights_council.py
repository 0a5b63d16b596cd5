"""Regenerate the Human Rights Council's sessions, resolutions and decisions from the CSV folder given as argument.

usage: kb_rights_council.py CSV_FOLDER

Days of sessions are written where a report of the Council gives them; the year of a regular session follows from
three a year since 2006, which every dated resolution bears out. What makes a date sure is said in kb_dates.py; of
sessions 9 and 15, which texts mostly cite by a wrong day, citations count for nothing.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import kb_dates
from kb_rows import table, whole, write, write_acts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb_dates import Act, Sure

BASE = Path(__file__).resolve().parents[1] / "kb" / "un" / "human-rights-council"
MISCITED = {"9", "15"}
READ = {"A/HRC/RES/17/4": "2011-06-16"}  # front matter read for SOURCES.md, "Spot checks done"
TEXTS = "github UN-EOSG-Analytics/un-mandates-housekeeping @3ca4aa8"
ORIGIN = {
    "mandate-doc": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
    "confirmed by reading": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
    "mined": "dates cited in United Nations texts",
    "mined-org": "dates cited in United Nations texts",
    "ppb2026": f"titles: proposed programme budget for 2026 ({TEXTS}, data/input/ppb2026)",
}
MONTHS = (("02-01", "06-30"), ("05-15", "07-31"), ("09-01", "12-31"))  # of the three regular sessions of a year
FIRST_YEAR = {"1": "2006-06", "2": "2006-09", "3": "2006-11"}  # the first began in June, the second was resumed


def window(session: str) -> tuple[str, str]:
    """First and last day on which a session can have adopted anything."""
    if session in FIRST_YEAR:
        return f"{FIRST_YEAR[session]}-01", "2006-12-31"
    if not session.isdigit():
        return "2006-06-01", "2999-12-31"
    year, place = 2006 + (int(session) - 1) // 3, (int(session) - 1) % 3
    return f"{year}-{MONTHS[place][0]}", f"{year}-{MONTHS[place][1]}"


def judged(row: dict[str, str]) -> Act:
    """The row with a first verdict on its date, by its own sources."""
    sources, session = set(row["date_sources"].split("+")), row["session"]
    sure: Sure = "none"
    why, date = "no date", row["adoption_date"]
    if date:
        if "confirmed by reading" in sources or READ.get(row["symbol"]) == date:
            sure, why = "day", "read"
        elif "mandate-doc" in sources:
            sure, why = "day", "front matter"
        elif session in MISCITED:
            sure, why = "cited", "miscited session"
        elif kb_dates.by_citations(row):
            sure, why = "day", "citations"
        else:
            sure, why = "cited", "dissent" if row["date_conflicts"] else "few citations"
    act = kb_dates.Act(session, int(row["number"]), "", date, sure, why, row)
    return kb_dates.inside(act, *window(session))


def acts(folder: Path, kind: str) -> dict[str, list[Act]]:
    """Session to its resolutions (`res`) or decisions (`dec`), in order of number."""
    sessions: dict[str, list[Act]] = defaultdict(list)
    for row in table(folder, "hrc_resolutions.csv"):
        if row["type"] == kind:
            sessions[row["session"]].append(judged(row))
    return {session: kb_dates.in_order(members) for session, members in sessions.items()}


def fields(act: Act) -> dict[str, object]:
    """The row of a resolution. Titles that only citing texts give belong to other resolutions too often."""
    out: dict[str, object] = {"number": act.number, **act.fields()}
    if act.row["title_source"] in ("mandate-doc", "ppb2026") and whole(act.row["title"]):
        out["title"] = act.row["title"]
    return out


def origins(members: Iterable[Act]) -> list[str]:
    """Where the facts of some rows come from."""
    named = {source for act in members for source in act.row["date_sources"].split("+") if act.date}
    named |= {act.row["title_source"] for act in members}
    return sorted({ORIGIN[source] for source in named if source in ORIGIN}) or ["numbers cited in United Nations texts"]


def sessions(folder: Path, every: Iterable[Act]) -> dict[str, list[dict[str, object]]]:
    """Regular and special sessions. The special ones run from the first to the last that is known."""
    years = {act.part: int(act.date[:4]) for act in every if act.sure == "day"}
    regular: list[dict[str, object]] = []
    special: dict[int, dict[str, object]] = {}
    for row in table(folder, "hrc_sessions.csv"):
        sourced = row["source"].startswith("A/")
        number = int(row["session"].removeprefix("S-"))
        out: dict[str, object] = {"number": number}
        if row["kind"] == "regular":
            out["year"] = 2006 + (number - 1) // 3
        elif sourced:
            out["year"] = int(row["year"])
        if sourced and len(row["from"]) == len("2011-02-28"):
            out["opened"] = row["from"]
        if sourced and row["to"]:
            out["closed"] = row["to"]
        if row["kind"] == "regular":
            regular.append(out)
        else:
            special[number] = out
    for number in range(1, max(special) + 1):
        held = special.setdefault(number, {"number": number})
        if f"S-{number}" in years:
            held["year"] = years[f"S-{number}"]
    return {"regular": regular, "special": [special[number] for number in sorted(special)]}


def main(folder: Path) -> None:
    every: list[Act] = []
    for name, kind in (("resolutions", "res"), ("decisions", "dec")):
        groups = acts(folder, kind)
        every += (act for members in groups.values() for act in members)
        rows = {session: [fields(act) for act in members] for session, members in groups.items()}
        write_acts(BASE / name, rows, {session: origins(members) for session, members in groups.items()})
    write(
        BASE / "sessions.yaml",
        (
            "days of sessions 16 and 17 and of special sessions 14 to 17: A/66/53",
            "days of sessions 34 to 36 and of special session 26: A/72/53 and Add.1",
            "year of a regular session: three a year since 2006; of a special one: dates of its resolutions",
        ),
        sessions(folder, every),
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
