"""Regenerate the Security Council's presidential statements and meetings from the CSV folder given as argument.

usage: kb_council_statements.py CSV_FOLDER

Statements bear S/PRST/ symbols since 1994 and symbols of ordinary documents before. Every date is that of a meeting in
the tables of the library; one that lies apart from those of the symbols around it is only shown.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import kb_dates
from kb_rows import table, write, write_acts

BASE = Path(__file__).resolve().parents[1] / "kb" / "un" / "security-council"
MEETING_TABLES = "Dag Hammarskjöld Library, meeting tables (github intreleng-research/unsc-dataset @80fede2)"


def main(folder: Path) -> None:
    runs: dict[tuple[str, str], list[kb_dates.Act]] = defaultdict(list)
    for row in table(folder, "sc_presidential_statements.csv"):
        new = row["symbol"].startswith("S/PRST/")
        name = "presidential-statements" if new else "presidential-statements-to-1993"
        number = int(row["symbol"].rpartition("/")[2])
        act = kb_dates.Act(row["date"][:4], number, "", row["date"], "day", "meeting table", row)
        runs[name, row["symbol"].split("/")[2] if new else ""].append(act)
    groups: dict[str, dict[str, list[dict[str, object]]]] = defaultdict(lambda: defaultdict(list))
    for (name, _), acts in runs.items():
        for act in kb_dates.in_order(acts):
            about = {"meeting": act.row["meeting"], "subject": act.row["topic"].strip("-")}
            out: dict[str, object] = {"number": act.number, **act.fields()}
            out |= {name: text for name, text in about.items() if text}
            groups[name][act.part].append(out)
    for name, years in groups.items():
        write_acts(BASE / name, years, dict.fromkeys(years, (MEETING_TABLES,)))
    meetings: list[dict[str, object]] = [
        {"year": int(row["year"]), "first": int(row["first_pv"]), "last": int(row["last_pv"])}
        for row in table(folder, "sc_meeting_ranges.csv")
    ]
    write(BASE / "meetings.yaml", (f"{MEETING_TABLES}, to the middle of 2022",), {"rows": meetings})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
