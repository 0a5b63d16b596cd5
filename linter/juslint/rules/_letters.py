"""When two mentions are of one letter: by whom and to whom it went, and by date, symbol or address.

Two letters of one day to two addressees are two. Between offices that write to each other every week only a symbol, an
address or a subject shows that a date differs by a slip.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from juslint.knowledge import normalise_title, normalise_url
from juslint.rules import _works
from juslint.words import likeness

if TYPE_CHECKING:
    from juslint.dates import Date
    from juslint.reference import Reference
    from juslint.rules import Context

_STANDING = re.compile(  # who writes, or is written to, all the time
    r"\b(?:permanent (?:representative|mission|observer|delegation)|permanent representatives|charge daffaires"
    r"|secretary general|president of the (?:security council|general assembly|human rights council|economic)"
    r"|high commissioner|special rapporteur|registrar|executive secretary|chair(?:man|person)?)\b"
)
_DAY = re.compile(r"\b([0-9]{1,2})\s+(?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)")
_THE = re.compile(  # of a sentence of its own
    r"\.\s+(?:(?:In|By|See|With|To)\s+)?[Tt]he\s+(?:contents\s+of\s+the\s+|said\s+)?$"
)
_ANOTHER = re.compile(
    r"\b(?:an?other|second|third|further|later|earlier|again|also|previous|subsequent\w*|followed|repl\w+|answer\w*|respon\w+"
    r"|two|both|former|latter|next|new|letters|verbales)\b",
    re.IGNORECASE,
)
_NEAR = 3  # days
_PARAGRAPH = 5_000  # characters between two mentions of one paragraph
_SHORT = 5  # letters: Iran and Iraq, Mali and Malta are no slips
_STATES = frozenset({frozenset({"ireland", "iceland"}), frozenset({"gambia", "zambia"})})  # nor are these
_LEAST = 10  # characters of the name of a sender or addressee that may be misspelt


def between(reference: Reference) -> tuple[str, str] | None:
    """Sender and addressee, folded, where both are said."""
    sender, recipient = reference.text_of("sender"), reference.text_of("recipient")
    if reference.family != "letter" or not sender or not recipient:
        return None
    return normalise_title(sender), normalise_title(recipient)


def key(reference: Reference, part: str) -> str | None:
    """The two between whom it went, with its date (to the day), symbol, address or subject."""
    parties = between(reference)
    if parties is None:
        return None
    if part == "date":
        date = reference.date_of()
        value = date.iso() if date and date.day else None
    else:
        value = reference.text_of(part)
        value = value and (normalise_title(value) if part == "title" else normalise_url(value))
    return "|".join((*parties, value)) if value else None


def address_key(reference: Reference) -> str | None:
    """The address of a letter, where it leads to a page."""
    url = reference.text_of("url") if reference.family == "letter" else None
    address = normalise_url(url) if url else ""
    return address if len(address.partition("/")[2]) > 8 else None


def side_key(reference: Reference, part: str) -> str | None:
    """One of the two with the date: the other may be misspelt."""
    parties, date = between(reference), reference.date_of()
    if parties is None or date is None or not date.day:
        return None
    return f"{parties[part == 'recipient']}|{date.iso()}"


def pair_key(reference: Reference) -> str | None:
    """The two alone."""
    parties = between(reference)
    return "|".join(parties) if parties else None


def stands(side: str) -> bool:
    """Whether a folded name is that of an office that writes, or is written to, all the time."""
    return bool(_STANDING.search(side))


def tells_of_another(words: str) -> bool:
    """Whether words speak of another letter, of a reply or of several."""
    return bool(_ANOTHER.search(words))


def one_of_two_dates(one: Reference, other: Reference, gap: Gap | None) -> bool:
    """Whether two letters between the same two, the only ones, are one whose date differs by a slip.

    `gap` stands between the mentions (None: they stand in two texts). Months apart they are two letters; so they are
    where a day between theirs is named, as that of an answer. Offices that write all the time must speak of *the*
    letter twice in one paragraph, with no word of another one.
    """
    dates = [each.date_of() for each in (one, other)]
    if dates[0] is None or dates[1] is None or not slipped_date(dates[0], dates[1]):
        return False
    months = {(date.year, date.month) for date in dates if date}
    if len(months) == 2 and len({month for _, month in months}) == 2:
        return False
    days = sorted(date.day for date in dates if date and date.day)
    if gap is not None and any(gap.names(day) for day in range(days[0] + 1, days[-1])):
        return False
    if not any(map(stands, between(one) or ())):
        return True
    if gap is None or len(months) > 1 or days[-1] - days[0] > _NEAR or gap.end - gap.start > _PARAGRAPH:
        return False
    words = gap.words()
    return "\n\n" not in words and bool(_THE.search(words)) and not _ANOTHER.search(words)


class Gap(NamedTuple):
    """The words between two mentions in one text, which may be most of it."""

    context: Context
    start: int
    end: int

    def words(self) -> str:
        """The words themselves."""
        return self.context.document.text[self.start : self.end]

    def names(self, day: int) -> bool:
        """Whether the words name a day of a month by this number."""
        places = self.context.once(_days).get(day, ())
        at = bisect_left(places, self.start)
        return at < len(places) and places[at] < self.end


def _days(context: Context) -> dict[int, list[int]]:
    """Where a text names each day of a month."""
    found: dict[int, list[int]] = {}
    for day in _DAY.finditer(context.document.text):
        found.setdefault(int(day[1]), []).append(day.start())
    return found


def same_but_for_slip(one: Reference, other: Reference) -> bool:
    """Whether sender and addressee are the same but for a misspelt word."""
    left, right = between(one), between(other)
    if left is None or right is None:
        return False
    sides = [pair for pair in zip(left, right, strict=True) if pair[0] != pair[1]]
    return len(sides) == 1 and misspelt(*sides[0]) and not told_apart(one, other)


def compatible(one: Reference, other: Reference) -> bool:
    """Whether sender and addressee, as far as both say them, can be the same."""
    for part in ("sender", "recipient"):
        sides = [normalise_title(each.text_of(part) or "") for each in (one, other)]
        if all(sides) and sides[0] not in sides[1] and sides[1] not in sides[0] and not misspelt(*sides):
            return False
    return True


def slipped_date(one: Date, other: Date) -> bool:
    """Whether two dates to the day differ in a single digit, or only in the month, or by a day."""
    if not (one.month and one.day and other.month and other.day) or one.last or other.last:
        return False
    if one.month == other.month and one.year == other.year:
        return abs(one.day - other.day) == 1 or likeness.slip(f"{one.day:02d}", f"{other.day:02d}")
    if one.day == other.day and one.year == other.year:
        return True
    return one[1:3] == other[1:3] and likeness.slip(str(one.year), str(other.year))


def told_apart(one: Reference, other: Reference) -> bool:
    """Whether symbol or address say that they are two."""
    for part in ("symbol", "url"):
        said, written = one.text_of(part), other.text_of(part)
        if said and written and normalise_url(said) != normalise_url(written):
            return True
    return False


def slipped_symbol(one: Reference, other: Reference) -> bool:
    """Whether two letters between the same two on one day have symbols that differ by a slip."""
    said, written = one.text_of("symbol"), other.text_of("symbol")
    return not said or not written or said == written or _works.slipped_symbol(said, written)


def misspelt(one: str, other: str) -> bool:
    """Whether two names of one office or person are the same but for a slip in one word."""
    words, others = one.split(), other.split()
    if len(words) != len(others) or min(len(one), len(other)) < _LEAST:
        return False
    pairs = [pair for pair in zip(words, others, strict=True) if pair[0] != pair[1]]
    if len(pairs) != 1 or min(map(len, pairs[0])) <= _SHORT or frozenset(pairs[0]) in _STATES:
        return False
    left, right = pairs[0]
    return not left.startswith(right) and not right.startswith(left) and likeness.slip(left, right)
