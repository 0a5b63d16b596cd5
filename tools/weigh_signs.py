"""Learn the weights of the signs by which `inconsistent-detail` tells slips in symbols, dates and pages.

usage: weigh_signs.py {symbols,dates,pages} [--real FOLDER ...] [--marked FOLDER ...] [--share PER_CENT] [--show NUMBER]

Needs scikit-learn, which juslint itself does not. `symbols` writes details/symbols/signs.json; `dates` and
`pages` print the weights that they learn beside those in force, `details.dates.ties.POINTS` and
`details.pages.signs.POINTS`, which are rounded from them.

Every pair of like details in a faultless text is an example of two things. Examples of slips are made: in real texts
(`--real`, by default ../shared/corpus and seeds) symbols that are said in two places get a slip in one of them; marked
texts (`--marked`, by default benchmarks/marked and agreement and the folders of ../shared/marked, if any) have slips
that somebody thought of, `{{right|wrong}}`. The linter speaks from the score on that at most `--share` per cent of the
faultless texts reach falsely, each judged by weights that were learnt from others. Of dates only what nothing surely
tells apart is an example, and of several pairs of one slip the one for which most speaks; the cases of
tests/rules/inconsistent_detail.txt, which are short and full of traps, are examples of twice the weight.
Of pages see tools/page_examples.py.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from itertools import count, islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from juslint.details import pairs as detail_pairs
from juslint.details import two_things
from juslint.details.dates import slips as detail_dates
from juslint.details.dates import ties as date_ties
from juslint.details.pages import signs as page_signs
from juslint.details.symbols import signs as symbol_signs
from juslint.details.text import Details
from juslint.knowledge import Knowledge
from juslint.reading import read
from juslint.rules import Context

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.details.pairs import Pair
    from juslint.details.tokens import Detail

TOP = Path(__file__).resolve().parents[1]
BENCHMARKS = TOP / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

import agreement  # noqa: E402
import page_examples  # noqa: E402 - beside this file

_MARK = re.compile(r"\{\{(?:[a-z]+\|)?(?P<right>[^|{}]+)\|(?P<wrong>[^|{}]+)\}\}")
_SPOILS = 5  # of one real text
_SUFFIXES = frozenset({".txt", ".md", ".html", ".tex"})
_LARGEST = 250_000  # bytes of a real text
_CASES = TOP / "tests" / "rules" / "inconsistent_detail.txt"
_CASE = re.compile(
    r"^===\n(?P<title>[^\n]+)\n===\n(?P<text>.*?)^---\n(?P<found>.*?)(?=^===\n|\Z)", re.DOTALL | re.MULTILINE
)
_TRAP = 2.0  # weight of a case
_PAIRS = 1_500  # of one text
_FOLDS = 8
_MARKED, _REAL = 4.0, 0.5  # weight of a slip that somebody thought of, and of one drawn at random
# Texts of the corpus that have true slips, which are no examples of two things.
_FAULTY = ("E_5715_REV.2.txt", "S_2025_231.txt", "A_RES_51_194.txt", "A_RES_77_332.txt")


class Slip(NamedTuple):
    """A text with one slip, what is said there less often than it should be, and what more often."""

    text: Details
    right: frozenset[str]
    wrong: frozenset[str]


class Sort(NamedTuple):
    """What is compared: the kinds of details, their pairs with their signs, how a slip is drawn, if any is.

    Then the inverse strength of the penalties on the number of signs (none: all are kept) and on their weights, the
    score from which to speak at least, and the weights in force where only the pair of a slip that has most is learnt.
    """

    kinds: tuple[str, ...]
    pairs: Callable[[Details], Iterator[Signed]]
    draw: Callable[[random.Random, str], str | None] | None
    select: float | None
    strength: float
    least: float
    points: dict[str, float]


class Signed(NamedTuple):
    """Two details, their signs, and how sure it is that they are two things in a faultless text."""

    odd: Detail
    rival: Detail
    signs: dict[str, float]
    share: float = 1.0


class Example(NamedTuple):
    """A pair: the text it is of, the number of its slip there (none of two things), its signs, its share of weight."""

    text: str
    slip: int | None
    signs: dict[str, float]
    said: tuple[str, str]
    share: float = 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sort", choices=sorted(_SORTS))
    shared = TOP.parent / "shared"
    parser.add_argument("--real", type=Path, nargs="*", default=[shared / "corpus", shared / "seeds"])
    folders = [BENCHMARKS / "marked", BENCHMARKS / "agreement", *sorted((shared / "marked").glob("*"))]
    parser.add_argument("--marked", type=Path, nargs="*", default=folders)
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--show", type=int, default=0, help="how many of the worst examples of two things to print")
    options = parser.parse_args()
    sort = _SORTS[options.sort]
    examples = gathered(sort, options.marked, options.real)
    scores = judged(examples, sort)
    speaks = report(examples, scores, len({one.text for one in examples}), options.share, sort)
    learn(examples, speaks, sort)
    worst = sorted(zip(scores, examples, strict=True), key=lambda pair: -pair[0])
    for score, one in [pair for pair in worst if pair[1].slip is None][: options.show]:
        print(f"  {score:.2f} {one.text} {one.said}")


def gathered(sort: Sort, marked: Sequence[Path], real: Sequence[Path]) -> list[Example]:
    """The examples of all texts; a text without any has one without signs, so that it is counted."""
    cases = [(folder.name, case) for folder in marked for case in agreement.cases(folder)]
    texts = [(f"marked {folder} {case.title}", case.text, suffix(case)) for folder, case in cases]
    found = (path for folder in real for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES)
    files = [path for path in found if path.is_file() and path.stat().st_size <= _LARGEST]
    texts += [(f"real {path.name}", path.read_text(encoding="utf-8", errors="replace"), path.suffix) for path in files]
    found = [one for text in texts if "\n+++ " not in text[1] for one in _examples(*text, sort)]
    return [*found, *_of_cases(sort)] if sort.points else found


def _of_cases(sort: Sort) -> Iterator[Example]:
    """The pairs of the rule's cases: of two things where nothing is found, of one where both are named."""
    for case in _CASE.finditer(_CASES.read_text(encoding="utf-8")):
        name, found = f"case {case['title']}", case["found"]
        if "distinguish" in case["text"] or "confus" in case["text"]:
            continue  # which the rule hears before it counts points
        for pair in islice(sort.pairs(_read(case["text"], ".md")), _PAIRS):
            said = (pair.odd.said, pair.rival.said)
            if found.strip() == ".":
                yield Example(name, None, pair.signs, said, pair.share)
            elif all(f'"{one}"' in found for one in said) and pair.share == 1:
                yield Example(name, 0, pair.signs, said)


