"""Pages outside of the article of which they are cited, by a slip: `p. 71` of `vol. 5 (2020), pp. 41–66`.

All pages of an article stand behind its volume and year. A page is of it where it stands right behind them, or where
the name nearest before it is one of those of the article, and of no other work: none with another year, unless that
has all its pages too. It is a slip where one digit is another, or two have changed places, in a page of the article
that is cited elsewhere, or in the first or last one of all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from juslint.rules import _likeness
from juslint.rules._page_places import page
from juslint.rules._page_scopes import sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules._detail_tokens import Detail
    from juslint.rules._details import Details
    from juslint.rules._page_places import PagePlace

_LEAST = 8  # pages of an article
_MOST, _OFTEN = 200, 60  # articles of a text, and places of a name, that are looked at
_FEW = 6  # articles of one name
_MOST_CITED = 12  # pages with which the ends of an article are compared
_FRAME = 10  # details before the pages of an article, among which are its volume and year
_SOURCE = 45  # and its authors and title
_NEAR = 14  # details before a page, among which is the name of whose work it is
_CITED = 30  # details behind a name, among which is the year of its work
_DIGITS = 2  # of a page
_NEIGHBOURS = 2  # pages
_SENTENCES = 2  # in which a page stands without a name
_QUOTE = re.compile('["\u201d*]')
_OTHERS = frozenset({"date", "code"})  # what else may be cited there


class Article(NamedTuple):
    """All pages of an article, its year, and what names it before them."""

    pages: PagePlace
    year: str
    names: frozenset[tuple[str, str]]

    def has(self, place: PagePlace) -> bool:
        """Whether a page, or a run of pages, lies within."""
        return self.pages.first <= place.first and (place.last or place.first) <= (self.pages.last or 0)

    @property
    def is_long(self) -> bool:
        """Whether it is surely no passage."""
        return (self.pages.last or 0) - self.pages.first >= _LEAST

    def is_apart(self, place: PagePlace) -> bool:
        """Whether a page, or all of a run, lies outside."""
        return (place.last or place.first) < self.pages.first or place.first > (self.pages.last or 0)


def pairs(details: Details) -> Iterator[tuple[Detail, Detail]]:
    """Each page outside with the one that it seems to be a slip of."""
    found = details.pages
    articles = [article for one in found if (article := _article(details, one)) is not None]
    if not articles or len(articles) > _MOST:
        return
    named: dict[tuple[str, str], list[Article]] = defaultdict(list)
    for article in articles:
        for name in article.names:
            named[name].append(article)
    own = _owners(details, articles, {name: its for name, its in named.items() if _is_alone(details, name, its)})
    cited: dict[int, list[PagePlace]] = defaultdict(list)  # by the place of an article's pages
    for one in found:
        for article in own[one.detail.start]:
            if article.pages is not one:
                cited[article.pages.detail.start].append(one)
    for article in articles:
        pages = cited[article.pages.detail.start]
        outside = [one for one in pages if all(each.is_apart(one) for each in own[one.detail.start])]
        within = [one for one in pages if article.has(one)]
        several = len({one.first for one in outside}) > 1
        if outside and not several and article.is_long:
            yield from _rivals(outside[0], within, article)
        elif several and not within and details.page_scopes.is_entry(article.pages.detail.segment):
            yield from _misplaced(outside, article)


def _owners(
    details: Details, articles: Sequence[Article], named: dict[tuple[str, str], list[Article]]
) -> dict[int, list[Article]]:
    """By the place of a page: the articles of one of which it is."""
    own = {article.pages.detail.start: [article] for article in articles}
    before: PagePlace | None = None
    for one in details.pages:
        if one.detail.start not in own:
            own[one.detail.start] = _of(details, one, before, own, named)
        before = one
    return own


def _article(details: Details, place: PagePlace) -> Article | None:
    """The article whose pages these are, if they stand behind its volume and year."""
    if place.last is None or place.last <= place.first or len(place.ends) > 1:
        return None
    one = place.detail
    segment = details.segments[one.segment]
    before = segment[max(0, one.at - _FRAME) : one.at]
    years = [each for each in before if each.kind == "year"]
    if not years or one.at - years[-1].at > 2 or not any(each.kind == "number" for each in before):
        return None
    source = segment[max(0, one.at - _SOURCE) : one.at]
    names = {each.key for each in source if each.kind == "name" and any(sources(each))}
    return Article(place, years[-1].value, frozenset(names))


def _of(
    details: Details,
    place: PagePlace,
    before: PagePlace | None,
    own: dict[int, list[Article]],
    named: dict[tuple[str, str], list[Article]],
) -> list[Article]:
    """The articles of one of which a page is: of a name before it, or of the page before it if there is no name."""
    between = _between(details, before, place)
    near = [each for each in between if each.kind == "name" and any(sources(each))]
    behind = between[between.index(near[-1]) :] if near else between
    if any(each.kind in _OTHERS or _is_cited(each, behind) for each in behind):
        return []
    if near:
        found = named.get(near[-1].key, [])
        titled = any(_QUOTE.search(each.gap) for each in behind[1:])
        said = {each.key for each in near} if titled else {near[-1].key}
        return [article for article in found if said <= article.names] and found
    if before is None or details.paragraphs[before.detail.segment] != details.paragraphs[place.detail.segment]:
        return []
    return own[before.detail.start] if place.detail.segment - before.detail.segment < _SENTENCES else []


def _between(details: Details, before: PagePlace | None, place: PagePlace) -> list[Detail]:
    """What stands before a page in its sentence, and behind the page before it."""
    one = place.detail
    low = max(0, one.at - _NEAR)
    found: list[Detail] = []
    if before is not None:
        last = before.ends[-1]
        if last.segment == one.segment:
            low = max(low, last.at + 1)
        elif last.segment == one.segment - 1 and details.paragraphs[last.segment] == details.paragraphs[one.segment]:
            found = details.segments[last.segment][last.at + 1 :][-_NEAR:]
    return [*found, *details.segments[one.segment][low : one.at]]


def _is_alone(details: Details, name: tuple[str, str], own: Sequence[Article]) -> bool:
    """Whether the articles of a name are all of its works that the text cites."""
    years = {article.year for article in own}
    places = details.places[name]
    if len(places) > _OFTEN or len(own) > _FEW:
        return False
    following = (details.segments[one.segment][one.at : one.at + _CITED] for one in places)
    return all(each.value in years for behind in following for each in behind if _is_cited(each, behind))


def _is_cited(one: Detail, behind: Sequence[Detail]) -> bool:
    """Whether it is the year of a work: `Lindqvist 2018`, `(Lund, 2018)`, and not that of `the notes of 1921`."""
    return one.kind == "year" and (one.gap != " " or one.at == behind[0].at + 1)


def _rivals(odd: PagePlace, within: Sequence[PagePlace], article: Article) -> Iterator[tuple[Detail, Detail]]:
    """A page outside, and the first one of those within, or of the ends of all, from which it differs by a slip."""
    inside = [end for each in within[:_MOST_CITED] for end in _ends(each)]
    whole = _ends(article.pages)
    for wrong in _ends(odd):
        for right in (*inside, *whole):
            if _is_slip(wrong, right):
                yield (odd.detail, article.pages.detail) if right in whole else (wrong, right)
                return


def _misplaced(outside: Sequence[PagePlace], article: Article) -> Iterator[tuple[Detail, Detail]]:
    """The pages of an article of which one end is a slip of a page cited, with which all that are cited are within."""
    whole = article.pages
    first, last = _ends(whole)
    for one in outside[:_MOST_CITED]:
        for meant in _ends(one):
            others = []
            if _is_slip(meant, first):
                others.append(whole._replace(first=int(meant.value)))
            if _is_slip(meant, last):
                others.append(whole._replace(last=int(meant.value)))
            if any(all(map(article._replace(pages=other).has, outside)) for other in others):
                yield whole.detail, one.detail
                return


def _ends(place: PagePlace) -> list[Detail]:
    """The first and last page of a run, or the one page."""
    return [page(place, last=last) for last in ((False, True) if place.last else (False,))]


def _is_slip(left: Detail, right: Detail) -> bool:
    one, other = left.value, right.value
    if min(len(one), len(other)) < _DIGITS or len(one) != len(other) or abs(int(one) - int(other)) <= _NEIGHBOURS:
        return False
    return _likeness.is_swapped(one, other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1
