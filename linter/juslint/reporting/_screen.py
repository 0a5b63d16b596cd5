"""Putting the user's text on a terminal: nothing in it may act on it, and every column is where it seems."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juslint.document import Span
    from juslint.reporting import Lines

# C0 and C1 controls, line and paragraph separators, and the marks that reorder what is shown.
_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_TAB = "    "
MORE = "…"


def plain(text: str) -> str:
    """The text on one line with nothing that acts on a terminal: controls become their pictures (`␛`)."""
    return _ACTING.sub(_picture, re.sub(r"[\t\r\n]+", " ", text))


def shown_path(path: str) -> str:
    """A path as a line may begin with it: `::` there would be a command where GitHub Actions reads along."""
    shown = plain(path)
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def inert(text: str) -> str:
    """Lines of text with nothing that acts on a terminal; tabs become spaces."""
    return "\n".join(map(_shown, text.split("\n")))


def counted(number: int, word: str) -> str:
    """`1 file`, `1,200 files`."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


_NARROW = re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2192]*")


def cells(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii() or _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - only for what is not of one column each

    return cell_len(text)


def excerpt(lines: Lines, line: int, span: Span, width: int) -> tuple[str, str]:
    """One line (one-based) of a file, cut to `width` columns around `span`, and the underline of the span there.

    The underline is as long as needed and may be empty where the span has nothing on this line.
    """
    start, end = lines.bounds(line)
    at, to = max(span.start, start), min(span.end, end)
    before = lines.source[max(start, at - width) : at]
    before = _shown(before.lstrip() if at - start <= width else before)
    marked, cut_marked = _keep_start(_shown(lines.source[at : min(to, at + width)]), width - 2)
    after = _shown(lines.source[to : min(end, to + width)].rstrip())
    room = max(0, width - cells(marked) - 2)
    before, cut_before = _keep_end(before, max(room // 2, room - cells(after)))
    after, cut_after = _keep_start(after, room - cells(before))
    left = MORE if cut_before or at - start > width else ""
    right = MORE if cut_marked or cut_after or end - to > width else ""
    under = " " * cells(left + before) + "^" * max(1, cells(marked)) if to >= at else ""
    return left + before + marked + after + right, under


def _shown(text: str) -> str:
    return _ACTING.sub(_picture, text.replace("\t", _TAB))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\N{REPLACEMENT CHARACTER}"


def _keep_end(text: str, width: int) -> tuple[str, bool]:
    kept = text
    while kept and (cells(kept) > width or (len(kept) < len(text) and unicodedata.combining(kept[0]))):
        kept = kept[max(1, (cells(kept) - width) // 2) :]
    return kept, len(kept) < len(text)


def _keep_start(text: str, width: int) -> tuple[str, bool]:
    kept = text
    while kept and cells(kept) > width:
        kept = kept[: -max(1, (cells(kept) - width) // 2)]
    return kept, len(kept) < len(text)
