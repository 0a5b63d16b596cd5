"""Names of cases of the International Court of Justice and the Permanent Court, in front of a report or with a date.

`Case concerning Corfu Channel (United Kingdom v. Albania), Merits, Judgment of 9 April 1949` is the case `Corfu
Channel`, its parties and a day.

Source: the Court's own way of citing itself, I.C.J. Reports.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _echr_dates, _read
from juslint.knowledge.normalise import normalise_title
from juslint.parsing.tree import Tok
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.knowledge import Entry, Knowledge

NAMED = re.compile(
    r"International\s+Court\s+of\s+Justice|I\.\s?C\.\s?J\.|\bICJ\b|World\s+Court|Cour\s+internationale\s+de\s+[Jj]ustice|C\.\s?I\.\s?J\.|\bCIJ\b"
    r"|Permanent\s+Court\s+of\s+International\s+Justice|P\.\s?C\.\s?I\.\s?J\.|\bPCIJ\b|Cour\s+permanente|C\.\s?P\.\s?J\.\s?I\.|\bCPJI\b"
)
_LEAD = re.compile(
    r"(?:(?:See|Cf\.?|But|Also|And|In|The|Compare|Contrast|Unlike|Contra|Accord|By|For|To|From|With|As|Voir|Dans|La|Le|L['’]|Selon)\s+"
    r"|(?:also|in|the|of|to|and|la|le|dans)\s+|(?:I\.C\.J\.|ICJ|C\.I\.J\.|CIJ)\s+"
    r"|(?:[Cc]ases?|[Aa]ffaires?)\s+(?:concerning|relating\s+to|relative\s+(?:à\s+(?:la|l['’])|aux?)|of|du|de\s+la|des)?\s*(?:the\s+)?|[Ll]['’][Aa]ffaire\s+(?:du|de\s+la|des|de)?\s*)+"
)
_HEADING = re.compile(r"\n[ \t]*\n\s*(?:\[?[0-9]{1,3}[\].)]?\s+)?(?=[A-Z])")  # what stands above is not the name's
_NAME = re.compile(
    r"(?P<name>.+?)\s*(?:\((?P<parties>[^()]*(?:\s(?:vs?\.?|c\.|contre)\s|/)[^()]*)\)|\s[Cc]ase,|,|$)",
    re.DOTALL,
)
_PARTIES = re.compile(r"([^,;]+?\sv\.?\s[^,;]+?)[,.]\s")
_STAGE = re.compile(
    r"(?:Merits|Jurisdiction|Admissibility|Compensation|Preliminary\s+Objections?|Provisional\s+Measures)"
)
_RULED = re.compile(
    r"(?:[Jj]udge?ment|[Aa]dvisory\s+[Oo]pinion|[Oo]rder|[Aa]rrêt|[Aa]vis\s+[Cc]onsultatif|[Oo]rdonnance)"
    r"(?=[^A-Za-z]*(?:\b(?:of|du)\b[^()]*)?$|\s+N)"
)
_KINDS = (("jud", "judgment"), ("arr", "judgment"), ("adv", "opinion"), ("avi", "opinion"), ("ord", "order"))
_RULED_ON = re.compile(
    r".*(?:[Jj]udge?ment|[Oo]pinion|[Oo]rder|[Aa]rrêt|[Cc]onsultatif|[Oo]rdonnance)\b[^,()]{0,12}?\s(?:of|du)\s+(?=[0-9A-Z])",
    re.DOTALL,
)


def case(token: Tok) -> dict[str, Part]:
    """The parts `title`, `parties`, `kind` (`judgment`, `opinion`, `order`) and `date` that the words in front give."""
    above = list(_HEADING.finditer(token.text))
    lead = _LEAD.match(token.text, above[-1].end() if above else 0)
    first = lead.end() if lead and lead.end() < len(token.text) else above[-1].end() if above else 0
    found = _NAME.match(token.text, first)
    parts: dict[str, Part] = {}
    ruled = _RULED.search(token.text)
    if ruled:
        place = Span(token.start + ruled.start(), token.start + ruled.end())
        parts["kind"] = Part(next(kind for first, kind in _KINDS if ruled[0].lower().startswith(first)), place)
    for part, group in (("title", "name"), ("parties", "parties")):
        if found and found[group] and not (part == "title" and _STAGE.fullmatch(found[group])):
            span = Span(token.start + found.start(group), token.start + found.end(group))
            parts[part] = Part(_read.one_line(found[group]), span)
    dated = _RULED_ON.match(token.text)
    if dated:
        written = Tok(token.type, token.text[dated.end() :], token.start + dated.end())
        date = _read.date(written) or _echr_dates.date(written)
        if date:
            parts["date"] = date
    return parts


def parties(token: Tok) -> dict[str, Part]:
    """The part `title` of a case that is called by its parties in front of a report; none where there is no name."""
    lead = _LEAD.match(token.text)
    first = lead.end() if lead else 0
    found = _PARTIES.match(token.text, first)
    if found is None:
        return {}
    return {"title": Part(_read.one_line(found[1]), Span(token.start + first, token.start + found.end(1)))}


def known(title: str, knowledge: Knowledge) -> Entry | None:
    """The one listed case of this name, or of its end: what stands in front may be the sentence's."""
    words = title.split()
    for start, word in enumerate(words):
        if not word[:1].isupper() and not word[:1].isdigit():
            continue
        found = knowledge.keyed("case", normalise_title(" ".join(words[start:])))
        if len(found) == 1:
            return found[0]
    return None


def short(entry: Entry) -> str:
    """The name of a listed case without its parties."""
    return (entry.text("title") or "").partition(" (")[0]
