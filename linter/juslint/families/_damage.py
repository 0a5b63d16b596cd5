"""Mending of United Nations symbols whose form is damaged in a way that names its own mend.

The grammar finds the damaged forms; here each is mended step by step until a family reads the result as a symbol or
a resolution without flaw. What no step mends is no symbol. Only form is mended: no number and no word is guessed.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from juslint.document import Span
from juslint.reference import Malformed, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.reference import Reference

_CYRILLIC = str.maketrans("АВЕКМНОРСТХЅІ", "ABEKMHOPCTXSI")
_DIGITS = str.maketrans("OolI", "0011")
MASTHEAD = ""  # the first letter of a masthead's symbol stands apart in print: no flaw
_CODES = "CRP|CONF|CN|AC|GE|SC|C|PV|SR|WP|WG|Sub|L"
_BODY = re.compile(r"[ASE]/(?:CN|C|AC|CONF)\.[0-9]+")  # of a body, not of a document
_MODIFIER = re.compile(r"(?<=[/.])(ADD|CORR|REV|AMEND|SUB|RES(?=\.)|DEC(?=\.))\b")


class _Step(NamedTuple):
    """One kind of damage, as rules name it, and its mending."""

    kind: str
    mend: Callable[[str], str]


def _replacing(pattern: str, replacement: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)
    return lambda text: compiled.sub(replacement, text)


def _latin(text: str) -> str:
    """Cyrillic letters that look like Latin ones; a Cyrillic Es in front stands for the S of the Security Council."""
    return re.sub(r"^\u0421(?=/)", "S", text).translate(_CYRILLIC)


def _digits(text: str) -> str:
    """Letters that look like digits, in a run with a digit."""
    return re.sub(
        r"(?<=[/.])(?=[OolI]*[0-9])(?=[0-9]*[OolI])[0-9OolI]+(?=/|$)|(?<=\.)[lI](?=/|$)",
        lambda run: run[0].translate(_DIGITS),
        text,
    )


def _capitals(text: str) -> str:
    """Capitals, but for modifications and the like."""
    return _MODIFIER.sub(lambda word: word[1].capitalize(), text.upper())


def _year_end(text: str) -> str:
    """`S/2018-462` with its slash; a hyphen between two running numbers is a range."""
    found = re.fullmatch(r"(.*[/.]?[0-9]+)-([0-9]+)", text)
    if found is None:
        return text
    first, second = int(re.findall(r"[0-9]+", found[1])[-1]), int(found[2])
    session = re.fullmatch(r"A/(?:C\.[1-6]/)?[3-8][0-9]", found[1])
    ranged = first < second and not (session and len(found[2]) > len(str(first)))
    return text if ranged else f"{found[1]}/{found[2]}"


_STEPS = (
    _Step(MASTHEAD, _replacing(r"^([ASE])\s+United\s+Nations\s*/|^([ASE])[ \t]*\n\s*/", r"\1\2/")),
    _Step("symbol-space", lambda text: re.sub(r"\s*/\s*|(?<=\.) (?=[0-9])", lambda gap: gap[0].strip(), text)),
    _Step("symbol-slash", _replacing(r"/{2,}", "/")),
    _Step("look-alike-letter", _latin),
    _Step("look-alike-letter", _digits),
    _Step("letter-case", _capitals),
    _Step("symbol-stop", _replacing(rf"/({_CODES})[ ]?([0-9])", r"/\1.\2")),
    _Step("symbol-stop", _replacing(r"/(PV|SR|L)/([0-9])", r"/\1.\2")),
    _Step("symbol-stop", _replacing(rf"/({_CODES}|Add|Corr|Rev),([0-9])", r"/\1.\2")),
    _Step("symbol-slash", _replacing(r"^([ASE]/(?:[A-Z]+/|[A-Z]+\.[0-9]+/)?[0-9]{2,4})[.,](?=[A-Z0-9.]+$)", r"\1/")),
    _Step("symbol-slash", _replacing(r"^([ASE]/(?:CONF|CN|AC|C)\.[0-9]+)\.", r"\1/")),
    _Step(
        "symbol-slash", _replacing(r"^([ASE])(?=RES|HRC|PRST|PV|CONF|CN|AC\.|C\.[1-6]/|[3-8][0-9]/(?:L|PV)\.)", r"\1/")
    ),
    _Step("symbol-slash", _replacing(r"^([AS]/(?:RES|HRC|PRST|DEC))[ .]?(?=[0-9])", r"\1/")),
    _Step("symbol-slash", _replacing(r"^S ?(?=[0-9]{4}/)", "S/")),
    _Step("symbol-slash", _replacing(r"^(A/C\.[1-6])(?=[A-Z])", r"\1/")),
    _Step("symbol-slash", _replacing(r"(?<=[0-9])[ .-]?(?=(?:Add|Corr|Rev)\.)", "/")),
    _Step(
        "symbol-slash", lambda text: re.sub(r"^([ASE])-", r"\1/", text).replace("-", "/") if text[1] == "-" else text
    ),
    _Step("symbol-slash", _replacing(r"-(?=(?:[A-Z]{1,4}\.)[0-9])|(?<=/HRC)-|(?<=\.[0-9])-|(?<=\.[0-9][0-9])-", "/")),
    _Step("symbol-slash", _year_end),
    _Step("symbol-part", _replacing(r"^PRST/", "S/PRST/")),
    _Step("symbol-part", _replacing(r"^HRC/", "A/HRC/")),
    _Step("symbol-part", _replacing(r"^([A-Z]+)/GC/", r"\1/C/GC/")),
    _Step("symbol-slash", _replacing(r"/C/GC[. ]?(?=[0-9])", "/C/GC/")),
)


def mended(text: str, end: int) -> tuple[Reference, ...]:
    """The references that `text` is once its damaged first `end` characters are mended; empty where nothing mends it.

    Spans are those of `text`; the first reference bears one flaw, with the mend.
    """
    for kind, proper in _mends(text[:end]):
        found = _read(proper + text[end:])
        if found:
            change = _Change.between(text[:end], proper)
            return tuple(
                change.back(reference, text, MASTHEAD if index else kind) for index, reference in enumerate(found)
            )
    return ()


def _mends(damaged: str) -> list[tuple[str, str]]:
    """What the symbol may have been, likeliest first: each step alone, then all steps together."""
    out, together, first = [], damaged, None
    for step in _STEPS:
        alone = step.mend(damaged)
        if alone != damaged:
            out.append((step.kind, alone))
        further = step.mend(together)
        if further != together:
            first = first or step.kind
            together = further
            out.append((first, together))
    return list(dict.fromkeys(out))


def _read(text: str) -> tuple[Reference, ...]:
    """The references of a text that begins with a sound symbol or resolution, else none."""
    from juslint.scan import parsed  # noqa: PLC0415 - scan imports the families

    found = parsed(text)
    sound = found and found[0].id is not None and not _BODY.fullmatch(found[0].id) and found[0].text[:9].count("/")
    flawed = any(flaw.kind in _KINDS for reference in found for flaw in reference.flaws)
    return found if sound and not flawed and found[0].family.startswith("un-") else ()


class _Change(NamedTuple):
    """Where a damaged symbol and its mend differ: at `start` are `old` characters that become `new`."""

    start: int
    old: int
    new: str

    @classmethod
    def between(cls, damaged: str, proper: str) -> _Change:
        """The shortest change that makes the one the other."""
        start = _common(damaged, proper)
        tail = _common(damaged[start:][::-1], proper[start:][::-1])
        return cls(start, len(damaged) - tail - start, proper[start : len(proper) - tail])

    def span(self, span: Span) -> Span:
        """A span of the mended text as one of the damaged text."""
        by = self.old - len(self.new)
        return Span(*(place if place <= self.start else max(place + by, self.start) for place in span))

    def back(self, reference: Reference, text: str, kind: str) -> Reference:
        """A reference of the mended text as one of `text`, with the flaw of this kind where it is one."""
        span = self.span(reference.span)
        whole = Malformed(kind, Span(self.start, self.start + self.old), self.new)
        return replace(
            reference,
            span=span,
            text=text[span.start : span.end],
            parts={name: Part(part.value, self.span(part.span)) for name, part in reference.parts.items()},
            pinpoint=reference.pinpoint and Part(reference.pinpoint.value, self.span(reference.pinpoint.span)),
            flaws=(
                *([whole] if kind != MASTHEAD else []),
                *(Malformed(flaw.kind, self.span(flaw.span), flaw.expected) for flaw in reference.flaws),
            ),
            canonical=reference.canonical or reference.id,
        )


def _common(one: str, other: str) -> int:
    """How many first characters two texts share."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


_KINDS = frozenset(step.kind for step in _STEPS)
