"""Make the resolutions and recommendations of kb/coe/parliamentary-assembly, one file a year.

usage: kb_pace.py FOLDER    (the folder with pace_texts_cited.csv, pace_anchors.csv)

The numbers run on, so that years never fall: a number whose year breaks the run that most citations support is a
slip of a citing text and left out. Titles and days are those of citing texts; what fewer than three of them say is left
out or called cited.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from kb_rows import table, whole, write_acts

BASE = Path(__file__).resolve().parents[1] / "kb" / "coe" / "parliamentary-assembly"
CITED = (
    "judgments of the European Court of Human Rights that cite the text "
    "(github josemreis @1843bc2, michalziga @8b0403a)"
)
PAGES = "assembly.coe.int, wcd.coe.int and docslib.org/doc/10082850, as seen by hand"
FOLDERS = {"Resolution": "resolutions", "Recommendation": "recommendations", "Opinion": "opinions"}
UNVERIFIED = "general knowledge"
BELIEVED = 3  # citing texts from which a title or a day is believed


def run(found: dict[int, dict[int, int]]) -> dict[int, int]:
    """Number to year: the run with no falling year that most citations support. `found`: number, year, citations."""
    best: list[tuple[int, dict[int, int]]] = []
    for number in sorted(found):
        for year, support in sorted(found[number].items()):
            before = [one for one in best if next(reversed(one[1])) < number and one[1][next(reversed(one[1]))] <= year]
            weight, chain = max(before, key=lambda one: one[0], default=(0, {}))
            best.append((weight + support, {**chain, number: year}))
    return max(best, key=lambda one: one[0])[1]


def authored() -> set[int]:
    """Numbers of resolutions that have a file of their own."""
    folder = Path(__file__).resolve().parents[1] / "kb" / "coe" / "parliamentary-assembly"
    return {int(file.stem.rpartition("-")[2]) for file in folder.glob("resolution-*.yaml")}


def fields(number: int, year: int, row: dict[str, str]) -> dict[str, object]:
    """The row of one text."""
    out: dict[str, object] = {"number": number}
    day, support = row.get("adoption_date_candidate", ""), int(row.get("date_support") or 0)
    if day.startswith(str(year)):
        out["adopted" if support >= BELIEVED else "cited-date"] = day
    title = re.sub(r"^(?:the )?[“”\"]|[“”\"]$", "", row.get("title_candidate", "")).strip()
    if int(row.get("title_support") or 0) >= BELIEVED and whole(title):
        out["subject"] = title
    return out


def main(folder: Path) -> None:
    """Write the files of each series."""
    support: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    rows: dict[tuple[str, int, int], dict[str, str]] = {}
    for row in table(folder, "pace_texts_cited.csv"):
        key = row["type"], int(row["number"]), int(row["year"])
        support[key[0]][key[1]][key[2]] = int(row["citations"])
        rows[key] = row
    for row in table(folder, "pace_anchors.csv"):
        if row["series"] in FOLDERS and UNVERIFIED not in row["source"]:
            known = support[row["series"]][int(row["number"])]
            known[int(row["year"])] = known.get(int(row["year"]), 0) + BELIEVED
    for kind, found in support.items():
        groups: dict[str, list[dict[str, object]]] = defaultdict(list)
        for number, year in run(found).items():
            if kind != "Resolution" or number not in authored():
                groups[str(year)].append(fields(number, year, rows.get((kind, number, year), {})))
        write_acts(BASE / FOLDERS[kind], groups, dict.fromkeys(groups, (CITED, PAGES)))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