def suffix(case: agreement.Case) -> str:
    """The file name ending that says how a text is read."""
    form = re.search(r"\((text|html|tex)\)$", case.title)
    return {"text": ".txt", "html": ".html", "tex": ".tex"}[form[1]] if form else ".md"


def _examples(name: str, raw: str, suffix: str, sort: Sort) -> Iterator[Example]:
    """The pairs of the text as it should be, and with each slip; a slip has none itself."""
    details = _read(_MARK.sub(lambda mark: mark["right"], raw), suffix)
    yield Example(name, None, {}, ("", ""))
    if not name.endswith(_FAULTY):
        for pair in islice(sort.pairs(details), _PAIRS):
            yield Example(name, None, pair.signs, (pair.odd.said, pair.rival.said), pair.share)
    slips = _marked(raw, suffix, details, sort) if name.startswith("marked") else _drawn(name, suffix, details, sort)
    for number, (spoilt, right, wrong) in enumerate(slips):
        yield Example(name, number, {}, ("", ""))
        found = [
            Example(name, number, pair.signs, (pair.odd.said, pair.rival.said))
            for pair in islice(sort.pairs(spoilt), _PAIRS)
            if pair.share == 1
            and {pair.odd.value, pair.rival.value} & wrong
            and {pair.odd.value, pair.rival.value} & right
        ]
        yield from sorted(found, key=lambda one: -_points(one, sort))[: 1 if sort.points else None]


def _points(example: Example, sort: Sort) -> float:
    return sum(sort.points.get(sign, 0.0) * value for sign, value in example.signs.items())


def _marked(raw: str, suffix: str, details: Details, sort: Sort) -> Iterator[Slip]:
    """The slips that the writer of a text marked, of the details that are compared."""
    for at in range(len(_MARK.findall(raw))):
        number = count()
        spoilt = _MARK.sub(lambda mark, at=at, number=number: mark["wrong" if next(number) == at else "right"], raw)
        slip = _slip(details, _read(spoilt, suffix), sort)
        if slip is not None:
            yield slip


