"""Texts that are meant to hurt: one piece over and over, pieces with a running number, and markup that is never closed.

`inputs()` gives each by its name: the ending of its file, and a function from a size in characters to the text.
"""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Input = tuple[str, "Callable[[int], str]"]

# What any reader and any expression may meet; each is read in every format.
PIECES = {
    "A/": "A/",
    "no.": "no. ",
    "round brackets": "(((",
    "square brackets": "[[[",
    "closing brackets": ")]}",
    "braces": "{{{",
    "digits": "1234567890",
    "digits apart": "1 2 3 4 ",
    "slashes": "/",
    "hyphens": "A-",
    "dashes": "\u2013 ",
    "dots": ". . . ",
    "commas": ", ",
    "semicolons": "; ",
    "asterisks": "***",
    "italic words": "*a b*, ",
    "open italics": "*a ",
    "underscores": "_a ",
    "backticks": "`` ` ",
    "backslashes": "\\a\\",
    "straight quotes": '"',
    "quoted": '"Abc", ',
    "opening quotes": "\u201cAbc ",
    "closing quotes": "Abc\u201d ",
    "guillemets": "\u00ab\u00a0Abc ",
    "apostrophes": "\u2019s a\u2019 ",
    "combining marks": "e\u0301",
    "only combining marks": "\u0301",
    "zero width": "\u200b",
    "soft hyphens": "a\u00ad",
    "NUL": "\0",
    "right to left": "\u200f\u202e",
    "line separators": "\u2028",
    "page breaks": "a\f",
    "no-break spaces": "\u00a0",
    "spaces": " ",
    "tabs": "\t",
    "newlines": "\n",
    "blank lines": "a\n\n",
    "carriage returns": "\r",
    "outside the first plane": "\U0001d504",
    "surrogates": "\ud800",
    "ideographs": "\u5b89\u7406\u4f1a",
    "letters": "abcdefghij",
    "capital letters": "ABCDEFGHIJ",
    "capitals": "Aaa Bbb Ccc ",
    "capitals on lines": "Aaa Bbb\nCcc Ddd\n",
    "small words": "aaa bbb ccc ",
    "of the": "of the Committee ",
    "lines": "x" * 80 + "\n",
    "set in": "    a b\n",
    "superscripts": "a\u00b9 ",
    "note marks": "a.1 ",
    "notes": "1 See a.1\n\n",
    "bullets": "\u2022 a\n",
    "numbered lines": "1. a\n",
    "roman lines": "IV. A\n",
    "headings": "ANNEX I\nTitle\n\n",
    "rules": "_____\n",
    "entities": "&amp;",
    "open entities": "&#",
    "less than": "<",
    "tags": "<a ",
    "attributes": '<a b="',
    "closed tags": "<i>a</i>",
    "open tags": "<div>",
    "closing tags": "</div>",
    "comments": "<!--",
    "comment ends": "-->",
    "declarations": "<!",
    "sup": "<sup>1",
    "suppressions": "<!-- juslint: ignore[link-empty] a -->",
    "open suppressions": "<!-- juslint: ignore[",
    "suppression lists": "<!-- juslint: ignore[" + "link-empty, " * 30 + "] -->\n",
    "latex suppressions": "% juslint: ignore[link-empty] a\n",
    "links": "[a](b) ",
    "open links": "[a](",
    "open targets": "[a](<b",
    "images": "![",
    "note labels": "[^a] ",
    "definitions": "[a]: b\n",
    "quotations": "> ",
    "list items": "- ",
    "items in items": "- 1. ",
    "fences": "```\n",
    "tables": "| a | b |\n| --- | --- |\n",
    "underlined": "a\n===\n",
    "set commands": "\\emph{a ",
    "commands": "\\a{b}[c]",
    "begins": "\\begin{a}",
    "ends": "\\end{quote}",
    "notes in notes": "\\footnote{a",
    "dollars": "$a$ $$",
    "percents": "%a\n",
    "verbs": "\\verb|a ",
    "options": "\\item[",
    "hrefs": "\\href{a}{",
}

