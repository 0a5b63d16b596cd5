"""Errors in the European Court's own citations: what the rules report, and how much of what was spoiled.

usage: registry_errors.py [--shared FOLDER] [--strings N] [--show N] [--rule RULE] [--severity S] [--spoiled N]

Each string of FOLDER/data/echr_citation_strings.csv (default ../shared beside the checkout) is a document of its own.
Every so many-th is taken, so that about N remain (default 5,000; 0 takes all). Printed are the findings by rule
and severity, and with `--show` a sample of them to read. A string that the Registry typed often is surely right: a
finding in one of those stands first. `--spoiled` changes a digit, a date, a letter or a volume in N strings in which
nothing is found, and counts what is reported.
"""

from __future__ import annotations

import argparse
import calendar
import csv
import random
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "linter"))

from juslint import engine  # noqa: E402 - the checkout's own
from juslint.config import Config  # noqa: E402
from juslint.document import Document  # noqa: E402
from juslint.knowledge import Knowledge  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from juslint.finding import Finding
    from juslint.rules import Context

_MONTHS = "|".join(calendar.month_name[1:])
_DATE = re.compile(rf"\b([0-9]{{1,2}}) ({_MONTHS}) ((?:19|20)[0-9]{{2}})\b")
_NUMBER = re.compile(r"\b([0-9]{3,5})/([0-9]{2})\b")
_VOLUME = re.compile(r"(ECHR|Reports) ((?:199[6-9]|200[0-7]))-([IVX]+)\b")
_WORD = re.compile(r"[A-Z][a-z]{5,}")


class Row(NamedTuple):
    """A string and how often the Registry typed it."""

    count: int
    text: str


def findings(text: str, knowledge: Knowledge, config: Config) -> tuple[Context, list[Finding]]:
    """What is found in a string as a text of its own."""
    context = engine.analyse(Document(path="string", source=text, text=text), knowledge)
    return context, engine.check([context], config)


def _another_number(text: str, chance: random.Random) -> str | None:
    """One digit of the first application number changed, or two neighbours swapped."""
    found = _NUMBER.search(text)
    if found is None:
        return None
    digits = found[1]
    at = chance.randrange(len(digits) - 1)
    if digits[at] != digits[at + 1] and chance.random() < 0.5:
        spoiled = digits[:at] + digits[at + 1] + digits[at] + digits[at + 2 :]
    else:
        spoiled = digits[:at] + str((int(digits[at]) + chance.randint(1, 8)) % 10) + digits[at + 1 :]
    if spoiled[0] == "0":
        return None
    return text[: found.start(1)] + spoiled + text[found.end(1) :]


def _another_date(text: str, chance: random.Random) -> str | None:
    """Another day, month or year."""
    found = _DATE.search(text)
    if found is None:
        return None
    day, month, year = int(found[1]), found[2], int(found[3])
    match chance.randrange(3):
        case 0:
            day = day % 27 + 1
        case 1:
            month = calendar.month_name[1:][chance.randrange(12)]
            day = min(day, 28)
        case _:
            year += chance.choice((-1, 1, 10 if year < 2010 else -10))
    spoiled = f"{day} {month} {year}"
    return None if spoiled == found[0] else text[: found.start()] + spoiled + text[found.end() :]


def _another_letter(text: str, chance: random.Random) -> str | None:
    """One letter of the first long word of the name left out, or changed."""
    found = _WORD.search(text.partition(" v. ")[0])
    if found is None or " v. " not in text:
        return None
    at = chance.randrange(2, len(found[0]) - 1)
    letter = chance.choice(("", "b", "m", "p"))
    if letter == found[0][at]:
        return None
    return text[: found.start() + at] + letter + text[found.start() + at + 1 :]


def _another_volume(text: str, chance: random.Random) -> str | None:
    """The number of the volume, or its year, changed."""
    found = _VOLUME.search(text)
    if found is None:
        return None
    if chance.random() < 0.5:
        part = chance.choice([one for one in ("I", "II", "III", "IV", "V", "VI") if one != found[3]])
        return text[: found.start(3)] + part + text[found.end(3) :]
    year = int(found[2]) + chance.choice((-1, 1))
    return text[: found.start(2)] + str(year) + text[found.end(2) :]


SPOILS: dict[str, Callable[[str, random.Random], str | None]] = {
    "number": _another_number,
    "date": _another_date,
    "name": _another_letter,
    "volume": _another_volume,
}


def _grave(found: list[Finding]) -> list[Finding]:
    return [each for each in found if each.severity != "info"]


def _spoiled(rows: list[Row], number: int, knowledge: Knowledge, config: Config) -> Iterator[str]:
    """How much of each kind is reported, with examples of what is not."""
    chance = random.Random(4)
    done: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    missed: dict[str, list[str]] = defaultdict(list)
    for row in chance.sample(rows, len(rows)):
        if min(done[kind] for kind in SPOILS) >= number:
            break
        wanted = [kind for kind in SPOILS if done[kind] < number]
        if not wanted or findings(row.text, knowledge, config)[1]:
            continue
        for kind in wanted:
            text = SPOILS[kind](row.text, chance)
            if text is None:
                continue
            done[kind] += 1
            if _grave(findings(text, knowledge, config)[1]):
                seen[kind] += 1
            else:
                missed[kind].append(f"{text}  ({row.text})")
    for kind in SPOILS:
        yield f"spoiled {kind}: {seen[kind]} of {done[kind]} reported"
        yield from (f"    missed: {example}" for example in missed[kind][:10])


def _rows(path: Path, number: int) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [Row(int(row["count"]), row["citation"]) for row in csv.DictReader(file)]
    return rows[:: max(1, len(rows) // number)] if number else rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--strings", type=int, default=5000)
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--rule")
    parser.add_argument("--severity")
    parser.add_argument("--spoiled", type=int, default=0)
    options = parser.parse_args()
    strings = options.shared / "data" / "echr_citation_strings.csv"
    if not strings.is_file():
        sys.exit(f"{strings}: no such file; name the folder with --shared")
    knowledge, config = Knowledge.open(), Config()
    rows = _rows(strings, options.strings)
    if options.spoiled:
        print(*_spoiled(rows, options.spoiled, knowledge, config), sep="\n")
        return
    found: dict[tuple[str, str], list[tuple[Row, Finding]]] = defaultdict(list)
    graves: Counter[str] = Counter()
    for row in rows:
        here = findings(row.text, knowledge, config)[1]
        for each in here:
            found[each.severity, each.rule].append((row, each))
        graves.update({each.severity for each in here})
    print(f"{len(rows)} strings; with a finding:", ", ".join(f"{graves[one]} {one}" for one in sorted(graves)))
    for (severity, rule), pairs in sorted(found.items()):
        print(f"{len(pairs):6} {severity:8} {rule}  (typed {sum(row.count for row, _ in pairs)} times)")
        if options.rule in (None, rule) and options.severity in (None, severity):
            chosen = random.Random(1).sample(pairs, min(options.show, len(pairs)))
            for row, each in sorted(chosen, key=lambda pair: -pair[0].count):
                fix = f" [{each.fix.title}]" if each.fix else ""
                print(f"    {row.count:4} {row.text}\n         {each.message}{fix}")


if __name__ == "__main__":
    main()
