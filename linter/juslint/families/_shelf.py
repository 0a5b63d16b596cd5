"""Where the sources of a family stand in a table of authorities, and what they are to a bibliography."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Shelf(NamedTuple):
    """The place of a family. Families with one heading stand together.

    `place` sorts the headings. `order` is what sources are sorted by: their number, the name of the case or
    instrument, author and then title, or date. `bodies` are those that come before the others, where a heading is
    divided by body; `by_series` divides it further (`resolutions`, `presidential statements`). `type` is the type of
    CSL 1.0.2; None where what is cited decides it.
    """

    heading: str
    place: int
    order: Literal["number", "name", "author", "date"] = "number"
    type: str | None = None
    bodies: tuple[str, ...] = ()
    by_series: bool = False
