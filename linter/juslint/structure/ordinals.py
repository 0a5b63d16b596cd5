"""English ordinals in words, as United Nations mastheads number sessions and years: `Seventy-seventh`."""

from __future__ import annotations

_ONES = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_WORDS = {word: number for number, word in enumerate(_ONES, 1)}
_WORDS |= {f"{stem}ieth": 10 * tens for tens, stem in enumerate(_TENS, 2)}
_WORDS |= {f"{stem}y-{_ONES[one - 1]}": 10 * tens + one for tens, stem in enumerate(_TENS, 2) for one in range(1, 10)}
_WORDS |= {f"one hundred and {word}": 100 + number for word, number in tuple(_WORDS.items())}
_WORDS["one hundredth"] = 100


def ordinal(words: str) -> int | None:
    """The number that the words name, 1 to 199; None where they name none. Case, spaces and dashes do not matter."""
    return _WORDS.get(" ".join(words.replace("‑", "-").replace("–", "-").split()).casefold().replace(" - ", "-"))
