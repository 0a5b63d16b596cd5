"""One letter or report under two symbols that differ by a slip."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint.rules import Rule, _agreement, _documents, _letters, _works
from juslint.rules._agreement import Told, Wording
from juslint.rules._sources import Mention, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from juslint.finding import Finding
    from juslint.rules import Context
    from juslint.rules._sources import Source

RULE = Rule(
    name="inconsistent-symbol",
    severity="warning",
    summary="One letter or report stands under two symbols that differ by a slip.",
    why="A document is looked up by its symbol. With two digits the wrong way round it is another document.",
    source=(
        "United Nations Editorial Manual, Footnotes and other references: a document is cited with its symbol. "
        "Symbols that follow one another closely are those of several documents of one day and are not compared."
    ),
    wrong=(
        (
            "The letter dated 28 September 2020 from the Chargé d'affaires a.i. of the Permanent Mission of Azerbaijan "
            "to the United Nations addressed to the President of the Security Council (S/2020/952) was circulated.\n\n"
            "The letter dated 28 September 2020 from the Chargé d'affaires a.i. of the Permanent Mission of Azerbaijan "
            "to the United Nations addressed to the President of the Security Council (S/2020/925) was circulated.\n"
        ),
    ),
    right=(
        (
            "The letters dated 28 September 2020 from the Chargé d'affaires a.i. of the Permanent Mission of "
            "Azerbaijan to the United Nations addressed to the President of the Security Council (S/2020/952) and "
            "(S/2020/953).\n"
        ),
    ),
)

_ONE_HALF = " (one document: the other half is the same). Check the symbol and use one."
_FAMILIES = frozenset({"letter", "report", "statement", "article"})


def check_workspace(contexts: Sequence[Context]) -> Iterator[Finding]:
    """A finding at each symbol that is not the one that should stand."""
    of_a_day = _of_a_day(contexts)
    for source in sources(contexts):
        said = [
            Told(one, symbol, one.place("symbol"))
            for one in source.mentions
            if one.reference.family in _FAMILIES and (symbol := one.reference.text_of("symbol"))
        ]
        symbols = list(dict.fromkeys(symbol for _, symbol, _ in said))
        others = set().union(*(of_a_day.get(_letters.key(one.reference, "date"), set()) for one in source.mentions))
        if len(symbols) == 2 and _works.slipped_symbol(*symbols) and others <= set(symbols):
            yield from _of_source(source, said)
    yield from _of_halves(contexts)


def _of_a_day(contexts: Sequence[Context]) -> dict[str | None, set[str]]:
    """The symbols of all letters between the same two on one day: of three nobody knows which is a slip."""
    found: dict[str | None, set[str]] = defaultdict(set)
    for context in contexts:
        for reference in context.references:
            key, symbol = _letters.key(reference, "date"), reference.text_of("symbol")
            if key and symbol:
                found[key].add(symbol)
    return found


def _of_halves(contexts: Sequence[Context]) -> Iterator[Finding]:
    """Documents of two bodies, `A/76/739-S/2022/185`: who knows one of its symbols knows the other."""
    joint: dict[str, list[Told[str]]] = defaultdict(list)
    for context in contexts:
        for reference in context.references:
            names = _documents.halves(reference) if reference.family == "un-symbol" else ()
            if len(names) == 2 and names[0][:2] != names[1][:2]:
                mention = Mention(context, reference)
                for name in names:
                    joint[name].append(Told(mention, reference.id or "", mention.place()))
    for said in joint.values():
        ids = list(dict.fromkeys(one.value for one in said))
        if len(ids) == 2 and not any(_added(one.value) for one in said):
            yield from _agreement.findings(RULE, said, str.__eq__, Wording(_ONE_HALF))


def _added(name: str) -> bool:
    """Whether a part of a document, or an edition of it, is meant."""
    return any(part[:3] in {"Add", "Cor", "Rev", "Sup"} for part in name.replace("-", "/").split("/"))


def _of_source(source: Source, said: list[Told[str]]) -> Iterator[Finding]:
    yield from _agreement.findings(
        RULE,
        said,
        str.__eq__,
        Wording(f"{source.because()}. Check the symbol and use one.", preferred=_preferred(source)),
    )


def _preferred(source: Source) -> Callable[[str], bool] | None:
    known = source.entry.text("symbol") if source.entry else None
    return (lambda symbol: symbol == known) if known else None
