"""Forms of the table of authorities: one module each, found by walking this folder.

A module has `NAME`, its name on the command line, and `render(groups) -> str`, the whole table with its last newline.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.reporting._exchange import relative

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.authorities import Authority, Place

    Groups = Sequence[tuple[str, Sequence[Authority]]]

TITLE = "Table of authorities"
EMPTY = "The texts refer to nothing that juslint knows."


def places(authority: Authority) -> Iterator[tuple[str, str]]:
    """Each file that mentions a source, and where in it: lines, then notes (`12, 40, n. 5`)."""
    by_path: dict[str, list[Place]] = defaultdict(list)
    for place in authority.places:
        by_path[place.path].append(place)
    for path, here in by_path.items():
        lines = (str(place.line) for place in here if place.note is None)
        notes = (f"n. {place.note}" for place in here if place.note is not None)
        yield relative(path), ", ".join(dict.fromkeys((*lines, *notes)))


def placed(authority: Authority) -> str:
    """All places in words: `letter.md:12, 40, n. 5; report.md, n. 3`."""
    found = ((path, where) for path, where in places(authority))
    return "; ".join(f"{path}{', ' if where.startswith('n.') else ':'}{where}" for path, where in found)
