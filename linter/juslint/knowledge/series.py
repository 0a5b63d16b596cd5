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
    `through` is the day up to which the run is complete, in ISO form.
    """

    id: str
    folder: str | None
    first: int
    last: int
    unknown: frozenset[int]
    through: str | None

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Series:
        """A series of a body's file that states a coverage."""
        covered = data["coverage"]
        unknown = frozenset(covered.get("unknown", ()))
        return cls(data["id"], data.get("folder"), covered["first"], covered["last"], unknown, covered.get("through"))

    def covers(self, number: int) -> bool:
        """Whether a document of this number that the base does not have surely does not exist."""
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
