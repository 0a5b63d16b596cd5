"""Corpus files: test cases as data, one format for all (DESIGN §9).

    ===
    title (format)
    ===
    text
    ---
    expectation

A line `+++ name.md` in the text begins another document of the same case. `pytest --update-corpus` writes what is found
now as the expectation; the author reads the diff. Invariants hold on every case, whatever an update wrote. The folder
says what a case is:

* `families/`: references in the text (plain text unless the title names a format), one line each: family, id (`?` where
  the text does not decide it), the words, then pinpoint, canonical form, flaws and parts; a nested one is indented;
* `rules/`: findings in the text (Markdown unless the title names a format), each with its related places and its fix.
  In a file that has a rule's name only that rule runs, in any other file all of them; a title that begins with a style
  profile's name and a colon chooses that;
* `real/`: the text is a list of paths of real documents, from the top of the checkout; skipped where they are absent.

`.` is the expectation of nothing.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import pytest

from juslint import engine, fixes, rules, styles
from juslint.config import Config
from juslint.document import Document, Span
from juslint.knowledge import Knowledge
from juslint.reading import read
from juslint.reference import Reference, render
from juslint.reporting._exchange import relative
from juslint.scan import modules, scan_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from juslint.finding import Finding
    from juslint.rules import Context

TOP = Path(__file__).resolve().parents[1]
FOLDERS = ("families", "rules", "real")
_HEADER = re.compile(r"^={3,}\n(?P<title>.+)\n={3,}\n", re.MULTILINE)
_DIVIDER = "\n---\n"
_FORMAT = re.compile(r"\((markdown|text|html|tex)\)\s*$")
_SUFFIXES = {"markdown": ".md", "text": ".txt", "html": ".html", "tex": ".tex"}
_NEXT = re.compile(r"^\+\+\+ (\S+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case; `span` is where its expectation stands in the corpus file."""

    title: str
    text: str
    expected: str
    span: Span

    @property
    def style(self) -> str | None:
        """The style profile that the title names."""
        name, colon, _ = self.title.partition(":")
        return name if colon and name in styles.modules() else None

    @property
    def format(self) -> str | None:
        """The format that the title names."""
        found = _FORMAT.search(self.title)
        return found[1] if found else None


def cases(content: str, name: str = "the corpus") -> list[Case]:
    """The cases of a corpus file. ValueError where there is something that is no case."""
    headers = list(_HEADER.finditer(content))
    if content[: headers[0].start() if headers else None].strip():
        raise ValueError(f"{name}: there is text before the first case")
    ends = [*(header.start() for header in headers[1:]), len(content)]
    return [_case(content, header, end, name) for header, end in zip(headers, ends, strict=True)]


def _case(content: str, header: re.Match[str], end: int, name: str) -> Case:
    divider = content.rfind(_DIVIDER, header.end() - 1, end)
    if divider < 0:
        raise ValueError(f"{name}: the case {header['title']!r} has no line ---")
    start = divider + len(_DIVIDER)
    text = content[header.end() : max(header.end(), divider)].strip("\n")
    return Case(header["title"].strip(), text, content[start:end].strip(), Span(start, end))


class CorpusFile(pytest.File):
    """A corpus file, which holds a test for each case."""

    def collect(self) -> Iterator[pytest.Item]:
        for number, case in enumerate(cases(self.path.read_text(encoding="utf-8"), self.path.name)):
            yield CorpusItem.from_parent(self, name=case.title, number=number, case=case)


class CorpusItem(pytest.Item):
    """One case."""

    def __init__(self, *, number: int, case: Case, **rest: object) -> None:
        super().__init__(**rest)  # type: ignore[arg-type]
        self.number = number
        self.case = case

    def runtest(self) -> None:
        found = _RUN[self.path.parent.name](self.case, self.path)
        if self.config.getoption("--update-corpus"):
            update(self.path, self.number, found)
        else:
            assert found.splitlines() == self.case.expected.splitlines(), f"\n{found}"

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, 0, f"{self.path.name}: {self.case.title}"


def update(path: Path, number: int, found: str) -> None:
    """Write what was found as the expectation of one case."""
    content = path.read_text(encoding="utf-8")
    start, end = cases(content)[number].span
    rest = content[end:]
    path.write_text(content[:start] + found + "\n" + ("\n" + rest if rest else ""), encoding="utf-8")


