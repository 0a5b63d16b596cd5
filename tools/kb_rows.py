"""Writing bulk tables of the knowledge base: one flow mapping a line, the same bytes for the same facts."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING

from juslint.knowledge import modeline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

DATE = "2026-11-21"  # when the facts were last taken from their origins
LICENCE = "Apache-2.0"
PLAIN = re.compile(r"[^\W\d_](?:[^\n:#,\[\]{}\"]*[\w.)])?")
DATE_OR_NUMBER = re.compile(r"\d{4}-\d{2}(-\d{2})?|\d{1,6}/\d{2}")  # of an application to the European Court
CUT = re.compile(r"(?:[;:,]|\b(?:a|an|and|by|for|from|in|its|of|on|or|the|to|with))$")
AMBIGUOUS = {"true", "false", "null", "yes", "no", "on", "off"}


def table(folder: Path, name: str) -> list[dict[str, str]]:
    """The rows of one CSV file, white space joined."""
    with (folder / name).open(encoding="utf-8-sig", newline="") as file:
        return [
            {key: " ".join(repaired(value or "").split()) for key, value in row.items()} for row in csv.DictReader(file)
        ]


def repaired(text: str) -> str:
    """Text whose UTF-8 was once read as Latin-1, read aright; any other text unchanged."""
    if not any("\x80" <= letter < "\xa0" for letter in text):
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def bare(text: str) -> str:
    """A title's letters and digits alone, to compare titles however they are punctuated."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def whole(title: str) -> bool:
    """Whether a title seems to be all there: it has letters, and no word or mark at its end asks for more."""
    return any(map(str.isalpha, title)) and not CUT.search(title)


def scalar(value: object) -> str:
    """A number or text as YAML that reads back as the same value, whichever reader it meets."""
    if isinstance(value, int):
        return str(value).lower()  # `true`
    text = str(value)
    if DATE_OR_NUMBER.fullmatch(text) or (PLAIN.fullmatch(text) and text.lower() not in AMBIGUOUS):
        return text
    return json.dumps(text, ensure_ascii=False)


def flow(value: object) -> str:
    """A value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value)


def write_acts(
    folder: Path, groups: Mapping[str, list[dict[str, object]]], origins: Mapping[str, Iterable[str]]
) -> None:
    """Write one file a year or session, named by it; files of others are left alone."""
    for part, rows in groups.items():
        write(folder / f"{part}.yaml", origins[part], {"rows": rows})


def write(path: Path, origins: Iterable[str], lists: Mapping[str, list[dict[str, object]]]) -> None:
    """Write one file of rows; nothing is touched where it already holds them."""
    first = modeline.line(path)
    lines = [first] if first else []
    lines += ["origin:", *(f"- {scalar(origin)}" for origin in origins), f"licence: {LICENCE}", f"date: {DATE}"]
    for name, rows in lists.items():
        lines += [f"{name}:", *(f"- {flow(row)}" for row in rows)]
    text = "\n".join(lines) + "\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_text(encoding="utf-8") != text:
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {path}")
