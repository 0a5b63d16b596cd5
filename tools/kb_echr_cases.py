"""Regenerate kb/courts/echr/cases/: judgments, decisions and reports of the Strasbourg organs, a file a year.

usage: kb_echr_cases.py CSV_FOLDER AUTHORITY_CSV

AUTHORITY_CSV is hudoc_py/data/citation_authority.csv of the Python package echr-py 0.2.5: how the Court itself cites.

One row is one document: its language versions are one. Left out: decisions of the screening panels (undated), cases
that were only communicated, legal summaries. A date that another fact contradicts (the year of the application, the
ECLI) is left out; what has no sure date stands in `undated.yaml`.
"""

from __future__ import annotations

import csv
import datetime
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from kb_echr_authority import Authority
from kb_echr_names import Casing, alike, english, proper, unlabelled
from kb_rows import table, write

from juslint.knowledge.case_names import key, take_apart
from juslint.knowledge.respondents import Respondents
from juslint.knowledge.yaml_tree import read

KB = Path(__file__).resolve().parents[1] / "kb" / "courts" / "echr"
HUDOC = "HUDOC metadata (github mmetkov16/echr-dashboard-backend @bb03d21)"
RSS = "HUDOC news feeds (github trusthlt/echr-decisions-scraping-extraction @8624b02)"
LIST = "case-law references of the European Court of Human Rights (PyPI echr-py 0.2.5)"
APPLICATION = re.compile(r"[1-9]\d{0,5}/\d\d")
ECLI = re.compile(r"ECLI:CE:ECHR:(\d{4}):(\d\d)(\d\d)[A-Z]{3}(\d{7})(\d\d)")
FIRST, LAST = datetime.date(1955, 1, 1), datetime.date(2026, 11, 21)
KIND = {"HEJUD": "judgment", "HEDEC": "decision", "HEREP": "report"}
BODY = {
    "GRANDCHAMBER": "grand-chamber",
    "DECGRANDCHAMBER": "grand-chamber",
    "COMMITTEE": "committee",
    "ADMISSIBILITYCOM": "committee",
    "DECCOMMISSION": "commission",
    "COMMISSION": "commission",
}
FRENCH_KIND = {"": "decision", "Admissibility Decision": "decision", "Report": "report", "Chamber Judgment": "judgment"}
SUMMARIES = "clin"  # the Registry's legal summaries; other names are of texts that cite the case, and may be misspelt
NEW_COURT = "1998-11-01"  # before it decisions were the Commission's
LABELS = (
    (re.compile(r"just satisfaction|article (?:41|50)|satisfaction équitable", re.IGNORECASE), "just satisfaction"),
    (re.compile(r"friendly settlement|règlement amiable", re.IGNORECASE), "friendly settlement"),
    (re.compile(r"striking out|radiation", re.IGNORECASE), "striking out"),
    (re.compile(r"\((?:revision|rev\.|révision)", re.IGNORECASE), "revision"),
    (re.compile(r"\(interpr[eé]tation", re.IGNORECASE), "interpretation"),
    (re.compile(r"preliminary objection|exceptions? préliminaire", re.IGNORECASE), "preliminary objections"),
    (re.compile(r"\((?:on the merits|merits|fond)\)", re.IGNORECASE), "merits"),
)
Row = dict[str, Any]


def applications(text: str) -> list[str]:
    """The application numbers of a document in its own order, each once."""
    found = (part.strip() for part in text.split(";"))
    return list(dict.fromkeys(part for part in found if APPLICATION.fullmatch(part)))


def lodged(number: str) -> int:
    """The year in which an application was lodged."""
    year = int(number.rpartition("/")[2])
    return year + (1900 if year >= 54 else 2000)


def sure_date(day: str, numbers: list[str]) -> str | None:
    """The day where it is in the calendar, in the time of the Court, and not before the application."""
    try:
        date = datetime.date.fromisoformat(day)
    except ValueError:
        return None
    return day if FIRST <= date <= LAST and lodged(numbers[0]) <= date.year else None


def english_rows(folder: Path, slips: list[str]) -> list[Row]:
    """The documents that HUDOC has in English."""
    out = []
    for row in table(folder, "echr_cases_en.csv"):
        numbers, ecli = applications(row["appno"]), ECLI.fullmatch(row["ecli"])
        if ecli and not numbers:
            numbers = [f"{int(ecli[4])}/{ecli[5]}"]
        if row["doctype"] not in KIND or not numbers or not row["itemid"].startswith("001-"):
            continue
        day = sure_date(row["date"], numbers)
        if day is None or (ecli and day != f"{ecli[1]}-{ecli[2]}-{ecli[3]}"):
            slips.append(f"{row['itemid']} {numbers[0]} {row['date']} {row['ecli']}")
            day = None
        out.append({
            "date": day, "numbers": numbers, "kind": KIND[row["doctype"]], "by": BODY.get(row["branch"]),
            "docname": row["docname"], "proper": row["name_proper"], "source": row["name_source"],
            "french": row["docname_fr"],
            "importance": row["importance"], "item": int(row["itemid"][4:]),
        })  # fmt: skip
        if row["source"] == "trusthlt-rss" and row["doctype"] == "HEDEC":
            out[-1]["by"] = "commission"
    return out


