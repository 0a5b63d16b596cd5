"""Putting a document's text together, piece by piece, with the way back to the file."""

from __future__ import annotations

import re

from juslint import structure
from juslint.document import Document, Link, Offsets, Run, Span

# Soft hyphens, zero-width spaces and joiners, byte order marks: no reader sees them, and they break every search.
_SIGNS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_INVISIBLE = re.compile(f"[{_SIGNS}]+")


class TextBuilder:
    """Collects text; `length` is how much there is so far, in code points."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._has_signs = any(sign in source for sign in _SIGNS)  # to look for six single characters takes no time
        self._pieces: list[str] = []
        self._runs: list[Run] = []
        self.length = 0

    def keep(self, start: int, end: int) -> None:
        """Take over `source[start:end]` as it is, without its invisible characters."""
        if self._has_signs:
            for gap in _INVISIBLE.finditer(self._source, start, end):
                self._copy(start, gap.start())
                start = gap.end()
        self._copy(start, end)

    def put(self, text: str, start: int, end: int) -> None:
        """Let `text` stand for `source[start:end]`, which reads otherwise."""
        if text == self._source[start:end]:
            self.keep(start, end)
        elif text:
            if text == "\n" and end - start == 1 and not self._source[start].isspace():
                end = start  # one sign of markup: no edit of the line break may take it
            self._runs.append(Run(self.length, start, len(text), end - start))
            self._pieces.append(text)
            self.length += len(text)

    def build(self) -> tuple[str, Offsets]:
        """The text, and its offsets: the identity where the text is the source."""
        text = "".join(self._pieces)
        return text, Offsets() if text == self._source else Offsets(self._runs)

    def _copy(self, start: int, end: int) -> None:
        if end <= start:
            return
        size = end - start
        last = self._runs[-1] if self._runs else None
        if last and last.size == last.source_size and last.source + last.size == start:
            self._runs[-1] = last._replace(size=last.size + size, source_size=last.size + size)
        else:
            self._runs.append(Run(self.length, start, size, size))
        self._pieces.append(self._source[start:end])
        self.length += size


class MarkedText(TextBuilder):
    """The text of a format that marks its paragraphs, headings, links and emphases, with what the marks say."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.paragraphs: list[Span] = []
        self.cells: list[Span] = []
        self.headings: list[Span] = []
        self.links: list[Link] = []
        self.emphases: list[Span] = []

    def document(self, path: str) -> Document:
        """The document, with all that has been put together."""
        text, offsets = self.build()

        def trimmed(spans: list[Span]) -> tuple[Span, ...]:
            return tuple(span for each in spans if (span := structure.trimmed(text, each)))

        found = Document(
            path,
            self._source,
            text,
            offsets,
            paragraphs=trimmed(self.paragraphs),
            cells=trimmed(self.cells),
            headings=trimmed(self.headings),
            links=tuple(sorted(self.links, key=lambda link: link.span)),
            emphases=tuple(sorted(self.emphases)),
        )
        return structure.complete(found, marked_headings=True)


def visible(text: str) -> bool:
    """Whether a reader sees anything of `text`."""
    return bool(_INVISIBLE.sub("", text).strip())
