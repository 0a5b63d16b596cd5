"""Output formats of `extract`: one module each, found by walking this folder.

A module has `NAME`, the format's name on the command line, and `export(contexts) -> Iterator[str]`, pieces of the
output in order, each with its last newline. `rows` gives every reference, `records` every source once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from juslint.reference import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from juslint.authorities import Authority
    from juslint.knowledge.export import Item
    from juslint.rules import Context


class Row(NamedTuple):
    """One reference, as `extract` lists it (DESIGN §6): offsets in the file's own text, line and column one-based."""

    path: str
    start: int
    end: int
    line: int
    column: int
    text: str
    family: str
    id: str | None
    pinpoint: str | None
    status: str
    entry: str | None
    parts: Mapping[str, str | int]


def rows(context: Context) -> Iterator[Row]:
    """A row for each reference of a document, in reading order."""
    from juslint.reporting import Lines  # noqa: PLC0415 - this package is a part of that one

    document, resolve = context.document, context.knowledge.resolve
    path, text, to_source = document.path, document.text, document.offsets.to_source
    lines = Lines(document)
    for reference in sorted(context.references, key=lambda one: (one.span.start, -one.span.end)):
        span = to_source(reference.span)
        line, column = lines.line_column(span.start)
        found = resolve(reference.id) if reference.id is not None else None
        yield Row(
            path=path,
            start=span.start,
            end=span.end,
            line=line,
            column=column,
            text=text[slice(*reference.span)],
            family=reference.family,
            id=reference.id,
            pinpoint=reference.pinpoint and render(reference.pinpoint.value),
            status=found.status if found else "not-covered",
            entry=found.entry.id if found and found.entry else None,
            parts={
                name: part.value if isinstance(part.value, int) else render(part.value)
                for name, part in reference.parts.items()
            },
        )


def records(contexts: Sequence[Context]) -> Iterator[tuple[Authority, Item]]:
    """Every source with its bibliographic record, in the order of first mention, the texts in order of path."""
    from juslint import authorities, records  # noqa: PLC0415 - a list of references needs neither

    for authority in authorities.gather(contexts):
        yield authority, records.of(authority)