# Words that begin something in a family or a rule.
WORDS = {
    "v.": "Smith v. ",
    "v. v.": "v. ",
    "v. a State": "Smith v. the United Kingdom ",
    "J v. S": "J. v. ",
    "A v. B v.": "A v. B v. ",
    "case of": "Case of X v. ",
    "cases of": "cases of A and B v. C and Others v. D, ",
    "and": "and ",
    "people and": "Smith and Jones and ",
    "people": "Smith, Jones, ",
    "people et al.": "Smith et al., ",
    "initials": "A. B. C. ",
    "initials close": "A.B.C.",
    "initials and names": "P. K. Smith, J. R. Jones, ",
    "capital initials": "A B C D ",
    "hyphenated": "Ab-Cd E.F. and ",
    "see": "See Smith, cited above; ",
    "see also": "see also ",
    "ibid.": "ibid. ",
    "ibid. page": "Ibid., p. 5; ",
    "id.": "Id. at 5. ",
    "op. cit.": "Smith, op. cit., p. 5, ",
    "note above": "Smith, Title (note 5 above), ",
    "supra": "supra note 5, ",
    "paragraph signs": "\u00a7",
    "sections": "\u00a7 12, ",
    "sections and": "\u00a7\u00a7 1, 2 and ",
    "paragraphs": "paras. 1, 2 and ",
    "pages": "pp. 1-2, ",
    "articles": "Article 6 \u00a7 1, ",
    "articles of": "article 6 of the ",
    "application numbers": "nos. 12345/06, ",
    "application": "application no. ",
    "judgment": "judgment of ",
    "judgments": "judgment of 1 May 2000, ",
    "grand chamber": "[GC], ",
    "reports": "ECHR 2003-XII, ",
    "series": "Series A no. 1, ",
    "collection": "Reports 1998-II, ",
    "decision": "(dec.), no. 1/02, ",
    "court": "European Court of Human Rights, ",
    "ecli": "ECLI:CE:ECHR:2010:",
    "eclis": "ECLI:EU:C:2010:1, ",
    "hudoc": "https://hudoc.echr.coe.int/eng?i=001-",
    "commission": "Commission decision of ",
    "resolution": "resolution ",
    "resolutions": "resolution 60/1, ",
    "list of resolutions": "resolutions 60/1, 60/2, ",
    "its resolution": "in its resolution 5/1 and ",
    "number and year": "822 (1993), ",
    "recalling": "Recalling also resolutions ",
    "General Assembly": "General Assembly ",
    "Security Council": "Security Council resolution ",
    "decisions": "decision 2000/288 ",
    "statement": "statement by the President of the ",
    "statements": "S/PRST/2004/36 of ",
    "symbol": "S/2020/1 and ",
    "symbols": "A/77/1, ",
    "joint symbols": "A/74/676-S/2020/90-",
    "spaced symbols": "A / 77 / ",
    "symbol and blanks": "A/77/\n\n\n\n",
    "corrections": "A/77/1/Corr.1/Add.2/Rev.",
    "treaty bodies": "CCPR/C/GC/36, ",
    "agenda": "Agenda items 1, 2 (a) and ",
    "circulated": "circulated under agenda items 3 to 5, ",
    "masthead": "Distr.: General 3 March 2021\n",
    "sessions": "Seventy-fifth session\n",
    "session": "at its seventy-fifth session, ",
    "meeting": "4567th meeting ",
    "official records": "Official Records of the General Assembly, ",
    "supplement": "Sixtieth Session, Supplement No. 1 ",
    "letter": "letter ",
    "letter dated": "letter dated 12 May 1990 from ",
    "letter from to": "Letter dated from to from to ",
    "letter to the": "Letter dated 1 May 2020 from the Permanent Representative of ",
    "letters": "letters dated 1, 2 and 3 May 1990 ",
    "identical letters": "identical letters dated ",
    "addressed": "addressed to the ",
    "dated": "dated ",
    "dates": "12 May 1990, ",
    "months": "May ",
    "years": "(1990) ",
    "number signs": "No. 1, No. ",
    "volume": "vol. 3, ",
    "treaty": "Convention on the ",
    "treaties": "Convention on the Rights of the Child, ",
    "treaty series": "United Nations, Treaty Series, vol. 999, No. 14668, ",
    "ETS": "ETS No. 5, ",
    "statute": "Rome Statute of the ",
    "protocol": "Protocol No. 7 to the ",
    "recommendation": "Recommendation Rec(2003)5 of the ",
    "CM": "CM/Rec(2010)5, ",
    "PACE": "Resolution 1416 (2005) of the ",
    "venice": "CDL-AD(2010)001, ",
    "ICJ": "I.C.J. Reports 1986, p. 14, ",
    "ICJ case": "Case concerning the ",
    "ICTY": "Prosecutor v. Tadi\u0107, ",
    "ICTY numbers": "IT-94-1-A, ",
    "IACtHR": "Series C No. 1, ",
    "CJEU": "Case C-1/10 ",
    "CJEU name": "C-1/10 Commission v ",
    "state": "the Republic of ",
    "of the a": "of the ",
    "organisation": "Human Rights Watch, ",
    "article": '"Title", Journal, vol. 3, ',
    "article of": "\u201cTitle\u201d, ",
    "quotes in": "\u201cTitle\u201d, in ",
    "italic titles": "A. Smith, *Title*, ",
    "book": "Smith, Title (Oxford, Oxford University Press, 2010), ",
    "imprint": "(Press, 2010), pp. 1",
    "edited by": "in A. Smith (ed.), ",
    "eds": "(eds.), ",
    "edition": "2nd ed., ",
    "journal": "American Journal of International Law, ",
    "volume and pages": "12 AJIL 34 ",
    "newspaper": "New York Times, 1 May 1990, ",
    "web": "available at ",
    "accessed": "(accessed on 1 May 1990) ",
    "address": "https://a.b/c ",
    "addresses": "http://",
    "open addresses": "http://(",
    "address chain": "http://a.b/http://",
    "undocs": "https://undocs.org/A/77/1 ",
    "www": "www.a(a",
    "broken address": "https://a.b/\nc-",
    "DOI": "doi:10.1/",
    "ISBN": "ISBN 978-",
    "hereinafter": "(hereinafter \u201cthe Court\u201d), ",
    "short form": "(\u201cthe Convention\u201d) ",
    "the Convention": "the Convention, ",
    "quoted in": "quoted in ",
    "cited in": "cited in Smith, ",
    "report of": "Report of the Special Rapporteur on ",
    "reports of": "Report of the Secretary-General, ",
    "statement of": "Statement by ",
    "statement by": "Statement by Mr. Smith, 1 May 1990, ",
    "annex": "annex, ",
    "chapter": "chap. IV, sect. B, ",
    "pinpoints": "S/2020/1, para. 1, annex II, p. 3, ",
    "reference": "Fatullayev v. Azerbaijan, no. 40984/07, \u00a7 87, 22 April 2010; ",
    "two dates": "Handyside v. the United Kingdom, 7 December 1976, ",
    "capital names": "HANDYSIDE v. THE UNITED KINGDOM, ",
    "name only": "the Handyside case, ",
}

