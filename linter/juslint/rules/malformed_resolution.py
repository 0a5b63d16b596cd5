"""Numbers of resolutions that are not written as their body numbers them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from juslint.rules import Rule, _council, _flaws

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reference import Reference
    from juslint.rules import Context

RULE = Rule(
    name="malformed-resolution",
    severity="warning",
    summary="A resolution's number that is not written as its body numbers its resolutions.",
    why=(
        "The form of a number says which body it is of: 822 (1993) is the Security Council's, 60/1 the General "
        "Assembly's since 1976, 1514 (XV) the Assembly's before. In a mixed form the reader cannot tell, and no search "
        "finds the text."
    ),
    source="United Nations Editorial Manual, system of identification of resolutions and decisions.",
    wrong=(
        "See Security Council resolution 822/1993.\n",
        "See Security Council resolution 853 [1993].\n",
        "See General Assembly resolution 3314 (29).\n",
        "See A/RES/44-25.\n",
    ),
    right=(
        "See Security Council resolution 822 (1993).\n",
        "See General Assembly resolutions 3314 (XXIX) and 60/1.\n",
        "See A/RES/44/25.\n",
        "The Board adopted decision 11/2019.\n",
    ),
)
_KINDS = {
    "resolution-year": _flaws.Kind("warning", "the year of a Security Council resolution stands in round brackets"),
    "arabic-session": _flaws.Kind("warning", "the session behind the number of a resolution is a Roman numeral"),
    "letter-behind": _flaws.Kind("info", "the letter of a part stands between the number and the session"),
    "dash-for-slash": _flaws.Kind("error", "a slash stands between the session and the number of a resolution"),
}


def check(reference: Reference, context: Context) -> Iterator[Finding]:
    """Every flaw of this kind; a number with a year only where it surely is the Security Council's.

    Bodies of experts number with Arabic sessions: the words must name another body.
    """
    kinds = {flaw.kind for flaw in reference.flaws}
    if "resolution-year" in kinds and not (
        _council.is_resolution(reference, context) and _council.fits(reference, context)
    ):
        return
    if "arabic-session" in kinds:
        reference = _with_roman_session(reference)
        if not _council.is_named(reference, context):
            return
    yield from _flaws.findings(RULE, reference, context, _KINDS)


def _with_roman_session(reference: Reference) -> Reference:
    """The reference with what its id says of the session as the expected form of the flaw: `3314 (XXIX)`."""
    proper = (reference.id or "").rpartition("/")[2] or None
    flaws = (flaw._replace(expected=proper) if flaw.kind == "arabic-session" else flaw for flaw in reference.flaws)
    return replace(reference, flaws=tuple(flaws))
