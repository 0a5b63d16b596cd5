"""A reference in a style, only where what comes out means what went in."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from juslint import styles
from juslint.document import Document, Span
from juslint.families import _echr_names, echr, un_symbol
from juslint.knowledge.case_names import key
from juslint.reference import Part, Reference
from juslint.styles import Source, _case, _known, _pinpoints

if TYPE_CHECKING:
    from juslint.knowledge import Knowledge
    from juslint.styles import Rendered


def restyled(source: Source, style: str, *, complete: bool = False) -> Rendered | None:
    """The reference in the style called so; None where the style leaves it, or the words would mean another source."""
    shown: Rendered | None = styles.modules()[style].render(source, complete)
    if shown is None:
        return None
    written = source.reference.text + source.after[: shown.tail]
    return shown if plain(shown.text) == plain(written) or _is_same(shown.text, written, source) else None


def cited(reference: Reference, style: str, knowledge: Knowledge) -> str | None:
    """How the source of a reference is cited in full in a style, with its pinpoint; None where the style has no form.

    By what the knowledge base has of it, where it has it; else by what the reference says.
    """
    written = Source(reference, "", "", knowledge)
    parts: dict[str, Part] = {}
    entry = knowledge.resolve(reference.id).entry if reference.id else None
    name = entry.id if entry else reference.id
    citation = _case.read(written)
    case = citation and _known.document(citation, knowledge)
    if case and case.date:
        name, parts = case.id, {"date": Part(case.date, reference.span)}
    shown = None
    if name is not None and (citation is None or case):
        bare = Reference(reference.family, name, Span(0, 0), "", parts, reference.pinpoint)
        shown = styles.modules()[style].render(Source(bare, "", "", knowledge))
    shown = shown or (restyled(written, style, complete=True) if reference.text and name else None)
    return shown.text if shown else None


def plain(text: str) -> str:
    """A text with each stretch of white space as one space."""
    return " ".join(text.split())


def _is_same(text: str, written: str, source: Source) -> bool:
    """Whether the text, read alone, is what is written: one source, with the same pinpoint."""
    reference = source.reference
    if reference.family == _echr_names.SHORT or (reference.family == un_symbol.NAME and reference.canonical is None):
        return True  # they mean nothing alone, and only their pinpoint changes
    found = _read(text, source.knowledge)
    if not found or found[0].span.start or not all(_same_source(one, reference, source.knowledge) for one in found):
        return False
    before = [reference] if written == reference.text else _read(written, source.knowledge)
    return _places(found) == _places(before)


@lru_cache(maxsize=256)  # what is looked at without added facts is looked at with them too
def _read(text: str, knowledge: Knowledge) -> list[Reference]:
    from juslint.scan import scan  # noqa: PLC0415 - pulls in the grammars

    document = Document(path="", source=text, text=text, paragraphs=(Span(0, len(text)),))
    return [one for one in scan(document, knowledge) if one.within is None]


def _places(references: list[Reference]) -> list[object]:
    return [_pinpoints.meaning(str(one.pinpoint.value)) for one in references if one.pinpoint is not None]


def _same_source(one: Reference, other: Reference, knowledge: Knowledge) -> bool:
    if one.family != other.family:
        return False
    if one.id is None or other.id is None:
        named = key(one.text_of("name") or "") == key(other.text_of("name") or "") != ""
        return named and one.id == other.id and ("report" in one.parts) == ("report" in other.parts)
    if one.id == other.id:
        return True
    return one.family == echr.NAME and _number(one.id, knowledge) == _number(other.id, knowledge)


def _number(name: str, knowledge: Knowledge) -> object:
    """The first application number of a case that the knowledge base has; else the id without its spelling."""
    entry = knowledge.resolve(name).entry
    if entry is not None and entry.data.get("applications"):
        return entry.data["applications"][0]
    party, _, day = name.rpartition(" ")
    return key(party), day
