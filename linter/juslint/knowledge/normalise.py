"""When two addresses, titles or names are the same but for the way they are written."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote

_SCHEME = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)$")
_LETTERS = re.compile(r"[a-z0-9]+")
_DROPPED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff'’‘`´ʼ"))
_YEAR = re.compile(r"1[89]\d\d|20\d\d")
_YEAR_BEFORE = re.compile(rf"(?:the )?({_YEAR.pattern}) (.+)")
_DAY = re.compile(r"\d{1,2} [a-z]+")
_LEADS = frozenset({"of", "adopted", "signed", "on"})
_ARTICLE = re.compile(r"^the ")
_AT_HAND = 10_000  # letters of which it is remembered what they are folded to


def normalise_url(url: str) -> str:
    """The address without what does not change the page: scheme, `www.`, capitals of the host, empty ends.

    `https://www.HRW.org/a/#` and `hrw.org/a` are both `hrw.org/a`. Percent-encoding is made uniform.
    """
    text = url.strip().strip("<>").strip()
    scheme = _SCHEME.match(text)
    if scheme:
        text = text[scheme.end() :]
    rest, mark, fragment = text.partition("#")
    path, question, query = rest.partition("?")
    host, slash, tail = path.partition("/")
    host = _PORT.sub("", host.lower()).rstrip(".").removeprefix("www.")
    quoted = quote(unquote(tail), safe="/:@!$&()*+,;=~-._", errors="surrogatepass")  # bytes that are no UTF-8
    address = f"{host}{slash}{quoted}".rstrip("/")
    if question and query:
        address += f"?{query}"
    return f"{address}#{fragment}" if mark and fragment else address


def same_url(one: str, other: str) -> bool:
    """Whether the two addresses lead to one page, as far as their form says."""
    return normalise_url(one) == normalise_url(other)


class _Folded(dict[int, str | None]):
    """What letters are folded to, by their numbers: marks to nothing, what is no letter or digit to a space."""

    def __missing__(self, number: int) -> str | None:
        if len(self) >= _AT_HAND:
            self.clear()
        letter = chr(number)
        mark = unicodedata.combining(letter) != 0
        found = self[number] = None if mark else " and " if letter == "&" else letter if letter.isalnum() else " "
        return found


_FOLDED = _Folded()


@lru_cache(maxsize=8192)
def normalise_title(text: str) -> str:
    """Letters and digits in lower case without marks, single spaces: quotes, dashes and punctuation do not count."""
    if text.isascii():  # most titles; many times faster
        return " ".join(_LETTERS.findall(text.translate(_DROPPED).lower().replace("&", " and ")))
    decomposed = unicodedata.normalize("NFKD", text.translate(_DROPPED)).casefold()
    return " ".join(decomposed.translate(_FOLDED).split())


def main_title(text: str) -> str | None:
    """The normalised title without its subtitle; None where it has none."""
    main, colon, _ = text.partition(": ")
    return normalise_title(main) if colon else None


def normalise_name(text: str) -> tuple[str, int | None]:
    """A treaty’s name without article and year, and the year that stood before or behind it."""
    name = normalise_title(text)
    if found := _YEAR_BEFORE.fullmatch(name):
        return _ARTICLE.sub("", found[2]), int(found[1])
    *words, last = name.split(" ")
    if not words or not _YEAR.fullmatch(last):
        return _ARTICLE.sub("", name), None
    if len(words) > 2 and _DAY.fullmatch(" ".join(words[-2:])):
        del words[-2:]
    while len(words) > 1 and words[-1] in _LEADS:
        words.pop()
    return _ARTICLE.sub("", " ".join(words)), int(last)


def normalise_symbol(text: str) -> str:
    """A symbol in capitals without spaces, reissue asterisks and typographic dashes."""
    return re.sub(r"[\s*]+", "", re.sub(r"[‐‑‒–—−]", "-", text)).upper()
