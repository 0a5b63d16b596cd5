"""Regenerate the sessions and agenda items of kb/un/general-assembly/ from the CSV folder given as argument.

usage: kb_general_assembly.py CSV_FOLDER

Opening days are general knowledge for all sessions but the 31st, so only that one is written. The year of a special
session is written where a dated resolution of the session confirms it. `first-number` and `last-number` are what is
attested, not what was adopted.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import kb_running_numbers
from kb_rows import table, write

FOLDER = Path(__file__).resolve().parents[1] / "kb" / "un" / "general-assembly"
SUPPORT = 3  # citing texts that must agree on a resolution's date before it confirms a year


def confirmed_years(folder: Path) -> dict[str, set[str]]:
    """Session label (`S-VI`, `S-19`, `ES-10`) to the years in which it surely adopted resolutions."""
    years = defaultdict(set)
    for row in table(folder, "ga_resolutions.csv"):
        sure = "mandate-doc" in row["date_sources"] or int(row["date_support"] or 0) >= SUPPORT
        if row["session"].startswith(("S-", "ES-")) and row["adoption_date"] and sure:
            years[row["session"]].add(row["adoption_date"][:4])
    return years


def numbers(folder: Path) -> dict[str, dict[str, object]]:
    """Session (`21`, `S-6`, `60`) to the fields that say which resolution numbers are attested for it."""
    running = kb_running_numbers.attested(folder).items()
    out: dict[str, dict[str, object]] = {
        session: {"first-number": first, "last-number": last} for session, (first, last) in running
    }
    for row in table(folder, "ga_resolution_numbers_31_on.csv"):
        out[row["session"]] = {"last-number": int(row["highest_attested"])}
    return out


def special_sessions(folder: Path, kind: str) -> list[dict[str, object]]:
    confirmed, attested = confirmed_years(folder), numbers(folder)
    out = []
    for row in table(folder, "ga_special_sessions.csv"):
        if row["kind"] != kind:
            continue
        session: dict[str, object] = {"number": int(row["number"])}
        year = row["opens"][:4]
        if year in confirmed[row["roman_label"]] | confirmed[f"{kind}-{row['number']}"]:
            session["year"] = int(year)
        out.append(session | attested.get(f"{kind}-{row['number']}", {}))
    return out


def main(folder: Path) -> None:
    sessions = []
    attested = numbers(folder)
    for row in table(folder, "ga_sessions.csv"):
        session: dict[str, object] = {
            "number": int(row["session"]),
            "name": row["ordinal_words"],
            "year": int(row["year_opens"]),
        }
        if row["date_source"].startswith("digitallibrary"):
            session["opened"] = row["opening_date"]
        sessions.append(session | attested.get(row["session"], {}))
    write(
        FOLDER / "sessions.yaml",
        (
            "year of opening: general-debate folders (github MafiAtUN/osaa-unga-analysis); 81st by arithmetic",
            "opening day of the 31st: digitallibrary.un.org/record/189104",
            "special sessions: numbers from the Editorial Manual; years from dated resolutions of the session",
            "numbers: resolutions as cited in United Nations texts; roll calls (github dgrtwo/unvotes)",
            "last number of the thirtieth session: research.un.org/en/docs/ga/resolutions",
        ),
        {
            "regular": sessions,
            "special": special_sessions(folder, "S"),
            "emergency": special_sessions(folder, "ES"),
        },
    )
    items = [
        {"session": int(row["session"]), "item": int(row["item"]), "title": row["title"]}
        for row in table(folder, "ga_agenda_items.csv")
    ]
    items.sort(key=lambda row: (row["session"], row["item"]))
    letters = (
        "A/66/708-S/2012/117, A/73/878-S/2019/406, A/74/676-S/2020/90, A/75/660-S/2020/1267, A/75/574-S/2020/1083, "
        "A/75/566-S/2020/1073, A/75/869-S/2021/421; letters of Azerbaijan of 23 February 2023 and 25 February 2026"
    )
    origins = [f"mastheads of United Nations documents: {letters}"]
    write(FOLDER / "agenda-items.yaml", origins, {"rows": items})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