# --- references -------------------------------------------------------------------------------------------------------


def _families(case: Case, path: Path) -> str:
    if case.format in (None, "text"):
        document = Document(path="case.txt", source=case.text, text=case.text)
        references: Sequence[Reference] = scan_text(case.text)
    else:
        context = engine.analyse(_read(f"case{_SUFFIXES[case.format]}", case.text), knowledge())
        document, references = context.document, context.references
    check_references(document, references)
    return "\n".join(map(reference_line, references)) or "."


def reference_line(reference: Reference) -> str:
    """A reference as one line of a corpus."""
    facts = [reference.family, reference.id or "?", _quoted(reference.text)]
    if reference.pinpoint is not None:
        facts.append(f"pinpoint={_quoted(render(reference.pinpoint.value))}")
    if reference.canonical not in (None, reference.text):
        facts.append(f"canonical={_quoted(str(reference.canonical))}")
    for flaw in reference.flaws:
        place = reference.text[flaw.span.start - reference.span.start : flaw.span.end - reference.span.start]
        facts.append(f"flaw={flaw.kind}({_quoted(place)}" + (f" → {_quoted(flaw.expected)})" if flaw.expected else ")"))
    facts += (f"{name}={_bare(render(part.value))}" for name, part in reference.parts.items())
    return ("  " if reference.within else "") + "  ".join(facts)


def check_references(document: Document, references: Sequence[Reference]) -> None:
    """The invariants of references (DESIGN §9)."""
    for one in references:
        assert document.text[one.span.start : one.span.end] == one.text, f"text of {one}"
        places = [part.span for part in (*one.parts.values(), *([one.pinpoint] if one.pinpoint else []))]
        for place in (*places, *(flaw.span for flaw in one.flaws)):
            assert 0 <= place.start <= place.end <= len(document.text), f"{place} of {one} is outside the text"
        if one.within is not None:
            assert one.within.covers(one.span), f"{one.span} is not within {one.within}"
        _check_canonical(one)
    siblings: dict[Span | None, list[Reference]] = {}
    for one in references:
        siblings.setdefault(one.within, []).append(one)
    for some in siblings.values():
        for one, other in pairwise(sorted(some, key=lambda one: one.span)):
            assert not one.span.overlaps(other.span), f"siblings overlap: {one.text!r}, {other.text!r}"


def _check_canonical(one: Reference) -> None:
    if one.id is not None and one.canonical is not None:
        _check_names(one.family, one.id, one.canonical)


@cache
def _check_names(family: str, name: str, canonical: str) -> None:
    """What holds of a source's id and canonical form, however often it is cited."""
    module = next(module for module in modules() if family == module.NAME)
    proper = module.canonical(name)
    again = scan_text(proper)
    assert [found.id for found in again[:1]] == [name], f"{proper!r} is read as {[found.id for found in again]}"
    assert again[0].canonical in (None, proper, again[0].text), f"{proper!r} becomes {again[0].canonical!r}"
    for found in scan_text(canonical)[:1]:
        assert found.canonical in (None, canonical), f"{canonical!r} becomes {found.canonical!r}"


# --- findings ---------------------------------------------------------------------------------------------------------


def _rules(case: Case, path: Path) -> str:
    name = path.stem.replace("_", "-")
    known = knowledge_for(name)
    contexts = [engine.analyse(document, known) for document in documents(case)]
    config = Config(select=(name,) if name in rules.modules() else None, style=case.style)
    for context in contexts:
        check_references(context.document, context.references)
    findings = engine.check(contexts, config)
    check_fixes(contexts, findings, config)
    return "\n".join(line for finding in findings for line in finding_lines(finding, contexts)) or "."


def _real(case: Case, path: Path) -> str:
    found = []
    for pattern in case.text.split():
        matching = (
            sorted(TOP.glob(pattern)) if ".." not in pattern else sorted(TOP.parent.glob(pattern.removeprefix("../")))
        )
        if not matching:
            pytest.skip(f"REAL DOCUMENTS ARE ABSENT: {pattern}")
        found += matching
    contexts = [engine.analyse(read(str(file)), knowledge()) for file in found]
    for context in contexts:
        check_references(context.document, context.references)
    findings = engine.check(contexts, Config())
    return "\n".join(line for finding in findings for line in finding_lines(finding, contexts)) or "."


