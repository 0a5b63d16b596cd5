"""Make the recommendations and the Deputies' meetings of kb/coe/committee-of-ministers.

usage: kb_coe.py FOLDER    (the folder with cm_recommendations_cited.csv, coe_cm_meetings.csv)

Titles and days are those of citing texts; what fewer than three of them say is left out or called cited.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from kb_rows import table, whole, write, write_acts

BASE = Path(__file__).resolve().parents[1] / "kb" / "coe" / "committee-of-ministers"
CITED = (
    "judgments of the European Court of Human Rights that cite the text "
    "(github josemreis @1843bc2, michalziga @8b0403a)"
)
PAGES = "wcd.coe.int and rm.coe.int, decisions of the Deputies, as seen by hand; assembly.coe.int, Doc. 7265"
BELIEVED = 3  # citing texts from which a title or a day is believed
PREFIXED_SINCE = 2007  # recommendations of this year and later are numbered CM/Rec
LEFT_OVER = re.compile(r"(?:,? of \d{1,2} [A-Z][a-z]+ \d{4}|,? (?:R|Rec|CM/Rec|according to which:?)|[,:])$")


def fields(row: dict[str, str]) -> dict[str, object]:
    """The row of one recommendation."""
    out: dict[str, object] = {"number": int(row["number"])}
    day = row["adoption_date_candidate"]
    if day.startswith(row["year"]):
        out["adopted" if int(row["date_support"]) >= BELIEVED else "cited-date"] = day
    title = LEFT_OVER.sub("", row["title_candidate"]).removesuffix(")").strip()
    if int(row["title_support"]) >= BELIEVED and whole(title) and title.count("(") == title.count(")"):
        out["subject"] = title
    return out


def main(folder: Path) -> None:
    """Write the recommendations, one file a year, and the meetings."""
    groups: dict[str, dict[str, list[dict[str, object]]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(table(folder, "cm_recommendations_cited.csv"), key=lambda row: int(row["number"])):
        year = int(row["year"])
        if row["series"] == "R" and year < 2000:
            groups["recommendations-to-1999"][row["year"]].append(fields(row))
        elif row["series"] == "Rec":
            place = "recommendations" if year >= PREFIXED_SINCE else "recommendations-to-2006"
            groups[place][row["year"]].append(fields(row))
    for place, found in groups.items():
        write_acts(BASE / place, found, dict.fromkeys(found, (CITED,)))
    meetings: dict[int, list[int]] = defaultdict(list)
    for row in table(folder, "coe_cm_meetings.csv"):
        number = re.match(r"\d+", row["deputies_meeting"])
        if number:
            meetings[int(row["date"][:4])].append(int(number[0]))
    rows: list[dict[str, object]] = [
        {"year": year, "first": min(found), "last": max(found)} for year, found in sorted(meetings.items())
    ]
    write(BASE / "meetings.yaml", (PAGES,), {"rows": rows})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
