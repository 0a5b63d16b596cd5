"""A row more in a file of rows: in its order, with its origin beside the others, and all else as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import flow_rows, yaml_writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.knowledge.yaml_writing import Value

_ORIGIN = re.compile(r"\A(?:#.*\n)*origin:\n(?:- .*\n)+", re.MULTILINE)


def added(text: str, row: Mapping[str, Value], origin: Sequence[str]) -> str | None:
    """The file with the row; None where it is not surely of the plain form of such files."""
    found = flow_rows.split(text)
    stated = _ORIGIN.match(text)
    if found is None or stated is None:
        return None
    head, lines = found
    here = (row["number"], row.get("letter", ""))
    after = [at for at, line in enumerate(lines) if _place(line) > here]
    lines.insert(after[0] if after else len(lines), yaml_writing.row(row))
    more = "".join(f"{line}\n" for one in origin if (line := yaml_writing.item(one)) not in stated[0].split("\n"))
    return head[: stated.end()] + more + head[stated.end() :] + "\n".join(lines) + "\n"


def _place(line: str) -> tuple[int, str]:
    fields = {name: value for name, value in flow_rows.plain(line) if isinstance(value, str)}
    return int(fields["number"]), fields.get("letter", "")
