"""Addresses of one text that stand under the same title and differ in one piece of their path.

No family need have read what stands around them. Two addresses of one site are compared. They are one where a quoted or
italic title, or the same six words, stand right in front of both, and no date or number in between tells them apart;
where the text calls one the same page as the one before it; or where the piece itself tells (`_address_words`). An
address is in the text, or is the target of a link.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from juslint.document import Span
from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import _address_company, _address_ties, _address_words
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Document

_PATH_DAY = re.compile(r"(?<=/)((?:19|20)[0-9]{2})/([01][0-9])/([0-3][0-9])(?=/)")  # is one piece
_DAY = re.compile(r"(?:19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]")
_BACK = 260  # characters in front of an address
_TITLE, _LETTERS = 2, 8  # words and characters of a title
_PAGE = r"(?:(?:web\s?)?pages?|address(?:es)?|links?|urls?|websites?)"
_AGAIN = re.compile(  # before an address that stands above
    rf"\b(?:(?P<last>same {_PAGE}\b)"
    rf"|{_PAGE} (?:named|given|cited|quoted|mentioned|indicated) (?:above|before|earlier)\b)"
    r"(?:[^.;\n]|\.(?=\w)){0,60}$",
    re.IGNORECASE,
)
_FORTH, _TAIL = 60, 4  # characters behind an address, and words on either side that can show what it is of
_SITE = 8  # characters of the name of a site of which one may stand under two domains
_LEAD = 6  # words in front of an address that can stand for a title
_LANGUAGES = frozenset("ar de en eng es fr fre it pt ru tr uk zh az hy ka english french spanish russian".split())  # noqa: SIM905
_VERSION = re.compile(r"\?(?:\w*lang\w*|hl|l|locale|page|p|start|offset|from|to|sort|year|view|format)=", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:[a-z]+[-_]?)?(?:[0-9]{1,2}|[ivx]{1,4}|one|two|three|four|five|a|b|c)(?:\.\w{2,4})?", re.IGNORECASE
)
_SUFFIX = re.compile(r"\.(?:html?|pdf|docx?|aspx?|php)$")
_KIND = re.compile(r"[^/]\.([a-z]{2,5})$")
_KINDS = frozenset("asp aspx csv doc docx epub htm html jsp odt pdf php ppt pptx rtf shtml txt xls xlsx xml".split())  # noqa: SIM905
_NUMBERS = re.compile(r"[0-9]+|\b[IVX]{1,5}\b")
_ID = 4  # letters and figures of an id
_TITLED = 4  # words of a piece that is a title, whether it recurs or not
_TWO = 2  # addresses that have all else in common
_MOST_SITES = 60  # sites whose names are compared
_FIGURES = re.compile(r"[0-9]+")
_LONG = 5  # figures of a number that tells of no series, but for neighbours
_MOST, _MOST_ALIKE = 400, 150  # addresses, and such of one site and length that are compared


class At(NamedTuple):
    """An address: as it is compared, as written, where it shows in the text, and whether it hides under a link.

    `above` are the addresses before it, where the text says that it gave the page: the last one, where it is the same.
    `own` is the last title of its own sentence or entry.
    """

    url: str
    written: str
    span: Span
    hidden: bool
    titles: frozenset[str]
    lead: tuple[str, ...]
    tail: tuple[str, ...]
    numbers: frozenset[str]
    own: str = ""
    above: frozenset[str] = frozenset()

    @property
    def site(self) -> str:
        """The name of its site, without `www`."""
        return self.url.partition("/")[0].removeprefix("www.")


def pairs(document: Document) -> Iterator[tuple[At, list[At]]]:
    """Each odd address, and the places of that which it is surely meant for: of two equally frequent the later."""
    found = _addresses(document)
    groups: dict[tuple[str, int], dict[str, list[At]]] = {}
    for one in found:
        host = one.url.partition("/")[0].rpartition(".")[0]
        groups.setdefault((host, one.url.partition("?")[0].count("/")), {}).setdefault(one.url, []).append(one)
    around = _address_words.Words(document)
    ties = _address_ties.Ties(document, around)
    for urls in groups.values():
        series = Counter(rest for url in urls for rest in _rests(url)) if len(urls) > 1 else Counter()
        for first, second in itertools.combinations(list(urls.values())[:_MOST_ALIKE], 2):
            if len(first) > 1 and len(second) > 1:
                continue
            odd, usual = (first, second) if len(first) < len(second) else (second, first)
            if any(_same(odd[0], other, around) for other in usual):
                yield odd[0], usual
            elif len(odd) == len(usual) and _same(usual[0], odd[0], around):
                yield usual[0], odd
            elif any(_are_tied(odd[0], other, ties, series) for other in usual):
                yield odd[0], usual
            elif len(odd) == len(usual) and _are_tied(usual[0], odd[0], ties, series):
                yield usual[0], odd
    yield from _sites(found)


def _sites(found: Sequence[At]) -> Iterator[tuple[At, list[At]]]:
    """Each address of a site whose name is, but for one letter, that of another site."""
    sites: dict[str, list[At]] = {}
    for one in found:
        sites.setdefault(one.site, []).append(one)
    for first, second in itertools.combinations(list(sites)[:_MOST_SITES], 2):
        name, other = first.rpartition(".")[0], second.rpartition(".")[0]
        if abs(len(name) - len(other)) > 1 or min(len(name), len(other)) < _SITE or _FIGURES.search(name + other):
            continue
        odd, usual = (first, second) if len(sites[first]) < len(sites[second]) else (second, first)
        if len(sites[odd]) == 1 and likeness.slip(name, other):
            yield sites[odd][0], sites[usual]


def _addresses(document: Document) -> list[At]:
    text = document.text
    places = [(*found, False) for found in _address_words.addresses(text)]
    shown = [span for _, span, _ in places]
    places += [
        (link.target, link.span, True)
        for link in document.links[:_MOST]
        if link.target.startswith("http") and not any(span.overlaps(link.span) for span in shown[:_MOST])
    ]
    places.sort(key=lambda one: one[1])
    found: list[At] = []
    last = 0
    for written, span, hidden in places[:_MOST]:
        low = max(last, span.start - _BACK, text.rfind("\n\n", 0, span.start) + 1)
        found.append(_at(document, written, span, low, hidden=hidden))
        if len(found) > 1 and (again := _AGAIN.search(text[low : span.start])):
            above = found[-2:-1] if again["last"] else found[:-1]
            found[-1] = found[-1]._replace(above=frozenset(one.url for one in above))
        last = span.end
    return found


def _at(document: Document, written: str, span: Span, low: int, *, hidden: bool) -> At:
    text = document.text
    around = Span(low, span.start)
    titles = [one for each in (document.quotations_by_place, document.emphases_by_place) for one in each.at(around)]
    inside = [one for one in titles if low <= one.start and one.end <= span.start + (span.end - span.start) * hidden]
    first = low + _address_ties.own_start(text[low : span.start])
    own = next((one for one in reversed(inside) if one.start >= first and not text[one.start].islower()), None)
    folded = {normalise_title(text[slice(*one)]) for one in inside[-3:]}
    before = text[low : span.start]
    said = tuple(normalise_title(before).split()[-12:])
    behind = _address_words.ADDRESS.sub(" ", text[span.end : span.end + _FORTH].partition("\n\n")[0])
    after = max((one.end for one in inside if one.end <= span.start), default=low)
    numbers = frozenset(_NUMBERS.findall(text[after : span.start]))
    if hidden:
        numbers |= set(_NUMBERS.findall(text[slice(*span)]))
    return At(
        _compared(written),
        written,
        span,
        hidden,
        frozenset(one for one in folded if len(one) >= _LETTERS and len(one.split()) >= _TITLE),
        said,
        tuple(normalise_title(behind).split()[:_TAIL]),
        numbers,
        normalise_title(text[slice(*own)]) if own else "",
    )


def _compared(written: str) -> str:
    """An address without its fragment, its day as one piece, what is encoded in its query decoded."""
    path, question, query = normalise_url(written).partition("#")[0].partition("?")
    return _PATH_DAY.sub(r"\1-\2-\3", path) + question + unquote(query)


def _same(one: At, other: At, around: _address_words.Words) -> bool:
    """Whether both stand for one page, one of them mistyped."""
    left, right = _pieces(one.url), _pieces(other.url)
    differing = _differing(left, right)
    if len(left) != len(right) or len(differing) != 1 or _are_versions(differing[0][1:]):
        return False
    if _is_above(one, other, differing[0][1:]) or _is_above(other, one, differing[0][1:]):
        return True
    if differing[0][0] == 0:
        return len(left[0].rpartition(".")[0]) >= _SITE
    rest = (*left[1 : differing[0][0]], *left[differing[0][0] + 1 :])
    if differing[0][1].startswith("?"):
        least = min((len(number) for piece in differing[0][1:] for number in _FIGURES.findall(piece)), default=_LONG)
        return least >= _LONG and _address_words.is_slip(differing[0][1:], rest, around, one.span)
    if _is_id(differing[0][1:], rest):
        return True
    if _address_words.is_slip(differing[0][1:], rest, around, one.span) or _is_suffix(one.url, other.url):
        return True
    if _are_cited_alike(one, other):
        return True
    at, first, second = differing[0]
    if _are_numbered_apart(one, other, first, second):
        return False
    alike = _alike(one, other)
    if at == len(left) - 1 and (_PARTS.fullmatch(first) and _PARTS.fullmatch(second)):
        return alike
    return alike or bool(one.titles & other.titles)


@lru_cache(maxsize=1_000)
def _differing(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, str, str]]:
    """The pieces in which two addresses differ, with their numbers."""
    return [(at, a, b) for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]


def _are_numbered_apart(one: At, other: At, first: str, second: str) -> bool:
    """Whether other numbers stand before both, or no slip makes one number of the other: articles of one journal."""
    if one.numbers and other.numbers and not (one.numbers <= other.numbers or other.numbers <= one.numbers):
        return True
    return first.isdigit() and second.isdigit() and not likeness.like_numbers(first, second)


def _are_versions(pieces: Sequence[str]) -> bool:
    """Whether two pieces tell languages of one page apart, or parts of one list."""
    return bool(set(pieces) & _LANGUAGES) or any(map(_VERSION.match, pieces))


@lru_cache(maxsize=1_000)
def _pieces(url: str) -> tuple[str, ...]:
    """What stands between the strokes of a path, and each part of a query, with its sign `?`."""
    path, _, query = url.partition("?")
    return (*_SUFFIX.sub("", path).split("/"), *(f"?{part}" for part in query.split("&") if part))


def _rests(url: str) -> Iterator[str]:
    """What is left of an address without each piece of its path."""
    pieces = _pieces(url)
    yield from ("/".join((*pieces[:at], "*", *pieces[at + 1 :])) for at in range(1, len(pieces)))


def _are_tied(one: At, other: At, ties: _address_ties.Ties, series: Counter[str]) -> bool:
    """Whether two that differ in one piece, and have no third beside them, stand for one page by what is said there."""
    path, right = (_pieces(each.url) for each in (one, other))
    differing = _differing(path, right)
    if len(path) != len(right) or len(differing) != 1 or not differing[0][0]:
        return False
    at = differing[0][0]
    if series["/".join((*path[:at], "*", *path[at + 1 :]))] > _TWO:
        return False
    pieces = [path[at], right[at]]
    if _are_versions(pieces) or all(map(_DAY.fullmatch, pieces)):  # one writes every day
        return False
    change = _address_company.difference(pieces)
    if change and len(change.odd) >= _LONG and change.is_number and not likeness.slipped_number(*change[:2]):
        return False
    if _address_company.are_random(pieces) or ties.are_said_of_one(one.span, other.span, pieces):
        return True
    titled = one.own and other.own and not (one.own.startswith(other.own) or other.own.startswith(one.own))
    return not titled and ties.stand_in_one_company(one.span, other.span, pieces, path[at + 1 :])


def _is_id(pieces: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether two ids differ as by a slip, in addresses that name their page by one headline as well."""
    one, other = pieces
    if len(one) < _ID:
        return False
    if likeness.is_swapped(one, other) and any(map(_address_words.is_headline, rest)):
        return True
    titled = any(len(re.findall("[a-z]{2,}", piece)) >= _TITLED for piece in rest)
    mixed = all(re.fullmatch(r"(?=.*[0-9])(?=.*[a-z])[0-9a-z]+", each) for each in pieces)
    return titled and mixed and likeness.like_numbers(one, other)


