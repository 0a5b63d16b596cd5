"""Writing text into LaTeX, and reading the addresses in it."""

from __future__ import annotations

import re

from juslint.document import Span

_WRITTEN = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "#": "\\#", "$": "\\$", "_": "\\_",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\u00a0": "~", "§": "\\S{}", "–": "--", "—": "---",
    "“": "``", "”": "''", "‘": "`", "’": "'",
}  # fmt: skip
_JOINING = frozenset("`'-")  # two of these together mean another sign
_ESCAPED = re.compile(r"\\([%#&_~$^{}])(?:\{\})?")
_COMMAND = re.compile(r"(?<!\\)(?:\\\\)*\\[A-Za-z@]+[ \t\n]*\Z")
_LONGEST = 80  # no command has a longer name


def write(text: str, source: str, place: Span) -> str:
    r"""`text` as it is written in place of `source[place]`, kept apart from a command like `\S` before it."""
    after = source[place.end : place.end + 1]
    first = (text or after)[:1]
    apart = (first.isalpha() or first.isspace()) and _COMMAND.search(
        source, max(0, place.start - _LONGEST), place.start
    )
    parts = ["{}"] if apart else []
    last = "" if apart else source[place.start - 1 : place.start]
    for char in text:
        written = _WRITTEN.get(char, char)
        if last in _JOINING and written[0] == last:
            parts.append("{}")
        parts.append(written)
        last = written[-1]
    if last in _JOINING and after == last:
        parts.append("{}")
    return "".join(parts)


def write_target(target: str) -> str | None:
    """The address of a link as it is written; None for one with signs that have no safe spelling."""
    if any(sign in target for sign in "\\{}^"):
        return None
    return target.replace("%", "\\%").replace("#", "\\#")


def decoded(written: str) -> str:
    """The address of a link, from how it is written."""
    return _ESCAPED.sub(r"\1", "".join(written.split())) if "\n" in written else _ESCAPED.sub(r"\1", written.strip())


def addressed(source: str, place: Span) -> tuple[str, Span]:
    """The target that is written at a place, and where it is: white space around it is no part of it."""
    written = source[slice(*place)]
    start = place.end - len(written.lstrip())
    return decoded(written), Span(start, start + len(written.strip()))
