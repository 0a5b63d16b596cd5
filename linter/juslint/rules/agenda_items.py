"""Agenda items that do not agree: their number with their titles, the head with the closing request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.finding import Finding, Related
from juslint.knowledge import normalise_title
from juslint.rules import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.document import Span
    from juslint.masthead import Masthead
    from juslint.rules import Context

RULE = Rule(
    name="agenda-items",
    severity="warning",
    summary="The agenda items in the head of a document do not agree with their titles or with the closing request.",
    why=(
        "A letter is circulated under the items that it names. Items are renumbered every session, so a list that "
        "was taken over from last year's letter sends it to other items."
    ),
    source=(
        "Practice of the General Assembly: the head lists the items and, below, the title of each in the same "
        "order; the closing request of a letter repeats the items."
    ),
    wrong=(
        (
            "Distr.: General\n24 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nAgenda items 30, 58 "
            "and 64\n\n"
            "Letter dated 23 February 2023 from the Permanent Representative of Azerbaijan to the United Nations "
            "addressed to the Secretary-General\n\nI should be grateful if you would have the present letter "
            "circulated as a document of the General Assembly, under agenda items 30, 58 and 66.\n"
        ),
    ),
    right=(
        (
            "Distr.: General\n24 February 2023\n\nGeneral Assembly\nSeventy-seventh session\n\nAgenda items 30, 58 "
            "and 64\n\n"
            "Letter dated 23 February 2023 from the Permanent Representative of Azerbaijan to the United Nations "
            "addressed to the Secretary-General\n\nI should be grateful if you would have the present letter "
            "circulated as a document of the General Assembly, under agenda items 30, 58 and 64.\n"
        ),
    ),
)

_SAME_TITLE = 85  # likeness from 0 to 100


def check_document(context: Context) -> Iterator[Finding]:
    """At most one finding of each kind."""
    masthead = context.document.masthead
    if masthead is None:
        return
    yield from _repeated(masthead, context)
    yield from _closing(masthead, context)
    yield from _count(masthead, context)
    yield from _titles(masthead, context)


def _repeated(masthead: Masthead, context: Context) -> Iterator[Finding]:
    for items in (masthead.items, masthead.closing_items):
        twice = [number for number in dict.fromkeys(items.numbers) if items.numbers.count(number) > 1] if items else []
        if items and twice:
            yield _finding(context, items.span, f"{_named(twice)} stands twice in this list: check the numbers")


def _closing(masthead: Masthead, context: Context) -> Iterator[Finding]:
    """The head against the closing request, by whole items: a request may leave the letters out."""
    if masthead.items is None or masthead.closing_items is None:
        return
    head, closing = masthead.items, masthead.closing_items
    asked, listed = (dict.fromkeys(_whole(number) for number in items.numbers) for items in (closing, head))
    missing = [number for number in listed if number not in asked]
    more = [number for number in asked if number not in listed]
    said = []
    if missing:
        said.append(f"{_named(missing)} of the head {'is' if len(missing) == 1 else 'are'} missing here")
    if more:
        said.append(f"{_named(more)} {'is' if len(more) == 1 else 'are'} not in the head")
    if said:
        yield _finding(
            context,
            closing.span,
            f"the closing request and the head name different items: {', and '.join(said)}",
            (Related(context.document.path, head.span, f"the head lists {', '.join(head.numbers)}"),),
        )


def _count(masthead: Masthead, context: Context) -> Iterator[Finding]:
    if masthead.items is None or not masthead.titles:
        return
    numbers, titles = masthead.items.numbers, len(masthead.titles)
    # an item with letters may have one title, or one for itself and one for each letter
    least = len({_whole(number) for number in numbers})
    most = len(numbers) + len({_whole(number) for number in numbers if _whole(number) != number})
    if not least <= titles <= most:
        yield _finding(
            context,
            masthead.items.span,
            f"{least} agenda items are listed and {titles} title{'s' if titles > 1 else ''}: one of the lists is "
            f"incomplete",
            tuple(Related(context.document.path, title.span, "a title") for title in masthead.titles),
        )


def _titles(masthead: Masthead, context: Context) -> Iterator[Finding]:
    """Titles against those that the session is known to have for these items."""
    items, titles, session = masthead.items, masthead.titles, masthead.session
    if items is None or session is None or len(titles) != len(items.numbers):
        return
    if masthead.organs and "General Assembly" not in {organ.text for organ in masthead.organs}:
        return
    from rapidfuzz import fuzz  # noqa: PLC0415 - late: most texts need it not

    for number, title in zip(items.numbers, titles, strict=True):
        known = context.knowledge.agenda_title(session.number, number) if number.isdigit() else None
        if known is None or fuzz.partial_ratio(normalise_title(known), normalise_title(title.text)) >= _SAME_TITLE:
            continue
        yield _finding(
            context,
            title.span,
            f"the title of item {number} stands here, and in the {session.number}th session that item is known as "
            f"“{known}”: check number and title",
            (Related(context.document.path, items.span, f"item {number} is listed here"),),
        )


def _whole(number: str) -> str:
    return re.match(r"[0-9]*", number).group()  # type: ignore[union-attr]


def _named(numbers: Sequence[str]) -> str:
    if len(numbers) == 1:
        return f"item {numbers[0]}"
    return f"items {', '.join(numbers[:-1])} and {numbers[-1]}"


def _finding(context: Context, span: Span, message: str, related: tuple[Related, ...] = ()) -> Finding:
    return Finding(RULE.name, RULE.severity, context.document.path, span, message, related)
