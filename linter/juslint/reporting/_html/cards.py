"""A finding as it stands beside the text, and the counts of all of them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from juslint.finding import SEVERITIES
from juslint.reporting._exchange import edits, relative, rule_page
from juslint.reporting._html.escaping import esc, one_line
from juslint.reporting._mends import advice
from juslint.reporting._screen import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from juslint.finding import Finding
    from juslint.reporting import Run
    from juslint.reporting._html.marking import Numbered

_KINDS = {"error": ("error", "errors"), "warning": ("warning", "warnings"), "info": ("info", "infos")}


def card(one: Numbered, run: Run, anchor: Callable[[str, int], str]) -> str:
    """One finding. `anchor` gives the anchor of the paragraph at a position of a document."""
    number, finding = one
    line = run.place(finding).line
    also = "".join(
        f'<li>see <a href="#{anchor(related.path, related.span.start)}"><bdi>{one_line(relative(related.path))}</bdi>:'
        f"{run.place_of(related.path, related.span).line}</a> <bdi>{one_line(related.message)}</bdi></li>"
        for related in finding.related
    )
    mend = ""
    if finding.fix and edits(finding, run):
        mend = f'<p class="mend"><bdi>{one_line(advice(finding.fix, run.documents[finding.path]))}</bdi></p>'
    return (
        f'<article class="card {finding.severity}" id="f{number}" data-f="{number}" data-rule="{esc(finding.rule)}" '
        f'data-severity="{finding.severity}" tabindex="-1" aria-labelledby="h{number}">'
        f'<h4 id="h{number}"><a class="num {finding.severity}" href="#m{number}" '
        f'aria-label="finding {number}: to its place in the text">{number}</a> '
        f'<span class="severity">{_KINDS[finding.severity][0]}</span> {_rule(finding)}'
        f'<span class="line">line {line}</span></h4>'
        f"<p><bdi>{one_line(finding.message)}</bdi></p>{f'<ul>{also}</ul>' if also else ''}{mend}</article>"
    )


def counts(run: Run) -> str:
    """How many findings of each severity and each rule."""
    boxes = "".join(
        f'<li class="{kind}"><strong>{run.severities[kind]:,}</strong> {_KINDS[kind][run.severities[kind] != 1]}</li>'
        for kind in SEVERITIES
    )
    texts, references = counted(len(run.documents), "text"), counted(sum(run.references.values()), "reference")
    head = f'<div><ul class="counts">{boxes}</ul><p>In {texts}, {references}.</p></div>'
    by_rule = Counter((finding.rule, finding.severity) for finding in run.findings)
    if not by_rule:
        return f'{head}<p class="good">No findings.</p>'
    rows = "".join(
        f'<tr><th scope="row"><code>{esc(rule)}</code></th><td><span class="dot {kind}"></span> {_KINDS[kind][0]}</td>'
        f'<td class="number">{count:,}</td></tr>'
        for (rule, kind), count in sorted(by_rule.items(), key=lambda row: (-row[1], row[0]))
    )
    return (
        f'{head}<table class="rules"><caption>Findings by rule</caption><thead><tr><th scope="col">Rule</th>'
        f'<th scope="col">Severity</th><th scope="col" class="number">Findings</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _rule(finding: Finding) -> str:
    name = f'<code class="rule">{esc(finding.rule)}</code>'
    page = rule_page(finding.rule)
    return f'<a href="{esc(page)}" rel="noreferrer">{name}</a>' if page else name
