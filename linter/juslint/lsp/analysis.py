"""What the engine says of the texts as they are now, in one thread, with what did not change remembered.

Every text is read, scanned and checked as a whole, so that the findings are those of a fresh start. Remembered are
whole documents, whole knowledge bases, and what a rule says of one document by itself.
"""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from juslint import baseline, engine, files, reading
from juslint.config import matches
from juslint.finding import SEVERITIES
from juslint.knowledge import Knowledge, KnowledgeError
from juslint.lsp.settings import Settings, Wishes
from juslint.lsp.texts import UTF_16, Text
from juslint.reading import ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import ModuleType

    from juslint.finding import Finding
    from juslint.rules import Context

    Findings = Mapping[str, tuple[Finding, ...]]


T = TypeVar("T")


class Member(NamedTuple):
    """One document of a workspace: its text, and what was read in it."""

    text: Text
    context: Context


@dataclass(frozen=True)
class Snapshot:
    """What an editor has open, by path, and how it is set up."""

    opened: Mapping[str, Text] = field(default_factory=dict)
    roots: tuple[Path, ...] = ()
    settings: Settings = field(default_factory=lambda: Settings(Wishes()))
    encoding: str = UTF_16

    def root_of(self, path: str) -> Path | None:
        """The innermost root that a file lies under; None for a loose file."""
        around = [root for root in self.roots if Path(path).is_relative_to(root)]
        return max(around, key=lambda root: len(root.parts), default=None)

    def tops(self) -> list[str]:
        """One path in each root, and every loose open text."""
        loose = [path for path in self.opened if self.root_of(path) is None]
        return [*(str(root / "_") for root in self.roots), *loose]

    def asks_for_the_same_bases(self, other: Snapshot) -> bool:
        """Whether the same texts under the same settings say which knowledge bases hold, as long as no file changes."""
        same = self.settings is other.settings and self.roots == other.roots
        return same and self.opened.keys() == other.opened.keys()


