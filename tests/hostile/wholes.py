"""Texts whose head or end makes a rule look at all the rest: lists of references or annexes, notes, short titles.

`WHOLES` gives for each name a function from a size in characters to the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hostile.making import filled, nested, numbered, repeated

if TYPE_CHECKING:
    from collections.abc import Callable

_CITED = "Three studies speak of it (Hearn 2009; Pak 2014; Yusupova 2019).\n\n"
_LIST = (
    "## References\n\n"
    "Hearn, J. 2009. *Handbook of Small Tributaries*. London: Causeway Press.\n\n"
    "Pak, M. 2014. \u201cCustom on the Isfara.\u201d *Water Journal* 30 (2): 11\u201328.\n\n"
    "Yusupova, D. 2019. \u201cEvaporation.\u201d *Water Journal* 35 (1): 77\u201390.\n\n"
)
_SMITH = "Smith, J., *Title of {w}* (Oxford, Oxford University Press, {y}), p. {n}.\n\n"
_BOOK = "Smith, J., *Title of Things* (Oxford, Oxford University Press, 1990), p. 5.\n\n"


def author_date(cited: str, entry: str) -> Callable[[int], str]:
    """Citations by author and year, and the list that they lead to."""
    return lambda size: f"{_CITED}{numbered(cited, size // 2)}\n\n{_LIST}{numbered(entry, size // 2)}"


def before_list(piece: str) -> Callable[[int], str]:
    """A piece over and over, in a text whose citations by author and year are looked at."""
    return lambda size: f"{_CITED}{repeated(piece, size)}\n\n{_LIST}"


def noted(call: str, note: str) -> Callable[[int], str]:
    """A text that calls notes in order, and the notes behind it."""

    def build(size: int) -> str:
        each = range(1, max(3, size // (len(filled(call, 9999)) + len(filled(note, 9999)))))
        return "".join(filled(call, n) for n in each) + "\n\n" + "".join(filled(note, n) for n in each)

    return build


def annexed(said: str, entry: str) -> Callable[[int], str]:
    """A text that points to annexes, and a list of as many as can be numbered."""

    def build(size: int) -> str:
        most = min(999, size // 60)
        told = (said.replace("{n}", str(n % most + 1)) for n in range(size // len(said)))
        listed = "".join(filled(entry, n) for n in range(1, most + 1))
        return "".join(filled(one, n) for n, one in enumerate(told)) + "\n\n" + listed

    return build


def once(head: str, piece: str, end: str = "") -> Callable[[int], str]:
    """A piece with running values behind a head."""
    return lambda size: f"{head}{numbered(piece, size)}{end}"


def slips(sentence: str) -> Callable[[int], str]:
    """A sentence over and over, every other time with another letter at another place."""

    def build(size: int) -> str:
        said = (
            f"{sentence}\n\n{sentence[: n % len(sentence)]}{chr(97 + n % 26)}{sentence[n % len(sentence) + 1 :]}\n\n"
            for n in range(size // (2 * len(sentence) + 4))
        )
        return "".join(said)

    return build


def _long_note(size: int) -> str:
    """One note of half the text, and hundreds of others that point to it."""
    each = range(2, max(3, min(999, size // 80)))
    calls = "".join(f"e[^{n}] " for n in each)
    others = "".join(filled("[^{n}]: {w}, note 1 above, p. 5.\n\n", n) for n in each)
    return f"a[^1] {calls}\n\n[^1]: {numbered('{w} ', size // 2)}\n\n{others}"


_ENTRY = "{w}, J. {y}. *Title of {w}*. London: Causeway Press.\n\n"
WHOLES: dict[str, Callable[[int], str]] = {
    "slips of a sitting": slips("See Dr Rochelle Ball, Committee Hansard, Canberra, 18 September 2019, p. 7."),
    "slips of a book": slips("Smith, J., *Title of Things* (Oxford, Oxford University Press, 1990), p. 5."),
    "slips of a letter": slips("Letter dated 12 May 1990 from Human Rights Watch to the Ministry of Arts, S/2020/123."),
    "slips of a web page": slips(
        "Watch, \u201cA Title of Things\u201d, 12 May 2019, available at https://a.org/things/b12."
    ),
    "slips of a case": slips(
        "Fatullayev v. Azerbaijan, no. 40984/07, \u00a7 87, 22 April 2010; I.C.J. Reports 1986, p. 14."
    ),
    "other entries": author_date("({w} {y}) ", _ENTRY),
    "one entry": author_date("(Hearn 2009) ", "Hearn, J. 2009. *Handbook of Tributaries*. London: Press.\n\n"),
    "entries of one author": author_date("(Hearn {y}) ", "Hearn, J. {y}. *Handbook of {w}*. London: Press.\n\n"),
    "titles and years": author_date("*Title of {w}* ({y}). ", _ENTRY),
    "one title and years": author_date(
        "*Title of Things* ({y}). ", "{w}, J. {y}. *Title of Things*. London: Press.\n\n"
    ),
    "headings of lists": lambda size: f"{_CITED}{repeated('References' + chr(10) * 2, size)}{_LIST}",
    "capitals before a list": before_list("ABCDEFGHIJ"),
    "small letters before a list": before_list("bcdefghij"),
    "people before a list": before_list("Smith, Jones, "),
    "people and before a list": before_list("Smith and Jones and "),
    "hyphens before a list": before_list("A-"),
    "names before a list": before_list("Aaa of the Bbb "),
    "years before a list": before_list("2009, (1999) "),
    "short forms of others": once(
        "", "{w}, J., *Title of {w}* (Oxford, OUP, {y}), p. {n}.\n\n{w}, Title of {w}, p. 5.\n\n"
    ),
    "short forms of one author": once("", _SMITH + "Smith, Title of {w}, p. 5.\n\n"),
    "short forms by year": once("", _SMITH + "Smith ({y}), p. 5. Smith {y}, 5.\n\n"),
    "short forms of one work": once("", _BOOK + "Smith, Title of Things, p. 5.\n\n"),
    "short forms beside others": once("", _BOOK + "{w}, cited above, \u00a7 5. Smith, Title of Things, p. 5.\n\n"),
    "op. cit. of one author": once("", _SMITH + "Smith, op. cit., p. 5.\n\n"),
    "a word off a title": once(
        "", "{w}, J., *Title of {w}* (Oxford, OUP, {y}), p. {n}.\n\n{w}, *Title of No*, {n}.\n\n"
    ),
    "listed, APA": once("## References\n\n", "Malcolm, N. ({y}). {w}: A short history. Macmillan.\n\n"),
    "listed, Harvard": once("", "Roe{w}, J. and Doe, J. ({y}) \u2018Title\u2019, Journal, 84({n}), pp. 3\u20137.\n\n"),
    "listed, MLA": once("", "Crawford, James. Title {w}. 2nd ed., Oxford UP, {y}.\n\n"),
    "listed without years": once("", "Crawford, James. Title.\n\n", "1990"),
    "notes in brackets": noted("war [{n}] and ", "[{n}] See Smith, p. {n}.\n\n"),
    "notes in round brackets": noted("war ({n}) and ", "({n}) See Smith, p. {n}.\n\n"),
    "notes glued": noted("war.{n} And ", "{n} See Smith, p. {n}.\n\n"),
    "lists in brackets": lambda size: repeated("[1] a\n\n[2] b\n\n", size),
    "pointers of others": noted("a[^{n}] b ", "[^{n}]: {w}, note {p} above, p. 5.\n\n"),
    "pointers of one": noted("a[^{n}] b ", "[^{n}]: Smith, note 5 above, p. 5.\n\n"),
    "pointers from full notes": noted(
        "a[^{n}] b ", "[^{n}]: J. Smith, *Things* (Oxford, OUP, 1990), Roe, note 7 above.\n\n"
    ),
    "pointers without names": noted("a[^{n}] b ", "[^{n}]: Letter of Byrne to Roe about {w} (note {p} above).\n\n"),
    "ibid. and sources": noted("a[^{n}] b ", "[^{n}]: Ibid., p. 5; A/77/{n}; A/78/{n}.\n\n"),
    "op. cit. in notes": noted("a[^{n}] b ", "[^{n}]: {w}, op. cit., p. 5.\n\n"),
    "pointers to a long note": _long_note,
    "pointers in one note": lambda size: (
        f"a[^1] b[^2]\n\n[^1]: x\n\n[^2]: {numbered('{w} of things (note 1 above), ', size)}\n"
    ),
    "quotations and notes": noted(
        "It said \u201calpha beta {w} gamma delta one two three\u201d[^{n}] b ",
        "[^{n}]: See note {p} above; \u201cquoted words {w} of this\u201d.\n\n",
    ),
    "dates of reports": once("", "The report of {d} May {y} on {w} was read.\n\n"),
    "one date and another": once(
        "", "The report of 12 May 1990 on Biafra was read.\n\n", "The report of 21 May 1990 on Biafra."
    ),
    "quoted words": once("", "\u201calpha beta {w} gamma delta epsilon\u201d was said.\n\n"),
    "quoted words in pairs": once(
        "", "He said \u201c{w} bb{n} same cc{n} dd{n}\u201d.\n\nHe said \u201c{w} bb{n} cam{w} cc{n} dd{n}\u201d.\n\n"
    ),
    "quoted, one word": once("", "\u201c" + "a " * 199 + "b{n}\u201d was said.\n\n"),
    "quoted, two words": once("", "\u201c" + "aa bb " * 60 + "{w} cc aa\u201d was said.\n\n"),
    "single quotes": lambda size: repeated("\u2018a\u2019b aaaaaaaaaaaaaaaa\u2019a", size),
    "quotes of LaTeX": lambda size: repeated("``aaaaaaaaaaaaaaaaaaaaaaaa ", size),
    "names in notes": once("", "Roe {w} and Doe {w}, \u201cThe Aaland Islands Question\u201d, p. {n}.\n\n"),
    "names in one heading": once("# ", "Mr. Foreign Affairs of Chile met {w} Affairs of Peru {n}. ", "**"),
    "long names": once("", "Mr. " + "Padelfordandersson" * 3 + "{w} came.\n\n"),
    "addresses apart with many parts": once("", "https://a.b/" + "a/" * 120 + "{n}\n\n"),
    "numbers of one link": lambda size: (
        f"[{numbered('vol {n} ', size // 2)}](https://a.b/{numbered('vol_{n}1_', size // 2)})\n"
    ),
    "addresses with many parts": once("", "https://a.b/" + "a/" * 30 + "{n} "),
    "one address with very many parts": lambda size: f"See https://a.b/{repeated('a/', size)} end. Then more.\n\n",
    "codes": once("", "document A/{n}/{n}/{n}/{n}-{n}.{n}:{n}/{n} came.\n\n"),
    "notes of one number": lambda size: (
        numbered("War{n}[1] came on {d} May {y}.\n\n", size // 2) + numbered("[1] See A/77/{n}.\n\n", size // 2)
    ),
    "quotations in quotations": lambda size: nested("\u201ca b ", "c", "\u201d", size),
    "annexes": annexed(
        "He wrote on {d} May 1990 (Annex {n}). ", "Annex {n}: Letter to them, {d} May 1990, No. 4/1-{n}\n"
    ),
    "numbers of annexes": annexed(
        "The letter No. 4/1-{n} of {d} May {y} (see Annex {n}).\n\n", "Annex {n}: Letter No. 4/1-{n}\n"
    ),
    "lines of one annex": lambda size: repeated("Annex 1: Letter to them\n", size),
    "chapters in notes": noted(
        "a[^{n}] b ",
        "[^{n}]: A. {w}, \u201cTitle\u201d, in B. {w} (ed.), *Book {w}* (Oxford, Press, {y}), pp. {n}-{n}9.\n\n",
    ),
    "one page, with and without a scheme": once(
        "", "http://a.org/things/b https://a.org/things/b www.a.org/things/b, "
    ),
    "one case, two names": once("", "Fatullayev{a} v. Azerbaijan, no. 40984/07, 22 April 2010; "),
    "names in one suppression": lambda size: f"<!-- juslint: ignore[{numbered('{w}, ', size)}x] -->\ntext\n",
    "letters and again, a slip apart": lambda size: "".join(
        numbered(f"Letter dated {day} March 1990 from {{w}} Watch to the Ministry of Arts.\n\n", size // 2)
        for day in (11, 12)
    ),
    "numbers in one paragraph": once("The General Assembly met. ", "60/{n} was read. "),
    "one number in one paragraph": once("", "Resolution 1973 (2011) of 31 February 2011 and "),
    "one stretch around all": lambda size: f"**a {numbered('*see S/2020/{n}* in ', size)}b**",
    "one quotation around all": lambda size: f"\u201ca {numbered('S/2020/{n} in ', size)}b\u201d",
    "days of one case": once(
        "",
        "Fatullayev v. Azerbaijan, no. 40984/07, 22 July 2010; Fatullayev v. Azerbaijan, no. 40984/07, 22 April 2010; ",
    ),
    "years of one book": once("", "A. Smith, *The Law of All Things* (Oxford, OUP, {y}), p. {n}.\n\n"),
    "days of one resolution": once("", "resolution 1973 ({y}) of {d} May {y}, "),
    "one definition": lambda size: f"{numbered('[A/77/{n}][r] ', size)}\n\n[r]: https://undocs.org/A/77/1\n",
    "judgments of others": once("", "{w} v. Rumsfeld, 548 U.S. {n} (2006).\n\n"),
    "one judgment": once("", "Hamdan v. Rumsfeld, 548 U.S. 55{a} (2006).\n\n"),
    "capitals of parties": lambda size: repeated("A A A A A A A A v. A A A A A A A A, A A A a 548 U.S. 557 ", size),
    "short titles": once("", "(hereinafter \u201cKosovo Report {w}\u201d) the Kosovo Rapport {w}. "),
    "one short title": once("(hereinafter \u201cKosovo Report\u201d) ", "the Kosovo Rapport {w}. "),
    "short titles of sources": once(
        "", "A. {w}, *Law of {w}* (Oxford, OUP, 1990) (hereinafter \u201cLaw {w}\u201d).\n\n"
    ),
    "short titles open": lambda size: repeated("(hereinafter Aaa, (the \u201cConvention on ", size),
}
