"""Plain text. It is read as it stands; only characters that nobody sees are left out.

Converters write Markdown into files called `.txt`; where the signs of that are unmistakable it is read as Markdown.
"""

from __future__ import annotations

import re
from itertools import islice

from juslint import structure
from juslint.document import Document
from juslint.reading import markdown
from juslint.reading._text import TextBuilder
from juslint.structure.paragraphs import paragraphs

NAME = "plain text"
SUFFIXES = (".txt", ".text")
LANGUAGES = ("plaintext",)

# Possessive: each sign is looked for up to the next of its kind and no further, so the time stays linear.
_STRONG = (  # each behind what it cannot do without
    # a link: text and target
    (("](",), re.compile(r"\]\((?:https?://|www\.|mailto:|[#/.])[^\s()]*+(?:\([^\s()]*+\)[^\s()]*+)?+\)")),
    (("<sup>",), re.compile(r"<sup>\s?[0-9]{1,3}\s?</sup>")),
    (("[^",), re.compile(r"\[\^[^\]\s]{1,64}\]")),
    (("**",), re.compile(r"\*\*[^\s*][^\n*]*+\*\*")),
    (("```", "~~~"), re.compile(r"^(?:```|~~~)", re.MULTILINE)),
)
_WEAK = (
    re.compile(r"^#{1,6} {1,3}\S", re.MULTILINE),
    re.compile(r"(?<![\w*])\*[^\s*][^\n*]*+\*(?![\w*])"),
    re.compile(r"<https?://[^\s<>]*+>"),
)
_ANY = r"\]\(|<sup>|\[\^|\*\*|```|~~~"  # what those begin with: most texts have none of it
_OFTEN = 3


def read(path: str, source: str) -> Document:
    """The document in a text file."""
    if looks_like_markdown(source):
        return markdown.read_converted(path, source)
    builder = TextBuilder(source)
    builder.keep(0, len(source))
    text, offsets = builder.build()
    document = Document(path, source, text, offsets)
    return structure.complete(document, marked_headings=False, paragraphs=paragraphs)


def looks_like_markdown(source: str) -> bool:
    """Whether a text holds signs of Markdown that are hardly ever found in other text: one kind often, or two kinds.

    A line that begins with `# `, an address in `<>` or a word in asterisks is common in plain text too, and counts only
    beside another sign.
    """
    from juslint.parsing import prefilter_engine  # noqa: PLC0415 - a run that is recalled asks for no text

    if prefilter_engine.Finder(source, prefilter_engine.kept(_ANY)).search(0) is None:
        return False
    counts = [
        sum(1 for _ in islice(sign.finditer(source), _OFTEN)) if any(part in source for part in parts) else 0
        for parts, sign in _STRONG
    ]
    kinds = sum(1 for count in counts if count)
    return max(counts) >= _OFTEN or kinds > 1 or (kinds == 1 and any(sign.search(source) for sign in _WEAK))
