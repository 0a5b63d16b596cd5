"""Letters that a sentence tells of: who wrote, to whom and when stand around its verb.

`By a letter of 3 May 2001 addressed to the Ombudsman, the Minister of Justice informed …` ·
`The Governor wrote to the Minister of the Interior on 3 May 2001` · `the letter that the Chair sent on 3 May 2001 to …`
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.dates import MONTH, Date
from juslint.document import Span
from juslint.families import _prose
from juslint.parsing import prefilter_engine
from juslint.reference import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.families._prose import Text

_CAPITAL = (
    rf"(?!{MONTH}\s)(?:(?:Mr|Mrs|Ms|Dr|H\.E)\.|(?:No\.\s?[0-9]{{1,5}})"
    r"|[A-Z\u00c0-\u024f][\w'\u2019/&-]*(?:\s[0-9]{1,3}(?=\s+and\s))?)"
)
_SMALL = r"(?:of|the|for|and|to|on|de|du|la|des|al|van|von)"
OFFICE = rf"{_CAPITAL}(?:\s+(?:{_SMALL}\s+){{0,2}}{_CAPITAL}){{0,12}}"
_DATE = r"[0-9]{1,2}\s+[A-Z][a-z]{2,8}\s+(?:1[89]|20)[0-9]{2}|[A-Z][a-z]{2,8}\s+[0-9]{1,2},\s+(?:1[89]|20)[0-9]{2}"
_BEFORE = re.compile(
    r"(?:^|[.;:]\s+|\(\w\)\s+|\n\s*|,\s+|[0-9][.)]\s+)(?:[Bb]y|[Ii]n|[Tt]hrough|[Ww]ith)\s+"
    r"(?:(?:an?|his|her|its|their|another|one|this)\s+)?(?:[a-z]{3,12}\s+)?$"
)
_VERB = (
    r"(?:(?:has|had|also|then|again|further|subsequently|formally|immediately)\s+){0,2}"
    r"(?:informed|requested|asked|stated|replied|responded|complained|transmitted|notified|invited|refused|rejected|submitted"
    r"|wrote|objected|confirmed|denied|indicated|explained|argued|claimed|alleged|sought|urged|expressed|conveyed|protested"
    r"|acknowledged|declared|announced|proposed|called|drew|reported|maintained|reiterated|recalled|demanded|appealed|applied"
    r"|thanked|forwarded|provided|accepted|apologi[sz]ed|advised|offered|recommended|warned|assured)\b"
)
_WRITER = re.compile(rf",?\s+(?:the\s+)?(?P<sender>{OFFICE})\s+{_VERB}")
_ANCHOR = prefilter_engine.rare(
    r"wrote[\s\x{a0}]+to[\s\x{a0}]|(?:sent|addressed|wrote)[\s\x{a0}]+(?:a|another|an[\s\x{a0}]+open)[\s\x{a0}]+letter[\s\x{a0}]+to[\s\x{a0}]"
    r"|[Ll]etter[\s\x{a0}]+(?:that|which)[\s\x{a0}]+(?:the[\s\x{a0}]+)?[A-Z]"
)
_WROTE = re.compile(
    rf"(?P<what>(?:wrote|sent\s+(?:a|another|an\s+open)\s+letter|addressed\s+(?:a|another|an\s+open)\s+letter|wrote\s+a\s+letter)\s+to)"
    rf"\s+(?:the\s+)?(?P<recipient>{OFFICE})(?:\s+on\s+(?P<date>{_DATE}))?"
)
_SENT = re.compile(
    rf"[Ll]etter\s+(?:that|which)\s+(?:the\s+)?(?P<sender>{OFFICE})\s+(?:had\s+)?(?:sent|addressed|wrote)"
    rf"(?:\s+to\s+(?:the\s+)?(?P<first>{OFFICE}))?\s+on\s+(?P<date>{_DATE})(?:\s+to\s+(?:the\s+)?(?P<recipient>{OFFICE}))?"
)
_SENDER = re.compile(
    rf"(?:\b[Oo]n\s+(?P<date>{_DATE}),?\s+)?(?:\b[Tt]he\s+)?(?<![\w'\u2019-])(?P<sender>{OFFICE}),?\s+(?:(?:also|then|again|had)\s+)?$"
)
_NOBODY = re.compile(
    rf"(?:I|We|He|She|It|They|You|Who|This|That|On|In|As|When|And|But|If|Since|After|Before|Later|Then|Both|Nobody|{MONTH})\b(?!\s+of)"
)
_BACK = 160  # characters in front of the verb in which date and sender stand


def writer(view: Text, start: int, end: int) -> tuple[int, Part] | None:
    """The sender behind a letter that a clause brings in, `By a letter of …, the Minister informed`; and its end."""
    low = view.paragraph(start).start
    if not _BEFORE.search(view.text[max(low, start - 40) : start]):
        return None
    found = _WRITER.match(view.text, end, min(view.paragraph(start).end, end + 200))
    if found is None or _NOBODY.match(found["sender"]):
        return None
    return found.end("sender"), view.part(*found.span("sender"))


def told(view: Text) -> Iterator[tuple[Span, dict[str, Part]]]:
    """Where each letter that a verb alone tells of stands, and its parts: date, sender, recipient."""
    for anchor in _prose.anchors(_ANCHOR, view.text):
        paragraph = view.paragraph(anchor.start)
        high = min(paragraph.end, anchor.start + 500)
        sent = _SENT.match(view.text, anchor.start, high)
        wrote = None if sent else _WROTE.match(view.text, anchor.start, high)
        if sent:
            recipient = "recipient" if sent["recipient"] else "first"
            spans = {"sender": sent.span("sender"), "recipient": sent.span(recipient), "date": sent.span("date")}
            start, end = sent.span()
        elif wrote:
            before = _SENDER.search(view.text, max(paragraph.start, anchor.start - _BACK), anchor.start)
            if before is None or _NOBODY.match(before["sender"]):
                continue
            dated = wrote if wrote["date"] else before
            spans = {"sender": before.span("sender"), "recipient": wrote.span("recipient"), "date": dated.span("date")}
            start = before.start("date") if dated is before else before.start("sender")
            end = wrote.end()
        else:
            continue
        date = Date.parse(" ".join(view.text[slice(*spans["date"])].split())) if spans["date"][0] >= 0 else None
        if date is None or spans["recipient"][0] < 0 or _NOBODY.match(view.text, spans["recipient"][0]):
            continue
        parts = {name: view.part(*spans[name]) for name in ("sender", "recipient")}
        yield Span(start, end), {"date": Part(date, Span(*spans["date"])), **parts}
