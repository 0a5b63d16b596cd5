"""The tail of a Markdown link, `](target "title")`, `][label]` and `[label]: target`, as CommonMark 0.31 defines it."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\s()\\\x00-\x1f]+")
_POINTED = re.compile(r"<([^<>\n]*)>")
_END = re.compile(r"\s*(?:\s(?:\"[^\"]*\"|'[^']*'|\([^()]*\))\s*)?\)")
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_DEFINITION = re.compile(
    r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(?:<([^<>]*)>|([^\s<]\S*))"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*"
)
_DEPTH = 32  # how deep parentheses in a target may nest; the bound keeps hostile input linear


def inline_target(text: str, at: int) -> tuple[int, int, int] | None:
    """Start and end of the target of `(target "title")` at `at`, and where the whole ends; None where it is none."""
    if not text.startswith("(", at):
        return None
    start = at + 1
    while start < len(text) and text[start] in " \t\n":
        start += 1
    if pointed := _POINTED.match(text, start):
        first, last, after = *pointed.span(1), pointed.end()
    else:
        if text.startswith("<", start):
            return None
        first, last = start, _end_of_target(text, start)
        after = last
    end = _END.match(text, after)
    return (first, last, end.end()) if end else None


def _end_of_target(text: str, at: int) -> int:
    depth = 0
    while at < len(text):
        char = text[at]
        if char == "\\" and at + 1 < len(text) and not text[at + 1].isspace():
            at += 2
        elif char == "(":
            depth += 1
            if depth > _DEPTH:
                return at
            at += 1
        elif char == ")":
            if depth == 0:
                return at
            depth -= 1
            at += 1
        elif plain := _PLAIN.match(text, at):
            at = plain.end()
        else:
            return at
    return at


def label(text: str, start: int, end: int) -> tuple[str, int]:
    """The normalised label that a reference link at `text[start:end]` names, and where the link ends."""
    named = _LABEL.match(text, end + 1)
    if named and named[1].strip():
        return normalised(named[1]), named.end()
    after = named.end() if named else end + 1
    return (normalised(text[start:end]) if end - start < 1000 else ""), after


def definition(line: str) -> tuple[str, int, int] | None:
    """The normalised label of `[label]: target`, and start and end of the target; None for any other line."""
    found = _DEFINITION.fullmatch(line)
    if found is None:
        return None
    return normalised(found[1]), *found.span(2 if found[2] is not None else 3)


def normalised(words: str) -> str:
    """A label as labels are compared: case folded, white space joined."""
    return " ".join(words.split()).casefold()
