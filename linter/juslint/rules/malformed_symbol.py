"""United Nations symbols whose parts are not written as the organization writes them."""

from __future__ import annotations

import re
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
        "A symbol is looked up letter by letter: with a space inside it, a hyphen for a slash, or a Cyrillic letter "
        "that looks like a Latin one, no search finds the document."
    ),
    source="research.un.org/en/docs/symbols: components joined by slashes; modifications `/Add.1` and `/Rev.2`.",
    wrong=(
        "See A/C.3/307/Rev. 2, para. 4.\n",
        "The letter was issued as \u0410/77/695 on Monday.\n",
        "See S/2018-462 and A//72/53.\n",
        "See E/CN4/2003/68 and ARES/60/1.\n",
        "See S/2Ol8/462, para. 32.\n",
    ),
    right=(
        "See A/C.3/307/Rev.2, para. 4.\n",
        "The letter was issued as A/77/695 on Monday.\n",
        "See E/CN.4/2004/7/Add.1 and A/8783 and Add.1 and 2.\n",
        "See S/2018/462, A/72/53, E/CN.4/2003/68 and A/C.3/SR.1182-1197.\n",
    ),
)
_KINDS = {
    "modifier": _flaws.Kind("warning", "in a symbol, a modification is written without spaces and with a full stop"),
    "look-alike-letter": _flaws.Kind("error", "a character of this symbol only looks like the right one"),
    "letter-case": _flaws.Kind("warning", "the letters of a symbol have fixed capitals"),
    "symbol-space": _flaws.Kind("warning", "a symbol is written without spaces"),
    "symbol-slash": _flaws.Kind("warning", "the parts of a symbol are joined by single slashes"),
    "symbol-stop": _flaws.Kind("warning", "in a symbol, a full stop stands between such letters and their number"),
    "symbol-part": _flaws.Kind("warning", "a part of this symbol is left out"),
}
_HEAD = 1000  # characters in which a masthead stands, whose first letter is printed larger and so comes apart
_APART = re.compile(r"[A-Z]+\s")
_FAMILIES = frozenset({"un-symbol", "un-resolution"})


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind in a symbol, with its mend."""
    apart = reference.span.start < _HEAD and _APART.match(reference.text)
    if reference.family in _FAMILIES and not apart:
        yield from _flaws.findings(RULE, reference, context, _KINDS)
