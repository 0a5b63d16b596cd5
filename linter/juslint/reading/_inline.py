"""The inside of one Markdown paragraph, cut into tokens: what a reader sees, and where each piece stands.

One pass from left to right, no recursion, linear in the paragraph's length: every search that could fail again and
again is bounded or remembered. Positions are those of `text`, the paragraph's lines stripped and joined by newlines.
"""

from __future__ import annotations

import html.entities
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from juslint.reading import _links
from juslint.reading._emphasis import Delimiter, delimiter, pair

if TYPE_CHECKING:
    from collections.abc import Mapping

OBJECT = "\ufffc"  # Unicode's sign for something that is not text: stands where a code span is
CODED = re.compile(r"https?://[\w-]+(?:\.[\w-]+)+/[^\s<>{}`*$|\"…]*")  # code that is an address, which a reader follows
SUPERSCRIPT = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ")
_RAISED = frozenset(map(str, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_SPECIAL = re.compile(r"[\\`<&!\[\]*_\n]")
_HTML = re.compile("[<&\n]")
_SUP = re.compile(
    r"<sup\b[^<>]{0,200}>\s{0,8}(<a\b[^<>]{0,200}>|\[)?\s{0,8}([0-9]{1,4}|[a-z])\s{0,8}"
    r"(?:</a>|\](?:\([^()\s]{0,200}\))?)?\s{0,8}</sup>",
    re.IGNORECASE,
)
_NOTE = re.compile(r"\[\^([^\]\[\s]{1,64})\]:?")
_AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>")
_TAG = re.compile(  # possessive throughout: a "<" that opens no tag costs no second look
    r"</?([A-Za-z][A-Za-z0-9-]*+)((?:\s++[A-Za-z_:][\w:.-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'=<>`]++))?+)*+)"
    r"\s*+/?>|<[!?][A-Za-z][^<>]*+>"
)
_HREF = re.compile(r"\shref\s{0,8}=\s{0,8}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=`]+))", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));")
_ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def apart(before: str, mark: str) -> str:
    """The mark of a note as a reader sees it behind `before`: a thin space keeps two marks from being one number."""
    return f"\u2009{mark}" if before and before[-1] in _RAISED else mark


class Definition(NamedTuple):
    """What a link label stands for: the target as written, and where that is in the file."""

    target: str
    start: int
    end: int


@dataclass(slots=True)
class Token:
    """Text for `text[start:end]`: the same where `shown` is None, else what a reader sees in its place."""

    start: int
    end: int
    shown: str | None = None


class LinkFound(NamedTuple):
    """A link whose visible text is the tokens from `first` up to but not including `last`.

    `start` and `end` bound the target in `text`, or in the file where `definition` is not None.
    """

    first: int
    last: int
    start: int
    end: int
    definition: Definition | None


@dataclass(slots=True)
class Inline:
    """What one paragraph holds: its tokens, its links, and its emphases as pairs of tokens (opener, closer)."""

    tokens: list[Token] = field(default_factory=list)
    links: list[LinkFound] = field(default_factory=list)
    emphases: list[tuple[int, int]] = field(default_factory=list)


class _Opener(NamedTuple):
    token: int
    delimiters: int  # how many emphasis delimiters there were before it
    links: int
    end: int  # where its text begins
    image: bool


class _Parser:
    """The state of the pass over one paragraph."""

    def __init__(self, text: str, definitions: Mapping[str, Definition], labels: Mapping[str, int], *, only_html: bool):
        self.text = text
        self.definitions = definitions
        self.labels = labels
        self.special = _HTML if only_html else _SPECIAL
        self.found = Inline()
        self.delimiters: list[Delimiter] = []
        self.openers: list[_Opener] = []
        self.anchor: tuple[int, int, int] | None = None  # first token and target of an open <a href>
        self.last_link = -1  # brackets that open before this token cannot become links: links do not nest
        self.ticks: dict[int, int] | None = None
        self.no_comment_end = False

    def run(self) -> Inline:
        at, text = 0, self.text
        while (special := self.special.search(text, at)) is not None:
            start = special.start()
            self._show(at, start)
            at = self._STEPS[text[start]](self, start)
        self._show(at, len(text))
        self._close_emphases(0)
        return self.found

    def _show(self, start: int, end: int, shown: str | None = None) -> int:
        if end > start or shown:
            self.found.tokens.append(Token(start, end, shown))
        return end

    def _escape(self, at: int) -> int:
        following = self.text[at + 1 : at + 2]
        if following in _ESCAPABLE and following:
            return self._show(at + 1, at + 2)
        return at + 1 if following == "\n" else self._show(at, at + 1)

    def _newline(self, at: int) -> int:
        return self._show(at, at + 1, "\n")

    def _code(self, at: int) -> int:
        size = 1
        while self.text.startswith("`", at + size):
            size += 1
        if self.ticks is None:  # the last run of each length: whether a search can succeed at all
            self.ticks = {len(run.group()): run.start() for run in re.finditer("`+", self.text)}
        if self.ticks.get(size, -1) <= at:
            return self._show(at, at + size)
        closing = re.compile(f"(?<!`)`{{{size}}}(?!`)").search(self.text, at + size)
        if closing and (coded := CODED.fullmatch(self.text[at + size : closing.start()].strip())):
            start = self.text.index(coded[0], at)
            self._show(start, start + len(coded[0]))
            return closing.end()
        return self._show(at, closing.end() if closing else at + size, OBJECT if closing else None)

    def _angle(self, at: int) -> int:
        text = self.text
        if text.startswith("<!--", at):
            end = -1 if self.no_comment_end else text.find("-->", at + 4)
            if end >= 0:
                return end + 3
            self.no_comment_end = True
        if sup := _SUP.match(text, at):
            return self._mark(at, sup.end(), sup[2].lower(), whole=sup[1] is not None)
        if auto := _AUTOLINK.match(text, at):
            first = len(self.found.tokens)
            self._show(*auto.span(1))
            self.found.links.append(LinkFound(first, len(self.found.tokens), *auto.span(1), None))
            return auto.end()
        if tag := _TAG.match(text, at):
            self._tag(tag)
            return tag.end()
        return self._show(at, at + 1)

    def _tag(self, tag: re.Match[str]) -> None:
        name = (tag[1] or "").lower()
        closing = tag[0].startswith("</")
        if name == "br" and not self.text.startswith("\n", tag.end()):
            self._show(tag.start(), tag.end(), "\n")
        elif name == "a" and closing and self.anchor is not None:
            first, start, end = self.anchor
            self.found.links.append(LinkFound(first, len(self.found.tokens), start, end, None))
            self.anchor = None
        elif name == "a" and not closing and (href := _HREF.search(self.text, tag.start(2), tag.end(2))):
            group = next(number for number in (1, 2, 3) if href[number] is not None)
            self.anchor = (len(self.found.tokens), *href.span(group))

    def _entity(self, at: int) -> int:
        found = _ENTITY.match(self.text, at)
        if found is None:
            return self._show(at, at + 1)
        decimal, hexadecimal, name = found.groups()
        if name:
            char = html.entities.html5.get(name + ";")
        else:
            code = int(decimal) if decimal else int(hexadecimal, 16)
            char = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
        return self._show(at, found.end(), char)

    def _bang(self, at: int) -> int:
        if not self.text.startswith("![", at):
            return self._show(at, at + 1)
        return self._open(at, at + 2, image=True)

    def _bracket(self, at: int) -> int:
        note = _NOTE.match(self.text, at)
        if note and note[1] in self.labels:
            definition = at == 0 and note[0].endswith(":")
            return self._mark(at, note.end() if definition else note.end(1) + 1, str(self.labels[note[1]]), whole=True)
        return self._open(at, at + 1, image=False)

    def _mark(self, start: int, end: int, number: str, *, whole: bool) -> int:
        """The mark of a note; `whole` where it is surely not one digit of a mark that a converter wrote in pieces."""
        tokens = self.found.tokens
        last = tokens[-1].shown if whole and tokens and tokens[-1].end == start else None
        return self._show(start, end, apart(last or "", number.translate(SUPERSCRIPT)))

    def _open(self, at: int, end: int, *, image: bool) -> int:
        self.openers.append(_Opener(len(self.found.tokens), len(self.delimiters), len(self.found.links), end, image))
        return self._show(at, end)

    def _close(self, at: int) -> int:
        opener = self.openers.pop() if self.openers else None
        if opener is None or (not opener.image and opener.token < self.last_link):
            return self._show(at, at + 1)
        target = _links.inline_target(self.text, at + 1)
        definition = None
        if target is None:
            label, after = _links.label(self.text, opener.end, at)
            definition = self.definitions.get(label) if self.definitions else None
            if definition is None:
                return self._show(at, at + 1)
            target = (definition.start, definition.end, after)
        start, end, after = target
        found = self.found
        if opener.image:  # the words behind a picture are not seen
            del found.tokens[opener.token :], found.links[opener.links :], self.delimiters[opener.delimiters :]
            return after
        self._close_emphases(opener.delimiters)
        found.tokens[opener.token].end = found.tokens[opener.token].start
        found.links.append(LinkFound(opener.token, len(found.tokens), start, end, definition))
        self.last_link = len(found.tokens)
        return after

    def _star(self, at: int) -> int:
        text, end = self.text, at + 1
        while text.startswith(text[at], end):
            end += 1
        inside = at > 0 and not text[at - 1].isspace() and end < len(text) and not text[end].isspace()
        if text[at:end] == "****" and inside:
            # "**A****B**": two bold stretches with nothing between, as converters write the lines of a masthead
            self._delimiter(Delimiter(len(self.found.tokens), "*", 2, can_open=False, can_close=True), at)
            self._show(at + 2, at + 2, "\n")
            self._delimiter(Delimiter(len(self.found.tokens), "*", 2, can_open=True, can_close=False), at + 2)
        else:
            self._delimiter(delimiter(len(self.found.tokens), text, at, end), at)
        return end

    def _delimiter(self, run: Delimiter, at: int) -> None:
        self.delimiters.append(run)
        self._show(at, at + run.size)

    def _close_emphases(self, first: int) -> None:
        runs = self.delimiters[first:]
        self.found.emphases += pair(runs)
        for run in runs:
            token = self.found.tokens[run.token]
            token.start, token.end = token.start + run.closed, token.end - run.opened
        del self.delimiters[first:]

    _STEPS = {  # noqa: RUF012 - never changed
        "\\": _escape, "\n": _newline, "`": _code, "<": _angle, "&": _entity,
        "!": _bang, "[": _bracket, "]": _close, "*": _star, "_": _star,
    }  # fmt: skip


def parse(
    text: str, definitions: Mapping[str, Definition], labels: Mapping[str, int], *, only_html: bool = False
) -> Inline:
    """The tokens of one paragraph. `labels` numbers the footnotes; `only_html`: text of an HTML block, no Markdown."""
    return _Parser(text, definitions, labels, only_html=only_html).run()
