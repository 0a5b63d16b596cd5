"""A draft with something for every feature, and what is asked about it."""

from __future__ import annotations

TEXT = """# Draft

The Council demanded it in resolution 822 (1993).

See S/RES/822 (1993), and also S/RES/853 (1993), para. 3.

The report is A/74/676\N{EN DASH}S/2020/90, annex; the letter carries A/74/676-S/2020/90.

\U0001d504 court: Fatullayev v. Azerbaijan, no. 40984/07, \N{SECTION SIGN} 87. \U0001f600 See S/RES/822 (1992).
"""


OTHER = "The draft rests on Security Council resolution 822 (1993).\n"


def place(text, words, nth=0, encoding="utf-16-le", size=2):
    """The position of the first character of words in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    line = text.count("\n", 0, at)
    start = text.rfind("\n", 0, at) + 1
    return {"line": line, "character": len(text[start:at].encode(encoding)) // size}


def at(draft, words, nth=0, **more):
    return {**draft.document, "position": place(TEXT, words, nth), **more}


def words_of(text, where):
    """The words in a range of UTF-16 positions."""
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    start, end = where["start"], where["end"]
    assert start["line"] == end["line"]
    return lines[start["line"]][2 * start["character"] : 2 * end["character"]].decode("utf-16-le")


def applied(text, edits):
    lines = text.split("\n")
    for edit in sorted(
        edits, key=lambda one: (one["range"]["start"]["line"], one["range"]["start"]["character"]), reverse=True
    ):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]].encode("utf-16-le")
        new = edit["newText"].encode("utf-16-le")
        lines[start["line"]] = (line[: 2 * start["character"]] + new + line[2 * end["character"] :]).decode("utf-16-le")
    return "\n".join(lines)
