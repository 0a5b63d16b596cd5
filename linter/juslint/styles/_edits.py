"""From a reference as written to the reference in a style: the words that change, and marks for italics.

White space between words that stay is left as it is, so that lines break where they did.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint import styles
from juslint.document import Span
from juslint.finding import Edit, SourceEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.document import Document
    from juslint.reference import Reference
    from juslint.styles import Rendered

_BEGIN, _END = "\ue000", "\ue001"  # stand for the marks while words are compared: each is one sign, and no text
_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


def edits(
    document: Document, reference: Reference, shown: Rendered, marks: tuple[str, str] | None
) -> tuple[Edit | SourceEdit, ...]:
    """What to change so that the reference reads as `shown`, with the name between `marks` if they are given.

    Names of cases are compared with names. A name in which italics begin or end already is left as it is.
    """
    text, name = document.text, reference.parts.get("name")
    new = shown.text if name is not None else marked(shown, (_BEGIN, _END) if marks else None)
    start, end = reference.span.start, reference.span.end + shown.tail
    if name is None or shown.name is None:
        return tuple(_marked(document, edit, marks) for edit in _between(text, Span(start, end), new))
    changes = (
        *_between(text, Span(start, name.span.start), new[: shown.name.start]),
        *_between(text, name.span, new[slice(*shown.name)]),
        *_between(text, Span(name.span.end, end), new[shown.name.end :]),
    )
    if marks is None or any(place.overlaps(name.span) for place in document.emphases_by_place.at(name.span)):
        return changes
    return _in_italics(document, name.span, marks, changes)


def italics(path: str, style: str) -> tuple[str, str] | None:
    """The marks of italics, where a style wants them for names of cases and the format of the file has them."""
    if not styles.modules()[style].ITALIC_NAMES:
        return None
    from juslint.reading import format_of  # noqa: PLC0415 - pulls in the readers

    return getattr(format_of(path), "ITALICS", None)


def marked(shown: Rendered, marks: tuple[str, str] | None) -> str:
    """The whole text of a new citation, with the name between the marks."""
    if shown.name is None or marks is None:
        return shown.text
    first, last = shown.name
    return f"{shown.text[:first]}{marks[0]}{shown.text[first:last]}{marks[1]}{shown.text[last:]}"


def _in_italics(
    document: Document, name: Span, marks: tuple[str, str], changes: tuple[Edit, ...]
) -> tuple[Edit | SourceEdit, ...]:
    """The changes with marks around the name; what they put in at its two ends stands outside the marks."""
    where = document.offsets.to_source(name)
    at_start, at_end = Span(name.start, name.start), Span(name.end, name.end)
    before = "".join(change.text for change in changes if change.span == at_start)
    behind = "".join(change.text for change in changes if change.span == at_end)
    before, behind = (_written(document, words, where.start) for words in (before, behind))
    return (
        SourceEdit(Span(where.start, where.start), before + marks[0]),
        *(change for change in changes if change.span not in (at_start, at_end)),
        SourceEdit(Span(where.end, where.end), marks[1] + behind),
    )


def _marked(document: Document, edit: Edit, marks: tuple[str, str] | None) -> Edit | SourceEdit:
    """An edit with marks of italics in it, which are no text, is one of the file itself."""
    if marks is None or not (_BEGIN in edit.text or _END in edit.text):
        return edit
    if not document.offsets.is_whole(edit.span):
        return Edit(edit.span, edit.text.replace(_BEGIN, "").replace(_END, ""))  # nobody can make this change
    place = document.offsets.to_source(edit.span)
    words = _written(document, edit.text, place.start)
    return SourceEdit(place, words.replace(_BEGIN, marks[0]).replace(_END, marks[1]))


def _written(document: Document, words: str, at: int) -> str:
    from juslint.reading import written  # noqa: PLC0415 - pulls in the readers

    return written(document, words, Span(at, at))


def _between(text: str, place: Span, new: str) -> Iterator[Edit]:
    """Edits of the words of `place` that differ from those of `new`."""
    found = list(_WORDS.finditer(text, *place))
    old_words = [_plain(each[0]) for each in found]
    words = _WORDS.findall(new)
    from difflib import SequenceMatcher  # noqa: PLC0415 - only where something is rewritten

    matcher = SequenceMatcher(None, old_words, [_plain(word) for word in words], autojunk=False)
    bounds = [each.start() for each in found] + [place.end]
    for kind, first, last, new_first, new_last in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(Span(bounds[first], bounds[last]), "".join(words[new_first:new_last]))


def _plain(word: str) -> str:
    return " " if word.isspace() else word
