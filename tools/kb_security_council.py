"""Regenerate kb/un/security-council/resolutions/ from the CSV folder given as argument.

usage: kb_security_council.py CSV_FOLDER

Rows without a sure year (2671) are left out, and so is the day where only one citing text gives it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from kb_rows import table, write

FOLDER = Path(__file__).resolve().parents[1] / "kb" / "un" / "security-council" / "resolutions"
ENOUGH_CITATIONS = 3  # SOURCES.md: fewer citing texts than this may all be wrong
MEETING_TABLES = "Dag Hammarskjöld Library, meeting tables (github intreleng-research/unsc-dataset @80fede2)"
VOTES = "Council votes (github oliverunv/Voting-Agent @58350bb, data/sc_voting.csv)"
ORIGIN = {
    "UN SC meetings table": MEETING_TABLES,
    "resolution text": "texts of the resolutions (github UN-EOSG-Analytics/un-mandates-housekeeping @3ca4aa8)",
    "oliverunv/Voting-Agent sc_voting.csv": VOTES,
    "hand correction": "github SeanFobbe/cr-unsc @ba7a562",
    "cited": "dates cited in United Nations texts",
    "meeting 21/22 Oct": MEETING_TABLES,
}


def origin(source: str) -> str | None:
    """The origin that a row's date source stands for; None for a row whose date was not found."""
    return next((name for prefix, name in ORIGIN.items() if source.startswith(prefix)), None)


def adopted(row: dict[str, str]) -> str | None:
    """The day of adoption where it is known well enough to be held against a text."""
    cited = row["date_source"].startswith("cited")
    if cited and int(row["date_source"].rpartition("n=")[2].rstrip(")")) < ENOUGH_CITATIONS:
        return None
    return row["adoption_date"] or None


def other_dates(number: str, day: str, others: dict[str, dict[str, str]]) -> list[dict[str, str]]:
    """Days that another source gives. They may be misread, so that they can silence a finding and never cause one."""
    other = others.get(number, {"alt_date_in_text": "", "adopted": ""})
    if other["alt_date_in_text"] not in ("", day):
        return [{"date": other["alt_date_in_text"], "what": "read in the text of the resolution"}]
    if other["adopted"] not in ("", day):
        return [{"date": other["adopted"], "what": "day on which the meeting began, by the meeting table"}]
    return []


def main(folder: Path) -> None:
    others = {row["number"]: row for row in table(folder, "sc_resolutions.csv")}
    years: dict[str, list[dict[str, object]]] = defaultdict(list)
    origins: dict[str, dict[str, None]] = defaultdict(dict)
    for row in sorted(table(folder, "sc_resolutions_full.csv"), key=lambda row: int(row["number"])):
        if not row["year"]:
            continue
        out: dict[str, object] = {"number": int(row["number"])}
        day = adopted(row)
        if day:
            out["adopted"] = day
        if row["topic"] and not row["topic"].startswith("S/"):  # one row holds the draft's symbol instead
            out["subject"] = row["topic"]
        other = other_dates(row["number"], day, others) if day else []
        if other:
            out["other-dates"] = other
        years[row["year"]].append(out)
        name = origin(row["date_source"])
        if name:
            origins[row["year"]][name] = None
    for year, rows in years.items():
        write(FOLDER / f"{year}.yaml", origins[year], {"rows": rows})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
