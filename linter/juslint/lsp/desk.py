"""What the features work with: the texts as they are now, in the protocol's terms. Used in the analyser's thread."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls import uris

from juslint.lsp.texts import Position, Text
from juslint.reading import formats

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from juslint.document import Document, Span
    from juslint.finding import SourceEdit
    from juslint.lsp.analysis import Analyser, Member
    from juslint.reference import Reference


@cache
def endings() -> dict[str, str]:
    """The languages that are read, by their names in the protocol, each with an ending of its files."""
    return {language: module.SUFFIXES[0] for module in formats().values() for language in module.LANGUAGES}


def path_of(uri: str, language: str = "plaintext") -> str:
    """The path that a text goes by. One that is no file goes by its address, with the ending of its language."""
    path = file_of(uri)
    return path or uri + ("" if Path(uri).suffix else endings().get(language, ".txt"))


def file_of(uri: str) -> str | None:
    """The path of a file's URI; None of any other. NUL, which no system takes in a path, shows as its picture."""
    path = uris.to_fs_path(uri)
    return path and path.replace("\0", "\u2400")


def rewritten(span: types.Range | None) -> tuple[Position, Position] | None:
    """The two positions of a range."""
    if span is None:
        return None
    return Position(span.start.line, span.start.character), Position(span.end.line, span.end.character)


def range_of(text: Text, span: Span) -> types.Range:
    """The range of a stretch of a file's text."""
    start, end = text.positions(span)
    return types.Range(types.Position(*start), types.Position(*end))


@dataclass(frozen=True, slots=True)
class View:
    """One document. Spans of `Document.text` become ranges, and positions become references."""

    path: str
    uri: str
    member: Member

    @property
    def text(self) -> Text:
        """The file's text."""
        return self.member.text

    @property
    def document(self) -> Document:
        """What a reader sees of it."""
        return self.member.context.document

    @property
    def references(self) -> tuple[Reference, ...]:
        """Its references in reading order."""
        return self.member.context.references

    def range(self, span: Span) -> types.Range:
        """Where a span of the document stands in the file."""
        return range_of(self.text, self.document.offsets.to_source(span))

    def location(self, span: Span) -> types.Location:
        """The same with the file's address."""
        return types.Location(self.uri, self.range(span))

    def source_span(self, wanted: types.Range) -> Span:
        """The stretch of the file's text that a range names."""
        return self.text.span(*(Position(at.line, at.character) for at in (wanted.start, wanted.end)))

    def at(self, position: types.Position) -> Reference | None:
        """The innermost reference at a position, or that ends there."""
        offset = self.text.offset(Position(position.line, position.character))
        found = None
        for reference in self.references:
            span = self.document.offsets.to_source(reference.span)
            if span.start > offset:
                break
            if offset <= span.end and (found is None or offset < span.end or reference.within is not None):
                found = reference
        return found

    def edit(self, change: SourceEdit) -> types.TextEdit:
        """An edit of the file."""
        new = change.text.replace("\n", "\r\n") if "\r\n" in self.text.source else change.text
        return types.TextEdit(range_of(self.text, change.span), new)


@dataclass
class Desk:
    """All documents, and what the editor can do."""

    analyser: Analyser
    capabilities: types.ClientCapabilities = field(default_factory=types.ClientCapabilities)
    uris: dict[str, str] = field(default_factory=dict)  # of open texts, as the editor writes them
    bases: dict[str, Text] = field(default_factory=dict)  # open files of knowledge bases, by path

    def uri(self, path: str) -> str:
        """The address of a file, as the editor writes it where it has the file open."""
        return self.uris.get(path) or uris.from_fs_path(str(Path(path).absolute())) or path

    def path(self, uri: str) -> str:
        """The path that an open text or a file goes by."""
        return next((path for path, known in self.uris.items() if known == uri), None) or path_of(uri)

    def view(self, uri: str) -> View | None:
        """An open document; None where it is not one that is read."""
        path = self.path(uri)
        if path not in self.analyser.snapshot.opened:
            return None
        member = self.analyser.member(path)
        return View(path, uri, member) if member else None

    def views(self, view: View) -> Iterator[View]:
        """All the documents of its root, itself among them."""
        for member in self.analyser.members(view.path):
            path = member.context.document.path
            yield View(path, self.uri(path), member)

    def everything(self) -> Iterator[View]:
        """All the documents of all roots, and the loose ones that are open."""
        for path in self.analyser.snapshot.tops():
            for member in self.analyser.members(path):
                yield View(member.context.document.path, self.uri(member.context.document.path), member)

    def workspace_edit(self, edits: Mapping[str, list[types.TextEdit]]) -> types.WorkspaceEdit:
        """Edits by path; with the versions of open texts where the editor understands that."""
        workspace = self.capabilities.workspace
        able = workspace and workspace.workspace_edit and workspace.workspace_edit.document_changes
        if not able:
            return types.WorkspaceEdit(changes={self.uri(path): list(some) for path, some in edits.items()})
        opened = self.analyser.snapshot.opened
        return types.WorkspaceEdit(
            document_changes=[
                types.TextDocumentEdit(
                    types.OptionalVersionedTextDocumentIdentifier(
                        self.uri(path), opened[path].version if path in opened else None
                    ),
                    list(some),
                )
                for path, some in edits.items()
            ]
        )
