"""A run for the tests of the output formats, on the toy rules and on texts that try to do harm."""

from __future__ import annotations

import toy as small

from juslint.document import Document, Span
from juslint.finding import Edit, Finding, Fix, Related
from juslint.knowledge.entry import Entry, Resolution
from juslint.loading import Unreadable
from juslint.reporting import Run
from juslint.rules import Context

# What acts on a terminal, a log, an XML or HTML reader, or a reader of UTF-8; and what changes the order of letters.
HOSTILE = (
    "\x1b[31m",
    "\x9b31m",
    "%0A::error::injected",
    "\n::error::injected",
    "\r::error::injected",
    "##[error]injected",
    "]]>",
    "</script><script>injected()</script>",
    "<img src=x onerror=injected()>",
    "'\" onfocus=injected() autofocus x='",
    "{{injected}} ${injected} {0}",
    "[words](https://example.org/injected)",
    "| injected | `injected` @injected <!-- injected",
    "&lt;injected&gt; &amp;#0;",
    "\0",
    "\ud800",
    "\udcff",
    "\ufffe\uffff",
    "\u202e\u2066\u200f",
    "\u2028\u2029\x85\x0b\x0c",
    "\U0001d518",
)


class Known:
    """Knows REF-1, by a title that tries everything."""

    def resolve(self, name: str) -> Resolution:
        if name != "REF-1":
            return Resolution("absent")
        entry = Entry("REF-1", "sources", "toy", "kb/toy.yaml", 1, {"title": f"Title {''.join(HOSTILE)}"})
        return Resolution("found", entry)

    def body_of(self, _name: str) -> tuple[()]:
        return ()


def run(*documents: Document, findings: tuple[Finding, ...] = (), unreadable: tuple[Unreadable, ...] = ()) -> Run:
    """A run with the toy references of the documents."""
    contexts = tuple(Context(one, small.scan(one), Known()) for one in documents)  # type: ignore[arg-type]
    return Run(
        {one.path: one for one in documents},
        findings,
        unreadable,
        {context.document.path: len(context.references) for context in contexts},
        contexts=contexts,
    )


def document(source: str, path: str = "a.md") -> Document:
    """A plain document with a paragraph a block of lines."""
    paragraphs, at = [], 0
    for block in source.split("\n\n"):
        paragraphs.append(Span(at, at + len(block)))
        at += len(block) + 2
    return Document(path, source, source, paragraphs=tuple(paragraphs))


def finding(document: Document, words: str, rule: str = "toy-word", severity: str = "warning", **more) -> Finding:
    """A finding on the first of these words in a document."""
    start = document.source.index(words)
    span = Span(start, start + len(words))
    return Finding(rule, severity, document.path, span, **{"message": f"on {words}", **more})


def plain_run() -> Run:
    """Three documents: every severity, related places, safe and unsafe fixes, one of two edits; an unreadable file."""
    one = document("First é𝔘 colour here.\n\nREF-1 (1999) and\r\nnota REF-2 end.\n", "texts/on e.md")
    two = document("Also REF-1 (2000) there.", "b.md")
    three = document("Nothing.", "c.md")

    def fix(words: str, *, safe: bool, **changes: str) -> Fix:
        edits = []
        for old, new in changes.items():
            start = one.source.index(old)
            edits.append(Edit(Span(start, start + len(old)), new))
        return Fix(f"mend {words}", safe, tuple(edits))

    found = (
        finding(one, "colour", fix=fix("a word", safe=True, colour="color")),
        finding(
            one,
            "REF-1 (1999)",
            "toy-year",
            "error",
            related=(Related("b.md", Span(5, 17), "the other year"),),
            fix=Fix(
                "write 2000",
                safe=False,
                edits=(Edit(Span(one.source.index("1999"), one.source.index("1999") + 4), "2000"),),
            ),
        ),
        finding(one, "and\r\nnota", "toy-note", "info", fix=fix("both", safe=True, **{"and": "or", "nota": "note"})),
    )
    return run(one, two, three, findings=found, unreadable=(Unreadable("d e.pdf", "is empty"),))


def hostile_run() -> Run:
    """Every hostile text in each place that a text can come to: words, message, mend, path, related, why unreadable."""
    documents, findings, unreadable = [], [], []
    for number, text in enumerate(HOSTILE):
        path = f"{number}{text.replace(chr(0), '').replace('/', '')}.md"
        one = document(f"Before REF-1 {text} colour{text} after {text}.\n\nREF-{number}{text}", path)
        span = Span(7, len(one.source) - 3)
        edit = Edit(Span(0, 6), f"Be{text}fore")
        documents.append(one)
        findings.append(
            Finding(
                "toy-word",
                ("error", "warning", "info")[number % 3],
                path,
                span,
                f"told {text} so",
                (Related(path, Span(0, 3), f"see {text}"),),
                Fix(f"mend {text}", bool(number % 2), (edit,)),
            )
        )
        unreadable.append(Unreadable(f"u{path}", f"why {text} not"))
    return run(*documents, findings=tuple(findings), unreadable=tuple(unreadable))
