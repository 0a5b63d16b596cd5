"""Findings as SARIF 2.1.0, the format of code scanning (OASIS standard of 27 March 2020).

Lines, columns and offsets count code points. Paths are relative to the folder that juslint ran in. Safe fixes are
fixes here; an unsafe one is only told at the end of the message, because programs may apply what stands as a fix.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from juslint import __version__
from juslint.reporting._exchange import edits, fingerprints, home, json_text, relative, rule_page, uri
from juslint.reporting._mends import advice
from juslint.reporting._screen import plain
from juslint.suppress import source_span

if TYPE_CHECKING:
    from juslint.document import Span
    from juslint.finding import Finding
    from juslint.loading import Unreadable
    from juslint.reporting import Run
    from juslint.rules import Rule

NAME = "sarif"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_TOP = "SRCROOT"


def report(run: Run) -> str:
    """The whole log, with one run."""
    names = sorted({finding.rule for finding in run.findings})
    driver: dict[str, Any] = {"name": "juslint", "version": __version__, "semanticVersion": __version__}
    if page := home():
        driver["informationUri"] = page
    driver["rules"] = _rules(names)
    of_findings = zip(run.findings, fingerprints(run), strict=True)
    whole = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {_TOP: {"description": {"text": "The folder that juslint ran in."}}},
                "invocations": [
                    {
                        "executionSuccessful": not run.unreadable,
                        "toolExecutionNotifications": [_notification(one) for one in run.unreadable],
                    }
                ],
                "artifacts": [{"location": _location(path)} for path in run.documents],
                "results": [_result(finding, key, names.index(finding.rule), run) for finding, key in of_findings],
            }
        ],
    }
    return json_text(whole)


def _rules(names: list[str]) -> list[dict[str, Any]]:
    from juslint import rules  # noqa: PLC0415 - the rules are imported by whoever found something

    known = rules.modules()
    return [_rule(known[name].RULE) if name in known else {"id": name} for name in names]


def _rule(rule: Rule) -> dict[str, Any]:
    from juslint.cli.rule import page  # noqa: PLC0415 - only for this format

    text = page(rule)
    url = rule_page(rule.name)
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.summary} {rule.why}", "markdown": text},
        **({"helpUri": url} if url else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, key: str, rule: int, run: Run) -> dict[str, Any]:
    message = _text(finding.message)
    changes = edits(finding, run)
    result: dict[str, Any] = {"ruleId": finding.rule, "ruleIndex": rule, "level": _LEVELS[finding.severity]}
    if changes and finding.fix and not finding.fix.safe:
        message += f"\n{_text(advice(finding.fix, run.documents[finding.path]))}"
    result["message"] = {"text": message}
    result["locations"] = [
        {"physicalLocation": _physical(finding.path, source_span(run.documents[finding.path], finding), run)}
    ]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _physical(
                    related.path, run.documents[related.path].offsets.to_source(related.span), run
                ),
                "message": {"text": _text(related.message)},
            }
            for number, related in enumerate(finding.related, 1)
        ]
    result["partialFingerprints"] = {"juslint/v1": key}
    if changes and finding.fix and finding.fix.safe:
        replaced = [
            {"deletedRegion": _region(finding.path, edit.span, run), "insertedContent": {"text": edit.text}}
            for edit in changes
        ]
        result["fixes"] = [
            {
                "description": {"text": _text(finding.fix.title)},
                "artifactChanges": [{"artifactLocation": _location(finding.path), "replacements": replaced}],
            }
        ]
    return result


def _physical(path: str, span: Span, run: Run) -> dict[str, Any]:
    region = _region(path, span, run)
    region["snippet"] = {"text": run.documents[path].source[span.start : span.end]}
    return {"artifactLocation": _location(path), "region": region}


def _region(path: str, span: Span, run: Run) -> dict[str, Any]:
    place = run.lines[path].place(span)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
    }


def _location(path: str) -> dict[str, str]:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": _TOP}


def _notification(one: Unreadable) -> dict[str, Any]:
    return {
        "level": "error",
        "descriptor": {"id": "unreadable-file"},
        "message": {"text": f"{_text(relative(one.path))} could not be read: {_text(one.message)}"},
        "locations": [{"physicalLocation": {"artifactLocation": _location(one.path)}}],
    }


def _text(text: str) -> str:
    """The text of a message: `[words](address)` would be a link there (SARIF 3.11.6), so it is kept apart."""
    return plain(text).replace("](", "]\N{WORD JOINER}(")
