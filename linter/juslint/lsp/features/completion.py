"""Sources to cite, from the knowledge base and from the texts, by number, name or title, in the style of the texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lsprotocol import types

from juslint import reading
from juslint.document import Span
from juslint.knowledge import normalise_title
from juslint.lsp import about, base_schema, wording
from juslint.lsp.desk import range_of
from juslint.lsp.texts import Position

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge import Entry, Knowledge
    from juslint.lsp.desk import Desk, View
    from juslint.reference import Reference

_BACK = 120  # characters before the cursor that may belong to what is being written
_WORDS = 8
_MOST = 60  # items of an answer
_EACH = 20  # items of one look-up
_SHORT = 3  # letters below which a name says nothing
_WORD = re.compile(r"(?<![\w/.])[\w(]")
_NUMBERED = re.compile(r"\b(?:resolution|decision)s?\s+(?P<number>[0-9][0-9A-Za-z/ ()-]*)$", re.IGNORECASE)
_BARE = re.compile(r"(?<![\w/.])[0-9]{1,4}(?:/[0-9A-Z]*| \([0-9]*)$")
_APPLICATION = re.compile(
    r"(?P<sign>\b(?:App(?:lication)?s?\.?\s+)?nos?\.?\s*)?(?<![\w/.])(?P<number>[1-9][0-9]{2,5}(?P<year>/[0-9]{0,2})?)$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\sv\.?\s[^;.]{3,60},\s*$")  # the name of a case, right before its number
_SYMBOL = re.compile(r"[A-Z][A-Za-z]*(?:[/.( ]|$)")


class _Offer(dict[str, types.CompletionItem]):
    """Items by what they insert, the better ones first."""

    def __init__(self, view: View, style: str | None) -> None:
        super().__init__()
        self.view = view
        self.style = style

    def cite(self, span: Span, text: str, detail: str, rank: int) -> None:
        """An item that cites a source in the style of the texts."""
        if len(self) < _MOST:
            self.add(span, wording.in_style(text, self.style, self.view.member.context), detail, rank)

    def add(self, span: Span, text: str, detail: str, rank: int) -> None:
        """An item that takes the place of a span."""
        if text in self or len(self) >= _MOST:
            return
        typed = self.view.text.source[slice(*span)]
        self[text] = types.CompletionItem(
            label=text if len(text) <= 100 else f"{text[:99]}…",
            kind=types.CompletionItemKind.Reference,
            detail=detail or None,
            sort_text=f"{rank}{len(self):03d}",
            filter_text=typed,
            text_edit=types.TextEdit(range_of(self.view.text, span), reading.written(self.view.document, text, span)),
        )


def answer(desk: Desk, params: types.CompletionParams) -> types.CompletionList | None:
    """What the words before the cursor may become."""
    view = desk.view(params.text_document.uri)
    if view is None:
        return base_schema.completion(desk, params)
    offset = view.text.offset(Position(params.position.line, params.position.character))
    start = max(view.text.line_start(view.text.position(offset).line), offset - _BACK)
    before = view.text.source[start:offset]
    knowledge = view.member.context.knowledge
    offer = _Offer(view, desk.analyser.snapshot.settings.for_path(view.path).style)
    written = dict(_written(desk, view))
    number = _NUMBERED.search(before)
    if number:
        for entry in _numbered(knowledge, number["number"]):
            short = re.sub(r"^(?:[A-Z.]+/)+", "", entry.id)
            offer.add(Span(start + number.start("number"), offset), short, f"{entry.id} · {about.line(entry)}", 1)
    bare = _BARE.search(before)
    if bare and not number:
        for entry in _numbered(knowledge, bare[0]):
            offer.cite(Span(start + bare.start(), offset), about.written(entry), about.line(entry), 1)
    application = _APPLICATION.search(before)
    if application and not number:
        _cases(offer, before, start, application)
    for at in [found.start() for found in _WORD.finditer(before)][-_WORDS:]:
        typed, span = before[at:], Span(start + at, offset)
        for reference in _cited(written, typed):
            source = about.entry_of(reference, knowledge)
            offer.cite(span, _form(reference), about.line(source) if source else "cited in these texts", 0)
        for entry in _known(knowledge, typed):
            cited = written.get(entry.id)
            offer.cite(span, _form(cited) if cited else about.written(entry), about.line(entry), 2)
    return types.CompletionList(is_incomplete=True, items=list(offer.values()))


def _cases(offer: _Offer, before: str, start: int, found: re.Match[str]) -> None:
    """Cases by number: the whole citation, or the number alone behind a name."""
    if not (found["sign"] or found["year"]):
        return  # any number in a text
    knowledge, end = offer.view.member.context.knowledge, start + len(before)
    behind_name = _NAMED.search(before[: found.start()]) is not None
    at = start + (found.start("number") if behind_name else found.start())
    for case in knowledge.cases.beginning(found["number"], _EACH):
        entry = knowledge.resolve(case.id).entry
        if entry is not None and behind_name:
            number = next((one for one in case.applications if one.startswith(found["number"])), case.id)
            offer.add(Span(at, end), number, about.line(entry), 1)
        elif entry is not None:
            offer.cite(Span(at, end), about.written(entry), about.line(entry), 1)


def _form(reference: Reference) -> str:
    """A mention as it is written, on one line and without its place in the source."""
    text, place = reference.text, reference.pinpoint
    if place is not None and place.span.end == reference.span.end:
        text = text[: place.span.start - reference.span.start].rstrip(" ,(\r\n\t")
    return " ".join(text.split())


def _written(desk: Desk, view: View) -> Iterator[tuple[str, Reference]]:
    """Every source that the texts cite, by its id, in its fullest form."""
    found: dict[str, Reference] = {}
    for one in desk.views(view):
        for reference in one.references:
            if reference.id is None or reference.flaws:
                continue
            known = found.get(reference.id)
            if known is None or len(reference.text) > len(known.text):
                found[reference.id] = reference
    yield from found.items()


def _cited(written: dict[str, Reference], typed: str) -> Iterator[Reference]:
    wanted = typed.casefold()
    if len(wanted) < _SHORT:
        return
    for name, reference in written.items():
        title = reference.text_of("title") or ""
        texts = (name, _form(reference), title)
        if any(text.casefold().startswith(wanted) and text != typed for text in texts):
            yield reference


def _numbered(knowledge: Knowledge, typed: str) -> Iterator[Entry]:
    """Rows whose number begins as typed, of any body."""
    stems = sorted({template.partition("{")[0] for _, template in knowledge.row_folders().values()}, key=len)
    for stem in stems:
        yield from knowledge.beginning("id", stem + typed, _EACH)


def _known(knowledge: Knowledge, typed: str) -> Iterator[Entry]:
    if _SYMBOL.match(typed) and len(typed) > 1:
        yield from knowledge.beginning("id", typed, _EACH)
    name = normalise_title(typed)
    if len(name) < _SHORT:
        return
    for space in ("title", "name", "abbreviation", "publication"):
        for entry in knowledge.beginning(space, typed if space == "abbreviation" else name, _EACH):
            if entry.kind != "body":
                yield entry
    if typed[0].isupper():
        for case in knowledge.cases.beginning(typed, _EACH):
            resolution = knowledge.resolve(case.id)
            if resolution.entry is not None:
                yield resolution.entry


_OPTIONS = types.CompletionOptions(trigger_characters=["/", "(", "."], resolve_provider=False)
ANSWERS = {types.TEXT_DOCUMENT_COMPLETION: (_OPTIONS, answer)}
