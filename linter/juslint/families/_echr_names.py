"""Names of cases before the European Court: where they begin and end, and what only looks like one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from juslint.document import Span
from juslint.families import _read
from juslint.reference import Part

if TYPE_CHECKING:
    from juslint.parsing.tree import Tok

SHORT = "echr-short"  # the family of references such as "Handyside, cited above, § 49"
_LEAD_IN = re.compile(
    r"(?:(?:Case of|CASE OF|See|Cf\.?|Compare|Contrast|Also|And|But|In|As|E\.g\.|Accordingly|Following|Under|Since"
    r"|Likewise|Similarly"
    r"|Judge?ments? in|Unlike|Whereas|Thus|Again|Earlier|Later|However|Moreover|Further|Furthermore"
    r"|Finally|Both|Even|Here|Where|While|When|Although|Recently|Notably|Indeed|Cases?|Application|Recalling|Citing"
    r"|Relying on"
    r"|(?:Articles?|Protocol|Rule)\s+[0-9]+(?:\s+(?:of|the|to|Protocol|Nos?\.|Convention|[0-9]+))*(?:,|\s+and)"
    r"|Voir|Affaire|AFFAIRE|RECHTSSACHE|Rechtssache|CAUSA|Causa|ASUNTO|Asunto)"
    r"(?:,|\s)+(?:also\s+|(?:aussi|notamment|par exemple|entre autres),?\s+"
    r"|(?:l['\u2019](?:arr\u00eat|affaire)|les\s+(?:arr\u00eats|affaires))\s+"
    r"|the\s+(?:judgment\s+in\s+the\s+)?case of\s+|the\s+)?)+"
)
_TITLE = re.compile(
    r"Decision on .*pinion|[Rr]elating .*Belgium|Belgian \w+|(?:Second |First )?Greek [Cc]ase", re.DOTALL
)
_TAIL = re.compile(
    r"(?<![\s,;])(?:[\s,;]++(?:Nos?\.?|Application|App(?:l)?\.?|Judge?ment|Series|Reports?|Commission|Eur\.?|and|of|the|et))+$"
    r"|(?<!\s)\s++[(\[](?:GC|dec|d\u00e9c|merits|just satisfaction|friendly settlement|striking out)\.?[)\]]$"
)
_VERSUS = re.compile(r",?\s+(?:(v|vs|against)|(c|contre))(?:\.\s*|\s+)")
_ONE_WORD = re.compile(r"\w+")
_NO_PARTY_WORDS = (  # besides "Case"
    "act law laws loi code decree order ordinance regulation regulations directive resolution decision "
    "recommendation gazette journal bulletin constitution treaty convention protocol rule rules circular "
    "instruction article articles section judgment judgement judgments judgements ruling rulings court tribunal "
    "chamber plenum presidium document doc report reports letter statute bill opinion series file contract "
    "licence license permit item volume issue fax tel oj ets unts communication communications complaint "
    "complaints views nations council assembly supplement invoice registration passport certificate account "
    "warrant patent form ref reference receipt authorisation authorization agreement policy number indictment "
    "petition motion claim lawsuit proceedings under registered"
)
_NO_PARTY = frozenset(_NO_PARTY_WORDS.split())
_STOP = re.compile(
    r"(?:[!?:;()\u201c\u201d\n]|(?<!\b[A-Z])(?<!\.[A-Z])\.)(?=\s|$)|[(\[;:\n]|[0-9]/[0-9]+,?"
    r"|\b(?:[Ss]ee(?: also)?|in|also|cf\.?|compare|contrast"
    r"|[Jj]udge?ments?|cases?|case of"
    r"|example|instance|authorities|among|that|which|was|were|held|found|by|to|with|from|as|its|this|Court|Commission"
    r"|Cour|renvoie|\u00e0|dans|arr\u00eats?|affaires?|[Ss]iehe|vedi|bax|bak\u0131n\u0131z"
    r"|alia|mutandis|above|cited|voir)\b,?"
)
_COURT = re.compile(
    r"(?:Eur\.?\s*Court?\.?\s+H\.?\s?R\.?|European Court of Human Rights|Eur\.?\s?Comm?\.?\s+H\.?\s?R\.?|ECtHR),?\s+"
)
_CAPITAL = r"[A-Z\u00c0-\u00de\u0100-\u024f]"
_WORD = rf"(?:[dlDL]['\u2019])?{_CAPITAL}(?:[\w'\u2019&/-]|\.(?=[\w,\s]))*"
_PARTICLE = (
    r"(?:and|of|the|for|et|de|du|des|der|van|von|den|zu|und|la|le|di|da|del|[vc]\.?"
    r"|y|e|[Oo]thers|autres|&|linguistic|case|plc|mbH|(?:[a-z]\.){1,4}(?:[A-Z]\.)?)"
)
_PARTY = re.compile(
    rf"(?<![\w.])(?P<name>(?:(?:de|du|di|da|van|von|al|el|ter)\s+(?:la\s+|der\s+|den\s+)?)?{_WORD}(?:,?\s+(?:{_WORD}|{_PARTICLE}|[\"\u201c][^\"\u201d\n]{{2,80}}[\"\u201d])(?![\w]))*?"
    r"(?:\s+\(?[Nn]o\.?\s?[0-9]\)?)?(?:\s+v\.)?)(?:\s?,)?\s+\(?$"
)
_EARLIER = re.compile(  # the end of the citation in front of a name
    r".*\b(?:Series\s[AB]\sno\.?\s?[0-9]+[^,]*|(?:ECHR|CEDH|CEDU)\s(?:19|20)[0-9]{2}\S*(?:\s[IVX]+)?)"
    r"(?:,|\s(?:and|et|e|und)\b)\s+"
    r"|.*\b(?:Rdnrn?\.|Rn\.|Bd\.)\s[0-9][0-9A-H-]*(?:\s(?:in fine|ff?\.))?,\s+(?:und\s+)?"
    r"|.*\b(?:Rechtssachen?|Sachen?|Urteile?n?|RECHTSSACHE|CAUSA|AFFAIRE|ASUNTO)\s+|Nr\.\s[0-9]+\s+"
    r"|.*[a-z)][.;]\s+(?=(?:See|Cf|Compare|Voir|Siehe|Vedi|V\u00e9ase)\b)",
    re.DOTALL,
)
_ANY_WORDS = re.compile(rf"(?P<name>{_CAPITAL}[\w.'\u2019&/-]*(?:,?\s[\w.'\u2019&/()-]+){{1,9}}),?\s+\(?$")
_LINE_ABOVE = re.compile(  # a heading, or an entry of a list that ends with its day
    r".*,\s[0-9]{1,2}\s[A-Z][a-z]{2,8}\s(?:19|20)[0-9]{2}\s*\n\s*|.*\n\s*(?=(?:Voir|See|Siehe|CASE OF|AFFAIRE)\b)"
    r"|(?:[^a-z\n(]*[A-Z]{3}[^a-z\n(]*|[^()\n]*\))\s*\n\s*(?=\S*[a-z])",
    re.DOTALL,
)
_OPENING = re.compile(r"[;(]\s*")
_BEHIND_VERSUS = re.compile(r"(?:\b(?:v|vs|c|contro|gegen|contra)\.?|/\.?)\s*$")  # a State alone is no party
_LABEL = re.compile(r"(?:\[[0-9]{1,4}\]|\(?[0-9]{1,3}\))\s+")  # the number of a note or a paragraph
_JOINT = re.compile(r"[\s,)(|]*(?:(?:and|et)\s+)?")
_BRACKETED = re.compile(r"\([^()\n]{1,60}\)|\[[^][\n]{1,60}\]")
_HARD = re.compile(
    r"(?:[!?;:\n]|(?<!\b[A-Z])(?<!\.[A-Z])\.)(?=\s+[A-Z][a-z]{4})|[(\[;:\n]|[0-9]/[0-9]+,?"
    r"|\b(?:[Ss]ee(?: also)?|in|also|cf\.?|compare|contrast"
    r"|[Jj]udge?ments?"
    r"|case of|example|instance|authorities|that|which|was|were|held|by|this|Court|alia|mutandis|voir)\b,?"
)
_SENTENCE_END = re.compile(r".*(?:[a-z\u00df-\u00ff]{4}\.\s+|\n\s*\n\s*)", re.DOTALL)
_BODY = re.compile(
    r"(?:The\s+)?(?:\S+\s+){0,2}(?:Association|Centre|Union|Society|Societies|Organi[sz]ation|Church|Party|Federation|Movement|Foundation|Denomination|Zeugen|Religionsgemeinschaft|Community|League|Committee)\b"
)
_PREFIX = re.compile(r"(?:^|(?<=[\s(]))(?:[Vv][ao]n|de|du|der|di|da|ter|ten|el|al)(?: (?:de[rn]?|la|den))? $")
_SOFT = frozenset({"in", "with", "to", "by", "from", "found"})
_SENTENCE = re.compile(r"[0-9]|\b(?:court|judge|applicant|government|\w+ed|is|are|has|had|on|this|he|it)\b")
_EMPTY_LINE = re.compile(r"(?<!,)(?<!-)(?<!\band)(?<!\bet)(?<!\bof)(?<!\bthe)\n[ \t]*\n\s*")
_REACH = 120  # characters in front of the first capital that the grammar could join
_WORDS = 14


def name(token: Tok) -> Part:
    """The name that a token holds, on one line, "v." written as it should be, without the words that lead to it."""
    called, (start, end) = _called(token.text)
    return Part(called, Span(token.start + start, token.start + end))


@lru_cache(maxsize=4096)
def _called(text: str) -> tuple[str, Span]:
    """The name in a text, and where it stands there: a case is cited again with other dates and paragraphs."""
    joint = _JOINT.match(text)
    skip = joint.end() if joint else 0
    if earlier := _EARLIER.match(text, skip):
        skip = earlier.end()
    if line := _LINE_ABOVE.match(text, skip):
        skip = line.end()
    skip = _behind_label(text, skip)
    skip = _behind_label(text, skip + lead_in(text[skip:]))
    written = text[skip:].rstrip()
    while found := _TAIL.search(written):
        written = written[: found.start()]
    return proper(written), Span(skip, skip + len(written))


def _behind_label(text: str, at: int) -> int:
    """Where the name begins behind the number of a note or a paragraph; `at` where there is none."""
    label = _LABEL.match(text, at)
    return label.end() if label else at


def title(token: Tok) -> Part:
    """The title of a case that is not called by its parties, without quotation marks and what leads to it."""
    found = _TITLE.search(token.text)
    start, end = found.span() if found else (0, len(token.text))
    return Part(_read.one_line(token.text[start:end]), Span(token.start + start, token.start + end))


def proper(written: str) -> str:
    """A name on one line, "v." and "c." as they should be."""
    return _VERSUS.sub(lambda each: " v. " if each[1] else " c. ", _read.one_line(written)).rstrip()


def below_heading(text: str, name: Span) -> int:
    """Where a name begins that the grammar joined with a heading above it, which an empty line sets apart."""
    versus = list(_VERSUS.finditer(text, *name))
    found = list(_EMPTY_LINE.finditer(text, name.start, versus[-1].start())) if versus else []
    start = _behind_label(text, found[-1].end()) if found else name.start
    return start + lead_in(text[start : name.end]) if found else start


def lead_in(text: str) -> int:
    """How many characters at the head of `text` lead to a name: "See, in " and the like."""
    found = _LEAD_IN.match(text)
    return found.end() if found else 0


def before(text: str, end: int, floor: int, *, surely: bool = False) -> Span | None:
    """The name without a respondent that ends at `end`: `Inze` of `Inze judgment of`.

    One in "v." has lost its respondent. `surely` where there must be a name, since a report or label of the Court
    follows: from where a citation begins on it may have words in small letters.
    """
    floor = max(floor, end - _REACH)
    opening = 0 if floor == 0 else None
    for each in _COURT.finditer(text, floor, end):
        floor = opening = each.end()
    if surely and (whole := _whole(text, end, floor, opening)):
        return whole
    found = _PARTY.search(text, floor, end)
    if found is None:
        return None
    if _BEHIND_VERSUS.search(text, floor, found.start()):
        return None
    start = found.start()
    if sentence := _SENTENCE_END.match(found["name"]):
        start += sentence.end()
    start += lead_in(text[start : found.end("name")])
    start += 4 * text.startswith("The ", start)
    name = text[start : found.end("name")]
    return Span(start, start + len(name)) if len(name) > 1 and is_party(name) else None


def _whole(text: str, end: int, floor: int, opening: int | None) -> Span | None:
    """All words from `opening`, where a citation begins, or from the last bracket or semicolon, if they are a name."""
    for each in _OPENING.finditer(text, floor, end):
        opening = each.end()
    found = _ANY_WORDS.match(text, opening, end) if opening is not None else None
    if found is None:
        return None
    start = found.start() + lead_in(found["name"])
    start += 4 * text.startswith("The ", start)
    name = text[start : found.end("name")]
    if len(name) < 2 or not is_party(name) or _SENTENCE.search(name) or _HARD.search(name):
        return None
    return Span(start, found.end("name"))


def court(text: str, start: int) -> int:
    """Where the Court's name begins that stands before `start`; `start` itself where there is none."""
    return next(
        (each.start() for each in _COURT.finditer(text, max(0, start - 40), start) if each.end() == start), start
    )


