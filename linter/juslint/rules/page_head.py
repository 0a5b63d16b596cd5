"""The head of one page that differs from those of all others: `A/74/8`, and once `A/74/6`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Edit, Finding, Fix
from juslint.rules import Rule
from juslint.rules._places import Place, listed, related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

_PAGE = (  # of the examples: the heads of pages are far from each other
    "The members spoke of water, of roads and of the price of bread. A second round of talks was foreseen for the "
    "autumn, when the harvest would be in. Nobody asked for the floor when the chair put the question. What remained "
    "of the day went to the reports of the three working parties, which had met in the old library. Their findings "
    "were laid out on two tables near the window, with maps, samples of soil and a short film.\n\n"
)
RULE = Rule(
    name="page-head",
    severity="warning",
    summary="The head of one page has another number or date than those of all other pages.",
    why="Whoever has that page alone looks for a document that does not exist, or for another one.",
    source=(
        "juslint's own. Heads of pages are lines far from each other that are the same but for the page number; the "
        "odd one has others before and behind it."
    ),
    wrong=(_PAGE.join(f"A/HRC/55/L.{number}/Add.3\n\n" for number in (12, 12, 21, 12, 12)),),
    right=(
        _PAGE.join(f"A/HRC/55/L.12/Add.3 | page {number}\n\n" for number in (1, 2, 3, 4, 5)),
        _PAGE.join(f"Survey of the harbours, part {number}\n\n" for number in (1, 1, 1, 1, 2)),
    ),
)
_LINE = re.compile(
    r"^[ \t]{0,80}(?:[0-9]{1,4}[ \t]{1,80})?(?P<head>\S[^\n]{8,160}?)(?:[ \t]{1,80}[0-9]{1,4})?[ \t]{0,80}$",
    re.MULTILINE,
)
_DIGITS = re.compile(r"[0-9]+")
_STROKES = 2  # of a symbol; other lines that recur may count: `Adopted by 15 votes`
_USUAL = 3  # heads that say the same
_FAR = 400  # characters between two heads


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each number that one head alone has."""
    heads: dict[str, list[re.Match[str]]] = defaultdict(list)
    for line in _lines(context.document.text):
        heads[_DIGITS.sub("0", line["head"])].append(line)
    for form, lines in heads.items():
        if len(lines) > _USUAL and "0" in form and form.count("/") >= _STROKES and _are_far(lines):
            yield from _odd(context, lines)


def _lines(text: str) -> Iterator[re.Match[str]]:
    """The lines that may be heads; only those with the strokes of a symbol are looked at closely."""
    at = text.find("/")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if text.count("/", at, end) >= _STROKES:
            line = _LINE.match(text, start, end)
            if line is not None:
                yield line
        at = text.find("/", end)


def _are_far(lines: Sequence[re.Match[str]]) -> bool:
    return all(other.start() - one.end() >= _FAR for one, other in pairwise(lines))


def _odd(context: Context, lines: Sequence[re.Match[str]]) -> Iterator[Finding]:
    numbers = [[*_DIGITS.finditer(line.string, *line.span("head"))] for line in lines]
    for column in zip(*numbers, strict=True):
        said = Counter(number[0] for number in column)
        usual = column[0][0]
        for at, number in enumerate(column[1:-1], 1):
            if len(said) == 2 and number[0] != usual and said[number[0]] == 1 and said[usual] >= _USUAL:
                others = [line for other, line in enumerate(lines) if other != at]
                yield _finding(context, number, usual, lines[at]["head"], others)


def _finding(
    context: Context, number: re.Match[str], usual: str, head: str, others: Sequence[re.Match[str]]
) -> Finding:
    document, span = context.document, Span(*number.span())
    places = [Place(document, Span(*line.span("head"))) for line in others]
    return Finding(
        RULE.name,
        RULE.severity,
        document.path,
        span,
        f"the head of this page is {head}; that of others is {others[0]['head']}, in {listed(places, document)}",
        related((place, f"{line['head']} here") for place, line in zip(places, others, strict=True)),
        Fix(f"write {usual}", safe=False, edits=(Edit(span, usual),)),
    )
