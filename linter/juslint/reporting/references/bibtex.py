"""BibTeX of the sources, each once; the places stand in `note`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from juslint.knowledge.export import bibtex
from juslint.reporting._screen import inert
from juslint.reporting.references import records

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from juslint.rules import Context

NAME = "bibtex"


def export(contexts: Sequence[Context]) -> Iterator[str]:
    """The whole file; what would act on a terminal is shown as a picture."""
    yield inert(bibtex.dump([item for _, item in records(contexts)]))
