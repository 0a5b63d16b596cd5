"""How many changed facts are reported of sources without a number: texts in which each is mentioned twice or more.

usage: agreement.py [--texts FOLDER] [--kind KIND] [--verbose]   (default: benchmarks/agreement, which tells the form)

In `{{date|3 May 2011|5 May 2011}}` a right value and a spoiled one stand side by side; the kind, `date`, may be left
out. Each text is checked as it is, and once with each spoiled value in its place. `reported`: an error or warning that
was not there before, with the place of the change among its places. `both places`: it names another place as well. The
unspoiled texts have no fault: what is said of them is a false alarm.

benchmarks/marked has whole texts by writers who did not know the tool; later ones were written after its rules had been
mended with the earlier ones at hand.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / "linter"))

from juslint import engine  # noqa: E402
from juslint.config import Discovered  # noqa: E402
from juslint.knowledge import Knowledge  # noqa: E402
from juslint.reading import read  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Span
    from juslint.finding import Finding

_SLOT = re.compile(r"\{\{(?:(?P<kind>[a-z]+)\|)?(?P<right>[^|{}]+)\|(?P<wrong>[^|{}]+)\}\}")
_CASE = re.compile(r"^=== (?P<title>.+)\n", re.MULTILINE)
_NEXT = re.compile(r"^\+\+\+ (\S+)\n", re.MULTILINE)
_FORMAT = re.compile(r"\((text|html|tex)\)$")
_SUFFIX = {"text": ".txt", "html": ".html", "tex": ".tex"}
_FORM = {suffix: form for form, suffix in _SUFFIX.items()}
_AROUND = 400  # characters: a finding may stand at another part of the same reference


class Case(NamedTuple):
    """One text, perhaps of several documents."""

    title: str
    text: str


class Outcome(NamedTuple):
    """What came of one spoiled value."""

    case: Case
    slot: re.Match[str]
    findings: tuple[Finding, ...]

    @property
    def both(self) -> bool:
        """Whether a finding names two places."""
        return any(one.related for one in self.findings)


def cases(folder: Path) -> Iterator[Case]:
    """The texts of a folder; a file without titles is one text."""
    for path in sorted(path for path in folder.iterdir() if path.suffix in {".md", *_FORM}):
        first, *pieces = _CASE.split(path.read_text(encoding="utf-8"))
        for title, text in zip(pieces[::2], pieces[1::2], strict=True):
            yield Case(title, text)
        if not pieces:
            yield Case(f"{path.stem} ({_FORM[path.suffix]})" if path.suffix in _FORM else path.stem, first)


def check(case: Case, spoiled: re.Match[str] | None, knowledge: Knowledge) -> list[Finding]:
    """The errors and warnings of a text with one value spoiled."""
    text, mark = case.text, "\x00"
    if spoiled:
        text = f"{text[: spoiled.start()]}{mark}{spoiled['wrong']}{text[spoiled.end() :]}"
    text = _SLOT.sub(lambda slot: slot["right"], text)
    form = _FORMAT.search(case.title)
    names = [f"text{_SUFFIX[form[1]] if form else '.md'}", *_NEXT.findall(text)]
    place: tuple[str, int] | None = None
    contexts = []
    for name, whole in zip(names, _NEXT.split(text)[::2], strict=True):
        if mark in whole:
            place = (name, whole.index(mark))
        contexts.append(engine.analyse(read(name, whole.replace(mark, "").encode()), knowledge))
    found = [one for one in engine.check(contexts, Discovered()) if one.severity in {"error", "warning"}]
    if place is None:
        return found
    offsets = {one.document.path: one.document.offsets for one in contexts}

    def touches(path: str, span: Span) -> bool:
        start, end = offsets[path].to_source(span)
        return path == place[0] and start - _AROUND < place[1] < end + _AROUND

    return [
        one
        for one in found
        if touches(one.path, one.span) or any(touches(each.path, each.span) for each in one.related)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=Path, default=TOP / "benchmarks" / "agreement")
    parser.add_argument("--kind", help="only this kind of change")
    parser.add_argument("--verbose", action="store_true", help="also show what was missed, and the false alarms")
    options = parser.parse_args()
    knowledge = Knowledge.open()
    outcomes: list[Outcome] = []
    alarms: list[tuple[Case, Finding]] = []
    every = list(cases(options.texts))
    for case in every:
        before = check(case, None, knowledge)
        alarms += ((case, one) for one in before)
        said = Counter((one.rule, one.path, one.message) for one in before)
        for slot in _SLOT.finditer(case.text):
            if options.kind in (None, slot["kind"]):
                after = [one for one in check(case, slot, knowledge) if not said[one.rule, one.path, one.message]]
                outcomes.append(Outcome(case, slot, tuple(after)))
    print("| changed | texts | reported | with both places |\n|---|---|---|---|")
    for kind in [*dict.fromkeys(one.slot["kind"] for one in outcomes if one.slot["kind"]), None] if outcomes else []:
        chosen = [one for one in outcomes if kind in (None, one.slot["kind"])]
        reported, both = sum(bool(one.findings) for one in chosen), sum(one.both for one in chosen)
        print(f"| {kind or 'all'} | {len(chosen)} | {reported / len(chosen):.1%} | {both / len(chosen):.1%} |")
    print(f"\nunspoiled: {len(alarms)} errors and warnings in {len(every)} texts")
    if options.verbose:
        for case, one in alarms:
            print(f"  {case.title}: {one.rule}: {one.message}")
        for outcome in outcomes:
            if not outcome.both:
                slot = outcome.slot
                print(f"\nmissed in {outcome.case.title}: {slot['kind']} {slot['right']} -> {slot['wrong']}")
                print(*(f"  said {one.rule}: {one.message}" for one in outcome.findings), sep="\n")


if __name__ == "__main__":
    main()
