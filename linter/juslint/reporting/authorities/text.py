"""The table of authorities as plain text: a source a paragraph, what is known of it and its places below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.reporting._screen import plain
from juslint.reporting.authorities import EMPTY, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.reporting.authorities import Groups

NAME = "text"


def render(groups: Groups) -> str:
    """Headings are underlined; what would act on a terminal is shown as a picture."""
    return "\n".join(_lines(groups) if groups else (EMPTY,)) + "\n"


def _lines(groups: Groups) -> Iterator[str]:
    for number, (heading, members) in enumerate(groups):
        yield from ("",) if number else ()
        yield from (plain(heading), "-" * len(heading))
        for authority in members:
            yield plain(authority.name)
            if authority.detail:
                yield f"    {plain(authority.detail)}"
            yield f"    {plain(placed(authority))}"
