"""The table of authorities as Markdown: a table under each heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.reporting.authorities import EMPTY, TITLE, placed
from juslint.reporting.markdown import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reporting.authorities import Groups

NAME = "markdown"


def render(groups: Groups) -> str:
    """A title, then the tables."""
    return "\n".join((f"# {TITLE}", *(_lines(groups) if groups else ("", EMPTY)))) + "\n"


def _lines(groups: Groups) -> Iterator[str]:
    for heading, members in groups:
        yield from ("", f"## {shown(heading)}", "", "| Source | Title and date | Mentioned in |", "|---|---|---|")
        for one in members:
            yield f"| {shown(one.name)} | {shown(one.detail)} | {shown(placed(one))} |"
