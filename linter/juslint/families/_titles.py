"""Titles that are set apart, in quotation marks or italics, and the people or bodies in front of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.families import _names, _press, _prose, _publication, _segments
from juslint.parsing import prefilter_engine, store
from juslint.parsing.parser import ParseFailure
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Text
    from juslint.parsing.tree import Tok

_QUOTED = prefilter_engine.Pattern(
    r"(?:[\x{201c}\"][^\s\x{201c}\x{201d}\"][^\x{201c}\x{201d}\"]{3,400}[\x{201d}\"]"
    r"|\x{2018}[^\s\x{2018}\x{2019}](?:[^\x{2018}\x{2019}\x{201c}\x{201d}\"]|\x{2019}[A-Za-z])+\x{2019}|'[^\s'](?:[^'\x{201c}\x{201d}\"]|'[A-Za-z])+')"
    r"[,.]?[\s\x{a0}]+(?:[(\[<]?[0-9]|[(\[<]?[A-Za-z\x{c0}-\x{17f}])"
)
# How a title in single marks ends: ' EJIL: Talk! (10 July 2025) · ' (2011) · ', Journal 34 (1993)
_CLOSED = prefilter_engine.rare(
    r"['\x{2019}],?[\s\x{a0}]+(?:[A-Z][A-Za-z:!&.,]*(?:[\s\x{a0}][A-Za-z:!&.]+){0,9}[\s\x{a0}](?:[0-9]{1,3}[\s\x{a0}])?)?"
    r"[(\[](?:[A-Z][A-Za-z ]+,[\s\x{a0}])?(?:[0-9]{1,2}[\s\x{a0}])?(?:[A-Z][a-z]{2,8}[\s\x{a0}])?(?:19|20)[0-9]{2}[)\]]"
)
_OPENED = re.compile(r"(?:(?<=[\s(\[])|^)['\u2018](?=\s?[^\s'\u2018\u2019,.;)])")
_OPENING_MARKS = "\u201c\"\u2018'"
_BEHIND = re.compile(r"[,.]?\s+[(\[<]?\w$")
_PRINTED = re.compile(
    r"(?:(?:Re|re)?[Pp]rinted|[Pp]ublished|[Qq]uoted|[Cc]ited|[Rr]eproduced|[Tt]ranslated)\b[^.;]{0,40}\bin\s+(?=[A-Z])"
)
_NO_BODY = re.compile(
    r"(?:The\s+(?:[a-z]|[A-Z]\w+$)|According|See|In|On|At|As|For|And|But|By|Under|Article(?!\s19$)|Section|Chapter|Note|Ibid|Id)\b"
)
_OPENER = re.compile(rf"(?:{_segments.OPENERS})(?:,|$)")
_LISTED = re.compile(  # Anghie, Antony
    rf"[A-Z\u00c0-\u017f][\w'\u2019-]*[a-z][\w'\u2019-]*, (?!(?:{_publication.TOWN.pattern})\b)"
    r"[A-Z\u00c0-\u017f][\w'\u2019-]*[a-z](?: (?:[A-Z]\.?|[A-Z\u00c0-\u017f][\w'\u2019-]+))*"
)
_NO_COMMA = re.compile(r"[\w)]\s$")
_LETTER = re.compile(r"[^\W\d]")
_MARK = 100  # characters of a mark in front of a paragraph
_ACCOUNT = re.compile(r"\s*\(?@")
_BACK = 300  # characters of the people in front of a title
LONGEST = 400


class Title(NamedTuple):
    """A title: `outer` with its quotation marks, `inner` without and without a comma at its end."""

    outer: Span
    inner: Span
    quoted: bool


class Lead(NamedTuple):
    """What stands in front of a title: where it begins, whether behind a break, who, in which role, and as what kind.

    `kind` is the terminal of the grammar `persons`; empty where nobody is named.
    """

    start: int
    strong: bool
    names: Part | None
    role: str
    kind: str


def titles(view: Text) -> list[Title]:
    """The titles set apart in a text, in reading order; emphases inside quotation marks are none of their own."""
    found: list[Title] = []
    for start, last in _quoted(view.text):
        behind = _BEHIND.search(view.text, max(start, last - 40), last)
        end = behind.start() if behind else last
        if end - start <= LONGEST:
            found.append(Title(Span(start, end), _inner(view.text, start + 1, end - 1), quoted=True))
    found = _with_closed(view, found)
    found += [
        Title(span, _inner(view.text, *span), quoted=False)
        for span in view.emphases
        if 8 <= span.end - span.start <= LONGEST and " " in view.text[slice(*span)] and view.text[span.start].isupper()
    ]
    out: list[Title] = []
    for title in sorted(found):
        if not out or title.outer.start >= out[-1].outer.end:
            out.append(title)
    return [
        title
        for title in out
        if not view.text[title.inner.start].islower()
        and ("\n" not in view.text[slice(*title.outer)] or view.paragraph(title.outer.start).covers(title.outer))
    ]


def _with_closed(view: Text, found: list[Title]) -> list[Title]:
    """With the titles in single marks that hold such marks, or double ones; these take the place of what they cover."""
    taken = [one.outer for one in found]
    made: list[Title] = []
    for closing in _closed(view.text):
        end = closing.start + 1
        at = bisect_left(taken, (end, 0)) - 1
        if at >= 0 and taken[at].end == end:
            continue
        low = max(view.paragraph(closing.start).start, end - LONGEST, made[-1].outer.end if made else 0)
        opened = list(_OPENED.finditer(view.text, low, closing.start - 3))
        if (
            opened
            and ";" not in (words := view.text[opened[-1].start() : end])
            and words.count("\u201c") == words.count("\u201d")
        ):
            outer = Span(opened[-1].start(), end)
            first = outer.end - len(words[1:].lstrip())
            made.append(Title(outer, _inner(view.text, first, end - 1), quoted=True))
    starts, ends = [one.outer.start for one in made], [one.outer.end for one in made]

    def is_free(span: Span) -> bool:
        behind = bisect_right(ends, span.start)
        return behind == len(made) or starts[behind] >= span.end

    return [*(one for one in found if is_free(one.outer)), *made]


@lru_cache(maxsize=1)
def _closed(text: str) -> tuple[Span, ...]:
    """Where titles in single marks end, and how they go on; asked for as often as those in marks of all kinds."""
    return tuple(_prose.anchors(_CLOSED, text, inside_words=True)) if "'" in text or "\u2019" in text else ()


@lru_cache(maxsize=1)
def _quoted(text: str) -> tuple[Span, ...]:
    """The stretches in quotation marks; several families ask for those of one text, one after another."""
    if not any(mark in text for mark in _OPENING_MARKS):  # told in no time
        return ()
    return tuple(_prose.anchors(_QUOTED, text))


def _inner(text: str, start: int, end: int) -> Span:
    """The title without white space and without the comma or single full stop that belongs to the sentence around."""
    words = text[start:end].rstrip()
    if words.endswith(",") or (
        words.endswith(".") and not words.endswith("..") and not re.search(r"\b[A-Z]\.$", words)
    ):
        words = words[:-1]
    return Span(start, start + len(words.rstrip()))


def lead(view: Text, floor: int, anchor: int) -> Lead | None:
    """Who stands right in front of `anchor`, the longest list first; nobody where a reference may begin there."""
    for start in _segments.starts(view, floor, anchor, _BACK):
        if start.position == anchor:
            return Lead(anchor, _is_break(view, anchor) or start.strong, None, "author", "")
        if start.position < anchor:
            words = view.text[start.position : anchor]
            if printed := _PRINTED.match(words):  # `Printed, in Swedish, in`: no part of a name
                start = start._replace(position=start.position + printed.end())  # noqa: PLW2901
                words = words[printed.end() :]
            bare = start.strong and view.text[anchor] in "\u2018'" and _NO_COMMA.search(words)
            if bare and _names.is_body(Part((words.strip(),), Span(0, 0))):
                words = f"{words.rstrip()}, "  # Committee against Torture ‘Concluding observations’
            node = store.parsers()["persons"].parse(words)
            token = None if isinstance(node, ParseFailure) else _whole(list(node.tokens()))
            if token is not None and _is_somebody(view, token, start):
                return read(token, start)
    return None


def plain_lead(view: Text, start: _segments.Start, anchor: int) -> tuple[Lead, int] | None:
    """The people at `start`, where a title without marks follows: they, and where the title begins."""
    found = _prose.longest("persons", view.text, start.position, anchor)
    token = next(found.node.tokens()) if found else None
    if found is None or token is None or not _is_somebody(view, token, start):
        return None
    return read(token, start), found.start + len(token.text)


def _whole(tokens: list[Tok]) -> Tok | None:
    """One terminal for who is named: a body with a part of it, `Council of Europe, Office of …`, is one name."""
    first, *more = tokens
    if not more:
        return first
    body = _names.is_body(Part(_names.split(first.text), Span(0, 0)))
    return first._replace(type="BODY", text=first.text + more[0].text) if body else None


def _is_somebody(view: Text, token: Tok, start: _segments.Start) -> bool:
    words = token.text.strip(" ,.")
    if _NO_BODY.match(words) or _OPENER.match(words) or _press.KNOWN.fullmatch(words):
        return False
    return start.strong or token.type not in {"BODY", "ACCOUNT"} or view.text[start.position] == "@"


def read(token: Tok, start: _segments.Start) -> Lead:
    """The people in a terminal of the grammar `persons`, which begins at `start`."""
    at = start.position
    role = "editor" if token.type == "EDITORS" else "author"
    written = token.text
    if token.type == "ACCOUNT":
        account = _ACCOUNT.search(written)
        name = written[: account.start()].strip(" ,") if account else written
        name = name or written.strip(" ,()")
        first = at + written.index(name)
        return Lead(at, start.strong, Part((_line(name),), Span(first, first + len(name))), role, token.type)
    if token.type == "BODY" and written.startswith("The "):
        at, written = at + 4, written[4:]
    if token.type in {"INVERTED", "INITIALS_LAST"}:
        names = _names.inverted(written)
    elif token.type == "BODY":
        body = _line(written.strip(" ,\n"))
        listed = start.strong and _LISTED.fullmatch(body) and not _names.is_body(Part((body,), Span(0, 0)))
        names = _names.inverted(body) if listed else (body,)
    else:
        names = _names.split(written)
    span = Span(at, at + len(_names.bare(written).rstrip(",") if token.type != "INVERTED" else written.rstrip(" .,\n")))
    return Lead(start.position, start.strong, Part(names, span), role, token.type)


def _line(words: str) -> str:
    return " ".join(words.split())


def _is_break(view: Text, position: int) -> bool:
    """Whether nothing but a mark stands before a position in its paragraph."""
    start = view.paragraph(position).start
    return position - start <= _MARK and not _LETTER.search(view.text, start, position)


def is_set_in_caps(title: str) -> bool:
    """Whether a title is written as titles in English are: every longer word with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w'\u2019-]*", title) if len(word) > 4]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def persons(view: Text, anchor: int, floor: int, nobody_before: int = 0) -> Iterator[tuple[Lead, int]]:
    """Every way to read people with a plain title behind them in front of `anchor`, the longest first.

    `nobody_before`: a position before which nobody's name begins.
    """
    for start in _segments.starts(view, floor, anchor) if nobody_before < anchor else ():
        if nobody_before <= start.position < anchor:
            found = plain_lead(view, start, anchor)
            if found:
                yield found
