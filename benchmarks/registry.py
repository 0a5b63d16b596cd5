"""How many of the European Court's own citations are read: the right application number, and every word of the string.

usage: registry.py [--shared FOLDER] [--half dev|check] [--show N]        (default: ../shared beside the checkout)

The strings are those of FOLDER/data/echr_citation_strings.csv, as the Court's Registry typed them. The grammar
was written with three rows of four (`dev`) in view; every fourth row (`check`) is one that nobody looked at. Some rows
are scraps that name no case and give no number (`p. 31, para. 56`): a second figure leaves them out. With `--show`
the commonest places are listed at which reading stops, each with an example.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "linter"))

from juslint.scan import scan_text  # noqa: E402 - the checkout's own

_NO_NAME = re.compile(
    r"[0-9]+|[IVX]+|paras?|pp|and|nos?|of|the|in|fine|seq|et|ECHR|CEDH|Reports|Series|DR|[Dd]ec|Coll(?:ection)?|Yearbook"
    r"|un(?:report|publish)ed|cited|above|extracts|[Jj]udgments?|[Dd]ecisions?|January|February|March|April|May|June|July"
    r"|August|September|October|November|December"
)
_JOINT = re.compile(r"[\s,;:.()]*(?:(?:and|et|see|See|also|cf|the|Case of)[\s,;.:]*)*")


def is_scrap(text: str) -> bool:
    """Whether a string has no application number, and no word but those of dates, reports and pages."""
    words = re.findall(r"\w{2,}", text)
    return not re.search(r"[0-9]/[0-9]{2}", text) and all(_NO_NAME.fullmatch(word) for word in words)


def unread(text: str, spans: list[tuple[int, int]]) -> tuple[int, str] | None:
    """The first stretch of `text`, and where it begins, that is in no span and is more than a joint between two."""
    position = 0
    for start, end in [*spans, (len(text), len(text))]:
        between = text[position:start]
        if re.search(r"\w", between) and not _JOINT.fullmatch(between):
            return position, between
        position = max(position, end)
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--half", choices=("dev", "check"), default="check")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    strings = options.shared / "data" / "echr_citation_strings.csv"
    if not strings.is_file():
        sys.exit(f"{strings}: no such file; name the folder with --shared")
    with strings.open(encoding="utf-8", newline="") as file:
        rows = [row for at, row in enumerate(csv.DictReader(file)) if (at % 4 == 3) == (options.half == "check")]
    numbered = right = whole = scraps = 0
    stops: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        text = row["citation"]
        found = [each for each in scan_text(text) if each.family.startswith("echr") and each.within is None]
        if row["first_appno"]:
            numbered += 1
            right += row["first_appno"] in {each.id for each in found}
        scraps += is_scrap(text)
        rest = unread(text, [each.span for each in found])
        whole += rest is None and bool(found)
        if rest is not None:
            words = re.sub(r"[0-9]+", "9", " ".join(rest[1].split()[:2]))
            stops[words if rest[0] else "(its beginning)"].append(text)
    print(f"{options.half}: {len(rows)} strings; application number {right / numbered:.4f} of {numbered}", end="; ")
    print(f"read to the end {whole / len(rows):.4f}, {whole / (len(rows) - scraps):.4f} without {scraps} scraps")
    for words, examples in sorted(stops.items(), key=lambda pair: -len(pair[1]))[: options.show]:
        print(f"{len(examples):6} {words!r}: {examples[0]}")


if __name__ == "__main__":
    main()
