"""How much is looked at or told: so much a line, place or finding, however many there are. Counted, not timed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from hostile.making import numbered, word
from juslint import differences, engine
from juslint.config import Config
from juslint.details import pairs as detail_pairs
from juslint.details.comparers import noted_years, published_years
from juslint.details.comparers import page_ends as detail_pages
from juslint.details.names import sexes
from juslint.details.text import Details
from juslint.document import Placed, Span
from juslint.knowledge import Knowledge, file_checks
from juslint.reading import read_text
from juslint.rules import _council, _letters

if TYPE_CHECKING:
    from collections.abc import Callable

FACTOR, WORST = 4, 4.5  # times as many, for four times as much


class Line(str):
    """A line that counts how often it is compared."""

    __slots__ = ()
    compared = 0

    def __eq__(self, other: object) -> bool:
        Line.compared += 1
        return super().__eq__(other)

    __hash__ = str.__hash__


@pytest.mark.parametrize(
    "mended",
    [
        lambda lines: [Line(f"{one}!") if at % 2 else one for at, one in enumerate(lines)],
        lambda lines: [Line(f"{one}!") for one in lines],
        lambda lines: lines[1::2],
        lambda lines: [],
    ],
    ids=["every other line", "every line", "every other line left out", "nothing left"],
)
def test_lines_of_a_diff_are_compared_so_many_times(mended) -> None:
    counts = []
    for size in (500, 500 * FACTOR):
        before = [Line(f"line {number}") for number in range(size)]
        after = mended(before)
        Line.compared = 0
        tuple(differences.unified("a.md", before, after))
        counts.append(Line.compared)
    assert counts[1] <= WORST * counts[0] + 10


class Things(list):
    """A list that counts how often one of its things is taken."""

    taken = 0

    def __getitem__(self, at):
        self.taken += 1
        return super().__getitem__(at)


@pytest.mark.parametrize("depth", [1, 500], ids=["one around all", "many around all, most of them closed"])
def test_things_within_a_stretch_over_all_the_text(depth: int) -> None:
    size = 4_000
    things = [(Span(0, 3 * size), -1), *((Span(at, depth - at), at) for at in range(1, depth // 2))]
    things += [(Span(depth + 2 * at, depth + 2 * at + 1), at) for at in range(size)]
    placed = Placed(things)
    placed._things = counted = Things(placed._things)
    for at in range(size):
        assert len(placed.at(Span(depth + 2 * at, depth + 2 * at + 1))) == 2
    assert counted.taken < 40 * size


def findings(text: str, knowledge: Knowledge):
    context = engine.analyse(read_text("a.md", text), knowledge)
    return engine.check([context], Config())


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.open()


@pytest.mark.parametrize(
    "form",
    [
        "J. Smith, *The Law of Things* (Oxford, OUP, {year}), p. {n}.\n\n",
        (
            "Fatullayev v. Azerbaijan, no. 40984/07, 2{a} July 2010.\n\n"
            "Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010.\n\n"
        ),
        "Corfu Channel, Judgment of 9 April 1949, I.C.J. Reports 19{b}9, p. {n}.\n\n",
    ],
    ids=["edition", "case", "volume"],
)
def test_places_that_findings_name(form: str, knowledge: Knowledge) -> None:
    """The first findings of a rule name forty other places each, and the thousandth a few."""
    text = "".join(form.format(n=n, a=n % 2, b=4 + n % 2, year=1950 + n % 70) for n in range(1, 601))
    found = findings(text, knowledge)
    rules = {one.rule for one in found}
    assert len(found) > 250
    assert sum(len(one.related) for one in found) <= len(rules) * 200 * 40 + 3 * len(found)
    assert max(len(one.related) for one in found) <= 40


def test_words_between_two_letters_far_apart_are_not_looked_at(knowledge: Knowledge, monkeypatch) -> None:
    asked = [0]
    words = _letters.Gap.words

    def counted(gap: _letters.Gap) -> str:
        asked[0] += gap.end - gap.start
        return words(gap)

    monkeypatch.setattr(_letters.Gap, "words", counted)
    form = "Letter dated {day} March 1990 from the Permanent Representative of {who} to the Secretary-General.\n\n"
    text = "".join(form.format(day=day + at % 5, who=word(at)) for day in (10, 12) for at in range(200))
    findings(text, knowledge)
    assert asked[0] <= 200 * _letters._PARAGRAPH


def test_pairs_of_like_days_are_looked_at_so_many_times(knowledge: Knowledge, monkeypatch) -> None:
    monkeypatch.setattr(detail_pairs, "_MOST", 100)
    day = "It met on {} {} {} and went.\n\n"
    months = ("January", "March", "May", "July")
    text = "".join(day.format(1 + n % 28, months[n // 28 % 4], 1950 + n // 112) for n in range(600))
    details = Details(engine.analyse(read_text("a.md", text), knowledge))
    assert sum(1 for _ in detail_pairs.pairs(details)) == 100 + 2 * len(details.segments)
    monkeypatch.setattr(detail_pairs, "_MOST", 100_000)
    assert sum(1 for _ in detail_pairs.pairs(details)) > 3 * len(details.segments)


def test_the_places_of_a_name_are_not_asked_for_its_titles(knowledge: Knowledge) -> None:
    text = "Mr. Smith met Lord Byron.\n\nMrs. Smyth met Ms. Jane Roe.\n\n" + "The Smith came.\n\n" * 500
    details = Details(engine.analyse(read_text("a.md", text), knowledge))
    places = {name: Things(details.places["name", name]) for name in ("smith", "smyth", "byron", "roe")}
    for name, counted in places.items():
        details.places["name", name] = counted
    odd, usual = list.__getitem__(places["smyth"], 0), list.__getitem__(places["smith"], 0)
    assert sexes.are_two(details, odd, usual)
    assert sexes.are_two(details, usual, odd)
    assert not sexes.are_two(details, usual, list.__getitem__(places["byron"], 0))
    assert not sexes.are_two(details, odd, list.__getitem__(places["roe"], 0))
    assert sum(counted.taken for counted in places.values()) == 0


def test_invisible_characters_are_placed_in_one_walk() -> None:
    """A file of a knowledge base that is full of them: each line is counted once."""

    class Text(str):
        __slots__ = ()
        walked = 0

        def count(self, what: str, start: int = 0, end: int = -1) -> int:
            Text.walked += end - start
            return super().count(what, start, end)

    lines = 2_000
    text = Text("a: b\u200b\n\u200bc" * lines)
    found = list(file_checks.unseen(text))
    assert [place[:2] for place in found[:3]] == [(1, 5), (2, 1), (2, 7)]
    assert len(found) == 2 * lines
    assert Text.walked <= len(text)


@pytest.mark.parametrize(
    ("module", "form"),
    [
        (noted_years, "The second edition ({y}) is good. "),
        (noted_years, "The second edition ({y}) of it.[^{n}]\n\n[^{n}]: Smith, Title (2nd ed., London, {y}).\n\n"),
        (noted_years, "The second edition ({y}).[^1]\n\n[^1]: Smith, Title (2nd ed., London, {y}).\n\n"),
        (detail_pages, "The {w} report says on pp. 1-{n} that {w} came there. "),
        (detail_pages, "The {w} report says on pp. 1-{n} it.[^1]\n\n[^1]: {w} says {w}. It was so in {w}.\n\n"),
    ],
    ids=["editions", "editions in notes", "editions in one note", "pages in one paragraph", "pages of one note"],
)
def test_details_are_walked_so_many_times(knowledge: Knowledge, module, form: str) -> None:
    counts = []
    for size in (8_000, 8_000 * FACTOR):
        details = Details(engine.analyse(read_text("a.md", numbered(form, size)), knowledge))
        pages = details.pages if module is detail_pages else ()

        def work(details: Details = details, pages=pages) -> None:
            tuple(module.pairs(details))
            for page in pages:
                details.page_scopes.of(page)
                details.page_scopes.next_note(page)

        counts.append(_steps(work))
    assert counts[1] <= 2 * FACTOR * counts[0] + 500, counts


def test_years_of_one_author_are_counted_once(knowledge: Knowledge) -> None:
    """Nine hundred years beside one name: each is looked up, not looked for among the others."""
    cited = "Badeski, A., *The Book of Things* (Oxford, OUP, 2001), p. 5.\n\n"
    said = ("".join(f"Badeski ({1500 + n + 190 * part}) was, " for n in range(190)) for part in range(3))
    details = Details(engine.analyse(read_text("a.md", cited + "\n\n".join(said)), knowledge))
    assert _steps(lambda: tuple(published_years.pairs(details))) < 200_000


def _steps(work: Callable[[], object]) -> int:
    """How many lines of Python a piece of work takes."""
    count = [0]

    def trace(_frame, event: str, _argument):
        count[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count[0]


def test_a_text_is_searched_for_the_council_once(knowledge: Knowledge, monkeypatch) -> None:
    searched = [0]

    class Counted:
        def __init__(self, pattern) -> None:
            self._pattern = pattern

        def search(self, text: str, *bounds: int):
            start, end = bounds or (0, len(text))
            searched[0] += end - start
            return self._pattern.search(text, *bounds)

    for name in ("_COUNCIL", "_OTHERS", "_AFRICAN"):
        monkeypatch.setattr(_council, name, Counted(getattr(_council, name)))
    text = "The Security Council met. " + "".join(f"Resolution 1973 (199{n % 9}) came. " for n in range(300))
    findings(text, knowledge)
    assert 0 < searched[0] < 10 * len(text)