# The same with another number each time: what is compared with everything before it shows.
NUMBERED = {
    "other resolutions": "General Assembly resolution 60/{n}, ",
    "other years": "Security Council resolution {n} (1993), ",
    "one resolution, other years": "Security Council resolution 822 ({y}), ",
    "other symbols": "A/77/{n}, ",
    "other reports": "S/{y}/{n} and A/{y}/{n}/Add.{n}.\n\n",
    "other cases": "Name{n} v. Azerbaijan, no. {n}/07, 22 April 2010; ",
    "one case, other numbers": "Fatullayev v. Azerbaijan, no. {n}/07, ",
    "one case, other dates": "Fatullayev v. Azerbaijan, no. 40984/07, {d} April {y}; ",
    "other names": "Fatullayev{n} v. Azerbaijan, no. 40984/07; ",
    "words for names": "{w} v. Austria; {w}, cited above; ",
    "other letters": "Letter dated {d} May {y} from the Permanent Representative of Chile, S/{y}/{n}.\n\n",
    "one letter, other dates": "Letter dated {d} May {y} from Human Rights Watch to the President of Chile.\n\n",
    "letters from others": "Letter dated 1 May 1990 from {w} to {w}.\n\n",
    "other books": "A. {w}, *Title {w}* (Oxford, Oxford University Press, {y}), p. {n}.\n\n",
    "one book, other years": "A. Smith, *The Law of Things* (Oxford, Oxford University Press, {y}), p. {n}.\n\n",
    "one book, other authors": "A. {w}, *The Law of Things* (Oxford, Oxford University Press, 1990).\n\n",
    "other articles": "A. {w}, \u201cTitle {w}\u201d, Journal of Things, vol. {n} ({y}), p. {n}.\n\n",
    "one article, other volumes": "A. Smith, \u201cThe Law\u201d, Journal of Things, vol. {n} ({y}), p. {n}.\n\n",
    "other links": "[A/77/{n}](https://undocs.org/A/77/{n}) ",
    "wrong links": "[A/77/{n}](https://undocs.org/A/78/{n}) ",
    "empty links": "[A/77/{n}](#) ",
    "other addresses": "https://a.b/{n}/{w} ",
    "one address, other ways": "https://a.b/c?d={n}#{w} ",
    "other definitions": "[a{n}]: b{n}\n[a{n}] ",
    "other notes": "a[^{n}] b\n\n[^{n}]: See Smith, op. cit., p. {n}.\n\n",
    "notes upwards": "a{u} b.\n",
    "other suppressions": "<!-- juslint: ignore[link-empty] {n} -->\n[a](#)\n",
    "short forms": "{w} v. Austria, no. {n}/07, 22 April 2010 (\u201c{w}\u201d); {w}, \u00a7 {n}.\n\n",
    "explained": "the {w} Committee (\u201c{w}\u201d) and {w}, ",
    "other treaties": "United Nations, Treaty Series, vol. {n}, No. {n}, ",
    "other bodies": "resolution {n}/1 of the {w} Council, ",
    "two dates of one resolution": "General Assembly resolution 60/1 of 1{a} September 2005, ",
    "two years of one book": "A. Smith, *The Law of All Things* (Oxford, Oxford University Press, 199{a}), p. {n}.\n\n",
    "two dates of one letter": "Letter dated 1{a} May 1990 from Human Rights Watch to the Ministry of Arts.\n\n",
    "two authors of one title": "A. Smith{a}, \u201cThe Law of All Things\u201d, Things, vol. 3 (1990), p. {n}.\n\n",
    "one letter": "Letter dated 1 May 1990 from Human Rights Watch to the Ministry of Justice.\n\n",
    "letters told of": "Letter dated {d} May {y} from {w} Watch to the Office of {w}. {w} wrote on 1{a} May.\n\n",
    "other dates of one resolution": "General Assembly resolution 60/1 of {d} May {y}, ",
    "short titles": "A/77/{n} (hereinafter \u201cKosovo Report {w}\u201d). The Kosovo Reports {w}.\n\n",
    "annexes": "He wrote to them on {d} May 1990 (Annex {n}).\n\nAnnex {n}: Letter to them, {d} May 1990\n",
    "other items": "Agenda item {n}\n\n",
    "other headings": "# {w} {n}\n\nSee resolution 5/{n}.\n\n",
    "notes below": "See text.{n} And more words here.\n\n{n} See Smith, cited above, \u00a7 {n}.\n\n",
    "newspapers": "A. {w}, \u201cTitle {w}\u201d, New York Times, {d} May {y}.\n\n",
    "web pages": "{w} Watch, \u201cTitle\u201d, {d} May {y}, available at https://a.b/{n} (accessed 1 May 2010).\n\n",
    "statements": "Statement by {w}, {d} May {y}, S/PV.{n}.\n\n",
    "reports of others": "{w} Watch, *Title {w}: More of It* ({y}), p. {n}.\n\n",
    "chapters": "A. {w}, \u201cTitle\u201d, in B. {w} (ed.), *Book {w}* (Oxford, Press, {y}), pp. {n}-{n}9.\n\n",
    "Court of Justice": "Case C-{n}/10 {w} v Commission, EU:C:{y}:{n}, ",
    "World Court": "{w} (Chile v. Peru), Judgment, I.C.J. Reports {y}, p. {n}.\n\n",
    "Council of Europe": "Recommendation CM/Rec({y}){d}, Resolution {n} ({y}), ETS No. {d}, ",
    "labels": "\\label{{{w}}} \\ref{{{w}}} \\cite{{{w}}} ",
    "macros": "\\newcommand{{\\{w}}}{{{w}}} \\{w} ",
    "ids": '<p id="{w}"><a href="#{w}">{n}</a> S/2020/{n}</p>\n',
    "anchors": '<a name="fn{n}" href="#r{n}">[{n}]</a> See S/2020/{n}. ',
}