def french_rows(folder: Path, rows: list[Row], slips: list[str]) -> list[Row]:
    """The documents that HUDOC has in French only; the French texts of the others are noted in `rows`."""
    known: dict[tuple[str, str | None], list[Row]] = defaultdict(list)
    items = {row["item"] for row in rows}  # the French list has some English texts
    for row in rows:
        for number in row["numbers"]:
            known[number, row["date"]].append(row)
    out: list[Row] = []
    for row in table(folder, "echr_docs_fr.csv"):
        numbers, label = applications(row["appno"]), row["doctype_label"]
        if not numbers or "Communicated" in label or "Summary" in label or "Screening" in label:
            continue
        if int(row["itemid"][4:]) in items:
            continue
        kind = FRENCH_KIND.get(label, "judgment")
        same = [one for one in known[numbers[0], row["date"]] if one["kind"] == kind or not label]
        if same:
            same[0].setdefault("item-fr", int(row["itemid"][4:]))
            same[0]["french"] = same[0]["french"] or row["docname_fr"]
            continue
        day = sure_date(row["date"], numbers)
        if day is None:
            slips.append(f"{row['itemid']} {numbers[0]} {row['date']}")
        old = label != "Chamber Judgment" and (day or "9") < NEW_COURT
        new = {
            "date": day, "numbers": numbers, "kind": kind, "by": "commission" if old else None, "docname": "",
            "proper": "", "source": "", "french": row["docname_fr"], "importance": "", "item": int(row["itemid"][4:]),
        }  # fmt: skip
        out.append(new)
        known[numbers[0], day].append(new)
    return out


def named(rows: list[Row], authority: Authority, states: Respondents, slips: list[str]) -> None:
    """Give every row the name under which the Court would cite it."""
    for row in rows:
        row["cited"] = authority.of(row["numbers"], row["date"], row["docname"] or row["french"])
    sure = [row["cited"].name for row in rows if row["cited"]]
    sure += [row["proper"] for row in rows if row["proper"]]
    casing = Casing(map(unlabelled, sure))
    better: dict[tuple[str, str], str] = {}  # an applicant's name with its marks, from another document of the case
    for row in rows:
        if row["cited"]:
            better.setdefault((row["numbers"][0], key(row["cited"].name)), row["cited"].name)
    for row in rows:
        title = row["docname"] or english(row["french"])
        name = proper(title, casing, states)
        own = unlabelled(row["proper"])
        if row["cited"]:
            name = row["cited"].name
        elif own and agree(title, own, states) and (row["source"] == SUMMARIES or key(own) == key(title)):
            name = proper(own, Casing(()), states)
        elif (row["numbers"][0], key(name)) in better:
            applicant = take_apart(better[row["numbers"][0], key(name)]).applicant
            name = name.replace(take_apart(name).applicant, applicant, 1)
        if own and not agree(title, own, states):
            slips.append(f"{row['item']} {row['docname']} | {own}")
        row["name"] = " ".join(name.split())


def agree(title: str, name: str, states: Respondents) -> bool:
    """Whether a name is that of a title: the same States, and applicants that may be one."""
    one, other = (states.codes(take_apart(unlabelled(text)).respondent) for text in (title, name))
    return one is not None and one == other and alike(unlabelled(title), name)


def french_name(row: Row, authority: Authority) -> str | None:
    """The French name where it is another than arithmetic makes of the English one."""
    name = authority.french(row["numbers"], row["date"]) or unlabelled(row["french"])
    if not name or not row["docname"] or key(name) == key(row["name"]) or not take_apart(name).respondent:
        return None
    return name if name != name.upper() and alike(name, row["name"]) else None


def label(row: Row) -> str | None:
    """What the Court writes in brackets behind the name; (dec.) and [GC] are told from the kind and the body."""
    texts = (row["cited"].citation if row["cited"] else "", row["docname"], row["french"])
    said = " ".join(texts) if row["kind"] == "judgment" else ""
    return next((name for pattern, name in LABELS if pattern.search(said)), None)


def written(row: Row, authority: Authority) -> Row:
    """The row as the file has it."""
    first, *joined = row["numbers"]
    fields = {
        "number": first,
        "date": row["date"],
        "name": row["name"],
        "kind": row["kind"],
        "by": row["by"] if row["date"] else None,
        "label": label(row),
        "importance": int(row["importance"]) if row["importance"] in ("1", "2") else None,
        "report": row.get("report"),
        "item": row["item"],
        "item-fr": row.get("item-fr"),
        "fr": french_name(row, authority),
        "joined": joined or None,
    }
    return {name: value for name, value in fields.items() if value is not None}


def order(row: Row) -> tuple[str, int, int, int]:
    number = row["number"].partition("/")[0]
    return row.get("date", ""), lodged(row["number"]), int(number), row["item"]


def main(folder: Path, authority_file: Path) -> None:
    states = Respondents({row["code"]: row for row in read((KB / "respondents.yaml").read_bytes()).plain()["rows"]})  # type: ignore[call-overload,index,union-attr]
    slips: dict[str, list[str]] = defaultdict(list)
    rows = english_rows(folder, slips["date"])
    rows += french_rows(folder, rows, slips["date"])
    with authority_file.open(encoding="utf-8", newline="") as file:
        authority = Authority(list(csv.DictReader(file)), states)
    named(rows, authority, states, slips["name"])
    authority.give_reports(rows, table(folder, "echr_historical_reporters.csv"))
    files: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        files[(row["date"] or "undated")[: 7 if not row["date"] else 4]].append(written(row, authority))
    for part, members in files.items():
        write(KB / "cases" / f"{part}.yaml", (HUDOC, RSS, LIST), {"rows": sorted(members, key=order)})
    for kind, found in slips.items():
        print(f"{kind}: {len(found)} slips", *found, sep="\n  ", file=sys.stderr)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
