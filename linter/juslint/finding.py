"""What a rule says about one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from juslint.document import Span

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


class Edit(NamedTuple):
    """Replace `span` of the document's text by `text`."""

    span: Span
    text: str


class SourceEdit(NamedTuple):
    """Replace `span` of the file's own text by `text`: for what `Document.text` does not show, such as link targets."""

    span: Span
    text: str


class Fix(NamedTuple):
    """How to mend a finding. `safe`: it cannot change what is referred to."""

    title: str
    safe: bool
    edits: tuple[Edit | SourceEdit, ...]


class Related(NamedTuple):
    """Another place that a finding speaks of."""

    path: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one rule says about one place.

    `reference_id` is the id of the reference it is about, if any. `source_span` is where it stands in the file's own
    text, for the few findings about what `Document.text` does not show (a comment); elsewhere `span` says it.
    `alternatives` are other mends that a person may choose instead of `fix`, where the texts leave open which is right.
    """

    rule: str
    severity: Severity
    path: str
    span: Span
    message: str
    related: tuple[Related, ...] = ()
    fix: Fix | None = None
    reference_id: str | None = None
    source_span: Span | None = None
    alternatives: tuple[Fix, ...] = ()
