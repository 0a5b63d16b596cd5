"""What a number without a body may be: `60/1`, `822 (1993)`, `46/36 L`, `1514 (XV)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.knowledge import sessions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.knowledge.base import Knowledge
    from juslint.knowledge.entry import Entry

_BARE = re.compile(
    r"(?P<part>(?:E?S-)?[0-9]{1,4})/(?P<number>[0-9]{1,4})(?:\s?(?P<letter>[A-Z]{1,2}))?"
    r"|(?P<running>[0-9]{1,4})(?:\s?(?P<mark>[A-Z]{1,2}))?\s?\((?:(?P<year>[0-9]{4})|(?P<roman>(?:E?S-)?[IVXL]+))\)"
)
_AFTER = {"{session}/{number}": "part", "{year}/{number}": "part", "{number} ({year})": "year"}
_AFTER["{number} ({roman})"] = "roman"


def is_bare(text: str) -> bool:
    """Whether a text is the number of a resolution or decision, and says nothing of whose."""
    return _BARE.fullmatch(text.strip()) is not None


def bare_number(text: str) -> str | None:
    """The first number in a text that may be a resolution's or decision's, as written; None where there is none."""
    found = _BARE.search(text)
    return found[0] if found else None


def candidates(knowledge: Knowledge, text: str) -> Iterator[Entry]:
    """The rows that a bare number fits, in order of their ids' templates; all the lettered ones where it bears none."""
    found = _BARE.fullmatch(text.strip())
    if found is None:
        return
    number, letter = found["number"] or found["running"], found["letter"] or found["mark"]
    for folder, (_, template) in sorted(knowledge.row_folders().items(), key=lambda pair: pair[1][1]):
        stem, mark, rest = template.partition("{")
        part = found[_AFTER[mark + rest]] if mark + rest in _AFTER else None
        if part is None or ("{session}" in template and len(part) == 4 and part.isdigit()):
            continue
        try:
            named = sessions.arabic(part) if "{roman}" in template else part
        except ValueError:
            continue
        for one in (letter,) if letter else knowledge.letters(folder, named, int(number)):
            written = f"{number}{f' {one}' if one else ''}"
            tail = f"{part}/{written}" if found["part"] else f"{written} ({part})"
            entry = knowledge.resolve(stem + tail).entry
            if entry is not None and entry.kind == "resolutions":
                yield entry
