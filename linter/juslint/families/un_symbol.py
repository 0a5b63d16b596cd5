"""United Nations document symbols, such as `S/2018/462`, `E/CN.4/2004/7/Add.1`, `A/74/676-S/2020/90`.

Parts: `session` (int, of the General Assembly), `year` (int, of a Security Council or Economic and Social Council
document), `number` (int, of a Security Council document before 1994), `date` (where it stands in brackets behind),
`separator` (str, the dash of a joint symbol as written). A joint symbol has those parts for its halves: `session` from
the A/ half, `year` from the S/ half. A symbol that names a resolution or decision (`UNEP/EA.3/Res.5`) belongs to the
family `un-resolution`.

Source: research.un.org/en/docs/symbols; United Nations Editorial Manual.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from juslint.document import Span
from juslint.families import _damage, _read
from juslint.families._shelf import Shelf
from juslint.parsing.tree import Node, Tok
from juslint.reference import Malformed, Part, Reference

if TYPE_CHECKING:
    from juslint.document import Document

NAME = "un-symbol"
ORDER = 20
SHELF = Shelf(
    "United Nations documents",
    12,
    type="document",
    bodies=("Security Council", "General Assembly", "Human Rights Council", "Economic and Social Council"),
)

_SPACE = re.compile(r"\s+")
_MODIFIER = re.compile(r"[/&\s]*(Add|Corr|Rev|Amend)(\.?)(\s*)([0-9]+)", re.IGNORECASE)
_NUMBERED = re.compile(  # its last part has a number, but for a State's code behind one
    r"/[^/]*[0-9][^/]*(?:/(?:Supp|Summary|Annex|Agenda))?$|/(?:[A-Z]+\.)?[0-9]+/(?:[A-Z]{3}|R)$|^ST/SGB/Organization$|^OIC/.*/FINAL$"
)
_PAPER = re.compile(r"[ASET]/[0-9]")  # A/4 is a size of paper; the few real one-digit symbols are of 1946
_ACT = re.compile(r"(?<!^AT)/(?:RES|DEC|PRST)/|/(?:Res|Dec)\.[0-9]|^UNEP/CMS/Resolution ")
_YEAR = re.compile(r"\([0-9]{4}\)")
_OTHERS = re.compile(r"(?:CD|ID|AC|HS)/[0-9][A-Z]?")  # CD/2 is the second disc
_WEAK = re.compile(  # forms that stand for much else in texts that have nothing to do with the United Nations
    r"[ASET]/[0-9]{2}|(?:GC|RC|ID|CD|AC|HS)/[0-9]+|[ASE]/[0-9]+[.,][0-9]+|A/C[0-9]/[0-9]+|S ?[0-9]{4}/[0-9]+"
    r"|a/[0-9]+/[0-9]+"
)
_CONTEXT = re.compile(
    r"\b(?:United\s+Nations|UN|U\.N\.|General\s+Assembly|Security\s+Council|Economic\s+and\s+Social|Secretary-General"
    r"|[Dd]ocuments?|[Rr]esolutions?|Conference\s+on\s+Disarmament)\b|\b[AES]/(?:RES|HRC|CN\.|[0-9]{2}/[0-9]|20[0-9]{2}/[0-9])"
)
_TRIBUNAL = re.compile("(?:19|20)[0-9]{2}-UNAT-")
_TWO_HALVES = re.compile(r"(A/[0-9]{2}/[0-9]{1,4})/(S/(?:19|20)[0-9]{2}/[0-9]{1,4})")
_LINE_END = re.compile(r"\s*\n\s*")
_GLUED = re.compile(r"(?<=[nt.])(?=[0-9IVX]+\))")
_YEAR_PART = ("year", re.compile(r"[SE]/(?:[A-Z]+\.[0-9]+/)*((?:19|20)[0-9]{2})/"))
_PARTS = {  # by the first letter of the symbol
    "A": (("session", re.compile(r"A/(?:HRC/|C\.[1-6]/|BUR/|SPC/)?([3-9][0-9]|1[0-9]{2})/")),),
    "E": (_YEAR_PART,),
    "S": (_YEAR_PART, ("number", re.compile(r"S/([0-9]{3,5})(?=/[A-Z]|$)"))),
}
_OWN_WAYS = frozenset({"LOOK_ALIKE_HEAD", "SPACED_PIECE", "MODIFIER_PIECE"})  # of being mended; others stand as written
_SERIES = re.compile(r"(.*[/.](?:PV|SR|L|CRP|WP)\.)[0-9]+")  # meeting records and papers, whose numbers are listed
_ITEM = re.compile(r",?\s+and\s+|,\s+")
_DOCUMENT = re.compile(r"(?:\b(?:[Dd]ocuments?|[Ss]ymbols?|[Dd]oc\.)|[Dd]ocuments? [AEST]/[0-9](?: and|,))\s*$")
_ELSEWHERE = re.compile(  # judgments, press releases and papers of others are not served by the resolver
    r"[0-9]{4}-UNAT|UNDT/|OIC/|(?:MSC|MEPC|FAL|LEG)[./]|(?:SC|GA|SG|DSG|ECOSOC|DC|PAL|WOM|POP|ORG|AFR|IHA|WFP|ICC-ASP)/"
)
_FILE = re.compile(r"\.(?:pdf|docx?|html?|txt|PDF)\b|_|-[0-9]")
_GOES_ON = re.compile(  # what may follow a bare number at the end of a list; a noun would be what it counts
    r"\s*(?:[.,;:)\]\u2013*]|$|\n\s*\n|(?:and|or|of|to|in|on|at|by|for|from|with|as|which|that|under|containing|"
    r"were|are|was|is|will|have|had|has)\b)"
)


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch: the symbol, then the members of an elliptical list (`and Corr.1`)."""
    children = {child.name: child for child in node.children if isinstance(child, Node)}
    chain, tail, pinpoint = children.get("chain"), children.get("tail"), children.get("pinpoint")
    if chain is None:
        damaged = next(token for token in node.tokens() if token.type == "DAMAGED")
        return list(_damage.mended(text, len(damaged.text)))
    more = list(node.nodes("more")) if "more" in children else []
    halves = _halves(chain)
    flaws: list[Malformed] = []
    names = [_name(half, flaws) for half in halves]
    last = list(halves[-1].tokens())[-1]
    end = last.start + len(last.text)
    while text.startswith("*", end):
        end += 1
    if not (_NUMBERED.search(names[0]) or _TRIBUNAL.match(names[0])):
        return []
    parts: dict[str, Part] = {}
    split = _lost_hyphen(names[0]) if len(halves) == 1 else None
    if split:
        at = text.index(split.replace("-S/", "/S/").split("/S/")[0]) + split.index("-")
        flaws.append(Malformed("joint-separator", Span(at, at + 1), "-"))
        names = [split]
    if halves[1:]:
        parts |= _joint(chain, names, flaws)
    symbol = "-".join(names)
    for token in tail.tokens() if tail is not None else ():
        written = _GLUED.sub(" ", _SPACE.sub(" ", token.text.strip()))
        if _YEAR.fullmatch(written) and not _ACT.search(symbol):
            break  # the year of a document is no part of its symbol
        symbol += _modifier(written) if token.type == "MODIFIER_PIECE" else f" {written}"
        end = token.start + len(token.text)
    parts |= _numbers(halves, names)
    closed = _dated(children.get("date"), symbol, parts)
    if closed and not more:
        end = closed
    pin = _read.pinpoint_of(pinpoint) if pinpoint else None
    if pin and not more:
        end = pin.span.end
    family = "un-resolution" if _ACT.search(symbol) else NAME
    first = Reference(
        family=family,
        id=symbol,
        span=Span(0, end),
        text=text[:end],
        parts=parts,
        pinpoint=pin,
        flaws=tuple(flaws),
        canonical=symbol,
    )
    return [first, *_members(more, text, symbol, pin)] if more else [first]


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """A symbol is its own canonical form."""
    return id


