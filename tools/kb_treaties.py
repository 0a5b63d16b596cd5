"""Make the treaties of kb/treaties: one file a year for multilateral ones, one for the Council of Europe's series.

usage: kb_treaties.py FOLDER    (the folder with treaties_uk_multilateral.csv, un_mtdsg_treaties.csv, coe_treaties.csv)

A title that one year has twice (versions, accessions) is left out, since it names neither; so are amendments and
annexes. Where both lists have a treaty, the title is the depositary's. A volume is taken only from the form
`213 UNTS 221`.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from kb_rows import bare, table, write, write_acts

BASE = Path(__file__).resolve().parents[1] / "kb" / "treaties"
UNITED_KINGDOM = "FCDO UK Treaties Online (Open Government Licence v3.0; github ukparliament/uk-treaties @51696a3)"
DEPOSITARY = "Multilateral Treaties Deposited with the Secretary-General (github zmjones/untreaties @003ce13)"
COUNCIL = "Council of Europe Treaty Office, sample of its list (github worldwidelaw/legal-sources @190e314)"
PLACE = re.compile(r"(\d{1,4}) UNTS (\d{1,5})")
ASIDE = re.compile(r"\s*(?:\[[^\]]*[\]}]?|\*+)\s*")
MINOR = re.compile(
    r"(?i)\b(?:amendments?|accession|annex(?:es)?|rectification|extension|extending|renewal|prolongation|adherence|withdrawal"
    r"|denunciation|procès-verbal|resolution|schedule|appendix|measures?|decision|consolidated|corrigend)\b"
)
EXTENDED = re.compile(r",? as (?:amended|modified|extended|revised).*$", re.IGNORECASE)
LONGEST = 150  # characters of a title: longer ones are descriptions
SLUG = 70
SERIES_END = 193  # the European Treaty Series; the Council of Europe Treaty Series runs on
SURE = ("coe", "uk")  # origins of titles that are the treaty's own
SAID_BY = 3  # citations from which a title that citing texts give is believed, with nothing against it
SHORT = {  # what lawyers call them, where that is no other treaty's name
    5: (
        [
            "European Convention on Human Rights",
            "European Human Rights Convention",
            "European Convention for the Protection of Human Rights and Fundamental Freedoms",
        ],
        ["ECHR", "CEDH"],
    ),
    9: (["Protocol No. 1 to the European Convention on Human Rights"], []),
    35: ([], ["ESC"]),
    126: (["European Convention for the Prevention of Torture"], ["ECPT"]),
    157: ([], ["FCNM"]),
    164: (["Convention on Human Rights and Biomedicine", "Oviedo Convention"], []),
    185: (["Budapest Convention", "Cybercrime Convention"], []),
    210: (["Istanbul Convention"], []),
}


def clean(title: str) -> str:
    """A title without notes in square brackets, asterisks and a full stop."""
    return ASIDE.sub(" ", title).strip(" .,")


def slug(title: str, year: str) -> str:
    """The id of a treaty: words of its title and the year."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    out = ""
    for word in words:
        if len(out) + len(word) + 1 > SLUG:
            break
        out += f"-{word}" if out else word
    return out if out.endswith(year) else f"{out}-{year}"


Row = dict[str, object]


def deposited(folder: Path) -> tuple[dict[tuple[str, str], Row], Counter[tuple[str, str]]]:
    """The depositary's treaties by title and year, and how often each stands there."""
    found: dict[tuple[str, str], Row] = {}
    seen: Counter[tuple[str, str]] = Counter()
    for row in table(folder, "un_mtdsg_treaties.csv"):
        title, date = clean(row["title"]), row["date"]
        if date and usable(title):
            key = bare(title), date[:4]
            seen[key] += 1
            found[key] = {"title": title, "issued": date, "event-place": row["place"], "mtdsg": row["mtdsg_no"]}
    return found, seen


def add_kingdom(folder: Path, found: dict[tuple[str, str], Row]) -> Counter[tuple[str, str]]:
    """Add the treaties of the United Kingdom with their places; how often each stands there."""
    listed: Counter[tuple[str, str]] = Counter()
    for row in table(folder, "treaties_uk_multilateral.csv"):
        title, date = clean(row["title"]), row["signed_date"] or row["adopted_date"]
        if row["ets_number"] or not date or not usable(title):
            continue
        key = bare(title), date[:4]
        listed[key] += 1
        out = found.setdefault(key, {"title": title, "issued": date, "event-place": row["place"]})
        place = PLACE.fullmatch(row["unts"])
        if place:
            out["volume"], out["page"] = int(place[1]), place[2]
            out["also"] = [f"UNTS {place[1]} p. {place[2]}"]
        if "mtdsg" in out and out["issued"] != date:
            out["issued"] = date[:7] if str(out["issued"])[:7] == date[:7] else int(date[:4])
    return listed


