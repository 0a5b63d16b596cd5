"""HTML and XHTML: what a reader sees of a page, with exact offsets into the file.

Left out of the text: tags, comments, the head, scripts, styles, pictures; code stands as one U+FFFC, unless it is an
address. Footnote marks, `<sup>1</sup>` or a link on a number to a note, are superscript digits; so are the numbers of
notes that stand in a numbered list. White space is one blank wherever it is more, `<br>` is a line break, and blocks
are separated by a blank line.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from juslint.reading._flow import OBJECT, Flow
from juslint.reading._html_pieces import Tag, attributes, pieces, unescaped
from juslint.reading._inline import CODED, SUPERSCRIPT
from juslint.reading._text import visible

if TYPE_CHECKING:
    from juslint.document import Document, Span

NAME = "HTML"
SUFFIXES = (".html", ".htm", ".xhtml")
LANGUAGES = ("html",)
ITALICS = ("<i>", "</i>")


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form head header hgroup hr html legend li main menu nav noscript ol optgroup option p pre search section "
    "summary table tbody td tfoot th thead tr ul"
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_EMPHASES = frozenset({"i", "em", "cite", "b", "strong", "dfn"})
_CODE = frozenset({"code", "kbd", "samp"})
_SHORT = 8  # pieces of a heading
_SLANTED = re.compile(r"font-style\s*:\s*(?:italic|oblique)|font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_TO_NOTE = re.compile(r"#.{0,80}?(?:fn|ftn|edn|note|cite|ref|anc$|sym$)", re.IGNORECASE)
_NOTE_ID = re.compile(r"(?:.{0,40}[-_.:])?_?(?:fn|ftn|edn|footnote|endnote|note|cite_note)(?!.{0,8}ref)", re.IGNORECASE)
_NOTES = re.compile(r"(?:End|Foot)?notes?:?", re.IGNORECASE)
_BACK = re.compile(r"[\s\[(]*(?:[↩↑⤴↵⏎^\ufe0e\ufe0f]|jump up|back|return)[\s↩↑⤴↵⏎^\ufe0e\ufe0f\])]*", re.IGNORECASE)


def read(path: str, source: str) -> Document:
    """The document in an HTML file."""
    return _Reader(path, source).document(path)


def write(text: str, source: str, place: Span) -> str:
    """`text` as it is written in place of `source[place]`."""
    del source, place
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def write_target(target: str) -> str | None:
    """The target of a link as it is written, whatever quotation marks are around it."""
    escaped = target.replace("&", "&amp;").replace("<", "%3C").replace(">", "%3E")
    return escaped.replace('"', "%22").replace("'", "%27").replace(" ", "%20")


def _coded(source: str, at: int) -> bool:
    """Whether the code that begins there is an address and nothing else."""
    found = CODED.match(source, at)
    return found is not None and source.startswith("</", found.end())


class _Reader:
    def __init__(self, path: str, source: str) -> None:
        self.source = source
        self.flow = Flow(source)
        self.link: tuple[int, int, str, Span] | None = None  # its tag, its first piece, its target
        self.sup: tuple[int, int] | None = None  # its tag, its first piece
        self.emphases: dict[str, list[int]] = {}  # by the name of the tag, the first pieces; -1: no emphasis
        self.slanted: Counter[str] = Counter()  # how many of these are emphases and open
        self.lists: list[int] = []  # the number before that of the next item, of each list we are in
        self.noted: list[bool] = []  # whether each of these is one of notes
        self.raised = False  # whether a number was raised
        self.mark: int | None = None  # the number of the note that begins here
        self.called: set[str] = set()  # the places that raised numbers lead to
        self.in_row = False  # whether a cell of the row that we are in was shown
        self.headed = ""  # the words of the last block
        self.pre = False
        self.code: int | None = None  # where the code began in which we are
        xml = path.lower().endswith(".xhtml") or source[:200].lstrip("\ufeff \t\r\n").startswith("<?xml")
        for piece in pieces(source, xml=xml):
            if isinstance(piece, Tag):
                self._tag(piece)
            elif self.code is None:
                self._text(piece.start, piece.end, piece.shown)

    def document(self, path: str) -> Document:
        self._end_block()
        return self.flow.document(path)

    def _text(self, start: int, end: int, shown: str | None) -> None:
        if self.mark is not None and visible(self.source[start:end] if shown is None else shown):
            self._begin_note(start)
        if shown is not None:
            if visible(shown) or shown.isspace():
                self.flow.show(start, end, shown)
        elif self.pre:
            self.flow.lines(start, end)
        else:
            self.flow.text(start, end)

    def _begin_note(self, start: int) -> None:
        """Show the number of a note in a list, unless the note begins with its mark or with a way back to it."""
        if self.sup is None and (self.link is None or not self.link[2].startswith("#")):
            self.flow.show(start, start, str(self.mark).translate(SUPERSCRIPT) + " ")
            self.mark = None

    def _tag(self, tag: Tag) -> None:
        name = tag.name
        if name in _BLOCKS or name in _HEADINGS:
            self._block(tag)
        elif name in _CODE:
            self._code(tag)
        elif self.code is not None:
            return
        elif name == "br":
            self.flow.show(tag.start, tag.end, "\n")
        elif name == "a":
            self._anchor(tag)
        elif name == "sup":
            self._sup(tag)
        elif name == "q":
            self.flow.show(tag.start, tag.end, "”" if tag.closing else "“")
        elif name in _EMPHASES or name == "span":
            self._emphasis(tag)

    def _block(self, tag: Tag) -> None:
        name = tag.name
        self._end_block()
        self.flow.block.heading = name in _HEADINGS and not tag.closing
        if name == "tr":
            self.in_row = False
        elif name in {"td", "th"} and not tag.closing:
            self.flow.block.in_row = self.in_row
        elif name == "pre":
            self.pre = not tag.closing
        elif name in {"ol", "ul", "menu", "dir"}:
            if not tag.closing:
                self.lists.append(self._number(tag, "start", 1) - 1)
                self.noted.append(name == "ol" and self.raised and _NOTES.fullmatch(self.headed.strip()) is not None)
            elif self.lists:
                self.lists.pop()
                self.noted.pop()
        elif name == "li" and not tag.closing and self.lists:
            self._item(tag)

    def _item(self, tag: Tag) -> None:
        self.lists[-1] = number = self._number(tag, "value", self.lists[-1] + 1)
        place = attributes(self.source, tag).get("id")
        name = self.source[slice(*place)] if place else ""
        is_note = self.noted[-1] or (name and name in self.called) or _NOTE_ID.match(name)
        self.mark = number if is_note and 0 < number < 10_000 else None

    def _number(self, tag: Tag, attribute: str, usual: int) -> int:
        place = attributes(self.source, tag).get(attribute)
        digits = self.source[slice(*place)].strip() if place else ""
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else usual

    def _end_block(self) -> None:
        """Whatever is open within a paragraph ends with it, except a link around blocks."""
        flow = self.flow
        self._end_code(None)
        if self.link is not None:
            _, first, target, place = self.link
            flow.link(first, target, place)
            self.link = None if flow.visible(first) else (-1, 0, target, place)
        for firsts in self.emphases.values():
            for first in firsts:
                if first >= 0:
                    flow.emphasis(first)
        self.emphases = {}
        self.slanted.clear()
        self.sup = None
        if flow.visible(0):
            self.in_row = True
            self.headed = flow.words(0) if flow.size < _SHORT else ""
        flow.end_block()

    def _code(self, tag: Tag) -> None:
        if tag.closing:
            self._end_code(tag.end)
        elif self.code is None and (self.pre or not _coded(self.source, tag.end)):
            self.code = tag.start

    def _end_code(self, end: int | None) -> None:
        """Code ends with its tag, or, `end` None, with its paragraph. A whole block of code leaves nothing."""
        if self.code is not None and end is not None and not self.pre:
            self.flow.show(self.code, end, OBJECT)
        self.code = None

    def _anchor(self, tag: Tag) -> None:
        if self.link is not None:
            self._end_link(tag)
        place = None if tag.closing else attributes(self.source, tag).get("href")
        if place is not None:
            target = unescaped(self.source[slice(*place)])
            if self.mark is not None and not target.startswith("#"):
                self._begin_note(tag.start)
            self.link = (tag.start, self.flow.size, target, place)

    def _end_link(self, tag: Tag) -> None:
        if self.link is None:
            return
        flow = self.flow
        start, first, target, place = self.link
        self.link = None
        end = tag.end if tag.closing else tag.start
        if (
            start >= 0
            and self.sup is not None
            and target.startswith("#")
            and flow.words(first).strip(" []()").isdigit()
        ):
            self.called.add(target[1:])
        if start >= 0 and _TO_NOTE.match(target):
            if flow.raised(first, start, end, letters=False, whole=True):
                self.mark = None
                return
            if flow.size - first < 4 and _BACK.fullmatch(flow.words(first)):
                flow.drop(first)
                return
        self.mark = None if flow.visible(first) else self.mark
        flow.link(first, target, place)

    def _sup(self, tag: Tag) -> None:
        if not tag.closing:
            self.sup = (tag.start, self.flow.size)
        elif self.sup is not None:
            start, first = self.sup
            self.sup = self.mark = None
            if self.flow.raised(first, start, tag.end, whole=self.link is not None):
                self.raised = True
                if self.link is not None and self.link[2].startswith("#"):
                    self.called.add(self.link[2][1:])

    def _emphasis(self, tag: Tag) -> None:
        firsts = self.emphases.setdefault(tag.name, [])
        if not tag.closing:
            slanted = True
            if tag.name == "span":
                style = attributes(self.source, tag).get("style")
                slanted = style is not None and _SLANTED.search(self.source, *style) is not None
            slanted = slanted and not self.slanted[tag.name]  # an emphasis in its like says nothing new
            self.slanted[tag.name] += slanted
            firsts.append(self.flow.size if slanted else -1)
        elif firsts and (first := firsts.pop()) >= 0:
            self.slanted[tag.name] -= 1
            self.flow.emphasis(first)