_MIDDLES = {
    ".md": {
        "lists in lists": ("- ", "a\n", ""),
        "lists deeper": None,
        "quotations in quotations": ("> ", "a\n", ""),
        "strong in strong": ("**a ", "b", "**"),
        "brackets in brackets": ("[", "a", "](b)"),
        "brackets closed": ("[", "a", "]"),
        "pictures in pictures": ("![", "a", "](b)"),
        "round in links": ("(", "[a](", ")"),
        "tags in tags": ("<b>", "a", "</b>"),
    },
    ".html": {
        "div": ("<div>", "a", "</div>"),
        "lists": ("<ul><li>a", "b", "</li></ul>"),
        "tables": ("<table><tr><td>", "a", "</td></tr></table>"),
        "quotations": ("<blockquote><p>", "a", "</p></blockquote>"),
        "links": ('<a href="b">', "a", "</a>"),
        "emphasis": ("<i>a<b>", "a", "</b></i>"),
        "notes": ("<sup><a href='#a'>", "1", "</a></sup>"),
        "crossed": ("<i><b></i>", "a", "</b>"),
    },
    ".tex": {
        "braces": ("{a", "b", "}"),
        "emphasis": ("\\emph{a ", "b", "}"),
        "notes": ("\\footnote{a", "b", "}"),
        "environments": ("\\begin{quote}a\n", "b", "\\end{quote}\n"),
        "options": ("\\item[{", "a", "}]"),
        "links": ("\\href{a}{b", "c", "}"),
    },
}


