"""Two pages of one source that differ by a slip: the points of `details.pages.signs` tell whether they are one.

`The nurse from Hajnówka confirmed her words on page 37` and, in a list, `Nurse, Hajnówka (see Zone of Silence, p. 31)`
are one page; so are `pages 44 to 46 of Bad Information` and, in its note, `pp. 54–56`.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from juslint.details.pages.places import page
from juslint.details.pages.signs import points
from juslint.details.pages.twins import Twins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.details.pages.twins import Twin
    from juslint.details.text import Details
    from juslint.details.tokens import Detail


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each page with the other one that it seems to be a slip of, the later first; the surest first."""
    text = Twins(details)
    weighed = [(points(text, twin), twin) for twin in text.pairs()]
    return (_told(twin) for weight, twin in sorted(weighed, key=itemgetter(0), reverse=True) if weight >= 0)


def _told(twin: Twin) -> tuple[Detail, Detail]:
    """Both as they are said; of `from page 29 to page 69` only the page that differs."""
    if len(twin.one.ends) == len(twin.other.ends) == 1:
        return twin.one.detail, twin.other.detail
    last = twin.one.first == twin.other.first
    return page(twin.one, last=last), page(twin.other, last=last)
