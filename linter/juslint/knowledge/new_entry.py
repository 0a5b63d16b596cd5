"""A new entry of a knowledge base, made of a citation: `juslint kb new`, and the same in an editor.

The file is in canonical layout, passes `juslint kb check`, and says nothing that the citation does not say. Nothing is
overwritten: a row is put among the other rows of its file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Document, Note, Span
from juslint.knowledge import consistency, modeline, new_fields, new_values, schemas, yaml_writing
from juslint.knowledge.faults import File
from juslint.knowledge.layout import kind_of
from juslint.knowledge.new_rows import added
from juslint.knowledge.normalise import normalise_title
from juslint.knowledge.yaml_tree import Damage, read
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry
    from juslint.knowledge.layout import Kind
    from juslint.knowledge.new_fields import Draft
    from juslint.knowledge.yaml_writing import Value
    from juslint.reference import Reference

LICENCE = "Apache-2.0"  # of the facts that juslint comes with


class Refused(Exception):  # noqa: N818 it says what was done with the wish
    """No entry is made; the message is one line that says why. `place`: file and line of what is known already."""

    def __init__(self, message: str, place: tuple[Path, int] | None = None) -> None:
        super().__init__(message)
        self.place = place


class Unread(Refused):
    """The text names no source that juslint can read."""


class Wanting(Refused):
    """What was said is not enough: `missing` are the fields that a file (or row) of this kind must have besides."""

    def __init__(self, message: str, missing: tuple[str, ...], form: Form) -> None:
        super().__init__(message)
        self.missing = missing
        self.form = form


class Form(NamedTuple):
    """What decides the fields of an entry: the kind of its file, and whether it is one row of that."""

    kind: str
    of_row: bool = False


class Head(NamedTuple):
    """What every file says of itself: where its facts come from, its licence, and the day (ISO) of taking them."""

    origin: tuple[str, ...]
    date: str
    licence: str = LICENCE


class NewEntry(NamedTuple):
    """A file to be: `before` is what it holds already (None: there is none), `alone` the file with this entry only.

    `unsaid` are fields that its kind may have, that matter, and that the citation does not say.
    """

    path: Path
    before: str | None
    text: str
    alone: str
    unsaid: tuple[str, ...]
    form: Form


def only_reference(text: str, knowledge: Knowledge) -> Reference:
    """The one source that a citation names, written as in a plain text or in Markdown. Refused: none or several."""
    found = max((_outermost(document, knowledge) for document in _readings(text)), key=_size)
    if not found:
        raise Unread(f"no reference that juslint knows in “{text}”")
    if [one.family for one in found] == ["treaty", "treaty"] and "series" in found[1].parts:
        first, second = found  # a name, and its place in the Treaty Series
        _refuse_known(second, knowledge)
        place = {"also": Part(str(second.id), second.span)}
        found = [replace(first, parts={**first.parts, **second.parts, **place})]
    if len({one.id or one.text for one in found}) > 1:
        shown = "; ".join(one.id or one.text for one in found)
        raise Refused(f"several references: {shown}: give one")
    return max(found, key=lambda one: len(one.parts))


def _readings(text: str) -> list[Document]:
    """The text as a paragraph, as a footnote, and as Markdown, where titles may be in italics."""
    from juslint.reading import read_text  # noqa: PLC0415 - brings the readers

    plain = Document(path="", source=text, text=text, paragraphs=(Span(0, len(text)),))
    marked = read_text("citation.md", text)
    whole = [marked] if marked.emphases else [plain, marked]  # asterisks are marks then, not letters of a title
    notes = [replace(one, notes=(Note("1", Span(0, 0), Span(0, len(one.text.rstrip()))),)) for one in whole]
    return [*whole, *notes]


def _outermost(document: Document, knowledge: Knowledge) -> list[Reference]:
    from juslint.scan import scan  # noqa: PLC0415 - brings the grammars

    found = scan(document, knowledge)
    inner = {one.within: one for one in found if one.within is not None}
    outer = [one for one in found if one.within is None]
    return [inner[one.span] if one.span in inner and inner[one.span].id == one.id else one for one in outer]


def _size(found: Sequence[Reference]) -> tuple[int, int]:
    """Sorts readings: the one that understands most of the text, in the fewest references, is best."""
    return sum(one.span.end - one.span.start for one in found), -len(found)


def made(
    reference: Reference, knowledge: Knowledge, root: Path, head: Head, said: Mapping[str, str] | None = None
) -> NewEntry:
    """The entry of what a reference cites, in the base at `root`; `said` are fields that a person gives besides.

    Refused where the knowledge base knows the source or knows that there is none, where the reference does not say
    enough, and where `kb check` would find an error.
    """
    _refuse_known(reference, knowledge)
    return made_of(new_fields.draft(reference, knowledge), knowledge, root, head, said or {}, _shown(reference))


def made_of(  # noqa: PLR0913, PLR0917 - all that an entry is made of
    draft: Draft, knowledge: Knowledge, root: Path, head: Head, said: Mapping[str, str], source: str
) -> NewEntry:
    """The entry of a draft, as `made` does it; `source` is what messages call that which the draft was made of."""
    kind = kind_of(PurePosixPath(draft.folder, f"{draft.stem}.yaml"))
    assert kind is not None, draft
    form = Form(kind.name, draft.is_row)
    wanted = {name: new_values.value(text, name, form.kind, of_row=form.of_row) for name, text in said.items()}
    draft = _named(draft._replace(fields=draft.fields | wanted), knowledge, root)
    inside = PurePosixPath(draft.folder, f"{draft.stem}.yaml")
    _refuse_clash(draft, knowledge)
    told: dict[str, Value] = {"origin": list(head.origin), "licence": head.licence, "date": head.date}
    may = schemas.fields(kind.name, of_row=draft.is_row)
    fields = yaml_writing.ordered(draft.fields, may) if draft.is_row else yaml_writing.ordered(draft.fields)
    path = root / inside
    alone = modeline.put(
        yaml_writing.written(told | ({"rows": [fields]} if draft.is_row else fields)), modeline.wanted(path)
    )
    missing = [name for name in schemas.required(kind.name, of_row=draft.is_row) if name not in {**told, **fields}]
    if missing:
        wish = " ".join(f"--field {name}=…" for name in missing)
        raise Wanting(f"“{source}” does not say {' and '.join(missing)}: say it with {wish}", tuple(missing), form)
    before = path.read_bytes().decode("utf-8") if path.is_file() else None
    text = alone
    if before is not None:
        whole = added(before, fields, head.origin)
        if whole is None:
            raise Refused(f"{path}: not of the plain form to which a row can be added: add {yaml_writing.row(fields)}")
        text = whole
    _refuse_faulty(inside, kind, text, knowledge)
    matter = ("title",) if draft.fields.get("type") == "periodical" else ("title", "issued", "cited-date")
    unsaid = tuple(name for name in matter if name in may and name not in fields)
    return NewEntry(path, before, text, alone, unsaid, form)


def put(entry: NewEntry) -> None:
    """Write the file. Refused where that cannot be, or something has come in between."""
    from juslint import fixes  # noqa: PLC0415 - only here a file is replaced

    try:
        if entry.before is not None:
            change = fixes.Change(entry.before.encode(), entry.text.encode(), 0)
            fixes.write(str(entry.path), change)
            return
        entry.path.parent.mkdir(parents=True, exist_ok=True)
        with entry.path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(entry.text)
    except fixes.FixError as error:
        raise Refused(f"{entry.path}: {error}") from None
    except OSError as error:
        raise Refused(f"{entry.path}: {error.strerror or error}") from None


def _refuse_known(reference: Reference, knowledge: Knowledge) -> None:
    if reference.id is None:
        hint = ": name the body before the number" if reference.family == "un-resolution" else ""
        raise Refused(f"“{_shown(reference)}” does not say which source it is{hint}")
    resolution = knowledge.resolve(reference.id)
    if resolution.status == "absent":
        raise Refused(f"{reference.id}: there is none, and the knowledge base holds this series completely")
    url = reference.text_of("url")
    title = reference.text_of("title") or "" if reference.family == "newspaper" else ""
    entry = resolution.entry or knowledge.identify(reference) or (knowledge.publication(title) if title else None)
    found = (entry,) if entry else knowledge.by_url(url) if url else ()
    for one in found:
        raise _known(one, knowledge)


def _known(entry: Entry, knowledge: Knowledge) -> Refused:
    return Refused(f"known already: {entry.id}", (knowledge.file_of(entry), entry.line))


def _shown(reference: Reference) -> str:
    return " ".join(reference.text.split())


def _named(draft: Draft, knowledge: Knowledge, root: Path) -> Draft:
    """The draft under a file's name that is free; rows share a file. The name is the id where the entry says none."""
    if draft.is_row and "number" in draft.fields:
        return draft
    number, stem = 1, draft.stem
    while (root / draft.folder / f"{stem}.yaml").exists() or knowledge.resolve(stem).entry is not None:
        number += 1
        stem = f"{draft.stem}-{number}"
    fields = {name: value for name, value in draft.fields.items() if (name, value) != ("id", stem)}
    return draft._replace(stem=stem, fields=fields)


def _refuse_clash(draft: Draft, knowledge: Knowledge) -> None:
    """Names of the new entry that are other writings of one that is known."""
    title = draft.fields.get("title")
    for entry in knowledge.by_title(title) if isinstance(title, str) and draft.folder != "courts/echr" else ():
        variants = (*entry.aliases("title"), *entry.misspellings("title"))
        if any(normalise_title(one.value) == normalise_title(str(title)) for one in variants):
            raise _known(entry, knowledge)
    for alias in draft.other_ids:
        found = knowledge.resolve(alias).entry
        if found is not None:
            raise _known(found, knowledge)


def _refuse_faulty(path: PurePosixPath, kind: Kind, text: str, knowledge: Knowledge) -> None:
    """What `kb check` would say of the file."""
    try:
        tree = read(text.encode())
    except Damage as damage:
        raise Refused(f"{path}:{damage.line}: {damage.message}") from None
    for error in schemas.errors(kind.name, tree):
        raise Refused(f"{path}:{error.line}: {error.message}")
    for fault in consistency.errors([File(path, kind, tree)], knowledge.row_folders()):
        raise Refused(f"{path}:{fault.line}: {fault.message}")
