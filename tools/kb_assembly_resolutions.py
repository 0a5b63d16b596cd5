"""Regenerate the resolutions of the General Assembly from the CSV folder given as argument.

usage: kb_assembly_resolutions.py CSV_FOLDER

`kb/un/general-assembly/resolutions/` holds those that are numbered by session, `resolutions-to-1975/` those that run
from 1 to 3541. Left out: numbers above the highest that is attested for a session (they are decisions), numbers that
cannot be of the session they are filed under, and entries that are authored. What makes a date sure is said in
kb_dates.py; which titles are the resolution's own, in `title`.
"""

from __future__ import annotations

import datetime
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import kb_dates
import kb_running_numbers
from kb_rows import bare, table, whole, write_acts

from juslint.knowledge.sessions import arabic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kb_dates import Act, Sure

BASE = Path(__file__).resolve().parents[1] / "kb" / "un" / "general-assembly"
VOTES_SURE = range(58, 76)  # SOURCES.md: before, the roll calls' day is wrong and the month right
NUMBERED_BY_ORDER = 13  # before this session resolutions were numbered by committee, not by day
TEXTS = "github UN-EOSG-Analytics/un-mandates-housekeeping @3ca4aa8"
ROLL_CALLS = "roll calls (github un-project/un-votes @ab564a3, data/369.csv, after E. Voeten)"
ORIGIN = {
    "mandate-doc": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
    "mandate-doc-end": f"compilations of resolutions ({TEXTS}, public/data/paragraphs)",
    "mined": "dates cited in United Nations texts",
    "ppb2026": f"titles: proposed programme budget for 2026 ({TEXTS}, data/input/ppb2026)",
    "ppb2026-group": f"titles: proposed programme budget for 2026 ({TEXTS}, data/input/ppb2026)",
    "voeten-short": ROLL_CALLS,
    "voeten-dhl": ROLL_CALLS,
    "confirmed by reading": f"front matter of resolutions ({TEXTS}, public/data/paragraphs)",
}
READ = {"39/46": "1984-12-10"}  # front matter read for SOURCES.md, "Spot checks done"
AUTHORED = {"217 A (III)"}  # entries of their own, in kb/treaties/
OVERRUN = datetime.timedelta(days=10)  # the closing days of special sessions are not verified


def judged(row: dict[str, str]) -> Act:
    """The row with a first verdict on its date, by its own sources."""
    session = arabic(row["session"])
    sources = set(row["date_sources"].split("+"))
    sure: Sure = "none"
    why, date = "no date", row["adoption_date"] or row["adoption_month"]
    if not date:
        pass
    elif "confirmed by reading" in sources or READ.get(row["number_form"]) == date:
        sure, why = "day", "read"
    elif "mandate-doc" in sources:
        sure, why = "day", "front matter"
    elif sources & {"voeten-dhl", "voeten-short"} and session.isdigit() and int(session) in VOTES_SURE:
        sure, why = ("cited", "dissent") if row["date_conflicts"] else ("day", "roll calls")
    elif not row["adoption_date"]:
        sure, why = "month", "roll calls' month"
    elif kb_dates.by_citations(row) or ("mandate-doc-end" in sources and _often(row)):
        sure, why = "day", "citations"
    else:
        why = (
            "dissent" if row["date_conflicts"] else "weak document" if "mandate-doc-end" in sources else "few citations"
        )
        sure = "cited"
    act = kb_dates.Act(session, int(row["number"]), row["part"], date, sure, why, row)
    return kb_dates.inside(act, *_window(session, row))


def _often(row: dict[str, str]) -> bool:
    return int(row["date_support"] or 0) >= kb_dates.ENOUGH_CITATIONS


def _window(session: str, row: dict[str, str]) -> tuple[str, str]:
    """First and last day on which a session can have adopted anything."""
    if not session.isdigit():
        return row["opens"], row["closes"]
    number = int(session)
    return (f"{1945 + number}-09-01", f"{1946 + number}-09-30") if number > 1 else ("1946-01-10", "1946-12-31")


def title(act: Act, proper: set[str]) -> dict[str, object]:
    """The title, where the text itself or the budget's table of mandates gives it; else what it is about.

    A catalogue's title counts where some resolution bears the very same. The budget's title of a lettered part may be
    that of the whole, so that it does not.
    """
    text, source = act.row["title"].replace(" : ", ": "), act.row["title_source"]
    if not any(map(str.isalpha, text)) or text == "NA" or source in ("mined-entitled", "mandate-doc-end"):
        return {}
    own = source == "mandate-doc" or (source == "ppb2026" and not act.letter)
    own = own or (source == "voeten-dhl" and bare(text) in proper)
    return {"title" if own and whole(text) else "subject": text}


def acts(folder: Path) -> list[Act]:
    """Every resolution, with a verdict on its date that takes its neighbours into account."""
    closing = {}
    for row in table(folder, "ga_special_sessions.csv"):
        closes = datetime.date.fromisoformat(row["closes"]) + OVERRUN if row["closes"] else datetime.date.max
        closing[f"{row['kind']}-{row['number']}"] = row["opens"], closes.isoformat()
    fitting = kb_running_numbers.fit(folder)
    sessions: dict[str, list[Act]] = defaultdict(list)
    for row in table(folder, "ga_resolutions.csv"):
        session = arabic(row["session"])
        if session in closing:
            row["opens"], row["closes"] = closing[session]
        if fitting(row["session"], int(row["number"])) and row["number_form"] not in AUTHORED:
            sessions[session].append(judged(row))
    out: list[Act] = []
    for session, members in sessions.items():
        by_order = session.isdigit() and int(session) >= NUMBERED_BY_ORDER
        out += kb_dates.in_order(members) if by_order else map(_unordered, members)
    lone = kb_dates.lone_parts(out)
    return [act.told("cited", "another part exists") if act in lone and act.date else act for act in out]


def _unordered(act: Act) -> Act:
    return act.told("cited", "month without order") if act.sure == "month" else act


def fields(act: Act, apart: list[dict[str, str]], proper: set[str]) -> dict[str, object]:
    """The row of a resolution."""
    out: dict[str, object] = {"number": act.number}
    if act.letter:
        out["letter"] = act.letter
    out |= act.fields() | title(act, proper)
    if apart and act.sure in ("day", "month"):
        out["other-dates"] = apart
    return out


def origins(members: Iterable[Act]) -> list[str]:
    """Where the facts of some rows come from."""
    named = {source for act in members for source in act.row["date_sources"].split("+") if act.date}
    named |= {act.row["title_source"] for act in members}
    named |= {"voeten-dhl" for act in members if act.row["vote_yes"]}
    return sorted({ORIGIN[source] for source in named if source in ORIGIN}) or ["numbers cited in United Nations texts"]


def main(folder: Path) -> None:
    every = acts(folder)
    apart = kb_dates.parts_apart(every)
    proper = {bare(act.row["title"]) for act in every if act.row["title_source"] in ("mandate-doc", "ppb2026")}
    groups: dict[str, dict[str, list[Act]]] = {
        "resolutions": defaultdict(list),
        "resolutions-to-1975": defaultdict(list),
    }
    for act in sorted(every, key=lambda act: (act.number, act.letter)):
        running = act.row["number_form"].endswith(")")
        groups["resolutions-to-1975" if running else "resolutions"][act.part].append(act)
    for name, sessions in groups.items():
        rows = {
            part: [fields(act, apart.get(act, []), proper) for act in members] for part, members in sessions.items()
        }
        write_acts(BASE / name, rows, {part: origins(members) for part, members in sessions.items()})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
