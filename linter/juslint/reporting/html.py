"""The report as one HTML file: each text with its references marked, findings beside it, a table of authorities.

It loads nothing: style and script stand in it, and a content security policy allows those two, by their hashes, and
nothing else. Without script everything can be read and followed; script adds the filter and what hovering shows.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from juslint import __version__
from juslint.reporting._exchange import relative
from juslint.reporting._html import authorities, cards, marking, page
from juslint.reporting._html.escaping import esc, one_line
from juslint.reporting._screen import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from juslint.document import Document
    from juslint.reporting import Run
    from juslint.reporting._html.authorities import Source
    from juslint.reporting._html.marking import Linked, Numbered, Paragraph

NAME = "html"
_FOOT = f"juslint {__version__}. It speaks only of what it knows: a reference without a finding is not proved right."
_SHORT = 60  # characters: lines below this (an address, a head) are kept as lines


def report(run: Run) -> str:
    """The whole page."""
    known = authorities.sources(run.contexts)
    rows = _paragraphs(run, known)
    numbers = {path: number for number, path in enumerate(run.documents, 1)}

    def anchor(path: str, position: int) -> str:
        return f"d{numbers[path]}p{marking.place(rows[path], position)}"

    texts = []
    for path, document in run.documents.items():
        headings, notes = frozenset(document.headings), {note.mark_span.start for note in document.notes}
        body = []
        for at, row in enumerate(rows[path]):
            beside = "".join(cards.card(one, run, anchor) for one in row.findings)
            kind = "note" if row.span.start in notes else "heading" if row.span in headings else ""
            body.append(_row(document, row, kind, beside, f"d{numbers[path]}p{at}"))
        found = sum(len(row.findings) for row in rows[path])
        texts.append(
            f'<section class="text" aria-labelledby="d{numbers[path]}"><h3 id="d{numbers[path]}" tabindex="-1">'
            f"<bdi>{one_line(relative(path))}</bdi> <small>{counted(found, 'finding')}</small></h3>"
            f"{''.join(body)}</section>"
        )
    script = page.part("page.js")
    return "\n".join(
        (
            *page.head(f"juslint: {_summary(run)}", script),
            '<a class="skip" href="#texts">Skip to the texts</a>',
            f"<header><h1>References checked by juslint</h1><p>{_summary(run)}</p></header>",
            _contents(run, rows, numbers),
            "<main>",
            '<section aria-labelledby="summary"><h2 id="summary" tabindex="-1">Summary</h2>',
            f'<div class="summary">{cards.counts(run)}</div>{_unreadable(run)}</section>',
            _filter(run),
            '<section aria-labelledby="texts"><h2 id="texts" tabindex="-1">Texts</h2>',
            *texts,
            "</section>",
            '<section aria-labelledby="authorities"><h2 id="authorities" tabindex="-1">Table of authorities</h2>',
            authorities.table(known) if known else "<p>The texts refer to nothing that juslint knows.</p>",
            f"</section>\n</main>\n<footer><p>{_FOOT}</p></footer>",
            f"<script>{script}</script>\n</body>\n</html>\n",
        )
    )


def _paragraphs(run: Run, known: Mapping[str, Source]) -> dict[str, list[Paragraph]]:
    """The paragraphs of each document, with what is marked in them."""
    linked: dict[str, list[Linked]] = defaultdict(list)
    mentions = {id(one.reference): (one, source) for source in known.values() for one in source.mentions}
    for context in run.contexts:
        for reference in authorities.in_order(context):
            mention, source = mentions[id(reference)]
            linked[context.document.path].append(marking.Linked(mention, source.anchor))
    found: dict[str, list[Numbered]] = defaultdict(list)
    for number, finding in enumerate(run.findings, 1):
        found[finding.path].append(marking.Numbered(number, finding))
    return {path: marking.paragraphs(document, found[path], linked[path]) for path, document in run.documents.items()}


def _row(document: Document, row: Paragraph, kind: str, beside: str, anchor: str) -> str:
    text = document.text[row.span.start : row.span.end]
    name = "h4" if kind == "heading" else "p"
    if not kind and "\n" in text and max(map(len, text.split("\n"))) < _SHORT:
        kind = "lines"
    words = f'<{name} class="{kind}" dir="auto">{marking.html(document, row)}</{name}>'
    found = f'<div class="beside">{beside}</div>' if beside else ""
    return f'<div class="row{" found" if beside else ""}" id="{anchor}" tabindex="-1">{words}{found}</div>\n'


def _contents(run: Run, rows: Mapping[str, Sequence[Paragraph]], numbers: Mapping[str, int]) -> str:
    texts = "".join(
        f'<li><a href="#d{numbers[path]}"><bdi>{one_line(relative(path))}</bdi></a> '
        f"<small>{sum(len(row.findings) for row in rows[path]):,}</small></li>"
        for path in run.documents
    )
    return (
        '<nav aria-label="Contents"><ul><li><a href="#summary">Summary</a></li>'
        '<li><a href="#authorities">Table of authorities</a></li>'
        f'<li><a href="#texts">Texts</a><ul>{texts}</ul></li></ul></nav>'
    )


def _filter(run: Run) -> str:
    """The filter, which script shows and works."""
    if not run.findings:
        return ""
    kinds = "".join(
        f'<label><input type="checkbox" name="severity" value="{kind}" checked> {kind}</label>'
        for kind in ("error", "warning", "info")
        if run.severities[kind]
    )
    rules = "".join(
        f'<option value="{esc(rule)}">{esc(rule)}</option>' for rule in sorted({one.rule for one in run.findings})
    )
    return (
        '<form class="filter" role="search" aria-label="Filter the findings" hidden>'
        f"<fieldset><legend>Severity</legend>{kinds}</fieldset>"
        f'<label>Rule <select name="rule"><option value="">all</option>{rules}</select></label>'
        '<label>Words <input type="search" name="words" autocomplete="off"></label>'
        '<label><input type="checkbox" name="only"> findings only</label>'
        '<span class="steps"><button type="button" name="back">Previous</button>'
        '<button type="button" name="on">Next</button></span>'
        '<output aria-live="polite"></output></form>'
    )


def _unreadable(run: Run) -> str:
    if not run.unreadable:
        return ""
    rows = "".join(
        f"<li><bdi><code>{one_line(relative(one.path))}</code></bdi>: <bdi>{one_line(one.message)}</bdi></li>"
        for one in run.unreadable
    )
    return f'<h3>{counted(len(run.unreadable), "file")} could not be read</h3><ul class="unreadable">{rows}</ul>'


def _summary(run: Run) -> str:
    return f"{counted(len(run.findings), 'finding')} in {counted(len(run.documents), 'text')}"