def links(id: str) -> list[str]:  # noqa: A002
    """The document's page at the United Nations' own symbol resolver. A joint symbol is served under its first half."""
    if _ELSEWHERE.match(id):
        return []
    symbol = re.split(r"-(?=[A-Z]+/)", id)[0]
    return [f"https://docs.un.org/en/{quote(symbol, safe='/().-')}"]


def _dated(node: Node | None, symbol: str, parts: dict[str, Part]) -> int:
    """Where the date in brackets ends, which is added to `parts`; 0 where there is none.

    Behind the symbol of an act it is the day of the paper, and not that on which the act was adopted.
    """
    token = next(node.tokens()) if node else None
    if token is None:
        return 0
    date = _read.date(token)
    if date and not _ACT.search(symbol):
        parts["date"] = date
    return token.start + len(token.text)


def _joint(chain: Node, names: list[str], flaws: list[Malformed]) -> dict[str, Part]:
    """The sign between two halves; what is wrong with it is added to `flaws`, what it lacks to the last name."""
    parts: dict[str, Part] = {}
    for separator in _separators(chain):
        written = separator.text.strip("\n\r\t ")
        span = Span(separator.start, separator.start + len(separator.text))
        if separator.type == "BAD_JOINT":
            flaws.append(Malformed("joint-separator", span, "-S/" if written.endswith("/") else "-"))
            if written.endswith("/"):
                names[-1] = "S/" + names[-1]
        parts["separator"] = Part(written, span)
    return parts


