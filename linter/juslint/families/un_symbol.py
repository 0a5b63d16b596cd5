"""United Nations document symbols, such as `S/2018/462`, `E/CN.4/2004/7/Add.1`, `A/74/676-S/2020/90`.

Parts: `session` (int, of the General Assembly), `year` (int, of a Security Council or Economic and Social Council
document), `number` (int, of a Security Council document before 1994), `separator` (str, the dash of a joint symbol as
written). A joint symbol has those parts for its halves: `session` from the A/ half, `year` from the S/ half. A symbol
that names a resolution or decision (`UNEP/EA.3/Res.5`) belongs to the family `un-resolution`.

Source: research.un.org/en/docs/symbols; United Nations Editorial Manual.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from juslint.document import Span
from juslint.families import _read
from juslint.parsing.tree import Node, Tok
from juslint.reference import Malformed, Part, Reference

NAME = "un-symbol"
ORDER = 20

_SPACE = re.compile(r"\s+")
_MODIFIER = re.compile(r"[/&\s]*(Add|Corr|Rev|Amend)(\.?)(\s*)([0-9]+)", re.IGNORECASE)
_LOOK_ALIKES = str.maketrans("\u0410\u0415\u0421\u0422\u0405F", "AECTSE")  # Cyrillic letters, and F as OCR reads E
_NUMBERED = re.compile(r"/[^/]*[0-9][^/]*(?:/(?:Supp|Summary|Annex|Agenda))?$")  # its last part has a number
_PAPER = re.compile(r"[ASET]/[0-9]")  # A/4 is a size of paper; the few real one-digit symbols are of 1946
_ACT = re.compile(r"/(?:RES|DEC|PRST)/|/(?:Res|Dec)\.[0-9]")


def read(node: Node, text: str) -> list[Reference]:
    """References of one parsed stretch: the symbol, then the members of an elliptical list (`and Corr.1`)."""
    chain = next(node.nodes("chain"))
    halves = _halves(chain)
    flaws: list[Malformed] = []
    names = [_name(half, flaws) for half in halves]
    end = max(token.start + len(token.text) for token in chain.tokens())
    end += len(text[end:]) - len(text[end:].lstrip("*"))
    if not _NUMBERED.search(names[0]) or _PAPER.fullmatch("-".join(names)):
        return []
    parts: dict[str, Part] = {}
    split = _lost_hyphen(names[0]) if len(halves) == 1 else None
    if split:
        at = text.index(split.replace("-S/", "/S/").split("/S/")[0]) + split.index("-")
        flaws.append(Malformed("joint-separator", Span(at, at + 1), "-"))
        names = [split]
    for separator in (token for token in _separators(chain)):
        written = separator.text.strip("\n\r\t ")
        span = Span(separator.start, separator.start + len(separator.text))
        if separator.type == "BAD_JOINT":
            flaws.append(Malformed("joint-separator", span, "-S/" if written.endswith("/") else "-"))
            if written.endswith("/"):
                names[-1] = "S/" + names[-1]
        parts["separator"] = Part(written, span)
    suffix = next((child for child in node.children if isinstance(child, Tok) and child.type == "SUFFIX"), None)
    symbol = "-".join(names)
    if suffix is not None:
        symbol += " " + _SPACE.sub(" ", suffix.text.strip())
        end = suffix.start + len(suffix.text)
    parts |= _numbers(halves, names)
    pinpoint = _read.pinpoint(node)
    if pinpoint and not any(True for _ in node.nodes("more")):
        end = pinpoint.span.end
    family = "un-resolution" if _ACT.search(symbol) else NAME
    first = Reference(
        family=family,
        id=symbol,
        span=Span(0, end),
        text=text[:end],
        parts=parts,
        pinpoint=pinpoint,
        flaws=tuple(flaws),
        canonical=symbol,
    )
    return [first, *_members(node, text, symbol, pinpoint)]


def canonical(id: str) -> str:  # noqa: A002 - DESIGN calls it id
    """A symbol is its own canonical form."""
    return id


def links(id: str) -> list[str]:  # noqa: A002
    """The document's page at the United Nations' own symbol resolver. A joint symbol is served under its first half."""
    symbol = re.split(r"-(?=[SE]/)", id)[0]
    return [f"https://docs.un.org/en/{quote(symbol, safe='/().-')}"]


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
        span = Span(token.start, token.start + len(token.text))
        if token.type == "LOOK_ALIKE_HEAD":
            fixed = token.text.translate(_LOOK_ALIKES)
            flaws.append(Malformed("look-alike-letter", Span(span.start, span.start + 1), fixed[0]))
            out.append(fixed)
        elif token.type == "MODIFIER_PIECE":
            written = _SPACE.sub("", token.text) if "\n" in token.text else token.text
            fixed = _modifier(token.text)
            if written.replace("\u2013", "-") != fixed and written.upper() != fixed.upper():
                flaws.append(Malformed("modifier", span, fixed))
            out.append(fixed)
        else:
            out.append(_SPACE.sub("", token.text).replace("\u2013", "-"))
    return "".join(out)


def _modifier(written: str) -> str:
    found = _MODIFIER.match(written)
    if found is None:
        raise ValueError(f"not a modifier: {written!r}")
    return f"/{found[1].capitalize()}.{found[4]}{written[found.end() :].strip()}".replace("\u2013", "-")


def _lost_hyphen(name: str) -> str | None:
    """`A/74/676/S/2020/90` with its hyphen back; None where the name is no such thing."""
    found = re.fullmatch(r"(A/[0-9]{2}/[0-9]{1,4})/(S/(?:19|20)[0-9]{2}/[0-9]{1,4})", name)
    return f"{found[1]}-{found[2]}" if found else None


def _numbers(halves: list[Node], names: list[str]) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for half, name in zip(halves, names, strict=True):
        tokens = list(half.tokens())
        start, end = tokens[0].start, tokens[-1].start + len(tokens[-1].text)
        for key, pattern in (
            ("session", r"A/(?:HRC/|C\.[1-6]/|BUR/|SPC/)?([3-9][0-9]|1[0-9]{2})/"),
            ("year", r"[SE]/(?:[A-Z]+\.[0-9]+/)*((?:19|20)[0-9]{2})/"),
            ("number", r"S/([0-9]{3,5})(?=/[A-Z]|$)"),
        ):
            found = re.match(pattern, name)
            if found and key not in parts and not (key == "session" and name.startswith("A/HRC")):
                shown = "".join(token.text for token in tokens)
                at = shown.find(found[1])
                if at >= 0:
                    place = Span(start + at, min(end, start + at + len(found[1])))
                    parts[key] = Part(int(found[1]), place)
    return parts


def _members(node: Node, text: str, symbol: str, pinpoint: Part | None) -> list[Reference]:
    """`A/8783 and Add.1 and 2` has two members after its symbol, each with its full id."""
    base, last = symbol, None
    own = re.fullmatch(r"(.*)/(Add|Corr|Rev)\.[0-9]+(?:-[0-9]+)?", symbol)
    if own:
        last = own[2]
    out: list[Reference] = []
    more = list(node.nodes("more"))
    for index, item in enumerate(more):
        token = next(item.tokens())
        skipped = len(token.text) - len(re.sub(r"^[\s,]*(?:and\b|&)?\s*", "", token.text))
        written = token.text[skipped:]
        if token.type == "AND_MODIFIER":
            tail = re.sub(r"\s", "", written).replace("\u2013", "-")
            last = tail.split(".")[0].capitalize()
            stem = own[1] if own and own[2] == last else base
        elif last is None:
            return out
        else:
            tail = f"{last}.{written}"
            stem = own[1] if own and own[2] == last else base
        span = Span(token.start + skipped, token.start + len(token.text))
        pin = pinpoint if index == len(more) - 1 else None
        name = f"{stem}/{tail}"
        out.append(Reference(NAME, name, span, text[span.start : span.end], {}, pin, (), None))
    return out
