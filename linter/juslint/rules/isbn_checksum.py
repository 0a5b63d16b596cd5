"""ISBNs whose check digit does not fit the digits before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.finding import Finding
from juslint.rules import Rule
from juslint.sought import Sought

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.rules import Context

RULE = Rule(
    name="isbn-checksum",
    severity="warning",
    summary="The last digit of an ISBN, also of one in a DOI, does not fit the others.",
    why=(
        "The last digit of an ISBN is computed from the others, so that a slip in one digit or an exchange of two is "
        "seen. A number that fails the sum finds no book in any catalogue."
    ),
    source="ISO 2108:2017, annex C; International ISBN Agency, ISBN Users' Manual, check digit.",
    wrong=("Malcolm N. Shaw, *International Law* (Cambridge University Press, 2017), ISBN 978-1-316-63853-1.\n",),
    right=("Malcolm N. Shaw, *International Law* (Cambridge University Press, 2017), ISBN 978-1-316-63853-8.\n",),
)

_PREFIXES = ("978", "979")  # of numbers with thirteen digits
_DASHES = "\u2010\u2011\u2012\u2013-"
_ISBN = Sought(
    rf"\bISBN(?:-1[03])?:?\s?(?P<number>[0-9](?:[ {_DASHES}]?[0-9]){{8}}"
    rf"(?:[ {_DASHES}]?[0-9]){{0,3}}[ {_DASHES}]?[0-9Xx])(?![\w{_DASHES}])",
    "ISBN",
)
_DOI = Sought(  # of a book, or of a chapter: 10.1007/978-3-662-62304-6_12
    r"10\.[0-9]{4,9}/(?:[a-z]{3,12}/|CBO)?(?P<number>97[89](?:-?[0-9]){10})(?![0-9-])",
    r"10\.[0-9]",
)


def check_document(context: Context) -> Iterator[Finding]:
    """A finding for each number of ten or thirteen digits that fails its sum, in a DOI as well."""
    yield from _in_dois(context)
    for found in _ISBN.finditer(context.document.text):
        written = found["number"]
        if any(dash in written for dash in _DASHES):
            written = written.split(maxsplit=1)[0]  # what stands behind a space is another number
        digits = "".join(each for each in written if each.isalnum()).upper()
        old = len(digits) == 10 and not digits.startswith(_PREFIXES)
        if not old and not (len(digits) == 13 and digits.startswith(_PREFIXES) and digits[-1] != "X"):
            continue
        last = check_digit(digits[:-1])
        if last != digits[-1]:
            message = (
                f"the check digit of this ISBN would be {last}, not {digits[-1]}: compare the number with the book"
            )
            start = found.start("number")
            span = Span(start, start + len(written))
            yield Finding(RULE.name, RULE.severity, context.document.path, span, message)


def _in_dois(context: Context) -> Iterator[Finding]:
    """A finding for each DOI with a number of thirteen digits that fails its sum."""
    for found in _DOI.finditer(context.document.text):
        digits = found["number"].replace("-", "")
        last = check_digit(digits[:-1])
        if last != digits[-1]:
            message = (
                f"the check digit of the ISBN in this DOI would be {last}, not {digits[-1]}: look the DOI up, for no "
                "book has it"
            )
            span = Span(found.start("number"), found.end())
            yield Finding(RULE.name, RULE.severity, context.document.path, span, message)


def check_digit(digits: str) -> str:
    """The digit that closes an ISBN of which nine or twelve digits are given; `X` stands for ten."""
    if len(digits) == 9:
        last = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
        return "X" if last == 10 else str(last)
    return str(-sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10)
