"""Make the decisions of the Permanent Court of International Justice in kb/courts/pcij, one file a series.

usage: kb_pcij.py FOLDER    (the folder with pcij_cases.csv)

The list gives for some numbers the day of another decision under the same number (the intervention in the Wimbledon
case): its days are shown, and no rule goes by them.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from kb_rows import table, write

BASE = Path(__file__).resolve().parents[1] / "kb" / "courts" / "pcij"
ORIGIN = "Corpus of Decisions: Permanent Court of International Justice (CC0; github SeanFobbe/cd-pcij @16f4481)"
SERIES = {"A": "A", "B": "B", "AB": "A/B"}
FILES = {"A": "series-a", "B": "series-b", "AB": "series-a-b"}


def main(folder: Path) -> None:
    """Write the three files; a number that stands twice has the name that stands first."""
    groups: dict[str, dict[int, dict[str, object]]] = defaultdict(dict)
    for row in table(folder, "pcij_cases.csv"):
        number = int(row["number"])
        title = row["case_name"].replace("\u201a", ",").replace("No.3", "No. 3")
        out: dict[str, object] = {"id": f"P.C.I.J., Series {SERIES[row['series']]}, No. {number}", "title": title}
        if row["judgment_or_opinion_date"]:
            out["cited-date"] = row["judgment_or_opinion_date"]
        groups[row["series"]].setdefault(number, out)
    for series, rows in groups.items():
        write(BASE / f"{FILES[series]}.yaml", (ORIGIN,), {"rows": [rows[number] for number in sorted(rows)]})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
