"""What kind of file lies where in a knowledge base: folder and file name decide."""

from __future__ import annotations

from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file: `pattern` is its path inside the base, `schemas/kb/<name>.v1.schema.json` its schema.

    Files of one form may lie in several places: two kinds may share a name.
    """

    name: str
    pattern: str
    family: str | None = None  # of every entry of the kind; None: the entry itself decides

    @property
    def depth(self) -> int:
        """How many parts the path has."""
        return self.pattern.count("/") + 1

    def holds(self, path: PurePosixPath) -> bool:
        """Whether a file at `path`, counted from the top of the knowledge base, is of this kind."""
        return len(path.parts) == self.depth and path.match(self.pattern)


KINDS = (
    Kind("body", "bodies/*.yaml", "body"),
    Kind("resolutions", "un/*/resolutions*/*.yaml", "un-resolution"),
    Kind("resolutions", "un/*/decisions/*.yaml", "un-resolution"),
    Kind("resolutions", "un/*/presidential-statements/*.yaml", "un-resolution"),
    Kind("resolutions", "un/*/presidential-statements-to-1993/*.yaml", "un-symbol"),
    Kind("resolutions", "coe/*/resolutions/*.yaml", "coe"),
    Kind("resolutions", "coe/*/recommendations*/*.yaml", "coe"),
    Kind("resolutions", "coe/*/opinions/*.yaml", "coe"),
    Kind("meetings", "coe/*/meetings.yaml"),
    Kind("general-comments", "un/treaty-bodies/general-comments/*.yaml", "un-symbol"),
    Kind("symbols", "un/symbols.yaml"),
    Kind("sessions", "un/*/sessions.yaml"),
    Kind("meetings", "un/*/meetings.yaml"),
    Kind("agenda-items", "un/*/agenda-items.yaml"),
    Kind("document", "un/documents/*.yaml", "un-symbol"),
    Kind("adopted-text", "coe/*/*.yaml", "coe"),
    Kind("respondents", "courts/echr/respondents.yaml"),
    Kind("case-documents", "courts/echr/cases/*.yaml", "echr"),
    Kind("judgment", "courts/echr/*.yaml", "echr"),
    Kind("treaties", "treaties/council-of-europe/*.yaml", "coe"),
    Kind("treaties", "treaties/*/*.yaml", "treaty"),
    Kind("cases", "courts/icj/*.yaml", "court"),
    Kind("cases", "courts/pcij/*.yaml", "court"),
    Kind("treaty", "treaties/*.yaml"),
    Kind("source", "sources/*.yaml"),
)


_PLACES = tuple(tuple(kind.pattern.split("/")) for kind in KINDS)


def kind_of(path: PurePosixPath) -> Kind | None:
    """The kind of the file at `path`, counted from the top of the knowledge base; None where nothing may lie there."""
    return next((kind for kind in KINDS if kind.holds(path)), None)


def claims(folder: str) -> frozenset[str] | None:
    """Names of the YAML files that may lie in a folder (`un/general-assembly/`, empty for the top); None: all may."""
    parts = folder.split("/")[:-1]
    fitting = (place for place in _PLACES if len(place) == len(parts) + 1)
    names = frozenset(place[-1] for place in fitting if all(map(fnmatchcase, parts, place)))
    return None if "*.yaml" in names else names


def place(path: Path) -> tuple[Path, PurePosixPath, Kind] | None:
    """Top folder, path inside it and kind of a file named on its own; None where its path fits no kind."""
    parts = path.parts
    for kind in sorted(KINDS, key=lambda kind: -kind.depth):
        inside = PurePosixPath(*parts[-kind.depth :])
        if len(parts) > kind.depth and kind.holds(inside):
            return Path(*parts[: -kind.depth]), inside, kind
    return None
