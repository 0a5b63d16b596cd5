"""The bodies of `kb/bodies` as grammars and families need them: a table, and a grammar of their names.

A grammar that says `%import bodies (BODY, FOREIGN_BODY)` gets terminals that match any English name or abbreviation of
a body, and any name in French, Spanish or Russian; no file of that name exists. Adding a body is adding its file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_CITED = ("kind", "id", "numbering", "since", "until", "special", "letters", "most", "first-numbers", "years")
GRAMMAR = "bodies.lark"
_GAP = r"/[ \t\r\n]{1,12}/"
_SPACED = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")  # a script that sets words apart


def collect(folder: Path) -> list[dict[str, Any]]:
    """One plain row a body, in the order of their files' names; of its series those that texts cite in words."""
    import yaml  # noqa: PLC0415 - a warm run does without

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    rows = []
    for path in sorted(folder.glob("*.yaml")):
        data = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - a safe loader
        rows.append(
            {
                "name": data["names"]["en"][0],
                "names": [*data["names"]["en"], *data.get("abbreviations", ())],
                "foreign": [name for tongue, names in data["names"].items() if tongue != "en" for name in names],
                "short": data.get("short", []),
                "stem": data.get("stem"),
                "symbol": data.get("symbol"),
                "alone": data.get("alone", False),
                "series": [
                    {key: series[key] for key in _CITED if key in series}
                    for series in data.get("series", ())
                    if "kind" in series
                ],
            }
        )
    return rows


def grammar(rows: list[dict[str, Any]]) -> str:
    """The text of `bodies.lark`: the terminals BODY and FOREIGN_BODY, the longest names first."""
    names = {name for row in rows for name in (*row["names"], *row["short"])}
    foreign = {name for row in rows for name in row["foreign"] if _SPACED.match(name)}
    return f"GAP: {_GAP}\nBODY: {_any(names)}\nFOREIGN_BODY: {_any(foreign or names)}\n"


def _any(names: set[str]) -> str:
    return " | ".join(_literal(name) for name in sorted(names, key=lambda name: (-len(name), name)))


def _literal(name: str) -> str:
    words = (f'"{word}"' for word in name.split())
    return f"({' GAP '.join(words)})"
