"""Findings as JUnit XML: a test suite a file, a failed test a finding, an error where a file could not be read.

An info passes, with its message as output, as it does not fail `check` either. A file in which nothing is found has
one test, which passes. The form is that of the XSD of the Jenkins plug-in xUnit (junit-10.xsd).
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from juslint.reporting._exchange import edits, relative, xml_text
from juslint.reporting._mends import advice
from juslint.reporting._screen import plain, shown_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from juslint.finding import Finding
    from juslint.loading import Unreadable
    from juslint.reporting import Run

NAME = "junit"
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def report(run: Run) -> str:
    """The whole document, in UTF-8."""
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in run.findings:
        found[finding.path].append(finding)
    top = ET.Element("testsuites", name="juslint")
    top.extend(_suite(path, found[path], run) for path in run.documents)
    top.extend(_unreadable(one) for one in run.unreadable)
    ET.indent(top)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{xml_text(ET.tostring(top, encoding="unicode"))}\n'


def _suite(path: str, found: Sequence[Finding], run: Run) -> ET.Element:
    failures = sum(finding.severity != "info" for finding in found)
    suite = _counted(path, tests=max(1, len(found)), failures=failures, errors=0)
    for finding in found:
        suite.append(_case(finding, run))
    if not found:
        ET.SubElement(suite, "testcase", name="no findings", classname=_allowed(relative(path)), time="0")
    return suite


def _case(finding: Finding, run: Run) -> ET.Element:
    place = run.place(finding)
    path = relative(finding.path)
    name = f"{finding.rule} at {place.line}:{place.column}"
    case = ET.Element("testcase", name=name, classname=_allowed(path), time="0")
    lines = [
        f"{shown_path(path)}:{place.line}:{place.column}: {finding.severity}[{finding.rule}] {plain(finding.message)}"
    ]
    for related in finding.related:
        there = run.place_of(related.path, related.span)
        lines.append(f"see {plain(relative(related.path))}:{there.line}:{there.column} {plain(related.message)}")
    if finding.fix and edits(finding, run):
        lines.append(advice(finding.fix, run.documents[finding.path]))
    if finding.severity == "info":
        told = ET.SubElement(case, "system-out")
    else:
        told = ET.SubElement(case, "failure", type=finding.severity, message=_allowed(plain(finding.message)))
    told.text = _allowed("\n".join(lines))
    return case


def _unreadable(one: Unreadable) -> ET.Element:
    suite = _counted(one.path, tests=1, failures=0, errors=1)
    case = ET.SubElement(suite, "testcase", name="can be read", classname=_allowed(relative(one.path)), time="0")
    ET.SubElement(case, "error", type="unreadable", message=_allowed(plain(one.message)))
    return suite


def _counted(path: str, **counts: int) -> ET.Element:
    numbers = {name: str(count) for name, count in counts.items()}
    return ET.Element("testsuite", {"name": _allowed(relative(path)), **numbers, "skipped": "0", "time": "0"})


def _allowed(text: str) -> str:
    """The text without the characters that no XML can hold, not even escaped, and without those that it discourages."""
    return _FORBIDDEN.sub("", text)
