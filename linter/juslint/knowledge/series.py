"""The numbered runs of documents that a knowledge base claims to hold completely."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class KnowledgeError(Exception):
    """A knowledge base that cannot be used; the message is one line that names the file and the place."""


class Series(NamedTuple):
    """A numbered run of documents that the base claims to hold completely from number `first` to `last`.

    `id` is a template: `S/RES/{number} ({year})`. `unknown` are numbers inside the run of which too little is known.
    `through` is the day up to which the run is complete, in ISO form. Where numbers begin anew with each year or
    session, `complete` are the years or sessions of which every number has a row; `first` and `last` are then the first
    and last of these.
    """

    id: str
    folder: str | None
    first: int
    last: int
    unknown: frozenset[int]
    through: str | None
    complete: frozenset[int] | None = None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Series:
        """A series of a body's file that states a coverage."""
        covered = data["coverage"]
        if "complete" in covered:
            parts = frozenset(covered["complete"])
            return cls(data["id"], data.get("folder"), min(parts), max(parts), frozenset(), None, parts)
        unknown = frozenset(covered.get("unknown", ()))
        return cls(data["id"], data.get("folder"), covered["first"], covered["last"], unknown, covered.get("through"))

    def covers(self, number: int, part: int | None = None) -> bool:
        """Whether a document of this number (of this year or session) that the base lacks surely does not exist."""
        if self.complete is not None:
            return part in self.complete
        return self.first <= number <= self.last and number not in self.unknown

    def pattern(self) -> re.Pattern[str]:
        """What ids of the series look like."""
        parts = re.split(r"\{(\w+)\}", self.id)
        group = {"number": r"(?P<number>\d+)", "year": r"(?P<year>\d{4})"}
        return re.compile(
            "".join(
                re.escape(part) if index % 2 == 0 else group.get(part, rf"(?P<{part}>[\w-]+)")
                for index, part in enumerate(parts)
            )
        )