def multilateral(folder: Path, taken: set[str]) -> dict[str, list[Row]]:
    """Rows by year; what stands among the authored treaties (`taken`) is left out."""
    found, seen = deposited(folder)
    listed = add_kingdom(folder, found)
    groups: dict[str, dict[str, Row]] = defaultdict(dict)
    places = Counter(str(out.get("also")) for out in found.values())
    for key, out in found.items():
        name = slug(str(out["title"]), key[1])
        if seen[key] > 1 or listed[key] > 1 or "".join(key) in taken or name in taken:
            continue
        if places[str(out.get("also"))] > 1:
            out.pop("also", None)
        twice = name in groups[key[1]]
        groups[key[1]][name] = {} if twice else {"id": name, **{field: value for field, value in out.items() if value}}
    return {
        year: sorted((row for row in rows.values() if row), key=lambda row: natural(str(row["id"])))
        for year, rows in groups.items()
    }


def natural(text: str) -> list[tuple[str, int]]:
    """The order of ids: numbers by their value."""
    return [(letters, int(digits or 0)) for letters, digits in re.findall(r"([^0-9]*)([0-9]*)", text)]


def usable(title: str) -> bool:
    """Whether a title is one of a treaty of its own, whole, and in readable case."""
    return (
        10 < len(title) <= LONGEST
        and not MINOR.search(title)
        and not EXTENDED.search(title)
        and not title.isupper()
        and title.count("(") == title.count(")")
    )


def council(folder: Path) -> list[dict[str, object]]:
    """The treaties of the Council of Europe. Titles that only citing texts give are marked as not verified."""
    out = []
    for row in table(folder, "coe_treaties.csv"):
        number = int(row["number"])
        title = clean(re.sub(r"\s*\((?:\d{4}|with Protocol)\)$", "", row["title"]))
        if row["title_source"] == "alias-only":
            names, title = [name.strip() for name in row["aliases"].split(";")], ""
        else:
            names = []
        entry: dict[str, object] = {"id": f"{'ETS' if number <= SERIES_END else 'CETS'} {number}"}
        entry["title"] = title or names[0]
        if row["opening_date"]:
            entry["issued"] = row["opening_date"]
        if row["place"]:
            entry["event-place"] = row["place"]
        place = PLACE.fullmatch(row["unts"])
        if place:
            entry["volume"], entry["page"] = int(place[1]), place[2]
        short, abbreviations = SHORT.get(number, ([], []))
        if short:
            entry["short-titles"] = short
        if abbreviations:
            entry["abbreviations"] = abbreviations
        if place:
            entry["also"] = [f"UNTS {place[1]} p. {place[2]}"]
        mined = re.fullmatch(r"mined:(\d+)", row["title_source"])
        if row["title_source"] not in SURE and not (mined and int(mined[1]) >= SAID_BY):
            entry["unverified"] = True
        out.append(entry)
    return sorted(out, key=lambda row: natural(str(row["id"])))


def authored() -> set[str]:
    """Titles with their years that have a file of their own, as `bare` makes them, and the names of these files."""
    out = set()
    for file in (Path(__file__).resolve().parents[1] / "kb" / "treaties").glob("*.yaml"):
        out.add(file.stem)
        text = file.read_text(encoding="utf-8")
        title, year = (
            re.search(r"^title: (.*)$", text, re.MULTILINE),
            re.search(r"^issued: (\d{4})", text, re.MULTILINE),
        )
        if title and year:
            out.add(bare(title[1]) + year[1])
    return out


def main(folder: Path) -> None:
    """Write both folders."""
    groups = multilateral(folder, authored())
    rows = {year: found for year, found in sorted(groups.items()) if found}
    write_acts(BASE / "multilateral", rows, dict.fromkeys(rows, (UNITED_KINGDOM, DEPOSITARY)))
    write(BASE / "council-of-europe" / "ets.yaml", (COUNCIL, UNITED_KINGDOM), {"rows": council(folder)})


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
