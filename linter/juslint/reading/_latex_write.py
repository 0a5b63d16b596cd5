"""Writing text into LaTeX, and reading the addresses in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from juslint.document import Span

_WRITTEN = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", "_": "\\_",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\u00a0": "~", "§": "\\S{}", "–": "--", "—": "---",
    "“": "``", "”": "''", "‘": "`", "’": "'",
}  # fmt: skip
_TRANSLATION = str.maketrans(_WRITTEN)
_ESCAPED = re.compile(r"\\([%#&_~$^{}])(?:\{\})?")
_COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\[A-Za-z@]+\Z")
_LONGEST = 80  # no command has a longer name


def write(text: str, source: str, place: Span) -> str:
    r"""`text` as it is written in place of `source[place]`; a letter behind a command like `\S` is kept off it."""
    written = text.translate(_TRANSLATION)
    following = (written or source[place.end : place.end + 1])[:1]
    if following.isalpha() and _COMMAND.search(source, max(0, place.start - _LONGEST), place.start):
        return "{}" + written
    return written


def write_target(target: str) -> str | None:
    """The address of a link as it is written; None for one with signs that have no safe spelling."""
    if any(sign in target for sign in "\\{}^"):
        return None
    return target.replace("%", "\\%").replace("#", "\\#")


def decoded(written: str) -> str:
    """The address of a link, from how it is written."""
    return _ESCAPED.sub(r"\1", "".join(written.split())) if "\n" in written else _ESCAPED.sub(r"\1", written.strip())
