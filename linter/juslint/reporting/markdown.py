"""Findings as a Markdown page: for the summary of a job (`$GITHUB_STEP_SUMMARY`) or a comment on a pull request.

What comes from a text is shown as it is: nothing in it becomes markup, a mention or a link.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from juslint.reporting._exchange import edits, relative, rule_page
from juslint.reporting._mends import advice
from juslint.reporting._screen import counted, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from juslint.finding import Finding
    from juslint.reporting import Run

NAME = "markdown"
_MARKS = {"error": "❌ error", "warning": "⚠️ warning", "info": "ℹ️ info"}
_LONGEST = 400_000  # characters of the table; GitHub takes a summary of 1 MiB
_ACTIVE = re.compile(r"[&<>\"'`*_~|\[\]\\#!$^]|:(?=//|[+\w-]+:)")
_MENTION = re.compile(r"@(?=\w)|(?<=w)(?=ww\.)|(?<=GH)-(?=\d)")  # what GitHub links, with nothing to escape
_APART = "\N{WORD JOINER}"


def report(run: Run) -> str:
    """Counts, a table of the findings, a table of the rules, and the files that could not be read."""
    return "\n".join(_lines(run)) + "\n"


def _lines(run: Run) -> Iterator[str]:
    files, references = counted(len(run.documents), "file"), counted(sum(run.references.values()), "reference")
    yield "## juslint"
    yield ""
    if not run.findings:
        yield f"✅ No findings in {files}, {references}."
    else:
        counts = [f"{_MARKS[kind]}: **{run.severities[kind]:,}**" for kind in _MARKS if run.severities[kind]]
        yield f"{' · '.join(counts)} — in {files}, {references}."
        yield from _table(run)
        yield from _by_rule(run)
    if run.unreadable:
        yield ""
        yield f"### {counted(len(run.unreadable), 'file')} could not be read"
        yield ""
        yield from (f"- {_code(relative(one.path))}: {shown(one.message)}" for one in run.unreadable)


def _table(run: Run) -> Iterator[str]:
    yield from ("", "| | where | what | rule |", "|---|---|---|---|")
    written = 0
    for number, finding in enumerate(run.findings):
        row = _row(finding, run)
        written += len(row)
        if written > _LONGEST:
            yield from ("", f"… and {len(run.findings) - number:,} more.")
            return
        yield row


def _row(finding: Finding, run: Run) -> str:
    place = run.place(finding)
    told = [shown(finding.message)]
    for related in finding.related:
        there = run.place_of(related.path, related.span)
        told.append(f"see {_code(f'{relative(related.path)}:{there.line}')} {shown(related.message)}")
    if finding.fix and edits(finding, run):
        told.append(f"<em>{shown(advice(finding.fix, run.documents[finding.path]))}</em>")
    where = _code(f"{relative(finding.path)}:{place.line}:{place.column}")
    return f"| {_MARKS[finding.severity]} | {where} | {'<br>'.join(told)} | {_rule(finding.rule)} |"


def _by_rule(run: Run) -> Iterator[str]:
    counts = Counter((finding.rule, finding.severity) for finding in run.findings)
    yield from ("", "<details><summary>Findings by rule</summary>", "", "| rule | | findings |", "|---|---|---:|")
    for (rule, severity), count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        yield f"| {_rule(rule)} | {_MARKS[severity]} | {count:,} |"
    yield from ("", "</details>")


def _rule(name: str) -> str:
    page = rule_page(name)
    return f"[{shown(name)}]({page})" if page else _code(name)


def _code(text: str) -> str:
    return f"<code>{shown(text)}</code>"


def shown(text: str) -> str:
    """Text for a cell or heading: on one line, with what Markdown or HTML could act on written by its number."""
    apart = _MENTION.sub(lambda found: found.group() + _APART, plain(text))
    return _ACTIVE.sub(lambda found: f"&#{ord(found.group())};", apart)
