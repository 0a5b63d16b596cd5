"""The States against which cases are brought, by the names that English and French texts give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from juslint.knowledge.case_names import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ARTICLE = re.compile(r"^(?:the|la|le|les) |^l ?(?=[aeiou])")
_BETWEEN = re.compile(r" (?:and|et) ")


class Respondents:
    """All States, each known by a three-letter code. `rows` have a `code` and lists of names: `en`, `fr`, `also`."""

    def __init__(self, rows: Mapping[str, Mapping[str, Any]]) -> None:
        self._rows = rows
        self._codes = {name: code for code, row in rows.items() for name in _folded_names(row)}
        self._right = {
            state_key(name): str(name) for row in rows.values() for name in (*row.get("en", ()), *row.get("fr", ()))
        }

    def codes(self, respondent: str) -> frozenset[str] | None:
        """The States that a case's respondent names, in any order; None where a part of it is no known State."""
        found = [self._code(part) for part in self._parts(respondent)]
        return frozenset(code for code in found if code) if found and None not in found else None

    def written(self, respondent: str) -> str | None:
        """The respondent as the Court prints it in English, with its article; None where it is not known."""
        return self._in(respondent, "en", " and ")

    def french(self, respondent: str) -> str | None:
        """The respondent as the Court prints it in French behind "c."; None where it is not known."""
        return self._in(respondent, "fr", " et ")

    def _in(self, respondent: str, language: str, between: str) -> str | None:
        names: list[str] = []
        for part in self._parts(respondent):
            code = self._code(part)
            if code is None:
                return None
            printed = self._rows[code][language]
            right = self._right.get(state_key(part))
            names.append(str(right if right in printed else printed[0]))
        return between.join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else None

    def _code(self, part: str) -> str | None:
        return self._codes.get(state_key(part))

    def _parts(self, respondent: str) -> Iterator[str]:
        """The names that stand side by side; `Bosnia and Herzegovina` is one of them."""
        for part in respondent.split(","):
            words = _BETWEEN.split(" ".join(part.replace(" AND ", " and ").replace(" ET ", " et ").split()))
            while words:
                size = next((size for size in range(len(words), 1, -1) if self._code(" and ".join(words[:size]))), 1)
                if words[0]:
                    yield " and ".join(words[:size])
                words = words[size:]


def state_key(name: str) -> str:
    """A State's name in small letters without marks and article: `l’Espagne` and `ESPAGNE` are one."""
    return _ARTICLE.sub("", folded(name))


def _folded_names(row: Mapping[str, Any]) -> Iterator[str]:
    for group in ("en", "fr", "also"):
        yield from (state_key(name) for name in row.get(group, ()))
