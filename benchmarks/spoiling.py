"""How many spoiled references are reported, with the right value, and how many unspoiled ones are: real UN documents.

usage: spoiling.py [--shared FOLDER] [--most N] [--seed N] [--kind KIND] [--verbose]   (default: ../shared, 200 a kind)

Takes each reference that the knowledge base shows to be right, spoils one thing of it - a digit of a date, a number, a
session, a body, a title -, and checks the document with that one change. Only what can be decided is spoiled: another
number that was adopted on the same day is no slip that anyone could see, and where only the month of adoption is known,
no day is. `reported`: an error or warning at the reference that was not there before. `right value`: its message or fix
names what stood there, or, of a number, what the knowledge base has under the one that stands there now. The same seed
spoils the same things.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

TOP = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TOP / "linter"), str(TOP / "benchmarks")]

from _spoiled_words import WORDS  # noqa: E402
from _spoils import NUMBERS, Spoil  # noqa: E402

from juslint import engine  # noqa: E402
from juslint.config import Discovered  # noqa: E402
from juslint.document import Span  # noqa: E402
from juslint.knowledge import Knowledge  # noqa: E402
from juslint.reading import read  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.rules import Context

_SPEAKING = {"error", "warning"}
_PRINTED = {  # slips that the documents were printed with, each looked up: no false alarms
    ("A_HRC_RES_40_16.txt", "20 April 2016"),
    ("A_HRC_RES_54_26.txt", "17 October 2011"),
    ("A_RES_168_II_.txt", "167 (III)"),
    ("A_RES_168_II_.txt", "168 (III)"),
    ("A_RES_168_II_.txt", "169 (III)"),
    ("A_RES_51_194.txt", "29 December 1994"),
    ("S_RES_2325_2016_.txt", "1989 (2001)"),
    ("S_RES_2617_2021_.txt", "2195 (2015)"),
}


class Result(NamedTuple):
    """What became of one spoiled reference."""

    spoil: Spoil
    context: Context
    findings: tuple[Finding, ...]

    def names_right(self) -> bool:
        """Whether a finding names the right value."""
        said = " ".join(
            part
            for finding in self.findings
            for part in (finding.message, *(str(edit.text) for edit in (finding.fix.edits if finding.fix else ())))
        )
        return any(value in said for value in self.spoil.right)


def speaking(context: Context, settings: Discovered) -> list[Finding]:
    """The errors and warnings of one document, checked alone."""
    return [one for one in engine.check([context], settings) if one.severity in _SPEAKING]


def spoiled(context: Context, spoil: Spoil, settings: Discovered) -> Result:
    """The document with one thing spoiled, checked."""
    text = context.document.text
    changed = text[: spoil.span.start] + spoil.text + text[spoil.span.end :]
    by = len(changed) - len(text)
    place = Span(spoil.place.start, spoil.place.end + by)
    again = engine.analyse(read(context.document.path, changed.encode()), context.knowledge)
    found = speaking(again, settings)
    return Result(spoil, context, tuple(one for one in found if one.span.overlaps(place)))


def spoils(contexts: list[Context], settings: Discovered, wanted: str | None) -> Iterator[tuple[Context, Spoil]]:
    """Everything that can be spoiled in references at which nothing is found, in reading order."""
    for context in contexts:
        before = [finding.span for finding in speaking(context, settings)]
        for kind, make in (NUMBERS | WORDS).items():
            if wanted not in (None, kind):
                continue
            chance = random.Random(f"{_SEED}{kind}{context.document.path}")
            for spoil in make(context, chance):
                if not any(spoil.place.overlaps(span) for span in before):
                    yield context, spoil._replace(kind=kind)


def show(result: Result) -> None:
    """One spoiled reference in its words, and what was said of it."""
    text, spoil = result.context.document.text, result.spoil
    start, end = max(0, spoil.place.start - 60), min(len(text), spoil.place.end + 30)
    words = f"{text[start : spoil.span.start]}[{text[slice(*spoil.span)]} -> {spoil.text}]{text[spoil.span.end : end]}"
    print(f"\n{spoil.kind}: {Path(result.context.document.path).name}: {' '.join(words.split())[:420]}")
    print(f"  right: {' | '.join(spoil.right)}")
    for finding in result.findings:
        print(f"  said {finding.rule}: {finding.message}")


def main() -> None:
    global _SEED  # noqa: PLW0603
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    parser.add_argument("--most", type=int, default=200, help="spoiled references of each kind that are checked")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kind", help="only this kind")
    parser.add_argument("--verbose", action="store_true", help="also show what was missed, and the false alarms")
    options = parser.parse_args()
    _SEED = options.seed
    folder = options.shared / "corpus" / "un"
    if not folder.is_dir():
        sys.exit(f"SKIPPED: {folder} is not here; name the folder that holds corpus/un with --shared")
    knowledge, settings = Knowledge.open(), Discovered()
    contexts = [engine.analyse(read(str(path), None), knowledge) for path in sorted(folder.iterdir())]
    by_kind: dict[str, list[tuple[Context, Spoil]]] = defaultdict(list)
    for context, spoil in spoils(contexts, settings, options.kind):
        by_kind[spoil.kind].append((context, spoil))
    print("| spoiled | decidable | checked | reported | with the right value |\n|---|---|---|---|---|")
    rows, missed = [], []
    for kind, cases in by_kind.items():
        chosen = random.Random(options.seed).sample(cases, min(options.most, len(cases)))
        results = [spoiled(context, spoil, settings) for context, spoil in chosen]
        missed += [one for one in results if not one.names_right()]
        reported, right = sum(bool(one.findings) for one in results), sum(one.names_right() for one in results)
        rows.append((len(cases), len(chosen), reported, right))
        shares = f"{_share(reported, chosen)} | {_share(right, chosen)}"
        print(f"| {kind} | {len(cases)} | {len(chosen)} | {shares} |", flush=True)
    total = [sum(row[column] for row in rows) for column in range(4)]
    print(f"| all | {total[0]} | {total[1]} | {total[2] / total[1]:.1%} | {total[3] / total[1]:.1%} |")
    _alarms(contexts, settings, verbose=options.verbose)
    if options.verbose:
        for result in missed:
            show(result)


def _share(count: int, of: list[tuple[Context, Spoil]]) -> str:
    return f"{count / len(of):.1%}"


def _alarms(contexts: list[Context], settings: Discovered, *, verbose: bool) -> None:
    """What is said of the documents as they were printed."""
    references = sum(one.family.startswith("un-") for context in contexts for one in context.references)
    found = [(context, one) for context in contexts for one in speaking(context, settings)]
    false = [
        (context, one)
        for context, one in found
        if (Path(one.path).name, context.document.text[slice(*one.span)]) not in _PRINTED
    ]
    print(
        f"\nunspoiled: {len(found)} errors and warnings in {len(contexts)} documents with {references} references; "
        f"{len(found) - len(false)} of them are slips of the print, {len(false)} others: "
        f"{len(false) / references * 1000:.2f} a thousand references"
    )
    if verbose:
        for _, one in false:
            print(f"  {Path(one.path).name}: {one.rule}: {one.message}")


_SEED = 1

if __name__ == "__main__":
    main()
