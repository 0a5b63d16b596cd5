r"""LaTeX: what a reader sees of it, with exact offsets into the file.

Left out of the text: comments, what stands before `\begin{document}` and behind its end, commands, and the arguments
that are no text (labels, keys, lengths). Mathematics, verbatim words but addresses, and citations of a bibliography are
one U+FFFC, listings and environments of formulas as nothing. A footnote is a paragraph behind the one that calls it;
its mark is superscript digits. Macros are not expanded: the braces of unknown commands are text.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.reading import _latex_names as names
from juslint.reading._flow import OBJECT, Block, Flow
from juslint.reading._inline import CODED, SUPERSCRIPT
from juslint.reading._latex_braces import Braces
from juslint.reading._latex_write import addressed, write, write_target

if TYPE_CHECKING:
    from juslint.document import Document

__all__ = ["ITALICS", "NAME", "SUFFIXES", "read", "write", "write_target"]

NAME = "LaTeX"
SUFFIXES = (".tex", ".ltx")
LANGUAGES = ("latex", "tex")
ITALICS = ("\\emph{", "}")

_SPECIAL = re.compile(r"[\\%{}~$&\n\r\t`']|--| {2,}")
_SPACE = re.compile(r"[ \t\r\n]+")
_SWALLOWED = re.compile(r"[ \t]*+(?:\r?\n[ \t]*+(?!\r?\n))?+")
_WORD = re.compile(r"\\([A-Za-z@]+)")
_BODY = re.compile(r"^(?:[^%\\\n]|\\(?!begin\{document\})[^\n])*+\\begin\{document\}", re.MULTILINE)
_DASHES = re.compile("---?")
_ACCENTED = re.compile(r"\s?(?:\{\s*(\\[ij]|[^\W\d_])?\s*\}|(\\[ij](?![A-Za-z])\s?|[^\W\d_]))")
_MATH = re.compile(r"\$\$(?:[^$\\]|\\.)*+\$\$|\$(?:[^$\\\n]|\\.|\n(?!\s*\n))*+\$", re.DOTALL)
_RAISED_MATH = re.compile(r"\$\s?\^\s?\{?\s?([0-9]{1,4}|[a-z]{1,3})\s?\}?\s?\$")
_VERB = re.compile(r"\*?([^\sA-Za-z*{])[^\n]{0,1000}?\1")
_LINE_BREAK = re.compile(r"\*?(?:\[[^\[\]\n]{0,40}\])?")
_ENVIRONMENT = re.compile(r"\s?\{([^{}\n]{1,40})\}")


@dataclass(slots=True)
class _Group:
    """What is open up to a closing brace: what it is, the piece and block it begins with, and what belongs to it."""

    kind: str
    first: int
    block: Block
    place: Span
    declared: int = -1  # the piece where italics begin that a command has declared


def read(path: str, source: str) -> Document:
    """The document in a LaTeX file."""
    reader = _Reader(source)
    body = _BODY.search(source)
    reader.run(body.end() if body else 0, len(source))
    return reader.document(path)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.flow = Flow(source)
        self.braces = Braces(source)
        self.groups: list[_Group] = []
        self.notes = 0  # the number of the last note
        self.tables = 0
        self.within: Counter[str] = Counter()  # how many groups of a kind are open
        self.absent: set[str] = set()  # what was looked for and is not in the rest of the file
        self.ended = False

    def document(self, path: str) -> Document:
        while self.groups:
            self._close(len(self.source))
        return self.flow.document(path)

    def run(self, at: int, end: int) -> int:
        """Read `source[at:end]`; gives how far that was, since what begins before `end` may end behind it."""
        source = self.source
        while not self.ended and (special := _SPECIAL.search(source, at, end)):
            start = special.start()
            self.flow.text(at, start)
            at = self._STEPS[source[start]](self, start)
        if at < end and not self.ended:
            self.flow.text(at, end)
        return max(at, end)

    def _blank(self, at: int) -> int:
        space = _SPACE.match(self.source, at)
        end = space.end() if space else at + 1
        if self.source.count("\n", at, end) > 1:
            self.flow.end_block()
        else:
            self.flow.space(at, end)
        return end

    def _comment(self, at: int) -> int:
        """A comment takes the end of its line with it, and the white space that the next one begins with."""
        end = self.source.find("\n", at)
        if end < 0:
            return len(self.source)
        end += 1
        while self.source.startswith((" ", "\t"), end):
            end += 1
        if self.source.startswith(("\n", "\r\n"), end):
            self.flow.end_block()
        return end

    def _tie(self, at: int) -> int:
        self.flow.show(at, at + 1, "\u00a0")
        return at + 1

    def _dashes(self, at: int) -> int:
        found = _DASHES.match(self.source, at)
        end = found.end() if found else at + 1
        self.flow.show(at, end, "—" if end - at == 3 else "–")
        return end

    def _quote(self, at: int) -> int:
        sign = self.source[at]
        size = 2 if self.source.startswith(sign, at + 1) else 1
        self.flow.show(at, at + size, ("‘", "“")[size - 1] if sign == "`" else ("’", "”")[size - 1])
        return at + size

    def _cell(self, at: int) -> int:
        if self.tables:
            self.flow.end_block(in_row=self.flow.visible() or self.flow.block.in_row)
        else:
            self.flow.text(at, at + 1)
        return at + 1

    def _dollar(self, at: int) -> int:
        if raised := _RAISED_MATH.match(self.source, at):
            self.flow.show(at, raised.end(), raised[1] if raised[1].isalpha() else raised[1].translate(SUPERSCRIPT))
            return raised.end()
        if math := _MATH.match(self.source, at):
            self.flow.show(at, math.end(), OBJECT)
            return math.end()
        self.flow.text(at, at + 1)
        return at + 1

    def _open(self, at: int) -> int:
        return self._push("plain", at, at) or at + 1

    def _push(self, kind: str, at: int, start: int, place: Span | None = None) -> int | None:
        """Begin a group at the brace that opens at `at` or after white space; gives where its inside begins.

        `start` is where the command begins. None where no brace opens, or it is never closed.
        """
        brace = self.braces.opening(at)
        if brace is None:
            return None
        if kind in {"heading", "block"}:
            self.flow.end_block()
            self.flow.block.heading = kind == "heading"
        elif kind == "note":
            self.flow.begin_note()
            self.flow.show(brace, brace + 1, str(self.notes).translate(SUPERSCRIPT) + " ")
        elif kind == "quoted":
            self.flow.show(start, brace + 1, "“")
        if kind in {"emphasis", "link"} and self.within[kind]:
            kind = "plain"  # an emphasis in an emphasis, or a link in a link, says nothing new
        self.within[kind] += 1
        self.groups.append(_Group(kind, self.flow.size, self.flow.block, place or Span(start, brace)))
        return brace + 1

    def _close(self, at: int) -> int:
        group = self.groups.pop() if self.groups else None
        if group is None:
            return at + 1
        self.within[group.kind] -= 1
        flow = self.flow
        whole = group.block is flow.block  # else a paragraph ended in it, and what began there is gone
        if group.declared >= 0:
            self.within["emphasis"] -= 1
            flow.emphasis(group.declared if whole else 0)
        if group.kind in {"heading", "block"} and whole:
            flow.end_block()
        elif group.kind == "emphasis":
            flow.emphasis(group.first if whole else 0)
        elif group.kind == "link" and whole:
            flow.link(group.first, *addressed(self.source, group.place))
        elif group.kind == "raised" and whole:
            flow.raised(group.first, group.place.start, at + 1)
        elif group.kind == "quoted":
            flow.show(at, at, "”")  # of no width, so that no edit can take the brace for a quotation mark
        elif group.kind == "note":
            flow.end_note()
        return at + 1

    def _backslash(self, at: int) -> int:
        source = self.source
        word = _WORD.match(source, at)
        if word:
            return self._command(at, word[1], word.end())
        sign = source[at + 1 : at + 2]
        if sign == "\\":
            found = _LINE_BREAK.match(source, at + 2)
            end = found.end() if found else at + 2
            if self.tables:
                self.flow.end_block()
            else:
                self.flow.show(at, end, "\n")
            return end
        if sign and sign in "([":
            return self._formula(at, "\\)" if sign == "(" else "\\]")
        if sign in names.ACCENTS:
            return self._accent(at, sign, at + 2)
        if shown := names.SIGNS.get(sign):
            self.flow.show(at, at + 2, shown)
        return min(at + 2, len(source))

    def _formula(self, at: int, closing: str) -> int:
        end = self._find(closing, at + 2)
        if end is None:
            return at + 2
        self.flow.show(at, end + 2, OBJECT)
        return end + 2

    def _find(self, words: str, at: int) -> int | None:
        if words in self.absent:
            return None
        end = self.source.find(words, at)
        if end < 0:
            self.absent.add(words)
            return None
        return end

    def _accent(self, at: int, sign: str, end: int) -> int:
        import unicodedata  # noqa: PLC0415 - only texts with such accents need it

        found = _ACCENTED.match(self.source, end)
        if found is None:
            return end
        letter = (found[1] or found[2] or "").strip().removeprefix("\\")
        if letter:
            self.flow.show(at, found.end(), unicodedata.normalize("NFC", letter + names.ACCENTS[sign]))
        return found.end()

    def _command(self, at: int, name: str, end: int) -> int:
        flow, source = self.flow, self.source
        if name in names.ACCENTS:
            return self._accent(at, name, end)
        if name in names.SYMBOLS:
            swallowed = _SWALLOWED.match(source, end)
            end = end + 2 if source.startswith("{}", end) else swallowed.end() if swallowed else end
            flow.show(at, end, names.SYMBOLS[name])
            return end
        if name in {"verb", "lstinline", "mintinline"} and (verbatim := _VERB.match(source, end)):
            coded = CODED.fullmatch(source, verbatim.end(1), verbatim.end() - 1)
            flow.text(*coded.span()) if coded else flow.show(at, verbatim.end(), OBJECT)
            return verbatim.end()
        if source.startswith("*", end) and self.braces.opening(end + 1) is not None:
            end += 1
        if (special := self._SPECIAL.get(name)) is not None:
            return special(self, at, name, end)
        if name in names.OBJECTS:
            after = self.braces.after_arguments(end, 1)
            flow.show(at, after, OBJECT)
            return after
        return self._other(at, name, end)

    def _other(self, at: int, name: str, end: int) -> int:
        """A command that declares something, whose arguments are no text, or whose argument is text."""
        if name in names.UNREAD:
            return self.braces.after_arguments(end, names.UNREAD[name])
        if name in {"par", "def", "iffalse"}:
            return self._plain_tex(name, end)
        if self.groups and name in names.DECLARED:
            if self.groups[-1].block is self.flow.block and not self.within["emphasis"]:
                self.within["emphasis"] += 1
                self.groups[-1].declared = self.flow.size
        elif self.groups and name in names.UPRIGHT and self.groups[-1].declared >= 0:
            self.within["emphasis"] -= 1
            self.flow.emphasis(self.groups[-1].declared if self.groups[-1].block is self.flow.block else 0)
            self.groups[-1].declared = -1
        argument = self.braces.after_options(end)
        after = self._push(self._kind(name), argument, at)
        if after is not None:
            return after
        swallowed = _SWALLOWED.match(self.source, end)
        return swallowed.end() if swallowed else end

    @staticmethod
    def _kind(name: str) -> str:
        kinds = (
            ("heading", names.HEADINGS), ("emphasis", names.EMPHASES), ("block", names.OWN_BLOCK),
            ("raised", names.RAISED), ("quoted", names.QUOTED),
        )  # fmt: skip
        return next((kind for kind, those in kinds if name in those), "plain")

    def _plain_tex(self, name: str, end: int) -> int:
        if name == "par":
            self.flow.end_block()
        elif name == "iffalse":
            closing = self._find("\\fi", end)
            return end if closing is None else closing + 3
        elif brace := re.compile(r"\s?\\[A-Za-z@]{1,80}[#0-9]{0,18}(?=\{)").match(self.source, end):
            return self.braces.after_arguments(brace.end(), 1)
        return end

    def _environment(self, at: int, name: str, end: int) -> int:
        del at
        opens = name == "begin"
        found = _ENVIRONMENT.match(self.source, end)
        if found is None:
            return end
        name = found[1]
        self.ended = name == "document" and not opens
        if name in names.TABLES:
            self.tables = max(0, self.tables + (1 if opens else -1))
        inline = name == "math"
        if not inline:
            self.flow.end_block()
        if not opens:
            return found.end()
        if name in names.SKIPPED:
            closing = self._find(f"\\end{{{name}}}", found.end())
            if closing is not None:
                if inline:
                    self.flow.show(closing, closing + len("\\end{math}"), OBJECT)
                return closing + len(f"\\end{{{name}}}")
        after = self.braces.after_options(found.end())
        return self.braces.after_arguments(after, names.ARGUMENTS.get(name, 0))

    def _note(self, at: int, name: str, end: int) -> int:
        option = self.braces.option(end)
        given = self.source[slice(*option)].strip() if option else ""
        if given.isascii() and given.isdigit() and len(given) < 5:
            self.notes = int(given)
        elif not name.endswith("text"):
            self.notes += 1
        argument = option[1] + 1 if option else end
        if name == "footnotemark" or self.braces.opening(argument) is None:
            self.flow.mark(at, argument, str(self.notes))
            return argument
        if not name.endswith("text"):
            self.flow.mark(at, argument, str(self.notes))
        return self._push("note", argument, at) or argument

    def _href(self, at: int, name: str, end: int) -> int:
        del name
        start = self.braces.opening(self.braces.after_options(end))
        close = None if start is None else self.braces.end(start)
        if start is None or close is None:
            return end
        return self._push("link", close + 1, at, Span(start + 1, close)) or close + 1

    def _address(self, at: int, name: str, end: int) -> int:
        r"""`\url{…}`: an address, in which only escaped signs are special."""
        del at, name
        start = self.braces.opening(end)
        close = None if start is None else self.braces.end(start)
        if start is None or close is None:
            return end
        first = self.flow.size
        last = start + 1
        for escape in re.compile(r"\\[%#&_~$^{}]").finditer(self.source, start + 1, close):
            self.flow.text(last, escape.start())
            self.flow.show(*escape.span(), escape[0][1])
            last = escape.end()
        self.flow.text(last, close)
        self.flow.link(first, *addressed(self.source, Span(start + 1, close)))
        return close + 1

    def _item(self, at: int, name: str, end: int) -> int:
        """An item of a list, with the label that it is given."""
        del at, name
        self.flow.end_block()
        label = self.braces.option(end)
        if label is None:
            return end
        end = self.run(*label) + 1
        self.flow.space(end, end)
        return end

    def _bibitem(self, at: int, name: str, end: int) -> int:
        r"""`\bibitem[label]{key}`: an entry of a bibliography; neither label nor key is part of it."""
        del at, name
        self.flow.end_block()
        start = self.braces.opening(self.braces.after_options(end))
        close = None if start is None else self.braces.end(start)
        space = _SPACE.match(self.source, end if close is None else close + 1)
        return space.end() if space else end if close is None else close + 1

    _SPECIAL = {  # noqa: RUF012 - never changed
        "begin": _environment, "end": _environment, "href": _href, "item": _item, "bibitem": _bibitem,
        **dict.fromkeys((*names.NOTES, "footnotemark"), _note), **dict.fromkeys(names.ADDRESSES, _address),
    }  # fmt: skip
    _STEPS = {  # noqa: RUF012 - never changed
        "\\": _backslash, "%": _comment, "{": _open, "}": _close, "~": _tie, "$": _dollar, "&": _cell, "\n": _blank,
        "\r": _blank, "\t": _blank, " ": _blank, "`": _quote, "'": _quote, "-": _dashes,
    }  # fmt: skip
