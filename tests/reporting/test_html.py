"""The HTML report: what it says, that it is sound HTML, and what a browser makes of it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from base64 import b64encode
from collections import Counter
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import formats
import pytest
from click.testing import CliRunner

from juslint.cli import cli
from juslint.document import Document, Span
from juslint.finding import Finding
from juslint.reference import Reference
from juslint.reporting import Run, html
from juslint.reporting._html import marking
from juslint.rules import Context

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
VOID = {"meta", "input", "br"}
RUNS = pytest.mark.parametrize(
    "run",
    [formats.plain_run, formats.hostile_run, lambda: Run({}), lambda: formats.run(formats.document(""))],
    ids=["plain", "hostile", "nothing", "empty text"],
)


class Page(HTMLParser):
    """The elements of a page, with their attributes, and its words; fails where tags do not match."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), f"an attribute of {tag} twice"
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in {"script", "style"}:
            self.words.append(data)

    def all(self, name: str) -> list[str]:
        return [value or "" for _, attributes in self.elements for key, value in attributes.items() if key == name]


@pytest.fixture(autouse=True)
def _here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@RUNS
def test_page_is_sound(run):
    page = Page(html.report(run()))
    ids = page.all("id")
    assert [name for name, count in Counter(ids).items() if count > 1] == []
    inside = {address[1:] for address in page.all("href") if address.startswith("#")}
    named = {
        name for key in ("aria-labelledby", "aria-describedby") for value in page.all(key) for name in value.split()
    }
    assert inside | named <= set(ids)
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    tags = Counter(tag for tag, _ in page.elements)
    assert (tags["main"], tags["header"], tags["footer"], tags["nav"]) == (1, 1, 1, 1)