def is_party(text: str) -> bool:
    """Whether a name without a respondent can be a party's: `Inze`, not `Constitutional Court` or `Law`."""
    words = _ONE_WORD.findall(text)
    return _NO_PARTY.isdisjoint(word.lower() for word in words) and "Case" not in words and "Cases" not in words


def beginning(text: str, start: int, floor: int, *, surely: bool = False) -> int:
    """Where the name begins of which the grammar found the part from `start` on: `Mouvement raëlien suisse v.` has
    words that the grammar does not take for a name's. `start` itself where the words before are not the name's.

    `surely` where there must be a name, because "v." and a State follow.
    """
    floor = max(floor, start - _REACH)
    before = _LABEL.sub(lambda each: ";" + " " * (len(each[0]) - 1), text[floor:start])
    if surely:
        before = _BRACKETED.sub(lambda each: "X" * len(each[0]), before)
    if found := _PREFIX.search(before):
        first = floor + found.start()
        return beginning(text, first, floor, surely=surely)
    stops = reversed(list((_HARD if surely else _STOP).finditer(before)))
    stop = next((each.end() for each in stops if not _is_of_body(each, before)), 0)
    if not stop and floor and floor == start - _REACH:
        return start
    words = before[stop:]
    bare = words.lstrip(" ,\t")
    bare = bare[lead_in(bare) :]
    opens = bare[:1].isupper() or bare[:1].isdecimal() or (surely and not stop and bare[:1] in "?-\u201c\u201e")
    if (
        not (bare and opens)
        or len(bare.split()) > _WORDS
        or bare[-1:] not in " -\u2013"
        or (not surely and _SENTENCE.search(bare[_counted(bare, before, stop) :].replace(" on behalf of ", " of ")))
    ):
        return start
    return start - len(bare)


def _counted(words: str, before: str, stop: int) -> int:
    """How long the number is with which a name begins where a citation does: `15 Foreign Students`."""
    found = re.match(r"[0-9]{1,3}\s+", words)
    return found.end() if found and (not stop or before[stop - 1] in "(;") else 0


def _is_of_body(found: re.Match[str], before: str) -> bool:
    """Whether a word such as "in" belongs to the name of a body: `Association of Property Owners in Łódź`."""
    return (
        found[0].lower() in _SOFT and _BODY.search(before[max(0, found.start() - _REACH) : found.start()]) is not None
    )