def _slip(details: Details, spoilt: Details, sort: Sort) -> Slip | None:
    """A text in which something is said once less, and once more what the other has less often."""
    before, after = (
        Counter({key[1]: len(said) for key, said in one.places.items() if key[0] in sort.kinds})
        for one in (details, spoilt)
    )
    right, wrong = frozenset(before - after), frozenset(after - before)
    return Slip(spoilt, right, wrong) if right and wrong else None


def _drawn(name: str, suffix: str, details: Details, sort: Sort) -> Iterator[Slip]:
    """Slips in details that a text says twice."""
    if sort.draw is None:
        return
    text, chance = details.document.text, random.Random(name)
    kept = [one for kind in sort.kinds for one in details.of(kind) if _is_said_elsewhere(details, one)]
    places = kept if details.is_english else []
    chance.shuffle(places)
    wrong = ((one, drawn) for one in places if (drawn := sort.draw(chance, one.said)) is not None)
    for one, said in islice(wrong, _SPOILS):
        spoilt = text[: one.start] + said + text[one.start + len(one.said) :]
        slip = _slip(details, _read(spoilt, suffix), sort)
        if slip is not None:
            yield slip


def draw(chance: random.Random, said: str) -> str | None:
    """The same with a slip such as people make; None where the draw gives none."""
    numbers = list(re.finditer(r"[0-9]+", said))
    if not numbers:
        return None
    number = chance.choice(numbers)
    digits = list(number[0])
    at = chance.randrange(len(digits))
    way = chance.random()
    if way < 0.35 and len(digits) > 1:
        at = min(at, len(digits) - 2)
        digits[at], digits[at + 1] = digits[at + 1], digits[at]
    elif way < 0.6:
        digits[at] = chance.choice("0123456789")
    elif way < 0.8:
        digits = list(str(max(1, int(number[0]) + chance.choice((-1, 1, 1, -1, 2, 10, -10)))))
    elif way < 0.9 and len(digits) > 1:
        del digits[at]
    else:
        digits.insert(at, chance.choice("12"))
    wrong = f"{said[: number.start()]}{''.join(digits)}{said[number.end() :]}"
    return wrong if wrong != said and not re.search(r"(?<!\d)0\d", wrong) else None


def _is_said_elsewhere(details: Details, one: Detail) -> bool:
    return any(place.segment != one.segment for place in details.places[one.key])


def _read(text: str, suffix: str) -> Details:
    return Details(Context(read(f"text{suffix}", text.encode()), (), _NOTHING))


_NOTHING = Knowledge.__new__(Knowledge)  # details ask no knowledge base


def _of_kinds(
    kinds: tuple[str, ...], signs: Callable[[Pair], dict[str, float] | None]
) -> Callable[[Details], Iterator[Signed]]:
    """The pairs of like details of some kinds that have signs."""

    def found(details: Details) -> Iterator[Signed]:
        for pair in detail_pairs.pairs(details):
            told = signs(pair) if pair.odd.kind in kinds else None
            if told is not None:
                yield Signed(pair.odd, pair.rival, told)

    return found


def _of_date(pair: Pair) -> dict[str, float] | None:
    if not detail_dates.may_be_one(pair) or two_things.are_two(pair.details, pair.odd, pair.rival):
        return None
    return {sign: float(value) for sign, value in date_ties.signs(pair) if sign}


def _of_pages(details: Details) -> Iterator[Signed]:
    return (Signed(*example) for example in page_examples.examples(details))


_DATES, _SYMBOLS = ("date", "month"), ("code",)
_SORTS = {
    "symbols": Sort(_SYMBOLS, _of_kinds(_SYMBOLS, symbol_signs.signs), draw, 0.1, 0.03, 0.5, {}),
    "dates": Sort(_DATES, _of_kinds(_DATES, _of_date), None, None, 0.3, -9.0, date_ties.POINTS),
    "pages": Sort(("number", "range", "year"), _of_pages, None, None, 0.3, -9.0, page_signs.POINTS),
}


def judged(examples: Sequence[Example], sort: Sort) -> np.ndarray:
    """The score of each, by weights that were learnt from other texts."""
    rows, is_slip, weights, kept = _table(examples, sort)
    texts = np.unique([examples[at].text for at in kept], return_inverse=True)[1]
    scores = np.full(len(examples), -np.inf)
    for some, others in GroupKFold(_FOLDS).split(rows, is_slip, texts):
        columns, coefficients, bias = _fit(rows[some], is_slip[some], weights[some], sort)
        scores[kept[others]] = rows[others][:, columns] @ coefficients + bias
    return scores