@RUNS
def test_page_loads_nothing_and_obeys_nothing_else(run):
    report = html.report(run())
    page = Page(report)
    assert {tag for tag, _ in page.elements} & {
        "img",
        "link",
        "iframe",
        "object",
        "embed",
        "base",
        "audio",
        "video",
    } == set()
    assert not any(key.startswith("on") or key in {"src", "style"} for _, attrs in page.elements for key in attrs)
    assert all(re.match("#|https?://", address) for address in page.all("href"))
    (style,) = re.findall("<style>(.*?)</style>", report, re.DOTALL)
    (script,) = re.findall("<script>(.*?)</script>", report, re.DOTALL)
    assert "url(" not in style
    policy = next(attrs["content"] for tag, attrs in page.elements if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; ")
    for text in (style, script):
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy


def test_text_is_whole_whatever_is_marked_in_it():
    run = formats.hostile_run()
    page = Page(html.report(run))
    words = "".join(page.words)
    assert words.count("injected") > 100
    assert "</script><script>injected()</script> colour" in words


def test_findings_and_places_lead_to_each_other():
    report = html.report(formats.plain_run())
    assert '<span class="at" id="m1"></span><span class="mark warning" data-f="1">colour</span>' in report
    assert 'href="#f1" aria-label="finding 1: warning, toy-word">1</a>' in report
    assert 'id="f1" data-f="1"' in report
    assert 'href="#m1"' in report
    assert '<a href="#d2p0"><bdi>b.md</bdi>:1</a> <bdi>the other year</bdi>' in report
    assert "Mend, to be looked at first: write 2000: “1999” → “2000”" in report
    assert "<bdi><code>d e.pdf</code></bdi>: <bdi>is empty</bdi>" in report


def test_table_names_each_source_once_with_all_its_mentions():
    report = html.report(formats.plain_run())
    table = report[report.index('<table class="authorities"') :]
    assert table.count('<th scope="row" role="rowheader">') == 2
    row = re.search('<tr id="s1".*?</tr>', table)[0]
    assert re.findall(r'href="#(r\d+)"', row) == ["r1", "r3"]
    assert "known to the knowledge base" in row


def _marked(text: str, references: list[Span], findings: list[Span], emphases: tuple[Span, ...] = ()) -> str:
    document = Document("a.md", text, text, paragraphs=(Span(0, len(text)),), emphases=emphases)
    context = Context(
        document,
        tuple(Reference("toy", f"REF-{number}", span, text[slice(*span)]) for number, span in enumerate(references)),
        formats.Known(),  # type: ignore[arg-type]
    )
    found = tuple(Finding("toy-word", "error", "a.md", span, "m") for span in findings)
    return html.report(Run({"a.md": document}, found, contexts=(context,)))


def test_references_in_references_and_findings_across_them():
    text = "before a letter S/1 of them after"
    report = _marked(text, [Span(7, 27), Span(16, 19)], [Span(14, 21), Span(18, 33)], (Span(0, 10),))
    Page(report)
    shown = re.search(r'<p class="" dir="auto">(.*?)</p>', report)[1]
    assert re.sub("<[^>]*>", "", re.sub(r'<a class="num.*?</a>', "", shown)) == text
    assert re.sub(r' (data-f|aria-\w+|dir)="[^"]*"', "", shown) == (
        '<em>before </em><a class="ref" id="r1" href="#s1"><em>a l</em>ette<span class="at" id="m1"></span>'
        '<span class="mark error">r </span></a><a class="ref" id="r2" href="#s2"><span class="mark error">S/</span>'
        '<span class="at" id="m2"></span><span class="mark error">1</span></a>'
        '<a class="ref" tabindex="-1" href="#s1"><span class="mark error"> o</span></a>'
        '<a class="num error" href="#f1">1</a><a class="ref" tabindex="-1" href="#s1">'
        '<span class="mark error">f them</span></a><span class="mark error"> after</span>'
        '<a class="num error" href="#f2">2</a>'
    )


def test_finding_without_words_still_has_its_place():
    report = _marked("abc", [], [Span(3, 3)])
    assert 'abc<span class="at" id="m1"></span><a class="num error"' in report


def test_what_stands_between_paragraphs_is_shown():
    document = Document("a.md", "x one y two z", "x one y two z", paragraphs=(Span(2, 5), Span(8, 11)))
    rows = marking.paragraphs(document, [], [])
    assert [document.text[slice(*row.span)] for row in rows] == ["x ", "one", " y ", "two", " z"]


def _chromium() -> str | None:
    return os.environ.get("JUSLINT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


def _browse(folder, report: str, *options: str) -> str:
    browser = _chromium()
    if browser is None:
        pytest.skip("no Chromium here (JUSLINT_CHROMIUM may name one)")
    page = folder / "report.html"
    page.write_text(report, encoding="utf-8")
    common = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}"]
    done = subprocess.run(
        [browser, *common, "--virtual-time-budget=2000", *options, page.as_uri()],
        capture_output=True, text=True, timeout=120, check=True, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    return done.stdout


@RUNS
def test_browser_reads_what_was_meant(run, tmp_path):
    report = html.report(run())
    seen = _browse(tmp_path, report, "--dump-dom")
    ours, theirs = (
        Counter(re.findall(r"<([a-z][a-z0-9]*)[\s>]", re.sub("(?s)<s(cript|tyle)>.*?</s", "", text)))
        for text in (report, seen)
    )
    theirs["div"] -= 1  # what script adds: the hint
    assert +theirs == ours
    findings = len(run().findings)
    if findings:  # script ran, and nothing else did
        assert f'<output aria-live="polite">{findings} of {findings} shown</output>' in seen
    assert not re.search(r"<[^>]* on[a-z]+=", seen)


def test_browser_shows_it(tmp_path):
    for name, options in {"wide": ["--window-size=1280,900"], "narrow": ["--window-size=500,900"]}.items():
        picture = tmp_path / f"{name}.png"
        _browse(tmp_path, html.report(formats.plain_run()), f"--screenshot={picture}", *options)
        assert picture.read_bytes().startswith(b"\x89PNG")


def test_report_of_the_examples(tmp_path, monkeypatch):
    """The command line hands over the references, and the knowledge base names them."""
    monkeypatch.chdir(EXAMPLES.parent)
    file = tmp_path / "report.html"
    arguments = ["check", EXAMPLES.name, "--output-format", "html", "--output-file", str(file), "--exit-zero"]
    assert CliRunner().invoke(cli, arguments, standalone_mode=False).exception is None
    report = file.read_text(encoding="utf-8")
    Page(report)
    assert "United Nations: Security Council, resolutions" in report
    assert "Children and armed conflict, 26 July 2005" in report
    assert 'href="https://docs.un.org/en/S/RES/1612%20(2005)"' in report
