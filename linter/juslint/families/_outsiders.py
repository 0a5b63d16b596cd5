"""Whether a number in words is that of a body outside the United Nations: "resolution 8/2020 of the board".

Shareholders, boards, town councils and parliaments number their resolutions as the Security Council does. A body that
stands right behind a number, right in front of it, or that adopts it says whose it is. "The council" alone, in small
letters too, may be one of the United Nations': it says nothing.
"""

from __future__ import annotations

import re

_NOUNS = (  # bodies that are none of the United Nations', however their names begin
    r"(?:share|stock|bond|policy|debenture)[\s-]?holders|trustees|creditors|tenants|partners|residents"
    r"|owners|directors|governors"
    r"|board|senate|parliament|government|cabinet|ministry|minister|municipality|mayor|union"
    r"|association|societ(?:y|ies)|congress"
    r"|court|tribunal|bank|authority|agency|club|league|federation|company|faculty|university|school"
    r"|hospital|party|plenum"
    r"|presidium|synod|chamber|legislature|meeting|convention|cooperative|foundation|institute|office|bar|house|duma"
    r"|regulator|inspectorate|prefecture|prefect|governor|commissioner|corporation|cantons?|bundesrat|bundestag"
    r"|directorate"
)
_SHARED = r"council|assembly|commission|committee|conference"  # of both: these need a word in front
_KINDS = (  # words in front of a body that the United Nations' have not
    r"municipal|city|town|county|village|parish|district|regional|local|provincial|cantonal|communal|borough"
    r"|city’s|works"
    r"|management|supervisory|administrative|legislative|national|state|federal|general|student|students[’']"
    r"|faculty|academic|university"
    r"|shareholders[’']|company|company’s|audit|election|electoral|disciplinary|appeals?|steering|staff"
    r"|executive|constituent"
    r"|legislature|people’s|church|diocesan|bar|medical|press|school|arbitration|competition|central|founding"
    r"|ad\s+hoc"
)
_WORD = r"[a-zà-öø-ÿ]+(?:[’'-][a-z]*)*"
_BODY = rf"(?:(?:{_WORD}\s+){{0,3}}?(?:{_NOUNS})|(?:{_WORD}\s+){{0,2}}?(?:{_KINDS})\s+(?:{_WORD}\s+)?(?:{_SHARED}))"
_PROPER = (  # of capitalised names, those that the words before (`_organs`) do not know
    r"(?:[A-Z][\w’'-]+\s+(?:(?:of|on|for|the|and|de)\s+){0,3}){0,5}"
    r"(?:Shareholders|Directors|Trustees|Ministers|Governors|Ministry|Cabinet|Government|Representatives"
    r"|Deputies|Commons|Lords|Mayor|Municipality"
    r"|Supreme\s+Court|Faculty|University|Company|Club|Plenum|Presidium|Chamber|Rada|Seimas|Sejm"
    r"|Parliament|Congress|Senate|Churches|Bundestag|Bundesrat|Riksdag|Storting|Althing)"
)
_ARTICLE = r"(?:the|its|their|our|this|that|a|an|each|such)"
_OURS = re.compile(  # names of the United Nations' bodies, however their letters are set
    r"security\s+council|general\s+assembly|human\s+rights|social\s+council|trusteeship|\bunited\b|\bUN\b"
    r"|parliamentary\s+assembly|governing\s+council|council\s+of\s+europe|conference\s+of\s+the\s+parties"
    r"|executive\s+board|committee\s+of\s+ministers",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:of|by|from|(?:adopted|passed|taken|approved|issued)\s+(?:by|at))\s+"
    rf"(?:{_ARTICLE}\s+{_BODY}|(?:the\s+)?{_PROPER})"
    r"\b(?![’'-]?\w)"
)
_OWNED = re.compile(
    rf"(?:\b[Tt]he\s+|\b[Oo]ur\s+|\b[Ii]ts\s+|\b[Tt]heir\s+|\b){_BODY}(?:[’']s?)?"
    r"\s+(?:own\s+|new\s+|draft\s+)?$"
)
_ACTED = re.compile(
    rf"(?:^|[.;:,]\s+|\b)(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]|[Tt]his|[Tt]hat)\s+{_BODY}|{_PROPER})"
    r"(?:\s+of\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+)?)?"
    r"(?:\s+(?:has|had|have|then|also|later|itself|unanimously)){0,2}"
    r"\s*(?:,?\s+(?:in|by|under|through|with)\s+(?:its|their|a|the)(?:\s+own)?"
    r"|(?:adopted|passed|approved|carried|issued|took|rejected|annulled|repealed|amended)(?:\s+(?:the|its|a|their))?)"
    r"\s+(?:own\s+|new\s+|draft\s+)?$"
)
_AROUND = 40  # characters in front of its name that may make it the name of another
_FRENCH = re.compile(  # "résolution 215 (2018) du conseil municipal", never "du Conseil de sécurité"
    r"\s*,?\s*(?:(?:adoptée|prise)\s+par\s+(?:les?\s+|la\s+|l[’'])|du\s+|des\s+|de\s+la\s+|de\s+l[’']|d[’'])"
    r"(?:[Cc]onseil\s+(?:municipal|communal|régional|général|départemental|national|d[’']administration"
    r"|de\s+surveillance|des\s+ministres)"
    r"|actionnaires|associés|gouvernement|[Pp]arlement|[Ss]énat|ministère|ministre|maire|mairie|syndicat|comité\s+d[’']entreprise"
    r"|assemblée\s+(?:nationale|générale\s+des\s+\w+|des\s+\w+|communale|municipale))\b"
)
_REACH = 160  # characters in front of a number in which the body stands that adopted it
_LAST = re.compile(r"([\w’'-]+)\s+(?:(?:own|new|draft)\s+)?$")
_ENDS = re.compile(rf"(?:{_NOUNS}|{_SHARED})(?:[’']s?)?")
_VERB = re.compile(
    r"\s(?:in|by|under|through|with|adopted|passed|approved|carried|issued|took|rejected|annulled|repealed|amended)\s+$"
)
_ITS = re.compile(r"\s(?:its|their|the|an?)\s+(?:(?:own|new|draft)\s+)?$|\s(?:own|new|draft)\s+$")


def outside(text: str, low: int, lead: int, end: int) -> bool:
    """Whether such a body stands behind the number that ends at `end`, or acts in front of its words at `lead`."""
    after = _AFTER.match(text, end, end + 200)
    if after and not _OURS.search(after[0]):
        return True
    if _FRENCH.match(text, end, end + 120):
        return True
    before = text[max(low, lead - _REACH) : lead]
    last = _LAST.search(before[-40:])
    if last is None:
        return False
    if _ENDS.fullmatch(last[1]) and _says(_OWNED, before):
        return True
    verb = _VERB.search(_ITS.sub(" ", before[-60:]))
    return verb is not None and _says(_ACTED, before)


def _says(pattern: re.Pattern[str], before: str) -> bool:
    found = pattern.search(before)
    return found is not None and not _OURS.search(re.split(r"[.;:]\s", before[max(0, found.start() - _AROUND) :])[-1])
