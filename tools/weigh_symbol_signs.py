"""Learn the weights of the signs by which `inconsistent-detail` tells slips in symbols: writes symbol_signs.json.

usage: weigh_symbol_signs.py [--real FOLDER] [--marked FOLDER ...] [--share PER_CENT] [--show NUMBER]

Needs scikit-learn, which juslint itself does not.

Every pair of like details in a faultless text is an example of two things. Examples of slips are made: in real texts
(`--real`, by default ../shared/corpus) details that are said in two places get a slip in one of them; marked texts
(`--marked`, by default benchmarks/marked) have slips that their writers thought of, `{{right|wrong}}`. The linter
speaks from the score on that at most `--share` per cent of the faultless texts reach falsely, each judged by weights
that were learnt from others.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from juslint.knowledge import Knowledge
from juslint.reading import read
from juslint.rules import Context, _detail_pairs, _symbol_signs
from juslint.rules._details import Details

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules._detail_pairs import Pair
    from juslint.rules._details import Detail

TOP = Path(__file__).resolve().parents[1]
_MARK = re.compile(r"\{\{(?P<right>.*?)\|(?P<wrong>.*?)\}\}", re.DOTALL)
_SPOILS = 5  # of one real text
_LARGEST = 250_000  # bytes of a real text
_PAIRS = 1_500  # of one text
_SELECT, _FIT = 0.1, 0.03  # inverse strength of the penalties on the number of signs, and on their weights
_LEAST = 1.4  # score from which to speak at least
_FOLDS = 8
_MARKED, _REAL = 4.0, 0.5  # weight of a slip that somebody thought of, and of one drawn at random
# Texts of the corpus that have true slips, which are no examples of two things.
_FAULTY = {"E_5715_REV.2.txt", "S_2025_231.txt", "A_RES_51_194.txt", "A_RES_77_332.txt"}


class Slip(NamedTuple):
    """A text with one slip: the right values of the detail, and where the wrong one stands."""

    text: str
    start: int
    wrong: str
    right: frozenset[str]


class Example(NamedTuple):
    """A pair: the text it is of, the number of its slip there (none of two things), its signs."""

    text: str
    slip: int | None
    signs: dict[str, float]
    said: tuple[str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--real", type=Path, default=TOP.parent / "shared" / "corpus")
    parser.add_argument("--marked", type=Path, nargs="*", default=[TOP / "benchmarks" / "marked"])
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--show", type=int, default=0, help="how many of the worst examples of two things to print")
    options = parser.parse_args()
    marked = [path for folder in options.marked for path in sorted(folder.iterdir())]
    real = [path for path in sorted(options.real.rglob("*.txt")) if path.stat().st_size <= _LARGEST]
    examples = [one for path in marked for one in _examples(path, "marked")]
    examples += [one for path in real for one in _examples(path, "real")]
    scores = judged(examples)
    write(examples, report(examples, scores, len(marked) + len(real), options.share))
    worst = sorted(zip(scores, examples, strict=True), key=lambda pair: -pair[0])
    for score, one in [pair for pair in worst if pair[1].slip is None][: options.show]:
        print(f"  {score:.2f} {one.text} {one.said}")


def _examples(path: Path, sort: str) -> Iterator[Example]:
    """The pairs of the text as it should be, and with each slip; a slip has none itself."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    text = _MARK.sub(lambda mark: mark["right"], raw)
    details = _read(text, path.suffix)
    name = f"{sort} {path.name}"
    if path.name not in _FAULTY:
        for pair, signs in _pairs(details):
            yield Example(name, None, signs, (pair.odd.said, pair.rival.said))
    slips = _marked(raw, details) if sort == "marked" else _drawn(path.name, details)
    for number, slip in enumerate(slips):
        end = slip.start + len(slip.wrong)
        yield Example(name, number, {}, (slip.wrong, ""))
        for pair, signs in _pairs(_read(slip.text, path.suffix)):
            both = ((pair.odd, pair.rival), (pair.rival, pair.odd))
            if any(_overlap(one, slip.start, end) and other.value in slip.right for one, other in both):
                yield Example(name, number, signs, (pair.odd.said, pair.rival.said))


def _marked(raw: str, details: Details) -> Iterator[Slip]:
    """The slips that the writer of a text marked."""
    text, shift = details.document.text, 0
    plain = _MARK.sub(lambda mark: mark["right"], raw)
    if len(plain) != len(text):
        return  # no text that is read as it stands
    for mark in _MARK.finditer(raw):
        start = mark.start() - shift
        end = start + len(mark["right"])
        shift += len(mark[0]) - len(mark["right"])
        hit = frozenset(one.value for one in details.of("code") if _overlap(one, start, end))
        if hit:
            yield Slip(plain[:start] + mark["wrong"] + plain[end:], start, mark["wrong"], hit)