def _halves(chain: Node) -> list[Node]:
    out: list[Node] = []
    for child in chain.children:
        if isinstance(child, Node):
            out.extend(_halves(child) if child.name == "chain" else [child])
    return out


def _separators(chain: Node) -> list[Tok]:
    out: list[Tok] = []
    for child in chain.children:
        if isinstance(child, Tok):
            out.append(child)
        elif child.name == "chain":
            out = _separators(child) + out
    return out


def _name(half: Node, flaws: list[Malformed]) -> str:
    """The half as it should be written; what is not so is added to `flaws`."""
    out = []
    for token in half.tokens():
        if token.type not in _OWN_WAYS:
            out.append(_joined(token.text).replace("\u2013", "-"))
            continue
        span = Span(token.start, token.start + len(token.text))
        if token.type == "LOOK_ALIKE_HEAD":  # F, as OCR reads E
            flaws.append(Malformed("look-alike-letter", Span(span.start, span.start + 1), "E"))
            fixed = f"E{token.text[1:]}"
        elif token.type == "SPACED_PIECE":
            fixed = _SPACE.sub("", token.text).replace("\u2013", "-")
            flaws.append(Malformed("symbol-space", span, fixed))
        else:
            written = _SPACE.sub("", token.text) if "\n" in token.text else token.text
            fixed = _modifier(token.text)
            if written.replace("\u2013", "-").upper() != fixed.upper():
                flaws.append(Malformed("modifier", span, fixed))
            elif written[1:2].islower():
                flaws.append(Malformed("letter-case", span, fixed))
        out.append(fixed)
    return "".join(out)


def _joined(text: str) -> str:
    """Without a line end; single spaces are parts of a few symbols (`ST/SGB/Staff Rules/1`)."""
    return _LINE_END.sub("", text) if "\n" in text else text


def _modifier(written: str) -> str:
    found = _MODIFIER.match(written)
    if found is None:
        raise ValueError(f"not a modifier: {written!r}")
    return f"/{found[1].capitalize()}.{found[4]}{written[found.end() :].strip()}".replace("\u2013", "-")


def _lost_hyphen(name: str) -> str | None:
    """`A/74/676/S/2020/90` with its hyphen back; None where the name is no such thing."""
    found = _TWO_HALVES.fullmatch(name)
    return f"{found[1]}-{found[2]}" if found else None


