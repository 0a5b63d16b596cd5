"""When two references in prose, other than letters, are to one work; each answer names its evidence.

What is compared: title, people, container (journal, newspaper, book), volume, number, year, day, first page, symbol,
address. One of them may differ, as by a slip, where the others hold the two together.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import _pages, _people
from juslint.words import likeness, recurring

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.reference import Reference

TITLE = "title"
SIGNED = "author and title"
DAY = "title and date"
CONTAINER = "place of publication"
SLIP = "title but for a slip"

_LONG = 20  # characters of a title that can speak for itself
_WORDS = 4
_NEAR = 95
_FAR = 70
_NEAR_CONTAINER = 90
_CONTENT = 2  # words that carry the meaning of a short title
_GENERIC = re.compile(  # titles that many works bear, year after year
    r"^(?:(?:first|second|third|fourth|fifth|sixth|[0-9]+(?:st|nd|rd|th)) )?(?:periodic|annual|interim|final|world"
    r"|yearly|quarterly|monthly|weekly|daily|progress|country|global|human development|concluding|general|addendum"
    r"|report of the|reports of|note by|note verbale|summary|press|yearbook|juridical yearbook|collection|recueil"
    r"|digest|records|proceedings|official records|message|remarks|briefing|bulletin|newsletter|situation report"
    r"|letter|statement|interview|introduction)\b"
)
_WORKS = frozenset({"book", "chapter", "article", "report", "statement"})
_OF_WORDS = frozenset({"of", "the", "and", "in", "on", "for", "de", "des", "la", "du"})


def title_key(reference: Reference) -> str | None:
    """The normalised title without its subtitle, where it is long and particular enough to speak for itself."""
    title = reference.text_of("title")
    if not title or reference.family in {"web-page", "letter", "newspaper"}:
        return None
    return title_key_of(title)


def title_key_of(title: str) -> str | None:
    """The same of a title."""
    whole = normalise_title(title)
    if len(whole) < _LONG or len(whole.split()) < _WORDS or _GENERIC.match(whole):
        return None
    return normalise_title(title.partition(": ")[0])


def day_key(reference: Reference) -> str | None:
    """Title, people and day: for titles that are borne again and again, but once a day."""
    title, date, who = reference.text_of("title"), reference.date_of(), _people.first(reference)
    if not title or not who or date is None or not date.day or reference.family not in _WORKS:
        return None
    words = normalise_title(title)
    return f"{words}|{who}|{date.iso()}" if len(words.split()) >= _WORDS else None


def people_key(reference: Reference) -> str | None:
    """Who wrote it and when, to find the titles that differ by a slip."""
    who, year = _people.first(reference), year_of(reference)
    return f"{who}|{year}" if who and year and reference.family in _WORKS else None


def place_key(reference: Reference) -> str | None:
    """The journal and the page on which an article begins, to find what is misspelt in name and title."""
    first, container = _pages.first(reference), reference.text_of("container")
    return f"{normalise_title(container)}|{first}" if first and container else None


def short_key(reference: Reference) -> str | None:
    """The short title of a book, article or chapter, and its author."""
    title, who = reference.text_of("title"), _people.first(reference)
    if reference.family not in {"book", *_pages.HELD} or not title or not who or title_key(reference):
        return None
    return f"{who}|{normalise_title(title.partition(': ')[0])}"


def same_work(one: Reference, other: Reference) -> str | None:
    """The evidence that both are one work; None where it is wanting."""
    if one.family != other.family or one.family not in _WORKS or not _may_be_one(one, other) or other_issue(one, other):
        return None
    authors, others = (_people.names(each, "author", "editor", "issuer") for each in (one, other))
    alike = _people.alike(authors, others) if authors and others else None
    place = _one_place(one, other)
    if same_title(one, other):
        if alike is False or (alike is None and one.family in {"book", "chapter"}):
            return f"{TITLE} and {CONTAINER}" if place else None
        telling = one.family == "book" or (title_key(one) and title_key(other)) or (alike and _one_column(one, other))
        if not telling:
            return f"{TITLE} and {CONTAINER}" if place else None
        return SIGNED if alike else TITLE
    return SLIP if _slipped_title(one, other, alike=bool(alike), place=place) else None


def _may_be_one(one: Reference, other: Reference) -> bool:
    """Whether the titles are near enough to be looked at closely: most pairs are not."""
    left, right = (normalise_title(each.text_of("title") or "") for each in (one, other))
    if left == right or left.startswith(right) or right.startswith(left):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(left, right) >= _FAR


def same_day(one: Reference, other: Reference) -> str | None:
    """The evidence of `day_key`."""
    return DAY if one.family == other.family and not other_issue(one, other) else None


def same_title(one: Reference, other: Reference) -> bool:
    """The same words, or nearly and with the same digits; a subtitle may be missing on one side."""
    titles = [each.text_of("title") or "" for each in (one, other)]
    left, right = map(normalise_title, titles)
    if left == right:
        return bool(left)
    mains = [normalise_title(title.partition(": ")[0]) for title in titles]
    if mains[0] == mains[1] and (left == mains[0] or right == mains[1]):
        return True
    if re.findall(r"\d+", left) != re.findall(r"\d+", right):
        return False
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(left, right) >= _NEAR and likeness.one_title(*titles, words=0)


def one_word_apart(one: Reference, other: Reference) -> bool:
    """Whether both are of one day, under long titles that differ in a word or number."""
    titles, days = [each.text_of("title") or "" for each in (one, other)], [each.date_of() for each in (one, other)]
    if days[0] is None or not days[0].day or days[0] != days[1]:
        return False
    long = min(len(normalise_title(title).split()) for title in titles) > _WORDS
    return long and len(likeness.differing(*titles)) == 1


def year_of(reference: Reference) -> int | None:
    """The year in which it appeared, as far as the reference says."""
    date = reference.date_of()
    return date.year if date else reference.number_of("year")


def other_issue(one: Reference, other: Reference) -> bool:
    """Whether something makes them two: another container, symbol, number or volume that is no mere slip."""
    if not same_container(one, other):
        return True
    symbols = [each.text_of("symbol") for each in (one, other)]
    if all(symbols) and symbols[0] != symbols[1] and not _slipped_symbol(one, other):
        return True
    if _other_page(one, other):
        return True
    facts = [_facts(each) for each in (one, other)]
    told = [(left, right) for left, right in zip(*facts, strict=True) if left and right]
    wrong = [pair for pair in told if pair[0] != pair[1]]
    numbered = [pair for pair in zip(facts[0][:2], facts[1][:2], strict=True) if all(pair) and pair[0] != pair[1]]
    if not numbered:
        return one.family == "article" and len(wrong) > 1  # the paper of another day, on another page
    if one.family in {"article", "report"} and one.family == other.family:
        return len(wrong) > 1 or len(told) < 2
    return True


def _other_page(one: Reference, other: Reference) -> bool:
    """Whether both date and address are another: two facts are no slip."""
    urls = [normalise_url(each.text_of("url") or "") for each in (one, other)]
    dates = [each.date_of() or year_of(each) for each in (one, other)]
    return all(urls) and all(dates) and urls[0] != urls[1] and dates[0] != dates[1]


def same_container(one: Reference, other: Reference) -> bool:
    """Whether both stand in one journal or book, or one does not say where: abbreviated or in full."""
    left, right = ((each.text_of("container") or "").partition(": ")[0] for each in (one, other))
    if not left or not right:
        return True
    first, second = ([w for w in normalise_title(each).split() if w not in _OF_WORDS] for each in (left, right))
    if first == second or _initials(first, second) or _initials(second, first):
        return True
    pairs = zip(first, second, strict=False)
    if len(first) == len(second) and all(a.startswith(b) or b.startswith(a) for a, b in pairs):
        return True
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    return fuzz.ratio(" ".join(first), " ".join(second)) >= _NEAR_CONTAINER


def _initials(one: list[str], other: list[str]) -> bool:
    return len(one) == 1 and len(other) > 1 and one[0] == "".join(word[0] for word in other)


def _facts(reference: Reference) -> tuple[str | None, str | None, str | None, str | None]:
    """Volume, number, day or year, and first page."""
    year, page, date = year_of(reference), _pages.first(reference), reference.date_of()
    volume, number = (normalise_title(reference.text_of(part) or "") or None for part in ("volume", "number"))
    appeared = date.iso() if date and date.day and "volume" not in reference.parts else year and str(year)
    return volume, number, appeared or None, str(page) if page else None


def _slipped_symbol(one: Reference, other: Reference) -> bool:
    dates: list[Date | None] = [each.date_of() for each in (one, other)]
    if dates[0] is None or dates[0] != dates[1] or not dates[0].day:
        return False
    return slipped_symbol(one.text_of("symbol") or "", other.text_of("symbol") or "")


def slipped_symbol(one: str, other: str) -> bool:
    """Whether two symbols differ by a slip in one of their numbers."""
    left, right = (re.split(r"[/-]", each) for each in (one, other))
    if len(left) != len(right):
        return False
    pairs = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and all(part.isdigit() for part in pairs[0]) and likeness.slipped_number(*pairs[0])


def _one_place(one: Reference, other: Reference) -> bool:
    """Whether both stand at one address, on one page of one journal, or in one paper of one day."""
    urls = [each.text_of("url") for each in (one, other)]
    if all(urls) and len(urls[0] or "") > 25 and normalise_url(urls[0] or "") == normalise_url(urls[1] or ""):
        return True
    if not one.text_of("container") or not other.text_of("container") or not same_container(one, other):
        return False
    pages = [_pages.first(each) for each in (one, other)]
    years, volumes = [year_of(each) for each in (one, other)], [each.text_of("volume") for each in (one, other)]
    if pages[0] and pages[0] == pages[1] and (years[0] == years[1] or (volumes[0] and volumes[0] == volumes[1])):
        return True
    days = [each.date_of() for each in (one, other)]
    return days[0] is not None and bool(days[0].day) and days[0] == days[1]


def _one_column(one: Reference, other: Reference) -> bool:
    """Whether a person hardly gave two texts in one journal, paper or book this short title."""
    title = normalise_title(one.text_of("title") or "")
    content = [word for word in title.split() if word not in _OF_WORDS and len(word) > 2]
    if len(content) < _CONTENT or recurring.recurs(title) or _GENERIC.match(title) or _people.is_body(one):
        return False
    return bool(one.text_of("container") and other.text_of("container"))


def _slipped_title(one: Reference, other: Reference, *, alike: bool, place: bool) -> bool:
    """Whether the titles are one but for a slip; a whole other word only where the rest leaves no doubt."""
    titles = (one.text_of("title") or "", other.text_of("title") or "")
    if place and (alike or one.family == "article"):
        return likeness.one_title(*titles, words=1)
    if not alike or year_of(one) is None or year_of(one) != year_of(other):
        return False
    days = [each.date_of() for each in (one, other)]
    person = len(_people.names(one, "author", "editor")[:1]) == 1 and not _people.is_body(one)
    publisher = one.text_of("publisher") and one.text_of("publisher") == other.text_of("publisher")
    dated = days[0] is not None and bool(days[0].day) and days[0] == days[1]
    return likeness.one_title(*titles, words=1 if person and (publisher or dated) else 0)