def _drawn(name: str, details: Details) -> Iterator[Slip]:
    """Slips in details that a text says twice."""
    text, chance = details.document.text, random.Random(name)
    places = [one for one in details.of("code") if _is_said_elsewhere(details, one)] if details.is_english else []
    chance.shuffle(places)
    wrong = ((one, drawn) for one in places if (drawn := draw(chance, one.said)) is not None)
    for one, said in islice(wrong, _SPOILS):
        spoilt = text[: one.start] + said + text[one.start + len(one.said) :]
        yield Slip(spoilt, one.start, said, frozenset([one.value]))


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


def _overlap(one: Detail, start: int, end: int) -> bool:
    return one.start < end and start < one.start + len(one.said)


def _pairs(details: Details) -> Iterator[tuple[Pair, dict[str, float]]]:
    for pair in islice((pair for pair in _detail_pairs.pairs(details) if pair.odd.kind == "code"), _PAIRS):
        signs = _symbol_signs.signs(pair)
        if signs is not None:
            yield pair, signs


def judged(examples: Sequence[Example]) -> np.ndarray:
    """The score of each, by weights that were learnt from other texts."""
    rows, is_slip, weights, kept = _table(examples)
    texts = np.unique([examples[at].text for at in kept], return_inverse=True)[1]
    scores = np.full(len(examples), -np.inf)
    for some, others in GroupKFold(_FOLDS).split(rows, is_slip, texts):
        columns, coefficients, bias = _fit(rows[some], is_slip[some], weights[some])
        scores[kept[others]] = rows[others][:, columns] @ coefficients + bias
    return scores


def report(examples: Sequence[Example], scores: np.ndarray, texts: int, share: float) -> float:
    """Print how many slips are found where so many texts speak falsely; the score from which `share` per cent do."""
    false: dict[str, float] = defaultdict(lambda: -np.inf)
    best: dict[tuple[str, int], float] = defaultdict(lambda: -np.inf)
    for one, score in zip(examples, scores, strict=True):
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
        limits[per_cent] = max(_LEAST, ranked[at]) if at < len(ranked) else _LEAST
        found = Counter(text.split()[0] for (text, _), score in best.items() if score > limits[per_cent])
        told = ", ".join(f"{found[sort]} of {number} {sort}" for sort, number in slips.items())
        print(f"  {per_cent:4.1f} % of texts speak falsely: from {limits[per_cent]:.2f} on, {told}")
    return limits[share]


def write(examples: Sequence[Example], speaks: float) -> None:
    """Learn from all and write the weights."""
    rows, is_slip, weights, kept = _table(examples)
    names = [*examples[kept[0]].signs]
    columns, coefficients, bias = _fit(rows, is_slip, weights)
    slips = len({(one.text, one.slip) for one in examples if one.slip is not None})
    card = {
        "source": f"tools/weigh_symbol_signs.py: {slips} slips in {len({one.text for one in examples})} texts",
        "speaks": round(float(speaks), 2),
        "bias": round(float(bias), 3),
        "weights": {names[at]: round(float(one), 3) for at, one in zip(columns, coefficients, strict=True)},
    }
    _symbol_signs.WEIGHTS.write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def _table(examples: Sequence[Example]) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """The signs, whether it is a slip, and the weight of each that has signs; and which these are."""
    kept = np.array([at for at, one in enumerate(examples) if one.signs])
    chosen = [examples[at] for at in kept]
    many = Counter((one.text, one.slip) for one in chosen if one.slip is not None)
    rows = np.array([[*one.signs.values()] for one in chosen])
    return (
        rows,
        np.array([one.slip is not None for one in chosen]),
        np.array([_weight(one, many) for one in chosen]),
        kept,
    )


def _weight(one: Example, many: Counter[tuple[str, int | None]]) -> float:
    marked = one.text.startswith("marked")
    if one.slip is None:
        return _MARKED / 2 if marked else 1.0
    return (_MARKED if marked else _REAL) / many[one.text, one.slip]


def _fit(rows: np.ndarray, is_slip: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """The columns that tell, their weights and the bias."""
    scaler = StandardScaler().fit(rows)
    even = scaler.transform(rows)
    first = LogisticRegression(l1_ratio=1, solver="liblinear", C=_SELECT, max_iter=1_000)
    kept = np.flatnonzero(np.abs(first.fit(even, is_slip, sample_weight=weights).coef_[0]) > 1e-6)
    second = LogisticRegression(C=_FIT, max_iter=3_000).fit(even[:, kept], is_slip, sample_weight=weights)
    coefficients = second.coef_[0] / scaler.scale_[kept]
    return kept, coefficients, float(second.intercept_[0] - coefficients @ scaler.mean_[kept])


if __name__ == "__main__":
    main()