def _numbers(halves: list[Node], names: list[str]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for half, name in zip(halves, names, strict=True):
        for key, pattern in _PARTS.get(name[0], ()):
            found = pattern.match(name)
            if found and key not in parts and not (key == "session" and name.startswith("A/HRC")):
                tokens = list(half.tokens())
                start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
                at = "".join([token.text for token in tokens]).find(found[1])
                if at >= 0:
                    place = Span(start + at, min(end, start + at + len(found[1])))
                    parts[key] = Part(int(found[1]), place)
    return parts


def _members(more: list[Node], text: str, symbol: str, pinpoint: Part | None) -> list[Reference]:
    """`A/8783 and Add.1 and 2` has two members after its symbol, each with its full id."""
    base, last, stem = symbol, None, symbol
    own = re.fullmatch(r"(.*)/(Add|Corr|Rev)\.[0-9]+(?:-[0-9]+)?", symbol)
    if own:
        stem, last = own[1], f"/{own[2]}."
    elif series := _SERIES.fullmatch(symbol):
        stem, last = series[1], ""
    out: list[Reference] = []
    for item in more:
        token = next(item.tokens())
        if token.type == "AND_MODIFIER":
            skipped = len(token.text) - len(re.sub(r"^[\s,]*(?:(?:and\b|&|\+)\s*(?:its\s)?)?\s*", "", token.text))
            span = Span(token.start + skipped, token.start + len(token.text))
            tail = re.sub(r"\s", "", text[span.start : span.end]).replace("\u2013", "-").capitalize()
            tail = re.sub(r"(?<=/)[a-z]", lambda letter: letter[0].upper(), tail)
            last = f"/{re.sub(r'[0-9]+(?:-[0-9]+)?$', '', tail)}"
            stem = own[1] if own and tail.startswith(f"{own[2]}.") else base
            out.append(_member(f"{stem}/{tail}", span, text))
        elif last is None:
            break
        else:
            for number in re.finditer(r"[0-9]+", token.text):
                span = Span(token.start + number.start(), token.start + number.end())
                out.append(_member(f"{stem}{last}{number[0]}", span, text))
    if pinpoint and out:
        out[-1] = replace(out[-1], pinpoint=pinpoint)
    return out


def _member(name: str, span: Span, text: str) -> Reference:
    return Reference(NAME, name, span, text[span.start : span.end])


def settle(references: list[Reference], document: Document) -> list[Reference]:
    """What only the words around a symbol can decide.

    `A/4` and `CD/2` are documents only where they are called so, `A-72-53` too; `A/60` and `A/60.1` where the text has
    to do with the United Nations; a file's name is none. A bare number at the end of a list is a member where no noun
    follows that it would count.
    """
    text, out = document.text, []
    weak = {id(one) for one in references if one.family == NAME and _WEAK.fullmatch(_core(one))}
    related = not weak or _CONTEXT.search(text) is not None
    whole = len(text.strip())
    for reference in references:
        start, end = reference.span
        if (
            reference.family == NAME
            and end - start < whole
            and (
                (_doubtful(reference) and not _DOCUMENT.search(text, max(0, start - 24), start))
                or (reference.flaws and _FILE.match(text, end))
                or (not related and id(reference) in weak)
            )
        ):
            continue
        out.append(reference)
    return _without_counts(out, text)


def _core(reference: Reference) -> str:
    """A symbol as written, without its date and pinpoint."""
    behind = reference.parts.get("date", reference.pinpoint)
    written = reference.text[: behind.span.start - reference.span.start] if behind else reference.text
    return written.rstrip(" ,(")


def _doubtful(reference: Reference) -> bool:
    name = reference.id or ""
    return bool(_PAPER.fullmatch(name) or _OTHERS.fullmatch(name) or re.match(r"[AS]-[0-9]", reference.text))


def _without_counts(references: list[Reference], text: str) -> list[Reference]:
    """The references without bare numbers that are not the numbers of documents, nor the list that they end."""
    out: list[Reference] = []
    refused = kept = -1  # where the last number refused, or kept, begins
    for reference in reversed(references):
        start, end = reference.span
        if reference.family == NAME and reference.text.isdigit():
            if refused > end and _ITEM.fullmatch(text, end, refused):
                refused = start
                continue
            if not (kept > end and _ITEM.fullmatch(text, end, kept)) and not _GOES_ON.match(text, end):
                refused = start
                continue
            kept = start
        out.append(reference)
    return out[::-1]