def _is_above(one: At, other: At, pieces: Sequence[str]) -> bool:
    """Whether the text says that it gave the page of `one` before, and it gave only the other one, much like it."""
    if other.url not in one.above or one.url in one.above:
        return False
    change = _address_company.difference(pieces)
    return len(one.above) == 1 or (change is not None and likeness.like_numbers(change.odd, change.usual))


def _is_suffix(one: str, other: str) -> bool:
    """Whether nothing but the name of the kind of file differs, of which one is none: `.dpf`."""
    kinds = [_KIND.search(url) for url in (one, other)]
    if None in kinds or one.rpartition(".")[0] != other.rpartition(".")[0]:
        return False
    names = [kind[1] for kind in kinds if kind]
    return sum(name in _KINDS for name in names) == 1 and likeness.slip(*names)


def _are_cited_alike(one: At, other: At) -> bool:
    """Whether the same words stand before and behind both, and those behind say a day: `..., accessed 4 June 2012`."""
    return (
        one.lead[-_TAIL:] == other.lead[-_TAIL:]
        and len(one.tail) == _TAIL
        and one.tail == other.tail
        and any(word.isdigit() for word in one.tail)
    )


def _alike(one: At, other: At) -> bool:
    return len(one.lead) >= _LEAD and one.lead[-_LEAD:] == other.lead[-_LEAD:]