def documents(case: Case) -> list[Document]:
    """The documents of a case."""
    first, *rest = _NEXT.split(case.text)
    named = list(zip(rest[::2], rest[1::2], strict=True))
    if first.strip():
        named.insert(0, (f"case{_SUFFIXES[case.format or 'markdown']}", first))
    return [_read(name, text.strip("\n")) for name, text in named]


def finding_lines(finding: Finding, contexts: Sequence[Context]) -> Iterator[str]:
    """A finding as lines of a corpus."""
    by_path = {context.document.path: context.document for context in contexts}
    place = _spot(finding.path, finding.span, by_path)
    if finding.source_span is not None:
        place = _quoted(by_path[finding.path].source[finding.source_span.start : finding.source_span.end])
    message = _joined(finding.message).replace(relative(str(TOP / "tests" / "own-base")), "OWN")
    yield f"{finding.rule} {finding.severity} {place}: {message}"
    for related in finding.related:
        yield f"  see {_spot(related.path, related.span, by_path)}: {_joined(related.message)}"
    if finding.fix is not None:
        refused = "" if fixes.source_edits(by_path[finding.path], finding.fix) else " (cannot be applied)"
        yield f"  {'safe' if finding.fix.safe else 'unsafe'} fix: {_joined(finding.fix.title)}{refused}"
    for other in finding.alternatives:
        yield f"  or: {_joined(other.title)}"


def check_fixes(contexts: Sequence[Context], findings: Sequence[Finding], config: Config) -> None:
    """Applying a fix removes its finding and adds none; mending twice changes nothing."""
    before = Counter(finding.rule for finding in findings)
    for finding in findings:
        if finding.fix is None or finding.fix.edits == ():
            continue
        mended = _mended(contexts, finding)
        if mended is None:
            continue
        after = Counter(one.rule for one in engine.check(mended, config))
        assert after[finding.rule] < before[finding.rule], f"the fix does not remove {finding}"
        assert not after - before, f"the fix of {finding} adds {after - before}"
    once = fixes.mend(contexts, lambda them: engine.check(them, config), unsafe=True, given=_contents(contexts))
    twice = fixes.mend(
        once.contexts, lambda them: engine.check(them, config), unsafe=True, given=_contents(once.contexts)
    )
    assert not once.refused, once.refused
    assert not twice.changes, f"mending twice changes {list(twice.changes)}"


def _mended(contexts: Sequence[Context], finding: Finding) -> list[Context] | None:
    def only(now: Sequence[Context]) -> list[Finding]:
        return [finding] if now[0] is contexts[0] and list(now) == list(contexts) else []

    mended = fixes.mend(contexts, only, unsafe=True, given=_contents(contexts))
    return mended.contexts if mended.changes else None


def _contents(contexts: Iterable[Context]) -> dict[str, bytes]:
    return {context.document.path: context.document.source.encode() for context in contexts}


# --- words ------------------------------------------------------------------------------------------------------------


@cache
def knowledge() -> Knowledge:
    """The shipped knowledge base, opened once."""
    return Knowledge.open()


def knowledge_for(rule: str) -> Knowledge:
    """The one that a rule is tested with: some speak only to those who have a base of their own, `tests/own-base`."""
    module = rules.modules().get(rule)
    return _with_own() if module is not None and module.RULE.own_base else knowledge()


@cache
def _with_own() -> Knowledge:
    return Knowledge.open((TOP / "tests" / "own-base",))


def _read(name: str, text: str) -> Document:
    return read(name, f"{text}\n".encode())


def _spot(path: str, span: Span, by_path: dict[str, Document]) -> str:
    where = "" if len(by_path) == 1 else f"{PurePath(path).name} "
    return f"{where}{_quoted(by_path[path].text[span.start : span.end])}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _bare(text: str) -> str:
    return text if re.fullmatch(r"[\w./:()-]+", text) else _quoted(text)


def _joined(text: str) -> str:
    return " ".join(text.split())


_RUN = {"families": _families, "rules": _rules, "real": _real}