def report(examples: Sequence[Example], scores: np.ndarray, texts: int, share: float, sort: Sort) -> float:
    """Print how many slips are found where so many texts speak falsely; the score from which `share` per cent do."""
    false: dict[str, float] = defaultdict(lambda: -np.inf)
    best: dict[tuple[str, int], float] = defaultdict(lambda: -np.inf)
    for one, score in zip(examples, scores, strict=True):
        if one.share < 1:
            continue
        if one.slip is None:
            false[one.text] = max(false[one.text], score)
        else:
            best[one.text, one.slip] = max(best[one.text, one.slip], score)
    ranked = sorted(false.values(), reverse=True)
    slips = Counter(text.split()[0] for text, _ in best)
    limits: dict[float, float] = {}
    print(f"{len(examples)} pairs, {len(best)} slips, {texts} texts")
    for per_cent in sorted({0.3, 0.5, 1.0, 1.5, 2.0, 3.0, share}):
        at = int(texts * per_cent / 100)
        limits[per_cent] = max(sort.least, ranked[at]) if at < len(ranked) else sort.least
        found = Counter(text.split()[0] for (text, _), score in best.items() if score > limits[per_cent])
        told = ", ".join(f"{found[origin]} of {number} {origin}" for origin, number in slips.items())
        print(f"  {per_cent:4.1f} % of texts speak falsely: from {limits[per_cent]:.2f} on, {told}")
    return limits[share]


def learn(examples: Sequence[Example], speaks: float, sort: Sort) -> None:
    """Learn from all; write the weights, or print them beside those in force, with the bias that speaks from 0 on."""
    rows, is_slip, weights, kept = _table(examples, sort)
    names = [*examples[kept[0]].signs]
    columns, coefficients, bias = _fit(rows, is_slip, weights, sort)
    learnt = {names[at]: round(float(one), 3) for at, one in zip(columns, coefficients, strict=True)}
    if sort.points:
        for sign, weight in {"": round(bias - float(speaks), 3), **learnt}.items():
            print(f"  {sort.points.get(sign, 0.0):6.2f} {weight:6.2f}  {sign}")
        return
    slips = len({(one.text, one.slip) for one in examples if one.slip is not None})
    card = {
        "source": f"tools/weigh_signs.py: {slips} slips in {len({one.text for one in examples})} texts",
        "speaks": round(float(speaks), 2),
        "bias": round(float(bias), 3),
        "weights": learnt,
    }
    symbol_signs.WEIGHTS.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _table(examples: Sequence[Example], sort: Sort) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The signs, whether it is a slip, and the weight of each that has signs; and which these are."""
    kept = np.array([at for at, one in enumerate(examples) if one.signs])
    chosen = [examples[at] for at in kept]
    many = Counter((one.text, one.slip) for one in chosen if one.slip is not None)
    rows = np.array([[*one.signs.values()] for one in chosen])
    return (
        rows,
        np.array([one.slip is not None for one in chosen]),
        np.array([_weight(one, many, sort) for one in chosen]),
        kept,
    )


def _weight(one: Example, many: Counter[tuple[str, int | None]], sort: Sort) -> float:
    if sort.points:
        return one.share * (_TRAP if one.text.startswith("case ") else 1.0)
    marked = one.text.startswith("marked")
    if one.slip is None:
        return _MARKED / 2 if marked else 1.0
    return (_MARKED if marked else _REAL) / many[one.text, one.slip]


def _fit(
    rows: np.ndarray, is_slip: np.ndarray, weights: np.ndarray, sort: Sort
) -> tuple[np.ndarray, np.ndarray, float]:
    """The columns that tell, their weights and the bias."""
    scaler = StandardScaler().fit(rows)
    even = scaler.transform(rows)
    kept = np.arange(rows.shape[1])
    if sort.select is not None:
        first = LogisticRegression(l1_ratio=1, solver="liblinear", C=sort.select, max_iter=1_000)
        kept = np.flatnonzero(np.abs(first.fit(even, is_slip, sample_weight=weights).coef_[0]) > 1e-6)
    second = LogisticRegression(C=sort.strength, max_iter=3_000).fit(even[:, kept], is_slip, sample_weight=weights)
    coefficients = second.coef_[0] / scaler.scale_[kept]
    return kept, coefficients, float(second.intercept_[0] - coefficients @ scaler.mean_[kept])


if __name__ == "__main__":
    main()