class Analyser:
    """The texts of all roots. The methods run in one thread, and a task sees one `snapshot` from beginning to end.

    `latest` is set by another thread, whenever something changes.
    """

    def __init__(self) -> None:
        self.latest = self.snapshot = Snapshot()
        self.faults: dict[str, str] = {}  # message to the file that it is about
        self._members: dict[str, tuple[object, Member | None]] = {}
        self._listings: dict[Path, dict[str, str]] = {}  # by path, as the command line names it: where it really is
        self._named: dict[Path | str, tuple[Snapshot, tuple[Path, ...]]] = {}
        self._knowledge: dict[tuple[Path, ...], Knowledge] = {}
        self._own: dict[str, tuple[Context, dict[tuple[str, str | None], tuple[Finding, ...]]]] = {}
        self._found: dict[Path | str, tuple[tuple[Context, ...], Settings, Findings]] = {}

    def run(self, task: Callable[..., T], *arguments: Any) -> T:
        """Do a task on the texts as they are now; what changes meanwhile is for the next one."""
        self.snapshot = self.latest
        return task(*arguments)

    def refresh(self, *, knowledge: bool = False) -> None:
        """Look at the files anew: some have come, gone or changed."""
        self._listings.clear()
        self._named.clear()
        self._found.clear()
        self.faults.clear()
        if knowledge:
            self._knowledge.clear()

    def missing(self, path: str) -> list[str]:
        """The files that a file is compared with and that have not been read yet."""
        return [other for other in self._paths(path) if other != path and other not in self._members]

    def leave_out(self, paths: Sequence[str]) -> None:
        """What of these files has not been read, because the user did not want to wait, is not read."""
        left = {path for path in paths if path not in self._members}
        for root, listing in list(self._listings.items()):
            self._listings[root] = {path: real for path, real in listing.items() if path not in left}

    def member(self, path: str) -> Member | None:
        """One document; None where there is no such text, or it cannot be read."""
        return self._member(path, self._bases(path))

    def members(self, path: str) -> tuple[Member, ...]:
        """The document and all those of its root, in the order in which the command line reads them."""
        bases = self._bases(path)
        return tuple(one for other in self._paths(path) if (one := self._member(other, bases)) is not None)

    def findings(self, path: str) -> Findings:
        """The findings of the document and all those of its root, by path."""
        contexts = tuple(member.context for member in self.members(path))
        key = self.snapshot.root_of(path) or path
        known = self._found.get(key)
        same = known is not None and known[1] is self.snapshot.settings and _same(known[0], contexts)
        if known is None or not same:
            known = self._found[key] = (contexts, self.snapshot.settings, self.check(contexts))
        return known[2]

    def alone(self, path: str) -> Findings:
        """The findings of a document as if there were no other."""
        member = self.member(path)
        return self.check((member.context,)) if member else {}

    def check(self, contexts: Sequence[Context]) -> Findings:
        """The findings of these documents, without those that are accepted or that the user does not want to see."""
        settings = self.snapshot.settings
        found = engine.check(contexts, settings, self._remembered)
        least = SEVERITIES.index(settings.wishes.severity)
        ledgers: dict[Path | None, list[Finding]] = defaultdict(list)
        for finding in found:
            config = settings.for_path(finding.path)
            if SEVERITIES.index(finding.severity) <= least and not self._excluded(finding.path):
                ledgers[config.baseline].append(finding)
        by_path: dict[str, list[Finding]] = {context.document.path: [] for context in contexts}
        for ledger, some in ledgers.items():
            for finding in some if ledger is None else baseline.unknown(some, self._ledger(ledger), ledger):
                by_path[finding.path].append(finding)
        return {
            path: tuple(sorted(some, key=lambda one: (one.span, one.rule, one.message)))
            for path, some in by_path.items()
        }

    def forget_closed(self) -> None:
        """Let go of texts that are neither open nor part of a root."""
        kept = {path for root in self.snapshot.roots for path in self._listing(root)} | set(self.snapshot.opened)
        for path in self._members.keys() - kept:
            del self._members[path]
            self._own.pop(path, None)
            self._found.pop(path, None)

    def _remembered(self, module: ModuleType, context: Context, style: str | None) -> tuple[Finding, ...]:
        path, asked = context.document.path, (module.RULE.name, style)
        known = self._own.get(path)
        if known is None or known[0] is not context:
            known = self._own[path] = (context, {})
        if asked not in known[1]:
            known[1][asked] = tuple(engine.of_document(module, context, style))
        return known[1][asked]

    def _ledger(self, file: Path) -> Counter[baseline.Key]:
        try:
            return baseline.load(file)
        except baseline.BaselineError as error:
            self.faults[str(error)] = str(file)
            return Counter()

    def _excluded(self, path: str) -> bool:
        config = self.snapshot.settings.for_path(path)
        return any(matches(pattern, Path(path), config.folder) for pattern in config.exclude)

    def _listing(self, root: Path) -> dict[str, str]:
        if root not in self._listings:
            listed: list[str] = []
            if self.snapshot.settings.wishes.workspace_diagnostics:
                listed, _ = files.expand([str(root)], reading.suffixes, self.snapshot.settings)
            self._listings[root] = {path: os.path.realpath(path) for path in listed}
        return self._listings[root]

    def _paths(self, path: str) -> list[str]:
        root = self.snapshot.root_of(path)
        if root is None:
            return [path]
        opened = {
            os.path.realpath(one): one for one in sorted(self.snapshot.opened) if self.snapshot.root_of(one) == root
        }
        listed = [opened.pop(real, path) for path, real in self._listing(root).items()]
        return [*listed, *opened.values()]

    def _bases(self, path: str) -> tuple[Path, ...]:
        key = self.snapshot.root_of(path) or path
        known = self._named.get(key)
        if known is None or not known[0].asks_for_the_same_bases(self.snapshot):
            named = (base for other in self._paths(path) for base in self.snapshot.settings.bases(other))
            known = self._named[key] = (self.snapshot, tuple(dict.fromkeys(named)))
        return known[1]

    def knowledge(self, path: str) -> Knowledge:
        """The knowledge base that holds for a file."""
        return self._opened(self._bases(path))

    def _opened(self, bases: tuple[Path, ...]) -> Knowledge:
        if bases not in self._knowledge:
            try:
                self._knowledge[bases] = Knowledge.open(bases)
            except KnowledgeError as error:
                self.faults[str(error)] = ""
                if not bases:
                    raise
                self._knowledge[bases] = self._opened(())
        return self._knowledge[bases]

    def _member(self, path: str, bases: tuple[Path, ...]) -> Member | None:
        knowledge = self._opened(bases)
        text = self.snapshot.opened.get(path)
        stamp: object = text
        if text is None:
            try:
                status = Path(path).stat()
            except OSError:
                self._members.pop(path, None)
                return None
            stamp = (status.st_mtime_ns, status.st_size, self.snapshot.encoding)
        known = self._members.get(path)
        if known is not None and _is(known[0], stamp) and (not known[1] or known[1].context.knowledge is knowledge):
            return known[1]
        try:
            document = reading.read_text(path, text.source) if text is not None else reading.read(path)
        except ReadError:
            self._members[path] = (stamp, None)
            return None
        text = text or Text(document.source, self.snapshot.encoding)
        member = Member(text, engine.analyse(document, knowledge))
        self._members[path] = (stamp, member)
        return member


def _is(known: object, stamp: object) -> bool:
    return known is stamp or (isinstance(known, tuple) and isinstance(stamp, tuple) and known == stamp)


def _same(known: Sequence[Context], contexts: Sequence[Context]) -> bool:
    return len(known) == len(contexts) and all(one is other for one, other in zip(known, contexts, strict=True))
