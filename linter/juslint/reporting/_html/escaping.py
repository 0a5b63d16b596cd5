"""Putting the user's text into HTML: nothing in it is markup, and nothing in it hides or reorders its surroundings."""

from __future__ import annotations

import re
from html import escape

# Controls but for tab and newline, what HTML cannot hold, and the marks that reorder what is around them; marks of
# direction (U+200E, U+200F) stay, because Arabic and Hebrew texts need them.
_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def esc(text: str) -> str:
    """The text for use between tags and inside quoted attributes."""
    return escape(_ACTING.sub(_picture, text.replace("\r\n", "\n").replace("\r", "\n")))


def one_line(text: str) -> str:
    """The same with all white space drawn together."""
    return esc(" ".join(text.split()))


def web(address: str) -> bool:
    """Whether an address may stand as a link: only what leads to the web (no `javascript:`)."""
    return address.startswith(("https://", "http://"))


def _picture(found: re.Match[str]) -> str:
    code = ord(found.group())
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"
