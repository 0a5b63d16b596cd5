"""The works of which a text tells all pages: an article on `vol. 5 (2020), pp. 41–66`, a report of `41 pages`.

All pages of an article stand behind its volume and year, `19 (2005), 390–458`, `29 (1): 1–34`; behind its title in
quotation marks, its journal and its year, `Law Review (1982), pp. 265–287`; or before the volume on which it is read,
`pages 314 to 323 of the second volume of the Yearbook`. What has a number of pages is no extract, and no article, of
which a copy may have so many.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.details.pages.places import PagePlace
from juslint.details.pages.scopes import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.details.text import Details
    from juslint.details.tokens import Detail

_FRAME = 10  # details before the pages of an article, among which are its volume and year
_SOURCE = 45  # and its authors and title
_VOLUME = 6  # details behind pages, among which is the volume
_QUOTED = re.compile('["\u201c\u201d]')
_BEHIND_VOLUME = re.compile(r"\)?: ?")
_DATED = frozenset({"year", "month"})
_BETWEEN = frozenset({"p", "no", "number", "issue", "vol"})  # words between the year of an article and its pages
_PARTS = frozenset(  # of which the pages are not counted from the first of the work
    """article chapter extract extracts excerpt excerpts photocopy photocopied vol volume journal cutting clipping
    summary abstract translation translated copy copies copied part parts passage passages edited first last next
    other another""".split()  # noqa: SIM905
)
_AUTHORS, _AND = 12, frozenset({"and", "et", "al", "eds", "ed"})  # details that name the authors of an entry
_NUMBERED = frozenset({"no", "report", "paper", "chapter", "part", "section", "annex", "document", "series"})
_HIGHEST, _FEWEST = 4, 2  # digits of a number of pages, and the least number


class Work(NamedTuple):
    """All pages of a work, its year if it has one, and what names it around them."""

    pages: PagePlace
    year: str
    names: frozenset[tuple[str, str]]
    is_counted: bool  # from 1 to the number that it has

    @property
    def length(self) -> int:
        """From its first page to its last."""
        return (self.pages.last or 0) - self.pages.first

    def has(self, place: PagePlace) -> bool:
        """Whether a page, or a run of pages, lies within."""
        return self.pages.first <= place.first and (place.last or place.first) <= (self.pages.last or 0)

    def is_in(self, place: PagePlace) -> bool:
        """Whether all its pages lie within a run, which then may be another work's, or begin or end it."""
        last = self.pages.last or 0
        return place.first <= self.pages.first < last <= (place.last or 0) or place.first == self.pages.first


def works(details: Details) -> list[Work]:
    """The works of which all pages are told, in the order of the text."""
    found = [*filter(None, (_article(details, one) for one in details.pages)), *_counted(details)]
    return sorted(found, key=lambda work: work.pages.detail.start)


def _article(details: Details, place: PagePlace) -> Work | None:
    """The article whose pages these are."""
    if place.last is None or place.last <= place.first or len(place.ends) > 1:
        return None
    one = place.detail
    segment = details.segments[one.segment]
    following = segment[one.at + 1 : one.at + 3]
    if following and following[0].value in {"and", "p"} and following[-1].kind in {"number", "range"}:
        return None  # pp. 31–38 and 44
    source = segment[max(0, one.at - _SOURCE) : one.at]
    before = source[-_FRAME:]
    dated = next((each for each in reversed(before) if each.kind in _DATED), None)
    if dated is None or not all(map(_is_between, segment[dated.at + 1 : one.at])):
        behind = segment[one.at + 1 : one.at + 1 + _SOURCE]
        if _BEHIND_VOLUME.fullmatch(one.gap) and before and before[-1].kind == "number":
            year = next((each.value for each in source if each.kind == "year"), "")
            return Work(place, year, _names(source), is_counted=False) if year else None
        year_at = _author_date(segment) if details.page_scopes.is_entry(one.segment) else 0
        if year_at and _ends_behind_volume(segment, one):
            return Work(place, segment[year_at].value, _names(source), is_counted=False)
        if any(each.value == "vol" for each in behind[:_VOLUME]) and behind[0].value == "of":
            return Work(place, "", _names([*source, *behind]), is_counted=False)
        return None
    if not any(each.kind == "number" for each in before) and not _is_in_journal(source, dated):
        return None
    return Work(place, dated.value[:4], _names(source), is_counted=False)


def _author_date(entry: Sequence[Detail]) -> int:
    """Where the year of an entry stands that begins with its authors and their year, `Solheim, Kåre (2022)`; or 0."""
    at = next((at for at, one in enumerate(entry[:_AUTHORS]) if one.kind not in {"name", "word"}), 0)
    authors = all(one.kind == "name" or one.value in _AND for one in entry[:at])
    return at if at and authors and entry[at].kind == "year" and entry[at].gap.endswith("(") else 0


def _ends_behind_volume(segment: Sequence[Detail], pages: Detail) -> bool:
    """Whether pages end an entry right behind the number of a volume: `Tidsskrift for energirett 8, pp. 199–221`."""
    before = [one for one in segment[max(0, pages.at - 3) : pages.at] if one.value != "p"]
    volume = len(before) > 1 and before[-1].kind == "number" and before[-1].gap == " "
    return volume and before[-2].value not in _NUMBERED and pages.at == len(segment) - 1


def _is_between(one: Detail) -> bool:
    """Whether it may stand between the year of an article and its pages: `2019, No. 50, pp. 52–70`."""
    return one.value in _BETWEEN or one.kind == "number"


def _is_in_journal(source: Sequence[Detail], dated: Detail) -> bool:
    """Whether a year stands alone in brackets behind the name of a journal, behind a title in quotation marks."""
    before = [one for one in source if one.at < dated.at]
    quoted = any(_QUOTED.search(one.gap) for one in before)
    return quoted and dated.gap.endswith("(") and before[-1].kind == "name"


def _names(around: Sequence[Detail]) -> frozenset[tuple[str, str]]:
    return frozenset(one.key for one in around if one.kind == "name" and any(sources(one)))


def _counted(details: Details) -> Iterator[Work]:
    """Works that have a number of pages: `(Abidjan, 2018), 41 pages`, `which has 67 pages`."""
    for sign in details.saying(("p",)):
        segment = details.segments[sign.segment]
        one = segment[sign.at - 1]
        if not sign.at or one.kind != "number" or len(one.value) > _HIGHEST or sign.gap not in {" ", "\xa0"}:
            continue
        before = segment[max(0, one.at - _SOURCE) : one.at]
        behind = segment[sign.at + 1 : sign.at + 1 + _VOLUME]
        is_page = (before and before[-1].value == "p") or (behind and behind[0].kind in {"number", "range", "year"})
        if int(one.value) < _FEWEST or is_page:
            continue
        if any(each.value in _PARTS for each in (*before, *behind)):
            continue
        said = details.document.text[one.start : sign.span.end]
        whole = one._replace(kind="pages", key=("pages", one.value), said=said)
        year = next((each.value for each in reversed(before) if each.kind == "year"), "")
        place = PagePlace(whole, 1, int(one.value), (one,))
        yield Work(place, year, _names(before), is_counted=True)
