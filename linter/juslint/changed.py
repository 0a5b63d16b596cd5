"""Findings in what has changed since a git revision, and no others: for texts that were not always checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from juslint import git

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from juslint.document import Document
    from juslint.finding import Finding
    from juslint.rules import Context


class Changed:
    """The changed lines of files, as they stand on disk. GitError where one lies in no checkout, or git has no answer.

    All files are read and compared with each other all the same; a finding counts where the place that it is told of
    has a changed line, whatever the other places are.
    """

    def __init__(self, paths: Iterable[str], revision: str) -> None:
        files = {path: Path(path) for path in paths}
        known = git.changes(files.values(), revision)
        self._lines = {path: known[git.checkout(file)].lines(file) for path, file in files.items()}

    def only(self, findings: Iterable[Finding], contexts: Sequence[Context]) -> list[Finding]:
        """The findings in changed lines, in the order given."""
        documents = {context.document.path: context.document for context in contexts}
        return [finding for finding in findings if self._holds(finding, documents[finding.path])]

    def _holds(self, finding: Finding, document: Document) -> bool:
        lines = self._lines[finding.path]
        if lines is None:
            return True
        start, end = finding.source_span or document.offsets.to_source(finding.span)
        first, last = document.line_column(start)[0], document.line_column(max(start, end - 1))[0]
        return any(line in lines for line in range(first, last + 1))
