"""How often two mentions are laid side by side: so many times a mention, however many there are."""

from __future__ import annotations

import pytest

from hostile.making import numbered
from juslint import engine
from juslint.config import Config
from juslint.knowledge import Knowledge
from juslint.reading import read_text
from juslint.rules import _alike, _letters, _sources, _twins, _works

SMALL, FACTOR = 16_000, 4  # characters
WORST = 7.0  # times as many, for four times as many mentions: what is compared fills up; the square would be sixteen

FORMS = {
    "letters of one day": "Letter dated 1 March 1990 from {w} to the President of Chile.\n\n",
    "letters to others": "Letter dated 1 March 1990 from the President of Chile to {w}.\n\n",
    "works of one author and year": "A. Smith, *{w} of Things* (Oxford, Oxford University Press, 1990), p. {n}.\n\n",
    "works with one beginning": "A. {w}, *The Law of {w}* (Oxford, Oxford University Press, {y}), p. {n}.\n\n",
    "articles on one page": "A. {w}, \u201cTitle {w}\u201d, Journal of Things, vol. 3 ({y}), p. 5.\n\n",
    "pages of one body": "Human Watch, \u201c{w} of Things\u201d, {d} May 1990, available at https://a.b/{n}.\n\n",
    "one title, otherwise": "A. {w}, \u201cThe Law of All Things\u201d, Journal of {w}, vol. {n} ({y}), p. {n}.\n\n",
}
COUNTED = (
    (_alike, "_may_differ"), (_letters, "same_but_for_slip"), (_sources, "_same_letter"), (_twins, "differing"),
    (_works, "same_work"),
)  # fmt: skip


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
def test_comparisons_grow_with_the_mentions(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    count = [0]
    for module, name in COUNTED:
        monkeypatch.setattr(module, name, counting(getattr(module, name), count))
    knowledge = Knowledge.open()
    counts = []
    for size in (SMALL, SMALL * FACTOR):
        count[0] = 0
        context = engine.analyse(read_text("a.md", numbered(form, size)), knowledge)
        tuple(engine.check([context], Config()))
        counts.append(count[0])
    assert counts[1] <= WORST * counts[0] + 100, counts


def counting(function, count: list[int]):
    def counted(*given):
        count[0] += 1
        return function(*given)

    return counted
