"""The words, dates, numbers, symbols, ranges and addresses of a stretch of text, one behind the other."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from juslint.dates import MONTHS, Date
from juslint.details.words import SHORT
from juslint.document import Span
from juslint.knowledge import normalise_title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TIMES = frozenset({"year", "date", "month"})  # kinds
_MONTH = "|".join(sorted({*MONTHS, *(month[:3] for month in MONTHS), "Sept"}, key=len, reverse=True))
_LONG_MONTH = "|".join((*MONTHS, *map(str.upper, MONTHS)))
# A group for each form of what stands in figures and names; `plain` and `word` are words.
_URL = r"https?://[^\s<>\"“”]+|www\.[^\s<>\"“”]+"
_NTH = r"[0-9]{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"\b{_NTH}\s+(?:of\s+)?(?:{_MONTH}|{_LONG_MONTH})\.?,?\s+[12][0-9]{{3}}(?![0-9A-Za-z])"
    rf"|\b(?:{_MONTH}|{_LONG_MONTH})\.?\s+{_NTH},\s+[12][0-9]{{3}}(?![0-9A-Za-z])"
    r"|\b(?:1[5-9]|20)[0-9]{2}-[01][0-9]-[0-3][0-9](?![0-9A-Za-z])"
    r"|(?<![\w/.])(?:[0-9]{1,2}/[0-9]{1,2}/|[0-9]{1,2}\.[0-9]{1,2}\.)(?:1[5-9]|20)[0-9]{2}(?![\w/])"
)
_PAGE = r"[0-9]{1,6}(?:,[0-9]{3})?"
_TO = rf"{_PAGE}\sto\s{_PAGE}\b"  # a range behind `pages`
_FORMS = {  # tried in this order; what one of them matches, an earlier one does not match elsewhere, but for `_BOUND`
    "url": _URL,
    "date": _DATE,
    "day": (
        rf"\b{_NTH}\s+(?:of\s+)?(?:{'|'.join(MONTHS)})(?![0-9A-Za-z])"
        rf"|\b(?:{'|'.join(MONTHS)})\s+{_NTH}(?![0-9A-Za-z]|\s?[-\u2013])"
    ),
    "month": rf"\b(?:{'|'.join(MONTHS)})\s+[12][0-9]{{3}}(?![0-9A-Za-z])",
    "code": (
        r"(?<![\w/])(?=[^\s,;()\[\]]{0,40}[0-9])[A-Za-z0-9]{1,12}(?:[.:/-][A-Za-z0-9]{1,12}){0,8}/[A-Za-z0-9]{1,12}"
        r"(?:[.:/-][A-Za-z0-9]{1,12}){0,8}|(?<![\w/])[0-9]{4}:[0-9]{1,6}(?![\w/])"
        r"|(?<![\w/.])(?=[A-Z]{0,6}\.?[0-9])[A-Z]{0,6}(?:\.[A-Z0-9]{1,5}){3,5}\b|\b[A-Z]{1,6}-[0-9]{2,6}\b"
        r"|\b[12][0-9]{3}[a-d]\b"
        r"|\b[A-Z]{2,10}(?:-[A-Z]{2,6})?(?:\([0-9]{4}\))?[0-9]{3,8}(?:[-.][A-Z0-9]{1,8}){0,4}\b"
        r"|(?<![\w+/.-])[0-9]{2,6}(?:-[0-9]{2,6}){2,4}(?![\w/-])"
    ),
    "range": rf"\b{_PAGE}(?:--|[-\u2013]){_PAGE}\b(?!\s(?:{_LONG_MONTH}))",  # not the days of `3-5 May`
    "ordinal": r"\b[0-9]{1,6}(?:st|nd|rd|th)\b",
    "number": r"(?<![\w.,])[0-9]{1,12}(?:[,.][0-9]{3}){0,4}(?![\w/])",
}
_WORD = r"[^\W\d_][\w\u2019'-]{0,60}"
_FORM = re.compile(
    "|".join(f"(?P<{form}>{pattern})" for form, pattern in {**_FORMS, "range": f"{_FORMS['range']}|{_TO}"}.items())
    + f"|(?P<word>{_WORD})"
)
_TOKEN = re.compile(  # white space, and what stands in one of the forms
    r"(\s{0,4})([a-z]{1,60}+(?=[\s,;)])"  # most words: nothing else begins and ends so
    rf"|(?=[0-9A-Z.hw]|[a-z][A-Za-z0-9.:/-]{{0,116}}/)(?:(?:(?<=[Pp]ages\s)|(?<=pp\s)|(?<=pp\.\s)){_TO}|{'|'.join(_FORMS.values())})"
    rf"|{_WORD})"
)
_BOUND = re.compile(r"[A-Z]{1,6}-[0-9]{2,6}")  # a code, but a word right behind another word's sign
_AT_HAND = 50_000  # tokens of which it is remembered what they say
_MOST = 400  # words of a segment that are looked at
_SUFFIX = re.compile(r"['\u2019](?:s|t|d|ll|ve|re)?$")
_MARKS = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"  # of a note, behind a word
_PARTICLE = re.compile(r"(?:a[bdlnrstz]|ash|el|bin|ibn|ben)-(?=[A-Z])")  # before a name: al-Najjar
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_DIGITS = re.compile(r"[0-9]+")


class Detail(NamedTuple):
    """A date, number, name or word: its kind, its value as compared and as written, and where it stands.

    `key` is the same wherever the same is said. `segment` is the number of its segment, `at` its own number there,
    `gap` what stands before it in the segment.
    """

    kind: str
    value: str
    key: tuple[str, str]
    said: str
    start: int
    segment: int
    at: int
    gap: str

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return Span(self.start, self.start + len(self.said))


def year_of(one: Detail) -> Detail:
    """A year, or that of a day or month, where it stands in it."""
    year = one.value[:4]
    at = one.said.rfind(year)
    if one.kind == "year" or at < 0:
        return one
    return one._replace(kind="year", value=year, key=("year", year), said=year, start=one.start + at)


def tokens(text: str, span: Span, segment: int) -> list[Detail]:
    """The details of a segment: what stands between two of them, and each, come from one call for all of them."""
    parts = _TOKEN.split(text[slice(*span)], 2 * _MOST)
    made: Callable[[Iterable[Any]], Detail] = partial(tuple.__new__, Detail)  # what Detail._make does, in half the time
    found: list[Detail] = []
    add, told = found.append, _TOLD
    rest, end = "", span.start
    for before, space, raw in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        kind, value, key, said = told[raw]
        if before or rest:
            gap = rest + before + space
            start = end + len(gap) - len(rest)
        else:
            gap = space
            start = end + len(gap)
        end = start + len(raw)
        if kind == "code" and _BOUND.fullmatch(raw) and re.match(r"\w", text[max(0, start - 1) : start]):
            kind, value = key = _key("word", raw)
        if value:
            add(made((kind, value, key, said, start, segment, len(found), gap)))
            rest = "" if said == raw else raw[len(said) :]
        else:
            rest = gap + raw
    return found[:_MOST]


class _Told(dict[str, tuple[str, str, tuple[str, str], str]]):
    """What tokens say, as `_told` has it: a word of a text is asked about so often that a look into a cache counts."""

    def __missing__(self, raw: str) -> tuple[str, str, tuple[str, str], str]:
        if len(self) >= _AT_HAND:
            self.clear()
        found = self[raw] = _told(raw)
        return found


def _told(raw: str) -> tuple[str, str, tuple[str, str], str]:
    """Kind, value and both of them, and how much of a token says it; an empty value where it says nothing."""
    found = None if raw.isalpha() else _FORM.fullmatch(raw)
    form = found.lastgroup or "" if found else "word" if raw.isalpha() else "code"  # whose digit stands behind it
    said = raw
    if form == "word" and not raw.isalpha():
        said = _SUFFIX.sub("", raw.rstrip(_MARKS))
    elif form == "url":
        said = raw.rstrip(".,;)'_*`")
    key = _key(form, said)
    return *key, key, said


_TOLD = _Told()


def _key(form: str, said: str) -> tuple[str, str]:
    """Kind and value of a token of one of the forms; an empty value where it is nothing."""
    if form == "word":
        value = said.lower() if said.isascii() and said.isalpha() else normalise_title(said)
        if said[:1].isupper() or _PARTICLE.match(said):
            return "name", SHORT.get(value, value)
        plural = len(value) > 4 and value.endswith("s") and not value.endswith(("ss", "is"))
        value = value[:-1] if plural else value
        return "word", SHORT.get(value, value)
    if form in {"date", "month"}:
        date = Date.parse(said.replace(".", "")) or _in_figures(said)
        return form, date.iso() if date else ""
    if form == "day":
        date = Date.parse(f"{said} 2000")
        return form, date.iso()[4:] if date else ""
    if form == "number" and _YEAR.fullmatch(said):
        form = "year"
    if form == "range":
        return form, re.sub(r"\sto\s|\u2013|--", "-", said).replace(",", "")
    return form, said.casefold() if form == "url" else said.replace("\u2013", "-").replace(",", "")


def _in_figures(said: str) -> Date | None:
    """The day that figures alone name: `24/11/2023`; none where day and month may be either, `3/4/2023`."""
    figures = [int(one) for one in _DIGITS.findall(said)]
    if len(figures) != 3:
        return None
    day, month, year = figures
    if month > 12:
        day, month = month, day
    elif "/" in said and day <= 12 and day != month:
        return None
    return Date.parse(f"{year}-{month:02d}-{day:02d}")