def repeated(piece: str, size: int) -> str:
    """A piece over and over, `size` characters of it."""
    return (piece * (size // len(piece) + 1))[:size]


def numbered(form: str, size: int) -> str:
    """A piece over and over with running values.

    `n` number, `a` 0 or 1, `y` year, `d` day, `w` word, `u` number written above.
    """
    parts, length = [], 0
    for n in count(1):
        part = form.format(n=n, a=n % 2, y=1950 + n % 70, d=1 + n % 28, w=word(n), u=str(n).translate(_ABOVE))
        parts.append(part)
        length += len(part)
        if length >= size:
            return "".join(parts)
    raise AssertionError


_ABOVE = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_SYLLABLES = ("ba", "de", "fi", "go", "lu", "ma", "ne", "ri", "so", "tu")


def word(number: int) -> str:
    """A capitalised word for each number, none like its neighbours."""
    return "".join(_SYLLABLES[int(digit)] for digit in str(number)[::-1]).capitalize()


def nested(opening: str, middle: str, closing: str, size: int) -> str:
    """Something in itself, as deep as the size allows."""
    depth = (size - len(middle)) // (len(opening) + len(closing))
    return opening * depth + middle + closing * depth


def _deeper(size: int) -> str:
    """A list one level deeper in each line: its size is the square of its depth."""
    depth = int(size**0.5)
    return "".join("  " * level + "- a\n" for level in range(depth))


def _words_on_lines(piece: str, end: str) -> str:
    return piece.rstrip() + end


def inputs() -> Iterator[tuple[str, Input]]:
    """Every input by its name."""
    for kind, pieces in (("piece", PIECES), ("words", WORDS)):
        for name, piece in pieces.items():
            yield f"{kind}: {name}", (".txt", lambda size, piece=piece: repeated(piece, size))
            if kind == "piece":
                for suffix in (".md", ".html", ".tex"):
                    yield f"{kind}: {name} {suffix}", (suffix, lambda size, piece=piece: repeated(piece, size))
            else:
                lines = _words_on_lines(piece, "\n")
                yield f"{kind}: {name}, on lines", (".txt", lambda size, lines=lines: repeated(lines, size))
                apart = _words_on_lines(piece, "\n\n")
                yield f"{kind}: {name}, apart", (".txt", lambda size, apart=apart: repeated(apart, size))
                yield f"{kind}: {name} .md", (".md", lambda size, piece=piece: repeated(piece, size))
    for name, form in NUMBERED.items():
        for suffix in (".txt", ".md", ".html", ".tex"):
            yield f"numbered: {name} {suffix}", (suffix, lambda size, form=form: numbered(form, size))
        flat = form.replace("\n", " ")
        if flat != form:
            yield f"numbered: {name}, on one line", (".txt", lambda size, flat=flat: numbered(flat, size))
    for suffix, middles in _MIDDLES.items():
        for name, parts in middles.items():
            build = _deeper if parts is None else lambda size, parts=parts: nested(*parts, size)
            yield f"nested: {name} {suffix}", (suffix, build)
