"""An HTML file cut into tags, character references and text, as the tokenizer of the HTML standard (13.2.5) does.

Linear: a tag always ends at some ">" behind it, or else there is none; what is not there is looked for once.
"""

from __future__ import annotations

import html
import html.entities
import re
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPECIAL = re.compile("[<&]")
_TAG = re.compile(
    r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+)>"  # possessive: no second look
)
_BLUNT_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)([^>]*+)>")
_OPENS = re.compile("<[A-Za-z/!?]")
_COMMENT_END = re.compile("--!?>")
_ATTRIBUTE = re.compile(
    r"(?<=[\s/\"'])([^\s=/>\"']++)\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>]++))",
)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}+|#[xX][0-9a-fA-F]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+)(?:;|(?![A-Za-z0-9=]))")
# Their content is no text, or none that stands in the page.
_UNREAD = frozenset({"script", "style", "title", "textarea", "template", "iframe", "noembed", "noframes", "xmp"})
_FOREIGN = frozenset({"svg", "math", "object", "audio", "video", "canvas", "select"})
_SKIPPED = _UNREAD | _FOREIGN


class Tag(NamedTuple):
    """A tag: its name in lower case, whether it closes, and where what stands between its name and ">" is."""

    start: int
    end: int
    name: str
    closing: bool
    inside: Span


class Shown(NamedTuple):
    """A stretch of text; `shown` is what a reader sees of a character reference, None where text is as written."""

    start: int
    end: int
    shown: str | None = None


def pieces(source: str, *, xml: bool) -> Iterator[Tag | Shown]:
    """The file's tags and text in order, without comments, scripts and the like. `xml`: `<a/>` is a whole element."""
    at, last = 0, source.rfind(">")
    pattern = _TAG
    absent: set[str] = set()
    while special := _SPECIAL.search(source, at):
        start = special.start()
        if start > at:
            yield Shown(at, start)
        if source.startswith("<!--", start):
            at = _after_comment(source, start)
            continue
        if source[start] == "&" or start > last or not _OPENS.match(source, start):
            shown = _reference(source, start)
            yield shown
            at = shown.end
            continue
        found = pattern.match(source, start)
        if found is None and (found := _BLUNT_TAG.match(source, start)):
            pattern = _BLUNT_TAG  # a quotation mark is never closed: from here on they mean nothing
        if found is None:
            at = source.index(">", start) + 1  # <!DOCTYPE …>, <?xml …>, </>
            continue
        tag = Tag(start, found.end(), found[2].lower(), bool(found[1]), Span(*found.span(3)))
        yield tag
        at = tag.end
        if xml and source[at - 2] == "/" and not tag.closing:
            yield tag._replace(start=at, closing=True)
        elif not tag.closing and tag.name in _SKIPPED:
            at = _after_element(source, tag, absent)
    if at < len(source):
        yield Shown(at, len(source))


def attributes(source: str, tag: Tag) -> dict[str, Span]:
    """Where the values of a tag's attributes are, by their names in lower case; the first of a name counts."""
    found: dict[str, Span] = {}
    for each in _ATTRIBUTE.finditer(source, *tag.inside):
        group = next(number for number in (2, 3, 4) if each[number] is not None)
        found.setdefault(each[1].lower(), Span(*each.span(group)))
    return found


def unescaped(written: str) -> str:
    """The value of an attribute: its character references replaced."""
    return _REFERENCE.sub(_meant, written)


def _reference(source: str, start: int) -> Shown:
    found = _REFERENCE.match(source, start)
    shown = _meant(found) if found else ""
    if found is None or shown == found[0]:
        return Shown(start, start + 1)
    return Shown(start, found.end(), shown)


def _meant(reference: re.Match[str]) -> str:
    """What a character reference stands for; a few old names do without a semicolon, and others are text."""
    written = reference[0]
    named = written[1] != "#"
    return written if named and written[1:] not in html.entities.html5 else html.unescape(written)


def _after_comment(source: str, start: int) -> int:
    if source.startswith((">", "->"), start + 4):
        return source.index(">", start) + 1
    end = _COMMENT_END.search(source, start + 4)
    return end.end() if end else len(source)


def _after_element(source: str, tag: Tag, absent: set[str]) -> int:
    """Where the element's end tag begins. Without one, a script takes the rest of the file and a picture nothing."""
    if tag.name not in absent:
        end = re.compile(rf"</{tag.name}(?=[\s/>])", re.IGNORECASE).search(source, tag.end)
        if end:
            return end.start()
        absent.add(tag.name)
    return len(source) if tag.name in _UNREAD else tag.end
