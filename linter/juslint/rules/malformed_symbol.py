"""United Nations symbols whose parts are not written as the organization writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.rules import Rule, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="malformed-symbol",
    severity="warning",
    summary="A United Nations symbol with a part that is not written as the organization writes it.",
    why=(
        "A symbol is looked up letter by letter: with a space inside it, or with a Cyrillic letter that looks like a "
        "Latin one, no search finds the document."
    ),
    source="research.un.org/en/docs/symbols: components joined by slashes; modifications `/Add.1` and `/Rev.2`.",
    wrong=("See A/C.3/307/Rev. 2, para. 4.\n", "The letter was issued as \u0410/77/695 on Monday.\n"),
    right=(
        "See A/C.3/307/Rev.2, para. 4.\n",
        "The letter was issued as A/77/695 on Monday.\n",
        "See E/CN.4/2004/7/Add.1 and A/8783 and Add.1 and 2.\n",
    ),
)
_KINDS = {
    "modifier": _flaws.Kind("warning", "in a symbol, a modification is written without spaces and with a full stop"),
    "look-alike-letter": _flaws.Kind("error", "a character of this symbol only looks like the right one"),
    "letter-case": _flaws.Kind("warning", "the letters of a symbol have fixed capitals"),
}
_FAMILIES = frozenset({"un-symbol", "un-resolution"})


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind in a symbol, with its mend."""
    if reference.family in _FAMILIES:
        yield from _flaws.findings(RULE, reference, context, _KINDS)
