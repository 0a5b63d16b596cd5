"""Regenerate resolutions and decisions of the Economic and Social Council and of its Commission on Human Rights.

usage: kb_economic_council.py CSV_FOLDER

Numbers from 200 on are decisions, whatever the table of mandates calls them. Left out: numbers that cannot be of
their session, and those that also are a General Assembly resolution of the same number and session. What makes a date
sure is said in kb_dates.py.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import kb_dates
from kb_rows import table, whole, write_acts

from juslint.knowledge.sessions import arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb_dates import Act, Sure

BASE = Path(__file__).resolve().parents[1] / "kb" / "un"
FIRST_DECISION = 200
EARLY_START = 2014  # since then the year of the Council begins in July of the year before
READ = {"E/RES/1503(XLVIII)": "1970-05-27", "E/RES/1996/31": "1996-07-25"}  # SOURCES.md, "Spot checks done"
TEXTS = "github UN-EOSG-Analytics/un-mandates-housekeeping @3ca4aa8"
ORIGIN = {
    "mandate-doc": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
    "mandate-doc-end": f"compilations of resolutions ({TEXTS}, public/data/paragraphs)",
    "confirmed by reading": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
    "mined": "dates cited in United Nations texts",
    "ppb2026": f"titles: proposed programme budget for 2026 ({TEXTS}, data/input/ppb2026)",
}


def judged(row: dict[str, str]) -> Act:
    """The row with a first verdict on its date, by its own sources."""
    sources = set(row.get("date_sources", "mined").split("+"))
    sure: Sure = "none"
    why, date = "no date", row["adoption_date"]
    if date:
        if "confirmed by reading" in sources or READ.get(row["symbol"]) == date:
            sure, why = "day", "read"
        elif "mandate-doc" in sources:
            sure, why = "day", "front matter"
        elif kb_dates.by_citations(row):
            sure, why = "day", "citations"
        else:
            weak = "weak document" if "mandate-doc-end" in sources else "few citations"
            sure, why = "cited", "dissent" if row["date_conflicts"] else weak
    part = row.get("year_or_session") or row["year"]
    act = kb_dates.Act(arabic(part), int(row["number"]), row.get("part", ""), date, sure, why, row)
    return kb_dates.inside(act, *_window(act))


def _window(act: Act) -> tuple[str, str]:
    if len(act.part) < len("1978"):
        return kb_dates.years(1946, 1977)
    year = int(act.part)
    if act.row["symbol"].startswith("E/CN.4/"):
        return f"{year}-01-15", f"{year}-05-31"  # the Commission sat from February to April
    return f"{year - 1}-07-01" if year >= EARLY_START else f"{year}-01-01", f"{year}-12-31"


def acts(folder: Path) -> dict[str, dict[str, list[Act]]]:
    """Folder of the knowledge base to year or session to its resolutions or decisions, in order of number."""
    groups: dict[str, dict[str, list[Act]]] = defaultdict(lambda: defaultdict(list))
    assembly = {row["number_form"] for row in table(folder, "ga_resolutions.csv")}
    for row in table(folder, "ecosoc_resolutions.csv"):
        session = f" ({row['year_or_session']})"
        whole_number = f"{row['number']} {row['part']}".rstrip() + session
        if whole_number in assembly or f"{row['number']}{session}" in assembly or not _fits(row):
            continue
        act = judged(row)
        by_year = row["year_or_session"].isdigit()
        decision = row["type"] == "dec" or (by_year and act.number >= FIRST_DECISION)
        name = "decisions" if decision else "resolutions" if by_year else "resolutions-to-1977"
        groups[f"economic-and-social-council/{name}"][act.part].append(act)
    for row in table(folder, "chr_resolutions.csv"):
        name = "decisions" if row["type"] == "dec" else "resolutions"
        groups[f"commission-on-human-rights/{name}"][row["year"]].append(judged(row))
    return {
        name: {part: _ordered(name, _once(members)) for part, members in parts.items()}
        for name, parts in groups.items()
    }


def _once(members: list[Act]) -> list[Act]:
    """Of a decision that is listed as a resolution too: the row with a date, and the title of the other."""
    out: dict[tuple[int, str], Act] = {}
    for act in sorted(members, key=lambda act: not act.date):
        key = act.number, act.letter
        first = out.setdefault(key, act)
        if first is not act and not first.row["title"]:
            out[key] = replace(first, row={**first.row, **{name: act.row[name] for name in ("title", "title_source")}})
    return list(out.values())


def _fits(row: dict[str, str]) -> bool:
    """Whether a running number can be of its session: on average a session gave between twenty and fifty of them."""
    if row["year_or_session"].isdigit():
        return True
    session, number = int(arabic(row["year_or_session"])), int(row["number"])
    return number < (session + 1) * 50 and (session < 20 or number > session * 20)


def _ordered(name: str, members: list[Act]) -> list[Act]:
    """Resolutions since 1978 are numbered in order of adoption; of the others nothing is known."""
    by_order = name == "economic-and-social-council/resolutions"
    return kb_dates.in_order(members) if by_order else sorted(members, key=lambda act: (act.number, act.letter))


def fields(act: Act) -> dict[str, object]:
    """The row of a resolution."""
    out: dict[str, object] = {"number": act.number}
    if act.letter:
        out["letter"] = act.letter
    out |= act.fields()
    if act.row.get("title_source") in ("mandate-doc", "ppb2026") and whole(act.row["title"]):
        out["title"] = act.row["title"]
    return out


def origins(members: Iterable[Act]) -> list[str]:
    """Where the facts of some rows come from."""
    named = {source for act in members for source in act.row.get("date_sources", "mined").split("+") if act.date}
    named |= {act.row.get("title_source", "") for act in members}
    return sorted({ORIGIN[source] for source in named if source in ORIGIN}) or ["numbers cited in United Nations texts"]


def main(folder: Path) -> None:
    for name, parts in acts(folder).items():
        rows = {part: [fields(act) for act in members] for part, members in parts.items()}
        write_acts(BASE / name, rows, {part: origins(members) for part, members in parts.items()})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
