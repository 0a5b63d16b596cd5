"""References from one note to another that lead to no note, or to a note on something else."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge import normalise_title
from juslint.rules import Rule, _notes
from juslint.rules._note_words import Noted, is_short
from juslint.words import likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from juslint.document import Span
    from juslint.reference import Reference
    from juslint.rules import Context
    from juslint.rules._notes import Notes, Pointer

RULE = Rule(
    name="note-reference",
    severity="warning",
    summary="“Supra note 5”, “op. cit.” or “ibid.” leads to nothing, or to another source.",
    why=(
        "Numbers of notes change with each note that is put in or taken out, and “note 5 above” does not change with "
        "them. The reader then finds another author there, and looks for the source in vain."
    ),
    source=(
        "United Nations Editorial Manual, Footnotes and other references: ibid. repeats the reference of the note "
        "directly before. Only texts that number their notes once, from 1, are looked at."
    ),
    wrong=(
        (
            "One.[^1] Two.[^2] Three.[^3]\n\n"
            "[^1]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
            "[^2]: Karen Knop, *Diversity and Self-Determination in International Law* (Cambridge, Cambridge "
            "University Press, 2002).\n"
            "[^3]: Knop, note 1 above, p. 60.\n"
        ),
    ),
    right=(
        (
            "One.[^1] Two.[^2] Three.[^3]\n\n"
            "[^1]: Antonio Cassese, *Self-Determination of Peoples* (Cambridge, Cambridge University Press, 1995).\n"
            "[^2]: Ibid., p. 40.\n"
            "[^3]: Cassese, note 1 above, p. 60.\n"
        ),
    ),
)
_MOST_SOURCES = 1  # before an ibid.
_TELLING = 3  # words before a pointer that say what it is on
_SEVERAL = 2  # names
_TITLES = frozenset({"professor", "judge", "justice", "dr", "sir", "lord", "lady", "special", "mr", "ms", "mrs"})
_LONGEST = 20_000  # characters of a note that is compared with names
_MOST_LOST = 20  # names without a citation that are spoken of: of more the text is an excerpt


def check_document(context: Context) -> Iterator[Finding]:
    """A finding at each reference to a note that is not there, comes later, or is on something else."""
    notes = _notes.Notes(context.document)
    if not notes.notes:
        return
    noted = Noted(notes)
    for pointer in _notes.pointers(notes):
        yield from _of_pointer(pointer, notes, noted, context)
    yield from _of_ibid(notes, context)
    yield from _of_op_cit(notes, context)


def _of_pointer(pointer: Pointer, notes: Notes, noted: Noted, context: Context) -> Iterator[Finding]:
    here = notes.around(pointer.span.start)
    last = len(notes.notes)
    name = _notes.words(pointer.name)
    if here is None:
        return
    if pointer.number > last or pointer.number == 0:
        message = f"there is no note {pointer.number}: the last is note {last}"
        yield _said(context, pointer, message, noted.elsewhere(name, here), notes)
    elif pointer.ahead and pointer.number > here:
        return  # cited there in full
    elif not pointer.below and pointer.number >= here:
        which = "is this note" if pointer.number == here else "comes later"
        yield _said(context, pointer, f"note {pointer.number} {which}", noted.elsewhere(name, here), notes)
    elif pointer.below and pointer.number <= here:
        yield _said(context, pointer, f"note {pointer.number} does not come later: this is note {here}", [], notes)
    elif name and not pointer.below:
        others = noted.elsewhere(name, here)
        if others and not _fits(name, pointer.number, notes, noted, others):
            said = f"note {pointer.number} has nothing of {' '.join(pointer.name.split())}"
            yield _said(context, pointer, said, others, notes)
    elif not name and not pointer.below:
        yield from _of_nameless(pointer, here, notes, noted, context)


def _of_nameless(pointer: Pointer, here: int, notes: Notes, noted: Noted, context: Context) -> Iterator[Finding]:
    """`Commissioner for Human Rights, Memorandum on freedom of expression (note 3 above)`: most words are in note 3."""
    if _of_named(pointer, here, notes, noted):
        others = noted.elsewhere(_notes.named(notes, pointer), here)
        yield _said(context, pointer, f"note {pointer.number} is on something else", others, notes)
        return
    told = _notes.lead(notes, pointer)
    there = noted.around(pointer.number)
    held = sum(map(there.holds, told))
    if len(told) < _TELLING or held * 2 > len(told) or noted.is_short(pointer.number):
        return
    if others := noted.in_full(told, here):
        yield _said(context, pointer, f"note {pointer.number} is on something else", others, notes)


def _of_named(pointer: Pointer, here: int, notes: Notes, noted: Noted) -> bool:
    """Whether what a pointer names in front of it is in one other note alone: all its proper names.

    Where the words do not say that the source is cited there, none of several names may be in the note pointed to.
    """
    name = _notes.named(notes, pointer)
    there = noted.around(pointer.number)
    held = [word for word in name if there.holds(word) or there.has_misspelt(word)]
    if not name or noted.is_short(pointer.number) or len(held) == len(name):
        return False
    if not pointer.cited and (held or len(name) < _SEVERAL):
        return False
    return len(noted.elsewhere(name, here)) == 1


def _fits(name: list[str], number: int, notes: Notes, noted: Noted, others: list[int]) -> bool:
    """Whether a note is on the name, perhaps in another spelling, or refers on to another note itself.

    Of two of one family name it is on the one whose given name it has, where just one `other` has both.
    """
    text = notes.text(number)
    there = noted.around(number)
    missing = [word for word in name if not there.holds(word)]
    if noted.is_short(number) or len(text) > _LONGEST:
        return True
    if len(missing) == len(name):
        return any(map(there.has_misspelt, name))
    initials = {word[0] for word in missing}
    return not (
        missing == name[:1]
        and len(name) == _SEVERAL
        and len(others) == 1
        and not any(len(word) == 1 and word in initials for word in there.words)
        and re.search(rf"\b(?-i:[A-Z\u00c0-\u017f])[\w-]+(?:\s[A-Z]\.)?\s{name[-1]}\b", text, re.IGNORECASE)
        and not _TITLES & set(missing)
    )


def _said(context: Context, pointer: Pointer, message: str, others: list[int], notes: Notes) -> Finding:
    path = context.document.path
    fixes = tuple(
        Fix(f"write note {number}", safe=False, edits=(Edit(pointer.digits, str(number)),)) for number in others[:3]
    )
    name = " ".join(pointer.name.split())
    hint = f"; {name or 'this'} is in note {' and note '.join(map(str, others[:3]))}" if others else ""
    related = [Related(path, notes.notes[number - 1].span, f"note {number}") for number in others[:3]]
    if 0 < pointer.number <= len(notes.notes):
        related.insert(0, Related(path, notes.notes[pointer.number - 1].span, f"note {pointer.number}"))
    only = fixes[0] if len(fixes) == 1 else None
    return Finding(
        RULE.name,
        RULE.severity,
        path,
        pointer.span,
        message + hint,
        tuple(related),
        only,
        alternatives=() if only else fixes,
    )


def _of_ibid(notes: Notes, context: Context) -> Iterator[Finding]:
    path = context.document.path
    for number, span in _notes.same(notes):
        if number == 1:
            yield Finding(RULE.name, RULE.severity, path, span, "this is the first note: there is nothing to repeat")
            continue
        outer = _sources(context, notes.notes[number - 2].span)
        if len({one.id for one in outer}) > _MOST_SOURCES and not is_short(notes.text(number - 1)):
            told = tuple(Related(path, one.span, "a source of the note before") for one in outer)
            message = f"note {number - 1} has {len(outer)} sources: say which of them is meant"
            yield Finding(RULE.name, "info", path, span, message, told)


def _sources(context: Context, note: Span) -> list[Reference]:
    """The references of a note that stand in no other."""
    found: list[Reference] = []
    first = bisect_left(context.references, note.start, key=lambda one: one.span.start)
    for at in range(first, len(context.references)):
        one = context.references[at]
        if one.span.start >= note.end:
            break
        inner = found and one.span.end <= found[-1].span.end
        if note.covers(one.span) and one.within is None and one.id and not inner:
            found.append(one)
    return found


def _of_op_cit(notes: Notes, context: Context) -> Iterator[Finding]:
    """`Smith, op. cit.`, where nothing before says who Smith is."""
    cited = list(_notes.repeated(notes))
    if not cited:
        return
    seen = _notes.first_places(context.document.text)
    lost = 0
    for written, span in cited:
        name = _notes.words(written)
        here = notes.around(span.start)
        if not name or here is None or any(seen[word] < span.start for word in name if word in seen):
            continue
        lost += 1
        if lost > _MOST_LOST:
            return
        near = {
            word
            for word, at in seen.items()
            if at < span.start and any(likeness.slip(word, own) for own in name if len(own) > 4)
        }
        yield _unknown(context, written, span, near, _later(name, range(here + 1, len(notes.notes) + 1), notes))


def _later(name: list[str], numbers: Iterable[int], notes: Notes) -> list[Span]:
    found = [n for n in numbers if _notes.holds(normalise_title(notes.text(n)), name)]
    return [notes.notes[number - 1].span for number in found[:1]]


def _unknown(context: Context, written: str, span: Span, near: set[str], later: list[Span]) -> Finding:
    message = f"nothing before this note cites {' '.join(written.split())}"
    if len(near) == 1:
        message += f"; is {next(iter(near)).title()} meant?"
    related = tuple(Related(context.document.path, one, "only here") for one in later)
    return Finding(RULE.name, RULE.severity, context.document.path, span, message, related)
