"""House styles: one module each, which says how the sources that it covers are cited in that style.

A style module defines `NAME`, what `--style` calls it; `SUMMARY`, one line; `ITALIC_NAMES`, whether names of cases
stand in italics; and

* `render(source, complete=False) -> Rendered | None`: the reference in that style, from what the text says; with
  `complete`, from what the knowledge base surely knows too. None where the style fixes nothing for such a reference,
  or the reference says something that is not understood: it is left as it is then.

A style changes nothing that it leaves free, and drops no fact that tells one source from another. Modules are found by
walking this folder; a new style is one file.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from juslint.units import units

if TYPE_CHECKING:
    from types import ModuleType

    from juslint.document import Document, Span
    from juslint.knowledge import Knowledge
    from juslint.reference import Reference

_REACH = 160  # characters around a reference that a style may look at


class Source(NamedTuple):
    """A reference, the text in front of it and behind it, and what knows more of it."""

    reference: Reference
    before: str
    after: str
    knowledge: Knowledge


class Rendered(NamedTuple):
    """A reference in a style. `name`: where in `text` the name of a case stands, which some styles put in italics.

    `added`: facts that the text does not say, in words ("the date 22 April 2010"). `tail`: how many characters behind
    the reference belong to what is written (the bracket that closes, `UN Doc A/RES/51/210`).
    """

    text: str
    name: Span | None = None
    added: tuple[str, ...] = ()
    tail: int = 0


def source(reference: Reference, document: Document, knowledge: Knowledge) -> Source:
    """A reference of a document with its surroundings."""
    start, end = reference.span
    text = document.text
    return Source(reference, text[max(0, start - _REACH) : start], text[end : end + _REACH], knowledge)


@cache
def modules() -> dict[str, ModuleType]:
    """Every style's module by the style's name, in order of name. ValueError where two share a name."""
    found: dict[str, ModuleType] = {}
    for module in units(__name__):
        if module.NAME in found:
            raise ValueError(f"two style modules share the name {module.NAME!r}")
        found[module.NAME] = module
    return dict(sorted(found.items()))
