"""Regenerate the treaty bodies' general comments and recommendations from the CSV folder given as argument.

usage: kb_general_comments.py CSV_FOLDER

The list's dates are of adoption for some and of issue for others, so that none is sure; those of comments without a
symbol of their own only keep its order and are left out. Its names shorten the titles, so that they are subjects.
"""

from __future__ import annotations

import datetime
import re
import sys
from collections import defaultdict
from pathlib import Path

from kb_rows import table, write_acts

BASE = Path(__file__).resolve().parents[1] / "kb" / "un" / "treaty-bodies" / "general-comments"
ORIGIN = (
    "list of the treaty bodies' general comments (github lszoszk/UN-TreatyBodiesDocSearch @869b9ce, GC-info.json)",
)
DATE_FORMS = ("%d %B %Y", "%d %b %Y")
MISPRINTED = {  # the list's symbol to the one that is meant
    "A/87/18": "A/8718",  # report to the twenty-seventh session, when symbols did not name the session
    "A/90/18": "A/9018",
    "A/45/81": "A/45/18",
    "CEDAW/2009/WP.1/R": "CEDAW/C/2009/WP.1/R",
    "CCPR/C/21/Rev.1/Add.1326 May 2004": "CCPR/C/21/Rev.1/Add.13",
    "CCPR/C/21/Rev.1./Add.9": "CCPR/C/21/Rev.1/Add.9",
    "CERD/C/64/Misc.11/rev.3": "CERD/C/64/Misc.11/Rev.3",
    "CRC/C/GC/9/Corr.1": "CRC/C/GC/9",
}
MISSPELT = {"sucessor": "successor", "pargraph": "paragraph"}
RECOMMENDING = ("CEDAW", "CERD")  # they call theirs general recommendations
OWN = re.compile(r"/GC/|CCPR/C/21/|CERD/C/64/|E/C\.12/\d{4}/")
NUMBER = re.compile(r"No\. *(\d+)")
NAME = re.compile(
    r"^.*?No\. *\d+(?: *\(\d{4}\))?(?: of the \w+)?(?: */ *No\. *\d+ of the \w+)?(?: *\([^)]*, \d{4}\))?[:,]? *"
)


def symbols(text: str) -> tuple[list[str], str]:
    """The symbols of a row and where in the document it stands: `HRI/GEN/1/Rev.9 (Vol. I)`, `p. 176`."""
    text = re.sub(r"(?<=Add\.) +", "", text)
    text = MISPRINTED.get(text, text)
    halves = re.split(r", (?=C)|[-–](?=C)|/(?=CRC/)", text)
    if len(halves) > 1:
        return halves, ""
    found = re.fullmatch(r"(?P<symbol>[^\s,]+(?: \(Vol\. I\))?),? *(?P<place>(?:p\.|chap\.|annex).*)?", text)
    if found is None:
        raise ValueError(f"not a symbol: {text!r}")
    return [MISPRINTED.get(found["symbol"], found["symbol"])], re.sub(r"p\.(?=\d)", "p. ", found["place"] or "")


def fields(row: dict[str, str], committee: str) -> dict[str, object]:
    """The row of a general comment. Where two bodies issued it together, it stands with the first of its symbols."""
    named, place = symbols(row["symbol"])
    numbers = [
        int(symbol.split("/GC/")[1].split("/")[0]) for symbol in named if symbol.startswith(f"{committee}/C/GC/")
    ]
    found = NUMBER.search(row["name"])
    if found is None:
        raise ValueError(f"no number: {row['name']!r}")
    out: dict[str, object] = {"number": numbers[0] if numbers else int(found[1])}
    own = [symbol for symbol in named if OWN.search(symbol)]
    if own:
        out["symbol"] = own[0]
        if own[1:]:
            out["also"] = [*own[1:], "-".join(own), "-".join(reversed(own))]
    else:
        out["published-in"] = named[0]
        if place:
            out["place"] = place
    if committee in RECOMMENDING:
        out["kind"] = "recommendation"
    for form in DATE_FORMS if own else ():
        try:
            out["cited-date"] = datetime.datetime.strptime(row["adoption_date"], form).date().isoformat()  # noqa: DTZ007
        except ValueError:
            continue
    subject = NAME.sub("", row["name"]).removesuffix("[REVISED]").strip()
    for wrong, right in MISSPELT.items():
        subject = subject.replace(wrong, right)
    out["subject"] = subject
    return out


def main(folder: Path) -> None:
    groups: dict[str, dict[str, dict[str, object]]] = defaultdict(dict)
    for row in table(folder, "treaty_body_general_comments.csv"):
        first = symbols(row["symbol"])[0][0]
        together = "/GC/" in first and "," in row["committee"]
        committee = first.split("/")[0] if together or first.startswith("CEDAW/C/GC/") else row["committee"]
        out = fields(row, committee)
        groups[committee.lower()][str(out.get("symbol") or out["number"])] = out
    rows = {
        committee: sorted(found.values(), key=lambda one: (int(str(one["number"])), str(one.get("symbol", ""))))
        for committee, found in groups.items()
    }
    write_acts(BASE, rows, dict.fromkeys(rows, ORIGIN))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
